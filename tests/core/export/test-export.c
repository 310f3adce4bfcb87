/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-reader.h"
#include "export/lieudit-geojson-export.h"
#include "export/lieudit-json-export.h"
#include "gazetteer/lieudit-geojson-reader.h"

#include <string.h>

#include <json-glib/json-glib.h>

/* A land, its province and a town that are nowhere else. */
static const char land[] =
  "{\"type\":\"FeatureCollection\",\"features\":["
  "{\"type\":\"Feature\",\"id\":\"zz-land\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[10.5,20.25]},"
  "\"properties\":{\"feature\":\"PCLI\",\"country\":\"ZZ\",\"names\":{\"fr\":[\"Zolandie\"],\"en\":[\"Zoland\"]},"
  "\"precision_km\":100,\"source\":\"test:land\"}},"
  "{\"type\":\"Feature\",\"id\":\"zz-west\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[10,20]},"
  "\"properties\":{\"feature\":\"ADM1\",\"country\":\"ZZ\",\"parent\":\"zz-land\","
  "\"names\":{\"fr\":[\"Province de Zouest\"],\"en\":[\"Zwest Province\"]},\"precision_km\":50,\"source\":\"test:west\"}},"
  "{\"type\":\"Feature\",\"id\":\"zz-town\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[10.123456,-20.654321]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"ZZ\",\"parent\":\"zz-west\",\"population\":120000,"
  "\"names\":{\"fr\":[\"Zaville\"],\"en\":[\"Zatown\"],\"ar\":[\"زابلد\"]},\"precision_km\":2.5,\"source\":\"test:town\"}}"
  "]}";

#define ARTICLE "date 2024-11-30\nLa nuit de Zaville\n\n🔥 On se bat à Zaville, dit-on à Zaville. La ville de Zaville résiste.\n"

static LieuditGazetteer *
build_gazetteer (void)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) input = g_bytes_new_static (land, strlen (land));
  g_autoptr(GBytes) compiled = NULL;
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer;

  lieudit_gazetteer_builder_add_geojson (builder, input, &error);
  g_assert_no_error (error);
  lieudit_gazetteer_builder_add_source (builder, "nobody", "Nobody", "CC0-1.0", NULL, NULL);
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);

  return gazetteer;
}

static LieuditAnalysis *
analyse (LieuditGazetteer *gazetteer,
         const char       *text,
         const char       *language)
{
  g_autoptr(LieuditArticle) article = lieudit_article_read_text (text, language, "test");
  g_autoptr(GError) error = NULL;
  LieuditAnalysis *analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

/* What json-glib finds at a path such as "$.mentions[0].place.id", written on one line. */
static char *
query (JsonNode   *root,
       const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) matches = json_path_query (path, root, &error);
  JsonArray *array;

  g_assert_no_error (error);
  array = json_node_get_array (matches);
  g_assert_cmpuint (json_array_get_length (array), ==, 1);

  return json_to_string (json_array_get_element (array, 0), FALSE);
}

typedef struct {
  const char *path;
  const char *value;
} Expectation;

static void
check (const char        *text,
       const Expectation *expectations,
       gsize              n_expectations)
{
  g_autoptr(JsonNode) root = parse (text);

  for (gsize i = 0; i < n_expectations; i++)
    {
      g_autofree char *value = query (root, expectations[i].path);

      g_assert_cmpstr (value, ==, expectations[i].value);
    }
}

static void
test_json (void)
{
  static const Expectation expectations[] = {
    { "$.id", "\"n° 1\"" },
    { "$.language", "\"fr\"" },
    { "$.mentions[0].start", "27" },
    { "$.mentions[0].end", "34" },
    { "$.mentions[0].text", "\"Zaville\"" },
    { "$.mentions[0].kind", "\"literal\"" },
    { "$.mentions[1].start", "50" },
    { "$.mentions[0].place.id", "\"zz-town\"" },
    { "$.mentions[0].place.name", "\"Zaville\"" },
    { "$.mentions[0].place.feature", "\"PPLA\"" },
    { "$.mentions[0].place.country", "\"ZZ\"" },
    { "$.mentions[0].place.admin", "[\"Province de Zouest\"]" },
    { "$.mentions[0].place.uncertainty_km", "2.5" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, ARTICLE, "fr");
  g_autofree char *text = lieudit_export_json (analysis, "n° 1", FALSE);

  check (text, expectations, G_N_ELEMENTS (expectations));
  g_assert_null (strchr (text, '\n'));
  g_assert_nonnull (strstr (text, "\"lat\":-20.65432,\"lon\":10.12346,"));
}

static void
test_json_in_another_language (void)
{
  static const Expectation expectations[] = {
    { "$.id", "null" },
    { "$.language", "\"en\"" },
    { "$.mentions[0].place.name", "\"Zatown\"" },
    { "$.mentions[0].place.admin", "[\"Zwest Province\"]" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, "Fighting has resumed in Zatown.", "en");
  g_autofree char *text = lieudit_export_json (analysis, NULL, TRUE);

  check (text, expectations, G_N_ELEMENTS (expectations));
}

static void
test_json_in_an_unknown_language (void)
{
  static const Expectation expectations[] = { { "$.language", "\"sw\"" } };
  g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, "123", "sw");
  g_autofree char *text = lieudit_export_json (analysis, "a", FALSE);

  check (text, expectations, G_N_ELEMENTS (expectations));
}

static void
test_json_without_places (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, "", "fr");
  g_autofree char *text = lieudit_export_json (analysis, "a", FALSE);

  g_assert_cmpstr (text, ==, "{\"id\":\"a\",\"language\":\"fr\",\"mentions\":[]}");
}

