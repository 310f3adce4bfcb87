/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-point-reader.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "text/lieudit-json-check.h"
#include "gazetteer/lieudit-feature.h"
#include "gazetteer/lieudit-geonames-reader.h"

#define DEEPEST_NESTING 32
#define LARGEST_FEATURE (1024 * 1024)
#define LONGEST_MEMBER 16

/* The features of a collection lie in an array that lies in an object. */
#define FEATURE_DEPTH 2

/**
 * LieuditPointReader:
 *
 * Reads the points of a GeoJSON feature collection of any size, one feature at
 * a time: it only counts brackets, and has json-glib read what lies between.
 */
struct _LieuditPointReader
{
  char                 *id_prefix;
  LieuditPointFunction  function;
  gpointer              user_data;

  char     brackets[DEEPEST_NESTING];
  guint    depth;
  gboolean is_in_string;
  gboolean is_escaped;
  GString *member;       /* the last string of the outermost object */
  gboolean is_in_features;
  gboolean has_features;
  gboolean has_ended;

  gboolean is_captured;  /* a feature, into @feature */
  gboolean is_too_large;
  GString *feature;
  guint64  feature_line;
  guint64  line;
};

/**
 * lieudit_point_reader_new:
 * @id_prefix: what the identifiers of places begin with
 * @function: (scope call): what takes the places
 * @user_data: data for @function
 *
 * Returns: (transfer full): a reader
 */
LieuditPointReader *
lieudit_point_reader_new (const char           *id_prefix,
                          LieuditPointFunction  function,
                          gpointer              user_data)
{
  LieuditPointReader *self = g_new0 (LieuditPointReader, 1);

  self->id_prefix = g_strdup (id_prefix);
  self->function = function;
  self->user_data = user_data;
  self->member = g_string_new (NULL);
  self->feature = g_string_new (NULL);
  self->line = 1;

  return self;
}

/**
 * lieudit_point_reader_free:
 * @self: (transfer full): a reader
 *
 * Frees a reader.
 */
void
lieudit_point_reader_free (LieuditPointReader *self)
{
  g_free (self->id_prefix);
  g_string_free (self->member, TRUE);
  g_string_free (self->feature, TRUE);
  g_free (self);
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static LieuditImportProblem
read_point (JsonObject         *feature,
            LieuditPlaceRecord *record)
{
  JsonObject *geometry = get_object (feature, "geometry");
  JsonNode *node = geometry != NULL ? json_object_get_member (geometry, "coordinates") : NULL;
  JsonArray *coordinates = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (geometry == NULL || g_strcmp0 (get_string (json_object_get_member (geometry, "type")), "Point") != 0)
    return LIEUDIT_IMPORT_NO_POINT;
  if (coordinates == NULL || json_array_get_length (coordinates) < 2 ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 0)) ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 1)))
    return LIEUDIT_IMPORT_COORDINATES;

  record->longitude = json_array_get_double_element (coordinates, 0);
  record->latitude = json_array_get_double_element (coordinates, 1);

  return fabs (record->longitude) <= 180.0 && fabs (record->latitude) <= 90.0
    ? LIEUDIT_IMPORT_NO_PROBLEM
    : LIEUDIT_IMPORT_COORDINATES;
}

static void
add_name (LieuditPlaceRecord   *record,
          JsonNode             *node,
          LieuditLanguage       language,
          gboolean              preferred,
          LieuditImportProblem *problem)
{
  const char *name = get_string (node);

  if (name == NULL || *name == '\0')
    return;

  if (g_utf8_strlen (name, -1) > LIEUDIT_LONGEST_PLACE_NAME)
    *problem = LIEUDIT_IMPORT_LONG_NAME;
  else
    lieudit_place_record_add_name (record, name, strlen (name), language, preferred);
}

