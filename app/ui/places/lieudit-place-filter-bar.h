/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/lieudit-selection.h"

G_BEGIN_DECLS

/* What is above the list of places: which are shown, and in which order. */
#define LIEUDIT_TYPE_PLACE_FILTER_BAR (lieudit_place_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlaceFilterBar, lieudit_place_filter_bar, LIEUDIT, PLACE_FILTER_BAR, GtkWidget)

GtkWidget *lieudit_place_filter_bar_new           (void);
void       lieudit_place_filter_bar_set_selection (LieuditPlaceFilterBar *self,
                                                   LieuditSelection      *selection);

G_END_DECLS