static void
test_json_error (void)
{
  g_autofree char *known = lieudit_export_json_error ("a\n", "It is “bad”.");
  g_autofree char *unknown = lieudit_export_json_error (NULL, "Bad.");

  g_assert_cmpstr (known, ==, "{\"id\":\"a\\n\",\"error\":\"It is “bad”.\"}");
  g_assert_cmpstr (unknown, ==, "{\"id\":null,\"error\":\"Bad.\"}");
}

static void
test_geojson (void)
{
  static const Expectation expectations[] = {
    { "$.type", "\"FeatureCollection\"" },
    { "$.generator", "\"Lieudit " LIEUDIT_VERSION "\"" },
    { "$.article.title", "\"La nuit de Zaville\"" },
    { "$.article.date", "\"2024-11-30\"" },
    { "$.article.language", "\"fr\"" },
    { "$.article.source", "\"test\"" },
    { "$.unlocated", "[]" },
    { "$.filter", "\"Towns\"" },
    { "$.features[0].type", "\"Feature\"" },
    { "$.features[0].id", "\"zz-town\"" },
    { "$.features[0].geometry.type", "\"Point\"" },
    { "$.features[0].properties.name", "\"Zaville\"" },
    { "$.features[0].properties.names", "{\"fr\":\"Zaville\",\"en\":\"Zatown\",\"ar\":\"زابلد\"}" },
    { "$.features[0].properties.country", "\"ZZ\"" },
    { "$.features[0].properties.mentions", "4" },
    { "$.features[0].properties.spans", "[[27,34],[50,57],[68,75],[89,96]]" },
    { "$.features[0].properties.sentences[0]", "\"La nuit de Zaville\"" },
    { "$.features[0].properties.sentences[1]", "\"🔥 On se bat à Zaville, dit-on à Zaville.\"" },
    { "$.features[0].properties.sentences[2]", "\"La ville de Zaville résiste.\"" },
    { "$.features[0].properties.source", "\"test:town\"" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, ARTICLE, "fr");
  g_autofree char *text = lieudit_export_geojson (&(LieuditExport) { .analysis = analysis, .gazetteer = gazetteer, .filter = "Towns" });

  check (text, expectations, G_N_ELEMENTS (expectations));
  g_assert_nonnull (strstr (text, "\"coordinates\":[10.12346,-20.65432]"));
  g_assert_nonnull (strstr (text, "\"Nobody (CC0-1.0)\""));
}

static void
test_geojson_without_places (void)
{
  static const Expectation expectations[] = {
    { "$.type", "\"FeatureCollection\"" },
    { "$.features", "[]" },
    { "$.article.title", "null" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, "Il a plu.", "fr");
  g_autofree char *text = lieudit_export_geojson (&(LieuditExport) { .analysis = analysis, .gazetteer = gazetteer, .pretty = TRUE });

  check (text, expectations, G_N_ELEMENTS (expectations));
  g_assert_null (strstr (text, "\"filter\""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/json", test_json);
  g_test_add_func ("/export/json/in-another-language", test_json_in_another_language);
  g_test_add_func ("/export/json/in-an-unknown-language", test_json_in_an_unknown_language);
  g_test_add_func ("/export/json/without-places", test_json_without_places);
  g_test_add_func ("/export/json/error", test_json_error);
  g_test_add_func ("/export/geojson", test_geojson);
  g_test_add_func ("/export/geojson/without-places", test_geojson_without_places);

  return g_test_run ();
}
