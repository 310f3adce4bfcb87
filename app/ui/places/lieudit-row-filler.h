/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_ROW_FILLER (lieudit_row_filler_get_type ())
G_DECLARE_FINAL_TYPE (LieuditRowFiller, lieudit_row_filler, LIEUDIT, ROW_FILLER, GObject)

/**
 * LieuditFillRow:
 * @list_item: an item whose row has to show it
 * @user_data: what was given to lieudit_row_filler_new()
 *
 * Makes a row show its item.
 */
typedef void (*LieuditFillRow) (GtkListItem *list_item,
                                gpointer     user_data);

LieuditRowFiller *lieudit_row_filler_new    (GtkWidget        *list_view,
                                             LieuditFillRow    fill,
                                             gpointer          user_data);
void              lieudit_row_filler_add    (LieuditRowFiller *self,
                                             GtkListItem      *list_item);
void              lieudit_row_filler_remove (LieuditRowFiller *self,
                                             GtkListItem      *list_item);

G_END_DECLS
