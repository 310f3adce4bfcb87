/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/lieudit-clustering.h"

#include <math.h>

static double
distance_between (const LieuditClusterPoint *a,
                  const LieuditClusterPoint *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

static void
fill_with_random_points (LieuditClusterPoint *points,
                         gsize                n_points)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20241130);

  for (gsize i = 0; i < n_points; i++)
    points[i] = (LieuditClusterPoint) {
      .x = g_rand_double_range (random, -500.0, 500.0),
      .y = g_rand_double_range (random, -500.0, 500.0),
      .radius = g_rand_double_range (random, 3.0, 12.0),
      .rank = g_rand_int_range (random, 0, 5),
      .group = i % 2,
    };
}

typedef struct {
  const char *what;
  guint n_points;
  LieuditClusterPoint points[4];
  guint leaders[4];
} ClusterCase;

static const ClusterCase cases[] = {
  { "alone", 1, { { 10.0, 10.0, 8.0, 1.0, 0 } }, { 0 } },
  { "apart", 2, { { 10.0, 10.0, 8.0, 1.0, 0 }, { 30.0, 10.0, 8.0, 1.0, 0 } }, { 0, 1 } },
  { "just touching", 2, { { 10.0, 10.0, 8.0, 1.0, 0 }, { 26.0, 10.0, 8.0, 1.0, 0 } }, { 0, 1 } },
  { "overlapping", 2, { { 10.0, 10.0, 8.0, 1.0, 0 }, { 25.0, 10.0, 8.0, 1.0, 0 } }, { 0, 0 } },
  { "the more important one leads", 2, { { 10.0, 10.0, 8.0, 1.0, 0 }, { 25.0, 10.0, 8.0, 2.0, 0 } }, { 1, 1 } },
  { "the same spot", 3, { { 5.0, 5.0, 8.0, 1.0, 0 }, { 5.0, 5.0, 8.0, 3.0, 0 }, { 5.0, 5.0, 8.0, 2.0, 0 } }, { 1, 1, 1 } },
  { "groups keep apart", 2, { { 10.0, 10.0, 8.0, 1.0, 0 }, { 12.0, 10.0, 8.0, 1.0, 1 } }, { 0, 1 } },
  { "the nearer leader takes it",
    3,
    { { 0.0, 0.0, 8.0, 9.0, 0 }, { 20.0, 0.0, 8.0, 8.0, 0 }, { 12.0, 0.0, 8.0, 1.0, 0 } },
    { 0, 1, 1 } },
  { "a chain does not become one cluster",
    3,
    { { 0.0, 0.0, 8.0, 9.0, 0 }, { 12.0, 0.0, 8.0, 8.0, 0 }, { 24.0, 0.0, 8.0, 7.0, 0 } },
    { 0, 0, 2 } },
  { "across the zero line", 2, { { -3.0, -3.0, 8.0, 1.0, 0 }, { 3.0, 3.0, 8.0, 1.0, 0 } }, { 0, 0 } },
};

static void
test_case (gconstpointer data)
{
  const ClusterCase *expected = data;
  g_autofree guint *leaders = lieudit_cluster_points (expected->points, expected->n_points);

  for (guint i = 0; i < expected->n_points; i++)
    g_assert_cmpuint (leaders[i], ==, expected->leaders[i]);
}

static void
test_no_points (void)
{
  g_autofree guint *leaders = lieudit_cluster_points (NULL, 0);
}

static void
test_a_thousand_points (void)
{
  g_autofree LieuditClusterPoint *points = g_new0 (LieuditClusterPoint, 1000);
  g_autofree guint *leaders = NULL;

  fill_with_random_points (points, 1000);
  leaders = lieudit_cluster_points (points, 1000);
  for (guint i = 0; i < 1000; i++)
    {
      const LieuditClusterPoint *leader = &points[leaders[i]];

      g_assert_cmpuint (leaders[leaders[i]], ==, leaders[i]);
      g_assert_cmpuint (leader->group, ==, points[i].group);
      g_assert_cmpfloat (leader->rank, >=, points[i].rank);
      g_assert_true (leaders[i] == i || distance_between (leader, &points[i]) < leader->radius + points[i].radius);
      for (guint j = 0; j < i; j++)
        if (leaders[i] == i && leaders[j] == j && points[i].group == points[j].group)
          g_assert_cmpfloat (distance_between (&points[i], &points[j]), >=, points[i].radius + points[j].radius);
    }
}

static void
test_moving_all_points_changes_nothing (void)
{
  g_autofree LieuditClusterPoint *points = g_new0 (LieuditClusterPoint, 1000);
  g_autofree guint *before = NULL;
  g_autofree guint *after = NULL;

  fill_with_random_points (points, 1000);
  before = lieudit_cluster_points (points, 1000);
  for (guint i = 0; i < 1000; i++)
    {
      points[i].x += 8192.0;
      points[i].y -= 4096.0;
    }
  after = lieudit_cluster_points (points, 1000);
  for (guint i = 0; i < 1000; i++)
    g_assert_cmpuint (before[i], ==, after[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/clustering/no-points", test_no_points);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/geo/clustering/%s", cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/geo/clustering/thousand", test_a_thousand_points);
  g_test_add_func ("/geo/clustering/translation", test_moving_all_points_changes_nothing);
  return g_test_run ();
}
