/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-article-reader.h"
#include "export/lieudit-geojson-export.h"
#include "export/lieudit-json-export.h"
#include "fuzz.h"
#include "geoparse/lieudit-analysis.h"

#include <json-glib/json-glib.h>
#include <string.h>

static LieuditGazetteer *
get_gazetteer (void)
{
  static LieuditGazetteer *gazetteer;

  if (gazetteer == NULL)
    {
      g_autoptr(GError) error = NULL;

      gazetteer = lieudit_gazetteer_open_installed (&error);
      g_assert_no_error (error);
    }

  return gazetteer;
}

static void
check_mention (LieuditArticle *article,
               LieuditMention *mention)
{
  const char *text = lieudit_article_get_text (article);
  gsize start = lieudit_mention_get_start (mention);
  gsize end = lieudit_mention_get_end (mention);
  g_autofree char *slice = NULL;

  g_assert_cmpuint (start, <, end);
  g_assert_cmpuint (end, <=, lieudit_article_get_length (article));
  slice = g_strndup (text + start, end - start);
  g_assert_true (g_utf8_validate (slice, -1, NULL));
  g_assert_cmpstr (slice, ==, lieudit_mention_get_text (mention));
  g_assert_cmpint (g_utf8_pointer_to_offset (text, text + start), ==,
                   (glong) lieudit_mention_get_start_code_point (mention));
  g_assert_cmpint (g_utf8_pointer_to_offset (text, text + end), ==,
                   (glong) lieudit_mention_get_end_code_point (mention));
}

static void
check_json (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = size > 0 ? g_utf8_make_valid ((const char *) data, (gssize) size) : g_strdup ("");
  g_autoptr(LieuditArticle) article = lieudit_article_read_text (text, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditAnalysis) analysis = lieudit_analysis_run (get_gazetteer (), article, NULL, &error);
  g_autofree char *json = NULL;
  g_autofree char *geojson = NULL;
  GListModel *mentions;

  g_assert_no_error (error);

  mentions = lieudit_analysis_get_mentions (analysis);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      check_mention (article, mention);
    }

  json = lieudit_export_json (analysis, NULL, FALSE);
  check_json (json);
  geojson = lieudit_export_geojson (&(LieuditExport) { .analysis = analysis, .gazetteer = get_gazetteer (), .pretty = TRUE });
  check_json (geojson);

  return 0;
}
