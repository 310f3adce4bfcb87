/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/lieudit-map-framing.h"

/* Positions to a tenth of a degree are enough to see who is far from whom. */
#define ALEPPO(weight) { 36.2, 37.2, 10e3, weight, FALSE }
#define SARAQIB(weight) { 35.9, 36.8, 2e3, weight, FALSE }
#define LATAKIA(weight) { 35.5, 35.8, 5e3, weight, FALSE }
#define DAMASCUS(weight) { 33.5, 36.3, 10e3, weight, FALSE }
#define TURKEY(weight) { 39.0, 35.0, 500e3, weight, TRUE }
#define MOSCOW(weight) { 55.8, 37.6, 20e3, weight, FALSE }
#define WASHINGTON(weight) { 38.9, -77.0, 10e3, weight, FALSE }
#define SUVA(weight) { -18.1, 178.4, 10e3, weight, FALSE }
#define APIA(weight) { -13.8, -171.8, 10e3, weight, FALSE }

typedef struct {
  const char *what;
  guint n_places;
  LieuditFramedPlace places[6];
  gboolean is_inside[6];
} FrameCase;

static const FrameCase cases[] = {
  { "one place", 1, { ALEPPO (1) }, { TRUE } },
  { "one region", 3, { ALEPPO (5), SARAQIB (1), LATAKIA (1) }, { TRUE, TRUE, TRUE } },
  { "a country's towns", 4, { ALEPPO (5), SARAQIB (1), LATAKIA (1), DAMASCUS (1) }, { TRUE, TRUE, TRUE, TRUE } },
  { "a far government", 4, { ALEPPO (5), SARAQIB (1), LATAKIA (1), MOSCOW (0.25) }, { TRUE, TRUE, TRUE, FALSE } },
  { "two far governments", 5, { ALEPPO (5), SARAQIB (1), LATAKIA (1), MOSCOW (1), WASHINGTON (1) },
    { TRUE, TRUE, TRUE, FALSE, FALSE } },
  { "a neighbouring country's middle", 4, { ALEPPO (5), SARAQIB (1), LATAKIA (1), TURKEY (1) }, { TRUE, TRUE, TRUE, FALSE } },
  { "between two capitals", 2, { MOSCOW (3), WASHINGTON (3) }, { TRUE, TRUE } },
  { "far but what it is about", 3, { ALEPPO (1), SARAQIB (1), WASHINGTON (6) }, { FALSE, FALSE, TRUE } },
  { "across the antimeridian", 2, { SUVA (1), APIA (1) }, { TRUE, TRUE } },
};

static void
test_core (gconstpointer data)
{
  const FrameCase *expected = data;
  LieuditBounds bounds = lieudit_frame_core_places (expected->places, expected->n_places);

  for (guint i = 0; i < expected->n_places; i++)
    {
      const LieuditFramedPlace *place = &expected->places[i];

      g_assert_cmpint (lieudit_bounds_contains (&bounds, place->latitude, place->longitude), ==, expected->is_inside[i]);
    }
}

static void
test_all (gconstpointer data)
{
  const FrameCase *expected = data;
  LieuditBounds bounds = lieudit_frame_all_places (expected->places, expected->n_places);

  for (guint i = 0; i < expected->n_places; i++)
    g_assert_true (lieudit_bounds_contains (&bounds, expected->places[i].latitude, expected->places[i].longitude));
}

static void
test_antimeridian_is_not_an_edge (void)
{
  LieuditFramedPlace places[] = { SUVA (1), APIA (1) };
  LieuditBounds bounds = lieudit_frame_core_places (places, G_N_ELEMENTS (places));

  g_assert_cmpfloat (bounds.west, ==, 178.4);
  g_assert_cmpfloat (bounds.east, ==, -171.8);
}

static void
test_no_places (void)
{
  LieuditBounds core = lieudit_frame_core_places (NULL, 0);
  LieuditBounds all = lieudit_frame_all_places (NULL, 0);

  g_assert_true (lieudit_bounds_is_empty (&core));
  g_assert_true (lieudit_bounds_is_empty (&all));
}

static void
test_a_town_is_seen_in_its_country (void)
{
  LieuditFramedPlace places[] = { TURKEY (1), ALEPPO (1) };
  LieuditBounds bounds = lieudit_frame_whole_areas (places, G_N_ELEMENTS (places));
  LieuditBounds alone = lieudit_frame_whole_areas (places, 1);

  g_assert_true (lieudit_bounds_contains (&bounds, 43.0, 40.0));
  g_assert_true (lieudit_bounds_contains (&bounds, 36.2, 37.2));
  g_assert_false (lieudit_bounds_contains (&bounds, 46.0, 35.0));
  g_assert_false (lieudit_bounds_contains (&alone, 38.0, 35.0));
}

static void
test_a_lone_place_is_shown_by_its_size (void)
{
  LieuditFramedPlace town = SARAQIB (1);
  LieuditFramedPlace country = TURKEY (1);
  double town_zoom = lieudit_frame_closest_zoom (&town, 1, 600.0);
  double country_zoom = lieudit_frame_closest_zoom (&country, 1, 600.0);

  g_assert_cmpfloat (town_zoom, >, 10.0);
  g_assert_cmpfloat (town_zoom, <, 14.0);
  g_assert_cmpfloat (country_zoom, >, 3.0);
  g_assert_cmpfloat (country_zoom, <, 6.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *core_path = g_strdup_printf ("/map-framing/core/%s", cases[i].what);
      g_autofree char *all_path = g_strdup_printf ("/map-framing/all/%s", cases[i].what);

      g_test_add_data_func (core_path, &cases[i], test_core);
      g_test_add_data_func (all_path, &cases[i], test_all);
    }
  g_test_add_func ("/map-framing/antimeridian", test_antimeridian_is_not_an_edge);
  g_test_add_func ("/map-framing/no-places", test_no_places);
  g_test_add_func ("/map-framing/town-in-its-country", test_a_town_is_seen_in_its_country);
  g_test_add_func ("/map-framing/lone-place", test_a_lone_place_is_shown_by_its_size);
  return g_test_run ();
}
