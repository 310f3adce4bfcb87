/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What Recogito exports: annotations as Web Annotations or as CSV, without the text that they are on. They are put on
 * an article that has their words, or else on a list of their words.
 */
#include "config.h"

#include "session/lieudit-session-reader.h"

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "gazetteer/lieudit-csv-reader.h"
#include "text/lieudit-json-check.h"
#include "text/lieudit-json-members.h"

#define DEEPEST_NESTING 16

/* What gazetteers here call the places of GeoNames, and what the rest of the world does. */
#define GEONAMES_PREFIX "gn-"
#define GEONAMES_HOST "geonames.org/"

static const char csv_header[] = "UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR";

/* lieudit_recogito_recognise: whether a file, or its beginning, is an export of Recogito. */
gboolean
lieudit_recogito_recognise (const char *text,
                            gsize       length)
{
  g_autoptr(GString) header = g_string_new (NULL);

  for (gsize i = 0; i < length && header->len < strlen (csv_header) && text[i] != '\n'; i++)
    {
      if (text[i] != '"')
        g_string_append_c (header, text[i]);
    }
  if (strcmp (header->str, csv_header) == 0)
    return TRUE;

  return (*text == '[' || *text == '{') && memmem (text, length, "anno.jsonld", 11) != NULL &&
         memmem (text, length, "ecogito", 7) != NULL && memmem (text, length, "\"Annotation\"", 12) != NULL;
}

/* A place that GeoNames has is known here by its number. */
static char *
make_place_id (const char *uri)
{
  const char *host = strstr (uri, GEONAMES_HOST);
  gsize n_digits = host != NULL ? strspn (host + strlen (GEONAMES_HOST), "0123456789") : 0;

  if (n_digits == 0 || n_digits > 10)
    return g_strdup (uri);

  return g_strdup_printf (GEONAMES_PREFIX "%.*s", (int) n_digits, host + strlen (GEONAMES_HOST));
}

static void
set_place (LieuditReadAnnotation *annotation,
           const char            *uri,
           const char            *name,
           double                 latitude,
           double                 longitude)
{
  g_autofree char *id = NULL;

  if (!(latitude >= -90.0 && latitude <= 90.0) || !(longitude >= -180.0 && longitude <= 180.0))
    return;

  id = make_place_id (uri);
  g_clear_pointer (&annotation->place, lieudit_place_reference_free);
  annotation->place = lieudit_place_reference_new (id, name, latitude, longitude, NULL, NULL);
}

/* A person annotated it, as a place that is known or not; what only a machine proposed is left unchecked. */
static void
settle (LieuditReadAnnotation *annotation,
        gboolean               is_verified)
{
  if (is_verified)
    {
      annotation->decision = g_strdup (lieudit_decision_kind_to_nick (annotation->place != NULL ? LIEUDIT_DECISION_PLACE
                                                                                                : LIEUDIT_DECISION_NOT_LOCATED));
      annotation->scope = g_strdup (lieudit_scope_to_nick (LIEUDIT_SCOPE_MARK));
    }
  else
    {
      annotation->decision = g_strdup (LIEUDIT_SESSION_UNCHECKED);
      annotation->kind = g_strdup (lieudit_mention_kind_to_nick (LIEUDIT_MENTION_LITERAL));
      annotation->confidence = annotation->place != NULL ? 0.5 : 0.0;
    }
}

typedef struct {
  char  *quote;
  char  *anchor;
  char  *type;
  char  *uri;
  char  *label;
  char  *latitude;
  char  *longitude;
  char  *status;
  char  *comments;
} Row;

static const struct {
  const char *name;
  gsize       offset;
} columns[] = {
  { "QUOTE_TRANSCRIPTION", G_STRUCT_OFFSET (Row, quote) },
  { "ANCHOR", G_STRUCT_OFFSET (Row, anchor) },
  { "TYPE", G_STRUCT_OFFSET (Row, type) },
  { "URI", G_STRUCT_OFFSET (Row, uri) },
  { "VOCAB_LABEL", G_STRUCT_OFFSET (Row, label) },
  { "LAT", G_STRUCT_OFFSET (Row, latitude) },
  { "LNG", G_STRUCT_OFFSET (Row, longitude) },
  { "VERIFICATION_STATUS", G_STRUCT_OFFSET (Row, status) },
  { "COMMENTS", G_STRUCT_OFFSET (Row, comments) },
};

static void
row_clear (Row *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (G_STRUCT_MEMBER (char *, row, columns[i].offset));
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static GPtrArray *
read_cells (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) cell = g_string_new (NULL);

  for (const char *position = line; position != NULL;)
    {
      position = lieudit_csv_read_cell (position, ',', cell);
      g_ptr_array_add (cells, g_strdup (cell->str));
    }

  return cells;
}

