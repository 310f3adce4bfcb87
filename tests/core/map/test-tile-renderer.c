/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-tile-renderer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SCALE 2
#define SIDE (LIEUDIT_MERCATOR_TILE_SIZE * SCALE)

typedef struct {
  LieuditBaseMap *base_map;
  LieuditMapStyle *styles[2];
  LieuditTileRenderer *renderers[2]; /* light, dark */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  static const char *const palettes[] = { "light", "dark" };
  g_autofree char *map_path = g_build_filename (g_getenv ("LIEUDIT_DATA_DIR"), "basemap", "basemap.bin", NULL);
  g_autofree char *style_path = g_test_build_filename (G_TEST_DIST, "..", "resources", "map", "base-map-style.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  fixture->base_map = lieudit_base_map_open (map_path, &error);
  g_assert_no_error (error);
  g_file_get_contents (style_path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      fixture->styles[i] = lieudit_map_style_new_from_bytes (bytes, palettes[i], &error);
      g_assert_no_error (error);
      fixture->renderers[i] = lieudit_tile_renderer_new (fixture->base_map, fixture->styles[i]);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&fixture->renderers[i]);
      g_clear_object (&fixture->styles[i]);
    }
  g_clear_object (&fixture->base_map);
}

static guint32
get_pixel (cairo_surface_t *tile,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (tile) + y * cairo_image_surface_get_stride (tile);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);

  return pixel;
}

static guint32
get_colour (LieuditMapStyle *style,
            const char      *name)
{
  LieuditMapColour colour;

  g_assert_true (lieudit_map_style_get_colour (style, name, &colour));

  return 0xff000000u | (guint32) lround (colour.red * 255) << 16 | (guint32) lround (colour.green * 255) << 8
         | (guint32) lround (colour.blue * 255);
}

/* Whether a colour is within some device pixels of a place, on the tile that holds it. */
static gboolean
is_near (LieuditTileRenderer *renderer,
         guint                zoom,
         double               latitude,
         double               longitude,
         int                  distance,
         guint32              colour)
{
  double x = lieudit_mercator_longitude_to_x (longitude, zoom) / LIEUDIT_MERCATOR_TILE_SIZE;
  double y = lieudit_mercator_latitude_to_y (latitude, zoom) / LIEUDIT_MERCATOR_TILE_SIZE;
  int column = (int) ((x - floor (x)) * SIDE);
  int row = (int) ((y - floor (y)) * SIDE);
  cairo_surface_t *tile = lieudit_tile_renderer_render (renderer, zoom, (guint) x, (guint) y, SCALE);
  gboolean found = FALSE;

  for (int i = MAX (0, row - distance); i <= MIN (SIDE - 1, row + distance); i++)
    {
      for (int j = MAX (0, column - distance); j <= MIN (SIDE - 1, column + distance); j++)
        found = found || get_pixel (tile, j, i) == colour;
    }

  cairo_surface_destroy (tile);

  return found;
}

static void
test_content (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const struct {
    const char *what;
    guint zoom;
    double latitude;
    double longitude;
    int distance; /* device pixels */
    const char *colour;
    gboolean is_there;
  } cases[] = {
    { "sea west of Latakia", 8, 35.5, 35.0, 0, "sea", TRUE },
    { "sea in the middle of the Mediterranean", 4, 34.0, 19.0, 0, "sea", TRUE },
    { "land east of Aleppo", 10, 36.1, 37.3, 0, "land", TRUE },
    { "no sea at Aleppo", 10, 36.2, 37.16, 20, "sea", FALSE },
    { "land in the Sahara", 3, 22.0, 12.0, 0, "land", TRUE },
    { "Lake Assad", 10, 36.0, 38.12, 30, "lake", TRUE },
    { "Lake Qattinah", 11, 34.645, 36.57, 8, "lake", TRUE },
    { "the M5 at Saraqib", 10, 35.864, 36.806, 6, "motorway", TRUE },
    { "the M5 at Hama", 8, 35.132, 36.758, 6, "motorway", TRUE },
    { "the M4 at Ariha", 9, 35.814, 36.610, 6, "motorway", TRUE },
    { "no motorway in the desert", 9, 34.9, 38.0, 40, "motorway", FALSE },
    { "no motorway seen from far away", 4, 35.864, 36.806, 40, "motorway", FALSE },
    { "the Orontes south of Jisr ash-Shughur", 11, 35.75, 36.31, 60, "river", TRUE },
  };

  for (guint palette = 0; palette < 2; palette++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          gboolean found = is_near (fixture->renderers[palette], cases[i].zoom, cases[i].latitude, cases[i].longitude,
                                    cases[i].distance, get_colour (fixture->styles[palette], cases[i].colour));

          if (found != cases[i].is_there)
            g_error ("%s: %s", palette == 0 ? "light" : "dark", cases[i].what);
        }
    }
}

