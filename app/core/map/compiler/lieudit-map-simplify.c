/* SPDX-License-Identifier: GPL-3.0-or-later */
/* M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points", The Cartographic Journal 30 (1993):
 * the point whose triangle with its neighbours is the smallest goes first, until every triangle left is large enough. */
#include "config.h"

#include "map/compiler/lieudit-map-simplify.h"

#include <math.h>

typedef struct {
  guint previous;
  guint next;
  guint heap_index;
  double area;
} Vertex;

/* A binary heap of vertices, the smallest area on top. */
typedef struct {
  Vertex *vertices;
  guint *items;
  guint length;
} Heap;

static gboolean
goes_before (const Heap *heap,
             guint       a,
             guint       b)
{
  if (heap->vertices[a].area != heap->vertices[b].area)
    return heap->vertices[a].area < heap->vertices[b].area;

  return a < b;
}

static void
place (Heap *heap,
       guint index,
       guint vertex)
{
  heap->items[index] = vertex;
  heap->vertices[vertex].heap_index = index;
}

static void
sift_up (Heap *heap,
         guint index)
{
  guint vertex = heap->items[index];

  while (index > 0 && goes_before (heap, vertex, heap->items[(index - 1) / 2]))
    {
      place (heap, index, heap->items[(index - 1) / 2]);
      index = (index - 1) / 2;
    }

  place (heap, index, vertex);
}

static void
sift_down (Heap *heap,
           guint index)
{
  guint vertex = heap->items[index];

  while (2 * index + 1 < heap->length)
    {
      guint child = 2 * index + 1;

      if (child + 1 < heap->length && goes_before (heap, heap->items[child + 1], heap->items[child]))
        child++;
      if (!goes_before (heap, heap->items[child], vertex))
        break;

      place (heap, index, heap->items[child]);
      index = child;
    }

  place (heap, index, vertex);
}

static guint
take_smallest (Heap *heap)
{
  guint smallest = heap->items[0];

  heap->length--;
  if (heap->length > 0)
    {
      place (heap, 0, heap->items[heap->length]);
      sift_down (heap, 0);
    }

  return smallest;
}

static double
triangle_area (const LieuditMapPoint *a,
               const LieuditMapPoint *b,
               const LieuditMapPoint *c)
{
  return fabs (((double) b->x - a->x) * ((double) c->y - a->y) - ((double) c->x - a->x) * ((double) b->y - a->y)) / 2.0;
}

/* A neighbour of a removed point never counts less than the removed one did, so that the order of removal is stable. */
static void
update_vertex (Heap                  *heap,
               const LieuditMapPoint *points,
               guint                  n_points,
               guint                  vertex,
               double                 least)
{
  Vertex *v = &heap->vertices[vertex];

  if (vertex == 0 || vertex == n_points - 1)
    return;

  v->area = MAX (least, triangle_area (&points[v->previous], &points[vertex], &points[v->next]));
  sift_up (heap, v->heap_index);
  sift_down (heap, v->heap_index);
}

static void
remove_vertices (Heap                  *heap,
                 const LieuditMapPoint *points,
                 guint                  n_points,
                 double                 smallest_area)
{
  Vertex *vertices = heap->vertices;

  while (heap->length > 0 && vertices[heap->items[0]].area < smallest_area)
    {
      guint removed = take_smallest (heap);
      Vertex *v = &vertices[removed];

      vertices[v->previous].next = v->next;
      vertices[v->next].previous = v->previous;
      update_vertex (heap, points, n_points, v->previous, v->area);
      update_vertex (heap, points, n_points, v->next, v->area);
    }
}

/* Returns a copy of a line or closed ring without its details; the ends stay. */
GArray *
lieudit_map_simplify (const GArray *points,
                      double        smallest_area)
{
  const LieuditMapPoint *data = (const LieuditMapPoint *) points->data;
  GArray *result = g_array_new (FALSE, FALSE, sizeof (LieuditMapPoint));
  guint n_points = points->len;
  g_autofree Vertex *vertices = g_new0 (Vertex, MAX (n_points, 1));
  g_autofree guint *items = g_new0 (guint, MAX (n_points, 1));
  Heap heap = { vertices, items, 0 };

  if (n_points < 3 || smallest_area <= 0.0)
    {
      g_array_append_vals (result, data, n_points);
      return result;
    }

  vertices[0].next = 1;
  for (guint i = 1; i + 1 < n_points; i++)
    {
      vertices[i] = (Vertex) { i - 1, i + 1, 0, triangle_area (&data[i - 1], &data[i], &data[i + 1]) };
      heap.length++;
      place (&heap, heap.length - 1, i);
      sift_up (&heap, heap.length - 1);
    }

  remove_vertices (&heap, data, n_points, smallest_area);

  for (guint i = 0; i != n_points - 1; i = vertices[i].next)
    g_array_append_val (result, data[i]);
  g_array_append_val (result, data[n_points - 1]);

  return result;
}

/* The area a closed ring goes around, in square units (the shoelace formula). */
double
lieudit_map_ring_area (const GArray *ring)
{
  const LieuditMapPoint *points = (const LieuditMapPoint *) ring->data;
  double sum = 0.0;

  for (guint i = 0; i + 1 < ring->len; i++)
    sum += (double) points[i].x * points[i + 1].y - (double) points[i + 1].x * points[i].y;

  return fabs (sum) / 2.0;
}
