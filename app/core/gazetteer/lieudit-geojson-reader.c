/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-geojson-reader.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "text/lieudit-json-check.h"
#include "text/lieudit-json-members.h"

#define DEEPEST_NESTING 32

static gboolean
set_invalid (GError     **error,
             const char  *id,
             const char  *what)
{
  g_set_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED,
               "Feature “%s” of the GeoJSON file: %s", id != NULL ? id : "?", what);
  return FALSE;
}

static gboolean
read_point (JsonObject          *feature,
            LieuditPlaceRecord  *record,
            GError             **error)
{
  JsonObject *geometry = lieudit_json_get_object (feature, "geometry");
  JsonArray *coordinates = lieudit_json_get_array (geometry, "coordinates");

  if (coordinates == NULL || json_array_get_length (coordinates) < 2 ||
      g_strcmp0 (lieudit_json_get_string (geometry, "type"), "Point") != 0 ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 0)) ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 1)))
    return set_invalid (error, record->id, "there is no point");

  record->longitude = json_array_get_double_element (coordinates, 0);
  record->latitude = json_array_get_double_element (coordinates, 1);
  if (!(fabs (record->longitude) <= 180.0) || !(fabs (record->latitude) <= 90.0))
    return set_invalid (error, record->id, "its point is not on Earth");

  return TRUE;
}

static gboolean
read_names (JsonObject          *properties,
            LieuditPlaceRecord  *record,
            GError             **error)
{
  JsonObject *names = lieudit_json_get_object (properties, "names");
  g_autoptr(GList) tags = names != NULL ? json_object_get_members (names) : NULL;

  for (GList *tag = tags; tag != NULL; tag = tag->next)
    {
      LieuditLanguage language = lieudit_language_from_tag (tag->data);
      JsonArray *spellings = lieudit_json_get_array (names, tag->data);
      guint n_spellings = spellings != NULL ? json_array_get_length (spellings) : 0;

      for (guint i = 0; i < n_spellings; i++)
        {
          JsonNode *node = json_array_get_element (spellings, i);
          const char *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

          if (text == NULL || *text == '\0')
            return set_invalid (error, record->id, "a name is empty");
          lieudit_place_record_add_name (record, text, strlen (text), language,
                                         i == 0 && language != LIEUDIT_LANGUAGE_UNKNOWN);
        }
    }

  if (record->names->len == 0)
    return set_invalid (error, record->id, "it has no name");

  return TRUE;
}

static gboolean
read_feature (LieuditGazetteerBuilder  *builder,
              JsonNode                 *node,
              GError                  **error)
{
  g_autoptr(LieuditPlaceRecord) record = NULL;
  JsonObject *feature = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *properties = lieudit_json_get_object (feature, "properties");
  const char *id = lieudit_json_get_string (feature, "id");
  double population;

  if (properties == NULL || id == NULL || lieudit_json_get_string (properties, "feature") == NULL)
    return set_invalid (error, id, "it lacks an id, properties or a feature code");

  record = lieudit_place_record_new (id);
  record->curated = TRUE;
  record->feature = g_strdup (lieudit_json_get_string (properties, "feature"));
  record->country = g_strdup (lieudit_json_get_string (properties, "country"));
  record->parent = g_strdup (lieudit_json_get_string (properties, "parent"));
  record->source = g_strdup (lieudit_json_get_string (properties, "source"));
  if (lieudit_json_get_number (properties, "population", &population))
    record->population = (guint) CLAMP (population, 0.0, G_MAXINT32);
  lieudit_json_get_number (properties, "precision_km", &record->precision_km);

  if (!read_point (feature, record, error) || !read_names (properties, record, error))
    return FALSE;

  lieudit_gazetteer_builder_add_place (builder, g_steal_pointer (&record));
  return TRUE;
}

static void
read_sources (LieuditGazetteerBuilder *builder,
              JsonObject              *root)
{
  JsonObject *lieudit = lieudit_json_get_object (root, "lieudit");
  JsonObject *sources = lieudit_json_get_object (lieudit, "sources");
  g_autoptr(GList) keys = sources != NULL ? json_object_get_members (sources) : NULL;

  for (GList *key = keys; key != NULL; key = key->next)
    {
      JsonObject *source = lieudit_json_get_object (sources, key->data);

      if (source == NULL || lieudit_json_get_string (source, "title") == NULL || lieudit_json_get_string (source, "licence") == NULL)
        continue;
      lieudit_gazetteer_builder_add_source (builder, key->data,
                                            lieudit_json_get_string (source, "title"), lieudit_json_get_string (source, "licence"),
                                            lieudit_json_get_string (source, "url"), lieudit_json_get_string (source, "date"));
    }
}

/**
 * lieudit_gazetteer_builder_add_geojson:
 * @builder: a builder
 * @bytes: an RFC 7946 feature collection of places, see `data/places.md`
 * @error: return location for an error
 *
 * Adds the places of a GeoJSON file.
 *
 * Returns: whether the file was understood
 */
gboolean
lieudit_gazetteer_builder_add_geojson (LieuditGazetteerBuilder  *builder,
                                       GBytes                   *bytes,
                                       GError                  **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *problem = lieudit_json_check (text, length, DEEPEST_NESTING);
  JsonNode *root;
  JsonArray *features;

  if (problem != NULL)
    return set_invalid (error, NULL, problem);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return FALSE;

  root = json_parser_get_root (parser);
  features = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? lieudit_json_get_array (json_node_get_object (root), "features") : NULL;
  if (features == NULL)
    return set_invalid (error, NULL, "this is no feature collection");

  read_sources (builder, json_node_get_object (root));
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      if (!read_feature (builder, json_array_get_element (features, i), error))
        return FALSE;
    }

  return TRUE;
}
