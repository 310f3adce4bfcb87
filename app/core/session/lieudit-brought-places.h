/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"
#include "session/lieudit-place-reference.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_BROUGHT_PLACES (lieudit_brought_places_get_type ())
G_DECLARE_FINAL_TYPE (LieuditBroughtPlaces, lieudit_brought_places, LIEUDIT, BROUGHT_PLACES, GObject)

LieuditBroughtPlaces *lieudit_brought_places_new  (void);
void                  lieudit_brought_places_add  (LieuditBroughtPlaces        *self,
                                                   const LieuditPlaceReference *reference);
LieuditPlace         *lieudit_brought_places_find (LieuditBroughtPlaces        *self,
                                                   LieuditGazetteer            *gazetteer,
                                                   const char                  *id);

G_END_DECLS
