/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gazetteer/lieudit-user-places.h"
#include "session/lieudit-history.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_OWN_PLACES_GROUP (lieudit_own_places_group_get_type ())
G_DECLARE_FINAL_TYPE (LieuditOwnPlacesGroup, lieudit_own_places_group, LIEUDIT, OWN_PLACES_GROUP, AdwPreferencesGroup)

void lieudit_own_places_group_set_model (LieuditOwnPlacesGroup *self,
                                         LieuditUserPlaces     *places,
                                         LieuditHistory        *history);

G_END_DECLS