/* Two tiles side by side, and the same piece of the map drawn as one picture with more around it. */
static int
compare_joint (LieuditTileRenderer *renderer,
               guint                zoom,
               guint                x,
               guint                y)
{
  const int around = 96; /* pixels: more than a name of a meridian reaches, which a picture leaves out rather than to cut it */
  cairo_surface_t *both = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * SIDE + 2 * around * SCALE, SIDE + 2 * around * SCALE);
  cairo_t *cr = cairo_create (both);
  int worst = 0;

  cairo_scale (cr, SCALE, SCALE);
  lieudit_tile_renderer_draw (renderer, cr, zoom, x * 256.0 - around, y * 256.0 - around, 512 + 2 * around, 256 + 2 * around, SCALE);
  cairo_destroy (cr);
  cairo_surface_flush (both);

  for (guint half = 0; half < 2; half++)
    {
      cairo_surface_t *tile = lieudit_tile_renderer_render (renderer, zoom, x + half, y, SCALE);

      for (int row = 0; row < SIDE; row++)
        {
          for (int column = 0; column < SIDE; column++)
            {
              guint32 a = get_pixel (tile, column, row);
              guint32 b = get_pixel (both, column + (int) half * SIDE + around * SCALE, row + around * SCALE);

              for (guint shift = 0; shift < 32; shift += 8)
                worst = MAX (worst, abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
            }
        }
      cairo_surface_destroy (tile);
    }
  cairo_surface_destroy (both);

  return worst;
}

/* Two tiles that are drawn as one picture must have the pixels that they have apart: then nothing shows where they meet. */
static void
test_neighbours_agree (Fixture       *fixture,
                       gconstpointer  user_data)
{
  static const struct {
    guint zoom;
    double latitude;
    double longitude;
  } cases[] = {
    { 2, 36, 37 },   { 3, 36, 37 },     { 4, 36, 37 },       { 5, 36, 37 },       { 6, 35, 33 },
    { 7, 35, 36 },   { 8, 35.5, 35.8 }, { 10, 35.86, 36.8 }, { 12, 35.86, 36.8 }, { 14, 35.86, 36.8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint zoom = cases[i].zoom;
      guint x = (guint) (lieudit_mercator_longitude_to_x (cases[i].longitude, zoom) / LIEUDIT_MERCATOR_TILE_SIZE);
      guint y = (guint) (lieudit_mercator_latitude_to_y (cases[i].latitude, zoom) / LIEUDIT_MERCATOR_TILE_SIZE);

      /* Cairo counts coverage in 1/256: an edge cut at another place may round otherwise. */
      g_assert_cmpint (compare_joint (fixture->renderers[0], zoom, x, y), <=, 12);
    }
}

static void
test_dark_differs (Fixture       *fixture,
                   gconstpointer  user_data)
{
  cairo_surface_t *light = lieudit_tile_renderer_render (fixture->renderers[0], 8, 153, 100, SCALE);
  cairo_surface_t *dark = lieudit_tile_renderer_render (fixture->renderers[1], 8, 153, 100, SCALE);

  for (int i = 0; i < SIDE; i += 32)
    g_assert_cmphex (get_pixel (light, i, i), !=, get_pixel (dark, i, i));

  cairo_surface_destroy (light);
  cairo_surface_destroy (dark);
}

static void
test_opaque (Fixture       *fixture,
             gconstpointer  user_data)
{
  for (guint zoom = 0; zoom <= 18; zoom += 3)
    {
      guint middle = (1u << zoom) / 2;
      cairo_surface_t *tile = lieudit_tile_renderer_render (fixture->renderers[0], zoom, middle, middle, 1);

      for (int i = 0; i < LIEUDIT_MERCATOR_TILE_SIZE; i++)
        {
          for (int j = 0; j < LIEUDIT_MERCATOR_TILE_SIZE; j++)
            g_assert_cmphex (get_pixel (tile, j, i) >> 24, ==, 0xff);
        }
      cairo_surface_destroy (tile);
    }
}

static void
test_goes_around_the_world (Fixture       *fixture,
                            gconstpointer  user_data)
{
  cairo_surface_t *tile = lieudit_tile_renderer_render (fixture->renderers[0], 3, 4, 3, 1);
  cairo_surface_t *again = lieudit_tile_renderer_render (fixture->renderers[0], 3, 12, 3, 1);

  for (int i = 0; i < LIEUDIT_MERCATOR_TILE_SIZE; i++)
    g_assert_cmphex (get_pixel (tile, i, i), ==, get_pixel (again, i, i));

  cairo_surface_destroy (tile);
  cairo_surface_destroy (again);
}

static void
test_without_map (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (LieuditTileRenderer) renderer = lieudit_tile_renderer_new (NULL, fixture->styles[0]);
  cairo_surface_t *tile = lieudit_tile_renderer_render (renderer, 8, 153, 100, 1);

  for (int i = 0; i < LIEUDIT_MERCATOR_TILE_SIZE; i++)
    g_assert_cmphex (get_pixel (tile, i, i), ==, get_colour (fixture->styles[0], "sea"));

  cairo_surface_destroy (tile);
}

/* Pieces of an area overlap: inside the island nothing of their joints may show, and its hole must stay open. */
static void
test_no_seams (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "core", "map", "small.bin", NULL);
  g_autoptr (LieuditBaseMap) small = lieudit_base_map_open (path, NULL);
  g_autoptr (LieuditTileRenderer) renderer = lieudit_tile_renderer_new (small, fixture->styles[0]);
  guint32 land = get_colour (fixture->styles[0], "land");

  g_assert_nonnull (small);

  /* A line across the island that meets no river, road or border. */
  for (double longitude = 23.0; longitude < 29.0; longitude += 0.01)
    g_assert_true (is_near (renderer, 6, 12.5, longitude, 0, land));

  g_assert_true (is_near (renderer, 6, 10.0, 20.5, 0, get_colour (fixture->styles[0], "sea")));
  g_assert_true (is_near (renderer, 6, 5.0, 15.0, 0, get_colour (fixture->styles[0], "lake")));
  g_assert_true (is_near (renderer, 7, 8.0, 25.0, 8, get_colour (fixture->styles[0], "motorway")));
}

