/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much the geography check adds to the analysis of an article, on one thread:
 *
 *     bench-claims ARTICLE...
 */
#include "config.h"

#include <stdlib.h>

#include "article/lieudit-article-reader.h"
#include "claims/lieudit-geography-check.h"
#include "bench-time.h"

#define ROUNDS 101

static void
measure (LieuditGazetteer      *gazetteer,
         LieuditGeographyCheck *check,
         LieuditArticle        *article)
{
  gint64 analysis_times[ROUNDS];
  gint64 check_times[ROUNDS];
  guint n_claims = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr(LieuditAnalysis) analysis = NULL;
      g_autoptr(GPtrArray) claims = NULL;
      gint64 start = g_get_monotonic_time ();
      gint64 middle;

      analysis = lieudit_analysis_run (gazetteer, article, NULL, NULL);
      middle = g_get_monotonic_time ();
      claims = lieudit_geography_check_run (check, gazetteer, analysis, NULL);
      check_times[i] = g_get_monotonic_time () - middle;
      analysis_times[i] = middle - start;
      n_claims = claims->len;
    }

  g_print ("  first check, with its data: %.2f ms\n", (double) check_times[0] / 1000.0);
  qsort (analysis_times, ROUNDS, sizeof *analysis_times, bench_compare_times);
  qsort (check_times, ROUNDS, sizeof *check_times, bench_compare_times);
  g_print ("  %6" G_GSIZE_FORMAT " bytes, %2u claims: analysis %.3f ms, check %.3f ms, %.1f %%\n",
           lieudit_article_get_length (article), n_claims, (double) analysis_times[ROUNDS / 2] / 1000.0,
           (double) check_times[ROUNDS / 2] / 1000.0,
           100.0 * (double) check_times[ROUNDS / 2] / (double) MAX (analysis_times[ROUNDS / 2], 1));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  g_autoptr(LieuditGeographyCheck) check = lieudit_geography_check_new ();

  if (gazetteer == NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }

  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr(LieuditArticle) article = lieudit_article_read_file (file, NULL, &error);
      g_autofree char *name = g_path_get_basename (argv[i]);

      if (article == NULL)
        {
          g_printerr ("%s: %s\n", argv[0], error->message);
          return 1;
        }
      g_print ("%s\n", name);
      measure (gazetteer, check, article);
    }

  return 0;
}