static void
fill_row (Row       *row,
          GPtrArray *header,
          GPtrArray *cells)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      guint position;

      if (g_ptr_array_find_with_equal_func (header, columns[i].name, g_str_equal, &position) && position < cells->len)
        G_STRUCT_MEMBER (char *, row, columns[i].offset) = g_strdup (g_ptr_array_index (cells, position));
      else
        G_STRUCT_MEMBER (char *, row, columns[i].offset) = g_strdup ("");
    }
}

static void
add_row (GArray    *annotations,
         GPtrArray *header,
         GPtrArray *cells)
{
  g_auto(Row) row = { NULL, };
  LieuditReadAnnotation annotation = { NULL, };

  fill_row (&row, header, cells);
  if (*row.quote == '\0' || strcmp (row.type, "PLACE") != 0)
    return;

  annotation.exact = g_strdup (row.quote);
  if (g_str_has_prefix (row.anchor, "char-offset:"))
    annotation.start = (gsize) g_ascii_strtoull (row.anchor + strlen ("char-offset:"), NULL, 10);
  annotation.end = annotation.start + (gsize) g_utf8_strlen (row.quote, -1);
  if (*row.comments != '\0')
    annotation.note = g_strdup (row.comments);
  if (*row.uri != '\0' && *row.latitude != '\0' && *row.longitude != '\0')
    {
      g_auto(GStrv) labels = g_strsplit (row.label, "|", 2);

      set_place (&annotation, row.uri, labels[0] != NULL && *labels[0] != '\0' ? labels[0] : row.quote,
                 g_ascii_strtod (row.latitude, NULL), g_ascii_strtod (row.longitude, NULL));
    }
  settle (&annotation, strcmp (row.status, "UNVERIFIED") != 0);
  g_array_append_val (annotations, annotation);
}

/* A row may go over several lines. */
static void
read_csv (const char *text,
          GArray     *annotations)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GString) row = g_string_new (NULL);
  g_autoptr(GPtrArray) header = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) cells = NULL;

      g_string_append (row, lines[i]);
      if (lieudit_csv_has_open_quotation (row->str, row->len))
        {
          g_string_append_c (row, '\n');
          continue;
        }
      g_strchomp (row->str);
      cells = read_cells (row->str);
      g_string_truncate (row, 0);
      if (header == NULL)
        header = g_steal_pointer (&cells);
      else
        add_row (annotations, header, cells);
    }
}

/* What is one thing or an array of them. */
static JsonObject *
get_nth_object (JsonNode *node,
                guint     n)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return n == 0 ? json_node_get_object (node) : NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node) || n >= json_array_get_length (json_node_get_array (node)))
    return NULL;

  node = json_array_get_element (json_node_get_array (node), n);
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gsize
get_size (JsonObject *object,
          const char *name)
{
  double value;

  return lieudit_json_get_number (object, name, &value) && value >= 0.0 && value <= G_MAXINT ? (gsize) value : 0;
}

static void
read_selectors (JsonObject            *target,
                LieuditReadAnnotation *annotation)
{
  JsonNode *selectors = json_object_get_member (target, "selector");
  JsonObject *selector;

  for (guint i = 0; (selector = get_nth_object (selectors, i)) != NULL; i++)
    {
      if (g_strcmp0 (lieudit_json_get_string (selector, "type"), "TextPositionSelector") == 0)
        {
          annotation->start = get_size (selector, "start");
          annotation->end = get_size (selector, "end");
        }
      else if (annotation->exact == NULL && lieudit_json_get_string (selector, "exact") != NULL)
        {
          annotation->exact = g_strdup (lieudit_json_get_string (selector, "exact"));
        }
    }
}

/* The first position of a geometry: of a point, it itself. */
static gboolean
find_position (JsonNode *node,
               double   *longitude,
               double   *latitude)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  while (array != NULL && json_array_get_length (array) > 0 && JSON_NODE_HOLDS_ARRAY (json_array_get_element (array, 0)))
    array = json_array_get_array_element (array, 0);
  if (array == NULL || json_array_get_length (array) < 2 || !JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 0)) ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 1)))
    return FALSE;

  *longitude = json_node_get_double (json_array_get_element (array, 0));
  *latitude = json_node_get_double (json_array_get_element (array, 1));

  return TRUE;
}

static gboolean
has_member (JsonObject *body,
            const char *name,
            const char *value)
{
  return g_strcmp0 (lieudit_json_get_string (body, name), value) == 0;
}

