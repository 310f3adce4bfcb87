/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-selection.h"

#include <libglib-testing/signal-logger.h>
#include <string.h>

#include "gazetteer/lieudit-geojson-reader.h"

/* Positions from GeoNames: 169577, 170063, 170017. */
static const char places[] =
  "{\"type\":\"FeatureCollection\",\"features\":["
  "{\"type\":\"Feature\",\"id\":\"homs\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.72339,34.72682]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Homs\"]},\"source\":\"geonames:169577\"}},"
  "{\"type\":\"Feature\",\"id\":\"aleppo\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[37.16117,36.20124]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Alep\"]},\"source\":\"geonames:170063\"}},"
  "{\"type\":\"Feature\",\"id\":\"hama\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.75783,35.13179]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Hama\"]},\"source\":\"geonames:170017\"}}"
  "]}";

/* Four mentions of three places. */
static const char text[] =
  "Le convoi est parti de la ville de Homs. Il est passé à Alep dans la nuit.\n\n"
  "Le calme est revenu dans la ville de Homs, et dans la ville de Hama.";

typedef struct
{
  LieuditAnalysis *analysis;
  LieuditSelection *selection;
  LieuditMention *mentions[4]; /* Homs, Alep, Homs, Hama */
  LieuditFoundPlace *homs;
  LieuditFoundPlace *aleppo;
  LieuditFoundPlace *hama;
} Fixture;

static LieuditAnalysis *
analyse (const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) input = g_bytes_new_static (places, sizeof places - 1);
  g_autoptr(GBytes) compiled = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_new (words, NULL, NULL, "fr", NULL);
  LieuditAnalysis *analysis;

  lieudit_gazetteer_builder_add_geojson (builder, input, &error);
  g_assert_no_error (error);
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);
  analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);
  g_assert_no_error (error);

  return analysis;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GListModel *mentions;

  fixture->analysis = analyse (text);
  fixture->selection = lieudit_selection_new ();
  lieudit_selection_set_analysis (fixture->selection, fixture->analysis);

  mentions = lieudit_analysis_get_mentions (fixture->analysis);
  g_assert_cmpuint (g_list_model_get_n_items (mentions), ==, G_N_ELEMENTS (fixture->mentions));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->mentions); i++)
    fixture->mentions[i] = g_list_model_get_item (mentions, i);

  fixture->homs = lieudit_analysis_find_place (fixture->analysis, fixture->mentions[0]);
  fixture->aleppo = lieudit_analysis_find_place (fixture->analysis, fixture->mentions[1]);
  fixture->hama = lieudit_analysis_find_place (fixture->analysis, fixture->mentions[3]);
  g_assert_cmpstr (lieudit_found_place_get_name (fixture->homs), ==, "Homs");
  g_assert_cmpstr (lieudit_found_place_get_name (fixture->aleppo), ==, "Alep");
  g_assert_cmpstr (lieudit_found_place_get_name (fixture->hama), ==, "Hama");
  g_assert_cmpuint (lieudit_found_place_get_n_mentions (fixture->homs), ==, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->mentions); i++)
    g_clear_object (&fixture->mentions[i]);
  g_assert_finalize_object (fixture->selection);
  g_clear_object (&fixture->analysis);
}

static GtSignalLogger *
log_changes (Fixture *fixture)
{
  static const char * const names[] = {
    "notify::analysis", "notify::mention", "notify::place", "notify::hovered-place", "mention-activated",
  };
  GtSignalLogger *logger = gt_signal_logger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gt_signal_logger_connect (logger, fixture->selection, names[i]);

  return logger;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Writes what was emitted: properties that changed, in alphabetical order, then signals in theirs. */
static char *
pop_changes (GtSignalLogger *logger)
{
  g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) activated = g_string_new (NULL);
  g_autofree char *joined = NULL;

  while (gt_signal_logger_get_n_emissions (logger) > 0)
    {
      g_autofree char *type_name = NULL;
      g_autofree char *signal_name = NULL;
      g_autoptr(GtSignalLoggerEmission) emission = NULL;
      gpointer object;

      gt_signal_logger_pop_emission (logger, &object, &type_name, &signal_name, &emission);
      if (g_str_has_prefix (signal_name, "notify"))
        {
          GParamSpec *property = NULL;

          /* Nothing is notified once the mention is activated. */
          g_assert_cmpuint (activated->len, ==, 0);
          gt_signal_logger_emission_get_params (emission, &property);
          g_ptr_array_add (changed, g_strdup (g_param_spec_get_name (property)));
          g_param_spec_unref (property);
        }
      else
        {
          g_autoptr(LieuditMention) mention = NULL;

          gt_signal_logger_emission_get_params (emission, &mention);
          g_string_append_printf (activated, " activated:%s", lieudit_mention_get_text (mention));
        }
    }

  g_ptr_array_sort (changed, compare_names);
  g_ptr_array_add (changed, NULL);
  joined = g_strjoinv (" ", (char **) changed->pdata);

  return g_strstrip (g_strconcat (joined, activated->str, NULL));
}

