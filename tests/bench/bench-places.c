/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the main thread works until five thousand places are filtered and sorted anew, with the list of places in a
 * window, and until the frame that shows it is painted as well; a frame lasts 16 ms.
 *
 *     bench-places
 */
#include <adwaita.h>
#include <stdlib.h>

#include "geoparse/lieudit-analysis-private.h"
#include "geoparse/lieudit-mention-private.h"
#include "places/lieudit-place-list.h"
#include "bench-time.h"

#define N_PLACES 5000
#define MENTION_LENGTH 8
#define N_ROUNDS 9

static LieuditAnalysis *
make_analysis (LieuditGazetteer *gazetteer)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new ("Rien.", NULL, NULL, "fr", NULL);
  g_autoptr(LieuditAnalysis) empty = lieudit_analysis_run (gazetteer, article, NULL, NULL);
  g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);
  guint step = lieudit_gazetteer_get_n_places (gazetteer) / N_PLACES;

  for (guint i = 0; i < N_PLACES; i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i * step);
      gsize start = i * MENTION_LENGTH;
      LieuditMention *mention = lieudit_mention_new (start, start + MENTION_LENGTH, start, start + MENTION_LENGTH,
                                                     lieudit_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH),
                                                     LIEUDIT_MENTION_LITERAL);

      lieudit_mention_set_place (mention, place, (i * 37 % 100) / 100.0);
      g_ptr_array_add (mentions, mention);
    }

  return lieudit_analysis_new_revised (empty, mentions);
}

typedef void (*Step) (LieuditPlaceList *list,
                      const char       *value);

static void
filter (LieuditPlaceList *list,
        const char       *text)
{
  lieudit_place_filter_set_text (lieudit_selection_get_filter (lieudit_place_list_get_selection (list)), text);
}

static void
choose_country (LieuditPlaceList *list,
                const char       *country)
{
  lieudit_place_filter_set_country (lieudit_selection_get_filter (lieudit_place_list_get_selection (list)), country);
}

static void
sort (LieuditPlaceList *list,
      const char       *order)
{
  g_object_set (list, "order", order, NULL);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
run_until_painted (LieuditPlaceList *list)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (list));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* In milliseconds. */
static double
get_quantile (GArray *times,
              double  quantile)
{
  g_array_sort (times, bench_compare_times);

  return (double) g_array_index (times, gint64, (guint) ((times->len - 1) * quantile)) / 1000.0;
}

/* From one value to the other and back again, with the first time, when nothing is known yet, on its own. */
static void
measure (LieuditPlaceList *list,
         Step              step,
         const char       *what,
         const char       *value,
         const char       *other)
{
  g_autoptr(GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) frames = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start, step_time, frame_time;

      step (list, other);
      run_until_painted (list);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      start = bench_get_work_time ();
      step (list, value);
      step_time = bench_get_work_time () - start;
      run_until_painted (list);
      frame_time = bench_get_work_time () - start;
      if (i == 0)
        {
          first = step_time;
          continue;
        }
      g_array_append_val (steps, step_time);
      g_array_append_val (frames, frame_time);
    }
  step (list, other);
  g_print ("%-28s first %6.2f ms, then median %6.2f ms, worst %6.2f ms; until painted median %6.2f ms, worst %6.2f ms\n",
           what, (double) first / 1000.0, get_quantile (steps, 0.5), get_quantile (steps, 1), get_quantile (frames, 0.5),
           get_quantile (frames, 1));
}

int
main (int    argc,
      char **argv)
{
  static const char *const orders[] = { "name", "mentions", "kind", "country", "confidence", "status" };
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(LieuditSelection) selection = lieudit_selection_new ();
  g_autoptr(LieuditAnalysis) analysis = NULL;
  GtkWidget *window, *list;

  adw_init ();
  gazetteer = lieudit_gazetteer_open_installed (&error);
  if (gazetteer == NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return EXIT_FAILURE;
    }

  analysis = make_analysis (gazetteer);
  lieudit_selection_set_analysis (selection, analysis);
  list = lieudit_place_list_new ();
  lieudit_place_list_set_selection (LIEUDIT_PLACE_LIST (list), selection);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 700);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (list) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_print ("%u places\n", g_list_model_get_n_items (lieudit_analysis_get_places (analysis)));
  measure (LIEUDIT_PLACE_LIST (list), filter, "filter by “a”", "a", "");
  measure (LIEUDIT_PLACE_LIST (list), filter, "filter by “ali”", "ali", "al");
  measure (LIEUDIT_PLACE_LIST (list), choose_country, "filter by country", "FR", "");
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *what = g_strdup_printf ("sort by %s", orders[i]);

      measure (LIEUDIT_PLACE_LIST (list), sort, what, orders[i], "text");
    }
  gtk_window_destroy (GTK_WINDOW (window));

  return EXIT_SUCCESS;
}
