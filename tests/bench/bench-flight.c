/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the main thread works for a frame while the map flies from step to step of a lesson: without markers, and with two
 * hundred of them, all those before faded:
 *
 *     bench-flight
 */
#include <adwaita.h>
#include <math.h>
#include <stdlib.h>

#include "map/lieudit-map-view.h"
#include "bench-time.h"

#define N_PLACES 200
#define WIDTH 1180
#define HEIGHT 760

/* The flight to a step is shorter than this; in frames. */
#define FRAMES_A_STEP 90
#define N_STEPS 12

/* A frame that takes longer is seen; in milliseconds. */
#define LONGEST_FRAME 33.0

typedef struct {
  LieuditMapView *map;
  GPtrArray *places; /* LieuditFoundPlace */
  guint frame;
  gint64 start;
  GArray *times; /* of double, in milliseconds */
} Flight;

static int
compare_times (const void *a,
               const void *b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

static void
on_before_paint (Flight *flight)
{
  flight->start = bench_get_work_time ();
}

static void
on_after_paint (Flight *flight)
{
  double time = (double) (bench_get_work_time () - flight->start) / 1000.0;

  /* The first step is there to make the markers. */
  if (flight->frame > FRAMES_A_STEP)
    g_array_append_val (flight->times, time);
}

/* All places are on the stage; each step flies to two others. */
static void
go_on (Flight *flight)
{
  guint step = flight->frame / FRAMES_A_STEP;
  g_autoptr (GPtrArray) current = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (current, g_object_ref (g_ptr_array_index (flight->places, (step * 31 + i * 7) % flight->places->len)));
  lieudit_map_view_set_stage (flight->map, current, flight->places, current);
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Flight *flight = user_data;

  if (flight->frame % FRAMES_A_STEP == 0)
    go_on (flight);
  flight->frame++;
  return G_SOURCE_CONTINUE;
}

static double
measure (const char       *what,
         LieuditSelection *selection,
         GPtrArray        *places)
{
  GtkWidget *map = lieudit_map_view_new ();
  GtkWidget *window = gtk_window_new ();
  Flight flight = { LIEUDIT_MAP_VIEW (map), places, 0, 0, g_array_new (FALSE, FALSE, sizeof (double)) };
  GdkFrameClock *clock;
  guint n_long = 0, tick;
  double worst;

  lieudit_map_view_set_selection (flight.map, selection);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (map) == 0)
    g_main_context_iteration (NULL, TRUE);

  clock = gtk_widget_get_frame_clock (map);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_before_paint), &flight);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint), &flight);
  tick = gtk_widget_add_tick_callback (map, on_tick, &flight, NULL);
  while (flight.frame < N_STEPS * FRAMES_A_STEP)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (map, tick);
  g_signal_handlers_disconnect_by_data (clock, &flight);

  qsort (flight.times->data, flight.times->len, sizeof (double), compare_times);
  for (guint i = 0; i < flight.times->len; i++)
    n_long += g_array_index (flight.times, double, i) > LONGEST_FRAME;
  worst = g_array_index (flight.times, double, flight.times->len - 1);
  g_print ("%-14s median %6.2f ms, 95 %% %6.2f ms, worst %6.2f ms a frame; %u of %u frames above %.0f ms\n", what,
           g_array_index (flight.times, double, flight.times->len / 2),
           g_array_index (flight.times, double, flight.times->len * 95 / 100), worst, n_long, flight.times->len, LONGEST_FRAME);
  g_array_unref (flight.times);
  gtk_window_destroy (GTK_WINDOW (window));

  return worst;
}

/* An article that names towns around Syria. */
static LieuditAnalysis *
find_places (LieuditGazetteer *gazetteer)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LieuditArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  LieuditAnalysis *analysis;

  for (guint i = 0, n = 0; i < lieudit_gazetteer_get_n_places (gazetteer) && n < 2 * N_PLACES; i++)
    {
      g_autoptr (LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);

      if (fabs (lieudit_place_get_latitude (place) - 36.0) > 6.0 || fabs (lieudit_place_get_longitude (place) - 37.0) > 6.0)
        continue;
      g_string_append_printf (text, "They came to %s. ", lieudit_place_get_name (place, LIEUDIT_LANGUAGE_ENGLISH));
      n++;
    }
  article = lieudit_article_new (text->str, NULL, NULL, "en", NULL);
  analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);
  if (analysis == NULL)
    g_error ("%s", error->message);

  return analysis;
}

static GPtrArray *
take_places (LieuditAnalysis *analysis)
{
  GListModel *found = lieudit_analysis_get_places (analysis);
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (found), N_PLACES); i++)
    g_ptr_array_add (places, g_list_model_get_item (found, i));

  return places;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditGazetteer) gazetteer = NULL;
  g_autoptr (LieuditAnalysis) analysis = NULL;
  g_autoptr (LieuditSelection) none = NULL;
  g_autoptr (LieuditSelection) selection = NULL;
  g_autoptr (GPtrArray) places = NULL;
  double empty, full;

  adw_init ();
  gazetteer = lieudit_gazetteer_open_installed (&error);
  if (gazetteer == NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }
  analysis = find_places (gazetteer);
  places = take_places (analysis);
  none = lieudit_selection_new ();
  selection = lieudit_selection_new ();
  lieudit_selection_set_analysis (selection, analysis);
  g_print ("%u places\n", places->len);
  empty = measure ("empty map:", none, places);
  full = measure ("markers:", selection, places);
  g_print ("worst frame with markers: %+.2f ms beside the empty map\n", full - empty);

  return 0;
}
