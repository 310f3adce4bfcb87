/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-builder.h"
#include "gazetteer/lieudit-gazetteer-format.h"
#include "gazetteer/lieudit-geojson-reader.h"
#include "gazetteer/lieudit-table-reader.h"
#include "text/lieudit-folded-text.h"

#include <string.h>

#define CUT_INTERVAL 61

/* A land that does not exist. */
static const char places[] =
  "{ \"type\": \"FeatureCollection\",\n"
  "  \"lieudit\": { \"sources\": { \"survey\": { \"title\": \"The survey\", \"licence\": \"CC0-1.0\" } } },\n"
  "  \"features\": [\n"
  "  { \"type\": \"Feature\", \"id\": \"xx-land\", \"geometry\": { \"type\": \"Point\", \"coordinates\": [ 10.5, 20.25 ] },\n"
  "    \"properties\": { \"feature\": \"PCLI\", \"country\": \"XX\", \"source\": \"survey\", \"precision_km\": 4000,\n"
  "      \"names\": { \"fr\": [ \"Pays de Xanthe\", \"Xanthie\" ], \"en\": [ \"Xanthia\", \"XR\" ], \"ar\": [ \"زانثيا\" ] } } },\n"
  "  { \"type\": \"Feature\", \"id\": \"xx-north\", \"geometry\": { \"type\": \"Point\", \"coordinates\": [ 10.5, 21 ] },\n"
  "    \"properties\": { \"feature\": \"ADM1\", \"country\": \"XX\", \"parent\": \"xx-land\", \"precision_km\": 40,\n"
  "      \"names\": { \"fr\": [ \"Province de Melun-la-Blanche\" ] } } },\n"
  "  { \"type\": \"Feature\", \"id\": \"xx-melune\", \"geometry\": { \"type\": \"Point\", \"coordinates\": [ 10.51, 21.01 ] },\n"
  "    \"properties\": { \"feature\": \"PPLA\", \"country\": \"XX\", \"parent\": \"xx-north\", \"source\": \"survey geonames:77\",\n"
  "      \"precision_km\": 1.5, \"population\": 9000,\n"
  "      \"names\": { \"fr\": [ \"Méluné\", \"Le Melun\" ], \"en\": [ \"Meloon\" ], \"und\": [ \"Me'lun\" ] } } },\n"
  "  { \"type\": \"Feature\", \"id\": \"xx-saint-ode\", \"geometry\": { \"type\": \"Point\", \"coordinates\": [ 10.6, 21.4 ] },\n"
  "    \"properties\": { \"feature\": \"PPL\", \"country\": \"XX\", \"precision_km\": 2, \"population\": 100,\n"
  "      \"names\": { \"fr\": [ \"Saint-Ode\" ] } } }\n"
  "] }";

#define TABLE_HEADER "id\tfeature\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tprecision_km\tfr\ten\tar\tother\tsource\n"

static const char bulk[] =
  TABLE_HEADER
  /* By its GeoNames number, this is xx-melune. */
  "gn-77\tPPL\tXX\txx-saint-ode\t\t21.5\t10.9\t12\t3\tMélune-Ville\tMellune\tميلون\tMelunum\tgeonames:77\n"
  /* By name, kind and spot, this is xx-saint-ode. */
  "gn-78\tPPLA2\tXX\txx-north\t\t21.42\t10.61\t12\t3\tSaint-Ode\tOdeville\t\t\tgeonames:78\n"
  /* The same name, far away. */
  "gn-79\tPPL\tXX\t\t\t15.0\t12.0\t12\t3\tSaint-Ode\t\t\t\tgeonames:79\n"
  /* The same name and spot, but a river. */
  "gn-80\tSTM\tXX\t\t\t21.4\t10.6\t0\t3\tSaint-Ode\t\t\t\tgeonames:80\n"
  "gn-81\tPPL\tXX\txx-north\t\t21.2\t10.4\t500\t3\tBriec\t\t\t\tgeonames:81\n"
  "gn-82\tPPL\tXX\txx-north\t\t21.3\t10.3\t70000\t3\tBriec\t\t\t\tgeonames:82\n"
  "gn-83\tPPLC\tXX\txx-north\t\t21.4\t10.2\t90\t3\tBriec\t\t\t\tgeonames:83\n"
  /* Rows that say nothing useful. */
  "gn-84\tPPL\tXX\t\t\t95.0\t10.0\t1\t1\tNowhere\t\t\t\tgeonames:84\n"
  "\tPPL\tXX\t\t\t21.0\t10.0\t1\t1\tNameless\t\t\t\tgeonames:85\n"
  "gn-86\tPPL\n";

