/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-zoom.h"

#include "geo/lieudit-mercator.h"

#include <math.h>

/* Halving the interval this often finds a level to a millionth. */
#define N_HALVINGS 20

/**
 * lieudit_map_zoom_from_level:
 * @viewport: a viewport
 * @level: a zoom level as the viewport counts it
 *
 * Finds the zoom level of the projection that @level is. They differ between whole levels: libshumate 1.0 grows the map evenly
 * there and later versions exponentially, so only the size of its tiles can be relied on.
 *
 * Returns: the binary logarithm of the world's size in tiles of 256 pixels
 */
double
lieudit_map_zoom_from_level (ShumateViewport *viewport,
                             double           level)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);

  if (source == NULL)
    return level;
  return floor (level) + log2 (shumate_map_source_get_tile_size_at_zoom (source, level) / LIEUDIT_MERCATOR_TILE_SIZE);
}

/**
 * lieudit_map_zoom_to_level:
 * @viewport: a viewport
 * @zoom: a zoom level of the projection
 *
 * Undoes lieudit_map_zoom_from_level().
 *
 * Returns: the zoom level as the viewport counts it
 */
double
lieudit_map_zoom_to_level (ShumateViewport *viewport,
                           double           zoom)
{
  double low = floor (zoom);
  double high = low + 1.0;

  /* The very end of the interval belongs to the next level. */
  if (zoom == low)
    return zoom;
  for (int i = 0; i < N_HALVINGS; i++)
    {
      double middle = (low + high) / 2.0;

      if (lieudit_map_zoom_from_level (viewport, middle) <= zoom)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * lieudit_map_layer_get_extent:
 * @layer: a layer of a map
 * @extent: (out caller-allocates): what its map shows now
 *
 * Finds out what is in view.
 *
 * Returns: whether anything is: a layer that has no size yet shows nothing
 */
gboolean
lieudit_map_layer_get_extent (ShumateLayer     *layer,
                              LieuditMapExtent *extent)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (layer);
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));
  double longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));

  extent->zoom = lieudit_map_zoom_from_level (viewport, shumate_viewport_get_zoom_level (viewport));
  extent->width = gtk_widget_get_width (GTK_WIDGET (layer));
  extent->height = gtk_widget_get_height (GTK_WIDGET (layer));
  extent->left = lieudit_mercator_longitude_to_x (longitude, extent->zoom) - extent->width / 2.0;
  extent->top = lieudit_mercator_latitude_to_y (latitude, extent->zoom) - extent->height / 2.0;

  return extent->width > 0.0 && extent->height > 0.0;
}
