/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts areas and lines into pieces that a tile can draw whole without drawing a continent. */
#include "config.h"

#include "map/compiler/lieudit-map-divide.h"

#include <math.h>

#define MOST_POINTS_IN_AREA 256
#define MOST_POINTS_IN_LINE 48
#define MOST_DEPTH 13

typedef enum {
  KEEP_RIGHT,
  KEEP_LEFT,
  KEEP_BELOW,
  KEEP_ABOVE
} Side;

static gboolean
is_kept (const LieuditMapPoint *point,
         Side                   side,
         gint32                 limit)
{
  switch (side)
    {
    case KEEP_RIGHT:
      return point->x >= limit;
    case KEEP_LEFT:
      return point->x <= limit;
    case KEEP_BELOW:
      return point->y >= limit;
    case KEEP_ABOVE:
    default:
      return point->y <= limit;
    }
}

static LieuditMapPoint
cross (const LieuditMapPoint *a,
       const LieuditMapPoint *b,
       Side                   side,
       gint32                 limit)
{
  gint64 dx = (gint64) b->x - a->x;
  gint64 dy = (gint64) b->y - a->y;

  if (side == KEEP_RIGHT || side == KEEP_LEFT)
    return (LieuditMapPoint) { limit, (gint32) (a->y + llround ((double) dy * (limit - (gint64) a->x) / (double) dx)) };

  return (LieuditMapPoint) { (gint32) (a->x + llround ((double) dx * (limit - (gint64) a->y) / (double) dy)), limit };
}

static void
append_point (GArray          *ring,
              LieuditMapPoint  point)
{
  const LieuditMapPoint *last = ring->len > 0 ? &g_array_index (ring, LieuditMapPoint, ring->len - 1) : NULL;

  if (last == NULL || last->x != point.x || last->y != point.y)
    g_array_append_val (ring, point);
}

/* I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", Communications of the ACM 17 (1974). Where the polygon falls
 * apart it leaves edges that run along the limit there and back, which fill nothing. */
static GArray *
clip_ring (const GArray *ring,
           Side          side,
           gint32        limit)
{
  const LieuditMapPoint *points = (const LieuditMapPoint *) ring->data;
  GArray *result = g_array_new (FALSE, FALSE, sizeof (LieuditMapPoint));

  for (guint i = 0; i + 1 < ring->len; i++)
    {
      gboolean starts_inside = is_kept (&points[i], side, limit);
      gboolean ends_inside = is_kept (&points[i + 1], side, limit);

      if (starts_inside)
        append_point (result, points[i]);
      if (starts_inside != ends_inside)
        append_point (result, cross (&points[i], &points[i + 1], side, limit));
    }

  if (result->len > 0)
    {
      LieuditMapPoint first = g_array_index (result, LieuditMapPoint, 0);

      append_point (result, first);
    }

  return result;
}

static LieuditMapShape *
clip_area (const LieuditMapShape *area,
           const LieuditMapBox   *box)
{
  LieuditMapShape *result = lieudit_map_shape_new (area->class_bits, area->min_zoom);

  for (guint i = 0; i < area->rings->len; i++)
    {
      g_autoptr (GArray) right = clip_ring (area->rings->pdata[i], KEEP_RIGHT, box->left);
      g_autoptr (GArray) middle = clip_ring (right, KEEP_LEFT, box->right);
      g_autoptr (GArray) below = clip_ring (middle, KEEP_BELOW, box->top);
      g_autoptr (GArray) inside = clip_ring (below, KEEP_ABOVE, box->bottom);

      if (inside->len >= 4)
        g_ptr_array_add (result->rings, g_steal_pointer (&inside));
    }

  return result;
}

