/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the window waits for the steps of a lesson through an article of 20,000 words, and for a change of one:
 *
 *     bench-lesson ARTICLE...
 *
 * Each article is repeated until it is that long.
 */
#include "config.h"

#include <stdlib.h>

#include "lesson/lieudit-lesson.h"
#include "bench-time.h"

#define N_WORDS 20000
#define ROUNDS  101

typedef struct {
  LieuditSession  *session;
  LieuditAnalysis *analysis;
  LieuditLesson   *lesson;
  guint            position;
} Bench;

typedef struct {
  const char *name;
  void (*run) (Bench *self);
} Work;

static guint
count_words (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_words += *words[i] != '\0';

  return n_words;
}

static LieuditArticle *
make_article (const char *text)
{
  g_autoptr(GString) repeated = g_string_new (NULL);
  guint n_words = MAX (count_words (text), 1);

  for (guint n = 0; n < N_WORDS; n += n_words)
    g_string_append_printf (repeated, "%s\n\n", text);

  return lieudit_article_new (repeated->str, NULL, NULL, NULL, NULL);
}

static void
list (Bench *self)
{
  g_autoptr(LieuditLesson) lesson = lieudit_lesson_new (self->session, self->analysis);

  g_assert_cmpuint (lieudit_lesson_get_n_steps (lesson), ==, lieudit_lesson_get_n_steps (self->lesson));
}

static void
skip (Bench *self)
{
  LieuditStep *step = lieudit_lesson_get_step (self->lesson, self->position);

  lieudit_lesson_set_skipped (self->lesson, self->position, !lieudit_step_is_skipped (step));
}

static void
move (Bench *self)
{
  lieudit_lesson_move (self->lesson, self->position, self->position / 2);
}

static void
undo (Bench *self)
{
  lieudit_history_undo (lieudit_session_get_history (self->session), NULL);
}

static void
measure (Bench      *self,
         const Work *work)
{
  gint64 times[ROUNDS];
  gint64 first;

  for (guint i = 0; i < ROUNDS; i++)
    {
      guint n_steps = lieudit_lesson_get_n_steps (self->lesson);
      gint64 start = bench_get_work_time ();

      self->position = (n_steps / 2 + i) % n_steps;
      work->run (self);
      times[i] = bench_get_work_time () - start;
    }
  first = times[0];
  qsort (times, ROUNDS, sizeof *times, bench_compare_times);
  g_print ("    %-28s first %6.2f ms, median %6.2f ms, worst %6.2f ms\n", work->name, (double) first / 1000.0,
           (double) times[ROUNDS / 2] / 1000.0, (double) times[ROUNDS - 1] / 1000.0);
}

static void
measure_walk (LieuditArticle  *article,
              LieuditAnalysis *analysis,
              LieuditWalk      walk)
{
  static const Work works[] = {
    { "listing what the text has", list },
    { "leaving a step out", skip },
    { "listing what was prepared", list },
    { "moving a step", move },
    { "undoing that", undo },
  };
  g_autoptr(LieuditSession) session = lieudit_session_new (article);
  g_autoptr(LieuditLesson) lesson = NULL;
  Bench bench = { .session = session, .analysis = analysis };

  lieudit_stops_set_walk (lieudit_session_get_stops (session), walk);
  bench.lesson = lesson = lieudit_lesson_new (session, analysis);
  g_print ("  %u steps by %s\n", lieudit_lesson_get_n_steps (lesson), walk == LIEUDIT_WALK_PLACES ? "places" : "sentences");
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    measure (&bench, &works[i]);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);

  if (gazetteer == NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autoptr(LieuditArticle) article = NULL;
      g_autoptr(LieuditAnalysis) analysis = NULL;

      if (!g_file_get_contents (argv[i], &text, NULL, &error))
        {
          g_printerr ("%s: %s\n", argv[0], error->message);
          return 1;
        }
      article = make_article (text);
      analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);
      g_assert_no_error (error);
      g_print ("%s\n", name);
      measure_walk (article, analysis, LIEUDIT_WALK_SENTENCES);
      measure_walk (article, analysis, LIEUDIT_WALK_PLACES);
    }

  return 0;
}
