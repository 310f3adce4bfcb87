/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-drawing.h"

#include <math.h>

#include "claims/lieudit-claim-tolerances.h"
#include "geo/lieudit-geodesic.h"

#define RING_STEPS 96
#define SECTOR_STEPS 24

/* Outlines of countries have thousands of points: more than these are not seen. */
#define LONGEST_OUTLINE 4000

static GArray *
add_path (GPtrArray *paths)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (LieuditShapePoint));

  g_ptr_array_add (paths, path);

  return path;
}

static void
add_point (LieuditClaimDrawing *self,
           GArray              *path,
           double               latitude,
           double               longitude,
           gboolean             is_looked_at)
{
  LieuditShapePoint point = { (float) longitude, (float) latitude };

  g_array_append_val (path, point);
  if (is_looked_at)
    lieudit_bounds_extend (&self->bounds, latitude, longitude);
}

static void
add_place (LieuditClaimDrawing *self,
           GArray              *path,
           LieuditPlace        *place)
{
  add_point (self, path, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place), TRUE);
}

static double
get_tolerance (double bearing)
{
  if (fmod (bearing, 90.0) < 1.0)
    return LIEUDIT_CARDINAL_AGREES;

  return fmod (bearing, 45.0) < 1.0 ? LIEUDIT_INTERCARDINAL_AGREES : LIEUDIT_HALF_WIND_AGREES;
}

/* The sector in which the claim is true, as far out as the place is. */
static void
add_sector (LieuditClaimDrawing *self,
            LieuditPlace        *origin,
            double               bearing,
            double               reach)
{
  GArray *path = add_path (self->areas);
  double tolerance = get_tolerance (bearing);

  add_place (self, path, origin);
  for (int i = 0; i <= SECTOR_STEPS; i++)
    {
      double latitude;
      double longitude;

      lieudit_geodesic_destination (lieudit_place_get_latitude (origin), lieudit_place_get_longitude (origin),
                                    bearing - tolerance + 2.0 * tolerance * i / SECTOR_STEPS, reach * 1000.0,
                                    &latitude, &longitude);
      add_point (self, path, latitude, longitude, TRUE);
    }
  add_place (self, path, origin);
}

static void
add_ring (LieuditClaimDrawing *self,
          LieuditPlace        *origin,
          double               radius)
{
  GArray *path = add_path (self->lines);

  for (int i = 0; i <= RING_STEPS; i++)
    {
      double latitude;
      double longitude;

      lieudit_geodesic_destination (lieudit_place_get_latitude (origin), lieudit_place_get_longitude (origin),
                                    360.0 * i / RING_STEPS, radius * 1000.0, &latitude, &longitude);
      add_point (self, path, latitude, longitude, TRUE);
    }
}

/* Each part becomes a path of its own; what is looked at is an area, not all of a river. */
static void
add_shape (LieuditClaimDrawing *self,
           const LieuditShape  *shape,
           GPtrArray           *paths,
           gboolean             is_looked_at)
{
  guint start = 0;
  guint step = 1 + shape->points->len / LONGEST_OUTLINE;

  for (guint part = 0; part < shape->ends->len; part++)
    {
      guint end = g_array_index (shape->ends, guint, part);
      GArray *path = add_path (paths);

      for (guint i = start; i < end; i += step)
        {
          const LieuditShapePoint *point = &g_array_index (shape->points, LieuditShapePoint, i);

          add_point (self, path, point->latitude, point->longitude, is_looked_at);
        }
      start = end;
    }
}

static void
add_way (LieuditClaimDrawing     *self,
         const LieuditClaimRoads *roads,
         LieuditPlace            *from,
         LieuditPlace            *to)
{
  GArray *way = lieudit_claim_roads_find_path (roads, from, to);

  if (way != NULL)
    g_ptr_array_add (self->lines, way);
}

static void
draw_objects (LieuditClaimDrawing      *self,
              LieuditClaim             *claim,
              const LieuditClaimShapes *shapes,
              const LieuditClaimRoads  *roads)
{
  LieuditPlace *subject = lieudit_claim_get_subject (claim);
  guint n_objects = lieudit_claim_get_n_objects (claim);

  for (guint i = 0; i < n_objects; i++)
    {
      LieuditPlace *object = lieudit_claim_get_object (claim, i);
      const LieuditShape *shape = object != NULL ? lieudit_claim_shapes_find (shapes, object) : NULL;
      gboolean is_area;

      if (object == NULL)
        continue;

      is_area = lieudit_feature_is_area (lieudit_place_get_feature_code (object));
      if (shape != NULL)
        {
          add_shape (self, shape, is_area ? self->areas : self->lines, is_area);
        }
      else if (subject != NULL)
        {
          GArray *path = add_path (self->lines);

          add_place (self, path, subject);
          add_place (self, path, object);
        }
      if (i > 0 && (lieudit_claim_get_relation (claim) == LIEUDIT_RELATION_JUNCTION ||
                    lieudit_claim_get_relation (claim) == LIEUDIT_RELATION_ROAD))
        add_way (self, roads, lieudit_claim_get_object (claim, 0), object);
    }
}

/**
 * lieudit_claim_draw:
 * @claim: a claim that was checked
 * @shapes: areas and lines
 * @roads: the network of main roads
 *
 * Draws what a claim says: the sector of a direction, the ring of a distance,
 * the outline of an area, a river or a road, and the line between the places.
 *
 * Returns: (transfer full) (nullable): the drawing; %NULL if no place of the claim is known
 */
LieuditClaimDrawing *
lieudit_claim_draw (LieuditClaim             *claim,
                    const LieuditClaimShapes *shapes,
                    const LieuditClaimRoads  *roads)
{
  g_autoptr(LieuditClaimDrawing) self = g_new0 (LieuditClaimDrawing, 1);
  LieuditPlace *subject = lieudit_claim_get_subject (claim);
  LieuditPlace *object = lieudit_claim_get_n_objects (claim) > 0 ? lieudit_claim_get_object (claim, 0) : NULL;
  LieuditPlace *labelled = subject != NULL ? subject : object;
  double stated = lieudit_claim_get_stated_distance (claim);
  double measured = lieudit_claim_get_measured_distance (claim);
  gboolean is_outside = (lieudit_claim_get_flags (claim) & LIEUDIT_RELATION_IS_INSIDE) == 0;

  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->bounds = lieudit_bounds_empty ();
  if (labelled == NULL)
    return NULL;

  self->latitude = lieudit_place_get_latitude (labelled);
  self->longitude = lieudit_place_get_longitude (labelled);
  lieudit_bounds_extend (&self->bounds, self->latitude, self->longitude);

  if (subject != NULL && lieudit_claim_shapes_find (shapes, subject) != NULL)
    add_shape (self, lieudit_claim_shapes_find (shapes, subject), self->areas, TRUE);
  draw_objects (self, claim, shapes, roads);
  if (object != NULL && !isnan (lieudit_claim_get_stated_bearing (claim)) && is_outside)
    add_sector (self, object, lieudit_claim_get_stated_bearing (claim),
                !isnan (stated) ? stated * LIEUDIT_DISTANCE_LONGEST : !isnan (measured) ? measured * 1.2 : 50.0);
  if (object != NULL && !isnan (stated))
    add_ring (self, object, stated);

  return g_steal_pointer (&self);
}

/**
 * lieudit_claim_drawing_free:
 * @self: a drawing
 *
 * Frees a drawing.
 */
void
lieudit_claim_drawing_free (LieuditClaimDrawing *self)
{
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->lines);
  g_free (self);
}