static void
divide_cell (LieuditMapShape *area,
             LieuditMapBox    cell,
             guint            depth,
             guint            least_depth,
             gint32           overlap,
             GPtrArray       *pieces)
{
  g_autoptr (LieuditMapShape) owned = area;
  gint32 middle_x = cell.left + (cell.right - cell.left) / 2;
  gint32 middle_y = cell.top + (cell.bottom - cell.top) / 2;

  if (area->rings->len == 0)
    return;

  if ((depth >= least_depth && lieudit_map_shape_n_points (area) <= MOST_POINTS_IN_AREA) || depth == MOST_DEPTH)
    {
      g_ptr_array_add (pieces, g_steal_pointer (&owned));
      return;
    }

  for (guint i = 0; i < 4; i++)
    {
      LieuditMapBox child = {
        i % 2 == 0 ? cell.left : middle_x,
        i / 2 == 0 ? cell.top : middle_y,
        i % 2 == 0 ? middle_x : cell.right,
        i / 2 == 0 ? middle_y : cell.bottom,
      };
      LieuditMapBox wider = { child.left - overlap, child.top - overlap, child.right + overlap, child.bottom + overlap };

      divide_cell (clip_area (area, &wider), child, depth + 1, least_depth, overlap, pieces);
    }
}

/*
 * lieudit_map_divide_area:
 * @area: an area
 * @least_depth: how often at least to halve the world both ways
 * @overlap: by how much the pieces overlap, in units of the base map, so that no seam shows between them
 * @pieces: (element-type LieuditMapShape): where to add the pieces
 *
 * Cuts an area along the lines of a quadtree until every piece has few points.
 */
void
lieudit_map_divide_area (const LieuditMapShape *area,
                         guint                  least_depth,
                         gint32                 overlap,
                         GPtrArray             *pieces)
{
  LieuditMapBox world = { 0, 0, LIEUDIT_BASE_MAP_WORLD, LIEUDIT_BASE_MAP_WORLD };

  divide_cell (clip_area (area, &world), world, 0, least_depth, overlap, pieces);
}

static void
append_segment (GArray                *points,
                const LieuditMapPoint *from,
                const LieuditMapPoint *to)
{
  double length = hypot ((double) to->x - from->x, (double) to->y - from->y);
  int n_steps = 1 + (int) (length / LIEUDIT_BASE_MAP_LONGEST_SEGMENT);

  for (int i = 1; i <= n_steps; i++)
    {
      LieuditMapPoint point = {
        (gint32) (from->x + ((gint64) to->x - from->x) * i / n_steps),
        (gint32) (from->y + ((gint64) to->y - from->y) * i / n_steps),
      };

      g_array_append_val (points, point);
    }
}

/*
 * lieudit_map_divide_line:
 * @line: (element-type LieuditMapPoint): a line
 * @points: (element-type LieuditMapPoint): where to put its points, with long segments cut
 * @first_points: (element-type guint): where to put the index in @points at which each piece begins; the next begins at its end
 * @starts: (element-type guint32): where to put how far along the line each piece begins
 *
 * Cuts a line into pieces of few points that share their ends.
 */
void
lieudit_map_divide_line (const GArray *line,
                         GArray       *points,
                         GArray       *first_points,
                         GArray       *starts)
{
  const LieuditMapPoint *data = (const LieuditMapPoint *) line->data;
  double length = 0.0;

  g_array_append_val (points, data[0]);
  for (guint i = 0; i + 1 < line->len; i++)
    append_segment (points, &data[i], &data[i + 1]);

  for (guint i = 0; i + 1 < points->len; i++)
    {
      const LieuditMapPoint *a = &g_array_index (points, LieuditMapPoint, i);
      const LieuditMapPoint *b = &g_array_index (points, LieuditMapPoint, i + 1);

      if (i % (MOST_POINTS_IN_LINE - 1) == 0)
        {
          guint32 start = (guint32) (guint64) length;

          g_array_append_val (first_points, i);
          g_array_append_val (starts, start);
        }

      length += hypot ((double) b->x - a->x, (double) b->y - a->y);
    }
}
