/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-fixture.h"

#include <string.h>

#include "quiz/lieudit-quiz-format.h"

#define ALEPPO "{\"id\":\"a\",\"name\":\"Alep\",\"latitude\":36.2,\"longitude\":37.1}"
#define IDLIB "{\"id\":\"b\",\"name\":\"Idleb\",\"latitude\":35.9,\"longitude\":36.6,\"radius\":900,\"spellings\":[\"Idlib\"]}"
#define QUIZ(questions) "{\"lieudit:quiz\":1,\"title\":\"T\",\"language\":\"fr\",\"questions\":[" questions "]}"
#define FIND_ALEPPO "{\"kind\":\"find\",\"place\":" ALEPPO "}"

/* Whatever is written reads the same. */
static void
test_round_trip (void)
{
  g_autoptr(GPtrArray) places = quiz_places_new ();
  g_autoptr(GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);
  LieuditQuizRecipe recipe = { "Syrie « \"essai\" »", LIEUDIT_LANGUAGE_FRENCH, places, NULL, statements,
                               (1u << LIEUDIT_QUIZ_N_KINDS) - 1, 12, 42 };
  g_autoptr(LieuditQuiz) quiz = NULL;
  g_autoptr(LieuditQuiz) again = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) bytes_again = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (statements, lieudit_quiz_question_new_statement ("Alep :\nau sud", FALSE, "\t“non”", NULL));
  quiz = lieudit_quiz_make (&recipe);
  bytes = lieudit_quiz_write (quiz);
  again = lieudit_quiz_read (bytes, &error);
  g_assert_no_error (error);
  bytes_again = lieudit_quiz_write (again);
  g_assert_cmpuint (lieudit_quiz_get_n_questions (again), ==, 12);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (bytes_again, NULL), g_bytes_get_size (bytes_again));
}

static const struct {
  const char *text;
  int error; /* -1 is none */
  guint n_questions;
} cases[] = {
  { QUIZ (FIND_ALEPPO), -1, 1 },
  { QUIZ (FIND_ALEPPO ",{\"kind\":\"of-a-later-version\",\"x\":[1]}"), -1, 1 },
  { QUIZ ("{\"kind\":\"choose\",\"place\":" ALEPPO ",\"choices\":[" IDLIB "," ALEPPO "]}"), -1, 1 },
  { QUIZ ("{\"kind\":\"statement\",\"statement\":\"S\",\"true\":1}"), -1, 1 },
  { "", LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { "{}", LIEUDIT_QUIZ_ERROR_NO_QUIZ, 0 },
  { "[]", LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { "{\"lieudit:version\":1}", LIEUDIT_QUIZ_ERROR_NO_QUIZ, 0 },
  { "{\"lieudit:quiz\":2,\"questions\":{}}", LIEUDIT_QUIZ_ERROR_NEWER, 0 },
  { QUIZ (""), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ (FIND_ALEPPO) "x", LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { "{\"lieudit:quiz\":1,\"questions\":[" FIND_ALEPPO, LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"find\"}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"find\",\"place\":{\"name\":\"Alep\"}}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"find\",\"place\":{\"name\":\"Alep\",\"latitude\":96,\"longitude\":0}}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"find\",\"place\":{\"name\":\"Alep\",\"latitude\":6,\"longitude\":0,\"radius\":-1}}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"find\",\"place\":{\"name\":\"\",\"latitude\":6,\"longitude\":0}}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"choose\",\"place\":" ALEPPO ",\"choices\":[" IDLIB "]}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"choose\",\"place\":" ALEPPO ",\"choices\":[" IDLIB "," IDLIB "]}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"choose\",\"place\":" ALEPPO ",\"choices\":[" ALEPPO "," ALEPPO "]}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"near-to-far\",\"choices\":[" ALEPPO "," IDLIB "]}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { QUIZ ("{\"kind\":\"statement\",\"statement\":\"\"}"), LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
  { "{\"lieudit:quiz\":1,\"map\":{\"south\":9,\"north\":1},\"questions\":[" FIND_ALEPPO "]}", LIEUDIT_QUIZ_ERROR_DAMAGED, 0 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditQuiz) quiz = lieudit_quiz_read (bytes, &error);

      g_test_message ("%s: %s", cases[i].text, error != NULL ? error->message : "read");
      if (cases[i].error >= 0)
        {
          g_assert_error (error, LIEUDIT_QUIZ_ERROR, cases[i].error);
          g_assert_null (quiz);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (lieudit_quiz_get_n_questions (quiz), ==, cases[i].n_questions);
    }
}

/* A file of one kind repeated without end must not take memory without end. */
static void
test_too_much (void)
{
  g_autoptr(GString) names = g_string_new ("{\"lieudit:quiz\":1,\"questions\":[{\"kind\":\"find\",\"place\":{\"name\":\"");
  g_autoptr(GString) questions = g_string_new ("{\"lieudit:quiz\":1,\"questions\":[" FIND_ALEPPO);
  g_autofree char *large = g_strnfill (LIEUDIT_QUIZ_SIZE_LIMIT + 1, ' ');
  g_autofree char *name = g_strnfill (10000, 'a');
  const struct {
    const char *text;
    LieuditQuizError error;
  } too_much[] = { { NULL, LIEUDIT_QUIZ_ERROR_DAMAGED }, { NULL, LIEUDIT_QUIZ_ERROR_DAMAGED }, { large, LIEUDIT_QUIZ_ERROR_TOO_LARGE } };

  g_string_append_printf (names, "%s\",\"latitude\":1,\"longitude\":1}}]}", name);
  for (guint i = 0; i < LIEUDIT_QUIZ_MOST_QUESTIONS; i++)
    g_string_append (questions, "," FIND_ALEPPO);
  g_string_append (questions, "]}");

  for (guint i = 0; i < G_N_ELEMENTS (too_much); i++)
    {
      const char *text = i == 0 ? names->str : i == 1 ? questions->str : too_much[i].text;
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditQuiz) quiz = lieudit_quiz_read (bytes, &error);

      g_assert_null (quiz);
      g_assert_error (error, LIEUDIT_QUIZ_ERROR, (int) too_much[i].error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz-format/round-trip", test_round_trip);
  g_test_add_func ("/quiz-format/cases", test_cases);
  g_test_add_func ("/quiz-format/too-much", test_too_much);

  return g_test_run ();
}
