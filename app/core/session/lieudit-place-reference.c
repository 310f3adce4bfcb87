/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-place-reference.h"

G_DEFINE_BOXED_TYPE (LieuditPlaceReference, lieudit_place_reference, lieudit_place_reference_copy, lieudit_place_reference_free)

/**
 * lieudit_place_reference_new:
 * @id: what gazetteers call the place
 * @name: its name
 * @latitude: in degrees
 * @longitude: in degrees
 * @feature_code: (nullable): what it is
 * @country_code: (nullable): where
 *
 * Returns: (transfer full): a reference to the place
 */
LieuditPlaceReference *
lieudit_place_reference_new (const char *id,
                             const char *name,
                             double      latitude,
                             double      longitude,
                             const char *feature_code,
                             const char *country_code)
{
  LieuditPlaceReference *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (LieuditPlaceReference, 1);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->latitude = latitude;
  self->longitude = longitude;
  self->feature_code = g_strdup (feature_code != NULL ? feature_code : "");
  self->country_code = g_strdup (country_code != NULL ? country_code : "");

  return self;
}

/**
 * lieudit_place_reference_new_for:
 * @place: a place of a gazetteer
 * @language: the language of the article
 *
 * Returns: (transfer full): a reference to the place
 */
LieuditPlaceReference *
lieudit_place_reference_new_for (LieuditPlace    *place,
                                 LieuditLanguage  language)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  return lieudit_place_reference_new (lieudit_place_get_id (place), lieudit_place_get_name (place, language),
                                      lieudit_place_get_latitude (place), lieudit_place_get_longitude (place),
                                      lieudit_place_get_feature_code (place), lieudit_place_get_country_code (place));
}

/**
 * lieudit_place_reference_copy:
 * @self: a reference
 *
 * Returns: (transfer full): a copy
 */
LieuditPlaceReference *
lieudit_place_reference_copy (const LieuditPlaceReference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return lieudit_place_reference_new (self->id, self->name, self->latitude, self->longitude,
                                      self->feature_code, self->country_code);
}

/**
 * lieudit_place_reference_free:
 * @self: (transfer full): a reference
 *
 * Frees it.
 */
void
lieudit_place_reference_free (LieuditPlaceReference *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->name);
  g_free (self->feature_code);
  g_free (self->country_code);
  g_free (self);
}
