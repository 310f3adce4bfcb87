/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-decisions-applying.h"

#include <string.h>

#include <libglib-testing/signal-logger.h>

#include "gazetteer/lieudit-geojson-reader.h"

/* Positions from GeoNames: 169577, 170063, 170017; the other Homs is made up. */
static const char places[] =
  "{\"type\":\"FeatureCollection\",\"features\":["
  "{\"type\":\"Feature\",\"id\":\"homs\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.72339,34.72682]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"population\":775000,\"names\":{\"fr\":[\"Homs\"]},"
  "\"source\":\"geonames:169577\"}},"
  "{\"type\":\"Feature\",\"id\":\"other\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[14.26,32.65]},"
  "\"properties\":{\"feature\":\"PPL\",\"country\":\"LY\",\"names\":{\"fr\":[\"Homs\"]},\"source\":\"hand\"}},"
  "{\"type\":\"Feature\",\"id\":\"aleppo\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[37.16117,36.20124]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Alep\"]},\"source\":\"geonames:170063\"}},"
  "{\"type\":\"Feature\",\"id\":\"hama\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.75783,35.13179]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Hama\"]},\"source\":\"geonames:170017\"}}"
  "]}";

static const char text[] =
  "Le convoi est parti de la ville de Homs. Il est passé à Alep dans la nuit.\n\n"
  "Le calme est revenu dans la ville de Homs, et dans la ville de Hama.";

#define AS_FOUND "homs? aleppo? homs? hama?"

typedef struct
{
  LieuditGazetteer *gazetteer;
  LieuditAnalysis  *found;
  LieuditAnchors   *anchors;
  LieuditDecisions *decisions;
  LieuditHistory   *history;
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
  fixture->found = lieudit_analysis_run (fixture->gazetteer, article, NULL, &error);
  g_assert_no_error (error);
  fixture->anchors = lieudit_anchors_new (text);
  fixture->decisions = lieudit_decisions_new (fixture->anchors);
  fixture->history = lieudit_history_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->decisions);
  g_object_unref (fixture->anchors);
  g_object_unref (fixture->found);
  g_object_unref (fixture->gazetteer);
}

/* The places of all mentions, "-" for one that is not located, with what a person did: "?" nothing, "!" confirmed, "*" corrected. */
static char *
describe (LieuditAnalysis *analysis)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditPlace *place = lieudit_mention_get_place (mention);

      g_string_append_printf (words, "%s%s%c", i > 0 ? " " : "", place != NULL ? lieudit_place_get_id (place) : "-",
                              "?!*"[lieudit_mention_get_status (mention)]);
    }

  return g_string_free (words, FALSE);
}

static LieuditAnalysis *
apply (Fixture *fixture)
{
  return lieudit_decisions_apply (fixture->decisions, NULL, fixture->gazetteer, fixture->found);
}

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(LieuditAnalysis) shown = apply (fixture);
  g_autofree char *description = describe (shown);

  g_assert_cmpstr (description, ==, expected);
}

static LieuditDecision *
make_decision (Fixture             *fixture,
               LieuditDecisionKind  kind,
               const char          *id)
{
  g_autoptr(LieuditPlace) place = id != NULL ? lieudit_gazetteer_lookup_id (fixture->gazetteer, id) : NULL;
  g_autoptr(LieuditPlaceReference) reference = place != NULL ? lieudit_place_reference_new_for (place, LIEUDIT_LANGUAGE_FRENCH)
                                                             : NULL;

  return lieudit_decision_new (kind, reference);
}

/* On all mentions of a place, as on its card. */
static void
decide_on_place (Fixture             *fixture,
                 const char          *shown_id,
                 LieuditDecisionKind  kind,
                 const char          *id)
{
  g_autoptr(LieuditAnalysis) shown = apply (fixture);
  g_autoptr(LieuditDecision) decision = make_decision (fixture, kind, id);
  GListModel *found = lieudit_analysis_get_places (shown);

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (found, i);

      if (g_strcmp0 (lieudit_place_get_id (lieudit_found_place_get_place (place)), shown_id) == 0)
        {
          lieudit_decisions_decide (fixture->decisions, shown, lieudit_found_place_get_mentions (place),
                                    LIEUDIT_SCOPE_NAME, decision, fixture->history);
          return;
        }
    }

  g_assert_not_reached ();
}