static const char demonyms[] = "place\tlanguage\tforms\nXX\ten\tXanthian|Xanthians\nQQ\ten\tQuixotic\n";
static const char ordinary_words[] = "name\tkinds\nBriec\tword-fr forename\n";
static const char other_names[] = "not-a-place\tlanguage\nMeloon Rangers\ten\n";
static const char credits[] = "key\ttitle\tlicence\turl\tdate\ngeonames\tThe bulk\tCC BY 4.0\thttps://example.org/\t2023-03\n";

static void
add_geojson (LieuditGazetteerBuilder *builder,
             const char              *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_true (lieudit_gazetteer_builder_add_geojson (builder, bytes, &error));
  g_assert_no_error (error);
}

static void
add_table (LieuditGazetteerBuilder *builder,
           const char              *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_true (lieudit_gazetteer_builder_add_table (builder, bytes, &error));
  g_assert_no_error (error);
}

static GBytes *
build_small (void)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  add_geojson (builder, places);
  add_table (builder, bulk);
  add_table (builder, demonyms);
  add_table (builder, ordinary_words);
  add_table (builder, other_names);
  add_table (builder, credits);

  bytes = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);

  return bytes;
}

static LieuditGazetteer *
open_small (void)
{
  g_autoptr(GBytes) bytes = build_small ();
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer = lieudit_gazetteer_open_bytes (bytes, &error);

  g_assert_no_error (error);

  return gazetteer;
}

static LieuditPlace *
get_place (LieuditGazetteer *gazetteer,
           const char       *id)
{
  LieuditPlace *place = lieudit_gazetteer_lookup_id (gazetteer, id);

  g_assert_nonnull (place);
  g_assert_cmpstr (lieudit_place_get_id (place), ==, id);

  return place;
}

static char *
join_ids (GPtrArray *found)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", lieudit_place_get_id (g_ptr_array_index (found, i)));

  return g_string_free (joined, FALSE);
}

static char *
find_ids (LieuditGazetteer *gazetteer,
          const char       *name)
{
  g_autoptr(GPtrArray) found = lieudit_gazetteer_find (gazetteer, name);

  return join_ids (found);
}

static void
test_names (void)
{
  static const struct {
    const char *id;
    LieuditLanguage language;
    const char *name;  /* to show */
    const char *names; /* all in that language */
  } cases[] = {
    { "xx-land", LIEUDIT_LANGUAGE_FRENCH, "Pays de Xanthe", "Pays de Xanthe|Xanthie" },
    { "xx-land", LIEUDIT_LANGUAGE_ENGLISH, "Xanthia", "Xanthia|XR" },
    { "xx-land", LIEUDIT_LANGUAGE_ARABIC, "زانثيا", "زانثيا" },
    { "xx-land", LIEUDIT_LANGUAGE_TURKISH, "Xanthia", "" },
    { "xx-land", LIEUDIT_LANGUAGE_UNKNOWN, "Xanthia", "" },
    { "xx-melune", LIEUDIT_LANGUAGE_UNKNOWN, "Meloon", "Me'lun|Melunum" },
    { "xx-north", LIEUDIT_LANGUAGE_ENGLISH, "Province de Melun-la-Blanche", "" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_small ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) place = get_place (gazetteer, cases[i].id);
      g_auto(GStrv) names = lieudit_place_dup_names (place, cases[i].language);
      g_autofree char *joined = g_strjoinv ("|", names);

      g_assert_cmpstr (lieudit_place_get_name (place, cases[i].language), ==, cases[i].name);
      g_assert_cmpstr (joined, ==, cases[i].names);
    }
}

