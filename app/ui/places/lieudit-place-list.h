/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/lieudit-selection.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_PLACE_LIST (lieudit_place_list_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlaceList, lieudit_place_list, LIEUDIT, PLACE_LIST, GtkWidget)

GtkWidget        *lieudit_place_list_new           (void);
LieuditSelection *lieudit_place_list_get_selection (LieuditPlaceList *self);
void              lieudit_place_list_set_selection (LieuditPlaceList *self,
                                                    LieuditSelection *selection);
GListModel       *lieudit_place_list_dup_selected  (LieuditPlaceList *self);
void              lieudit_place_list_focus_filter  (LieuditPlaceList *self);

G_END_DECLS
