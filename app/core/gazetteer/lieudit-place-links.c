/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where to read more about a place: addresses for a person to open. Nothing here is ever fetched. */
#include "config.h"

#include "gazetteer/lieudit-place-links.h"

#include <string.h>

/* A town with its surroundings, on OpenStreetMap's scale. */
#define ZOOM 13

#define GEONAMES "geonames:"

/**
 * lieudit_place_dup_openstreetmap_uri:
 * @self: a place
 *
 * Returns: (transfer full): where OpenStreetMap shows the place
 */
char *
lieudit_place_dup_openstreetmap_uri (LieuditPlace *self)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  g_ascii_formatd (latitude, sizeof latitude, "%.5f", lieudit_place_get_latitude (self));
  g_ascii_formatd (longitude, sizeof longitude, "%.5f", lieudit_place_get_longitude (self));

  return g_strdup_printf ("https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=%d/%s/%s",
                          latitude, longitude, ZOOM, latitude, longitude);
}

/**
 * lieudit_place_dup_geonames_uri:
 * @self: a place
 *
 * Returns: (transfer full) (nullable): where GeoNames describes the place;
 *   %NULL when it is not from there
 */
char *
lieudit_place_dup_geonames_uri (LieuditPlace *self)
{
  const char *source;
  gsize n_digits;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  source = lieudit_place_get_source (self);
  source = source != NULL ? strstr (source, GEONAMES) : NULL;
  if (source == NULL)
    return NULL;

  source += strlen (GEONAMES);
  n_digits = strspn (source, "0123456789");
  if (n_digits == 0)
    return NULL;

  return g_strdup_printf ("https://www.geonames.org/%.*s", (int) n_digits, source);
}

/**
 * lieudit_place_dup_wikipedia_uri:
 * @self: a place
 * @language: the language to read in
 *
 * Returns: (transfer full): where Wikipedia searches for the place by its name:
 *   an article of exactly that name opens at once
 */
char *
lieudit_place_dup_wikipedia_uri (LieuditPlace    *self,
                                 LieuditLanguage  language)
{
  const char *tag;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  if (language == LIEUDIT_LANGUAGE_UNKNOWN || language == LIEUDIT_LANGUAGE_TRANSLITERATION)
    language = LIEUDIT_LANGUAGE_ENGLISH;
  tag = lieudit_language_to_tag (language);
  name = g_uri_escape_string (lieudit_place_get_name (self, language), NULL, FALSE);

  return g_strdup_printf ("https://%s.wikipedia.org/wiki/Special:Search?go=Go&search=%s", tag, name);
}
