/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-roads.h"

#include <math.h>

#include "geo/lieudit-geodesic.h"

/* Roads that come so near to each other meet; a town so near to a road lies on it. The roads are approximate. */
#define MEETING_KM 1.5
#define TOWN_KM 8.0

#define NOWHERE G_MAXUINT

typedef struct
{
  guint  to;
  double length; /* kilometres */
} Edge;

/**
 * LieuditClaimRoads:
 *
 * The main roads as a network.
 */
struct _LieuditClaimRoads
{
  GArray    *nodes;       /* LieuditShapePoint */
  GPtrArray *edges;       /* for every node a GArray of Edge */
  GArray    *by_latitude; /* of guint: the nodes from south to north */
};

static double
measure (const LieuditShapePoint *a,
         const LieuditShapePoint *b)
{
  return lieudit_geodesic_distance (a->latitude, a->longitude, b->latitude, b->longitude) / 1000.0;
}

static void
connect_nodes (LieuditClaimRoads *self,
               guint              a,
               guint              b)
{
  const LieuditShapePoint *nodes = (const LieuditShapePoint *) (gpointer) self->nodes->data;
  double length = measure (&nodes[a], &nodes[b]);
  Edge forth = { b, length };
  Edge back = { a, length };

  g_array_append_val ((GArray *) g_ptr_array_index (self->edges, a), forth);
  g_array_append_val ((GArray *) g_ptr_array_index (self->edges, b), back);
}

static void
connect_roads (LieuditClaimRoads *self,
               const GArray      *roads)
{
  const LieuditShapePoint *nodes = (const LieuditShapePoint *) (gpointer) self->nodes->data;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      for (guint j = i + 1; j < self->nodes->len; j++)
        {
          /* 0.03 degrees are more than the distance at which roads meet, anywhere south of 60 degrees. */
          if (g_array_index (roads, guint, i) != g_array_index (roads, guint, j) &&
              fabsf (nodes[i].latitude - nodes[j].latitude) < 0.03f &&
              fabsf (nodes[i].longitude - nodes[j].longitude) < 0.03f &&
              measure (&nodes[i], &nodes[j]) < MEETING_KM)
            connect_nodes (self, i, j);
        }
    }
}

static int
compare_latitudes (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  const LieuditShapePoint *nodes = data;
  float first = nodes[*(const guint *) a].latitude;
  float second = nodes[*(const guint *) b].latitude;

  return first < second ? -1 : first > second;
}

static void
sort_nodes (LieuditClaimRoads *self)
{
  self->by_latitude = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->nodes->len);
  for (guint i = 0; i < self->nodes->len; i++)
    g_array_append_val (self->by_latitude, i);
  g_array_sort_with_data (self->by_latitude, compare_latitudes, self->nodes->data);
}

/**
 * lieudit_claim_roads_new:
 * @shapes: (element-type LieuditShape): lines of roads
 *
 * Joins roads into a network wherever they meet.
 *
 * Returns: (transfer full): the network
 */
LieuditClaimRoads *
lieudit_claim_roads_new (const GPtrArray *shapes)
{
  LieuditClaimRoads *self = g_new0 (LieuditClaimRoads, 1);
  g_autoptr(GArray) roads = g_array_new (FALSE, FALSE, sizeof (guint));
  guint line = 0;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (LieuditShapePoint));
  self->edges = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint road = 0; road < shapes->len; road++, line++)
    {
      const LieuditShape *shape = g_ptr_array_index (shapes, road);
      guint part = 0;
      guint part_start = 0;

      for (guint i = 0; i < shape->points->len; i++)
        {
          if (i == g_array_index (shape->ends, guint, part))
            {
              part++;
              part_start = i;
              line++;
            }
          g_array_append_val (self->nodes, g_array_index (shape->points, LieuditShapePoint, i));
          g_array_append_val (roads, line);
          g_ptr_array_add (self->edges, g_array_new (FALSE, FALSE, sizeof (Edge)));
          if (i > part_start)
            connect_nodes (self, self->nodes->len - 2, self->nodes->len - 1);
        }
    }
  connect_roads (self, roads);
  sort_nodes (self);

  return self;
}

/**
 * lieudit_claim_roads_free:
 * @self: a network
 *
 * Frees a network.
 */
void
lieudit_claim_roads_free (LieuditClaimRoads *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->by_latitude);
  g_ptr_array_unref (self->edges);
  g_free (self);
}

/* A degree of latitude, near enough for telling which point of a road is the nearest. */
#define DEGREE_KM 111.2

/* Meridians come nearer to each other on the way north. */
#define SAFELY_LESS 0.9