static void
test_facts (void)
{
  static const struct {
    const char *id;
    double latitude;
    double longitude;
    double uncertainty_km;
    const char *feature;
    guint population;
    const char *source;
  } cases[] = {
    { "xx-land", 20.25, 10.5, 4000.0, "PCLI", 0, "survey" },
    { "xx-north", 21.0, 10.5, 40.0, "ADM1", 0, "" },
    /* The bulk table knows the town, and other facts of it. */
    { "xx-melune", 21.01, 10.51, 1.5, "PPLA", 9000, "survey geonames:77" },
    { "gn-82", 21.3, 10.3, 3.0, "PPL", 70000, "geonames:82" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_small ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) place = get_place (gazetteer, cases[i].id);

      g_test_message ("%s", cases[i].id);
      g_assert_cmpfloat_with_epsilon (lieudit_place_get_latitude (place), cases[i].latitude, 1e-6);
      g_assert_cmpfloat_with_epsilon (lieudit_place_get_longitude (place), cases[i].longitude, 1e-6);
      g_assert_cmpfloat_with_epsilon (lieudit_place_get_uncertainty_km (place), cases[i].uncertainty_km, 1e-6);
      g_assert_cmpstr (lieudit_place_get_feature_code (place), ==, cases[i].feature);
      g_assert_cmpuint (lieudit_place_get_population (place), ==, cases[i].population);
      g_assert_cmpstr (lieudit_place_get_source (place), ==, cases[i].source);
      g_assert_cmpstr (lieudit_place_get_country_code (place), ==, "XX");
    }
}

static void
test_hierarchy (void)
{
  static const struct {
    const char *id;
    const char *hierarchy; /* widest first */
  } cases[] = {
    { "xx-land", "" },
    { "xx-north", "xx-land" },
    { "xx-melune", "xx-land xx-north" },
    { "gn-81", "xx-land xx-north" },
    { "xx-saint-ode", "xx-land xx-north" }, /* no parent is told here, but in the bulk */
    { "gn-79", "xx-land" }, /* no parent is told: its country */
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_small ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) place = get_place (gazetteer, cases[i].id);
      g_autoptr(GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);
      g_autofree char *ids = join_ids (hierarchy);

      g_assert_cmpstr (ids, ==, cases[i].hierarchy);
    }
}

