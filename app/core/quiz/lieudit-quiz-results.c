/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a quiz went, as a table: on the screen, on paper, in the clipboard and in a file. */
#include "config.h"

#include "quiz/lieudit-quiz-results.h"

#include <math.h>

#include <glib/gi18n.h>

#include "claims/lieudit-claim-wording.h"
#include "export/lieudit-csv-writer.h"

/**
 * lieudit_quiz_results_dup_headings:
 *
 * Returns: (transfer full) (array zero-terminated=1): what the columns are called
 */
char **
lieudit_quiz_results_dup_headings (void)
{
  const char *const headings[] = {
    /* Translators: the headings of a table with the results of a quiz; this is the number of the question */
    _("Number"), _("Question"), _("Team"), _("Answer"), _("Right answer"), _("Tries"), _("Distance"), _("Points"), NULL,
  };

  return g_strdupv ((char **) headings);
}

/**
 * lieudit_quiz_results_dup_cells:
 * @game: a game
 * @result: which of its results
 *
 * Returns: (transfer full) (array zero-terminated=1): what stands in that row of the table, in the reader's language
 */
char **
lieudit_quiz_results_dup_cells (LieuditQuizGame *game,
                                guint            result)
{
  const LieuditQuizResult *row;
  LieuditQuizQuestion *question;
  char **cells;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (game), NULL);
  g_return_val_if_fail (result < lieudit_quiz_game_get_n_results (game), NULL);

  row = lieudit_quiz_game_get_result (game, result);
  question = lieudit_quiz_get_question (lieudit_quiz_game_get_quiz (game), row->question);
  cells = g_new0 (char *, 9);
  cells[0] = g_strdup_printf ("%u", row->question + 1);
  cells[1] = lieudit_quiz_question_dup_prompt (question);
  cells[2] = g_strdup_printf ("%u", row->team + 1);
  cells[3] = g_strdup (row->answer != NULL ? row->answer : "");
  cells[4] = lieudit_quiz_question_dup_answer (question);
  cells[5] = g_strdup_printf ("%u", row->n_tries);
  cells[6] = isnan (row->distance) ? g_strdup ("") : lieudit_claim_describe_distance (row->distance / 1000.0);
  cells[7] = g_strdup_printf ("%u", row->points);

  return cells;
}

/**
 * lieudit_quiz_results_dup_sum:
 * @game: a game
 * @team: one of its teams
 *
 * Returns: (transfer full): how many points it has, in words
 */
char *
lieudit_quiz_results_dup_sum (LieuditQuizGame *game,
                              guint            team)
{
  guint points, possible;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (game), NULL);

  points = lieudit_quiz_game_get_points (game, team, &possible);
  if (lieudit_quiz_game_get_n_teams (game) == 1)
    /* Translators: the points of a quiz that were reached, and those that could be */
    return g_strdup_printf (_("%1$u of %2$u points"), points, possible);

  /* Translators: the number of a team, its points in a quiz, and those that it could have */
  return g_strdup_printf (_("Team %1$u: %2$u of %3$u points"), team + 1, points, possible);
}

/* A tab or the end of a line would begin another cell. */
static void
append_cells (GString *text,
              char   **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      if (lieudit_csv_looks_like_formula (cells[i]))
        g_string_append_c (text, '\'');
      for (const char *next = cells[i]; *next != '\0'; next++)
        g_string_append_c (text, g_ascii_iscntrl (*next) ? ' ' : *next);
    }
  g_string_append_c (text, '\n');
}

/**
 * lieudit_quiz_results_dup_text:
 * @game: a game
 *
 * Returns: (transfer full): the table with tabs between its columns, which documents and spreadsheets take from the clipboard
 */
char *
lieudit_quiz_results_dup_text (LieuditQuizGame *game)
{
  GString *text = g_string_new (NULL);
  g_auto(GStrv) headings = lieudit_quiz_results_dup_headings ();

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (game), NULL);

  append_cells (text, headings);
  for (guint i = 0; i < lieudit_quiz_game_get_n_results (game); i++)
    {
      g_auto(GStrv) cells = lieudit_quiz_results_dup_cells (game, i);

      append_cells (text, cells);
    }

  return g_string_free (text, FALSE);
}

/**
 * lieudit_quiz_results_export_csv:
 * @game: a game
 *
 * Writes the table as RFC 4180 has it, with a header that programs know and distances in kilometres. What a spreadsheet would take for
 * a formula is quoted.
 *
 * Returns: (transfer full): the table
 */
GBytes *
lieudit_quiz_results_export_csv (LieuditQuizGame *game)
{
  GString *csv = g_string_new ("question,asked,team,answer,right_answer,tries,distance_km,points\r\n");

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (game), NULL);

  for (guint i = 0; i < lieudit_quiz_game_get_n_results (game); i++)
    {
      const LieuditQuizResult *row = lieudit_quiz_game_get_result (game, i);
      g_auto(GStrv) cells = lieudit_quiz_results_dup_cells (game, i);

      lieudit_csv_append_number (csv, "%.0f", row->question + 1);
      lieudit_csv_append_cell (csv, cells[1]);
      lieudit_csv_append_number (csv, "%.0f", row->team + 1);
      lieudit_csv_append_cell (csv, cells[3]);
      lieudit_csv_append_cell (csv, cells[4]);
      lieudit_csv_append_number (csv, "%.0f", row->n_tries);
      if (isnan (row->distance))
        lieudit_csv_append_cell (csv, NULL);
      else
        lieudit_csv_append_number (csv, "%.1f", row->distance / 1000.0);
      lieudit_csv_append_number (csv, "%.0f", row->points);
      g_string_append (csv, "\r\n");
    }

  return g_string_free_to_bytes (csv);
}
