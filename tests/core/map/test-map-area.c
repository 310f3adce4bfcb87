/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-area.h"

/* In pixels. */
#define STEP 0.4

/* An island from 10 to 30 degrees east and 0 to 20 north with a hole around 21 east and 9 north, and an islet; two provinces. */
static LieuditBaseMap *
open_small (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "core", "map", "small.bin", NULL);
  g_autoptr (GError) error = NULL;
  LieuditBaseMap *base_map = lieudit_base_map_open (path, &error);

  g_assert_no_error (error);

  return base_map;
}

static LieuditMapExtent
look_at (double latitude,
         double longitude,
         double zoom)
{
  return (LieuditMapExtent) {
    zoom,
    lieudit_mercator_longitude_to_x (longitude, zoom) - 200,
    lieudit_mercator_latitude_to_y (latitude, zoom) - 150,
    400,
    300,
  };
}

static void
test_find (void)
{
  static const struct {
    LieuditMapAreaKind kind;
    const char *country;
    double latitude;
    double longitude;
    int index; /* in areas.geojson; -1 for none */
  } cases[] = {
    { LIEUDIT_MAP_AREA_COUNTRY, "XI", 5, 15, 0 },
    { LIEUDIT_MAP_AREA_COUNTRY, "XI", 80, 170, 0 }, /* by its code alone */
    { LIEUDIT_MAP_AREA_COUNTRY, "XX", 5, 15, -1 },
    { LIEUDIT_MAP_AREA_COUNTRY, "", 5, 15, -1 },
    { LIEUDIT_MAP_AREA_COUNTRY, NULL, 5, 15, -1 },
    { LIEUDIT_MAP_AREA_COUNTRY, "XII", 5, 15, -1 },
    { LIEUDIT_MAP_AREA_REGION, "XI", 5, 15, 1 },
    { LIEUDIT_MAP_AREA_REGION, "XI", 5, 25, 2 },
    { LIEUDIT_MAP_AREA_REGION, "XI", 15, 15, -1 }, /* in no province */
    { LIEUDIT_MAP_AREA_REGION, "XX", 5, 15, -1 },
  };
  g_autoptr (LieuditBaseMap) base_map = open_small ();
  const LieuditBaseMapArea *areas;
  guint n_areas;

  areas = lieudit_base_map_get_areas (base_map, &n_areas);
  g_assert_cmpuint (n_areas, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LieuditBaseMapArea *area = lieudit_map_area_find (base_map, cases[i].kind, cases[i].country, cases[i].latitude, cases[i].longitude);

      g_assert_true (area == (cases[i].index >= 0 ? &areas[cases[i].index] : NULL));
    }
}

static void
test_covers (void)
{
  static const struct {
    double latitude;
    double longitude;
    double zoom;
    gboolean covers;
  } cases[] = { { 10, 20, 3, FALSE }, { 10, 20, 8, TRUE }, { 10, 12, 8, TRUE }, { 10, 9.9, 8, FALSE }, { -10, 20, 8, FALSE } };
  g_autoptr (LieuditBaseMap) base_map = open_small ();
  guint n_areas;
  const LieuditBaseMapArea *areas = lieudit_base_map_get_areas (base_map, &n_areas);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditMapExtent extent = look_at (cases[i].latitude, cases[i].longitude, cases[i].zoom);

      g_assert_cmpint (lieudit_map_area_covers (&areas[0], &extent), ==, cases[i].covers);
    }
}