static void
decide_on_mention (Fixture             *fixture,
                   guint                index,
                   LieuditDecisionKind  kind,
                   const char          *id)
{
  g_autoptr(LieuditAnalysis) shown = apply (fixture);
  g_autoptr(LieuditDecision) decision = make_decision (fixture, kind, id);
  g_autoptr(LieuditMention) mention = g_list_model_get_item (lieudit_analysis_get_mentions (shown), index);
  g_autoptr(GListStore) mentions = g_list_store_new (LIEUDIT_TYPE_MENTION);

  g_list_store_append (mentions, mention);
  lieudit_decisions_decide (fixture->decisions, shown, G_LIST_MODEL (mentions), LIEUDIT_SCOPE_MENTION, decision,
                            fixture->history);
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct {
    const char          *place;
    LieuditDecisionKind  kind;
    const char          *decided;
    const char          *shown;
    const char          *title;
  } cases[] = {
    { "homs", LIEUDIT_DECISION_PLACE, "homs", "homs! aleppo? homs! hama?", "“Homs” is confirmed" },
    { "homs", LIEUDIT_DECISION_PLACE, "other", "other* aleppo? other* hama?", "“Homs” is Homs now" },
    { "homs", LIEUDIT_DECISION_NOT_LOCATED, NULL, "-* aleppo? -* hama?", "“Homs” is not located" },
    { "homs", LIEUDIT_DECISION_SEVERAL_PLACES, NULL, "-* aleppo? -* hama?", "“Homs” means several places" },
    { "homs", LIEUDIT_DECISION_NOT_A_PLACE, NULL, "aleppo? hama?", "“Homs” is no place" },
    { "hama", LIEUDIT_DECISION_PLACE, "aleppo", "homs? aleppo? homs? aleppo*", "“Hama” is Alep now" },
  };

  assert_shown (fixture, AS_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      decide_on_place (fixture, cases[i].place, cases[i].kind, cases[i].decided);
      assert_shown (fixture, cases[i].shown);
      g_assert_cmpstr (lieudit_history_get_undo_title (fixture->history), ==, cases[i].title);
      g_assert_true (lieudit_history_undo (fixture->history, NULL));
      assert_shown (fixture, AS_FOUND);
    }
}

static void
test_one_mention_of_several (Fixture       *fixture,
                             gconstpointer  data)
{
  decide_on_mention (fixture, 2, LIEUDIT_DECISION_PLACE, "other");
  assert_shown (fixture, "homs? aleppo? other* hama?");

  /* What is then decided on the place of the card does not take the other along. */
  decide_on_place (fixture, "homs", LIEUDIT_DECISION_PLACE, "homs");
  assert_shown (fixture, "homs! aleppo? other* hama?");

  decide_on_place (fixture, "other", LIEUDIT_DECISION_NOT_A_PLACE, NULL);
  assert_shown (fixture, "homs! aleppo? hama?");
}

static void
test_mind_changed (Fixture       *fixture,
                   gconstpointer  data)
{
  decide_on_place (fixture, "homs", LIEUDIT_DECISION_PLACE, "other");
  decide_on_place (fixture, "other", LIEUDIT_DECISION_PLACE, "homs");
  assert_shown (fixture, "homs! aleppo? homs! hama?");
  g_assert_true (lieudit_history_undo (fixture->history, NULL));
  assert_shown (fixture, "other* aleppo? other* hama?");
  g_assert_true (lieudit_history_redo (fixture->history, NULL));
  assert_shown (fixture, "homs! aleppo? homs! hama?");
}

