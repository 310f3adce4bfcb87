/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gazetteer/lieudit-user-places.h"
#include "geo/lieudit-coordinates.h"
#include "session/lieudit-history.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_PLACE_EDITOR (lieudit_place_editor_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlaceEditor, lieudit_place_editor, LIEUDIT, PLACE_EDITOR, AdwWindow)

LieuditPlaceEditor *lieudit_place_editor_new             (LieuditUserPlaces        *places,
                                                          LieuditHistory           *history);
void                lieudit_place_editor_set_place       (LieuditPlaceEditor       *self,
                                                          LieuditUserPlace         *place);
void                lieudit_place_editor_set_coordinates (LieuditPlaceEditor       *self,
                                                          const LieuditCoordinates *coordinates);

G_END_DECLS
