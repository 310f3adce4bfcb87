/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "gazetteer/lieudit-feature.h"
#include "text/lieudit-language.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_PLACE (lieudit_place_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlace, lieudit_place, LIEUDIT, PLACE, GObject)

const char          *lieudit_place_get_id             (LieuditPlace    *self);
const char          *lieudit_place_get_name           (LieuditPlace    *self,
                                                       LieuditLanguage  language);
char               **lieudit_place_dup_names          (LieuditPlace    *self,
                                                       LieuditLanguage  language);
double               lieudit_place_get_latitude       (LieuditPlace    *self);
double               lieudit_place_get_longitude      (LieuditPlace    *self);
double               lieudit_place_get_uncertainty_km (LieuditPlace    *self);
const char          *lieudit_place_get_feature_code   (LieuditPlace    *self);
LieuditFeatureClass  lieudit_place_get_feature_class  (LieuditPlace    *self);
const char          *lieudit_place_get_country_code   (LieuditPlace    *self);
guint                lieudit_place_get_population     (LieuditPlace    *self);
const char          *lieudit_place_get_source         (LieuditPlace    *self);
LieuditPlace        *lieudit_place_dup_parent         (LieuditPlace    *self);
GPtrArray           *lieudit_place_dup_hierarchy      (LieuditPlace    *self);
gboolean             lieudit_place_equal              (LieuditPlace    *a,
                                                       LieuditPlace    *b);

G_END_DECLS
