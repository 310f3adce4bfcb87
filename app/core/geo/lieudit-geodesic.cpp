/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-geodesic.h"

#include <cmath>

#include <GeographicLib/Geodesic.hpp>

/* In C++, for the sake of GeographicLib. Its C twin, the geodesic.h of PROJ, comes with thirty more libraries (curl,
 * tiff, sqlite…), whose loading took longer than reading an article. */

/**
 * lieudit_geodesic_distance:
 * @latitude_a: latitude of the first point, in degrees
 * @longitude_a: longitude of the first point, in degrees
 * @latitude_b: latitude of the second point, in degrees
 * @longitude_b: longitude of the second point, in degrees
 *
 * Measures along the WGS 84 ellipsoid. The algorithm is Karney's, from
 * "Algorithms for geodesics", Journal of Geodesy 87 (2013), by its author's GeographicLib.
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

  GeographicLib::Geodesic::WGS84 ().Inverse (latitude_a, longitude_a, latitude_b, longitude_b, distance);

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
  double azimuth_a = 0.0;
  double azimuth_b = 0.0;

  GeographicLib::Geodesic::WGS84 ().Inverse (latitude_a, longitude_a, latitude_b, longitude_b, azimuth_a, azimuth_b);

  return std::fmod (azimuth_a + 360.0, 360.0);
}

/**
 * lieudit_geodesic_destination:
 * @latitude: latitude of a point, in degrees
 * @longitude: longitude of a point, in degrees
 * @azimuth: in which direction to go, in degrees clockwise from north
 * @distance: how far, in metres
 * @destination_latitude: (out): where that leads, in degrees
 * @destination_longitude: (out): where that leads, in degrees
 *
 * Follows a geodesic.
 */
void
lieudit_geodesic_destination (double  latitude,
                              double  longitude,
                              double  azimuth,
                              double  distance,
                              double *destination_latitude,
                              double *destination_longitude)
{
  GeographicLib::Geodesic::WGS84 ().Direct (latitude, longitude, azimuth, distance, *destination_latitude,
                                            *destination_longitude);
}