static void
test_find (void)
{
  static const struct {
    const char *rule;
    const char *name;
    const char *ids; /* the most important first */
  } cases[] = {
    { "as it is written", "Méluné", "xx-melune" },
    { "in capitals, without accents", "MELUNE", "xx-melune" },
    { "with a hyphen or a space", "Saint Ode", "xx-saint-ode gn-79 gn-80" },
    { "in another script", "زانثيا", "xx-land" },
    { "a variant of bulk data", "Melunum", "xx-melune" },
    { "an Arabic name of bulk data", "ميلون", "xx-melune" },
    { "an apostrophe", "Me’lun", "xx-melune" },
    { "an apostrophe left out", "Melun", "xx-melune" },
    { "an abbreviated saint", "St-Ode", "xx-saint-ode gn-79 gn-80" },
    { "an abbreviated saint with a stop", "St. Ode", "xx-saint-ode gn-79 gn-80" },
    { "the same place by name, kind and spot", "Odeville", "xx-saint-ode" },
    { "the capital first, then by population", "Briec", "gn-83 gn-82 gn-81" },
    { "a beginning is no name", "Melu", "" },
    { "nor is a name and more", "Briec du Sud", "" },
    { "a demonym is no name", "Xanthian", "" },
    { "nor is a name of something else", "Meloon Rangers", "" },
    { "a row off the Earth is passed over", "Nowhere", "" },
    { "a row without an identifier as well", "Nameless", "" },
    { "nothing", "", "" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_small ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find_ids (gazetteer, cases[i].name);

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_lookup_id (void)
{
  static const char * const unknown[] = { "", "xx", "xx-meluneX", "XX-MELUNE", "gn-77", "zz", "gn-84" };
  g_autoptr(LieuditGazetteer) gazetteer = open_small ();

  g_assert_cmpuint (lieudit_gazetteer_get_n_places (gazetteer), ==, 9);
  for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);
      g_autoptr(LieuditPlace) again = get_place (gazetteer, lieudit_place_get_id (place));

      g_assert_true (lieudit_place_equal (place, again));
    }

  g_assert_null (lieudit_gazetteer_get_place (gazetteer, lieudit_gazetteer_get_n_places (gazetteer)));
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (lieudit_gazetteer_lookup_id (gazetteer, unknown[i]));
}

static guint
get_flags (LieuditGazetteer *gazetteer,
           const char       *name)
{
  g_autofree char *folded = lieudit_fold_name (name);
  LieuditNameMatch matches[8];
  guint n_matches = lieudit_gazetteer_match_prefixes (gazetteer, folded, strlen (folded), matches, 8);
  guint n_candidates;
  const LieuditCandidate *candidates;

  g_assert_cmpuint (n_matches, >, 0);
  g_assert_cmpuint (matches[n_matches - 1].length, ==, strlen (folded));
  candidates = lieudit_gazetteer_get_candidates (gazetteer, matches[n_matches - 1].name, &n_candidates);
  g_assert_cmpuint (n_candidates, >, 0);

  return candidates[0].flags;
}

static void
test_flags (void)
{
  static const struct {
    const char *name;
    guint flag;
    gboolean is_set;
  } cases[] = {
    { "Méluné", LIEUDIT_CANDIDATE_PREFERRED, TRUE },
    { "Me'lun", LIEUDIT_CANDIDATE_PREFERRED, FALSE },
    { "Méluné", LIEUDIT_CANDIDATE_CURATED, TRUE },
    { "Briec", LIEUDIT_CANDIDATE_CURATED, FALSE },
    { "Le Melun", LIEUDIT_CANDIDATE_CONTRACTED, FALSE },
    { "Melun", LIEUDIT_CANDIDATE_PREFERRED, FALSE },
    { "XR", LIEUDIT_CANDIDATE_CAPITALS, TRUE },
    { "Xanthia", LIEUDIT_CANDIDATE_CAPITALS, FALSE },
    { "Xanthian", LIEUDIT_CANDIDATE_DEMONYM, TRUE },
    { "Meloon Rangers", LIEUDIT_CANDIDATE_NOT_A_PLACE, TRUE },
    { "Briec", LIEUDIT_CANDIDATE_ORDINARY_WORD, TRUE },
    { "Briec", LIEUDIT_CANDIDATE_PERSON_NAME, TRUE },
    { "Méluné", LIEUDIT_CANDIDATE_ORDINARY_WORD, FALSE },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_small ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint ((get_flags (gazetteer, cases[i].name) & cases[i].flag) != 0, ==, cases[i].is_set);
    }
}

/* "Le Havre" is looked for as "Havre" too, which stands for it behind "au" and "du" only. */
static void
test_contracted (void)
{
  static const char table[] =
    TABLE_HEADER
    "gn-1\tPPL\tXX\t\t\t1.0\t1.0\t1\t1\tLe Brac\tLe Broc\t\t\tgeonames:1\n"
    "gn-2\tPPL\tXX\t\t\t2.0\t2.0\t1\t1\tLes Brannes\t\t\t\tgeonames:2\n";
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *english = NULL;

  add_table (builder, table);
  bytes = lieudit_gazetteer_builder_build (builder, NULL);
  gazetteer = lieudit_gazetteer_open_bytes (bytes, NULL);

  g_assert_true (get_flags (gazetteer, "Brac") & LIEUDIT_CANDIDATE_CONTRACTED);
  g_assert_true (get_flags (gazetteer, "Brannes") & LIEUDIT_CANDIDATE_CONTRACTED);
  g_assert_false (get_flags (gazetteer, "Le Brac") & LIEUDIT_CANDIDATE_CONTRACTED);
  english = find_ids (gazetteer, "Broc");
  g_assert_cmpstr (english, ==, "");
}

static void
test_attribution (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_small ();
  g_auto(GStrv) lines = lieudit_gazetteer_dup_attribution (gazetteer);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, "The survey (CC0-1.0)|The bulk (CC BY 4.0)");
}

