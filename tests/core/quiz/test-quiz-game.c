/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-fixture.h"

#include <math.h>
#include <string.h>

#include "lieudit-data-directory.h"
#include "quiz/lieudit-quiz-results.h"

static LieuditQuiz *
make_quiz (LieuditQuizKind kind,
           guint           n_questions)
{
  g_autoptr(GPtrArray) places = quiz_places_new ();
  LieuditQuiz *quiz = lieudit_quiz_new ("Syrie", "fr");

  for (guint i = 0; i < places->len; i++)
    lieudit_quiz_extend (quiz, g_ptr_array_index (places, i));
  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(LieuditQuizQuestion) question = NULL;

      for (guint j = 0; kind != LIEUDIT_QUIZ_FIND && kind != LIEUDIT_QUIZ_TYPE && j < 4; j++)
        g_ptr_array_add (choices, g_object_ref (g_ptr_array_index (places, j)));
      question = kind == LIEUDIT_QUIZ_STATEMENT
                   ? lieudit_quiz_question_new_statement ("Alep : au nord de Damas", i % 2 == 0, NULL, choices)
                   : lieudit_quiz_question_new (kind, g_ptr_array_index (places, i), choices);
      g_assert_null (lieudit_quiz_question_find_problem (question));
      lieudit_quiz_add (quiz, question);
    }

  return quiz;
}

/* Tries to find Aleppo (36.20, 37.16) on a map some 550 km across. */
static const struct {
  const char *what;
  guint n_tries;
  double tries[3][2];
  guint points;
  gboolean is_right;
} spot_cases[] = {
  { "at once", 1, { { 36.20, 37.16 } }, 100, TRUE },
  { "as near as a hand points", 1, { { 36.25, 37.20 } }, 100, TRUE },
  { "the second time", 2, { { 35.0, 37.0 }, { 36.21, 37.15 } }, 70, TRUE },
  { "the third time", 3, { { 35.0, 37.0 }, { 35.5, 37.0 }, { 36.2, 37.2 } }, 40, TRUE },
  { "never, but near", 3, { { 35.9, 37.1 }, { 35.0, 37.0 }, { 34.0, 37.0 } }, 23, FALSE },
  { "never, and far", 3, { { 33.0, 36.0 }, { 33.0, 36.0 }, { 33.0, 36.0 } }, 0, FALSE },
  { "on the other side of the Earth", 3, { { -36.2, -142.84 }, { 90.0, 0.0 }, { -90.0, 0.0 } }, 0, FALSE },
};

static void
test_spots (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spot_cases); i++)
    {
      g_autoptr(LieuditQuiz) quiz = make_quiz (LIEUDIT_QUIZ_FIND, 1);
      g_autoptr(LieuditQuizGame) game = lieudit_quiz_game_new (quiz, 1);

      for (guint j = 0; j < spot_cases[i].n_tries; j++)
        {
          g_assert_cmpint (lieudit_quiz_game_get_state (game), ==, LIEUDIT_QUIZ_ASKING);
          g_assert_cmpuint (lieudit_quiz_game_get_tries_left (game), ==, 3 - j);
          lieudit_quiz_game_answer_spot (game, NULL, spot_cases[i].tries[j][0], spot_cases[i].tries[j][1]);
        }
      g_test_message ("%s: %u", spot_cases[i].what, lieudit_quiz_game_get_result (game, 0)->points);
      g_assert_cmpint (lieudit_quiz_game_get_state (game), ==, spot_cases[i].is_right ? LIEUDIT_QUIZ_RIGHT : LIEUDIT_QUIZ_WRONG);
      g_assert_cmpuint (lieudit_quiz_game_get_result (game, 0)->points, ==, spot_cases[i].points);
      g_assert_cmpuint (lieudit_quiz_game_get_result (game, 0)->n_tries, ==, spot_cases[i].n_tries);
      g_assert_cmpuint (lieudit_quiz_game_get_tries_left (game), ==, 0);
    }
}

/* What a pupil is told after a wrong spot: from Damascus, Aleppo is some 310 km to the north-north-east. */
static void
test_distance_and_direction (void)
{
  g_autoptr(LieuditQuiz) quiz = make_quiz (LIEUDIT_QUIZ_FIND, 1);
  g_autoptr(LieuditQuizGame) game = lieudit_quiz_game_new (quiz, 1);
  LieuditQuizSpot spot = lieudit_quiz_game_answer_spot (game, NULL, 33.51, 36.29);

  g_assert_false (spot.is_right);
  g_assert_cmpfloat_with_epsilon (spot.distance, 309e3, 3e3);
  g_assert_cmpfloat_with_epsilon (spot.azimuth, 15.0, 2.0);
}

