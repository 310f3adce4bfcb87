/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-view-private.h"

/**
 * lieudit_map_view_add_pin:
 * @self: a map
 *
 * Adds the layer of the pin over those that are there.
 */
void
lieudit_map_view_add_pin (LieuditMapView *self)
{
  ShumateMarkerLayer *layer = shumate_marker_layer_new (shumate_map_get_viewport (self->map));

  self->pin = lieudit_map_pin_new ();
  shumate_marker_layer_add_marker (layer, SHUMATE_MARKER (self->pin));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (layer));
}

/**
 * lieudit_map_view_show_spot:
 * @self: a map
 * @latitude: in degrees
 * @longitude: in degrees
 * @reach: how much to show around the spot, in degrees of latitude, at most 90
 * @pin: (nullable): what is there, for a pin, or %NULL for none, where something marks the spot already
 *
 * Moves the map to a spot that the reader has looked for.
 */
void
lieudit_map_view_show_spot (LieuditMapView *self,
                            double          latitude,
                            double          longitude,
                            double          reach,
                            const char     *pin)
{
  LieuditBounds bounds = lieudit_bounds_around (latitude, longitude, reach);

  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  self->framed = FRAMED_NOTHING;
  lieudit_map_camera_fit (self->camera, &bounds, shumate_viewport_get_max_zoom_level (shumate_map_get_viewport (self->map)), TRUE);
  if (pin != NULL)
    lieudit_map_pin_show (self->pin, latitude, longitude, pin);
  else
    lieudit_map_pin_hide (self->pin);
}

/**
 * lieudit_map_view_reveal_spot:
 * @self: a map
 * @latitude: in degrees
 * @longitude: in degrees
 * @pin: what is there
 *
 * Puts a pin on a spot, and moves the map only when the spot is not well
 * inside the view.
 */
void
lieudit_map_view_reveal_spot (LieuditMapView *self,
                              double          latitude,
                              double          longitude,
                              const char     *pin)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (pin != NULL);

  if (lieudit_map_camera_reveal (self->camera, latitude, longitude, 0.0))
    self->framed = FRAMED_NOTHING;
  lieudit_map_pin_show (self->pin, latitude, longitude, pin);
}

/**
 * lieudit_map_view_remove_pin:
 * @self: a map
 *
 * Takes the pin away, if there is one.
 */
void
lieudit_map_view_remove_pin (LieuditMapView *self)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  lieudit_map_pin_hide (self->pin);
}

/**
 * lieudit_map_view_get_bounds:
 * @self: a map
 * @bounds: (out caller-allocates): what it shows
 *
 * Finds out what is in view.
 */
void
lieudit_map_view_get_bounds (LieuditMapView *self,
                             LieuditBounds  *bounds)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  lieudit_map_camera_get_bounds (self->camera, bounds);
}
