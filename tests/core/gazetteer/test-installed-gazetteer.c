/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer.h"
#include "geo/lieudit-geodesic.h"

static LieuditGazetteer *
open_installed (void)
{
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer = lieudit_gazetteer_open_installed (&error);

  g_assert_no_error (error);

  return gazetteer;
}

static void
test_spellings (void)
{
  static const struct {
    const char *name;
    const char *id; /* of the most important place so called */
  } cases[] = {
    { "Alep", "sy-aleppo" },
    { "ALEP", "sy-aleppo" },
    { "Aleppo", "sy-aleppo" },
    { "حلب", "sy-aleppo" },
    { "Halep", "sy-aleppo" },
    { "Lattaquié", "sy-latakia" },
    { "Lattaquie", "sy-latakia" },
    { "Beyrouth", "lb-beirut" },
    { "الإسكندرية", "eg-alexandria" },
    { "الاسكندرية", "eg-alexandria" },
    { "Égypte", "eg-egypt" },
    { "Egypte", "eg-egypt" },
    { "Syrie", "sy-syria" },
    { "سوريا", "sy-syria" },
    { "سورية", "sy-syria" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) found = lieudit_gazetteer_find (gazetteer, cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpstr (lieudit_place_get_id (g_ptr_array_index (found, 0)), ==, cases[i].id);
    }
}

static void
test_distances (void)
{
  static const struct {
    const char *id;
    double latitude;
    double longitude;
  } cases[] = {
    { "sy-aleppo", 36.202, 37.134 },
    { "sy-saraqib", 35.864, 36.806 },
    { "sy-idlib", 35.930, 36.634 },
    { "sy-latakia", 35.518, 35.783 },
    { "sy-hama", 35.132, 36.758 },
    { "sy-damascus", 33.510, 36.291 },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_lookup_id (gazetteer, cases[i].id);
      double metres;

      g_test_message ("%s", cases[i].id);
      g_assert_nonnull (place);
      metres = lieudit_geodesic_distance (lieudit_place_get_latitude (place),
                                          lieudit_place_get_longitude (place),
                                          cases[i].latitude, cases[i].longitude);
      g_assert_cmpfloat (metres, <, 5000.0);
    }
}

static void
test_is_sound (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_auto(GStrv) attribution = lieudit_gazetteer_dup_attribution (gazetteer);
  g_autoptr(GError) error = NULL;

  g_assert_true (lieudit_gazetteer_verify (gazetteer, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lieudit_gazetteer_get_n_places (gazetteer), >, 100000);
  g_assert_cmpuint (g_strv_length (attribution), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/installed-gazetteer/spellings", test_spellings);
  g_test_add_func ("/installed-gazetteer/distances", test_distances);
  g_test_add_func ("/installed-gazetteer/is-sound", test_is_sound);

  return g_test_run ();
}
