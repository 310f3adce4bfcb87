/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-user-place.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_USER_PLACES (lieudit_user_places_get_type ())
G_DECLARE_FINAL_TYPE (LieuditUserPlaces, lieudit_user_places, LIEUDIT, USER_PLACES, GObject)

LieuditUserPlaces *lieudit_user_places_new     (const char         *path);
gboolean           lieudit_user_places_load    (LieuditUserPlaces  *self,
                                                GError            **error);
const char        *lieudit_user_places_get_path (LieuditUserPlaces *self);
LieuditUserPlace  *lieudit_user_places_lookup  (LieuditUserPlaces  *self,
                                                const char         *id);
gboolean           lieudit_user_places_add     (LieuditUserPlaces  *self,
                                                LieuditUserPlace   *place,
                                                GError            **error);
gboolean           lieudit_user_places_replace (LieuditUserPlaces  *self,
                                                LieuditUserPlace   *place,
                                                LieuditUserPlace  **previous,
                                                GError            **error);
gboolean           lieudit_user_places_remove  (LieuditUserPlaces  *self,
                                                const char         *id,
                                                LieuditUserPlace  **removed,
                                                GError            **error);
GBytes            *lieudit_user_places_compile (LieuditUserPlaces  *self,
                                                GError            **error);

G_END_DECLS
