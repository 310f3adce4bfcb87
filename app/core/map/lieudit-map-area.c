/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outlines of countries and first-level areas, for places that are nowhere in particular. */
#include "config.h"

#include "map/lieudit-map-area.h"

#include "geo/lieudit-mercator.h"

#include <math.h>
#include <string.h>

/* How far beyond the view outlines are drawn, in pixels: more than their lines are wide. */
#define MARGIN 16.0

#define N_EDGES 4

typedef struct {
  double x;
  double y;
} Position;

static LieuditMapPoint
project (double latitude,
         double longitude)
{
  const double zoom = LIEUDIT_BASE_MAP_WORLD_BITS - 8; /* at which a pixel is a unit of the base map */

  return (LieuditMapPoint) {
    (gint32) lround (lieudit_mercator_longitude_to_x (longitude, zoom)),
    (gint32) lround (lieudit_mercator_latitude_to_y (latitude, zoom)),
  };
}

/* Counts how often a ray to the east crosses the outline (M. Shimrat, "Algorithm 112: Position of point relative to polygon", 1962). */
static gboolean
contains (LieuditBaseMap           *base_map,
          const LieuditBaseMapArea *area,
          LieuditMapPoint           point)
{
  gboolean is_inside = FALSE;

  if (point.x < area->box.left || point.x > area->box.right || point.y < area->box.top || point.y > area->box.bottom)
    return FALSE;

  for (guint i = 0; i < area->n_rings; i++)
    {
      guint n_points;
      const LieuditMapPoint *points = lieudit_base_map_get_area_ring (base_map, area, i, &n_points);

      for (guint j = 1; j < n_points; j++)
        {
          const LieuditMapPoint *a = &points[j - 1];
          const LieuditMapPoint *b = &points[j];

          if ((a->y > point.y) != (b->y > point.y)
              && point.x < a->x + ((double) b->x - a->x) * ((double) point.y - a->y) / ((double) b->y - a->y))
            is_inside = !is_inside;
        }
    }

  return is_inside;
}

/**
 * lieudit_map_area_find:
 * @base_map: a base map
 * @kind: what to look for
 * @country: the ISO 3166-1 code of the country that it is, or is in
 * @latitude: a point in it, in degrees; a country is found by its code alone
 * @longitude: a point in it, in degrees
 *
 * Finds the outline of a country or a first-level area.
 *
 * Returns: (transfer none) (nullable): the area, or %NULL if the base map has none
 */
const LieuditBaseMapArea *
lieudit_map_area_find (LieuditBaseMap     *base_map,
                       LieuditMapAreaKind  kind,
                       const char         *country,
                       double              latitude,
                       double              longitude)
{
  const LieuditBaseMapArea *areas;
  LieuditMapPoint point = project (latitude, longitude);
  guint n_areas;

  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (base_map), NULL);

  if (country == NULL || strlen (country) != sizeof areas->country)
    return NULL;

  areas = lieudit_base_map_get_areas (base_map, &n_areas);
  for (guint i = 0; i < n_areas; i++)
    {
      if (areas[i].kind == kind && memcmp (areas[i].country, country, sizeof areas[i].country) == 0
          && (kind == LIEUDIT_MAP_AREA_COUNTRY || contains (base_map, &areas[i], point)))
        return &areas[i];
    }

  return NULL;
}

/**
 * lieudit_map_area_contains:
 * @base_map: the base map that @area is of
 * @area: an area
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * Returns: whether a spot lies in an area
 */
gboolean
lieudit_map_area_contains (LieuditBaseMap           *base_map,
                           const LieuditBaseMapArea *area,
                           double                    latitude,
                           double                    longitude)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (base_map), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  return contains (base_map, area, project (latitude, longitude));
}

/* Where an area's units are on a view: the turn of the world whose middle is nearest to the view's. */
static double
find_origin (const LieuditBaseMapArea *area,
             const LieuditMapExtent   *extent,
             double                    pixels_a_unit)
{
  double world = lieudit_mercator_get_world_size (extent->zoom);
  double middle = ((double) area->box.left + area->box.right) / 2.0 * pixels_a_unit;

  return extent->left - world * round ((extent->left + extent->width / 2.0 - middle) / world);
}

/**
 * lieudit_map_area_covers:
 * @area: an area
 * @extent: what is looked at
 *
 * Tells whether a view lies within the rectangle around an area, so that to tint it would tell nothing.
 *
 * Returns: whether it does
 */