static void
assert_changes (GtSignalLogger *logger,
                const char     *expected)
{
  g_autofree char *changes = pop_changes (logger);

  g_assert_cmpstr (changes, ==, expected);
}

static void
assert_selected (Fixture           *fixture,
                 LieuditMention    *mention,
                 LieuditFoundPlace *place)
{
  g_assert_true (lieudit_selection_get_mention (fixture->selection) == mention);
  g_assert_true (lieudit_selection_get_place (fixture->selection) == place);
}

static void
test_new (void)
{
  g_autoptr(LieuditSelection) selection = lieudit_selection_new ();

  g_assert_null (lieudit_selection_get_analysis (selection));
  g_assert_null (lieudit_selection_get_mention (selection));
  g_assert_null (lieudit_selection_get_place (selection));
  g_assert_null (lieudit_selection_get_hovered_place (selection));
  g_assert_false (lieudit_selection_next_mention (selection));
  g_assert_false (lieudit_selection_previous_mention (selection));
}

static void
test_select_mention (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GtSignalLogger) logger = log_changes (fixture);

  lieudit_selection_select_mention (fixture->selection, fixture->mentions[0]);
  assert_selected (fixture, fixture->mentions[0], fixture->homs);
  assert_changes (logger, "mention place activated:Homs");

  /* Again: nothing changes, but the mention wants to be shown. */
  lieudit_selection_select_mention (fixture->selection, fixture->mentions[0]);
  assert_changes (logger, "activated:Homs");

  /* Another mention of the same place */
  lieudit_selection_select_mention (fixture->selection, fixture->mentions[2]);
  assert_selected (fixture, fixture->mentions[2], fixture->homs);
  assert_changes (logger, "mention activated:Homs");

  lieudit_selection_select_mention (fixture->selection, fixture->mentions[1]);
  assert_selected (fixture, fixture->mentions[1], fixture->aleppo);
  assert_changes (logger, "mention place activated:Alep");

  lieudit_selection_select_mention (fixture->selection, NULL);
  assert_selected (fixture, NULL, NULL);
  assert_changes (logger, "mention place");

  lieudit_selection_clear (fixture->selection);
  assert_changes (logger, "");
}

static void
test_select_place (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GtSignalLogger) logger = log_changes (fixture);

  lieudit_selection_select_place (fixture->selection, fixture->homs);
  assert_selected (fixture, NULL, fixture->homs);
  assert_changes (logger, "place");

  /* A mention of the place stays selected, */
  lieudit_selection_select_mention (fixture->selection, fixture->mentions[2]);
  assert_changes (logger, "mention activated:Homs");
  lieudit_selection_select_place (fixture->selection, fixture->homs);
  assert_selected (fixture, fixture->mentions[2], fixture->homs);
  assert_changes (logger, "");

  /* one of another does not. */
  lieudit_selection_select_place (fixture->selection, fixture->aleppo);
  assert_selected (fixture, NULL, fixture->aleppo);
  assert_changes (logger, "mention place");

  lieudit_selection_select_place (fixture->selection, NULL);
  assert_selected (fixture, NULL, NULL);
  assert_changes (logger, "place");
}

static void
assert_consistent_cb (LieuditSelection *selection,
                      GParamSpec       *property,
                      Fixture          *fixture)
{
  LieuditMention *mention = lieudit_selection_get_mention (selection);

  if (mention != NULL)
    g_assert_true (lieudit_analysis_find_place (fixture->analysis, mention) == lieudit_selection_get_place (selection));
}

/* Whoever listens to one property finds the others changed already. */
static void
test_consistency (Fixture       *fixture,
                  gconstpointer  data)
{
  g_signal_connect (fixture->selection, "notify::mention", G_CALLBACK (assert_consistent_cb), fixture);
  g_signal_connect (fixture->selection, "notify::place", G_CALLBACK (assert_consistent_cb), fixture);

  for (guint i = 0; i < G_N_ELEMENTS (fixture->mentions); i++)
    lieudit_selection_select_mention (fixture->selection, fixture->mentions[i]);
  lieudit_selection_select_place (fixture->selection, fixture->homs);
  lieudit_selection_set_analysis (fixture->selection, NULL);
  assert_selected (fixture, NULL, NULL);
}