/* "names": { "fr": [ "Alep" ], "en": "Aleppo" } */
static void
read_names_by_language (JsonObject           *names,
                        LieuditPlaceRecord   *record,
                        LieuditImportProblem *problem)
{
  JsonObjectIter iter;
  const char *tag;
  JsonNode *node;

  json_object_iter_init (&iter, names);
  while (json_object_iter_next (&iter, &tag, &node))
    {
      LieuditLanguage language = lieudit_language_from_tag (tag);
      JsonArray *spellings = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      add_name (record, node, language, language != LIEUDIT_LANGUAGE_UNKNOWN, problem);
      for (guint i = 0; spellings != NULL && i < json_array_get_length (spellings); i++)
        add_name (record, json_array_get_element (spellings, i), language,
                  i == 0 && language != LIEUDIT_LANGUAGE_UNKNOWN, problem);
    }
}

/* "name", and "name:fr" as OpenStreetMap has it, or "name_fr". */
static void
read_names (JsonObject           *properties,
            LieuditPlaceRecord   *record,
            LieuditImportProblem *problem)
{
  JsonObject *names = get_object (properties, "names");
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init (&iter, properties);
  while (json_object_iter_next (&iter, &member, &node))
    {
      if (strcmp (member, "name") == 0)
        add_name (record, node, LIEUDIT_LANGUAGE_UNKNOWN, TRUE, problem);
      else if (g_str_has_prefix (member, "name:") || g_str_has_prefix (member, "name_"))
        add_name (record, node, lieudit_language_from_tag (member + strlen ("name:")), TRUE, problem);
    }
  if (names != NULL)
    read_names_by_language (names, record, problem);
}

static void
read_facts (JsonObject         *properties,
            LieuditPlaceRecord *record)
{
  const char *feature = get_string (json_object_get_member (properties, "feature"));
  const char *country = get_string (json_object_get_member (properties, "country"));
  JsonNode *population = json_object_get_member (properties, "population");

  record->feature = g_strdup (feature != NULL && strlen (feature) < LIEUDIT_FEATURE_CODE_LENGTH ? feature : "PPL");
  record->country = country != NULL && strlen (country) == 2 ? g_ascii_strup (country, -1) : NULL;
  if (population != NULL && JSON_NODE_HOLDS_VALUE (population))
    record->population = (guint) CLAMP (json_node_get_double (population), 0.0, G_MAXINT32);
  record->precision_km = lieudit_import_guess_precision (record->feature);
}

static char *
read_id (LieuditPointReader *self,
         JsonObject         *feature)
{
  JsonNode *node = json_object_get_member (feature, "id");

  if (get_string (node) != NULL)
    return g_strconcat (self->id_prefix, get_string (node), NULL);
  if (node != NULL && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, self->id_prefix, json_node_get_int (node));

  return NULL;
}

static LieuditPlaceRecord *
parse_feature (LieuditPointReader   *self,
               LieuditImportProblem *problem)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(LieuditPlaceRecord) record = NULL;
  g_autofree char *id = NULL;
  JsonObject *feature;
  JsonObject *properties;

  *problem = LIEUDIT_IMPORT_ENCODING;
  if (!g_utf8_validate_len (self->feature->str, self->feature->len, NULL))
    return NULL;
  *problem = LIEUDIT_IMPORT_NOT_JSON;
  if (lieudit_json_check (self->feature->str, self->feature->len, DEEPEST_NESTING) != NULL ||
      !json_parser_load_from_data (parser, self->feature->str, (gssize) self->feature->len, NULL))
    return NULL;

  feature = json_node_get_object (json_parser_get_root (parser));
  properties = get_object (feature, "properties");
  *problem = LIEUDIT_IMPORT_NO_NAME;
  if (properties == NULL)
    return NULL;

  id = read_id (self, feature);
  if (id == NULL)
    id = g_strdup_printf ("%s%" G_GUINT64_FORMAT, self->id_prefix, self->feature_line);
  record = lieudit_place_record_new (id);
  read_facts (properties, record);
  *problem = read_point (feature, record);
  if (*problem != LIEUDIT_IMPORT_NO_PROBLEM)
    return NULL;

  read_names (properties, record, problem);
  if (record->names->len > 0)
    return g_steal_pointer (&record);

  if (*problem == LIEUDIT_IMPORT_NO_PROBLEM)
    *problem = LIEUDIT_IMPORT_NO_NAME;
  return NULL;
}

