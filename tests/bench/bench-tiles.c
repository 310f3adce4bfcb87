/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a tile of the home region takes to draw on one thread, how long the names of a view take to be placed, and how long until
 * a window that shows nothing yet shows all of its tiles, drawn on two threads as the window does:
 *
 *     bench-tiles BASEMAP STYLE
 */
#include "config.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-labels.h"
#include "map/lieudit-tile-renderer.h"

#include <stdlib.h>

#include "bench-time.h"

#define ROUNDS 5
#define MOST_TILES 40
#define VIEW_WIDTH 1180
#define VIEW_HEIGHT 760
/* What the window spends on setting names in a frame, in microseconds. */
#define SETTING_TIME 1500

#define N_THREADS 2

static const LieuditBounds home = { 32.0, 34.0, 38.5, 43.0 };

static void
print_times (const char *what,
             guint       zoom,
             GArray     *times)
{
  qsort (times->data, times->len, sizeof (gint64), bench_compare_times);
  g_print ("zoom %2u: %s, median %6.2f ms, worst %6.2f ms\n", zoom, what,
           (double) g_array_index (times, gint64, times->len / 2) / 1000.0, (double) g_array_index (times, gint64, times->len - 1) / 1000.0);
}

static void
measure_zoom (LieuditTileRenderer *renderer,
              guint                zoom)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint left = (guint) (lieudit_mercator_longitude_to_x (home.west, zoom) / LIEUDIT_MERCATOR_TILE_SIZE);
  guint right = (guint) (lieudit_mercator_longitude_to_x (home.east, zoom) / LIEUDIT_MERCATOR_TILE_SIZE);
  guint top = (guint) (lieudit_mercator_latitude_to_y (home.north, zoom) / LIEUDIT_MERCATOR_TILE_SIZE);
  guint bottom = (guint) (lieudit_mercator_latitude_to_y (home.south, zoom) / LIEUDIT_MERCATOR_TILE_SIZE);
  guint n_tiles = (right - left + 1) * (bottom - top + 1);
  guint step = MAX (1, n_tiles / MOST_TILES);
  g_autofree char *what = NULL;

  for (guint i = 0; i < ROUNDS * n_tiles; i += step)
    {
      guint tile = i % n_tiles;
      gint64 start = bench_get_work_time ();
      gint64 time;

      cairo_surface_destroy (lieudit_tile_renderer_render (renderer, zoom, left + tile % (right - left + 1), top + tile / (right - left + 1), 2));
      time = bench_get_work_time () - start;
      g_array_append_val (times, time);
    }

  what = g_strdup_printf ("%4u tiles", times->len);
  print_times (what, zoom, times);
}

static LieuditMapExtent
look_at (double latitude,
         double longitude,
         double zoom)
{
  return (LieuditMapExtent) {
    zoom,
    lieudit_mercator_longitude_to_x (longitude, zoom) - VIEW_WIDTH / 2.0,
    lieudit_mercator_latitude_to_y (latitude, zoom) - VIEW_HEIGHT / 2.0,
    VIEW_WIDTH,
    VIEW_HEIGHT,
  };
}

/* A reader zooms in and drags the map: each frame is placed anew, a little farther. */
static void
measure_labels (LieuditMapLabels *labels,
                guint             zoom)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *what = NULL;
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  guint n_labels = 0;

  for (guint frame = 0; frame < 60; frame++)
    {
      LieuditMapExtent extent = look_at (36.0, 36.9, zoom);
      gint64 time, start;

      extent.left += 8.0 * frame;
      start = bench_get_work_time ();
      lieudit_map_labels_place (labels, context, &extent, NULL, 0, &n_labels);
      time = bench_get_work_time () - start;
      /* The first frame of a zoom level sets the names that are new; it is told by itself. */
      if (frame == 0)
        {
          guint n_frames = 1;

          /* As the window does: a frame sets so many names, and the next ones the others. */
          for (; !lieudit_map_labels_is_complete (labels); n_frames++)
            lieudit_map_labels_place (labels, context, &extent, NULL, 0, &n_labels);
          what = g_strdup_printf ("%3u names in %2u frames, first %6.2f ms", n_labels, n_frames, (double) time / 1000.0);
        }
      else
        g_array_append_val (times, time);
    }
  print_times (what, zoom, times);
  g_object_unref (context);
}

typedef struct {
  LieuditTileRenderer *renderer;
  guint zoom;
  guint x;
  guint y;
} TileJob;

static void
draw_tile (gpointer data,
           gpointer user_data)
{
  g_autofree TileJob *job = data;

  cairo_surface_destroy (lieudit_tile_renderer_render (job->renderer, job->zoom, job->x, job->y, 2));
}

static void
measure_cold_view (LieuditTileRenderer *renderer,
                   guint                zoom)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  LieuditMapExtent extent = look_at (36.0, 36.9, zoom);
  guint right = (guint) ((extent.left + extent.width) / LIEUDIT_MERCATOR_TILE_SIZE);
  guint bottom = (guint) ((extent.top + extent.height) / LIEUDIT_MERCATOR_TILE_SIZE);

  for (guint round = 0; round < ROUNDS; round++)
    {
      GThreadPool *threads = g_thread_pool_new (draw_tile, NULL, N_THREADS, FALSE, NULL);
      gint64 start = g_get_monotonic_time ();
      gint64 time;

      for (guint x = (guint) MAX (0.0, extent.left / LIEUDIT_MERCATOR_TILE_SIZE); x <= right; x++)
        {
          for (guint y = (guint) MAX (0.0, extent.top / LIEUDIT_MERCATOR_TILE_SIZE); y <= bottom; y++)
            {
              TileJob *job = g_new (TileJob, 1);

              *job = (TileJob) { renderer, zoom, x, y };
              g_thread_pool_push (threads, job, NULL);
            }
        }
      g_thread_pool_free (threads, FALSE, TRUE);
      time = g_get_monotonic_time () - start;
      g_array_append_val (times, time);
    }
  print_times ("cold view", zoom, times);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditBaseMap) base_map = NULL;
  g_autoptr (LieuditMapStyle) style = NULL;
  g_autoptr (LieuditTileRenderer) renderer = NULL;
  g_autoptr (LieuditMapLabels) labels = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;
  gint64 start;

  if (argc != 3)
    {
      g_printerr ("Usage: %s BASEMAP STYLE\n", argv[0]);
      return 2;
    }

  start = g_get_monotonic_time ();
  base_map = lieudit_base_map_open (argv[1], &error);
  g_print ("opened in %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1000.0);

  if (base_map != NULL && g_file_get_contents (argv[2], &text, &length, &error))
    {
      bytes = g_bytes_new_take (text, length);
      style = lieudit_map_style_new_from_bytes (bytes, "light", &error);
    }
  if (error != NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }

  renderer = lieudit_tile_renderer_new (base_map, style);
  labels = lieudit_map_labels_new (base_map, style);
  lieudit_map_labels_set_most_time (labels, SETTING_TIME);
  for (guint zoom = 2; zoom <= 15; zoom++)
    measure_zoom (renderer, zoom);
  for (guint zoom = 2; zoom <= 15; zoom++)
    measure_labels (labels, zoom);
  for (guint zoom = 2; zoom <= 15; zoom++)
    measure_cold_view (renderer, zoom);

  return 0;
}