/* Where a piece of an area has a bay, its edge runs there and back along the cut: nothing of that may show in the sea. */
static void
test_no_bridges_over_bays (Fixture       *fixture,
                           gconstpointer  user_data)
{
  static const double zooms[] = { 6.6, 6.9, 7.0, 7.3, 7.7 };
  static const struct {
    const char *what;
    double longitude;
    double south;
    double north;
  } bays[] = {
    { "off Mersin", 34.665, 36.57, 36.66 },
    { "off Iskenderun", 36.05, 36.60, 36.66 },
  };
  guint32 sea = get_colour (fixture->styles[0], "sea");

  for (guint i = 0; i < G_N_ELEMENTS (zooms) * G_N_ELEMENTS (bays); i++)
    {
      double zoom = zooms[i / G_N_ELEMENTS (bays)];
      guint bay = i % G_N_ELEMENTS (bays);
      double top = lieudit_mercator_latitude_to_y (bays[bay].north, zoom);
      int height = (int) (lieudit_mercator_latitude_to_y (bays[bay].south, zoom) - top);
      cairo_surface_t *column = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, height);
      cairo_t *cr = cairo_create (column);

      lieudit_tile_renderer_draw (fixture->renderers[0], cr, zoom, lieudit_mercator_longitude_to_x (bays[bay].longitude, zoom), top, 1,
                                  height, 1);
      cairo_destroy (cr);
      cairo_surface_flush (column);
      for (int row = 0; row < height; row++)
        if ((get_pixel (column, 0, row) | 0xff000000u) != sea)
          g_error ("%s at zoom %.1f: #%06x in row %d of %d", bays[bay].what, zoom, get_pixel (column, 0, row) & 0xffffff, row, height);
      cairo_surface_destroy (column);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/tile-renderer/content", test_content },
    { "/tile-renderer/neighbours-agree", test_neighbours_agree },
    { "/tile-renderer/dark-differs", test_dark_differs },
    { "/tile-renderer/opaque", test_opaque },
    { "/tile-renderer/goes-around-the-world", test_goes_around_the_world },
    { "/tile-renderer/without-map", test_without_map },
    { "/tile-renderer/no-seams", test_no_seams },
    { "/tile-renderer/no-bridges-over-bays", test_no_bridges_over_bays },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
