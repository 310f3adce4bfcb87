/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/lieudit-geojson-export.h"

#include "export/lieudit-annotation-export.h"
#include "export/lieudit-place-json.h"
#include "session/lieudit-annotation-writer.h"

static void
write_member (LieuditJsonWriter *writer,
              const char        *name,
              const char        *value)
{
  lieudit_json_writer_name (writer, name);
  lieudit_json_writer_string (writer, value);
}

/* Longitude first: RFC 7946, section 3.1.1. */
static void
write_geometry (LieuditPlace      *place,
                LieuditJsonWriter *writer)
{
  lieudit_json_writer_name (writer, "geometry");
  lieudit_json_writer_begin_object (writer);
  write_member (writer, "type", "Point");
  lieudit_json_writer_name (writer, "coordinates");
  lieudit_json_writer_begin_array (writer);
  lieudit_json_writer_double (writer, lieudit_place_get_longitude (place), LIEUDIT_COORDINATE_DECIMALS);
  lieudit_json_writer_double (writer, lieudit_place_get_latitude (place), LIEUDIT_COORDINATE_DECIMALS);
  lieudit_json_writer_end_array (writer);
  lieudit_json_writer_end_object (writer);
}

static void
write_span (LieuditMention    *mention,
            LieuditJsonWriter *writer)
{
  lieudit_json_writer_begin_array (writer);
  lieudit_json_writer_size (writer, lieudit_mention_get_start_code_point (mention));
  lieudit_json_writer_size (writer, lieudit_mention_get_end_code_point (mention));
  lieudit_json_writer_end_array (writer);
}

static void
write_spans (GListModel        *mentions,
             LieuditJsonWriter *writer)
{
  lieudit_json_writer_name (writer, "spans");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      write_span (mention, writer);
    }
  lieudit_json_writer_end_array (writer);
}

/* A sentence that names a place twice is told once. */
static void
write_sentences (LieuditAnalysis   *analysis,
                 GListModel        *mentions,
                 LieuditJsonWriter *writer)
{
  gsize last_start = G_MAXSIZE;

  lieudit_json_writer_name (writer, "sentences");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditTextRange range = lieudit_analysis_get_sentence (analysis, mention);
      g_autofree char *sentence = NULL;

      if (range.start == last_start)
        continue;

      sentence = lieudit_analysis_dup_sentence (analysis, mention, NULL, NULL);
      lieudit_json_writer_string (writer, sentence);
      last_start = range.start;
    }
  lieudit_json_writer_end_array (writer);
}

static gboolean
has_notes (GListModel *mentions)
{
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (lieudit_mention_get_note (mention) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
write_notes (GListModel        *mentions,
             LieuditJsonWriter *writer)
{
  lieudit_json_writer_name (writer, "notes");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (lieudit_mention_get_note (mention) == NULL)
        continue;

      lieudit_json_writer_begin_object (writer);
      lieudit_json_writer_name (writer, "span");
      write_span (mention, writer);
      write_member (writer, "note", lieudit_mention_get_note (mention));
      lieudit_json_writer_end_object (writer);
    }
  lieudit_json_writer_end_array (writer);
}

/* By a person. */
static void
write_what_was_said (LieuditFoundPlace *found,
                     LieuditJsonWriter *writer)
{
  GListModel *mentions = lieudit_found_place_get_mentions (found);

  write_member (writer, "status", lieudit_mention_status_to_nick (lieudit_found_place_get_status (found)));
  if (lieudit_found_place_get_note (found) != NULL)
    write_member (writer, "note", lieudit_found_place_get_note (found));
  if (has_notes (mentions))
    write_notes (mentions, writer);
}

static void
write_properties (LieuditAnalysis   *analysis,
                  LieuditFoundPlace *found,
                  LieuditJsonWriter *writer)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);
  GListModel *mentions = lieudit_found_place_get_mentions (found);
  const char *code = lieudit_place_get_feature_code (place);

  lieudit_json_writer_name (writer, "properties");
  lieudit_json_writer_begin_object (writer);
  write_member (writer, "name", lieudit_found_place_get_name (found));
  lieudit_place_write_names (place, writer);
  write_member (writer, "feature", code);
  write_member (writer, "kind", lieudit_feature_describe (code));
  lieudit_place_write_admin (place, lieudit_analysis_get_language (analysis), writer);
  lieudit_json_writer_name (writer, "uncertainty_km");
  lieudit_json_writer_double (writer, lieudit_place_get_uncertainty_km (place), LIEUDIT_KILOMETRE_DECIMALS);
  lieudit_json_writer_name (writer, "confidence");
  lieudit_json_writer_double (writer, lieudit_found_place_get_confidence (found), LIEUDIT_SCORE_DECIMALS);
  lieudit_json_writer_name (writer, "mentions");
  lieudit_json_writer_size (writer, lieudit_found_place_get_n_mentions (found));
  write_spans (mentions, writer);
  write_sentences (analysis, mentions, writer);
  write_what_was_said (found, writer);
  write_member (writer, "source", lieudit_place_get_source (place));
  lieudit_json_writer_end_object (writer);
}

