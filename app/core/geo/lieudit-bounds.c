/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-bounds.h"

#include <math.h>

/* Of latitude. */
#define METRES_PER_DEGREE 111e3

/* Width of a span of longitudes that may cross the antimeridian. */
static double
width (double west,
       double east)
{
  return east >= west ? east - west : east - west + 360.0;
}

/**
 * lieudit_bounds_empty:
 *
 * Returns: bounds that hold nothing, to extend
 */
LieuditBounds
lieudit_bounds_empty (void)
{
  return (LieuditBounds) { 90.0, 180.0, -90.0, -180.0 };
}

/**
 * lieudit_bounds_around:
 * @latitude: in degrees
 * @longitude: in degrees, from -180 to 180
 * @reach: how far the bounds reach north and south, in degrees of latitude,
 *   at most 90
 *
 * Returns: bounds about as wide as high around the point
 */
LieuditBounds
lieudit_bounds_around (double latitude,
                       double longitude,
                       double reach)
{
  LieuditBounds self = { MAX (latitude - reach, -90.0), -180.0, MIN (latitude + reach, 90.0), 180.0 };
  double reach_east = reach / MAX (cos (latitude * G_PI / 180.0), 1e-6);

  if (reach_east < 180.0)
    {
      self.west = longitude - reach_east < -180.0 ? longitude - reach_east + 360.0 : longitude - reach_east;
      self.east = longitude + reach_east > 180.0 ? longitude + reach_east - 360.0 : longitude + reach_east;
    }

  return self;
}

/**
 * lieudit_bounds_is_empty:
 * @self: bounds
 *
 * Returns: whether @self holds no point at all
 */
gboolean
lieudit_bounds_is_empty (const LieuditBounds *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->south > self->north;
}

/**
 * lieudit_bounds_extend:
 * @self: bounds
 * @latitude: in degrees
 * @longitude: in degrees, from -180 to 180
 *
 * Widens @self until it holds the point, eastwards or westwards, whichever
 * takes less.
 */
void
lieudit_bounds_extend (LieuditBounds *self,
                       double         latitude,
                       double         longitude)
{
  g_return_if_fail (self != NULL);

  if (lieudit_bounds_is_empty (self))
    {
      *self = (LieuditBounds) { latitude, longitude, latitude, longitude };
      return;
    }

  self->south = MIN (self->south, latitude);
  self->north = MAX (self->north, latitude);

  if (width (self->west, longitude) <= width (self->west, self->east))
    return;

  if (width (self->west, longitude) < width (longitude, self->east))
    self->east = longitude;
  else
    self->west = longitude;
}

/**
 * lieudit_bounds_extend_around:
 * @self: bounds
 * @latitude: in degrees
 * @longitude: in degrees, from -180 to 180
 * @radius: how far what is there reaches, in metres
 *
 * Widens @self until it holds all of an area, about.
 */
void
lieudit_bounds_extend_around (LieuditBounds *self,
                              double         latitude,
                              double         longitude,
                              double         radius)
{
  LieuditBounds around = lieudit_bounds_around (latitude, longitude, MIN (radius / METRES_PER_DEGREE, 90.0));

  g_return_if_fail (self != NULL);

  lieudit_bounds_extend (self, latitude, longitude);
  lieudit_bounds_extend (self, around.south, around.west);
  lieudit_bounds_extend (self, around.north, around.east);
}

/**
 * lieudit_bounds_contains:
 * @self: bounds
 * @latitude: in degrees
 * @longitude: in degrees, from -180 to 180
 *
 * Returns: whether the point lies in @self or on its edge
 */
gboolean
lieudit_bounds_contains (const LieuditBounds *self,
                         double               latitude,
                         double               longitude)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !lieudit_bounds_is_empty (self) &&
         latitude >= self->south && latitude <= self->north &&
         width (self->west, longitude) <= width (self->west, self->east);
}

/**
 * lieudit_bounds_get_centre:
 * @self: bounds that are not empty
 * @latitude: (out): latitude of the centre, in degrees
 * @longitude: (out): longitude of the centre, in degrees
 *
 * Finds the middle of the rectangle, halfway between its latitudes and its
 * longitudes.
 */
void
lieudit_bounds_get_centre (const LieuditBounds *self,
                           double              *latitude,
                           double              *longitude)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (latitude != NULL && longitude != NULL);

  *latitude = (self->south + self->north) / 2.0;
  *longitude = self->west + width (self->west, self->east) / 2.0;
  if (*longitude > 180.0)
    *longitude -= 360.0;
}
