/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a tile of the home region takes to draw, on one thread:
 *
 *     bench-tiles BASEMAP STYLE
 */
#include "config.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-tile-renderer.h"

#include <stdlib.h>

#define ROUNDS 5
#define MOST_TILES 40

static const LieuditBounds home = { 32.0, 34.0, 38.5, 43.0 };

static int
compare_times (const void *a,
               const void *b)
{
  const gint64 *time_a = a;
  const gint64 *time_b = b;

  return *time_a < *time_b ? -1 : *time_a > *time_b;
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

  for (guint i = 0; i < ROUNDS * n_tiles; i += step)
    {
      guint tile = i % n_tiles;
      gint64 start = g_get_monotonic_time ();
      gint64 time;

      cairo_surface_destroy (lieudit_tile_renderer_render (renderer, zoom, left + tile % (right - left + 1), top + tile / (right - left + 1), 2));
      time = g_get_monotonic_time () - start;
      g_array_append_val (times, time);
    }

  qsort (times->data, times->len, sizeof (gint64), compare_times);
  g_print ("zoom %2u: %4u tiles, median %6.2f ms, worst %6.2f ms\n", zoom, times->len,
           (double) g_array_index (times, gint64, times->len / 2) / 1000.0, (double) g_array_index (times, gint64, times->len - 1) / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditBaseMap) base_map = NULL;
  g_autoptr (LieuditMapStyle) style = NULL;
  g_autoptr (LieuditTileRenderer) renderer = NULL;
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
  for (guint zoom = 2; zoom <= 15; zoom++)
    measure_zoom (renderer, zoom);

  return 0;
}