static void
test_sources (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_small ();
  LieuditGazetteerSource survey;
  LieuditGazetteerSource geonames;

  g_assert_cmpuint (lieudit_gazetteer_get_n_sources (gazetteer), ==, 2);
  survey = lieudit_gazetteer_get_source (gazetteer, 0);
  g_assert_cmpstr (survey.title, ==, "The survey");
  g_assert_cmpstr (survey.licence, ==, "CC0-1.0");
  g_assert_cmpstr (survey.url, ==, "");
  g_assert_cmpstr (survey.date, ==, "");
  geonames = lieudit_gazetteer_get_source (gazetteer, 1);
  g_assert_cmpstr (geonames.key, ==, "geonames");
  g_assert_cmpstr (geonames.title, ==, "The bulk");
  g_assert_cmpstr (geonames.licence, ==, "CC BY 4.0");
  g_assert_cmpstr (geonames.url, ==, "https://example.org/");
  g_assert_cmpstr (geonames.date, ==, "2023-03");
  g_assert_cmpuint (survey.n_places, ==, 2);
  g_assert_cmpuint (geonames.n_places, ==, 7); /* two of them the survey's, which took its names */
}

static void
test_same_bytes (void)
{
  g_autoptr(GBytes) first = build_small ();
  g_autoptr(GBytes) second = build_small ();

  g_assert_true (g_bytes_equal (first, second));
}

/* Uses all that a damaged file may have changed. */
static void
use_gazetteer (LieuditGazetteer *gazetteer)
{
  static const char * const names[] = { "Méluné", "St-Ode", "Briec", "زانثيا", "Xanthian", "Nowhere" };
  g_auto(GStrv) lines = lieudit_gazetteer_dup_attribution (gazetteer);
  guint n_places = lieudit_gazetteer_get_n_places (gazetteer);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *ids = find_ids (gazetteer, names[i]);

      g_assert_nonnull (ids);
    }

  for (guint i = 0; i < MIN (n_places, 16); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);
      g_autoptr(LieuditPlace) again = lieudit_gazetteer_lookup_id (gazetteer, lieudit_place_get_id (place));
      g_autoptr(GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);
      g_auto(GStrv) all_names = lieudit_place_dup_names (place, LIEUDIT_LANGUAGE_FRENCH);

      g_assert_nonnull (lieudit_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH));
      g_assert_cmpfloat (ABS (lieudit_place_get_latitude (place)), <=, 90.0);
      g_assert_cmpfloat (ABS (lieudit_place_get_longitude (place)), <=, 180.0);
      g_assert_cmpfloat (lieudit_place_get_uncertainty_km (place), >=, 0.0);
      g_assert_nonnull (lieudit_feature_describe (lieudit_place_get_feature_code (place)));
      g_assert_cmpuint (hierarchy->len, <=, 8);
    }
}

/* Every byte behind the header is covered by the checksum; whatever it says, nothing crashes. */
static void
test_changed_bytes (void)
{
  g_autoptr(GBytes) bytes = build_small ();
  g_autoptr(LieuditGazetteer) sound = lieudit_gazetteer_open_bytes (bytes, NULL);
  g_autoptr(GError) sound_error = NULL;
  gsize size = g_bytes_get_size (bytes);

  g_assert_true (lieudit_gazetteer_verify (sound, &sound_error));
  g_assert_no_error (sound_error);

  for (gsize i = sizeof (LieuditGazetteerHeader); i < size; i += 7)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr(GBytes) changed = g_bytes_new_take (copy, size);
      g_autoptr(LieuditGazetteer) gazetteer = NULL;
      g_autoptr(GError) error = NULL;

      copy[i] ^= 0xFF;
      gazetteer = lieudit_gazetteer_open_bytes (changed, NULL);
      if (gazetteer == NULL)
        continue; /* the last byte of the strings, which opening looks at */

      use_gazetteer (gazetteer);
      g_assert_false (lieudit_gazetteer_verify (gazetteer, &error));
      g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED);
    }
}

