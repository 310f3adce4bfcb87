/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/compiler/lieudit-map-shape.h"

#include "geo/lieudit-mercator.h"

#include <math.h>

LieuditMapShape *
lieudit_map_shape_new (guint8 class_bits,
                       guint8 min_zoom)
{
  LieuditMapShape *self = g_new0 (LieuditMapShape, 1);

  self->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->class_bits = class_bits;
  self->min_zoom = min_zoom;

  return self;
}

void
lieudit_map_shape_free (LieuditMapShape *self)
{
  g_ptr_array_unref (self->rings);
  g_free (self);
}

guint
lieudit_map_shape_n_points (const LieuditMapShape *self)
{
  guint n_points = 0;

  for (guint i = 0; i < self->rings->len; i++)
    n_points += ((GArray *) self->rings->pdata[i])->len;

  return n_points;
}

LieuditMapBox
lieudit_map_points_get_box (const LieuditMapPoint *points,
                            guint                  n_points)
{
  LieuditMapBox box = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < n_points; i++)
    {
      box.left = MIN (box.left, points[i].x);
      box.top = MIN (box.top, points[i].y);
      box.right = MAX (box.right, points[i].x);
      box.bottom = MAX (box.bottom, points[i].y);
    }

  return box;
}

/* Projects a GeoJSON position. The zoom is the one at which a pixel is a unit of the base map. */
gboolean
lieudit_map_point_from_json (JsonArray       *coordinates,
                             LieuditMapPoint *point)
{
  const double zoom = LIEUDIT_BASE_MAP_WORLD_BITS - 8;
  double longitude, latitude;

  if (coordinates == NULL || json_array_get_length (coordinates) < 2)
    return FALSE;

  longitude = json_array_get_double_element (coordinates, 0);
  latitude = json_array_get_double_element (coordinates, 1);
  if (!(fabs (longitude) <= 180.0) || !(fabs (latitude) <= 90.0))
    return FALSE;

  point->x = (gint32) lround (lieudit_mercator_longitude_to_x (longitude, zoom));
  point->y = (gint32) lround (lieudit_mercator_latitude_to_y (latitude, zoom));

  return TRUE;
}

static gboolean
add_ring (LieuditMapShape *self,
          JsonArray       *positions)
{
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (LieuditMapPoint));

  for (guint i = 0; i < json_array_get_length (positions); i++)
    {
      LieuditMapPoint point;

      if (!lieudit_map_point_from_json (json_array_get_array_element (positions, i), &point))
        return FALSE;

      g_array_append_val (ring, point);
    }

  g_ptr_array_add (self->rings, g_steal_pointer (&ring));

  return TRUE;
}

static gboolean
add_rings (LieuditMapShape *self,
           JsonArray       *rings)
{
  for (guint i = 0; i < json_array_get_length (rings); i++)
    {
      if (!add_ring (self, json_array_get_array_element (rings, i)))
        return FALSE;
    }

  return TRUE;
}

/* Reads a GeoJSON feature whose geometry is a LineString, a Polygon or a MultiPolygon; returns NULL for any other. */
LieuditMapShape *
lieudit_map_shape_from_json (JsonObject *feature,
                             guint8      class_bits,
                             guint8      min_zoom)
{
  g_autoptr (LieuditMapShape) self = lieudit_map_shape_new (class_bits, min_zoom);
  JsonObject *geometry = json_object_get_object_member (feature, "geometry");
  const char *type = json_object_get_string_member_with_default (geometry, "type", "");
  JsonArray *coordinates = json_object_get_array_member (geometry, "coordinates");

  if (g_str_equal (type, "LineString"))
    return add_ring (self, coordinates) ? g_steal_pointer (&self) : NULL;

  if (g_str_equal (type, "Polygon"))
    return add_rings (self, coordinates) ? g_steal_pointer (&self) : NULL;

  if (!g_str_equal (type, "MultiPolygon"))
    return NULL;

  for (guint i = 0; i < json_array_get_length (coordinates); i++)
    {
      if (!add_rings (self, json_array_get_array_element (coordinates, i)))
        return NULL;
    }

  return g_steal_pointer (&self);
}
