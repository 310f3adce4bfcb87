/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "quiz/lieudit-quiz-format.h"
#include "quiz/lieudit-quiz-results.h"

/* Whatever is read can be written, and reads the same then. */
static void
check_file (LieuditQuiz *quiz)
{
  g_autoptr(GBytes) bytes = lieudit_quiz_write (quiz);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditQuiz) again = lieudit_quiz_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lieudit_quiz_get_n_questions (again), ==, lieudit_quiz_get_n_questions (quiz));
  g_assert_cmpstr (lieudit_quiz_get_title (again), ==, lieudit_quiz_get_title (quiz));
}

static void
answer (LieuditQuizGame *game)
{
  static const guint order[LIEUDIT_QUIZ_MOST_CHOICES] = { 0, 1, 2, 3, 4, 5, 6, 7 };
  LieuditQuizQuestion *question = lieudit_quiz_game_get_question (game);
  g_autofree char *prompt = lieudit_quiz_question_dup_prompt (question);
  g_autofree char *right = lieudit_quiz_question_dup_answer (question);

  g_assert_nonnull (prompt);
  switch (lieudit_quiz_question_get_kind (question))
    {
    case LIEUDIT_QUIZ_FIND:
      lieudit_quiz_game_answer_spot (game, NULL, 36.2, 37.1);
      break;
    case LIEUDIT_QUIZ_CHOOSE:
      lieudit_quiz_game_answer_choice (game, 0);
      break;
    case LIEUDIT_QUIZ_TYPE:
      lieudit_quiz_game_answer_name (game, NULL, right);
      break;
    case LIEUDIT_QUIZ_NORTH_TO_SOUTH:
    case LIEUDIT_QUIZ_NEAR_TO_FAR:
      lieudit_quiz_game_answer_order (game, order);
      break;
    case LIEUDIT_QUIZ_STATEMENT:
      lieudit_quiz_game_answer_truth (game, TRUE);
      break;
    case LIEUDIT_QUIZ_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/* Whatever is read can be played to its end. */
static void
check_game (LieuditQuiz *quiz)
{
  g_autoptr(LieuditQuizGame) game = lieudit_quiz_game_new (quiz, 2);
  g_autofree char *text = NULL;
  g_autoptr(GBytes) csv = NULL;

  while (lieudit_quiz_game_get_state (game) != LIEUDIT_QUIZ_OVER)
    {
      answer (game);
      if (lieudit_quiz_game_get_state (game) == LIEUDIT_QUIZ_ASKING)
        lieudit_quiz_game_give_up (game);
      lieudit_quiz_game_go_on (game);
    }
  text = lieudit_quiz_results_dup_text (game);
  csv = lieudit_quiz_results_export_csv (game);
  g_assert_cmpuint (lieudit_quiz_game_get_n_results (game), ==, lieudit_quiz_get_n_questions (quiz));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditQuiz) quiz = lieudit_quiz_read (bytes, &error);

  g_assert_true ((quiz == NULL) == (error != NULL));
  if (quiz != NULL)
    {
      check_file (quiz);
      check_game (quiz);
    }

  return 0;
}
