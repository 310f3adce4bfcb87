/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-geodesic.h"

static void
test_distance (void)
{
  static const struct {
    const char *name;
    double from[2];
    double to[2];
    double distance;
    double tolerance;
  } cases[] = {
    { "New York JFK to London Heathrow", { 40.6413, -73.7781 }, { 51.4700, -0.4543 }, 5557000, 3000 },
    { "a quarter of the meridian, 10,001.966 km by definition of WGS 84", { 0, 0 }, { 90, 0 }, 10001965.729, 0.001 },
    { "a degree of the equator", { 0, 10 }, { 0, 11 }, 111319.491, 0.001 },
    { "across the antimeridian", { 0, 179.5 }, { 0, -179.5 }, 111319.491, 0.001 },
    { "pole to pole", { 90, 0 }, { -90, 120 }, 20003931.459, 0.001 },
    { "nowhere", { 36.2, 37.16 }, { 36.2, 37.16 }, 0, 0 },
    { "one pole by two longitudes", { 90, 0 }, { 90, 77 }, 0, 1e-6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double there = lieudit_geodesic_distance (cases[i].from[0], cases[i].from[1], cases[i].to[0], cases[i].to[1]);
      double back = lieudit_geodesic_distance (cases[i].to[0], cases[i].to[1], cases[i].from[0], cases[i].from[1]);

      g_test_message ("%s: %.3f m", cases[i].name, there);
      g_assert_cmpfloat (there, >=, cases[i].distance - cases[i].tolerance);
      g_assert_cmpfloat (there, <=, cases[i].distance + cases[i].tolerance);
      g_assert_cmpfloat_with_epsilon (there, back, 1e-6);
    }
}

static void
test_azimuth (void)
{
  static const struct {
    const char *name;
    double from[2];
    double to[2];
    double azimuth;
  } cases[] = {
    { "north", { 0, 0 }, { 10, 0 }, 0 },
    { "east", { 0, 0 }, { 0, 10 }, 90 },
    { "south", { 10, 0 }, { 0, 0 }, 180 },
    { "west", { 0, 10 }, { 0, 0 }, 270 },
    { "east across the antimeridian", { 0, 179 }, { 0, -179 }, 90 },
    { "a hair west of north stays below 360", { 0, 0 }, { 80, -1e-300 }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double azimuth = lieudit_geodesic_azimuth (cases[i].from[0], cases[i].from[1], cases[i].to[0], cases[i].to[1]);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpfloat_with_epsilon (azimuth, cases[i].azimuth, 1e-9);
    }
}

static void
test_destination (void)
{
  double latitude;
  double longitude;

  /* To where the distance and the azimuth were measured from. */
  lieudit_geodesic_destination (36.2, 37.16, 225.0, 50000.0, &latitude, &longitude);
  g_assert_cmpfloat_with_epsilon (lieudit_geodesic_distance (36.2, 37.16, latitude, longitude), 50000.0, 0.01);
  g_assert_cmpfloat_with_epsilon (lieudit_geodesic_azimuth (36.2, 37.16, latitude, longitude), 225.0, 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geodesic/distance", test_distance);
  g_test_add_func ("/geodesic/azimuth", test_azimuth);

  g_test_add_func ("/geodesic/destination", test_destination);

  return g_test_run ();
}
