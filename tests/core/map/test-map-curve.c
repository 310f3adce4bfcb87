/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-curve.h"

#include <math.h>

#define MOST_POINTS 7
#define NEVER 180.0
#define ANY_LENGTH 1000.0

typedef struct {
  const char *name;
  double sharpest_bend;
  double longest_segment;
  guint n_points;
  LieuditLinePoint points[MOST_POINTS];
  guint n_corners; /* inner points where the curve does not go on in the direction in which it came */
} Case;

static const Case cases[] = {
  { "nothing", NEVER, ANY_LENGTH, 0, { { 0, 0 } }, 0 },
  { "a point", NEVER, ANY_LENGTH, 1, { { 3, 4 } }, 0 },
  { "a segment", NEVER, ANY_LENGTH, 2, { { 0, 0 }, { 10, 5 } }, 0 },
  { "a bend", 120, ANY_LENGTH, 3, { { 0, 0 }, { 10, 0 }, { 10, 10 } }, 0 },
  { "too sharp a bend", 80, ANY_LENGTH, 3, { { 0, 0 }, { 10, 0 }, { 10, 10 } }, 1 },
  { "measured out", 120, 8, 3, { { 0, 0 }, { 10, 0 }, { 10, 10 } }, 1 },
  { "a long segment beside a short one", 120, 8, 3, { { 0, 0 }, { 4, 0 }, { 4, 10 } }, 1 },
  { "straight on", 1, 1, 3, { { 0, 0 }, { 10, 0 }, { 25, 0 } }, 0 },
  { "back again", 120, ANY_LENGTH, 3, { { 0, 0 }, { 10, 0 }, { 1, 0.5 } }, 1 },
  { "very unlike lengths", 120, ANY_LENGTH, 5, { { 0, 0 }, { 50, 0 }, { 50.5, 0.5 }, { 50.5, 1.5 }, { 0, 30 } }, 0 },
  { "a meander", 120, ANY_LENGTH, 7, { { 0, 0 }, { 6, 8 }, { 13, 9 }, { 16, 1 }, { 24, -2 }, { 30, 5 }, { 40, 4 } }, 0 },
};

static cairo_path_t *
curve_of (const Case *test)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_path_t *path;

  lieudit_map_curve_add (cr, test->points, test->n_points, test->sharpest_bend, test->longest_segment);
  path = cairo_copy_path (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return path;
}

static double
distance (double x1,
          double y1,
          double x2,
          double y2)
{
  return hypot (x2 - x1, y2 - y1);
}

/* How far a spot is from a segment. */
static double
get_distance (double                  x,
              double                  y,
              const LieuditLinePoint *a,
              const LieuditLinePoint *b)
{
  double length = distance (a->x, a->y, b->x, b->y);
  double t = length > 0.0 ? ((x - a->x) * (b->x - a->x) + (y - a->y) * (b->y - a->y)) / (length * length) : 0.0;

  t = CLAMP (t, 0.0, 1.0);

  return distance (x, y, a->x + t * (b->x - a->x), a->y + t * (b->y - a->y));
}

/* The curve of a segment stays as near to it as it must for tiles to find all that is on them. */
static void
check_reach (const LieuditLinePoint   *a,
             const LieuditLinePoint   *b,
             const cairo_path_data_t  *handles)
{
  for (double t = 0.0; t <= 1.0; t += 0.05)
    {
      double s = 1.0 - t;
      double x = s * s * s * a->x + 3 * s * s * t * handles[0].point.x + 3 * s * t * t * handles[1].point.x + t * t * t * b->x;
      double y = s * s * s * a->y + 3 * s * s * t * handles[0].point.y + 3 * s * t * t * handles[1].point.y + t * t * t * b->y;

      g_assert_cmpfloat (get_distance (x, y, a, b), <=, LIEUDIT_MAP_CURVE_REACH * distance (a->x, a->y, b->x, b->y) + 0.01);
    }
}

static gboolean
is_corner (const cairo_path_data_t *before,
           const cairo_path_data_t *point,
           const cairo_path_data_t *after)
{
  double x1 = point->point.x - before->point.x, y1 = point->point.y - before->point.y;
  double x2 = after->point.x - point->point.x, y2 = after->point.y - point->point.y;
  double lengths = hypot (x1, y1) * hypot (x2, y2);

  return lengths == 0.0 || (x1 * x2 + y1 * y2) / lengths < 0.99;
}

static void
test_curve (gconstpointer user_data)
{
  const Case *test = user_data;
  cairo_path_t *path = curve_of (test);
  const cairo_path_data_t *last_handle = NULL, *last_point = NULL;
  guint n_points = 0, n_corners = 0;

  g_assert_cmpint (path->status, ==, CAIRO_STATUS_SUCCESS);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      gboolean is_curve = path->data[i].header.type == CAIRO_PATH_CURVE_TO;
      const cairo_path_data_t *point = &path->data[i + (is_curve ? 3 : 1)];

      g_assert_cmpint (path->data[i].header.type, ==, n_points == 0 ? CAIRO_PATH_MOVE_TO : CAIRO_PATH_CURVE_TO);
      g_assert_cmpfloat_with_epsilon (point->point.x, test->points[n_points].x, 0.01);
      g_assert_cmpfloat_with_epsilon (point->point.y, test->points[n_points].y, 0.01);
      if (is_curve)
        check_reach (&test->points[n_points - 1], &test->points[n_points], &path->data[i + 1]);
      if (is_curve && last_handle != NULL)
        n_corners += is_corner (last_handle, last_point, &path->data[i + 1]);
      last_handle = is_curve ? &path->data[i + 2] : NULL;
      last_point = point;
      n_points++;
    }
  g_assert_cmpuint (n_points, ==, test->n_points);
  g_assert_cmpuint (n_corners, ==, test->n_corners);

  cairo_path_destroy (path);
}

/* Cairo leaves out what has no length; nothing is divided by it. */
static void
test_point_twice (void)
{
  static const Case twice = { "a point twice", 120, ANY_LENGTH, 5, { { 0, 0 }, { 0, 0 }, { 5, 5 }, { 5, 5 }, { 10, 0 } }, 0 };
  cairo_path_t *path = curve_of (&twice);

  g_assert_cmpint (path->status, ==, CAIRO_STATUS_SUCCESS);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    for (int j = 1; j < path->data[i].header.length; j++)
      {
        g_assert_true (path->data[i + j].point.x >= 0.0 && path->data[i + j].point.x <= 10.0);
        g_assert_true (path->data[i + j].point.y >= 0.0 && path->data[i + j].point.y <= 5.0);
      }
  cairo_path_destroy (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/map-curve/%s", cases[i].name), " ", '-');

      g_test_add_data_func (path, &cases[i], test_curve);
    }

  g_test_add_func ("/map-curve/a-point-twice", test_point_twice);

  return g_test_run ();
}