static void
write_features (LieuditAnalysis   *analysis,
                LieuditJsonWriter *writer)
{
  GListModel *places = lieudit_analysis_get_places (analysis);

  lieudit_json_writer_name (writer, "features");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);
      LieuditPlace *place = lieudit_found_place_get_place (found);

      lieudit_json_writer_begin_object (writer);
      write_member (writer, "type", "Feature");
      write_member (writer, "id", lieudit_place_get_id (place));
      write_geometry (place, writer);
      write_properties (analysis, found, writer);
      lieudit_json_writer_end_object (writer);
    }
  lieudit_json_writer_end_array (writer);
}

static void
write_unlocated (LieuditAnalysis   *analysis,
                 LieuditJsonWriter *writer)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  guint n_mentions = g_list_model_get_n_items (mentions);

  lieudit_json_writer_name (writer, "unlocated");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (lieudit_mention_get_place (mention) != NULL)
        continue;

      lieudit_json_writer_begin_object (writer);
      write_member (writer, "text", lieudit_mention_get_text (mention));
      lieudit_json_writer_name (writer, "span");
      write_span (mention, writer);
      lieudit_json_writer_end_object (writer);
    }
  lieudit_json_writer_end_array (writer);
}

static void
write_article (LieuditAnalysis   *analysis,
               LieuditJsonWriter *writer)
{
  LieuditArticle *article = lieudit_analysis_get_article (analysis);

  lieudit_json_writer_name (writer, "article");
  lieudit_json_writer_begin_object (writer);
  write_member (writer, "title", lieudit_article_get_title (article));
  write_member (writer, "date", lieudit_article_get_date (article));
  write_member (writer, "language", lieudit_language_to_tag (lieudit_analysis_get_language (analysis)));
  write_member (writer, "source", lieudit_article_get_source (article));
  lieudit_json_writer_end_object (writer);
}

static void
write_annotations (const LieuditExport *what,
                   LieuditJsonWriter   *writer)
{
  lieudit_json_writer_name (writer, "lieudit:annotations");
  lieudit_json_writer_begin_array (writer);
  lieudit_export_write_annotations (what, writer);
  lieudit_json_writer_end_array (writer);
}

/**
 * lieudit_export_geojson:
 * @what: what to export
 *
 * Writes the places of an analysis as a GeoJSON feature collection (RFC 7946),
 * one point a place. Foreign members tell the article, the filter, the names
 * that could not be located and whose data it is, and all that lets Lieudit open
 * it again. Spans count code points of the article's whole text.
 *
 * Returns: (transfer full): the JSON text, without a line end
 */
char *
lieudit_export_geojson (const LieuditExport *what)
{
  g_auto(GStrv) attribution = lieudit_gazetteer_dup_attribution (what->gazetteer);
  LieuditJsonWriter writer;

  lieudit_json_writer_init (&writer, what->pretty);
  lieudit_json_writer_begin_object (&writer);
  write_member (&writer, "type", "FeatureCollection");
  if (!what->is_excerpt)
    lieudit_annotation_write_version (&writer, LIEUDIT_SESSION_FIRST_VERSION);
  write_member (&writer, "generator", "Lieudit " LIEUDIT_VERSION);
  lieudit_json_writer_name (&writer, "attribution");
  lieudit_json_writer_strings (&writer, (const char * const *) attribution);
  write_article (what->analysis, &writer);
  if (what->filter != NULL)
    write_member (&writer, "filter", what->filter);
  write_features (what->analysis, &writer);
  if (!what->is_excerpt)
    {
      write_unlocated (what->analysis, &writer);
      lieudit_article_write_stated_places (lieudit_analysis_get_article (what->analysis), &writer);
      lieudit_export_write_record (what, &writer);
      write_annotations (what, &writer);
    }
  lieudit_json_writer_end_object (&writer);

  return lieudit_json_writer_finish (&writer);
}
