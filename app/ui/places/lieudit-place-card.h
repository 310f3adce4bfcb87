/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-analysis.h"
#include "session/lieudit-selection.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_PLACE_CARD (lieudit_place_card_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlaceCard, lieudit_place_card, LIEUDIT, PLACE_CARD, GtkWidget)

GtkWidget         *lieudit_place_card_new       (void);
LieuditFoundPlace *lieudit_place_card_get_place (LieuditPlaceCard  *self);
void               lieudit_place_card_set_place (LieuditPlaceCard  *self,
                                                 LieuditAnalysis   *analysis,
                                                 LieuditFoundPlace *place);
void               lieudit_place_card_set_pinned (LieuditPlaceCard *self,
                                                  gboolean          pinned);

void               lieudit_place_card_set_selection (LieuditPlaceCard  *self,
                                                     LieuditSelection  *selection);
void               lieudit_place_card_commit        (LieuditPlaceCard  *self);

G_END_DECLS
