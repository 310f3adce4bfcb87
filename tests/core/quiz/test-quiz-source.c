/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-geography-check.h"
#include "quiz/lieudit-quiz-source.h"
#include "quiz/lieudit-quiz-statements.h"

#include <string.h>

static LieuditGazetteer *
open_gazetteer (void)
{
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer = lieudit_gazetteer_open_installed (&error);

  g_assert_no_error (error);

  return gazetteer;
}

static gboolean
has_name (GPtrArray  *places,
          const char *name)
{
  for (guint i = 0; i < places->len; i++)
    {
      if (lieudit_quiz_place_accepts (g_ptr_array_index (places, i), NULL, name))
        return TRUE;
    }

  return FALSE;
}

static const struct {
  const char *what;
  LieuditQuizTopic topic;
  const char *countries;
  guint least_population;
  guint least;
  guint most;
  const char *has[3];
  const char *has_not[3];
} filters[] = {
  { "governorates of Syria", LIEUDIT_QUIZ_REGIONS, "SY", 0, 14, 14, { "Idlib Governorate", "Gouvernorat d'Idleb" }, { "Hatay" } },
  { "capitals of some countries", LIEUDIT_QUIZ_CAPITALS, "SY LB JO IQ", 0, 4, 4, { "Damas", "Beyrouth", "Bagdad" }, { "Alep", "Ankara" } },
  { "countries", LIEUDIT_QUIZ_COUNTRIES, "SY LB JO IQ TR", 0, 5, 5, { "Syrie", "Liban" }, { "France" } },
  { "towns above a population", LIEUDIT_QUIZ_TOWNS, "SY", 300000, 4, 20, { "Alep", "Damas", "Homs" }, { "Saraqeb" } },
  { "the whole world", LIEUDIT_QUIZ_TOWNS, NULL, 1000000, LIEUDIT_QUIZ_MOST_PLACES, LIEUDIT_QUIZ_MOST_PLACES, { "Tokyo" }, { "Saraqeb" } },
};

static void
test_filters (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_gazetteer ();

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      LieuditQuizFilter filter = { filters[i].topic, filters[i].countries, filters[i].least_population, LIEUDIT_LANGUAGE_FRENCH };
      g_autoptr(GPtrArray) places = lieudit_quiz_list_gazetteer (gazetteer, &filter);

      g_test_message ("%s: %u", filters[i].what, places->len);
      for (guint j = 0; j < places->len; j++)
        g_test_message ("  %s", lieudit_quiz_place_get_name (g_ptr_array_index (places, j)));
      g_assert_cmpuint (places->len, >=, filters[i].least);
      g_assert_cmpuint (places->len, <=, filters[i].most);
      for (guint j = 0; j < 3 && filters[i].has[j] != NULL; j++)
        g_assert_true (has_name (places, filters[i].has[j]));
      for (guint j = 0; j < 3 && filters[i].has_not[j] != NULL; j++)
        g_assert_false (has_name (places, filters[i].has_not[j]));
    }
}

/* Every part of the world has capitals, as many as it has countries, but for those whose capital is disputed or not on board. */
static void
test_parts_of_the_world (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_gazetteer ();

  for (guint i = 0; i < lieudit_quiz_get_n_parts (); i++)
    {
      const char *countries = lieudit_quiz_get_part_countries (i);
      LieuditQuizFilter filter = { LIEUDIT_QUIZ_COUNTRIES, countries, 0, LIEUDIT_LANGUAGE_ENGLISH };
      g_autoptr(GPtrArray) places = lieudit_quiz_list_gazetteer (gazetteer, &filter);
      g_auto(GStrv) codes = g_strsplit (countries, " ", -1);

      g_test_message ("%s: %u of %u", lieudit_quiz_get_part_title (i), places->len, g_strv_length (codes));
      g_assert_cmpuint (places->len, >=, g_strv_length (codes) * 9 / 10);
      g_assert_cmpuint (places->len, <=, g_strv_length (codes));
    }
}

static LieuditAnalysis *
analyse (LieuditGazetteer *gazetteer,
         const char       *text,
         const char       *language)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new (text, NULL, NULL, language, NULL);
  g_autoptr(GError) error = NULL;
  LieuditAnalysis *analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

static void
test_article (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_gazetteer ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, "Un convoi a quitté Alep pour Hama, Homs et Idleb. Moscou a protesté. "
                                                            "De nouveau, Alep attend. Hama aussi, comme Homs.", "fr");
  g_autoptr(GPtrArray) places = lieudit_quiz_list_article (analysis, LIEUDIT_LANGUAGE_FRENCH);
  g_autoptr(GPtrArray) neighbours = lieudit_quiz_list_neighbours (gazetteer, places, LIEUDIT_LANGUAGE_FRENCH);

  g_assert_true (has_name (places, "Alep"));
  g_assert_true (has_name (places, "Homs"));
  g_assert_false (has_name (places, "Moscou"));
  g_assert_cmpuint (neighbours->len, >, 10);
  g_assert_cmpstr (lieudit_quiz_find_country (analysis), ==, "SY");
}

static const struct {
  const char *text;
  guint n_statements;
} statement_cases[] = {
  { "Saraqeb se trouve à 45 km au sud d'Alep.", 1 },
  { "Saraqeb se trouve au nord d'Alep.", 1 },
  { "Saraqeb est une ville.", 0 },
};

/* True statements are those that the map confirms, whichever way they are turned. */
static void
test_statements (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_gazetteer ();
  g_autoptr(LieuditGeographyCheck) check = lieudit_geography_check_new ();

  for (guint i = 0; i < G_N_ELEMENTS (statement_cases); i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, statement_cases[i].text, "fr");
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) claims = lieudit_geography_check_run (check, gazetteer, analysis, &error);

      g_assert_no_error (error);
      for (guint32 seed = 0; seed < 20; seed++)
        {
          g_autoptr(GPtrArray) statements = lieudit_quiz_list_statements (claims, LIEUDIT_LANGUAGE_FRENCH, seed);

          g_test_message ("%s", statement_cases[i].text);
          g_assert_cmpuint (statements->len, ==, statement_cases[i].n_statements);
          if (statements->len == 0)
            continue;
          g_assert_null (lieudit_quiz_question_find_problem (g_ptr_array_index (statements, 0)));
          g_test_message ("%s %d", lieudit_quiz_question_get_statement (g_ptr_array_index (statements, 0)),
                          lieudit_quiz_question_is_true (g_ptr_array_index (statements, 0)));
          if (i == 0)
            g_assert_cmpint (strstr (lieudit_quiz_question_get_statement (g_ptr_array_index (statements, 0)), "km north") == NULL, ==,
                             lieudit_quiz_question_is_true (g_ptr_array_index (statements, 0)));
          else
            g_assert_false (lieudit_quiz_question_is_true (g_ptr_array_index (statements, 0)));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz-source/filters", test_filters);
  g_test_add_func ("/quiz-source/parts-of-the-world", test_parts_of_the_world);
  g_test_add_func ("/quiz-source/article", test_article);
  g_test_add_func ("/quiz-source/statements", test_statements);

  return g_test_run ();
}
