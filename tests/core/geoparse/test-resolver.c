/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-analysis.h"

#include <string.h>

#include "geoparse/lieudit-resolution-model.h"
#include "geoparse/lieudit-resolver.h"

static LieuditAnalysis *
analyse (const char *language,
         const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  g_autoptr(LieuditArticle) article = lieudit_article_new (text, NULL, NULL, language, NULL);
  LieuditAnalysis *analysis;

  g_assert_no_error (error);
  analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);
  g_assert_no_error (error);

  return analysis;
}

/* "Tripoli lb-tripoli, Liban lb-lebanon" */
static char *
describe_places (LieuditAnalysis *analysis)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditPlace *place = lieudit_mention_get_place (mention);

      g_string_append_printf (description, "%s%s %s", i > 0 ? ", " : "", lieudit_mention_get_text (mention),
                              place != NULL ? lieudit_place_get_id (place) : "-");
    }

  return g_string_free (description, FALSE);
}

static void
test_places (void)
{
  static const struct {
    const char *rule;
    const char *language;
    const char *text;
    const char *places;
  } cases[] = {
    { "a state behind a town", "en", "Firefighters left Long Beach, CA, at noon.",
      "Long Beach gn-5367929, CA adm-US-CA" },
    { "a state beats a country of that name", "en", "She was born in Lebanon, Pa., in 1950.",
      "Lebanon gn-5197517, Pa. adm-US-PA" },
    { "one name, two places", "fr", "Ils ont quitté Tripoli, au Liban, et gagné Tripoli, en Libye.",
      "Tripoli lb-tripoli, Liban lb-lebanon, Tripoli ly-tripoli, Libye ly-libya" },
    { "else one sense in a text", "en", "Deputies from Paris, Texas, met. The mayor of Paris spoke.",
      "Paris gn-4717560, Texas adm-US-TX, Paris gn-4717560" },
    { "towns of a state", "en", "Voters in Atlanta and the rest of Georgia went to the polls.",
      "Atlanta gn-4180439, Georgia adm-US-GA" },
    { "the capital of a country", "en", "Talks in Tbilisi ended; Georgia and Armenia signed.",
      "Tbilisi ge-tbilisi, Georgia ge-georgia, Armenia am-armenia" },
    { "a people, which is no mention", "en", "The Lebanese army entered Tripoli at dawn.", "Tripoli lb-tripoli" },
    { "another people", "en", "The Libyan coast guard reached Tripoli at dawn.", "Tripoli ly-tripoli" },
    { "neighbours outweigh a capital", "en", "The parade in Dublin drew crowds from Columbus and Cleveland, Ohio.",
      "Dublin gn-5152333, Columbus gn-4509177, Cleveland gn-5150529, Ohio adm-US-OH" },
    { "and speak for it where they are its own", "en", "The parade in Dublin drew crowds from Cork and Galway.",
      "Dublin ie-dublin, Cork gn-2965140, Galway gn-2964180" },
    { "countries before towns of their names", "en", "Jordan and Egypt signed a treaty.",
      "Jordan jo-jordan, Egypt eg-egypt" },
    { "capitals where nothing else is said", "en", "A flight from Paris to Rome.", "Paris fr-paris, Rome it-rome" },
    { "a province beside a town", "fr", "Elle est née à Saraqeb, dans la province d'Idleb.",
      "Saraqeb sy-saraqib, province d'Idleb sy-governorate-idlib" },
    { "a distance and a direction", "en", "A fire broke out in Springfield, 25 miles north of Hartford.",
      "Springfield gn-4951788, Hartford gn-4835797" },
    { "what a sentence says of one mention is not true of another", "en",
      "Santiago, the capital of Chile, is far from Santiago, 140 km north-west of Santo Domingo.",
      "Santiago cl-santiago, Chile cl-chile, Santiago gn-3492914, Santo Domingo do-santo-domingo" },
    { "what is denied says nothing", "en", "A fire broke out in Springfield, not 25 miles north of Hartford.",
      "Springfield gn-4409896, Hartford gn-4835797" },
    { "one word for all of a list", "fr", "Le séisme a touché les provinces d'Al Haouz et de Taroudant.",
      "provinces d'Al Haouz adm-MA-HAO, Taroudant adm-MA-TAR" },
    { "behind it as well", "en", "Homs and Hama provinces were hit.",
      "Homs sy-governorate-homs, Hama provinces sy-governorate-hama" },
    { "and not beyond", "fr", "Les provinces de Homs et de Hama. Alep a tenu.",
      "provinces de Homs sy-governorate-homs, Hama sy-governorate-hama, Alep sy-aleppo" },
    { "seas take an article, towns do not", "en", "The storm crossed the Atlantic in March.", "Atlantic world-atlantic-ocean" },
    { "an acronym is no town", "en", "The EU met in Brussels.", "EU world-european-union, Brussels be-brussels" },
    { "the state of a federation", "en", "The governor of Sokoto State spoke.", "Sokoto State adm-NG-SO" },
    { "a landmark", "fr", "La foule a rejoint la place Tahrir, au Caire.", "place Tahrir world-tahrir-square, Caire eg-cairo" },
    { "a country behind a town, in Arabic", "ar", "وصل الوفد إلى طرابلس في لبنان.", "طرابلس lb-tripoli, لبنان lb-lebanon" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse (cases[i].language, cases[i].text);
      g_autofree char *places = describe_places (analysis);

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (places, ==, cases[i].places);
    }
}

/* The reasons are those that decided: what both countries have in common is none between two towns of one name. */
static void
test_reasons (void)
{
  static const struct {
    const char *text;
    const char *first;
    const char *absent;
  } cases[] = {
    { "Ils ont vu Tripoli, au Liban.", "the area it lies in is named beside it",
      "it is the largest, or the best known, of that name" },
    { "Ils ont quitté Tripoli, au Liban, et gagné Tripoli, en Libye.", "the area it lies in is named beside it",
      "it is the largest, or the best known, of that name" },
    { "Ils ont quitté Tripoli, à 80 km au nord de Beyrouth.", "it lies as far away as the text says",
      "it lies where the text says" },
    { "Ils ont quitté Tripoli, au nord de Beyrouth.", "it lies in the direction that the text says",
      "it lies where the text says" },
    { "L'avion a survolé Saraqeb.", "the only place of that name in the gazetteer",
      "it is the largest, or the best known, of that name" },
    { "L'avion venait de Paris.", "it is the largest, or the best known, of that name",
      "the text speaks of its country" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse ("fr", cases[i].text);
      g_autoptr(LieuditMention) mention = g_list_model_get_item (lieudit_analysis_get_mentions (analysis), 0);
      guint n_reasons;
      const LieuditReason *reasons = lieudit_mention_get_reasons (mention, &n_reasons);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (n_reasons, >, 0);
      g_assert_cmpuint (n_reasons, <=, LIEUDIT_RESOLUTION_REASONS);
      g_assert_cmpstr (reasons[0].text, ==, cases[i].first);
      for (guint j = 0; j < n_reasons; j++)
        {
          g_assert_cmpstr (reasons[j].text, !=, cases[i].absent);
          g_assert_cmpfloat (reasons[j].weight, <=, j > 0 ? reasons[j - 1].weight : 1.0);
        }
    }
}

static void
test_alternatives (void)
{
  g_autoptr(LieuditAnalysis) analysis = analyse ("en", "Students in Springfield marched.");
  g_autoptr(LieuditMention) mention = g_list_model_get_item (lieudit_analysis_get_mentions (analysis), 0);
  guint n_alternatives;
  const LieuditAlternative *alternatives = lieudit_mention_get_alternatives (mention, &n_alternatives);
  double total = 0.0;

  g_assert_cmpuint (n_alternatives, ==, LIEUDIT_RESOLUTION_ALTERNATIVES - 1);
  for (guint i = 0; i < n_alternatives; i++)
    {
      g_assert_false (lieudit_place_equal (alternatives[i].place, lieudit_mention_get_place (mention)));
      g_assert_cmpfloat (alternatives[i].score, <=, i > 0 ? alternatives[i - 1].score : 0.5);
      total += alternatives[i].score;
    }
  g_assert_cmpfloat (total, <, 1.0);
}

/* The same name is surer where the text says more. */
static void
test_confidence (void)
{
  static const char * const texts[] = { /* from the least sure */
    "Students in Springfield marched.",
    "Students in Springfield marched, and others in Chicago.",
    "Students in Springfield, Illinois, marched, and others in Chicago.",
  };
  double last = 0.0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse ("en", texts[i]);
      g_autoptr(LieuditMention) mention = g_list_model_get_item (lieudit_analysis_get_mentions (analysis), 0);
      double confidence = lieudit_mention_get_confidence (mention);

      g_test_message ("%s", texts[i]);
      g_assert_cmpfloat (confidence, >, last);
      g_assert_cmpfloat (confidence, <=, 1.0);
      last = confidence;
    }
}

/* What speaks for a place in a text never speaks against it, and a lead makes sure. */
static void
test_model (void)
{
  const LieuditResolutionModel *model = lieudit_resolution_model_get_default ();
  double features[LIEUDIT_N_RESOLUTION_FEATURES] = { 0.0, };

  g_assert_cmpfloat (lieudit_resolution_model_score (model, features), ==, 0.0);
  for (guint i = 0; i < LIEUDIT_N_RESOLUTION_FEATURES; i++)
    {
      g_assert_nonnull (lieudit_resolution_feature_to_nick (i));
      if (i >= LIEUDIT_RESOLUTION_FIRST_OF_TEXT)
        g_assert_cmpfloat (model->weights[i], >=, 0.0);
    }
  g_assert_cmpfloat (model->weights[LIEUDIT_RESOLUTION_COUNTRY], >, model->weights[LIEUDIT_RESOLUTION_SITE]);

  for (double share = 0.1; share < 1.0; share += 0.1)
    {
      double confidence = lieudit_resolution_model_calibrate (model, features, share, 0);

      g_assert_cmpfloat (confidence, >, lieudit_resolution_model_calibrate (model, features, share - 0.1, 0));
      g_assert_cmpfloat (confidence, >, lieudit_resolution_model_calibrate (model, features, share, LIEUDIT_RESOLUTION_ORDINARY));
      g_assert_cmpfloat (confidence, >, lieudit_resolution_model_calibrate (model, features, share, LIEUDIT_RESOLUTION_EMBEDDED));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resolver/places", test_places);
  g_test_add_func ("/resolver/reasons", test_reasons);
  g_test_add_func ("/resolver/alternatives", test_alternatives);
  g_test_add_func ("/resolver/confidence", test_confidence);
  g_test_add_func ("/resolver/model", test_model);

  return g_test_run ();
}