/* The first node that is not south of a latitude. */
static guint
find_latitude (const LieuditClaimRoads *self,
               double                   latitude)
{
  const LieuditShapePoint *nodes = (const LieuditShapePoint *) (gpointer) self->nodes->data;
  guint low = 0;
  guint high = self->by_latitude->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (nodes[g_array_index (self->by_latitude, guint, middle)].latitude < latitude)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Over a few kilometres the earth is flat: only the nearest node is measured as it should be. */
static guint
find_node (const LieuditClaimRoads *self,
           LieuditPlace            *place)
{
  const LieuditShapePoint *nodes = (const LieuditShapePoint *) (gpointer) self->nodes->data;
  double latitude = lieudit_place_get_latitude (place);
  double longitude = lieudit_place_get_longitude (place);
  double shrinking = cos (latitude * G_PI / 180.0);
  double reach = 2.0 * TOWN_KM / DEGREE_KM;
  double nearest = reach * reach;
  guint found = NOWHERE;

  for (guint i = find_latitude (self, latitude - reach); i < self->by_latitude->len; i++)
    {
      guint node = g_array_index (self->by_latitude, guint, i);
      double north = nodes[node].latitude - latitude;
      double east = (nodes[node].longitude - longitude) * shrinking;

      if (north > reach)
        break;
      if (north * north + east * east < nearest)
        {
          nearest = north * north + east * east;
          found = node;
        }
    }

  if (found != NOWHERE)
    nearest = lieudit_geodesic_distance (nodes[found].latitude, nodes[found].longitude, latitude, longitude);

  return found != NOWHERE && nearest < TOWN_KM * 1000.0 ? found : NOWHERE;
}

typedef struct
{
  double total;  /* kilometres of the way over this node, at least */
  double length; /* kilometres from where the way begins */
  guint  node;
} Reached;

/* A binary heap, the nearest first. */
static void
push_reached (GArray  *heap,
              Reached  reached)
{
  guint i = heap->len;

  g_array_append_val (heap, reached);
  while (i > 0 && g_array_index (heap, Reached, (i - 1) / 2).total > reached.total)
    {
      g_array_index (heap, Reached, i) = g_array_index (heap, Reached, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  g_array_index (heap, Reached, i) = reached;
}

static Reached
pop_reached (GArray *heap)
{
  Reached nearest = g_array_index (heap, Reached, 0);
  Reached last = g_array_index (heap, Reached, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  for (guint child = 1; child < heap->len; child = 2 * i + 1)
    {
      if (child + 1 < heap->len &&
          g_array_index (heap, Reached, child + 1).total < g_array_index (heap, Reached, child).total)
        child++;
      if (g_array_index (heap, Reached, child).total >= last.total)
        break;
      g_array_index (heap, Reached, i) = g_array_index (heap, Reached, child);
      i = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Reached, i) = last;

  return nearest;
}

/* Never more than the way that is left, as far as roads on board go: the earth is flat enough for that. */
static double
estimate_rest (const LieuditShapePoint *node,
               const LieuditShapePoint *to,
               double                   shrinking)
{
  double north = node->latitude - to->latitude;
  double east = (node->longitude - to->longitude) * shrinking;

  return sqrt (north * north + east * east) * DEGREE_KM * SAFELY_LESS;
}

/* Dijkstra's algorithm, towards where the way ends: Hart, Nilsson and Raphael (1968), "A formal basis for the heuristic
 * determination of minimum cost paths". */
static void
find_ways (const LieuditClaimRoads *self,
           guint                    from,
           guint                    to,
           guint                   *previous)
{
  const LieuditShapePoint *nodes = (const LieuditShapePoint *) (gpointer) self->nodes->data;
  double shrinking = cos (nodes[to].latitude * G_PI / 180.0);
  g_autofree double *lengths = g_new (double, self->nodes->len);
  g_autoptr(GArray) heap = g_array_new (FALSE, FALSE, sizeof (Reached));

  /* Of a node that nothing leads to yet, the length is not read. */
  for (guint i = 0; i < self->nodes->len; i++)
    previous[i] = NOWHERE;
  lengths[from] = 0.0;
  push_reached (heap, (Reached) { 0.0, 0.0, from });

  while (heap->len > 0)
    {
      Reached nearest = pop_reached (heap);
      const GArray *edges = g_ptr_array_index (self->edges, nearest.node);

      if (nearest.node == to)
        return;
      if (nearest.length > lengths[nearest.node])
        continue;

      for (guint i = 0; i < edges->len; i++)
        {
          const Edge *edge = &g_array_index (edges, Edge, i);

          double length = nearest.length + edge->length;

          if (edge->to != from && (previous[edge->to] == NOWHERE || length < lengths[edge->to]))
            {
              lengths[edge->to] = length;
              previous[edge->to] = nearest.node;
              push_reached (heap, (Reached) { length + estimate_rest (&nodes[edge->to], &nodes[to], shrinking), length,
                                              edge->to });
            }
        }
    }
}

/**
 * lieudit_claim_roads_find_path:
 * @self: a network
 * @from: a town
 * @to: another
 *
 * Finds the shortest way over the main roads.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditShapePoint): the way, from @to back to @from; %NULL if the
 *   main roads on board do not link the two
 */
GArray *
lieudit_claim_roads_find_path (const LieuditClaimRoads *self,
                               LieuditPlace            *from,
                               LieuditPlace            *to)
{
  guint start = find_node (self, from);
  guint end = find_node (self, to);
  g_autofree guint *previous = g_new (guint, MAX (self->nodes->len, 1));
  GArray *path;

  if (start == NOWHERE || end == NOWHERE || start == end)
    return NULL;

  find_ways (self, start, end, previous);
  if (previous[end] == NOWHERE)
    return NULL;

  path = g_array_new (FALSE, FALSE, sizeof (LieuditShapePoint));
  for (guint i = end; i != NOWHERE; i = previous[i])
    g_array_append_val (path, g_array_index (self->nodes, LieuditShapePoint, i));

  return path;
}
