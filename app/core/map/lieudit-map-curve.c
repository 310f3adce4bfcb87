/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rivers and the borders along them bend from point to point, as cartographers draw them; what was measured out stays straight. The
 * curve is the centripetal one of E. Catmull and R. Rom ("A class of local interpolating splines", 1974), which goes through all points
 * and has neither loops nor cusps (C. Yuksel, S. Schaefer and J. Keyser, "Parameterization and applications of Catmull-Rom curves",
 * 2011). */
#include "config.h"

#include "map/lieudit-map-curve.h"

#include <math.h>

/* A handle is no longer than this share of its segment, which bounds how far the curve leaves it: three quarters of a handle. */
#define LONGEST_HANDLE (LIEUDIT_MAP_CURVE_REACH / 0.75)

typedef struct {
  LieuditLinePoint before; /* of the segment that ends here */
  LieuditLinePoint after;  /* of the segment that begins here */
} Handles;

static double
get_length (LieuditLinePoint step)
{
  return sqrt (step.x * step.x + step.y * step.y);
}

static LieuditLinePoint
get_step (const LieuditLinePoint *from,
          const LieuditLinePoint *to)
{
  return (LieuditLinePoint) { to->x - from->x, to->y - from->y };
}

/* The handle of a segment of @length at a point where the curve goes in the direction of @slope. */
static LieuditLinePoint
get_handle (LieuditLinePoint slope,
            double           length)
{
  double share = MIN (1.0 / 3.0, LONGEST_HANDLE * length / MAX (get_length (slope), 1e-9));

  return (LieuditLinePoint) { slope.x * share, slope.y * share };
}

/* The handles at a point between two others. */
static Handles
bend (LieuditLinePoint before,
      LieuditLinePoint after)
{
  double before_length = get_length (before), after_length = get_length (after);
  double a = sqrt (before_length), b = sqrt (after_length);
  /* The slope of the curve when its parameter runs by the square roots of the lengths. */
  LieuditLinePoint slope = {
    before.x / a - (before.x + after.x) / (a + b) + after.x / b,
    before.y / a - (before.y + after.y) / (a + b) + after.y / b,
  };

  return (Handles) {
    get_handle ((LieuditLinePoint) { slope.x * a, slope.y * a }, before_length),
    get_handle ((LieuditLinePoint) { slope.x * b, slope.y * b }, after_length),
  };
}

/* Straight handles make a corner. */
static Handles
get_handles (const LieuditLinePoint *points,
             guint                   n_points,
             guint                   index,
             double                  least_cosine,
             double                  longest_segment)
{
  LieuditLinePoint before = index > 0 ? get_step (&points[index - 1], &points[index]) : (LieuditLinePoint) { 0.0, 0.0 };
  LieuditLinePoint after = index + 1 < n_points ? get_step (&points[index], &points[index + 1]) : (LieuditLinePoint) { 0.0, 0.0 };
  double before_length = get_length (before), after_length = get_length (after);
  double cosine = (before.x * after.x + before.y * after.y) / MAX (before_length * after_length, 1e-9);

  if (before_length > 0.0 && after_length > 0.0 && MAX (before_length, after_length) <= longest_segment && cosine >= least_cosine)
    return bend (before, after);

  return (Handles) { { before.x / 3.0, before.y / 3.0 }, { after.x / 3.0, after.y / 3.0 } };
}

/*
 * lieudit_map_curve_add:
 * @cr: where to draw
 * @points: (array length=n_points): a line
 * @n_points: how many points it has
 * @sharpest_bend: the line stays a corner where it turns by more, in degrees
 * @longest_segment: it stays a corner beside a segment that is longer
 *
 * Adds a curve through the points of a line to the path.
 */
void
lieudit_map_curve_add (cairo_t                *cr,
                       const LieuditLinePoint *points,
                       guint                   n_points,
                       double                  sharpest_bend,
                       double                  longest_segment)
{
  double least_cosine = cos (sharpest_bend * G_PI / 180.0);
  LieuditLinePoint last = { 0.0, 0.0 };

  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    {
      const LieuditLinePoint *point = &points[i];
      Handles handles = get_handles (points, n_points, i, least_cosine, longest_segment);

      if (i == 0)
        cairo_move_to (cr, point->x, point->y);
      else
        cairo_curve_to (cr, points[i - 1].x + last.x, points[i - 1].y + last.y, point->x - handles.before.x, point->y - handles.before.y,
                        point->x, point->y);
      last = handles.after;
    }
}