static void
test_forgotten (Fixture       *fixture,
                gconstpointer  data)
{
  lieudit_decisions_forget (fixture->decisions, fixture->history);
  g_assert_null (lieudit_history_get_undo_title (fixture->history));

  decide_on_place (fixture, "homs", LIEUDIT_DECISION_NOT_A_PLACE, NULL);
  decide_on_place (fixture, "hama", LIEUDIT_DECISION_PLACE, "hama");
  lieudit_decisions_forget (fixture->decisions, fixture->history);
  assert_shown (fixture, AS_FOUND);
  g_assert_true (lieudit_history_undo (fixture->history, NULL));
  assert_shown (fixture, "aleppo? hama!");
}

/* The resolver's choice can be gone back to, and is told apart from the person's. */
static void
test_alternatives_stay (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(LieuditAnalysis) shown = NULL;
  g_autoptr(LieuditMention) mention = NULL;
  const LieuditAlternative *alternatives;
  const LieuditReason *reasons;
  guint n;

  decide_on_place (fixture, "homs", LIEUDIT_DECISION_PLACE, "other");
  shown = apply (fixture);
  mention = g_list_model_get_item (lieudit_analysis_get_mentions (shown), 0);

  alternatives = lieudit_mention_get_alternatives (mention, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (lieudit_place_get_id (alternatives[0].place), ==, "homs");
  reasons = lieudit_mention_get_reasons (mention, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (reasons[0].text, ==, "you chose it");
  g_assert_cmpfloat (lieudit_mention_get_confidence (mention), ==, 1.0);
}

/* Marks words from the first of these in the text on; for a place, unless @id is %NULL. */
static void
mark (Fixture    *fixture,
      const char *words,
      const char *id)
{
  g_autoptr(LieuditDecision) decision = make_decision (fixture, id != NULL ? LIEUDIT_DECISION_PLACE : LIEUDIT_DECISION_NOT_LOCATED,
                                                       id);
  const char *found = strstr (text, words);
  gsize start = (gsize) g_utf8_pointer_to_offset (text, found);

  g_assert_true (lieudit_decisions_mark (fixture->decisions, start, start + (gsize) g_utf8_strlen (words, -1), decision,
                                         fixture->history));
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *words;
    const char *id;
    const char *shown;
  } cases[] = {
    { "Le convoi", NULL, "-* homs? aleppo? homs? hama?" },
    { "la nuit", "hama", "homs? aleppo? hama* homs? hama?" },
    { "ville de Homs", "other", "other* aleppo? homs? hama?" },
    { "Hama.", "hama", "homs? aleppo? homs? hama*" },
    { "Homs, et dans la ville de Hama", NULL, "homs? aleppo? -*" },
  };
  g_autoptr(LieuditDecision) nowhere = make_decision (fixture, LIEUDIT_DECISION_NOT_LOCATED, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mark (fixture, cases[i].words, cases[i].id);
      assert_shown (fixture, cases[i].shown);
      g_assert_true (lieudit_history_undo (fixture->history, NULL));
      assert_shown (fixture, AS_FOUND);
    }

  g_assert_false (lieudit_decisions_mark (fixture->decisions, 1000, 1001, nowhere, fixture->history));
}

/* What is decided on words that were marked stays on them, and rejecting them takes the mark away. */
static void
test_marks_are_decided_on (Fixture       *fixture,
                           gconstpointer  data)
{
  mark (fixture, "Le convoi", NULL);
  decide_on_mention (fixture, 0, LIEUDIT_DECISION_PLACE, "hama");
  assert_shown (fixture, "hama* homs? aleppo? homs? hama?");
  decide_on_place (fixture, "hama", LIEUDIT_DECISION_PLACE, "aleppo");
  assert_shown (fixture, "aleppo* homs? aleppo? homs? aleppo*");
  decide_on_mention (fixture, 0, LIEUDIT_DECISION_NOT_A_PLACE, NULL);
  assert_shown (fixture, "homs? aleppo? homs? aleppo*");
  while (lieudit_history_get_undo_title (fixture->history) != NULL)
    g_assert_true (lieudit_history_undo (fixture->history, NULL));
  assert_shown (fixture, AS_FOUND);
}

/* The text is edited, and found in again; decisions on single mentions stay with their words. */
static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *edited;
    const char *shown;
  } cases[] = {
    { "Hier, le convoi est parti de la ville de Homs. Il est passé à Alep dans la nuit.\n\n"
      "Le calme est revenu dans la ville de Homs, et dans la ville de Hama.", "homs? aleppo? other* hama?" },
    { "Le calme est revenu dans la ville de Homs, et dans la ville de Hama.", "other* hama?" },
    { "Le convoi est parti de la ville de Homs. Il est passé à Alep dans la nuit.\n\n"
      "Le calme est revenu dans la ville de Hama.", "homs? aleppo? hama?" },
    { text, "homs? aleppo? other* hama?" },
  };

  decide_on_mention (fixture, 2, LIEUDIT_DECISION_PLACE, "other");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditArticle) article = lieudit_article_new (cases[i].edited, NULL, NULL, "fr", NULL);

      lieudit_anchors_set_text (fixture->anchors, cases[i].edited);
      g_object_unref (fixture->found);
      fixture->found = lieudit_analysis_run (fixture->gazetteer, article, NULL, NULL);
      assert_shown (fixture, cases[i].shown);
    }
}

