/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-measure-private.h"

#include "gazetteer/lieudit-gazetteer-private.h"

static gboolean
is_town_of (const LieuditPlaceEntry *entry,
            const char              *country)
{
  LieuditFeatureClass feature;

  if (entry->population == 0 || entry->country[0] != country[0] || entry->country[1] != country[1])
    return FALSE;

  feature = lieudit_feature_class_from_code (entry->feature);

  return feature == LIEUDIT_FEATURE_TOWN || feature == LIEUDIT_FEATURE_CAPITAL;
}

/*
 * lieudit_claim_find_inhabited_middle:
 * @country: a country
 * @latitude: (out): return location for the latitude, in degrees
 * @longitude: (out): return location for the longitude, in degrees
 *
 * Finds the middle of the people of a country rather than of its land: the
 * mean of its towns by their population. Gao is called the north of Mali,
 * though half of the desert lies further north.
 *
 * It looks at every place of the gazetteer, a few milliseconds; it is asked
 * for only where the shape of the land speaks against the text. A country on
 * both sides of the antimeridian has no such middle.
 *
 * Returns: whether the country has towns whose population is known
 */
gboolean
lieudit_claim_find_inhabited_middle (LieuditPlace *country,
                                     double       *latitude,
                                     double       *longitude)
{
  LieuditGazetteer *gazetteer = lieudit_place_get_gazetteer (country);
  const char *code = lieudit_place_get_country_code (country);
  guint n_places = lieudit_gazetteer_get_n_places (gazetteer);
  double people = 0.0;
  double north = 0.0;
  double east = 0.0;

  if (code == NULL || lieudit_place_get_feature_class (country) != LIEUDIT_FEATURE_COUNTRY)
    return FALSE;

  for (guint i = 0; i < n_places; i++)
    {
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, i);

      if (!is_town_of (entry, code))
        continue;
      people += entry->population;
      north += (double) entry->population * entry->latitude;
      east += (double) entry->population * entry->longitude;
    }
  if (people == 0.0)
    return FALSE;

  *latitude = north / people / 1e6;
  *longitude = east / people / 1e6;

  return TRUE;
}
