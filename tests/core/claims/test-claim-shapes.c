/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "claims/lieudit-claim-shapes.h"

/* A square with a hole, and a line. */
static const char text[] =
  "# comment\n"
  "coast\t-\t10,0 14,0 14,4 10,4;11,1 12,1 12,2 11,2\n"
  "road\troad:M1\t0,0 0,1 0.5,1.5\n";

static void
test_contains (void)
{
  static const struct {
    const char *where;
    double      latitude;
    double      longitude;
    gboolean    inside;
  } cases[] = {
    { "inside", 3.0, 13.0, TRUE },
    { "in the hole", 1.5, 11.5, FALSE },
    { "west", 3.0, 9.9, FALSE },
    { "north", 4.1, 12.0, FALSE },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditClaimShapes) shapes = lieudit_claim_shapes_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].where);
      g_assert_cmpint (lieudit_shape_contains (lieudit_claim_shapes_get_coast (shapes), cases[i].latitude,
                                               cases[i].longitude), ==, cases[i].inside);
    }
}

static void
test_distance (void)
{
  g_autoptr(LieuditClaimShapes) shapes = lieudit_claim_shapes_parse (text, strlen (text), NULL);
  const GPtrArray *roads = lieudit_claim_shapes_get_roads (shapes);
  double latitude;
  double longitude;
  double distance;

  g_assert_cmpuint (roads->len, ==, 1);
  distance = lieudit_shape_get_distance (g_ptr_array_index (roads, 0), 0.5, 0.2, &latitude, &longitude);

  /* A fifth of a degree of longitude near the equator. */
  g_assert_cmpfloat_with_epsilon (distance, 22.26, 0.05);
  g_assert_cmpfloat_with_epsilon (latitude, 0.5, 0.001);
  g_assert_cmpfloat_with_epsilon (longitude, 0.0, 0.001);
}

static void
test_gap (void)
{
  static const char squares[] =
    "coast\t-\t0,0 1,0 1,1 0,1\n"
    "road\t-\t1.1,0 2,0 2,1 1.1,1\n"
    "road\t-\t40,0 41,0 41,1 40,1\n";
  g_autoptr(LieuditClaimShapes) shapes = lieudit_claim_shapes_parse (squares, strlen (squares), NULL);
  const GPtrArray *others = lieudit_claim_shapes_get_roads (shapes);
  const LieuditShape *square = lieudit_claim_shapes_get_coast (shapes);

  g_assert_cmpfloat_with_epsilon (lieudit_shape_get_gap (square, g_ptr_array_index (others, 0)), 11.13, 0.05);
  g_assert_true (isinf (lieudit_shape_get_gap (square, g_ptr_array_index (others, 1))));
}

static void
test_errors (void)
{
  static const char * const rows[] = {
    "coast", "coast\t-", "coast\t-\t", "coast\t-\t1", "coast\t-\t1,2 ", "coast\t-\t181,0", "coast\t-\t0,91",
    "coast\t-\t1,2;;3,4", "island\t-\t1,2", "coast\t-\tx,2", "coast\t-\t1,2x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditClaimShapes) shapes = lieudit_claim_shapes_parse (rows[i], strlen (rows[i]), &error);

      g_test_message ("%s", rows[i]);
      g_assert_null (shapes);
      g_assert_error (error, LIEUDIT_CLAIM_SHAPES_ERROR, LIEUDIT_CLAIM_SHAPES_ERROR_DAMAGED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claim-shapes/contains", test_contains);
  g_test_add_func ("/claim-shapes/distance", test_distance);
  g_test_add_func ("/claim-shapes/gap", test_gap);
  g_test_add_func ("/claim-shapes/errors", test_errors);

  return g_test_run ();
}
