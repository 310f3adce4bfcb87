/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer.h"
#include "gazetteer/lieudit-user-places.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char              *folder;
  char              *path;
  LieuditUserPlaces *places;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("lieudit-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "deeper", "places.geojson", NULL);
  fixture->places = lieudit_user_places_new (fixture->path);
  g_assert_true (lieudit_user_places_load (fixture->places, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *deeper = g_path_get_dirname (fixture->path);

  g_unlink (fixture->path);
  g_rmdir (deeper);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->places);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static LieuditUserPlace *
make_place (const char *id,
            const char *french)
{
  LieuditUserPlace *place = lieudit_user_place_new (id, 35.5, 36.25);

  lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_FRENCH, (const char * const []) { french, NULL });

  return place;
}

static char *
list_names (LieuditUserPlaces *places)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (places)); i++)
    {
      g_autoptr(LieuditUserPlace) place = g_list_model_get_item (G_LIST_MODEL (places), i);

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                              lieudit_user_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH));
    }

  return g_string_free (names, FALSE);
}

/* What the model says is what another program would read. */
static void
assert_names (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(LieuditUserPlaces) again = lieudit_user_places_new (fixture->path);
  g_autofree char *here = list_names (fixture->places);
  g_autofree char *there = NULL;
  g_autoptr(GError) error = NULL;

  lieudit_user_places_load (again, &error);
  g_assert_no_error (error);
  there = list_names (again);
  g_assert_cmpstr (here, ==, expected);
  g_assert_cmpstr (there, ==, expected);
}

static void
count_change (GListModel *model,
              guint       position,
              guint       n_removed,
              guint       n_added,
              GString    *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, n_removed, n_added);
}

static void
test_changes_and_undo (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(LieuditUserPlace) mill = make_place ("own-1", "Le Moulin");
  g_autoptr(LieuditUserPlace) ford = make_place ("own-2", "Le Gué");
  g_autoptr(LieuditUserPlace) changed = lieudit_user_place_copy (mill);
  g_autoptr(LieuditUserPlace) previous = NULL;
  g_autoptr(LieuditUserPlace) removed = NULL;
  g_autoptr(GString) changes = g_string_new (NULL);

  g_signal_connect (fixture->places, "items-changed", G_CALLBACK (count_change), changes);

  g_assert_true (lieudit_user_places_add (fixture->places, mill, NULL));
  g_assert_true (lieudit_user_places_add (fixture->places, ford, NULL));
  assert_names (fixture, "Le Moulin|Le Gué");

  lieudit_user_place_set_names (changed, LIEUDIT_LANGUAGE_FRENCH, (const char * const []) { "Le Moulin brûlé", NULL });
  g_assert_true (lieudit_user_places_replace (fixture->places, changed, &previous, NULL));
  assert_names (fixture, "Le Moulin brûlé|Le Gué");
  g_assert_true (lieudit_user_places_replace (fixture->places, previous, NULL, NULL));
  assert_names (fixture, "Le Moulin|Le Gué");

  g_assert_true (lieudit_user_places_remove (fixture->places, "own-1", &removed, NULL));
  assert_names (fixture, "Le Gué");
  g_assert_true (lieudit_user_places_add (fixture->places, removed, NULL));
  assert_names (fixture, "Le Gué|Le Moulin");

  g_assert_cmpstr (changes->str, ==, "0-0+1 1-0+1 0-1+1 0-1+1 0-1+0 1-0+1 ");
}

static void
test_all_facts_are_kept (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(LieuditUserPlace) place = lieudit_user_place_new (NULL, -12.345678, 179.999999);
  g_autoptr(LieuditUserPlaces) again = lieudit_user_places_new (fixture->path);
  g_autoptr(GError) error = NULL;
  LieuditUserPlace *read;

  g_assert_true (g_str_has_prefix (lieudit_user_place_get_id (place), "own-"));
  lieudit_user_place_set_feature_code (place, "HLL");
  lieudit_user_place_set_country_code (place, "FJ");
  lieudit_user_place_set_note (place, "Vue de la route,\n« 12 km » \\ \"");
  lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_FRENCH,
                                (const char * const []) { "  Tell Noir ", "", "Tel Noir", NULL });
  lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_ARABIC, (const char * const []) { "تل", NULL });
  g_assert_true (lieudit_user_places_add (fixture->places, place, &error));
  g_assert_no_error (error);

  g_assert_true (lieudit_user_places_load (again, &error));
  read = lieudit_user_places_lookup (again, lieudit_user_place_get_id (place));
  g_assert_nonnull (read);
  g_assert_cmpfloat_with_epsilon (lieudit_user_place_get_latitude (read), -12.345678, 1e-9);
  g_assert_cmpfloat_with_epsilon (lieudit_user_place_get_longitude (read), 179.999999, 1e-9);
  g_assert_cmpstr (lieudit_user_place_get_feature_code (read), ==, "HLL");
  g_assert_cmpstr (lieudit_user_place_get_country_code (read), ==, "FJ");
  g_assert_cmpstr (lieudit_user_place_get_note (read), ==, "Vue de la route,\n« 12 km » \\ \"");
  g_assert_cmpstr (lieudit_user_place_get_names (read, LIEUDIT_LANGUAGE_FRENCH)[0], ==, "Tell Noir");
  g_assert_cmpstr (lieudit_user_place_get_names (read, LIEUDIT_LANGUAGE_FRENCH)[1], ==, "Tel Noir");
  g_assert_null (lieudit_user_place_get_names (read, LIEUDIT_LANGUAGE_FRENCH)[2]);
  g_assert_cmpstr (lieudit_user_place_get_name (read, LIEUDIT_LANGUAGE_ARABIC), ==, "تل");
  g_assert_cmpstr (lieudit_user_place_get_name (read, LIEUDIT_LANGUAGE_ENGLISH), ==, "Tell Noir");
}