static void
test_several_at_once (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct {
    int         kind; /* a LieuditDecisionKind; negative to confirm */
    const char *shown;
    const char *title;
  } cases[] = {
    { -1, "homs! aleppo! homs! hama!", "4 mentions are confirmed" },
    { LIEUDIT_DECISION_NOT_LOCATED, "-* -* -* -*", "4 mentions are not located" },
    { LIEUDIT_DECISION_NOT_A_PLACE, "", "4 mentions are no places" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditDecision) decision = cases[i].kind < 0 ? NULL : lieudit_decision_new (cases[i].kind, NULL);
      GListModel *mentions = lieudit_analysis_get_mentions (fixture->found);

      lieudit_decisions_decide_each (fixture->decisions, fixture->found, mentions, decision, fixture->history);
      assert_shown (fixture, cases[i].shown);
      g_assert_cmpstr (lieudit_history_get_undo_title (fixture->history), ==, cases[i].title);
      g_assert_true (lieudit_history_undo (fixture->history, NULL));
      assert_shown (fixture, AS_FOUND);
    }
}

/* What somebody decided who has other places is told of. */
static void
test_unknown_places (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(LieuditPlaceReference) place = lieudit_place_reference_new ("user:1", "Le gué", 36.1, 36.5, NULL, NULL);
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (LIEUDIT_DECISION_PLACE, place);

  decide_on_place (fixture, "homs", LIEUDIT_DECISION_PLACE, "other");
  decide_on_place (fixture, "hama", LIEUDIT_DECISION_NOT_A_PLACE, NULL);
  g_assert_cmpuint (lieudit_decisions_count_unknown (fixture->decisions, fixture->gazetteer), ==, 0);
  g_assert_true (lieudit_decisions_mark (fixture->decisions, 0, 9, decision, fixture->history));
  g_assert_cmpuint (lieudit_decisions_count_unknown (fixture->decisions, fixture->gazetteer), ==, 1);
}

static void
assert_changed_once (GtSignalLogger *logger)
{
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 1);
  g_assert_true (gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, NULL));
}

static void
test_changes_are_told (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, fixture->decisions, "changed");
  decide_on_place (fixture, "homs", LIEUDIT_DECISION_PLACE, "homs");
  assert_changed_once (logger);
  g_assert_true (lieudit_history_undo (fixture->history, NULL));
  assert_changed_once (logger);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void      (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/decisions/places", test_places },
    { "/decisions/one-mention-of-several", test_one_mention_of_several },
    { "/decisions/mind-changed", test_mind_changed },
    { "/decisions/forgotten", test_forgotten },
    { "/decisions/alternatives-stay", test_alternatives_stay },
    { "/decisions/several-at-once", test_several_at_once },
    { "/decisions/changes-are-told", test_changes_are_told },
    { "/decisions/marks", test_marks },
    { "/decisions/marks-are-decided-on", test_marks_are_decided_on },
    { "/decisions/edits", test_edits },
    { "/decisions/unknown-places", test_unknown_places },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].function, tear_down);

  return g_test_run ();
}
