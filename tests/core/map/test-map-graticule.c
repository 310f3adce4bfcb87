/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-graticule.h"

#include <string.h>

#define ZOOM 13
#define WIDTH 500
#define HEIGHT 400

/* Lines that cannot be seen, so that all that is drawn are names. */
static const LieuditMapGraticule names_alone = { { 0, 0, 0, 0 }, { 0, 0, 0, 1 }, 12 };

/* Draws a view whose corner is so many pixels from a crossing of two lines. */
static cairo_surface_t *
draw (double                    right,
      double                    down,
      LieuditMapGraticuleNames  names)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  lieudit_map_graticule_draw (&names_alone, cr, ZOOM, lieudit_mercator_longitude_to_x (-90.25, ZOOM) - right,
                              lieudit_mercator_latitude_to_y (35.0, ZOOM) - down, WIDTH, HEIGHT, names);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Whether anything is drawn on the outermost pixels. */
static gboolean
touches_edge (cairo_surface_t *surface)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int x = 0; x < WIDTH; x++)
    if (data[x] != 0 || data[(HEIGHT - 1) * stride + x] != 0)
      return TRUE;
  for (int y = 0; y < HEIGHT; y++)
    if (data[y * stride] != 0 || data[y * stride + WIDTH - 1] != 0)
      return TRUE;
  return FALSE;
}

static guint
count_ink (cairo_surface_t *surface)
{
  guint count = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      count += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] > 128;
  return count;
}

/* Wherever the view is moved to, a picture has names, and none at its edge. */
static void
test_whole (void)
{
  guint n_cut = 0;

  for (int right = -40; right <= WIDTH + 40; right += 37)
    for (int down = -40; down <= HEIGHT + 40; down += 61)
      {
        cairo_surface_t *whole = draw (right, down, LIEUDIT_MAP_GRATICULE_NAMES_WHOLE);
        cairo_surface_t *cut = draw (right, down, LIEUDIT_MAP_GRATICULE_NAMES_CUT);

        g_assert_false (touches_edge (whole));
        g_assert_cmpuint (count_ink (whole), >, 0);
        g_assert_cmpuint (count_ink (whole), <=, count_ink (cut));
        n_cut += touches_edge (cut);
        cairo_surface_destroy (whole);
        cairo_surface_destroy (cut);
      }
  g_assert_cmpuint (n_cut, >, 0);
}

/* What a picture shows in its middle does not depend on what becomes of names at its edges. */
static void
test_middle (void)
{
  cairo_surface_t *whole = draw (WIDTH / 2.0, HEIGHT / 2.0, LIEUDIT_MAP_GRATICULE_NAMES_WHOLE);
  cairo_surface_t *cut = draw (WIDTH / 2.0, HEIGHT / 2.0, LIEUDIT_MAP_GRATICULE_NAMES_CUT);
  int stride = cairo_image_surface_get_stride (whole);

  for (int y = 100; y < HEIGHT - 100; y++)
    g_assert_cmpmem (cairo_image_surface_get_data (whole) + y * stride + 100, WIDTH - 200,
                     cairo_image_surface_get_data (cut) + y * stride + 100, WIDTH - 200);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (cut);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-graticule/whole", test_whole);
  g_test_add_func ("/map-graticule/middle", test_middle);

  return g_test_run ();
}
