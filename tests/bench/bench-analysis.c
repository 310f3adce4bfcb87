/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a processor is busy with the analysis of an article, on one thread:
 *
 *     bench-analysis ARTICLE...
 */
#include "config.h"

#include "article/lieudit-article-reader.h"
#include "geoparse/lieudit-analysis.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "bench-time.h"

#define ROUNDS 101
#define LARGEST_ROUNDED (100 * 1000)

static const gsize lengths[] = { 1000, 5000, 100 * 1000, 1000 * 1000, 10 * 1000 * 1000 };

/* The text over and over, cut where a character ends. */
static LieuditArticle *
make_article (const char *text,
              gsize       length)
{
  g_autoptr(GString) repeated = g_string_sized_new (length + strlen (text));
  const char *end;

  while (repeated->len < length)
    g_string_append (repeated, text);
  end = g_utf8_find_prev_char (repeated->str, repeated->str + length + 1);
  g_string_truncate (repeated, (gsize) (end - repeated->str));

  return lieudit_article_read_text (repeated->str, NULL, NULL);
}

/* Unlike the clock on the wall, it does not tell what else the machine does. */
static gint64
get_busy_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gint64
measure_once (LieuditGazetteer *gazetteer,
              LieuditArticle   *article,
              guint            *n_mentions)
{
  g_autoptr(GError) error = NULL;
  gint64 start = get_busy_time ();
  g_autoptr(LieuditAnalysis) analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);
  gint64 end = get_busy_time ();

  g_assert_no_error (error);
  *n_mentions = g_list_model_get_n_items (lieudit_analysis_get_mentions (analysis));

  return end - start;
}

static void
measure (LieuditGazetteer *gazetteer,
         LieuditArticle   *article)
{
  gsize length = lieudit_article_get_length (article);
  guint n_rounds = length > LARGEST_ROUNDED ? 1 : ROUNDS;
  g_autofree gint64 *times = g_new (gint64, n_rounds);
  guint n_mentions = 0;
  gint64 first, median;

  for (guint i = 0; i < n_rounds; i++)
    times[i] = measure_once (gazetteer, article, &n_mentions);

  first = times[0];
  qsort (times, n_rounds, sizeof *times, bench_compare_times);
  median = times[n_rounds / 2];
  g_print ("  %9" G_GSIZE_FORMAT " bytes, %6u mentions: first %9.2f ms, median %9.2f ms, %5.2f MB/s\n",
           length, n_mentions, (double) first / 1000.0, (double) median / 1000.0, (double) length / (double) MAX (median, 1));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  struct rusage usage;
  gint64 start = g_get_monotonic_time ();

  gazetteer = lieudit_gazetteer_open_installed (&error);
  if (gazetteer == NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }
  g_print ("gazetteer opened in %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1000.0);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *name = g_path_get_basename (argv[i]);

      if (!g_file_get_contents (argv[i], &text, NULL, &error))
        {
          g_printerr ("%s: %s\n", argv[0], error->message);
          return 1;
        }

      g_print ("%s\n", name);
      for (gsize j = 0; j < G_N_ELEMENTS (lengths); j++)
        {
          g_autoptr(LieuditArticle) article = make_article (text, lengths[j]);

          measure (gazetteer, article);
        }
    }

  getrusage (RUSAGE_SELF, &usage);
  g_print ("peak memory %.1f MB\n", (double) usage.ru_maxrss / 1024.0);

  return 0;
}
