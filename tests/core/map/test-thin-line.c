/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-thin-line.h"

#include <math.h>

#define SIDE 64
#define MOST_POINTS 8

typedef struct {
  const char *name;
  double width;
  guint n_points;
  LieuditLinePoint points[MOST_POINTS];
} Case;

static const Case cases[] = {
  { "level", 1.0, 2, { { 8, 20 }, { 56, 20 } } },
  { "slanting", 1.0, 2, { { 8, 10 }, { 50, 56 } } },
  { "bent a little", 0.8, 3, { { 5, 30 }, { 32, 25 }, { 60, 33 } } },
  { "at right angles", 1.4, 4, { { 10, 10 }, { 50, 10 }, { 50, 50 }, { 10, 50 } } },
  { "winding", 1.2, 8, { { 4, 32 }, { 12, 20 }, { 20, 40 }, { 28, 22 }, { 36, 44 }, { 44, 20 }, { 52, 38 }, { 60, 30 } } },
  { "crossing itself", 1.0, 4, { { 10, 10 }, { 54, 54 }, { 54, 10 }, { 10, 54 } } },
  { "with a point twice", 1.0, 4, { { 8, 8 }, { 8, 8 }, { 30, 30 }, { 56, 12 } } },
};

typedef enum {
  STROKE,
  OUTLINE
} Way;

static cairo_surface_t *
draw (const Case *test,
      Way         way)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_line_width (cr, test->width);
  if (way == OUTLINE)
    {
      lieudit_thin_line_add (cr, test->points, test->n_points, test->width);
      cairo_fill (cr);
    }
  else
    {
      for (guint i = 0; i < test->n_points; i++)
        cairo_line_to (cr, test->points[i].x, test->points[i].y);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static double
get_cover (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] / 255.0;
}

/* Beside the joints and ends, where the last part of a pixel may go either way, the picture is that of a stroke. */
static void
test_looks_like_a_stroke (gconstpointer data)
{
  const Case *test = data;
  cairo_surface_t *stroke = draw (test, STROKE);
  cairo_surface_t *outline = draw (test, OUTLINE);
  double ink = 0.0, difference = 0.0;

  for (int y = 0; y < SIDE; y++)
    {
      for (int x = 0; x < SIDE; x++)
        {
          ink += get_cover (stroke, x, y);
          difference += fabs (get_cover (stroke, x, y) - get_cover (outline, x, y));
          g_assert_cmpfloat (fabs (get_cover (stroke, x, y) - get_cover (outline, x, y)), <, 0.3);
        }
    }
  g_assert_cmpfloat (ink, >, 10.0);
  g_assert_cmpfloat (difference, <, 0.03 * ink);

  cairo_surface_destroy (stroke);
  cairo_surface_destroy (outline);
}

/* A line that turns back on itself ends there, and has no thorn. */
static void
test_turns_back (void)
{
  static const Case hairpin = { "hairpin", 1.0, 3, { { 10, 30 }, { 40, 31 }, { 10, 32 } } };
  cairo_surface_t *surface = draw (&hairpin, OUTLINE);

  g_assert_cmpfloat (get_cover (surface, 20, 30), >, 0.3);
  for (int y = 0; y < SIDE; y++)
    {
      for (int x = 42; x < SIDE; x++)
        g_assert_cmpfloat (get_cover (surface, x, y), ==, 0.0);
    }
  cairo_surface_destroy (surface);
}

static void
test_nothing_to_draw (void)
{
  static const Case nothing[] = {
    { "no point", 1.0, 0, { { 0, 0 } } },
    { "one point", 1.0, 1, { { 32, 32 } } },
    { "one point twice", 1.0, 2, { { 32, 32 }, { 32, 32 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      cairo_surface_t *surface = draw (&nothing[i], OUTLINE);

      for (int y = 0; y < SIDE; y++)
        {
          for (int x = 0; x < SIDE; x++)
            g_assert_cmpfloat (get_cover (surface, x, y), ==, 0.0);
        }
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/thin-line/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_looks_like_a_stroke);
    }
  g_test_add_func ("/thin-line/turns-back", test_turns_back);
  g_test_add_func ("/thin-line/nothing-to-draw", test_nothing_to_draw);

  return g_test_run ();
}
