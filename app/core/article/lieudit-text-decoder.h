/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lieudit_decode_text    (const char  *data,
                              gsize        length,
                              GError     **error);
char *lieudit_decode_text_as (const char  *data,
                              gsize        length,
                              const char  *encoding,
                              GError     **error);

G_END_DECLS
