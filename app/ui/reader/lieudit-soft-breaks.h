/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lines are left whole up to this length, in code points. */
#define LIEUDIT_SOFT_BREAKS_LONGEST_LINE 10000

GArray *lieudit_soft_breaks_find     (const char   *text,
                                      gsize         length);
gsize   lieudit_soft_breaks_to_shown (const GArray *breaks,
                                      gsize         code_point);
gsize   lieudit_soft_breaks_to_text  (const GArray *breaks,
                                      gsize         shown);

G_END_DECLS
