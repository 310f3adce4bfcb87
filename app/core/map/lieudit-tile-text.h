/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lieudit_tile_text_from_html (const char *html);

G_END_DECLS