/* From far and from near, where the outline's corners are millions of pixels away, the middle of the view is inside or not. */
static void
test_path (void)
{
  static const struct {
    double latitude;
    double longitude;
    double zoom;
    gboolean is_inside;
  } cases[] = {
    { 15, 15, 3, TRUE },
    { 15, 15, 18, TRUE },
    { 9, 21, 5, FALSE }, /* the hole */
    { 9, 21, 18, FALSE },
    { 1, 41, 6, TRUE }, /* the islet */
    { -5, 15, 4, FALSE },
    { -5, 15, 18, FALSE },
    { 15, 375, 6, TRUE }, /* once around the world */
  };
  g_autoptr (LieuditBaseMap) base_map = open_small ();
  guint n_areas;
  const LieuditBaseMapArea *areas = lieudit_base_map_get_areas (base_map, &n_areas);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 400, 300);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditMapExtent extent = look_at (cases[i].latitude, cases[i].longitude, cases[i].zoom);
      cairo_t *cr = cairo_create (surface);

      lieudit_map_area_add_path (base_map, &areas[0], &extent, STEP, cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      if (cairo_in_fill (cr, 200, 150) != cases[i].is_inside)
        g_error ("case %u", i);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

/* What cannot be seen, or not apart, costs nothing to draw. */
static void
test_path_length (void)
{
  static const struct {
    double latitude;
    double longitude;
    double zoom;
    guint fewest;
    guint most;
  } cases[] = {
    { 10, 20, 3, 12, 100 }, /* all corners of the island and its hole */
    { 10, 20, -6, 1, 8 },   /* each is one point */
    { -60, 20, 6, 0, 0 },   /* below it */
    { 70, 20, 6, 0, 0 },    /* above it */
    { 10, -60, 6, 0, 0 },   /* to the left */
    { 10, 110, 6, 0, 0 },   /* to the right */
  };
  g_autoptr (LieuditBaseMap) base_map = open_small ();
  guint n_areas;
  const LieuditBaseMapArea *areas = lieudit_base_map_get_areas (base_map, &n_areas);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 400, 300);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditMapExtent extent = look_at (cases[i].latitude, cases[i].longitude, cases[i].zoom);
      cairo_t *cr = cairo_create (surface);
      cairo_path_t *path;
      guint n_corners = 0;

      lieudit_map_area_add_path (base_map, &areas[0], &extent, STEP, cr);
      path = cairo_copy_path (cr);
      for (int j = 0; j < path->num_data; j += path->data[j].header.length)
        n_corners += path->data[j].header.type == CAIRO_PATH_LINE_TO || path->data[j].header.type == CAIRO_PATH_MOVE_TO;
      g_test_message ("case %u: %u corners", i, n_corners);
      g_assert_cmpuint (n_corners, >=, cases[i].fewest);
      g_assert_cmpuint (n_corners, <=, cases[i].most);
      cairo_path_destroy (path);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

/* Each ring is a line of its own: no line leads from where one begins to where the next does, as a stroke would show. */
static void
test_rings_apart (void)
{
  g_autoptr (LieuditBaseMap) base_map = open_small ();
  guint n_areas;
  const LieuditBaseMapArea *areas = lieudit_base_map_get_areas (base_map, &n_areas);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 400, 300);
  cairo_t *cr = cairo_create (surface);
  LieuditMapExtent extent = look_at (5, 25, 3);
  double pixels_a_unit = lieudit_mercator_get_world_size (extent.zoom) / LIEUDIT_BASE_MAP_WORLD;

  lieudit_map_area_add_path (base_map, &areas[0], &extent, STEP, cr);
  cairo_set_line_width (cr, 0.05);
  for (guint i = 1; i < areas[0].n_rings; i++)
    {
      guint n_points;
      const LieuditMapPoint *from = lieudit_base_map_get_area_ring (base_map, &areas[0], i - 1, &n_points);
      const LieuditMapPoint *to = lieudit_base_map_get_area_ring (base_map, &areas[0], i, &n_points);
      double x = (0.7 * from->x + 0.3 * to->x) * pixels_a_unit - extent.left;
      double y = (0.7 * from->y + 0.3 * to->y) * pixels_a_unit - extent.top;

      g_assert_true (cairo_in_stroke (cr, from->x * pixels_a_unit - extent.left, from->y * pixels_a_unit - extent.top));
      g_assert_false (cairo_in_stroke (cr, x, y));
    }
  g_assert_cmpuint (areas[0].n_rings, ==, 3);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-area/find", test_find);
  g_test_add_func ("/map-area/covers", test_covers);
  g_test_add_func ("/map-area/path", test_path);
  g_test_add_func ("/map-area/path-length", test_path_length);
  g_test_add_func ("/map-area/rings-apart", test_rings_apart);

  return g_test_run ();
}
