/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/lieudit-label-placement.h"

static const LieuditPixelBox view = { 0.0, 0.0, 1000.0, 800.0 };

static LieuditLabel
label_at (double x,
          double y,
          double rank)
{
  return (LieuditLabel) { .x = x, .y = y, .symbol_radius = 8.0, .label_width = 60.0, .label_height = 16.0, .rank = rank };
}

static gboolean
overlap (LieuditPixelBox a,
         LieuditPixelBox b)
{
  return a.width > 0.0 && b.width > 0.0 && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

static LieuditPixelBox
symbol_of (const LieuditLabel          *label,
           const LieuditLabelPlacement *placement)
{
  double radius = label->symbol_radius;

  return (LieuditPixelBox) { placement->x - radius, placement->y - radius, 2.0 * radius, 2.0 * radius };
}

static gboolean
found_no_room (const LieuditLabel          *label,
               const LieuditLabelPlacement *placement)
{
  return label->freedom > 0.0 && placement->side == LIEUDIT_LABEL_SIDE_NONE;
}

static void
assert_nothing_covers_a_label (const LieuditLabel          *labels,
                               const LieuditLabelPlacement *placements,
                               gsize                        n_labels)
{
  for (gsize i = 0; i < n_labels; i++)
    for (gsize j = 0; j < n_labels; j++)
      {
        LieuditPixelBox box = lieudit_label_get_box (&labels[i], &placements[i]);

        if (i == j)
          continue;
        g_assert_false (overlap (box, lieudit_label_get_box (&labels[j], &placements[j])));
        g_assert_true (found_no_room (&labels[j], &placements[j]) || !overlap (box, symbol_of (&labels[j], &placements[j])));
      }
}

static guint
count_shown (const LieuditLabelPlacement *placements,
             gsize                        n_labels)
{
  guint n_shown = 0;

  for (gsize i = 0; i < n_labels; i++)
    n_shown += placements[i].side != LIEUDIT_LABEL_SIDE_NONE;
  return n_shown;
}

static void
fill_with_random_labels (LieuditLabel *labels,
                         gsize         n_labels)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20241130);

  for (gsize i = 0; i < n_labels; i++)
    {
      labels[i] = label_at (g_rand_double_range (random, -50.0, 1050.0), g_rand_double_range (random, -50.0, 850.0),
                            g_rand_int_range (random, 0, 20));
      labels[i].label_width = g_rand_double_range (random, 10.0, 150.0);
      labels[i].freedom = i % 7 == 0 ? 40.0 : 0.0;
    }
}

static void
test_no_labels (void)
{
  g_autofree LieuditLabelPlacement *placements = lieudit_place_labels (NULL, 0, NULL, 0, &view, FALSE);
}

static void
test_a_lone_label_takes_the_reading_side (void)
{
  LieuditLabel label = label_at (500.0, 400.0, 1.0);
  g_autofree LieuditLabelPlacement *left_to_right = lieudit_place_labels (&label, 1, NULL, 0, &view, FALSE);
  g_autofree LieuditLabelPlacement *right_to_left = lieudit_place_labels (&label, 1, NULL, 0, &view, TRUE);
  LieuditPixelBox box = lieudit_label_get_box (&label, left_to_right);

  g_assert_cmpint (left_to_right->side, ==, LIEUDIT_LABEL_SIDE_RIGHT);
  g_assert_cmpint (right_to_left->side, ==, LIEUDIT_LABEL_SIDE_LEFT);
  g_assert_cmpfloat (left_to_right->x, ==, 500.0);
  g_assert_cmpfloat (left_to_right->y, ==, 400.0);
  g_assert_cmpfloat (box.x, ==, 508.0);
  g_assert_cmpfloat (box.y, ==, 392.0);
}

static void
test_a_label_keeps_inside_the_view (void)
{
  LieuditLabel label = label_at (980.0, 400.0, 1.0);
  g_autofree LieuditLabelPlacement *placements = lieudit_place_labels (&label, 1, NULL, 0, &view, FALSE);

  g_assert_cmpint (placements[0].side, ==, LIEUDIT_LABEL_SIDE_LEFT);
}