static void
test_what_cannot_be_added (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (10000, 'x');
  const struct {
    const char *what;
    double latitude;
    double longitude;
    const char *name;
    const char *feature;
    const char *country;
    const char *message; /* a part of it */
  } cases[] = {
    { "too far north", 90.01, 0.0, "A", "PPL", NULL, "latitude" },
    { "too far west", 0.0, -180.5, "A", "PPL", NULL, "longitude" },
    { "not a number", NAN, 0.0, "A", "PPL", NULL, "latitude" },
    { "no name", 0.0, 0.0, "  ", "PPL", NULL, "no name" },
    { "a name of 10,000 characters", 0.0, 0.0, long_name, "PPL", NULL, "shorten" },
    { "a name that is not UTF-8", 0.0, 0.0, "A\xff", "PPL", NULL, "UTF-8" },
    { "no kind", 0.0, 0.0, "A", "", NULL, "kind" },
    { "a kind in words", 0.0, 0.0, "A", "a hill", NULL, "kind" },
    { "a country in words", 0.0, 0.0, "A", "PPL", "Syria", "country" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditUserPlace) place = lieudit_user_place_new (NULL, cases[i].latitude, cases[i].longitude);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_ENGLISH, (const char * const []) { cases[i].name, NULL });
      lieudit_user_place_set_feature_code (place, cases[i].feature);
      lieudit_user_place_set_country_code (place, cases[i].country);
      g_assert_false (lieudit_user_places_add (fixture->places, place, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->places)), ==, 0);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_places_that_are_not_there (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(LieuditUserPlace) place = make_place ("own-1", "Le Moulin");
  g_autoptr(GError) error = NULL;

  g_assert_false (lieudit_user_places_replace (fixture->places, place, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (lieudit_user_places_remove (fixture->places, "own-1", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (lieudit_user_places_add (fixture->places, place, NULL));
  g_assert_false (lieudit_user_places_add (fixture->places, place, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

#define ONE_PLACE(id, coordinates) \
  "{\"type\":\"Feature\",\"id\":\"" id "\",\"geometry\":{\"type\":\"Point\",\"coordinates\":" coordinates "}," \
  "\"properties\":{\"feature\":\"PPL\",\"names\":{\"fr\":[\"A\"]}}}"

/* What a person wrote by hand and got wrong is reported, and never written over. */
static void
test_damaged_file (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const texts[] = {
    "",
    "no JSON",
    "{}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[",
    "{\"features\":[7]}",
    "{\"features\":[" ONE_PLACE ("own-1", "[1]") "]}",
    "{\"features\":[" ONE_PLACE ("own-1", "[1,95]") "]}",
    "{\"features\":[" ONE_PLACE ("own-1", "[1,5]") "," ONE_PLACE ("own-1", "[1,5]") "]}",
  };
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(LieuditUserPlaces) places = lieudit_user_places_new (fixture->path);
      g_autoptr(LieuditUserPlace) place = make_place ("own-2", "Le Gué");
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_true (g_file_set_contents (fixture->path, texts[i], -1, NULL));
      g_assert_false (lieudit_user_places_load (places, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, fixture->path));
      g_assert_false (lieudit_user_places_add (places, place, NULL));
      g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
      g_assert_cmpstr (after, ==, texts[i]);
    }
}

/* A folder in the place of the file cannot be written, even by root. */
static void
test_what_cannot_be_saved (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr(LieuditUserPlace) place = make_place ("own-1", "Le Moulin");
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "a file where the folder would be", -1, NULL));
  g_assert_false (lieudit_user_places_add (fixture->places, place, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->places)), ==, 0);
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

static void
test_compiled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(LieuditUserPlace) place = make_place ("own-1", "Le Moulin");
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (lieudit_user_places_add (fixture->places, place, NULL));
  bytes = lieudit_user_places_compile (fixture->places, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_bytes (bytes, &error);
  g_assert_no_error (error);
  found = lieudit_gazetteer_find (gazetteer, "le moulin");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (lieudit_place_get_id (g_ptr_array_index (found, 0)), ==, "own-1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/user-places/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("changes-and-undo", test_changes_and_undo);
  ADD ("all-facts-are-kept", test_all_facts_are_kept);
  ADD ("what-cannot-be-added", test_what_cannot_be_added);
  ADD ("places-that-are-not-there", test_places_that_are_not_there);
  ADD ("damaged-file", test_damaged_file);
  ADD ("what-cannot-be-saved", test_what_cannot_be_saved);
  ADD ("compiled", test_compiled);
#undef ADD

  return g_test_run ();
}
