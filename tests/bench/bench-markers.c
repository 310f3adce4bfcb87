/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the main thread works for a frame while a map is dragged: without places, with ten thousand, and with as many in
 * libshumate's own marker layer:
 *
 *     bench-markers
 *
 * The empty map and the full one are dragged at the same time, frame by frame in turn, so that whatever else the machine does slows
 * both alike.
 */
#include <adwaita.h>
#include <math.h>
#include <stdlib.h>

#include "map/lieudit-base-map-source.h"
#include "map/lieudit-map-view.h"
#include "map/lieudit-tile-layer.h"
#include "bench-time.h"

#define N_PLACES 10000
#define WIDTH 1180
#define HEIGHT 760
#define N_FRAMES 150
#define N_PEER_FRAMES 8
#define STEP 6.0 /* pixels a frame */

typedef struct {
  GtkWidget *window;
  ShumateViewport *viewport;
  double zoom;
  guint n_frames; /* wanted, after a third as many to warm up */
  guint frame;
  gint64 start;
  GArray *times; /* of gint64, in microseconds */
} Drag;

static void
on_before_paint (Drag *drag)
{
  drag->start = bench_get_work_time ();
}

static void
on_after_paint (Drag *drag)
{
  gint64 time = bench_get_work_time () - drag->start;

  if (drag->frame > drag->n_frames / 3)
    g_array_append_val (drag->times, time);
}

static gboolean
move (GtkWidget     *widget,
      GdkFrameClock *clock,
      gpointer       user_data)
{
  Drag *drag = user_data;
  double longitude = shumate_location_get_longitude (SHUMATE_LOCATION (drag->viewport));
  double degrees = STEP * 360.0 / (256.0 * exp2 (drag->zoom));
  int direction = drag->frame / 60 % 2 == 0 ? 1 : -1;

  drag->frame++;
  shumate_location_set_location (SHUMATE_LOCATION (drag->viewport), 36.0, longitude + direction * degrees);
  return G_SOURCE_CONTINUE;
}

static Drag *
drag_new (GtkWidget       *child,
          ShumateViewport *viewport,
          double           zoom,
          guint            n_frames)
{
  Drag *self = g_new0 (Drag, 1);

  self->window = gtk_window_new ();
  self->viewport = viewport;
  self->zoom = zoom;
  self->n_frames = n_frames;
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), child);
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 36.0, 37.0);
  return self;
}

static void
drag_begin (Drag *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_before_paint), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint), self);
  gtk_widget_add_tick_callback (self->window, move, self, NULL);
}

static double
drag_end (Drag       *self,
          const char *what)
{
  double median;

  while (self->times->len < self->n_frames)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (self->window), self);
  gtk_window_destroy (GTK_WINDOW (self->window));

  qsort (self->times->data, self->times->len, sizeof (gint64), bench_compare_times);
  median = (double) g_array_index (self->times, gint64, self->times->len / 2) / 1000.0;
  g_print ("zoom %.0f, %-28s median %7.2f ms, 95 %% %7.2f ms, worst %7.2f ms a frame\n", self->zoom, what, median,
           (double) g_array_index (self->times, gint64, self->times->len * 95 / 100) / 1000.0,
           (double) g_array_index (self->times, gint64, self->times->len - 1) / 1000.0);
  g_array_unref (self->times);
  g_free (self);
  return median;
}

static GtkWidget *
find_map (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = SHUMATE_IS_MAP (child) ? child : find_map (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static Drag *
show_view (LieuditSelection *selection,
           double            zoom)
{
  GtkWidget *map = lieudit_map_view_new ();

  lieudit_map_view_set_selection (LIEUDIT_MAP_VIEW (map), selection);
  return drag_new (map, shumate_map_get_viewport (SHUMATE_MAP (find_map (map))), zoom, N_FRAMES);
}

static void
compare_views (LieuditSelection *none,
               LieuditSelection *selection,
               double            zoom)
{
  Drag *empty = show_view (none, zoom);
  Drag *full = show_view (selection, zoom);
  double empty_time, full_time;

  drag_begin (empty);
  drag_begin (full);
  while (empty->times->len < N_FRAMES || full->times->len < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  empty_time = drag_end (empty, "empty map:");
  full_time = drag_end (full, "all places:");
  g_print ("zoom %.0f, all places take %+.0f %%\n", zoom, 100.0 * (full_time / empty_time - 1.0));
}

/* The same tiles, and a marker as plain as can be for each place. */
static void
measure_peer (LieuditAnalysis *analysis,
              double           zoom)
{
  GListModel *places = lieudit_analysis_get_places (analysis);
  ShumateMap *map = shumate_map_new ();
  ShumateViewport *viewport = shumate_map_get_viewport (map);
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  ShumateMarkerLayer *layer;
  Drag *drag;

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  layer = shumate_marker_layer_new (viewport);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) found_place = g_list_model_get_item (places, i);
      LieuditPlace *place = lieudit_found_place_get_place (found_place);
      ShumateMarker *marker = shumate_marker_new ();

      shumate_marker_set_child (marker, gtk_image_new_from_icon_name ("mark-location-symbolic"));
      shumate_location_set_location (SHUMATE_LOCATION (marker), lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
      shumate_marker_layer_add_marker (layer, marker);
    }
  shumate_map_add_layer (map, SHUMATE_LAYER (lieudit_tile_layer_new (viewport, SHUMATE_MAP_SOURCE (source))));
  shumate_map_add_layer (map, SHUMATE_LAYER (layer));
  drag = drag_new (GTK_WIDGET (map), viewport, zoom, N_PEER_FRAMES);
  drag_begin (drag);
  drag_end (drag, "libshumate's marker layer:");
}

/* An article that names every place of the gazetteer around Syria, and then farther and farther away. */
static LieuditAnalysis *
find_places (LieuditGazetteer *gazetteer)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LieuditArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  LieuditAnalysis *analysis;

  for (double reach = 4.0, n = 0; n < 1.05 * N_PLACES && reach < 40.0; reach += 2.0)
    for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i++)
      {
        g_autoptr (LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);
        double distance = MAX (fabs (lieudit_place_get_latitude (place) - 36.0), fabs (lieudit_place_get_longitude (place) - 37.0));

        if (!(distance < reach && distance >= reach - (reach > 4.0 ? 2.0 : 4.0)))
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

int
main (int    argc,
      char **argv)
{
  static const double zooms[] = { 4.0, 7.0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditGazetteer) gazetteer = NULL;
  g_autoptr (LieuditAnalysis) analysis = NULL;
  g_autoptr (LieuditSelection) none = NULL;
  g_autoptr (LieuditSelection) selection = NULL;

  adw_init ();
  gazetteer = lieudit_gazetteer_open_installed (&error);
  if (gazetteer == NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }
  analysis = find_places (gazetteer);
  none = lieudit_selection_new ();
  selection = lieudit_selection_new ();
  lieudit_selection_set_analysis (selection, analysis);
  g_print ("%u places\n", g_list_model_get_n_items (lieudit_analysis_get_places (analysis)));
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    compare_views (none, selection, zooms[i]);
  measure_peer (analysis, zooms[0]);
  return 0;
}
