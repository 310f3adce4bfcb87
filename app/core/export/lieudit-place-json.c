/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/lieudit-place-json.h"

/**
 * lieudit_place_dup_admin:
 * @place: a place
 * @language: the language of the names
 *
 * Names the areas that a place lies in, below its country.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, the widest
 *   area first
 */
char **
lieudit_place_dup_admin (LieuditPlace    *place,
                         LieuditLanguage  language)
{
  g_autoptr(GPtrArray) hierarchy = NULL;
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  hierarchy = lieudit_place_dup_hierarchy (place);
  for (guint i = 0; i < hierarchy->len; i++)
    {
      LieuditPlace *area = g_ptr_array_index (hierarchy, i);
      const char *name = lieudit_place_get_name (area, language);

      if (name != NULL && lieudit_place_get_feature_class (area) != LIEUDIT_FEATURE_COUNTRY)
        g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

/*
 * lieudit_place_write_name:
 *
 * Writes what every list of places tells first: the members id, name, lat, lon.
 */
void
lieudit_place_write_name (LieuditPlace      *place,
                          LieuditLanguage    language,
                          LieuditJsonWriter *writer)
{
  lieudit_json_writer_name (writer, "id");
  lieudit_json_writer_string (writer, lieudit_place_get_id (place));
  lieudit_json_writer_name (writer, "name");
  lieudit_json_writer_string (writer, lieudit_place_get_name (place, language));
  lieudit_json_writer_name (writer, "lat");
  lieudit_json_writer_double (writer, lieudit_place_get_latitude (place), LIEUDIT_COORDINATE_DECIMALS);
  lieudit_json_writer_name (writer, "lon");
  lieudit_json_writer_double (writer, lieudit_place_get_longitude (place), LIEUDIT_COORDINATE_DECIMALS);
}

/* lieudit_place_write_names: writes the member names, an object with the first name in each language. */
void
lieudit_place_write_names (LieuditPlace      *place,
                           LieuditJsonWriter *writer)
{
  lieudit_json_writer_name (writer, "names");
  lieudit_json_writer_begin_object (writer);
  for (LieuditLanguage language = LIEUDIT_LANGUAGE_FRENCH; language < LIEUDIT_N_LANGUAGES; language++)
    {
      g_auto(GStrv) names = lieudit_place_dup_names (place, language);

      if (names == NULL || names[0] == NULL)
        continue;

      lieudit_json_writer_name (writer, lieudit_language_to_tag (language));
      lieudit_json_writer_string (writer, names[0]);
    }
  lieudit_json_writer_end_object (writer);
}

/* lieudit_place_write_admin: writes the members country and admin. */
void
lieudit_place_write_admin (LieuditPlace      *place,
                           LieuditLanguage    language,
                           LieuditJsonWriter *writer)
{
  g_auto(GStrv) admin = lieudit_place_dup_admin (place, language);
  const char *country = lieudit_place_get_country_code (place);

  lieudit_json_writer_name (writer, "country");
  lieudit_json_writer_string (writer, country != NULL && *country != '\0' ? country : NULL);
  lieudit_json_writer_name (writer, "admin");
  lieudit_json_writer_strings (writer, (const char * const *) admin);
}

/* lieudit_place_write: writes a place as the next value, an object. */
void
lieudit_place_write (LieuditPlace      *place,
                     LieuditLanguage    language,
                     LieuditJsonWriter *writer)
{
  lieudit_json_writer_begin_object (writer);
  lieudit_place_write_name (place, language, writer);
  lieudit_json_writer_name (writer, "feature");
  lieudit_json_writer_string (writer, lieudit_place_get_feature_code (place));
  lieudit_place_write_admin (place, language, writer);
  lieudit_json_writer_name (writer, "uncertainty_km");
  lieudit_json_writer_double (writer, lieudit_place_get_uncertainty_km (place), LIEUDIT_KILOMETRE_DECIMALS);
  lieudit_json_writer_end_object (writer);
}

/* Places mostly come in the order of the text, which is counted once then. */
typedef struct {
  const char *text;
  gsize       bytes;
  gsize       code_points;
} Counter;

static gsize
count_code_points (Counter *counter,
                   gsize    offset)
{
  if (offset < counter->bytes)
    counter->bytes = counter->code_points = 0;
  counter->code_points += (gsize) g_utf8_strlen (counter->text + counter->bytes, (gssize) (offset - counter->bytes));
  counter->bytes = offset;

  return counter->code_points;
}

static void
write_stated_place (const LieuditStatedPlace *place,
                    Counter                  *counter,
                    LieuditJsonWriter        *writer)
{
  lieudit_json_writer_begin_object (writer);
  lieudit_json_writer_name (writer, "name");
  lieudit_json_writer_string (writer, place->name);
  if (place->id != NULL)
    {
      lieudit_json_writer_name (writer, "id");
      lieudit_json_writer_string (writer, place->id);
    }
  if (place->start < place->end)
    {
      lieudit_json_writer_name (writer, "start");
      lieudit_json_writer_size (writer, count_code_points (counter, place->start));
      lieudit_json_writer_name (writer, "end");
      lieudit_json_writer_size (writer, count_code_points (counter, place->end));
    }
  if (place->is_located)
    {
      lieudit_json_writer_name (writer, "lat");
      lieudit_json_writer_double (writer, place->latitude, LIEUDIT_COORDINATE_DECIMALS);
      lieudit_json_writer_name (writer, "lon");
      lieudit_json_writer_double (writer, place->longitude, LIEUDIT_COORDINATE_DECIMALS);
    }
  lieudit_json_writer_end_object (writer);
}

/* lieudit_article_write_stated_places: writes the member stated_places, if the article's own file states any. */
void
lieudit_article_write_stated_places (LieuditArticle    *article,
                                     LieuditJsonWriter *writer)
{
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  Counter counter = { lieudit_article_get_text (article), 0, 0 };
  const LieuditStatedPlace *places = NULL;
  guint n_places = 0;

  if (outline != NULL)
    places = lieudit_article_outline_get_stated_places (outline, &n_places);
  if (n_places == 0)
    return;

  lieudit_json_writer_name (writer, "stated_places");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < n_places; i++)
    write_stated_place (&places[i], &counter, writer);
  lieudit_json_writer_end_array (writer);
}
