/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * W3C Web Annotations, an annotation a mention, in the vocabulary of session files: Lieudit opens the collection as a
 * session, with what a person decided and the article.
 */
#include "config.h"

#include "export/lieudit-export-format.h"

#include <string.h>

#include "export/lieudit-place-json.h"
#include "export/lieudit-xml-writer.h"
#include "session/lieudit-session-format.h"

static void
write_size (LieuditJsonWriter *json,
            const char        *name,
            gsize              value)
{
  lieudit_json_writer_name (json, name);
  lieudit_json_writer_size (json, value);
}

static void
write_context (LieuditJsonWriter *json)
{
  lieudit_json_writer_name (json, "@context");
  lieudit_json_writer_begin_array (json);
  lieudit_json_writer_string (json, "http://www.w3.org/ns/anno.jsonld");
  lieudit_json_writer_string (json, "https://geojson.org/geojson-ld/geojson-context.jsonld");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "lieudit", "https://lieudit.org/ns/session#");
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_end_array (json);
}

static void
write_article (LieuditArticle    *article,
               LieuditJsonWriter *json)
{
  const char *text = lieudit_article_get_text (article);

  lieudit_json_writer_name (json, "lieudit:article");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "title", lieudit_article_get_title (article));
  lieudit_json_writer_text_member (json, "date", lieudit_article_get_date (article));
  lieudit_json_writer_text_member (json, "language", lieudit_article_get_language (article));
  lieudit_json_writer_text_member (json, "source", lieudit_article_get_source (article));
  write_size (json, "bodyStart", (gsize) g_utf8_strlen (text, (gssize) lieudit_article_get_body_offset (article)));
  lieudit_json_writer_text_member (json, "text", text);
  lieudit_json_writer_end_object (json);
}

static void
write_body (LieuditPlace      *place,
            LieuditLanguage    language,
            LieuditJsonWriter *json)
{
  lieudit_json_writer_name (json, "body");
  lieudit_json_writer_begin_array (json);
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "Feature");
  lieudit_json_writer_text_member (json, "purpose", "identifying");
  lieudit_json_writer_text_member (json, "id", lieudit_place_get_id (place));
  lieudit_json_writer_name (json, "geometry");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "Point");
  lieudit_json_writer_name (json, "coordinates");
  lieudit_json_writer_begin_array (json);
  lieudit_json_writer_double (json, lieudit_place_get_longitude (place), LIEUDIT_COORDINATE_DECIMALS);
  lieudit_json_writer_double (json, lieudit_place_get_latitude (place), LIEUDIT_COORDINATE_DECIMALS);
  lieudit_json_writer_end_array (json);
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_name (json, "properties");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "name", lieudit_place_get_name (place, language));
  lieudit_json_writer_text_member (json, "feature", lieudit_place_get_feature_code (place));
  lieudit_json_writer_text_member (json, "country", lieudit_place_get_country_code (place));
  lieudit_json_writer_text_member (json, "source", lieudit_place_get_source (place));
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_end_array (json);
}

/* The words around the name find it again when the text was changed. */
static void
write_target (LieuditMention    *mention,
              const char        *text,
              const char        *source,
              LieuditJsonWriter *json)
{
  const char *start = text + lieudit_mention_get_start (mention);
  const char *end = text + lieudit_mention_get_end (mention);
  const char *before = start;
  const char *after = end;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  for (guint i = 0; i < LIEUDIT_ANCHOR_CONTEXT && before > text; i++)
    before = g_utf8_prev_char (before);
  for (guint i = 0; i < LIEUDIT_ANCHOR_CONTEXT && *after != '\0'; i++)
    after = g_utf8_next_char (after);
  prefix = g_strndup (before, (gsize) (start - before));
  suffix = g_strndup (end, (gsize) (after - end));

  lieudit_json_writer_name (json, "target");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "source", source);
  lieudit_json_writer_name (json, "selector");
  lieudit_json_writer_begin_array (json);
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "TextQuoteSelector");
  lieudit_json_writer_text_member (json, "exact", lieudit_mention_get_text (mention));
  lieudit_json_writer_text_member (json, "prefix", prefix);
  lieudit_json_writer_text_member (json, "suffix", suffix);
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "TextPositionSelector");
  write_size (json, "start", lieudit_mention_get_start_code_point (mention));
  write_size (json, "end", lieudit_mention_get_end_code_point (mention));
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_end_array (json);
  lieudit_json_writer_end_object (json);
}