static void
test_a_label_stays_on_its_side (void)
{
  LieuditLabel label = label_at (500.0, 400.0, 1.0);

  label.preferred_side = LIEUDIT_LABEL_SIDE_BELOW;
  {
    g_autofree LieuditLabelPlacement *placements = lieudit_place_labels (&label, 1, NULL, 0, &view, FALSE);

    g_assert_cmpint (placements[0].side, ==, LIEUDIT_LABEL_SIDE_BELOW);
  }
}

static void
test_a_label_gives_way_to_obstacles (void)
{
  LieuditLabel label = label_at (500.0, 400.0, 1.0);
  LieuditPixelBox right = { 510.0, 300.0, 100.0, 200.0 };
  LieuditPixelBox all_around[] = { { 300.0, 300.0, 190.0, 200.0 }, { 300.0, 300.0, 400.0, 90.0 }, { 300.0, 410.0, 400.0, 90.0 } };
  g_autofree LieuditLabelPlacement *one = lieudit_place_labels (&label, 1, &right, 1, &view, FALSE);
  g_autofree LieuditLabelPlacement *three = lieudit_place_labels (&label, 1, all_around, 3, &view, FALSE);
  LieuditPixelBox four[4] = { right, all_around[0], all_around[1], all_around[2] };
  g_autofree LieuditLabelPlacement *none = lieudit_place_labels (&label, 1, four, 4, &view, FALSE);

  g_assert_cmpint (one->side, ==, LIEUDIT_LABEL_SIDE_LEFT);
  g_assert_cmpint (three->side, ==, LIEUDIT_LABEL_SIDE_RIGHT);
  g_assert_cmpint (none->side, ==, LIEUDIT_LABEL_SIDE_NONE);
}

/* Two labels that want the same room, in both orders. */
static void
test_the_more_important_label_chooses_first (void)
{
  for (guint important = 0; important < 2; important++)
    {
      LieuditLabel labels[2] = { label_at (500.0, 400.0, 1.0), label_at (500.0, 417.0, 1.0) };
      g_autofree LieuditLabelPlacement *placements = NULL;

      labels[0].label_height = labels[1].label_height = 30.0;
      labels[important].rank = 2.0;
      placements = lieudit_place_labels (labels, 2, NULL, 0, &view, FALSE);
      g_assert_cmpint (placements[important].side, ==, LIEUDIT_LABEL_SIDE_RIGHT);
      g_assert_cmpint (placements[1 - important].side, !=, LIEUDIT_LABEL_SIDE_RIGHT);
    }
}

static void
test_the_first_of_equals_chooses_first (void)
{
  LieuditLabel labels[2] = { label_at (500.0, 400.0, 1.0), label_at (500.0, 410.0, 1.0) };
  g_autofree LieuditLabelPlacement *placements = lieudit_place_labels (labels, 2, NULL, 0, &view, FALSE);

  g_assert_cmpint (placements[0].side, ==, LIEUDIT_LABEL_SIDE_RIGHT);
  g_assert_cmpint (placements[1].side, ==, LIEUDIT_LABEL_SIDE_LEFT);
}

static void
test_the_middle_of_an_area_moves_away_from_a_town (void)
{
  LieuditLabel labels[2] = { label_at (500.0, 400.0, 1.0), label_at (503.0, 401.0, 9.0) };
  g_autofree LieuditLabelPlacement *placements = NULL;
  double distance_squared;

  labels[1].freedom = 60.0;
  placements = lieudit_place_labels (labels, 2, NULL, 0, &view, FALSE);
  distance_squared = (placements[1].x - 503.0) * (placements[1].x - 503.0) + (placements[1].y - 401.0) * (placements[1].y - 401.0);

  g_assert_cmpfloat (placements[0].x, ==, 500.0);
  g_assert_false (overlap (symbol_of (&labels[0], &placements[0]), symbol_of (&labels[1], &placements[1])));
  g_assert_cmpfloat (distance_squared, <=, 60.0 * 60.0 + 0.001);
  g_assert_cmpuint (count_shown (placements, 2), ==, 2);
  assert_nothing_covers_a_label (labels, placements, 2);
}

