/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-place-filter.h"

#include <libglib-testing/signal-logger.h>

#include "gazetteer/lieudit-geojson-reader.h"
#include "geoparse/lieudit-confidence.h"
#include "session/lieudit-decisions-applying.h"

/* Made up, but for their names. */
static const char places[] =
  "{\"type\":\"FeatureCollection\",\"features\":["
  "{\"type\":\"Feature\",\"id\":\"alep\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[37.16117,36.20124]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Alep\"]},\"source\":\"hand\"}},"
  "{\"type\":\"Feature\",\"id\":\"etang\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.0,35.0]},"
  "\"properties\":{\"feature\":\"LK\",\"country\":\"SY\",\"names\":{\"fr\":[\"Étang-Salé\"]},\"source\":\"hand\"}},"
  "{\"type\":\"Feature\",\"id\":\"tyr\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[35.19,33.27]},"
  "\"properties\":{\"feature\":\"PPL\",\"country\":\"LB\",\"names\":{\"fr\":[\"Tyr\",\"Sour\"]},\"source\":\"hand\"}}"
  "]}";

static const char text[] =
  "Le convoi est parti de la ville d’Alep. Il a longé le lac Étang-Salé avant la ville de Tyr.\n\n"
  "La ville de Sour l’attendait, et la ville d’Alep aussi.";

typedef struct
{
  LieuditGazetteer   *gazetteer;
  LieuditAnalysis    *analysis;
  LieuditPlaceFilter *filter;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) input = g_bytes_new_static (places, sizeof places - 1);
  g_autoptr(GBytes) compiled = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_new (text, NULL, NULL, "fr", NULL);

  lieudit_gazetteer_builder_add_geojson (builder, input, &error);
  g_assert_no_error (error);
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  fixture->gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);
  fixture->analysis = lieudit_analysis_run (fixture->gazetteer, article, NULL, &error);
  g_assert_no_error (error);
  fixture->filter = lieudit_place_filter_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->filter);
  g_object_unref (fixture->analysis);
  g_object_unref (fixture->gazetteer);
}

static char *
list_places (LieuditAnalysis *analysis)
{
  GListModel *found = lieudit_analysis_get_places (analysis);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (found, i);

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", lieudit_place_get_id (lieudit_found_place_get_place (place)));
    }

  return g_string_free (words, FALSE);
}

/* The places and mentions are those of the whole analysis, and none is named without its place. */
static void
assert_is_part (LieuditAnalysis *part,
                LieuditAnalysis *whole)
{
  GListModel *mentions = lieudit_analysis_get_mentions (part);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditFoundPlace *place = lieudit_analysis_find_place (whole, mention);

      g_assert_true (lieudit_analysis_find_place (part, mention) == place);
    }
}

static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct {
    const char *text;
    int         kind;
    const char *country;
    int         status;
    gboolean    unsure_only;
    const char *shown;
    guint       n_mentions;
    const char *description;
  } cases[] = {
    { "", -1, "", -1, FALSE, "alep etang tyr", 5, NULL },
    { "alep", -1, "", -1, FALSE, "alep", 2, "name has “alep”" },
    { "ÉTANG sale", -1, "", -1, FALSE, "etang", 1, "name has “ÉTANG sale”" },
    { "sour", -1, "", -1, FALSE, "tyr", 2, "name has “sour”" },
    { "zz", -1, "", -1, FALSE, "", 0, "name has “zz”" },
    { "", LIEUDIT_FEATURE_WATER, "", -1, FALSE, "etang", 1, "Waters" },
    { "", -1, "SY", -1, FALSE, "alep etang", 3, "country SY" },
    { "", LIEUDIT_FEATURE_TOWN, "SY", -1, FALSE, "alep", 2, "Towns and villages, country SY" },
    { "", -1, "", LIEUDIT_MENTION_UNCHECKED, FALSE, "alep etang tyr", 5, "Not checked" },
    { "", -1, "", LIEUDIT_MENTION_CONFIRMED, FALSE, "", 0, "Confirmed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditAnalysis) shown = NULL;
      g_autofree char *names = NULL;
      g_autofree char *description = NULL;

      lieudit_place_filter_set_text (fixture->filter, cases[i].text);
      lieudit_place_filter_set_kind (fixture->filter, cases[i].kind);
      lieudit_place_filter_set_country (fixture->filter, cases[i].country);
      lieudit_place_filter_set_status (fixture->filter, cases[i].status);
      lieudit_place_filter_set_unsure_only (fixture->filter, cases[i].unsure_only);

      shown = lieudit_place_filter_apply (fixture->filter, fixture->analysis);
      names = list_places (shown);
      description = lieudit_place_filter_describe (fixture->filter);
      g_assert_cmpstr (names, ==, cases[i].shown);
      g_assert_cmpuint (g_list_model_get_n_items (lieudit_analysis_get_mentions (shown)), ==, cases[i].n_mentions);
      g_assert_cmpstr (description, ==, cases[i].description);
      assert_is_part (shown, fixture->analysis);
    }
}

static void
test_unsure_and_sure_are_all (Fixture       *fixture,
                              gconstpointer  data)
{
  GListModel *all = lieudit_analysis_get_places (fixture->analysis);

  lieudit_place_filter_set_unsure_only (fixture->filter, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (all, i);

      g_assert_cmpint (lieudit_place_filter_shows_place (fixture->filter, place), ==,
                       lieudit_found_place_get_confidence (place) < LIEUDIT_SURE_CONFIDENCE);
    }
}

static void
test_status_after_decisions (Fixture       *fixture,
                             gconstpointer  data)
{
  LieuditArticle *article = lieudit_analysis_get_article (fixture->analysis);
  g_autoptr(LieuditAnchors) anchors = lieudit_anchors_new (lieudit_article_get_text (article));
  g_autoptr(LieuditDecisions) decisions = lieudit_decisions_new (anchors);
  g_autoptr(LieuditHistory) history = lieudit_history_new ();
  g_autoptr(LieuditFoundPlace) first = g_list_model_get_item (lieudit_analysis_get_places (fixture->analysis), 0);
  g_autoptr(LieuditAnalysis) decided = NULL;
  g_autoptr(LieuditAnalysis) shown = NULL;
  g_autofree char *names = NULL;

  lieudit_decisions_decide_each (decisions, fixture->analysis, lieudit_found_place_get_mentions (first), NULL, history);
  decided = lieudit_decisions_apply (decisions, NULL, fixture->gazetteer, fixture->analysis);
  lieudit_place_filter_set_status (fixture->filter, LIEUDIT_MENTION_CONFIRMED);
  shown = lieudit_place_filter_apply (fixture->filter, decided);
  names = list_places (shown);

  g_assert_cmpstr (names, ==, "alep");
}

static void
test_changes_are_told_once (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, fixture->filter, "changed");
  lieudit_place_filter_set_text (fixture->filter, "");
  lieudit_place_filter_clear (fixture->filter);
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 0);

  lieudit_place_filter_set_text (fixture->filter, "a");
  lieudit_place_filter_set_text (fixture->filter, "a");
  lieudit_place_filter_clear (fixture->filter);
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 2);
  g_assert_true (lieudit_place_filter_is_clear (fixture->filter));
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void      (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/place-filter/conditions", test_conditions },
    { "/place-filter/unsure-and-sure-are-all", test_unsure_and_sure_are_all },
    { "/place-filter/status-after-decisions", test_status_after_decisions },
    { "/place-filter/changes-are-told-once", test_changes_are_told_once },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].function, tear_down);

  return g_test_run ();
}
