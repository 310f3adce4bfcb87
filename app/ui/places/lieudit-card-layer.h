/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/lieudit-selection.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_CARD_LAYER (lieudit_card_layer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditCardLayer, lieudit_card_layer, LIEUDIT, CARD_LAYER, GtkWidget)

void               lieudit_card_layer_set_selection (LieuditCardLayer *self,
                                                     LieuditSelection *selection);
LieuditFoundPlace *lieudit_card_layer_get_place (LieuditCardLayer   *self);
void               lieudit_card_layer_show_at   (LieuditCardLayer   *self,
                                                 LieuditAnalysis    *analysis,
                                                 LieuditFoundPlace  *place,
                                                 const GdkRectangle *marker);
void               lieudit_card_layer_follow    (LieuditCardLayer   *self,
                                                 const GdkRectangle *marker);
void               lieudit_card_layer_commit   (LieuditCardLayer   *self);
void               lieudit_card_layer_close     (LieuditCardLayer   *self);
gboolean           lieudit_card_layer_is_pinned   (LieuditCardLayer   *self);
void               lieudit_card_layer_show_pinned (LieuditCardLayer   *self,
                                                   LieuditAnalysis    *analysis,
                                                   LieuditFoundPlace  *place);
void               lieudit_card_layer_dismiss     (LieuditCardLayer   *self);

G_END_DECLS
