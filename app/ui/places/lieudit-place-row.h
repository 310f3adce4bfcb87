/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/lieudit-selection.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_PLACE_ROW (lieudit_place_row_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlaceRow, lieudit_place_row, LIEUDIT, PLACE_ROW, GtkWidget)

GtkWidget         *lieudit_place_row_new          (LieuditSelection *selection);
LieuditPlaceRow   *lieudit_place_row_find_at      (GtkWidget        *list_view,
                                                   double            x,
                                                   double            y);
void               lieudit_place_row_set_item     (LieuditPlaceRow  *self,
                                                   GObject          *item);
GObject           *lieudit_place_row_get_item     (LieuditPlaceRow  *self);
LieuditFoundPlace *lieudit_place_row_get_place    (LieuditPlaceRow  *self);
gboolean           lieudit_place_row_is_selected  (LieuditPlaceRow  *self);
void               lieudit_place_row_select       (LieuditPlaceRow  *self);
void               lieudit_place_row_release_item (LieuditPlaceRow  *self);
char              *lieudit_place_row_dup_label    (LieuditPlaceRow  *self);

G_END_DECLS
