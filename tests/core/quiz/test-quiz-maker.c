/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-fixture.h"

#include <math.h>
#include <string.h>

#include "quiz/lieudit-quiz-format.h"

#define ALL_KINDS ((1u << LIEUDIT_QUIZ_N_KINDS) - 1)
#define N_SEEDS 40

static LieuditQuiz *
make (GPtrArray  *places,
      const char *title,
      guint       kinds,
      guint       n_questions,
      guint32     seed)
{
  LieuditQuizRecipe recipe = { title, LIEUDIT_LANGUAGE_FRENCH, places, NULL, NULL, kinds, n_questions, seed };

  return lieudit_quiz_make (&recipe);
}

/* The same recipe gives the same quiz, byte by byte, and another seed another one. */
static void
test_seed (void)
{
  g_autoptr(GPtrArray) places = quiz_places_new ();
  g_autoptr(LieuditQuiz) quiz = make (places, "Syrie", ALL_KINDS, 10, 7);
  g_autoptr(LieuditQuiz) same = make (places, "Syrie", ALL_KINDS, 10, 7);
  g_autoptr(LieuditQuiz) other = make (places, "Syrie", ALL_KINDS, 10, 8);
  g_autoptr(GBytes) bytes = lieudit_quiz_write (quiz);
  g_autoptr(GBytes) same_bytes = lieudit_quiz_write (same);
  g_autoptr(GBytes) other_bytes = lieudit_quiz_write (other);

  g_assert_cmpuint (lieudit_quiz_get_n_questions (quiz), ==, 10);
  g_assert_true (g_bytes_equal (bytes, same_bytes));
  g_assert_false (g_bytes_equal (bytes, other_bytes));
}

static void
check_choices (LieuditQuizQuestion *question)
{
  for (guint i = 0; i < lieudit_quiz_question_get_n_choices (question); i++)
    {
      for (guint j = 0; j < i; j++)
        g_assert_false (lieudit_quiz_place_shares_name (lieudit_quiz_question_get_choice (question, i),
                                                        lieudit_quiz_question_get_choice (question, j)));
    }
}

/* Neighbours in the right order have to be clearly apart: nobody argues about a kilometre. */
static void
check_order (LieuditQuizQuestion *question,
             double               size)
{
  guint order[LIEUDIT_QUIZ_MOST_CHOICES];
  LieuditQuizPlace *origin = lieudit_quiz_question_get_place (question);

  lieudit_quiz_question_get_order (question, order);
  for (guint i = 1; i < lieudit_quiz_question_get_n_choices (question); i++)
    {
      LieuditQuizPlace *before = lieudit_quiz_question_get_choice (question, order[i - 1]);
      LieuditQuizPlace *after = lieudit_quiz_question_get_choice (question, order[i]);
      double step = origin != NULL ? lieudit_quiz_place_measure (origin, after) - lieudit_quiz_place_measure (origin, before)
                                   : (lieudit_quiz_place_get_latitude (before) - lieudit_quiz_place_get_latitude (after)) * 111e3;

      g_assert_cmpfloat (step, >, 0.03 * size);
    }
}

/* Of any quiz: every question can be answered, and no place is asked for twice. */
static void
test_every_question_has_an_answer (void)
{
  g_autoptr(GPtrArray) places = quiz_places_new ();

  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr(LieuditQuiz) quiz = make (places, "Syrie", ALL_KINDS, 20, seed);
      g_autoptr(GHashTable) asked = g_hash_table_new (NULL, NULL);

      g_assert_cmpuint (lieudit_quiz_get_n_questions (quiz), >=, 10);
      for (guint i = 0; i < lieudit_quiz_get_n_questions (quiz); i++)
        {
          LieuditQuizQuestion *question = lieudit_quiz_get_question (quiz, i);
          LieuditQuizKind kind = lieudit_quiz_question_get_kind (question);

          g_assert_null (lieudit_quiz_question_find_problem (question));
          check_choices (question);
          if (kind == LIEUDIT_QUIZ_NORTH_TO_SOUTH || kind == LIEUDIT_QUIZ_NEAR_TO_FAR)
            check_order (question, lieudit_quiz_get_size (quiz));
          else
            g_assert_true (g_hash_table_add (asked, lieudit_quiz_question_get_place (question)));
        }
    }
}

