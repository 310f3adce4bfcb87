/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a marker says of its place: on the map, to the pointer and to assistive technologies. */
#include "config.h"

#include "map/lieudit-marker-description.h"

#include <glib/gi18n.h>
#include <string.h>

#include "geoparse/lieudit-confidence.h"

/*
 * lieudit_marker_description_is_unsure:
 * @found_place: a place that an article names
 *
 * Returns: whether the article may mean another place of the same name
 */
gboolean
lieudit_marker_description_is_unsure (LieuditFoundPlace *found_place)
{
  return lieudit_found_place_get_confidence (found_place) < LIEUDIT_SURE_CONFIDENCE;
}

/* Where which of the languages that places have names in is written. */
static const struct {
  const char      *countries; /* codes of ISO 3166, each behind a space */
  LieuditLanguage  language;
} local_languages[] = {
  { " AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE", LIEUDIT_LANGUAGE_ARABIC },
  { " TR CY", LIEUDIT_LANGUAGE_TURKISH },
  { " BE CA CH FR LU MC", LIEUDIT_LANGUAGE_FRENCH },
  { " AU GB IE NZ US", LIEUDIT_LANGUAGE_ENGLISH },
};

static const char *
find_local_name (LieuditPlace *place)
{
  const char *country = lieudit_place_get_country_code (place);
  g_autofree char *code = country != NULL && strlen (country) == 2 ? g_strconcat (" ", country, NULL) : NULL;

  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (local_languages); i++)
    if (strstr (local_languages[i].countries, code) != NULL)
      return lieudit_place_get_name (place, local_languages[i].language);

  return NULL;
}

/*
 * lieudit_marker_description_get_name:
 * @found_place: a place that an article names
 * @look: how markers look
 *
 * Returns: (transfer none): what it is called
 */
const char *
lieudit_marker_description_get_name (LieuditFoundPlace       *found_place,
                                     const LieuditMarkerLook *look)
{
  if (look->names == LIEUDIT_LANGUAGE_UNKNOWN)
    return lieudit_found_place_get_name (found_place);

  return lieudit_place_get_name (lieudit_found_place_get_place (found_place), look->names);
}

/*
 * lieudit_marker_description_new_label:
 * @found_place: a place that an article names
 * @look: how markers look
 *
 * Returns: (transfer full): what to write on the map
 */
char *
lieudit_marker_description_new_label (LieuditFoundPlace       *found_place,
                                      const LieuditMarkerLook *look)
{
  const char *name = lieudit_marker_description_get_name (found_place, look);
  const char *local = look->shows_local ? find_local_name (lieudit_found_place_get_place (found_place)) : NULL;
  g_autofree char *label = NULL;

  if (local != NULL && strcmp (local, name) != 0)
    label = g_strconcat (name, "\n", local, NULL);
  else
    label = g_strdup (name);
  if (!lieudit_marker_description_is_unsure (found_place))
    return g_steal_pointer (&label);
  /* Translators: the map's label of a place that may be another one of the same name */
  return g_strdup_printf (_("%s?"), label);
}

static char *
describe_kind (LieuditFoundPlace *found_place)
{
  LieuditPlace *place = lieudit_found_place_get_place (found_place);

  return g_strdup (_(lieudit_feature_describe (lieudit_place_get_feature_code (place))));
}

/* The country, unless the place is one. */
static char *
dup_country_name (LieuditFoundPlace *found_place,
                  LieuditLanguage    language)
{
  LieuditPlace *place = lieudit_found_place_get_place (found_place);
  g_autoptr (GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);
  LieuditPlace *country = hierarchy != NULL && hierarchy->len > 0 ? g_ptr_array_index (hierarchy, 0) : NULL;

  if (country == NULL || lieudit_place_equal (country, place))
    return NULL;
  return g_strdup (lieudit_place_get_name (country, language));
}

/*
 * lieudit_marker_description_new_tooltip:
 * @found_place: a place that an article names
 * @language: the language of the country's name
 *
 * Returns: (transfer full): the place, its kind and its country
 */
char *
lieudit_marker_description_new_tooltip (LieuditFoundPlace *found_place,
                                        LieuditLanguage    language)
{
  g_autofree char *kind = describe_kind (found_place);
  g_autofree char *country = dup_country_name (found_place, language);
  const char *name = lieudit_found_place_get_name (found_place);

  if (country == NULL)
    /* Translators: a place and its kind: "Syria – country" */
    return g_strdup_printf (_("%s – %s"), name, kind);
  /* Translators: a place, its kind and its country: "Aleppo – town, Syria" */
  return g_strdup_printf (_("%s – %s, %s"), name, kind, country);
}

/*
 * lieudit_marker_description_new_accessible_name:
 * @found_place: a place that an article names
 * @look: how markers look
 *
 * Returns: (transfer full): the place, its kind, how often it is named and how sure it is
 */
char *
lieudit_marker_description_new_accessible_name (LieuditFoundPlace       *found_place,
                                                const LieuditMarkerLook *look)
{
  guint n_mentions = lieudit_found_place_get_n_mentions (found_place);
  g_autofree char *kind = describe_kind (found_place);
  g_autofree char *count = g_strdup_printf (ngettext ("named once", "named %u times", n_mentions), n_mentions);
  GString *name = g_string_new (NULL);

  /* Translators: a place, its kind and "named 9 times" */
  g_string_append_printf (name, _("%s, %s, %s"), lieudit_marker_description_get_name (found_place, look), kind, count);
  if (!lieudit_found_place_has_literal (found_place))
    /* Translators: added to a place that only stands for a government or the like */
    g_string_append (name, _(", in a figurative sense"));
  if (lieudit_marker_description_is_unsure (found_place))
    /* Translators: added to a place that may be another one of the same name */
    g_string_append (name, _(", unsure"));
  return g_string_free (name, FALSE);
}