gboolean
lieudit_map_area_covers (const LieuditBaseMapArea *area,
                         const LieuditMapExtent   *extent)
{
  double pixels_a_unit = lieudit_mercator_get_world_size (extent->zoom) / LIEUDIT_BASE_MAP_WORLD;
  double origin = find_origin (area, extent, pixels_a_unit);

  return area->box.left * pixels_a_unit <= origin && area->box.right * pixels_a_unit >= origin + extent->width
         && area->box.top * pixels_a_unit <= extent->top && area->box.bottom * pixels_a_unit >= extent->top + extent->height;
}

static double
distance_inside (const Position         *position,
                 const LieuditMapExtent *extent,
                 guint                   edge)
{
  switch (edge)
    {
    case 0:
      return position->x + MARGIN;
    case 1:
      return extent->width + MARGIN - position->x;
    case 2:
      return position->y + MARGIN;
    default:
      return extent->height + MARGIN - position->y;
    }
}

/* Cuts a ring at one edge of the view (I. Sutherland and G. Hodgman, "Reentrant polygon clipping", 1974). Near the view it would reach
 * beyond what Cairo can count in. */
static GArray *
cut (GArray                 *ring,
     const LieuditMapExtent *extent,
     guint                   edge)
{
  GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (Position), ring->len);

  for (guint i = 0; i < ring->len; i++)
    {
      const Position *last = &g_array_index (ring, Position, (i + ring->len - 1) % ring->len);
      const Position *this = &g_array_index (ring, Position, i);
      double before = distance_inside (last, extent, edge);
      double after = distance_inside (this, extent, edge);

      if ((before < 0.0) != (after < 0.0))
        {
          double part = before / (before - after);
          Position crossing = { last->x + part * (this->x - last->x), last->y + part * (this->y - last->y) };

          g_array_append_val (result, crossing);
        }
      if (after >= 0.0)
        g_array_append_val (result, *this);
    }
  g_array_unref (ring);

  return result;
}

static gboolean
is_in_view (const LieuditBaseMapArea *area,
            const LieuditMapExtent   *extent,
            double                    pixels_a_unit,
            double                    origin)
{
  return area->box.left * pixels_a_unit - origin <= extent->width + MARGIN && area->box.right * pixels_a_unit - origin >= -MARGIN
         && area->box.top * pixels_a_unit - extent->top <= extent->height + MARGIN
         && area->box.bottom * pixels_a_unit - extent->top >= -MARGIN;
}

/* A ring's points in the view's pixels, as far as they are seen apart. */
static GArray *
take_ring (const LieuditMapPoint  *points,
           guint                   n_points,
           const LieuditMapExtent *extent,
           double                  pixels_a_unit,
           double                  origin,
           double                  step)
{
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (Position));

  for (guint i = 0; i < n_points; i++)
    {
      Position position = { points[i].x * pixels_a_unit - origin, points[i].y * pixels_a_unit - extent->top };
      const Position *last = ring->len > 0 ? &g_array_index (ring, Position, ring->len - 1) : NULL;

      if (last == NULL || fabs (position.x - last->x) >= step || fabs (position.y - last->y) >= step)
        g_array_append_val (ring, position);
    }

  return ring;
}

/**
 * lieudit_map_area_add_path:
 * @base_map: the base map that @area is of
 * @area: an area
 * @extent: what is looked at
 * @step: corners nearer to each other than this, in pixels, become one: the softer the edge is drawn, the less is seen of it
 * @cr: where to draw; the origin is the extent's corner
 *
 * Adds the outline of an area to the current path, to be filled by the even-odd rule. It is closed beyond the edges of the view.
 */
void
lieudit_map_area_add_path (LieuditBaseMap           *base_map,
                           const LieuditBaseMapArea *area,
                           const LieuditMapExtent   *extent,
                           double                    step,
                           cairo_t                  *cr)
{
  double pixels_a_unit = lieudit_mercator_get_world_size (extent->zoom) / LIEUDIT_BASE_MAP_WORLD;
  double origin = find_origin (area, extent, pixels_a_unit);

  if (!is_in_view (area, extent, pixels_a_unit, origin))
    return;

  for (guint i = 0; i < area->n_rings; i++)
    {
      guint n_points;
      const LieuditMapPoint *points = lieudit_base_map_get_area_ring (base_map, area, i, &n_points);
      GArray *ring = take_ring (points, n_points, extent, pixels_a_unit, origin, step);

      for (guint edge = 0; edge < N_EDGES; edge++)
        ring = cut (ring, extent, edge);

      cairo_new_sub_path (cr);
      for (guint j = 0; j < ring->len; j++)
        cairo_line_to (cr, g_array_index (ring, Position, j).x, g_array_index (ring, Position, j).y);
      if (ring->len > 0)
        cairo_close_path (cr);
      g_array_unref (ring);
    }
}
