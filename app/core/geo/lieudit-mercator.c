/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web Mercator (EPSG:3857): the sphere of radius 6,378,137 m projected on a square, with the origin at the top left. The formulas
 * are those of J. P. Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395 (1987), pages 41 and 44. */
#include "geo/lieudit-mercator.h"

#include <math.h>

/* The equator's length, in metres, on the sphere of EPSG:3857. */
#define EQUATOR (2 * G_PI * 6378137.0)
#define MAX_ZOOM 24.0

/**
 * lieudit_mercator_get_world_size:
 * @zoom: a zoom level, not necessarily whole
 *
 * Gets the side of the square world.
 *
 * Returns: the side, in pixels
 */
double
lieudit_mercator_get_world_size (double zoom)
{
  return LIEUDIT_MERCATOR_TILE_SIZE * exp2 (zoom);
}

/**
 * lieudit_mercator_longitude_to_x:
 * @longitude: a longitude, in degrees; beyond 180 it is another turn around the world
 * @zoom: a zoom level, not necessarily whole
 *
 * Projects a longitude.
 *
 * Returns: pixels from the antimeridian, eastwards
 */
double
lieudit_mercator_longitude_to_x (double longitude,
                                 double zoom)
{
  return (longitude + 180.0) / 360.0 * lieudit_mercator_get_world_size (zoom);
}

/**
 * lieudit_mercator_latitude_to_y:
 * @latitude: a latitude, in degrees; beyond %LIEUDIT_MERCATOR_MAX_LATITUDE it is taken for that
 * @zoom: a zoom level, not necessarily whole
 *
 * Projects a latitude.
 *
 * Returns: pixels from the northern edge, southwards
 */
double
lieudit_mercator_latitude_to_y (double latitude,
                                double zoom)
{
  double radians;

  latitude = CLAMP (latitude, -LIEUDIT_MERCATOR_MAX_LATITUDE, LIEUDIT_MERCATOR_MAX_LATITUDE);
  radians = latitude * G_PI / 180.0;

  return (1.0 - asinh (tan (radians)) / G_PI) / 2.0 * lieudit_mercator_get_world_size (zoom);
}

/**
 * lieudit_mercator_x_to_longitude:
 * @x: pixels from the antimeridian, eastwards
 * @zoom: a zoom level, not necessarily whole
 *
 * Undoes lieudit_mercator_longitude_to_x().
 *
 * Returns: a longitude, in degrees
 */
double
lieudit_mercator_x_to_longitude (double x,
                                 double zoom)
{
  return x / lieudit_mercator_get_world_size (zoom) * 360.0 - 180.0;
}

/**
 * lieudit_mercator_y_to_latitude:
 * @y: pixels from the northern edge, southwards
 * @zoom: a zoom level, not necessarily whole
 *
 * Undoes lieudit_mercator_latitude_to_y().
 *
 * Returns: a latitude, in degrees, within %LIEUDIT_MERCATOR_MAX_LATITUDE of the equator
 */
double
lieudit_mercator_y_to_latitude (double y,
                                double zoom)
{
  double size = lieudit_mercator_get_world_size (zoom);

  y = CLAMP (y, 0.0, size);

  return atan (sinh (G_PI * (1.0 - 2.0 * y / size))) * 180.0 / G_PI;
}

/**
 * lieudit_mercator_get_metres_per_pixel:
 * @latitude: a latitude, in degrees
 * @zoom: a zoom level, not necessarily whole
 *
 * Gets how much ground a pixel covers, which shrinks towards the poles.
 *
 * Returns: metres a pixel
 */
double
lieudit_mercator_get_metres_per_pixel (double latitude,
                                       double zoom)
{
  latitude = CLAMP (latitude, -LIEUDIT_MERCATOR_MAX_LATITUDE, LIEUDIT_MERCATOR_MAX_LATITUDE);

  return EQUATOR * cos (latitude * G_PI / 180.0) / lieudit_mercator_get_world_size (zoom);
}

/**
 * lieudit_mercator_get_zoom_for_bounds:
 * @bounds: what is to be seen
 * @width: the width of the view, in pixels
 * @height: the height of the view, in pixels
 *
 * Finds the closest zoom level at which the whole of @bounds fits the view.
 *
 * Returns: a zoom level, not whole, from 0 to 24; 24 for a single point
 */
double
lieudit_mercator_get_zoom_for_bounds (const LieuditBounds *bounds,
                                      double               width,
                                      double               height)
{
  double degrees, horizontal, vertical;

  g_return_val_if_fail (bounds != NULL, 0.0);

  degrees = bounds->east - bounds->west;
  if (degrees < 0.0)
    degrees += 360.0;

  horizontal = degrees / 360.0 * LIEUDIT_MERCATOR_TILE_SIZE;
  vertical = lieudit_mercator_latitude_to_y (bounds->south, 0.0) - lieudit_mercator_latitude_to_y (bounds->north, 0.0);

  horizontal = horizontal > 0.0 ? log2 (MAX (width, 1.0) / horizontal) : MAX_ZOOM;
  vertical = vertical > 0.0 ? log2 (MAX (height, 1.0) / vertical) : MAX_ZOOM;

  return CLAMP (MIN (horizontal, vertical), 0.0, MAX_ZOOM);
}