static void
test_the_middle_of_an_area_stays_where_there_is_room (void)
{
  LieuditLabel label = label_at (500.0, 400.0, 1.0);

  label.freedom = 60.0;
  {
    g_autofree LieuditLabelPlacement *placements = lieudit_place_labels (&label, 1, NULL, 0, &view, FALSE);

    g_assert_cmpfloat (placements[0].x, ==, 500.0);
    g_assert_cmpfloat (placements[0].y, ==, 400.0);
  }
}

static void
test_a_thousand_labels_never_overlap (void)
{
  g_autofree LieuditLabel *labels = g_new0 (LieuditLabel, 1000);
  g_autofree LieuditLabelPlacement *placements = NULL;

  fill_with_random_labels (labels, 1000);
  placements = lieudit_place_labels (labels, 1000, NULL, 0, &view, FALSE);
  assert_nothing_covers_a_label (labels, placements, 1000);
  g_assert_cmpuint (count_shown (placements, 1000), >=, 50);
}

static void
test_the_same_labels_get_the_same_places (void)
{
  g_autofree LieuditLabel *labels = g_new0 (LieuditLabel, 1000);
  g_autofree LieuditLabelPlacement *first = NULL;
  g_autofree LieuditLabelPlacement *second = NULL;

  fill_with_random_labels (labels, 1000);
  first = lieudit_place_labels (labels, 1000, NULL, 0, &view, FALSE);
  second = lieudit_place_labels (labels, 1000, NULL, 0, &view, FALSE);
  for (gsize i = 0; i < 1000; i++)
    {
      g_assert_cmpint (first[i].side, ==, second[i].side);
      g_assert_cmpfloat (first[i].x, ==, second[i].x);
      g_assert_cmpfloat (first[i].y, ==, second[i].y);
    }
}

static void
test_labels_far_outside_the_view_do_no_harm (void)
{
  LieuditLabel labels[3] = { label_at (-1e9, 1e9, 1.0), label_at (1e9, -1e9, 2.0), label_at (500.0, 400.0, 0.0) };
  g_autofree LieuditLabelPlacement *placements = lieudit_place_labels (labels, 3, NULL, 0, &view, FALSE);

  g_assert_cmpint (placements[2].side, ==, LIEUDIT_LABEL_SIDE_RIGHT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/label-placement/no-labels", test_no_labels);
  g_test_add_func ("/geo/label-placement/lone-label", test_a_lone_label_takes_the_reading_side);
  g_test_add_func ("/geo/label-placement/view-edge", test_a_label_keeps_inside_the_view);
  g_test_add_func ("/geo/label-placement/preferred-side", test_a_label_stays_on_its_side);
  g_test_add_func ("/geo/label-placement/obstacles", test_a_label_gives_way_to_obstacles);
  g_test_add_func ("/geo/label-placement/rank", test_the_more_important_label_chooses_first);
  g_test_add_func ("/geo/label-placement/equal-rank", test_the_first_of_equals_chooses_first);
  g_test_add_func ("/geo/label-placement/area-moves", test_the_middle_of_an_area_moves_away_from_a_town);
  g_test_add_func ("/geo/label-placement/area-stays", test_the_middle_of_an_area_stays_where_there_is_room);
  g_test_add_func ("/geo/label-placement/thousand", test_a_thousand_labels_never_overlap);
  g_test_add_func ("/geo/label-placement/deterministic", test_the_same_labels_get_the_same_places);
  g_test_add_func ("/geo/label-placement/far-away", test_labels_far_outside_the_view_do_no_harm);
  return g_test_run ();
}