/* What nobody checked is found again, not decided. */
static const char *
get_decision (LieuditMention *mention)
{
  if (lieudit_mention_get_status (mention) == LIEUDIT_MENTION_UNCHECKED)
    return "unchecked";

  return lieudit_decision_kind_to_nick (lieudit_mention_get_place (mention) != NULL ? LIEUDIT_DECISION_PLACE
                                                                                    : LIEUDIT_DECISION_NOT_LOCATED);
}

static void
write_annotation (const LieuditExport *what,
                  LieuditMention      *mention,
                  guint                number,
                  const char          *source,
                  LieuditJsonWriter   *json)
{
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  LieuditPlace *place = lieudit_mention_get_place (mention);
  g_autofree char *id = g_strdup_printf ("urn:lieudit:export#%u", number);

  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "id", id);
  lieudit_json_writer_text_member (json, "type", "Annotation");
  lieudit_json_writer_text_member (json, "motivation", "identifying");
  lieudit_json_writer_text_member (json, "lieudit:decision", get_decision (mention));
  lieudit_json_writer_text_member (json, "lieudit:scope", "mention");
  lieudit_json_writer_text_member (json, "lieudit:kind", lieudit_mention_kind_to_nick (lieudit_mention_get_kind (mention)));
  lieudit_json_writer_name (json, "lieudit:confidence");
  lieudit_json_writer_double (json, lieudit_mention_get_confidence (mention), LIEUDIT_SCORE_DECIMALS);
  if (place != NULL)
    write_body (place, lieudit_analysis_get_language (what->analysis), json);
  write_target (mention, lieudit_article_get_text (article), source, json);
  lieudit_json_writer_end_object (json);
}

static void
write_annotations (const LieuditExport *what,
                   LieuditJsonWriter   *json)
{
  GListModel *mentions = lieudit_analysis_get_mentions (what->analysis);
  guint n_mentions = g_list_model_get_n_items (mentions);
  const char *source = lieudit_article_get_source (lieudit_analysis_get_article (what->analysis));

  if (source == NULL || *source == '\0')
    source = "urn:lieudit:article";

  write_size (json, "total", n_mentions);
  lieudit_json_writer_name (json, "first");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "AnnotationPage");
  write_size (json, "startIndex", 0);
  lieudit_json_writer_name (json, "items");
  lieudit_json_writer_begin_array (json);
  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      write_annotation (what, mention, i + 1, source, json);
    }
  lieudit_json_writer_end_array (json);
  lieudit_json_writer_end_object (json);
}

/**
 * lieudit_export_annotation:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full): a collection of annotations, as JSON-LD
 */
GBytes *
lieudit_export_annotation (const LieuditExport  *what,
                           GError              **error)
{
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  g_autofree char *attribution = lieudit_export_dup_attribution (what);
  LieuditJsonWriter json;
  char *text;

  lieudit_json_writer_init (&json, what->pretty);
  lieudit_json_writer_begin_object (&json);
  write_context (&json);
  write_size (&json, "lieudit:version", LIEUDIT_SESSION_FORMAT_VERSION);
  lieudit_json_writer_text_member (&json, "id", "urn:lieudit:export");
  lieudit_json_writer_text_member (&json, "type", "AnnotationCollection");
  lieudit_json_writer_text_member (&json, "label", lieudit_article_get_title (article));
  lieudit_json_writer_name (&json, "generator");
  lieudit_json_writer_begin_object (&json);
  lieudit_json_writer_text_member (&json, "type", "Software");
  lieudit_json_writer_text_member (&json, "name", "Lieudit " LIEUDIT_VERSION);
  lieudit_json_writer_end_object (&json);
  lieudit_json_writer_text_member (&json, "rights", attribution);
  lieudit_json_writer_text_member (&json, "lieudit:filter", what->filter);
  write_article (article, &json);
  write_annotations (what, &json);
  lieudit_json_writer_end_object (&json);
  text = lieudit_json_writer_finish (&json);

  return g_bytes_new_take (text, strlen (text));
}