/* An area is found anywhere in its outline, and nowhere else, however near. */
static const struct {
  const char *feature;
  const char *country;
  double point[2];
  double spot[2];
  gboolean is_right;
} area_cases[] = {
  { "PCLI", "SY", { 35.0, 38.0 }, { 36.9, 41.8 }, TRUE },
  { "PCLI", "SY", { 35.0, 38.0 }, { 32.8, 36.2 }, TRUE },
  { "PCLI", "SY", { 35.0, 38.0 }, { 35.0, 43.0 }, FALSE },
  { "PCLI", "SY", { 35.0, 38.0 }, { 33.9, 35.6 }, FALSE },
  { "ADM1", "SY", { 35.8, 36.6 }, { 36.1, 36.5 }, TRUE },
  { "ADM1", "SY", { 35.8, 36.6 }, { 36.2, 37.2 }, FALSE },
};

static void
test_areas (void)
{
  g_autofree char *path = lieudit_build_data_path ("basemap/basemap.bin");
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditBaseMap) base_map = lieudit_base_map_open (path, &error);
  g_autoptr(LieuditQuiz) quiz = make_quiz (LIEUDIT_QUIZ_FIND, 10);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (area_cases); i++)
    {
      QuizTown area = { "area", "Zone", area_cases[i].feature, area_cases[i].country, area_cases[i].point[0], area_cases[i].point[1], { NULL } };
      g_autoptr(LieuditQuizPlace) place = quiz_place_new (&area);
      LieuditQuizSpot spot = lieudit_quiz_try_spot (quiz, place, base_map, area_cases[i].spot[0], area_cases[i].spot[1]);

      g_test_message ("%u", i);
      g_assert_nonnull (lieudit_quiz_find_area (place, base_map));
      g_assert_cmpint (spot.is_right, ==, area_cases[i].is_right);
    }
}

/* From north to south: Aleppo, Idlib, Hama, Homs. */
static const struct {
  guint order[4];
  guint points;
} order_cases[] = {
  { { 0, 1, 2, 3 }, 100 },
  { { 1, 0, 2, 3 }, 83 },
  { { 3, 2, 1, 0 }, 0 },
  { { 2, 3, 0, 1 }, 33 },
  { { 0, 0, 0, 0 }, 50 },
};

static void
test_orders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      g_autoptr(LieuditQuiz) quiz = make_quiz (LIEUDIT_QUIZ_NORTH_TO_SOUTH, 1);
      g_autoptr(LieuditQuizGame) game = lieudit_quiz_game_new (quiz, 1);

      g_assert_cmpuint (lieudit_quiz_game_answer_order (game, order_cases[i].order), ==, order_cases[i].points);
      g_assert_cmpint (lieudit_quiz_game_get_state (game), ==, order_cases[i].points == 100 ? LIEUDIT_QUIZ_RIGHT : LIEUDIT_QUIZ_WRONG);
    }
}

static void
test_names_and_truths (void)
{
  g_autoptr(LieuditQuiz) names = make_quiz (LIEUDIT_QUIZ_TYPE, 2);
  g_autoptr(LieuditQuiz) truths = make_quiz (LIEUDIT_QUIZ_STATEMENT, 2);
  g_autoptr(LieuditQuiz) choices = make_quiz (LIEUDIT_QUIZ_CHOOSE, 2);
  g_autoptr(LieuditQuizGame) game = lieudit_quiz_game_new (names, 1);
  g_autoptr(LieuditQuizGame) truth_game = lieudit_quiz_game_new (truths, 1);
  g_autoptr(LieuditQuizGame) choice_game = lieudit_quiz_game_new (choices, 1);

  g_assert_false (lieudit_quiz_game_answer_name (game, NULL, "Homs"));
  g_assert_true (lieudit_quiz_game_answer_name (game, NULL, "aleppo"));
  g_assert_cmpuint (lieudit_quiz_game_get_result (game, 0)->points, ==, 70);

  g_assert_true (lieudit_quiz_game_answer_truth (truth_game, TRUE));
  lieudit_quiz_game_go_on (truth_game);
  g_assert_false (lieudit_quiz_game_answer_truth (truth_game, TRUE));
  g_assert_cmpuint (lieudit_quiz_game_get_points (truth_game, 0, NULL), ==, 100);

  g_assert_true (lieudit_quiz_game_answer_choice (choice_game, 0));
  lieudit_quiz_game_go_on (choice_game);
  g_assert_false (lieudit_quiz_game_answer_choice (choice_game, 3));
  g_assert_cmpint (lieudit_quiz_game_get_state (choice_game), ==, LIEUDIT_QUIZ_WRONG);
}

