/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gazetteer/lieudit-name-result.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_SEARCH_ROW (lieudit_search_row_get_type ())
G_DECLARE_FINAL_TYPE (LieuditSearchRow, lieudit_search_row, LIEUDIT, SEARCH_ROW, GtkWidget)

GtkWidget *lieudit_search_row_new        (void);
void       lieudit_search_row_set_result (LieuditSearchRow  *self,
                                          LieuditNameResult *result,
                                          LieuditLanguage    language);
char      *lieudit_search_row_dup_label  (LieuditSearchRow  *self);

G_END_DECLS
