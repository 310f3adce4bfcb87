/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-place-description.h"

#include <math.h>

#include <glib/gi18n.h>

#include "geoparse/lieudit-confidence.h"

#define VERY_SURE_CONFIDENCE 0.85

static const LieuditLanguage shown_languages[] = {
  LIEUDIT_LANGUAGE_FRENCH,
  LIEUDIT_LANGUAGE_ENGLISH,
  LIEUDIT_LANGUAGE_ARABIC,
  LIEUDIT_LANGUAGE_TURKISH,
};

/**
 * lieudit_describe_areas:
 * @place: a place
 * @language: the language of the names
 *
 * Names the areas around a place, the narrowest first: “Aleppo Governorate,
 * Syria”.
 *
 * Returns: (transfer full): the names, empty for a country
 */
char *
lieudit_describe_areas (LieuditPlace    *place,
                        LieuditLanguage  language)
{
  g_autoptr(GPtrArray) hierarchy = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  hierarchy = lieudit_place_dup_hierarchy (place);
  for (guint i = hierarchy->len; i > 0; i--)
    {
      LieuditPlace *area = g_ptr_array_index (hierarchy, i - 1);

      if (!lieudit_place_equal (area, place))
        g_ptr_array_add (names, (char *) lieudit_place_get_name (area, language));
    }
  g_ptr_array_add (names, NULL);

  /* Translators: what separates the areas in "Aleppo Governorate, Syria" */
  return g_strjoinv (_(", "), (char **) names->pdata);
}

/**
 * lieudit_describe_place:
 * @place: a place
 * @language: the language of the names
 *
 * Says in one line what a place is and where: “Town · Idlib Governorate,
 * Syria”.
 *
 * Returns: (transfer full): the line
 */
char *
lieudit_describe_place (LieuditPlace    *place,
                        LieuditLanguage  language)
{
  g_autofree char *areas = lieudit_describe_areas (place, language);
  g_autofree char *kind = lieudit_feature_dup_title (lieudit_place_get_feature_code (place));

  if (areas == NULL || *areas == '\0')
    return g_steal_pointer (&kind);

  /* Translators: the kind of a place, then the areas it lies in: "Town · Idlib Governorate, Syria" */
  return g_strdup_printf (_("%s · %s"), kind, areas);
}

/**
 * lieudit_describe_coordinates:
 * @latitude: a latitude, in degrees
 * @longitude: a longitude, in degrees
 *
 * Writes coordinates with four decimals, eleven metres at most, and the
 * initials of the cardinal points.
 *
 * Returns: (transfer full): the coordinates
 */
char *
lieudit_describe_coordinates (double latitude,
                              double longitude)
{
  /* Translators: the initial of a cardinal point, after a latitude or longitude */
  const char *north_or_south = latitude >= 0 ? C_("latitude", "N") : C_("latitude", "S");
  const char *east_or_west = longitude >= 0 ? C_("longitude", "E") : C_("longitude", "W");

  /* Translators: latitude and its initial, longitude and its initial: "36.2021° N, 37.1343° E" */
  return g_strdup_printf (_("%.4f° %s, %.4f° %s"),
                          fabs (latitude), north_or_south, fabs (longitude), east_or_west);
}

/**
 * lieudit_describe_uncertainty:
 * @place: a place
 *
 * Says how exactly the place is known.
 *
 * Returns: (transfer full) (nullable): a phrase, or %NULL when it is not known
 */
char *
lieudit_describe_uncertainty (LieuditPlace *place)
{
  double kilometres;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  kilometres = lieudit_place_get_uncertainty_km (place);
  if (!(kilometres > 0))
    return NULL;

  if (kilometres < 1)
    return g_strdup_printf (_("within %.0f m"), kilometres * 1000);

  return g_strdup_printf (_("within %.0f km"), kilometres);
}

/**
 * lieudit_describe_other_names:
 * @place: a place
 * @language: the language of the name that is shown already
 *
 * Gathers the names of a place in the other languages, each once.
 *
 * Returns: (transfer full) (nullable): the names in one line, or %NULL when
 *   there are none
 */
char *
lieudit_describe_other_names (LieuditPlace    *place,
                              LieuditLanguage  language)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  const char *shown;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  shown = lieudit_place_get_name (place, language);
  for (guint i = 0; i < G_N_ELEMENTS (shown_languages); i++)
    {
      g_auto(GStrv) names = lieudit_place_dup_names (place, shown_languages[i]);

      if (names == NULL || names[0] == NULL || g_strcmp0 (names[0], shown) == 0 ||
          g_ptr_array_find_with_equal_func (others, names[0], g_str_equal, NULL))
        continue;

      g_ptr_array_add (others, g_strdup (names[0]));
    }

  if (others->len == 0)
    return NULL;

  g_ptr_array_add (others, NULL);

  return g_strjoinv (" · ", (char **) others->pdata);
}

/**
 * lieudit_describe_spelling:
 * @spellings: how the newsroom writes places
 * @place: a place of an article
 * @language: the language of the article
 *
 * Says where an article writes a place otherwise than the newsroom does.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL when it does not
 */
char *
lieudit_describe_spelling (LieuditHouseSpellings *spellings,
                           LieuditFoundPlace     *place,
                           LieuditLanguage        language)
{
  const char *other;

  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (spellings), NULL);
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (place), NULL);

  other = lieudit_house_spellings_find_other (spellings, place, language);
  if (other == NULL)
    return NULL;

  /* Translators: two spellings of the name of one place */
  return g_strdup_printf (_("The article writes “%s”; your house spelling is “%s”."), other,
                          lieudit_house_spellings_lookup (spellings, lieudit_place_get_id (lieudit_found_place_get_place (place)),
                                                          language));
}

/**
 * lieudit_describe_confidence:
 * @confidence: a confidence, from 0 to 1
 *
 * Puts a confidence into words.
 *
 * Returns: (transfer none): a sentence
 */
const char *
lieudit_describe_confidence (double confidence)
{
  if (confidence >= VERY_SURE_CONFIDENCE)
    return _("The place is almost certain.");
  if (confidence >= LIEUDIT_SURE_CONFIDENCE)
    return _("The place is likely.");

  return _("The place is a guess: check it.");
}

/**
 * lieudit_found_place_is_sure:
 * @place: a place found in an article
 *
 * Tells whether a place is to be shown without a question mark.
 *
 * Returns: %TRUE if its best mention is sure enough
 */
gboolean
lieudit_found_place_is_sure (LieuditFoundPlace *place)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (place), FALSE);

  return lieudit_found_place_get_confidence (place) >= LIEUDIT_SURE_CONFIDENCE;
}
