/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-geodesic.h"

#include <geodesic.h>
#include <math.h>

/* The World Geodetic System 1984: equatorial radius in metres, flattening. */
#define WGS84_RADIUS 6378137.0
#define WGS84_FLATTENING (1.0 / 298.257223563)

static void
solve_inverse (double  latitude_a,
               double  longitude_a,
               double  latitude_b,
               double  longitude_b,
               double *distance,
               double *azimuth)
{
  struct geod_geodesic ellipsoid;

  geod_init (&ellipsoid, WGS84_RADIUS, WGS84_FLATTENING);
  geod_inverse (&ellipsoid, latitude_a, longitude_a, latitude_b, longitude_b, distance, azimuth, NULL);
}

/**
 * lieudit_geodesic_distance:
 * @latitude_a: latitude of the first point, in degrees
 * @longitude_a: longitude of the first point, in degrees
 * @latitude_b: latitude of the second point, in degrees
 * @longitude_b: longitude of the second point, in degrees
 *
 * Measures along the WGS 84 ellipsoid. The algorithm is Karney's, from
 * "Algorithms for geodesics", Journal of Geodesy 87 (2013), as PROJ has it.
 *
 * Returns: the distance, in metres
 */
double
lieudit_geodesic_distance (double latitude_a,
                           double longitude_a,
                           double latitude_b,
                           double longitude_b)
{
  double distance = 0.0;

  solve_inverse (latitude_a, longitude_a, latitude_b, longitude_b, &distance, NULL);
  return distance;
}

/**
 * lieudit_geodesic_azimuth:
 * @latitude_a: latitude of the first point, in degrees
 * @longitude_a: longitude of the first point, in degrees
 * @latitude_b: latitude of the second point, in degrees
 * @longitude_b: longitude of the second point, in degrees
 *
 * Tells in which direction the second point lies from the first.
 *
 * Returns: degrees clockwise from north, from 0 up to but not including 360
 */
double
lieudit_geodesic_azimuth (double latitude_a,
                          double longitude_a,
                          double latitude_b,
                          double longitude_b)
{
  double azimuth = 0.0;

  solve_inverse (latitude_a, longitude_a, latitude_b, longitude_b, NULL, &azimuth);
  return fmod (azimuth + 360.0, 360.0);
}
