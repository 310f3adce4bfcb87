/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-place.h"

G_BEGIN_DECLS

/**
 * LieuditPlaceReference:
 * @id: what gazetteers call the place
 * @name: its name for those who do not have the gazetteer
 * @latitude: in degrees
 * @longitude: in degrees
 * @feature_code: a code of GeoNames for what it is, or empty
 * @country_code: a code of ISO 3166, or empty
 *
 * What is kept of a place that a person chose: enough to find it in a
 * gazetteer, and to know where it is without one. It never changes.
 */
typedef struct {
  char   *id;
  char   *name;
  double  latitude;
  double  longitude;
  char   *feature_code;
  char   *country_code;
} LieuditPlaceReference;

#define LIEUDIT_TYPE_PLACE_REFERENCE (lieudit_place_reference_get_type ())
GType                  lieudit_place_reference_get_type  (void) G_GNUC_CONST;

LieuditPlaceReference *lieudit_place_reference_new       (const char                  *id,
                                                          const char                  *name,
                                                          double                       latitude,
                                                          double                       longitude,
                                                          const char                  *feature_code,
                                                          const char                  *country_code);
LieuditPlaceReference *lieudit_place_reference_new_for   (LieuditPlace                *place,
                                                          LieuditLanguage              language);
LieuditPlaceReference *lieudit_place_reference_copy      (const LieuditPlaceReference *self);
void                   lieudit_place_reference_free      (LieuditPlaceReference       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditPlaceReference, lieudit_place_reference_free)

G_END_DECLS
