/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditFeatureClass:
 *
 * Coarse classes over the GeoNames feature codes, for ranking, symbols and
 * wording. The values are not stored.
 */
typedef enum {
  LIEUDIT_FEATURE_OTHER,
  LIEUDIT_FEATURE_COUNTRY,
  LIEUDIT_FEATURE_REGION,         /* first-level area: governorate, state */
  LIEUDIT_FEATURE_DISTRICT,       /* second-level area and below */
  LIEUDIT_FEATURE_CAPITAL,
  LIEUDIT_FEATURE_TOWN,
  LIEUDIT_FEATURE_QUARTER,
  LIEUDIT_FEATURE_AREA,           /* a named region without administration */
  LIEUDIT_FEATURE_WATER,
  LIEUDIT_FEATURE_RELIEF,
  LIEUDIT_FEATURE_ROAD,
  LIEUDIT_FEATURE_SITE,           /* citadel, air base, crossing, monument */
} LieuditFeatureClass;

#define LIEUDIT_FEATURE_CODE_LENGTH 6

LieuditFeatureClass  lieudit_feature_class_from_code    (const char *code);
gboolean             lieudit_feature_is_area            (const char *code);
char                 lieudit_feature_get_geonames_class (const char *code);
const char          *lieudit_feature_describe           (const char *code);
char                *lieudit_feature_dup_title          (const char *code);
const char          *lieudit_feature_class_describe     (LieuditFeatureClass feature_class);

G_END_DECLS
