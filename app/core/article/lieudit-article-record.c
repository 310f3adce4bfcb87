/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-record.h"

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "article/lieudit-article-head.h"
#include "article/lieudit-article-reader.h"
#include "text/lieudit-json-check.h"

/* A record is flat; keys that are ignored may hold more. */
#define MAX_DEPTH 64

static void
set_record_error (GError     **error,
                  const char  *sentence)
{
  g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_RECORD, sentence);
}

static JsonParser *
parse_object (const char  *line,
              gsize        length,
              GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) parser_error = NULL;
  const char *problem = lieudit_json_check (line, length, MAX_DEPTH);

  if (problem != NULL)
    {
      set_record_error (error, problem);
      return NULL;
    }

  if (!json_parser_load_from_data (parser, line, (gssize) length, &parser_error))
    {
      set_record_error (error, _("The line is not valid JSON."));
      return NULL;
    }

  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      set_record_error (error, _("The line is not a JSON object."));
      return NULL;
    }

  return g_steal_pointer (&parser);
}

/* A member that is absent or null is no error: *value is NULL. */
static gboolean
get_string (JsonObject  *object,
            const char  *name,
            const char **value,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *value = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      g_set_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_RECORD,
                   /* Translators: %s is the name of a JSON member, such as “text” */
                   _("“%s” is not a string."), name);
      return FALSE;
    }

  *value = json_node_get_string (node);

  return TRUE;
}

/* Feeds state the hour, too: "2024-11-30T06:40:00Z". */
static char *
dup_date (const char *text)
{
  gsize length = text != NULL ? lieudit_article_scan_date (text) : 0;

  return length > 0 ? g_strndup (text, length) : NULL;
}

/**
 * lieudit_article_read_record:
 * @line: (array length=length): a JSON object
 * @length: its length, in bytes
 * @language: (nullable): the language of records that do not tell theirs, as a
 *   BCP 47 tag
 * @id: (out) (transfer full) (nullable): return location for the record's id,
 *   which is set on error too if there was one
 * @error: return location for an error
 *
 * Reads an article from one line of a stream of JSON records: an object with
 * the strings `id` and `text`, and perhaps `language`, `title` and `date`.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR.
 *
 * Returns: (transfer full) (nullable): a new article, or %NULL on error
 */
LieuditArticle *
lieudit_article_read_record (const char  *line,
                             gsize        length,
                             const char  *language,
                             char       **id,
                             GError     **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_auto(LieuditArticleHead) head = { NULL, };
  g_autofree char *date = NULL;
  JsonObject *object;
  const char *id_value, *text, *own_language, *title, *date_value;

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  *id = NULL;
  parser = parse_object (line, length, error);
  if (parser == NULL)
    return NULL;

  object = json_node_get_object (json_parser_get_root (parser));
  if (!get_string (object, "id", &id_value, error))
    return NULL;
  *id = g_strdup (id_value);

  if (!get_string (object, "text", &text, error) ||
      !get_string (object, "language", &own_language, error) ||
      !get_string (object, "title", &title, error) ||
      !get_string (object, "date", &date_value, error))
    return NULL;

  if (text == NULL)
    {
      set_record_error (error, _("There is no “text” in the line."));
      return NULL;
    }

  if (strlen (text) > LIEUDIT_ARTICLE_SIZE_LIMIT)
    {
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE,
                           _("The text is too long for an article. Cut it into several."));
      return NULL;
    }

  lieudit_article_head_init (&head, text);
  date = dup_date (date_value);

  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", text,
                       "body-offset", (guint64) head.body_offset,
                       "title", title != NULL ? title : head.title,
                       "date", date != NULL ? date : head.date,
                       "language", own_language != NULL ? own_language : language,
                       "source", *id,
                       NULL);
}
