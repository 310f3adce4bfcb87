/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lieudit_csv_looks_like_formula (const char *text);
void     lieudit_csv_append_cell        (GString    *csv,
                                         const char *text);
void     lieudit_csv_append_number      (GString    *csv,
                                         const char *format,
                                         double      number);

G_END_DECLS
