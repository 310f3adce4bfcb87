/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are about as wide as a pixel. Cairo gives each joint of a stroke five edges and more, which at this width are all one
 * pixel; most of the time of a map seen from afar went into them. Here a joint has two: one on either side. */
#include "config.h"

#include "map/lieudit-thin-line.h"

#include <math.h>

/* Of the sum of the normals on both sides of a joint, squared: a sharper joint reaches no farther than one of this, or its tip
 * would be a thorn. */
#define SHARPEST_JOINT 0.5

/* The line's left hand at one of its segments; that of the segment before where a segment has no length. */
static LieuditLinePoint
get_normal (const LieuditLinePoint *from,
            const LieuditLinePoint *to,
            LieuditLinePoint        before)
{
  double right = to->x - from->x;
  double down = to->y - from->y;
  double length = sqrt (right * right + down * down);

  return length > 0.0 ? (LieuditLinePoint) { -down / length, right / length } : before;
}

/* From the middle of a joint to its side: along the line that halves the angle, as far as where the sides of the segments meet. */
static LieuditLinePoint
get_side (LieuditLinePoint before,
          LieuditLinePoint after,
          double           half_width)
{
  LieuditLinePoint sum = { before.x + after.x, before.y + after.y };
  double reach = 2.0 * half_width / MAX (sum.x * sum.x + sum.y * sum.y, SHARPEST_JOINT);

  return (LieuditLinePoint) { sum.x * reach, sum.y * reach };
}

static LieuditLinePoint
get_side_at (const LieuditLinePoint *points,
             guint                   n_points,
             guint                   index,
             LieuditLinePoint       *normal,
             double                  half_width)
{
  LieuditLinePoint before = *normal;

  if (index + 1 < n_points)
    *normal = get_normal (&points[index], &points[index + 1], before);
  if (before.x == 0.0 && before.y == 0.0)
    before = *normal;
  return get_side (before, *normal, half_width);
}

/*
 * lieudit_thin_line_add:
 * @cr: where to draw
 * @points: (array length=n_points): a line
 * @n_points: how many points it has
 * @width: how wide the line is
 *
 * Adds the outline of a line, with flat ends, to the path. It is to be filled by the winding rule, where outlines may overlap.
 */
void
lieudit_thin_line_add (cairo_t                *cr,
                       const LieuditLinePoint *points,
                       guint                   n_points,
                       double                  width)
{
  g_autofree LieuditLinePoint *sides = NULL;
  LieuditLinePoint normal = { 0.0, 0.0 };

  if (n_points < 2)
    return;

  sides = g_new (LieuditLinePoint, n_points);
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    {
      sides[i] = get_side_at (points, n_points, i, &normal, width / 2.0);
      cairo_line_to (cr, points[i].x + sides[i].x, points[i].y + sides[i].y);
    }
  for (guint i = n_points; i > 0; i--)
    cairo_line_to (cr, points[i - 1].x - sides[i - 1].x, points[i - 1].y - sides[i - 1].y);
  cairo_close_path (cr);
}
