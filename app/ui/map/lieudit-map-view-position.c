/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the map is, to be remembered and gone back to. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

/**
 * lieudit_map_view_get_position:
 * @self: a map
 * @latitude: (out): the middle of the map, in degrees
 * @longitude: (out): the middle of the map, in degrees
 * @zoom: (out): its zoom level
 *
 * Tells where the map is.
 */
void
lieudit_map_view_get_position (LieuditMapView *self,
                               double         *latitude,
                               double         *longitude,
                               double         *zoom)
{
  ShumateViewport *viewport;

  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (latitude != NULL && longitude != NULL && zoom != NULL);

  viewport = shumate_map_get_viewport (self->map);
  *latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));
  *longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  *zoom = shumate_viewport_get_zoom_level (viewport);
}

/**
 * lieudit_map_view_set_position:
 * @self: a map
 * @latitude: the middle of the map, in degrees
 * @longitude: the middle of the map, in degrees
 * @zoom: its zoom level
 *
 * Goes where the map was, and leaves it there however the window is resized.
 */
void
lieudit_map_view_set_position (LieuditMapView *self,
                               double          latitude,
                               double          longitude,
                               double          zoom)
{
  ShumateViewport *viewport;

  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  viewport = shumate_map_get_viewport (self->map);
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
  self->framed = FRAMED_NOTHING;
}
