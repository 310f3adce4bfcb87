/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-clustering.h"

#include <math.h>

/* A grid of linked lists, so that a point is compared with the leaders nearby only. */
typedef struct {
  const LieuditClusterPoint *points;
  GHashTable *cells; /* gint64 cell number -> (guint index of the cell's newest leader) + 1 */
  guint *next;       /* for each leader, the next one in its cell, + 1 */
  double cell_size;
} LeaderGrid;

typedef struct {
  guint index;
  double rank;
} RankedPoint;

static gint
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const RankedPoint *first = a;
  const RankedPoint *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static GArray *
sort_by_rank (const LieuditClusterPoint *points,
              gsize                      n_points)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (RankedPoint), n_points);

  for (guint i = 0; i < n_points; i++)
    {
      RankedPoint ranked = { i, points[i].rank };

      g_array_append_val (order, ranked);
    }
  g_array_sort (order, compare_ranks);
  return order;
}

static gint64
cell_number (double column,
             double row)
{
  return (gint64) column * (G_GINT64_CONSTANT (1) << 32) + (gint64) row;
}

static gint64
cell_of (const LeaderGrid          *grid,
         const LieuditClusterPoint *point,
         int                        column_offset,
         int                        row_offset)
{
  return cell_number (floor (point->x / grid->cell_size) + column_offset,
                      floor (point->y / grid->cell_size) + row_offset);
}

static void
grid_add (LeaderGrid *grid,
          guint       index)
{
  gint64 cell = cell_of (grid, &grid->points[index], 0, 0);

  grid->next[index] = GPOINTER_TO_UINT (g_hash_table_lookup (grid->cells, &cell));
  g_hash_table_insert (grid->cells, g_memdup2 (&cell, sizeof cell), GUINT_TO_POINTER (index + 1));
}

static gboolean
grid_find_nearest (const LeaderGrid *grid,
                   guint             index,
                   guint            *leader)
{
  const LieuditClusterPoint *point = &grid->points[index];
  double nearest = INFINITY;

  for (int neighbour = 0; neighbour < 9; neighbour++)
    {
      gint64 cell = cell_of (grid, point, neighbour % 3 - 1, neighbour / 3 - 1);

      for (guint entry = GPOINTER_TO_UINT (g_hash_table_lookup (grid->cells, &cell)); entry != 0;
           entry = grid->next[entry - 1])
        {
          const LieuditClusterPoint *other = &grid->points[entry - 1];
          double distance = hypot (other->x - point->x, other->y - point->y);

          if (other->group != point->group || distance >= other->radius + point->radius || distance >= nearest)
            continue;
          nearest = distance;
          *leader = entry - 1;
        }
    }
  return isfinite (nearest);
}

static double
find_largest_radius (const LieuditClusterPoint *points,
                     gsize                      n_points)
{
  double largest = 0.0;

  for (gsize i = 0; i < n_points; i++)
    largest = MAX (largest, points[i].radius);
  return largest;
}

/**
 * lieudit_cluster_points:
 * @points: (array length=n_points): symbols, in pixels of one zoom level
 * @n_points: how many
 *
 * Joins the symbols that would cover each other. In the order of rank, and of @points among equals, each symbol either joins
 * the nearest leader that it overlaps or becomes a leader itself, so that no two leaders of a group overlap. Coordinates of the
 * whole world at one zoom give the same clusters wherever the view is. Takes time in proportion to @n_points times its logarithm.
 *
 * Returns: (array length=n_points) (transfer full): for each point the index of its leader, which is its own for a leader
 */
guint *
lieudit_cluster_points (const LieuditClusterPoint *points,
                        gsize                      n_points)
{
  g_autoptr (GArray) order = NULL;
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint *next = g_new0 (guint, n_points);
  LeaderGrid grid = { points, cells, next, 0.0 };
  guint *leaders;

  g_return_val_if_fail (points != NULL || n_points == 0, NULL);

  leaders = g_new (guint, n_points);
  grid.cell_size = MAX (2.0 * find_largest_radius (points, n_points), 1.0);
  order = sort_by_rank (points, n_points);
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, RankedPoint, i).index;
      guint leader = index;

      if (!grid_find_nearest (&grid, index, &leader))
        grid_add (&grid, index);
      leaders[index] = leader;
    }
  return leaders;
}
