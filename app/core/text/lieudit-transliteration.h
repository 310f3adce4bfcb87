/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lieudit_transliterate_to_latin (const char *text);
void  lieudit_transliteration_prepare (void);

G_END_DECLS
