/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-mercator.h"

#include <math.h>

/* Tile numbers follow the rule of slippy maps: zoom 0 is one tile, each level halves it, counted from the north-west. */
static void
test_tile_numbers (void)
{
  static const struct {
    const char *name;
    double latitude;
    double longitude;
    guint zoom;
    int x;
    int y;
  } cases[] = {
    { "the whole world", 51.5, -0.1, 0, 0, 0 },
    { "Null Island is the south-eastern tile's corner", 0, 0, 1, 1, 1 },
    { "London", 51.5074, -0.1278, 10, 511, 340 },
    { "Aleppo", 36.2012, 37.1612, 8, 154, 100 },
    { "Damascus", 33.5102, 36.2913, 12, 2460, 1642 },
    { "Rio de Janeiro", -22.9068, -43.1729, 10, 389, 578 },
    { "the north-western corner", 85.0511, -180, 5, 0, 0 },
    { "the south-eastern corner", -85.0511, 179.999, 5, 31, 31 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int x = (int) floor (lieudit_mercator_longitude_to_x (cases[i].longitude, cases[i].zoom) / LIEUDIT_MERCATOR_TILE_SIZE);
      int y = (int) floor (lieudit_mercator_latitude_to_y (cases[i].latitude, cases[i].zoom) / LIEUDIT_MERCATOR_TILE_SIZE);

      if (x != cases[i].x || y != cases[i].y)
        g_error ("%s is on tile %d/%d, not %d/%d", cases[i].name, x, y, cases[i].x, cases[i].y);
    }
}

static void
test_round_trips (void)
{
  for (double zoom = 0; zoom <= 20; zoom += 2.5)
    {
      for (double latitude = -85; latitude <= 85; latitude += 4.25)
        g_assert_cmpfloat_with_epsilon (lieudit_mercator_y_to_latitude (lieudit_mercator_latitude_to_y (latitude, zoom), zoom), latitude, 1e-9);
      for (double longitude = -180; longitude <= 180; longitude += 7.5)
        g_assert_cmpfloat_with_epsilon (lieudit_mercator_x_to_longitude (lieudit_mercator_longitude_to_x (longitude, zoom), zoom), longitude, 1e-9);
    }
}

static void
test_poles (void)
{
  static const double latitudes[] = { 85.06, 89.999, 90, 1000, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (latitudes); i++)
    {
      g_assert_cmpfloat_with_epsilon (lieudit_mercator_latitude_to_y (latitudes[i], 3), 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (lieudit_mercator_latitude_to_y (-latitudes[i], 3), 2048, 1e-6);
    }

  g_assert_cmpfloat_with_epsilon (lieudit_mercator_y_to_latitude (-50, 3), LIEUDIT_MERCATOR_MAX_LATITUDE, 1e-9);
  g_assert_cmpfloat_with_epsilon (lieudit_mercator_y_to_latitude (5000, 3), -LIEUDIT_MERCATOR_MAX_LATITUDE, 1e-9);
}

static void
test_metres_per_pixel (void)
{
  /* 2 × 6,378,137 m × pi / 256 at the equator; half at 60°, where the cosine is a half. */
  g_assert_cmpfloat_with_epsilon (lieudit_mercator_get_metres_per_pixel (0, 0), 156543.034, 0.001);
  g_assert_cmpfloat_with_epsilon (lieudit_mercator_get_metres_per_pixel (60, 0), 78271.517, 0.001);
  g_assert_cmpfloat_with_epsilon (lieudit_mercator_get_metres_per_pixel (0, 10), 152.874, 0.001);
}

static void
test_zoom_for_bounds (void)
{
  static const struct {
    LieuditBounds bounds;
    double width;
    double height;
    double zoom;
  } cases[] = {
    { { -85.0511287798, -180, 85.0511287798, 180 }, 256, 256, 0 },
    { { -85.0511287798, -180, 85.0511287798, 180 }, 1024, 1024, 2 },
    { { -1, 0, 1, 90 }, 256, 256, 2 },
    { { 36, 37, 36, 37 }, 800, 600, 24 },
    { { -1, 135, 1, -135 }, 256, 256, 2 }, /* across the antimeridian */
    { { -80, -180, 80, 180 }, 10, 10, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (lieudit_mercator_get_zoom_for_bounds (&cases[i].bounds, cases[i].width, cases[i].height), cases[i].zoom, 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mercator/tile-numbers", test_tile_numbers);
  g_test_add_func ("/mercator/round-trips", test_round_trips);
  g_test_add_func ("/mercator/poles", test_poles);
  g_test_add_func ("/mercator/metres-per-pixel", test_metres_per_pixel);
  g_test_add_func ("/mercator/zoom-for-bounds", test_zoom_for_bounds);

  return g_test_run ();
}
