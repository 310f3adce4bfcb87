/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-feature.h"

static void
test_features (void)
{
  static const struct {
    const char *code;
    LieuditFeatureClass class;
    gboolean is_area;
    const char *description;
  } cases[] = {
    { "PCLI", LIEUDIT_FEATURE_COUNTRY, TRUE, "country" },
    { "PCLD", LIEUDIT_FEATURE_COUNTRY, TRUE, "dependent territory" },
    { "ADM1", LIEUDIT_FEATURE_REGION, TRUE, "governorate or province" },
    { "ADM2", LIEUDIT_FEATURE_DISTRICT, TRUE, "district" },
    { "RGN", LIEUDIT_FEATURE_AREA, TRUE, "region" },
    { "PPLC", LIEUDIT_FEATURE_CAPITAL, FALSE, "capital" },
    { "PPLG", LIEUDIT_FEATURE_CAPITAL, FALSE, "seat of government" },
    { "PPLA", LIEUDIT_FEATURE_TOWN, FALSE, "regional capital" },
    { "PPLA3", LIEUDIT_FEATURE_TOWN, FALSE, "town" },
    { "PPL", LIEUDIT_FEATURE_TOWN, FALSE, "town" },
    { "PPLL", LIEUDIT_FEATURE_TOWN, FALSE, "village" },
    { "PPLX", LIEUDIT_FEATURE_QUARTER, FALSE, "quarter" },
    { "AIRB", LIEUDIT_FEATURE_SITE, FALSE, "air base" },
    { "CSTL", LIEUDIT_FEATURE_SITE, FALSE, "citadel" },
    { "PSTB", LIEUDIT_FEATURE_SITE, FALSE, "border crossing" },
    { "RD", LIEUDIT_FEATURE_ROAD, FALSE, "motorway" },
    { "STM", LIEUDIT_FEATURE_WATER, FALSE, "river" },
    { "LK", LIEUDIT_FEATURE_WATER, TRUE, "lake" },
    { "SEA", LIEUDIT_FEATURE_WATER, TRUE, "sea" },
    { "OCN", LIEUDIT_FEATURE_WATER, TRUE, "ocean" },
    { "MT", LIEUDIT_FEATURE_RELIEF, FALSE, "mountain" },
    { "MTS", LIEUDIT_FEATURE_RELIEF, TRUE, "mountains" },

    /* Codes to come are told by how they begin. */
    { "ADM9", LIEUDIT_FEATURE_DISTRICT, TRUE, "district" },
    { "PCLZ", LIEUDIT_FEATURE_COUNTRY, TRUE, "country" },
    { "PPLA9", LIEUDIT_FEATURE_TOWN, FALSE, "town" },

    { "XYZ", LIEUDIT_FEATURE_OTHER, FALSE, "place" },
    { "pplc", LIEUDIT_FEATURE_OTHER, FALSE, "place" },
    { "", LIEUDIT_FEATURE_OTHER, FALSE, "place" },
    { NULL, LIEUDIT_FEATURE_OTHER, FALSE, "place" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (lieudit_feature_class_from_code (cases[i].code), ==, cases[i].class);
      g_assert_cmpint (lieudit_feature_is_area (cases[i].code), ==, cases[i].is_area);
      g_assert_cmpstr (lieudit_feature_describe (cases[i].code), ==, cases[i].description);
    }
}

/* As the first column of GeoNames' featureCodes table has it. */
static void
test_geonames_classes (void)
{
  static const struct {
    const char *code;
    char letter;
  } cases[] = {
    { "PCLI", 'A' }, { "ADM1", 'A' }, { "ADM2", 'A' }, { "TERR", 'A' }, { "ZN", 'A' },
    { "PPL", 'P' }, { "PPLC", 'P' }, { "PPLX", 'P' }, { "PPLQ", 'P' }, { "STLMT", 'P' },
    { "STM", 'H' }, { "SEA", 'H' }, { "LK", 'H' }, { "GULF", 'H' }, { "STRT", 'H' }, { "HBR", 'H' },
    { "RGN", 'L' }, { "CONT", 'L' }, { "PRK", 'L' }, { "PRT", 'L' }, { "OAS", 'L' },
    { "MT", 'T' }, { "MTS", 'T' }, { "ISL", 'T' }, { "PEN", 'T' }, { "DSRT", 'T' }, { "CAPE", 'T' },
    { "RD", 'R' }, { "AIRB", 'S' }, { "CSTL", 'S' }, { "PSTB", 'S' }, { "FRST", 'V' },
    { "XYZ", '\0' }, { "", '\0' }, { NULL, '\0' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (lieudit_feature_get_geonames_class (cases[i].code), ==, cases[i].letter);
    }
}

/* The codes of the gazetteer's inputs, each of which has words of its own. */
static void
test_all_are_known (void)
{
  static const char * const codes[] = {
    "ADM1", "ADM2", "AIRB", "AIRP", "BAY", "BDG", "CAPE", "CHN", "CNL", "CNYN", "CONT", "CSTL", "DAM", "DLTA", "DSRT",
    "ESTY", "FLLS", "GRGE", "GULF", "HLL", "HSTS", "ISL", "ISLS", "LK", "LKS", "MSQE", "MT", "MTS", "NVB", "OCN",
    "OILF", "PASS", "PCLD", "PCLF", "PCLH", "PCLI", "PCLS", "PEN", "PLAT", "PLN", "PPL", "PPLA", "PPLA2", "PPLA3",
    "PPLA4", "PPLA5", "PPLC", "PPLF", "PPLG", "PPLL", "PPLQ", "PPLR", "PPLS", "PPLX", "PRN", "PSTB", "RD", "RF",
    "RGN", "RGNH", "RSV", "SEA", "SQR", "STLMT", "STM", "STRT", "TERR", "UNIV", "VAL", "VLC",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_test_message ("%s", codes[i]);
      g_assert_cmpint (lieudit_feature_class_from_code (codes[i]), !=, LIEUDIT_FEATURE_OTHER);
      g_assert_cmpstr (lieudit_feature_describe (codes[i]), !=, "place");
    }
}

static void
test_titles (void)
{
  g_autofree char *hill = lieudit_feature_dup_title ("HLL");
  g_autofree char *unknown = lieudit_feature_dup_title (NULL);

  g_assert_cmpstr (hill, ==, "Hill");
  g_assert_cmpstr (unknown, ==, "Place");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feature/features", test_features);
  g_test_add_func ("/feature/geonames-classes", test_geonames_classes);
  g_test_add_func ("/feature/all-are-known", test_all_are_known);
  g_test_add_func ("/feature/titles", test_titles);

  return g_test_run ();
}