static void
test_cut_off (void)
{
  g_autoptr(GBytes) bytes = build_small ();

  for (gsize size = 0; size < g_bytes_get_size (bytes); size += CUT_INTERVAL)
    {
      g_autoptr(GBytes) cut = g_bytes_new (g_bytes_get_data (bytes, NULL), size);
      g_autoptr(GError) error = NULL;

      g_assert_null (lieudit_gazetteer_open_bytes (cut, &error));
      g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED);
    }
}

static void
test_wrong_header (void)
{
  static const struct {
    const char *what;
    gsize offset; /* of the byte to change */
    LieuditGazetteerError code;
  } cases[] = {
    { "magic", G_STRUCT_OFFSET (LieuditGazetteerHeader, magic), LIEUDIT_GAZETTEER_ERROR_DAMAGED },
    { "version", G_STRUCT_OFFSET (LieuditGazetteerHeader, version), LIEUDIT_GAZETTEER_ERROR_VERSION },
    { "byte order", G_STRUCT_OFFSET (LieuditGazetteerHeader, byte_order), LIEUDIT_GAZETTEER_ERROR_VERSION },
    { "size", G_STRUCT_OFFSET (LieuditGazetteerHeader, file_size), LIEUDIT_GAZETTEER_ERROR_DAMAGED },
    { "a section's place", G_STRUCT_OFFSET (LieuditGazetteerHeader, sections[0].offset), LIEUDIT_GAZETTEER_ERROR_DAMAGED },
    { "a section's place, high", G_STRUCT_OFFSET (LieuditGazetteerHeader, sections[2].offset) + 2,
      LIEUDIT_GAZETTEER_ERROR_DAMAGED },
    { "a section's size", G_STRUCT_OFFSET (LieuditGazetteerHeader, sections[1].size), LIEUDIT_GAZETTEER_ERROR_DAMAGED },
    { "a section's size, high", G_STRUCT_OFFSET (LieuditGazetteerHeader, sections[3].size) + 2,
      LIEUDIT_GAZETTEER_ERROR_DAMAGED },
  };
  g_autoptr(GBytes) bytes = build_small ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr(GBytes) changed = g_bytes_new_take (copy, g_bytes_get_size (bytes));
      g_autoptr(GError) error = NULL;

      copy[cases[i].offset] ^= 0xFF;
      g_test_message ("%s", cases[i].what);
      g_assert_null (lieudit_gazetteer_open_bytes (changed, &error));
      g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, (gint) cases[i].code);
    }
}

static void
test_missing (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_gazetteer_open ("/no/such/places.gazetteer", &error));
  g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_MISSING);
}

static void
test_no_places (void)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GError) error = NULL;

  add_table (builder, demonyms);
  g_assert_null (lieudit_gazetteer_builder_build (builder, &error));
  g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer/names", test_names);
  g_test_add_func ("/gazetteer/facts", test_facts);
  g_test_add_func ("/gazetteer/hierarchy", test_hierarchy);
  g_test_add_func ("/gazetteer/find", test_find);
  g_test_add_func ("/gazetteer/lookup-id", test_lookup_id);
  g_test_add_func ("/gazetteer/flags", test_flags);
  g_test_add_func ("/gazetteer/contracted", test_contracted);
  g_test_add_func ("/gazetteer/attribution", test_attribution);
  g_test_add_func ("/gazetteer/sources", test_sources);
  g_test_add_func ("/gazetteer/same-bytes", test_same_bytes);
  g_test_add_func ("/gazetteer/changed-bytes", test_changed_bytes);
  g_test_add_func ("/gazetteer/cut-off", test_cut_off);
  g_test_add_func ("/gazetteer/wrong-header", test_wrong_header);
  g_test_add_func ("/gazetteer/missing", test_missing);
  g_test_add_func ("/gazetteer/no-places", test_no_places);

  return g_test_run ();
}