static gboolean
end_feature (LieuditPointReader  *self,
             GError             **error)
{
  g_autoptr(LieuditPlaceRecord) record = NULL;
  LieuditImportProblem problem = LIEUDIT_IMPORT_LONG_LINE;

  self->is_captured = FALSE;
  if (!self->is_too_large)
    record = parse_feature (self, &problem);

  return self->function (record, problem, self->feature_line, self->user_data, error);
}

static gboolean
set_not_geojson (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("This is no GeoJSON feature collection, or it is cut off."));
  return FALSE;
}

static gboolean
open_bracket (LieuditPointReader  *self,
              char                 bracket,
              GError             **error)
{
  if (self->depth == DEEPEST_NESTING || self->has_ended)
    return set_not_geojson (error);

  if (self->depth == 1 && bracket == '[' && self->brackets[0] == '{')
    {
      self->is_in_features = strcmp (self->member->str, "features") == 0;
      self->has_features |= self->is_in_features;
    }
  if (self->depth == FEATURE_DEPTH && self->is_in_features && bracket == '{')
    {
      self->is_captured = TRUE;
      self->is_too_large = FALSE;
      self->feature_line = self->line;
      g_string_assign (self->feature, "{");
    }
  self->brackets[self->depth++] = bracket;

  return TRUE;
}

static gboolean
close_bracket (LieuditPointReader  *self,
               char                 bracket,
               GError             **error)
{
  if (self->depth == 0 || (self->brackets[self->depth - 1] == '{') != (bracket == '}'))
    return set_not_geojson (error);

  self->depth--;
  self->is_in_features &= self->depth >= FEATURE_DEPTH;
  self->has_ended = self->depth == 0;
  if (self->is_captured && self->depth == FEATURE_DEPTH)
    return end_feature (self, error);

  return TRUE;
}

static void
read_byte_of_string (LieuditPointReader *self,
                     char                byte)
{
  if (self->is_escaped)
    self->is_escaped = FALSE;
  else if (byte == '\\')
    self->is_escaped = TRUE;
  else if (byte == '"')
    self->is_in_string = FALSE;
  else if (self->depth == 1 && self->member->len < LONGEST_MEMBER)
    g_string_append_c (self->member, byte);
}

static gboolean
read_byte (LieuditPointReader  *self,
           char                 byte,
           GError             **error)
{
  if (self->is_captured && self->feature->len < LARGEST_FEATURE)
    g_string_append_c (self->feature, byte);
  else
    self->is_too_large = TRUE;
  self->line += byte == '\n';

  if (self->is_in_string)
    {
      read_byte_of_string (self, byte);
      return TRUE;
    }

  switch (byte)
    {
    case '"':
      self->is_in_string = TRUE;
      if (self->depth == 1)
        g_string_truncate (self->member, 0);
      return TRUE;
    case '{':
    case '[':
      return open_bracket (self, byte, error);
    case '}':
    case ']':
      return close_bracket (self, byte, error);
    default:
      return TRUE;
    }
}

/**
 * lieudit_point_reader_push:
 * @self: a reader
 * @text: (array length=length): the next bytes of the file
 * @length: how many
 * @error: return location for an error
 *
 * Reads on, and calls the function for each feature that is complete.
 *
 * Returns: whether to go on
 */
gboolean
lieudit_point_reader_push (LieuditPointReader  *self,
                           const char          *text,
                           gsize                length,
                           GError             **error)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!read_byte (self, text[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lieudit_point_reader_finish:
 * @self: a reader
 * @error: return location for an error
 *
 * Ends the file.
 *
 * Returns: whether it was a whole feature collection
 */
gboolean
lieudit_point_reader_finish (LieuditPointReader  *self,
                             GError             **error)
{
  return (self->has_features && self->has_ended) || set_not_geojson (error);
}