/* Teams answer in turn; time that runs out ends a question, and the game ends after the last. */
static void
test_teams_and_time (void)
{
  g_autoptr(LieuditQuiz) quiz = make_quiz (LIEUDIT_QUIZ_FIND, 5);
  g_autoptr(LieuditQuizGame) game = lieudit_quiz_game_new (quiz, 2);
  guint possible;

  for (guint i = 0; i < 5; i++)
    {
      LieuditQuizPlace *place = lieudit_quiz_question_get_place (lieudit_quiz_game_get_question (game));

      g_assert_cmpuint (lieudit_quiz_game_get_team (game), ==, i % 2);
      g_assert_cmpuint (lieudit_quiz_game_get_n_results (game), ==, i);
      if (i % 2 == 0)
        lieudit_quiz_game_answer_spot (game, NULL, lieudit_quiz_place_get_latitude (place), lieudit_quiz_place_get_longitude (place));
      else
        lieudit_quiz_game_give_up (game);
      lieudit_quiz_game_go_on (game);
    }
  g_assert_cmpint (lieudit_quiz_game_get_state (game), ==, LIEUDIT_QUIZ_OVER);
  g_assert_null (lieudit_quiz_game_get_question (game));
  g_assert_cmpuint (lieudit_quiz_game_get_points (game, 0, &possible), ==, 300);
  g_assert_cmpuint (possible, ==, 300);
  g_assert_cmpuint (lieudit_quiz_game_get_points (game, 1, &possible), ==, 0);
  g_assert_cmpuint (possible, ==, 200);
}

/* What is typed goes into tables: no spreadsheet may take it for a formula. */
static void
test_tables (void)
{
  static const char *const typed[] = { "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(1)", "a\tb", "\"quoted\", and" };
  static const char *const in_csv[] = {
    "\"'=HYPERLINK(\"\"http://x\"\")\"", "\"'+1\"", "\"'-1\"", "\"'@SUM(1)\"", "\"a\tb\"", "\"\"\"quoted\"\", and\"",
  };
  static const char *const in_text[] = { "\t'=HYPERLINK(\"http://x\")\t", "\t'+1\t", "\t'-1\t", "\t'@SUM(1)\t", "\ta b\t", "\t\"quoted\", and\t" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(LieuditQuiz) quiz = make_quiz (LIEUDIT_QUIZ_TYPE, 1);
      g_autoptr(LieuditQuizGame) game = lieudit_quiz_game_new (quiz, 1);
      g_autoptr(GBytes) csv = NULL;
      g_autofree char *text = NULL;
      g_autofree char *table = NULL;
      g_auto(GStrv) lines = NULL;

      lieudit_quiz_game_answer_name (game, NULL, typed[i]);
      lieudit_quiz_game_give_up (game);
      csv = lieudit_quiz_results_export_csv (game);
      table = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
      text = lieudit_quiz_results_dup_text (game);
      g_test_message ("%s%s", table, text);
      g_assert_nonnull (strstr (table, in_csv[i]));
      g_assert_nonnull (strstr (text, in_text[i]));
      lines = g_strsplit (table, "\r\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, 3);
      g_assert_cmpstr (lines[0], ==, "question,asked,team,answer,right_answer,tries,distance_km,points");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz-game/spots", test_spots);
  g_test_add_func ("/quiz-game/distance-and-direction", test_distance_and_direction);
  g_test_add_func ("/quiz-game/areas", test_areas);
  g_test_add_func ("/quiz-game/orders", test_orders);
  g_test_add_func ("/quiz-game/names-and-truths", test_names_and_truths);
  g_test_add_func ("/quiz-game/teams-and-time", test_teams_and_time);
  g_test_add_func ("/quiz-game/tables", test_tables);

  return g_test_run ();
}