/* A reference says which place, a feature behind it says where that is. Returns whether it is about a place. */
static gboolean
read_bodies (JsonNode              *bodies,
             LieuditReadAnnotation *annotation)
{
  const char *uri = NULL;
  gboolean is_place = FALSE;
  JsonObject *body;

  for (guint i = 0; (body = get_nth_object (bodies, i)) != NULL; i++)
    {
      JsonObject *geometry = lieudit_json_get_object (body, "geometry");
      const char *value = lieudit_json_get_string (body, "value");
      double longitude, latitude;

      if (has_member (body, "type", "SpecificResource") && has_member (body, "purpose", "identifying"))
        {
          uri = lieudit_json_get_string (body, "id") != NULL ? lieudit_json_get_string (body, "id") : value;
          is_place = TRUE;
        }
      else if (geometry != NULL && find_position (json_object_get_member (geometry, "coordinates"), &longitude, &latitude))
        {
          set_place (annotation, uri != NULL ? uri : annotation->exact, annotation->exact, latitude, longitude);
          is_place = TRUE;
        }
      else if (has_member (body, "purpose", "commenting") && value != NULL && annotation->note == NULL)
        {
          annotation->note = g_strdup (value);
        }
    }

  return is_place;
}

static void
add_annotation (GArray     *annotations,
                JsonObject *object)
{
  LieuditReadAnnotation annotation = { NULL, };
  JsonObject *target = get_nth_object (json_object_get_member (object, "target"), 0);

  if (target != NULL)
    read_selectors (target, &annotation);
  if (annotation.exact != NULL && *annotation.exact != '\0' &&
      read_bodies (json_object_get_member (object, "body"), &annotation))
    {
      settle (&annotation, TRUE);
      g_array_append_val (annotations, annotation);
    }
  else
    {
      lieudit_read_annotation_clear (&annotation);
    }
}

static gboolean
read_json (const char  *text,
           gsize        length,
           GArray      *annotations,
           GError     **error)
{
  const char *problem = lieudit_json_check (text, length, DEEPEST_NESTING);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *object;

  if (problem != NULL)
    {
      g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED, problem);
      return FALSE;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return FALSE;

  for (guint i = 0; (object = get_nth_object (json_parser_get_root (parser), i)) != NULL; i++)
    add_annotation (annotations, object);

  return TRUE;
}

/* A line a quotation, on which it then is. */
static LieuditArticle *
make_list (GArray *annotations)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gsize position = 0;

  for (guint i = 0; i < annotations->len; i++)
    {
      LieuditReadAnnotation *annotation = &g_array_index (annotations, LieuditReadAnnotation, i);

      annotation->start = position;
      annotation->end = position + (gsize) g_utf8_strlen (annotation->exact, -1);
      position = annotation->end + 1;
      g_string_append_printf (text, "%s\n", annotation->exact);
    }

  return lieudit_article_new (text->str, _("Places from Recogito"), NULL, NULL, NULL);
}

/* Whether an article has at least half of the words; so many of them are looked for. */
#define MOST_SOUGHT 200u

static gboolean
fits (GArray         *annotations,
      LieuditArticle *article)
{
  guint n_sought = MIN (annotations->len, MOST_SOUGHT);
  guint n_present = 0;

  for (guint i = 0; i < n_sought; i++)
    n_present += strstr (lieudit_article_get_text (article), g_array_index (annotations, LieuditReadAnnotation, i).exact) != NULL;

  return n_present * 2 >= n_sought;
}

/*
 * lieudit_recogito_read:
 * @bytes: an export
 * @onto: (nullable): an article that may have the words
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a session on @onto or on a list of words
 */
LieuditSession *
lieudit_recogito_read (GBytes          *bytes,
                       LieuditArticle  *onto,
                       GError         **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_utf8_make_valid (data, (gssize) length);
  g_autoptr(GArray) annotations = g_array_new (FALSE, FALSE, sizeof (LieuditReadAnnotation));
  g_autoptr(LieuditRecordedMentions) recorded = NULL;
  g_autoptr(LieuditArticle) article = NULL;
  LieuditSession *session;

  g_array_set_clear_func (annotations, lieudit_read_annotation_clear);
  if (*text == '[' || *text == '{')
    {
      if (!read_json (text, strlen (text), annotations, error))
        return NULL;
    }
  else
    {
      read_csv (text, annotations);
    }
  if (annotations->len == 0)
    {
      g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED,
                           _("Recogito exported no places into it."));
      return NULL;
    }

  article = onto != NULL && fits (annotations, onto) ? g_object_ref (onto) : make_list (annotations);
  session = lieudit_session_new (article);
  recorded = lieudit_recorded_mentions_new (lieudit_session_get_anchors (session));
  for (guint i = 0; i < annotations->len; i++)
    lieudit_read_annotation_restore (session, recorded, &g_array_index (annotations, LieuditReadAnnotation, i));
  if (article != onto)
    lieudit_recorded_mentions_set_whole (recorded, article);
  lieudit_session_set_recorded (session, recorded);
  lieudit_session_set_imported (session);

  return session;
}