/* Of two places that a name could mean neither is asked for, and what the title says is no riddle. */
static void
test_ambiguous_places_are_not_asked_for (void)
{
  static const QuizTown twin = { "t-twin", "Hama", "PPL", "SY", 33.0, 38.0, { NULL } };
  static const QuizTown close_by = { "t-close", "Dummar", "PPL", "SY", 33.52, 36.28, { NULL } };
  g_autoptr(GPtrArray) places = quiz_places_new ();

  g_ptr_array_add (places, quiz_place_new (&twin));
  g_ptr_array_add (places, quiz_place_new (&close_by));
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr(LieuditQuiz) finding = make (places, "Homs et les autres", 1u << LIEUDIT_QUIZ_FIND, 20, seed);
      g_autoptr(LieuditQuiz) typing = make (places, "Homs et les autres", 1u << LIEUDIT_QUIZ_TYPE, 20, seed);

      g_assert_cmpuint (lieudit_quiz_get_n_questions (finding), ==, 10);
      for (guint i = 0; i < 10; i++)
        g_assert_cmpstr (lieudit_quiz_place_get_name (lieudit_quiz_question_get_place (lieudit_quiz_get_question (finding, i))), !=, "Hama");
      g_assert_cmpuint (lieudit_quiz_get_n_questions (typing), ==, 9);
      for (guint i = 0; i < 9; i++)
        {
          const char *name = lieudit_quiz_place_get_name (lieudit_quiz_question_get_place (lieudit_quiz_get_question (typing, i)));

          g_assert_false (g_str_equal (name, "Damas") || g_str_equal (name, "Dummar") || g_str_equal (name, "Homs"));
        }
    }
}

/* Wrong answers are of the kind of the right one, and among the nearest of it. */
static void
test_wrong_answers_are_plausible (void)
{
  static const QuizTown region = { "t-region", "Gouvernorat", "ADM1", "SY", 36.2, 37.2, { NULL } };
  static const QuizTown far_away = { "t-far", "Oulan-Bator", "PPLC", "MN", 47.9, 106.9, { NULL } };
  g_autoptr(GPtrArray) places = quiz_places_new ();

  g_ptr_array_add (places, quiz_place_new (&region));
  g_ptr_array_add (places, quiz_place_new (&far_away));
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr(LieuditQuiz) quiz = make (places, "Syrie", 1u << LIEUDIT_QUIZ_CHOOSE, 20, seed);

      for (guint i = 0; i < lieudit_quiz_get_n_questions (quiz); i++)
        {
          LieuditQuizQuestion *question = lieudit_quiz_get_question (quiz, i);
          const char *asked = lieudit_quiz_place_get_id (lieudit_quiz_question_get_place (question));

          g_assert_cmpstr (asked, !=, "t-region");
          g_assert_cmpuint (lieudit_quiz_question_get_n_choices (question), ==, 4);
          for (guint j = 0; j < 4 && strcmp (asked, "t-far") != 0; j++)
            {
              const char *choice = lieudit_quiz_place_get_id (lieudit_quiz_question_get_choice (question, j));

              g_assert_true (strcmp (choice, "t-region") != 0 && strcmp (choice, "t-far") != 0);
            }
        }
    }
}

static void
test_the_map_shows_all_places (void)
{
  g_autoptr(GPtrArray) places = quiz_places_new ();
  g_autoptr(LieuditQuiz) quiz = make (places, "Syrie", 1u << LIEUDIT_QUIZ_FIND, 1, 3);
  LieuditBounds bounds = lieudit_quiz_get_bounds (quiz);

  g_assert_cmpuint (lieudit_quiz_get_n_questions (quiz), ==, 1);
  for (guint i = 0; i < places->len; i++)
    g_assert_true (lieudit_bounds_contains (&bounds, lieudit_quiz_place_get_latitude (g_ptr_array_index (places, i)),
                                            lieudit_quiz_place_get_longitude (g_ptr_array_index (places, i))));
}

static void
test_nothing_to_ask (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(LieuditQuiz) quiz = make (none, "Rien", ALL_KINDS, 10, 1);

  g_assert_cmpuint (lieudit_quiz_get_n_questions (quiz), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz-maker/seed", test_seed);
  g_test_add_func ("/quiz-maker/every-question-has-an-answer", test_every_question_has_an_answer);
  g_test_add_func ("/quiz-maker/ambiguous-places", test_ambiguous_places_are_not_asked_for);
  g_test_add_func ("/quiz-maker/wrong-answers-are-plausible", test_wrong_answers_are_plausible);
  g_test_add_func ("/quiz-maker/the-map-shows-all-places", test_the_map_shows_all_places);
  g_test_add_func ("/quiz-maker/nothing-to-ask", test_nothing_to_ask);

  return g_test_run ();
}
