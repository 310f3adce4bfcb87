/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-bounds.h"

static void
test_empty (void)
{
  LieuditBounds bounds = lieudit_bounds_empty ();

  g_assert_true (lieudit_bounds_is_empty (&bounds));
  g_assert_false (lieudit_bounds_contains (&bounds, 0, 0));

  lieudit_bounds_extend (&bounds, 36.2, 37.16);

  g_assert_false (lieudit_bounds_is_empty (&bounds));
  g_assert_true (lieudit_bounds_contains (&bounds, 36.2, 37.16));
  g_assert_false (lieudit_bounds_contains (&bounds, 36.2, 37.17));
}

static void
test_extend (void)
{
  static const struct {
    const char *name;
    double points[3][2];
    LieuditBounds bounds;
    double centre[2];
  } cases[] = {
    { "around Null Island", { { -10, -20 }, { 10, 20 }, { 0, 0 } }, { -10, -20, 10, 20 }, { 0, 0 } },
    { "westwards", { { 33, 36 }, { 36, 35 }, { 34, 35.5 } }, { 33, 35, 36, 36 }, { 34.5, 35.5 } },
    { "one point", { { 33, 36 }, { 33, 36 }, { 33, 36 } }, { 33, 36, 33, 36 }, { 33, 36 } },
    { "eastwards across the antimeridian", { { -17, 170 }, { -18, 178 }, { -14, -172 } }, { -18, 170, -14, -172 }, { -16, 179 } },
    { "westwards across the antimeridian", { { -14, -172 }, { -18, 178 }, { -17, 170 } }, { -18, 170, -14, -172 }, { -16, 179 } },
    { "far across the antimeridian", { { 0, 170 }, { 0, -150 }, { 0, -170 } }, { 0, 170, 0, -150 }, { 0, -170 } },
    { "to the antimeridian", { { 0, 170 }, { 0, 180 }, { 0, -180 } }, { 0, 170, 0, 180 }, { 0, 175 } },
    { "pole to pole", { { -90, 5 }, { 90, 5 }, { 0, 5 } }, { -90, 5, 90, 5 }, { 0, 5 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditBounds bounds = lieudit_bounds_empty ();
      double latitude, longitude;

      g_test_message ("%s", cases[i].name);
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].points); j++)
        lieudit_bounds_extend (&bounds, cases[i].points[j][0], cases[i].points[j][1]);

      g_assert_cmpfloat (bounds.south, ==, cases[i].bounds.south);
      g_assert_cmpfloat (bounds.west, ==, cases[i].bounds.west);
      g_assert_cmpfloat (bounds.north, ==, cases[i].bounds.north);
      g_assert_cmpfloat (bounds.east, ==, cases[i].bounds.east);
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].points); j++)
        g_assert_true (lieudit_bounds_contains (&bounds, cases[i].points[j][0], cases[i].points[j][1]));

      lieudit_bounds_get_centre (&bounds, &latitude, &longitude);
      g_assert_cmpfloat (latitude, ==, cases[i].centre[0]);
      g_assert_cmpfloat (longitude, ==, cases[i].centre[1]);
    }
}

static void
test_contains_across_the_antimeridian (void)
{
  LieuditBounds fiji = { -20, 177, -16, -178 };

  g_assert_true (lieudit_bounds_contains (&fiji, -18, 178));
  g_assert_true (lieudit_bounds_contains (&fiji, -18, 180));
  g_assert_true (lieudit_bounds_contains (&fiji, -18, -180));
  g_assert_true (lieudit_bounds_contains (&fiji, -18, -179));
  g_assert_false (lieudit_bounds_contains (&fiji, -18, 0));
  g_assert_false (lieudit_bounds_contains (&fiji, -18, 176));
  g_assert_false (lieudit_bounds_contains (&fiji, -18, -177));
  g_assert_false (lieudit_bounds_contains (&fiji, -21, 179));
}

static void
test_around (void)
{
  LieuditBounds idlib = lieudit_bounds_around (60, 36, 1);
  LieuditBounds fiji = lieudit_bounds_around (0, 179.5, 1);
  LieuditBounds pole = lieudit_bounds_around (90, 0, 1);

  g_assert_cmpfloat_with_epsilon (idlib.south, 59, 1e-9);
  g_assert_cmpfloat_with_epsilon (idlib.north, 61, 1e-9);
  g_assert_cmpfloat_with_epsilon (idlib.west, 34, 1e-9);
  g_assert_cmpfloat_with_epsilon (idlib.east, 38, 1e-9);

  g_assert_true (lieudit_bounds_contains (&fiji, 0, -179.6));
  g_assert_false (lieudit_bounds_contains (&fiji, 0, -179.4));
  g_assert_false (lieudit_bounds_contains (&fiji, 0, 0));

  g_assert_true (lieudit_bounds_contains (&pole, 89.5, 123));
  g_assert_false (lieudit_bounds_contains (&pole, 88.5, 0));
}

static void
test_extend_around (void)
{
  LieuditBounds bounds = { 30, 34, 31, 35 };

  lieudit_bounds_extend_around (&bounds, 33, 40, 111e3);
  g_assert_cmpfloat (bounds.south, ==, 30.0);
  g_assert_cmpfloat (bounds.west, ==, 34.0);
  g_assert_cmpfloat_with_epsilon (bounds.north, 34.0, 0.1);
  g_assert_cmpfloat_with_epsilon (bounds.east, 41.2, 0.1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bounds/empty", test_empty);
  g_test_add_func ("/bounds/extend", test_extend);
  g_test_add_func ("/bounds/contains-across-the-antimeridian", test_contains_across_the_antimeridian);
  g_test_add_func ("/bounds/around", test_around);
  g_test_add_func ("/bounds/extend-around", test_extend_around);

  return g_test_run ();
}