static void
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GtSignalLogger) logger = log_changes (fixture);

  lieudit_selection_set_hovered_place (fixture->selection, fixture->homs);
  lieudit_selection_set_hovered_place (fixture->selection, fixture->homs);
  g_assert_true (lieudit_selection_get_hovered_place (fixture->selection) == fixture->homs);
  assert_selected (fixture, NULL, NULL);
  assert_changes (logger, "hovered-place");

  /* What is selected is another matter. */
  lieudit_selection_select_mention (fixture->selection, fixture->mentions[1]);
  assert_changes (logger, "mention place activated:Alep");
  lieudit_selection_clear (fixture->selection);
  assert_changes (logger, "mention place");
  g_assert_true (lieudit_selection_get_hovered_place (fixture->selection) == fixture->homs);
}

static void
test_set_analysis (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GtSignalLogger) logger = log_changes (fixture);
  g_autoptr(LieuditAnalysis) other = analyse ("Le convoi est parti de la ville de Hama.");

  lieudit_selection_set_hovered_place (fixture->selection, fixture->homs);
  lieudit_selection_select_mention (fixture->selection, fixture->mentions[1]);
  assert_changes (logger, "hovered-place mention place activated:Alep");

  lieudit_selection_set_analysis (fixture->selection, other);
  g_assert_true (lieudit_selection_get_analysis (fixture->selection) == other);
  g_assert_null (lieudit_selection_get_hovered_place (fixture->selection));
  assert_selected (fixture, NULL, NULL);
  assert_changes (logger, "analysis hovered-place mention place");

  lieudit_selection_set_analysis (fixture->selection, other);
  assert_changes (logger, "");
}

/* Each step: what is selected first, where the walk goes, and the position it reaches. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  const struct {
    int mention;
    LieuditFoundPlace *place;
    guint next;
    guint previous;
  } cases[] = {
    { 0, NULL, 1, 3 },
    { 1, NULL, 2, 0 },
    { 2, NULL, 3, 1 },
    { 3, NULL, 0, 2 },
    { -1, NULL, 0, 3 },
    { -1, fixture->homs, 0, 3 },
    { -1, fixture->aleppo, 1, 0 },
    { -1, fixture->hama, 3, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint forwards = 0; forwards < 2; forwards++)
        {
          LieuditMention *reached = fixture->mentions[forwards ? cases[i].next : cases[i].previous];

          lieudit_selection_select_place (fixture->selection, cases[i].place);
          if (cases[i].mention >= 0)
            lieudit_selection_select_mention (fixture->selection, fixture->mentions[cases[i].mention]);

          g_assert_true (forwards ? lieudit_selection_next_mention (fixture->selection)
                                  : lieudit_selection_previous_mention (fixture->selection));
          assert_selected (fixture, reached, lieudit_analysis_find_place (fixture->analysis, reached));
        }
    }
}

static void
test_walk_of_one (void)
{
  g_autoptr(LieuditSelection) selection = lieudit_selection_new ();
  g_autoptr(LieuditAnalysis) analysis = analyse ("Le convoi est parti de la ville de Hama.");
  g_autoptr(LieuditMention) only = g_list_model_get_item (lieudit_analysis_get_mentions (analysis), 0);

  lieudit_selection_set_analysis (selection, analysis);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (i % 2 == 0 ? lieudit_selection_next_mention (selection)
                                : lieudit_selection_previous_mention (selection));
      g_assert_true (lieudit_selection_get_mention (selection) == only);
    }
}

static void
test_walk_of_none (void)
{
  g_autoptr(LieuditSelection) selection = lieudit_selection_new ();
  g_autoptr(LieuditAnalysis) analysis = analyse ("Le calme est revenu.");

  lieudit_selection_set_analysis (selection, analysis);
  g_assert_false (lieudit_selection_next_mention (selection));
  g_assert_false (lieudit_selection_previous_mention (selection));
  g_assert_null (lieudit_selection_get_mention (selection));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/selection/new", test_new);
  g_test_add ("/selection/select-mention", Fixture, NULL, set_up, test_select_mention, tear_down);
  g_test_add ("/selection/select-place", Fixture, NULL, set_up, test_select_place, tear_down);
  g_test_add ("/selection/consistency", Fixture, NULL, set_up, test_consistency, tear_down);
  g_test_add ("/selection/hover", Fixture, NULL, set_up, test_hover, tear_down);
  g_test_add ("/selection/set-analysis", Fixture, NULL, set_up, test_set_analysis, tear_down);
  g_test_add ("/selection/walk", Fixture, NULL, set_up, test_walk, tear_down);
  g_test_add_func ("/selection/walk-of-one", test_walk_of_one);
  g_test_add_func ("/selection/walk-of-none", test_walk_of_none);

  return g_test_run ();
}
