/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wire messages as IPTC ninjs, versions 1 to 3, with the places that the agency states. */
#include "config.h"

#include "article/lieudit-ninjs-reader.h"

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-html-text.h"
#include "text/lieudit-json-check.h"
#include "text/lieudit-json-members.h"

#define DEEPEST_JSON 64

/* Where an item names its members, which come in any order. */
#define SAMPLE_SIZE (64 * 1024)

/**
 * lieudit_ninjs_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: whether the file is a message of ninjs
 */
gboolean
lieudit_ninjs_recognise (const char *data,
                         gsize       length)
{
  static const char * const bodies[] = { "\"bodies\"", "\"body_text\"", "\"body_html\"", "\"body_xhtml\"" };
  gsize start = 0;

  length = MIN (length, SAMPLE_SIZE);
  while (start < length && g_ascii_isspace (data[start]))
    start++;
  if (start == length || data[start] != '{' || memmem (data, length, "\"uri\"", 5) == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      if (memmem (data, length, bodies[i], strlen (bodies[i])) != NULL)
        return TRUE;
    }

  return FALSE;
}

static JsonObject *
get_element (JsonArray *array,
             guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Version 2 has lists where version 1 has one string: the first with the role wanted, else the first. */
static const char *
get_value (JsonObject *item,
           const char *single,
           const char *plural,
           const char *role)
{
  JsonArray *array = lieudit_json_get_array (item, plural);
  const char *value = lieudit_json_get_string (item, single);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = get_element (array, i);
      const char *own_role = lieudit_json_get_string (element, "role");

      if (value == NULL || (role != NULL && g_strcmp0 (own_role, role) == 0))
        value = lieudit_json_get_string (element, "value");
    }

  return value;
}

static void
append_body (JsonObject            *item,
             LieuditArticleBuilder *builder)
{
  static const char * const html_members[] = { "body_xhtml", "body_html" };
  JsonArray *bodies = lieudit_json_get_array (item, "bodies");
  const char *html = NULL;
  const char *text = lieudit_json_get_string (item, "body_text");

  for (gsize i = 0; i < G_N_ELEMENTS (html_members); i++)
    {
      if (html == NULL)
        html = lieudit_json_get_string (item, html_members[i]);
    }
  for (guint i = 0; bodies != NULL && i < json_array_get_length (bodies); i++)
    {
      JsonObject *body = get_element (bodies, i);
      const char *type = lieudit_json_get_string (body, "contenttype");
      const char *value = lieudit_json_get_string (body, "value");

      if (type != NULL && strstr (type, "html") != NULL && html == NULL)
        html = value;
      else if (text == NULL)
        text = value;
    }

  if (html != NULL)
    {
      lieudit_html_append_fragment (html, builder);
    }
  else if (text != NULL)
    {
      g_auto(GStrv) paragraphs = g_regex_split_simple ("\\n\\s*\\n", text, 0, 0);

      for (guint i = 0; paragraphs[i] != NULL; i++)
        lieudit_article_builder_append_paragraph (builder, paragraphs[i]);
    }
}

static gboolean
get_position (JsonObject *place,
              double     *latitude,
              double     *longitude)
{
  static const char * const members[] = { "geojson", "geoJSON", "geometry_geojson", "geometry" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonObject *geometry = lieudit_json_get_object (place, members[i]);
      JsonArray *coordinates;

      if (lieudit_json_get_object (geometry, "geometry") != NULL)
        geometry = lieudit_json_get_object (geometry, "geometry");
      coordinates = lieudit_json_get_array (geometry, "coordinates");
      if (g_strcmp0 (lieudit_json_get_string (geometry, "type"), "Point") == 0 && coordinates != NULL &&
          json_array_get_length (coordinates) >= 2 && JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 0)) &&
          JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 1)))
        {
          *longitude = json_node_get_double (json_array_get_element (coordinates, 0));
          *latitude = json_node_get_double (json_array_get_element (coordinates, 1));
          return TRUE;
        }
    }

  return FALSE;
}

static void
state_places (JsonArray             *places,
              LieuditArticleBuilder *builder)
{
  for (guint i = 0; places != NULL && i < json_array_get_length (places); i++)
    {
      JsonObject *object = get_element (places, i);
      LieuditStatedPlace place = { 0, };

      place.name = (char *) lieudit_json_get_string (object, "name");
      place.id = (char *) lieudit_json_get_string (object, "uri");
      if (place.id == NULL)
        place.id = (char *) lieudit_json_get_string (object, "literal");
      if (place.id == NULL)
        place.id = (char *) lieudit_json_get_string (object, "code");
      if (object != NULL)
        place.is_located = get_position (object, &place.latitude, &place.longitude);
      if (place.name != NULL)
        lieudit_article_builder_state_place (builder, &place);
    }
}

static void
read_item (JsonObject            *item,
           LieuditArticleBuilder *builder)
{
  static const char * const dates[] = { "versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated",
                                        "firstCreated" };
  const char *provider = get_value (item, "provider", "infosources", NULL);

  lieudit_article_builder_set_title (builder, get_value (item, "headline", "headlines", "main"));
  lieudit_article_builder_set_language (builder, lieudit_json_get_string (item, "language"));
  lieudit_article_builder_set_author (builder, get_value (item, "byline", "bylines", NULL));
  lieudit_article_builder_set_author (builder, lieudit_json_get_string (item, "by"));
  if (provider == NULL)
    provider = lieudit_json_get_string (lieudit_json_get_object (item, "provider"), "name");
  lieudit_article_builder_set_publisher (builder, provider);
  for (gsize i = G_N_ELEMENTS (dates); i > 0; i--)
    lieudit_article_builder_set_date (builder, lieudit_json_get_string (item, dates[i - 1]));

  lieudit_article_builder_append_heading (builder, lieudit_article_builder_get_title (builder), 1);
  append_body (item, builder);
  state_places (lieudit_json_get_array (item, "places"), builder);
  state_places (lieudit_json_get_array (item, "place"), builder);
}

/**
 * lieudit_ninjs_read:
 * @bytes: a message
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads a message as one article.
 *
 * Returns: whether it could be read
 */
gboolean
lieudit_ninjs_read (GBytes          *bytes,
                    LieuditReading  *reading,
                    GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  g_autoptr(JsonParser) parser = json_parser_new ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *problem = lieudit_json_check (data, length, DEEPEST_JSON);

  if (problem != NULL || !json_parser_load_from_data (parser, data, (gssize) length, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
                   /* Translators: %s is a sentence that says what is wrong */
                   _("This wire message is damaged or cut off: %s Get it again from where it comes from."),
                   problem != NULL ? problem : _("The text is not JSON."));
      return FALSE;
    }

  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  read_item (json_node_get_object (json_parser_get_root (parser)), builder);

  return lieudit_reading_take_builder (reading, builder, error);
}
