/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-import.h"
#include "gazetteer/lieudit-gazetteer.h"
#include "gazetteer/lieudit-user-gazetteers.h"
#include "text/lieudit-folded-text.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "remove-folder.h"

#define GEONAMES(id, name, others, lat, lon) \
  id "\t" name "\t" name "\t" others "\t" lat "\t" lon "\tP\tPPL\tSY\t\t09\t\t\t\t120\t\t390\tAsia/Damascus\t2017-01-01\n"

#define POINT(id, coordinates, properties) \
  "{\"type\":\"Feature\",\"id\":\"" id "\",\"geometry\":{\"type\":\"Point\",\"coordinates\":" coordinates "}," \
  "\"properties\":{" properties "}}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\n\"features\":[\n" features "\n]}\n"

typedef struct {
  char *folder; /* of the person's gazetteers */
  char *inputs;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->inputs = g_dir_make_tmp ("lieudit-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->inputs, "gazetteers", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  remove_folder (fixture->inputs);
  g_free (fixture->folder);
  g_free (fixture->inputs);
}

static char *
write_input (Fixture    *fixture,
             const char *name,
             const char *text,
             gssize      length)
{
  char *path = g_build_filename (fixture->inputs, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));

  return path;
}

static LieuditGazetteerImport *
make_import (Fixture    *fixture,
             const char *name,
             const char *text)
{
  LieuditGazetteerImport *import = lieudit_gazetteer_import_new (fixture->folder);
  g_autofree char *path = write_input (fixture, name, text, -1);

  lieudit_gazetteer_import_add_file (import, path);
  lieudit_gazetteer_import_set_name (import, "test");

  return import;
}

static LieuditGazetteer *
open_result (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.gazetteer", NULL);
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer = lieudit_gazetteer_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (lieudit_gazetteer_verify (gazetteer, &error));
  g_assert_no_error (error);

  return gazetteer;
}

static char *
find_ids (LieuditGazetteer *gazetteer,
          const char       *name)
{
  g_autoptr(GPtrArray) found = lieudit_gazetteer_find (gazetteer, name);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", lieudit_place_get_id (g_ptr_array_index (found, i)));

  return g_string_free (ids, FALSE);
}

static void
assert_found (LieuditGazetteer *gazetteer,
              const char       *name,
              const char       *expected)
{
  g_autofree char *ids = find_ids (gazetteer, name);

  g_test_message ("%s", name);
  g_assert_cmpstr (ids, ==, expected);
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *what;
    const char *text;
    const char *name;
    const char *id;
  } cases[] = {
    { "GeoNames", GEONAMES ("77", "Tell Zork", "Zorkville,تل", "35.5", "36.5"), "Zorkville", "gn-77" },
    { "GeoNames, with a byte order mark", "\xEF\xBB\xBF" GEONAMES ("77", "Tell Zork", "", "35.5", "36.5"), "Tell Zork", "gn-77" },
    { "GeoNames, without an end of line", "77\tTell Zork\tTell Zork\t\t35\t36\tP\tPPL\tSY\t\t\t\t\t\t1", "Tell Zork", "gn-77" },
    { "commas", "name,lat,lon\nTell Zork,35.5,36.5\n", "tell zork", "test:2" },
    { "semicolons", "name;latitude;longitude\nTell Zork;35.5;36.5\n", "tell zork", "test:2" },
    { "tabs", "lng\tlat\tname\n36.5\t35.5\tTell Zork\n", "tell zork", "test:2" },
    { "x and y", "NAME,X,Y\nTell Zork,36.5,35.5\n", "tell zork", "test:2" },
    { "lines of Windows", "name,lat,lon\r\nTell Zork,35.5,36.5\r\n", "tell zork", "test:2" },
    { "quotation marks", "\"name\",\"lat\",\"lon\"\n\"Tell, Zork\",\"35.5\",\"36.5\"\n", "tell, zork", "test:2" },
    { "a line within quotation marks", "name,note,lat,lon\nTell Zork,\"a \"\"b\"\"\nc\",35.5,36.5\n", "tell zork", "test:2" },
    { "names by language", "name,name_fr,name_ar,lat,lon\nZork,Colline de Zork,تل زورك,35.5,36.5\n", "تل زورك", "test:2" },
    { "identifiers", "id,name,lat,lon\nz9,Zork,35.5,36.5\n", "Zork", "test:z9" },
    { "GeoJSON", COLLECTION (POINT ("z9", "[36.5,35.5]", "\"name\":\"Zork\"")), "Zork", "test:z9" },
    { "GeoJSON of OpenStreetMap", COLLECTION (POINT ("z9", "[36.5,35.5]", "\"name:fr\":\"Zorque\"")), "Zorque", "test:z9" },
    { "GeoJSON as Lieudit has it", COLLECTION (POINT ("z9", "[36.5,35.5]", "\"names\":{\"fr\":[\"A\",\"Zorque\"]}")), "Zorque", "test:z9" },
    { "GeoJSON on one line", "{\"features\":[" POINT ("z9", "[36.5,35.5]", "\"name\":\"Zork [\\\"{\"") "]}", "Zork [\"{", "test:z9" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditGazetteerImport) import = make_import (fixture, "input", cases[i].text);
      g_autoptr(LieuditGazetteer) gazetteer = NULL;
      g_autoptr(LieuditPlace) place = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_true (lieudit_gazetteer_import_run (import, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (lieudit_import_report_get_n_skipped (lieudit_gazetteer_import_get_report (import)), ==, 0);
      gazetteer = open_result (fixture);
      assert_found (gazetteer, cases[i].name, cases[i].id);
      place = lieudit_gazetteer_lookup_id (gazetteer, cases[i].id);
      g_assert_cmpfloat (lieudit_place_get_latitude (place), >=, 35.0);
      g_assert_cmpfloat (lieudit_place_get_longitude (place), >=, 36.0);
    }
}

static void
test_what_is_skipped (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (10000, 'x');
  g_autofree char *long_row = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *with_long_name = g_strdup_printf ("name,lat,lon\n%s,1,1\nKept,1,1\n", long_name);
  g_autofree char *with_long_row = g_strdup_printf ("name,lat,lon\n%s\nKept,1,1\n", long_row);
  const struct {
    const char *what;
    const char *text;
    LieuditImportProblem problem;
    guint64 line;
  } cases[] = {
    { "too far north", "name,lat,lon\nKept,1,1\nA,90.1,1\n", LIEUDIT_IMPORT_COORDINATES, 3 },
    { "too far west", "name,lat,lon\nA,1,-180.1\nKept,1,1\n", LIEUDIT_IMPORT_COORDINATES, 2 },
    { "not a number", "name,lat,lon\nA,nan,1\nKept,1,1\n", LIEUDIT_IMPORT_COORDINATES, 2 },
    { "a decimal comma", "name;lat;lon\nA;35,5;1\nKept;1;1\n", LIEUDIT_IMPORT_COORDINATES, 2 },
    { "no coordinates", "name,lat,lon\nA,,\nKept,1,1\n", LIEUDIT_IMPORT_COORDINATES, 2 },
    { "no name", "name,lat,lon\n\"  \",1,1\nKept,1,1\n", LIEUDIT_IMPORT_NO_NAME, 2 },
    { "too few columns", "name,lat,lon\nA,1\nKept,1,1\n", LIEUDIT_IMPORT_COLUMNS, 2 },
    { "a name of 10,000 characters", with_long_name, LIEUDIT_IMPORT_LONG_NAME, 2 },
    { "a row of two megabytes", with_long_row, LIEUDIT_IMPORT_LONG_LINE, 2 },
    { "Latin-1", "name,lat,lon\nM\xE9lun,1,1\nKept,1,1\n", LIEUDIT_IMPORT_ENCODING, 2 },
    { "an identifier for the second time", "id,name,lat,lon\n1,Kept,1,1\n1,A,1,1\n", LIEUDIT_IMPORT_DUPLICATE, 3 },
    { "GeoNames without a number", GEONAMES ("1", "Kept", "", "1", "1") GEONAMES ("one", "A", "", "1", "1"), LIEUDIT_IMPORT_IDENTIFIER, 2 },
    { "GeoNames cut off", GEONAMES ("1", "Kept", "", "1", "1") "2\tA\tA", LIEUDIT_IMPORT_COLUMNS, 2 },
    { "GeoNames off the Earth", GEONAMES ("1", "Kept", "", "1", "1") GEONAMES ("2", "A", "", "1", "1e9"), LIEUDIT_IMPORT_COORDINATES, 2 },
    { "GeoJSON off the Earth", COLLECTION (POINT ("k", "[1,1]", "\"name\":\"Kept\"") ",\n" POINT ("a", "[1,95]", "\"name\":\"A\"")), LIEUDIT_IMPORT_COORDINATES, 4 },
    { "GeoJSON that is no point", COLLECTION (POINT ("k", "[1,1]", "\"name\":\"Kept\"") ",\n{\"geometry\":{\"type\":\"LineString\"},\"properties\":{\"name\":\"A\"}}"), LIEUDIT_IMPORT_NO_POINT, 4 },
    { "GeoJSON without a name", COLLECTION (POINT ("k", "[1,1]", "\"name\":\"Kept\"") ",\n" POINT ("a", "[1,1]", "")), LIEUDIT_IMPORT_NO_NAME, 4 },
    { "GeoJSON that is half a feature", COLLECTION (POINT ("k", "[1,1]", "\"name\":\"Kept\"") ",\n{\"id\":,}"), LIEUDIT_IMPORT_NOT_JSON, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditGazetteerImport) import = make_import (fixture, "input", cases[i].text);
      g_autoptr(LieuditGazetteer) gazetteer = NULL;
      g_autoptr(GError) error = NULL;
      LieuditImportReport *report;
      const LieuditImportExample *example;

      g_test_message ("%s", cases[i].what);
      g_assert_true (lieudit_gazetteer_import_run (import, NULL, &error));
      g_assert_no_error (error);
      report = lieudit_gazetteer_import_get_report (import);
      g_assert_cmpuint (lieudit_import_report_get_n_places (report), ==, 1);
      g_assert_cmpuint (lieudit_import_report_get_n_skipped (report), ==, 1);
      g_assert_cmpuint (lieudit_import_report_get_count (report, cases[i].problem), ==, 1);
      example = lieudit_import_report_get_example (report, 0);
      g_assert_cmpstr (example->file, ==, "input");
      g_assert_cmpuint (example->line, ==, cases[i].line);
      gazetteer = open_result (fixture);
      g_assert_cmpuint (lieudit_gazetteer_get_n_places (gazetteer), ==, 1);
    }
}

/* All are counted, but the person is shown the first few. */
static void
test_many_bad_rows (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("name,lat,lon\nKept,1,1\n");
  g_autoptr(LieuditGazetteerImport) import = NULL;
  LieuditImportReport *report;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "A,100,1\n");
  import = make_import (fixture, "input", text->str);
  g_assert_true (lieudit_gazetteer_import_run (import, NULL, NULL));
  report = lieudit_gazetteer_import_get_report (import);
  g_assert_cmpuint (lieudit_import_report_get_count (report, LIEUDIT_IMPORT_COORDINATES), ==, 5000);
  g_assert_cmpuint (lieudit_import_report_get_n_examples (report), ==, 20);
  g_assert_cmpuint (lieudit_import_report_get_example (report, 19)->line, ==, 22);
}

static void
test_what_cannot_be_imported (Fixture       *fixture,
                              gconstpointer  data)
{
  static const struct {
    const char *what;
    const char *text;
    const char *message; /* a part of it */
  } cases[] = {
    { "nothing", "", "no place" },
    { "prose", "An article about the news.\n", "first line" },
    { "a table without coordinates", "name,kind\nA,PPL\n", "first line" },
    { "a table without rows", "name,lat,lon\n", "no place" },
    { "a table of bad rows", "name,lat,lon\nA,100,1\n", "no place" },
    { "JSON that is no collection", "{\"name\":\"A\"}", "GeoJSON" },
    { "GeoJSON that is cut off", "{\"features\":[" POINT ("k", "[1,1]", "\"name\":\"A\""), "GeoJSON" },
    { "brackets without end", "{\"features\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "GeoJSON" },
    { "a header in Latin-1", "name,lat,lon,\xE9\nA,1,1,1\n", "UTF-8" },
    { "binary data", "\x7F" "ELF\x02\x01\x01", "first line" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditGazetteerImport) import = make_import (fixture, "input", cases[i].text);
      g_autofree char *path = g_build_filename (fixture->folder, "test.gazetteer", NULL);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_false (lieudit_gazetteer_import_run (import, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* alternateNamesV2.txt speaks of the places of another table, in any order. */
static void
test_alternate_names (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(LieuditGazetteerImport) import = lieudit_gazetteer_import_new (fixture->folder);
  g_autofree char *names = write_input (fixture, "alternateNamesV2.txt",
                                        "1\t78\tfr\tColline\t\t\t\t\t\t\n"
                                        "2\t77\tfr\tLe Zork\t\t\t\t\t\t\n"
                                        "3\t77\tfr\tZorque\t1\t\t\t\t\t\n"
                                        "4\t77\tlink\thttps://example.org/zork\t\t\t\t\t\t\n"
                                        "5\t77\t\tZorkum\t\t\t\t\t\t\n"
                                        "6\t999\tfr\tAilleurs\t\t\t\t\t\t\n", -1);
  g_autofree char *places = write_input (fixture, "XX.txt",
                                         GEONAMES ("78", "Hill", "", "1", "1") GEONAMES ("77", "Zork", "", "2", "2"), -1);
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(LieuditPlace) place = NULL;
  g_autoptr(GError) error = NULL;

  lieudit_gazetteer_import_add_file (import, names);
  lieudit_gazetteer_import_add_file (import, places);
  lieudit_gazetteer_import_set_name (import, "test");
  g_assert_true (lieudit_gazetteer_import_run (import, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lieudit_import_report_get_n_skipped (lieudit_gazetteer_import_get_report (import)), ==, 0);

  gazetteer = open_result (fixture);
  assert_found (gazetteer, "Colline", "gn-78");
  assert_found (gazetteer, "Le Zork", "gn-77");
  assert_found (gazetteer, "Zorkum", "gn-77");
  assert_found (gazetteer, "Ailleurs", "");
  assert_found (gazetteer, "https://example.org/zork", "");
  place = lieudit_gazetteer_lookup_id (gazetteer, "gn-77");
  g_assert_cmpstr (lieudit_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH), ==, "Zorque");
  g_assert_cmpstr (lieudit_gazetteer_get_source (gazetteer, 0).licence, ==, "CC BY 4.0");
  g_assert_cmpuint (lieudit_gazetteer_get_source (gazetteer, 0).n_places, ==, 2);
}

static void
append_rows (GString *text,
             guint    n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "place %u,%f,%f\n", i * 7919 % n_rows, i % 90 * 1.0, i % 180 * 1.0);
}

/* What takes many sorted files on disk is the same as what fits into memory. */
/* No place that comes with Lieudit needs to bear the name. */
static void
test_names_that_are_words (Fixture       *fixture,
                           gconstpointer  data)
{
  static const struct {
    const char *name;
    guint       flags;
  } cases[] = {
    { "Hangar", LIEUDIT_CANDIDATE_ORDINARY_WORD },
    { "Étaient", LIEUDIT_CANDIDATE_ORDINARY_WORD },
    { "Which", LIEUDIT_CANDIDATE_ORDINARY_WORD },
    { "كان", LIEUDIT_CANDIDATE_ORDINARY_WORD },
    { "المدرسة", LIEUDIT_CANDIDATE_ORDINARY_WORD },
    { "Gwendolyn", LIEUDIT_CANDIDATE_PERSON_NAME },
    { "Kafr Hangar", 0 },
    { "Zorkania", 0 },
  };
  g_autoptr(GString) table = g_string_new ("name,lat,lon\n");
  g_autoptr(LieuditGazetteerImport) import = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_string_append_printf (table, "%s,%u,36\n", cases[i].name, (guint) i);
  import = make_import (fixture, "input", table->str);
  g_assert_true (lieudit_gazetteer_import_run (import, NULL, &error));
  g_assert_no_error (error);

  gazetteer = open_result (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = lieudit_fold_name (cases[i].name);
      const guint marks = LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME;
      const LieuditCandidate *candidates;
      LieuditNameMatch matches[8];
      guint n_candidates;
      guint n_matches = lieudit_gazetteer_match_prefixes (gazetteer, folded, strlen (folded), matches, G_N_ELEMENTS (matches));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (n_matches, >, 0);
      candidates = lieudit_gazetteer_get_candidates (gazetteer, matches[n_matches - 1].name, &n_candidates);
      g_assert_cmpuint (n_candidates, ==, 1);
      g_assert_cmphex (candidates[0].flags & marks, ==, cases[i].flags);
    }
}

static void
test_little_memory (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("name,lat,lon\n");
  g_autofree char *path = g_build_filename (fixture->folder, "test.gazetteer", NULL);
  g_autofree char *contents[2] = { NULL, };
  gsize lengths[2];

  append_rows (text, 20000);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(LieuditGazetteerImport) import = make_import (fixture, "input", text->str);
      g_autoptr(GError) error = NULL;

      if (i == 1)
        lieudit_gazetteer_import_set_memory (import, 16 * 1024);
      g_assert_true (lieudit_gazetteer_import_run (import, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (lieudit_gazetteer_import_get_progress (import), ==, 1.0);
      g_assert_true (g_file_get_contents (path, &contents[i], &lengths[i], NULL));
    }

  g_assert_cmpmem (contents[0], lengths[0], contents[1], lengths[1]);
  g_free (g_steal_pointer (&contents[1]));
}

static guint
count_files (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

static void
assert_old_state (Fixture *fixture)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_result (fixture);

  assert_found (gazetteer, "Old", "test:2");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
import_old_state (Fixture *fixture)
{
  g_autoptr(LieuditGazetteerImport) import = make_import (fixture, "old", "name,lat,lon\nOld,1,1\n");

  g_assert_true (lieudit_gazetteer_import_run (import, NULL, NULL));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("name,lat,lon\n");
  g_autoptr(LieuditGazetteerImport) import = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  import_old_state (fixture);
  append_rows (text, 5000);
  import = make_import (fixture, "input", text->str);
  g_cancellable_cancel (cancellable);
  g_assert_false (lieudit_gazetteer_import_run (import, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old_state (fixture);
}

/* A limit on the size of files stands for a disk without room. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("name,lat,lon\n");
  static const rlim_t limits[] = { 0, 20000, 200000, 600000 };

  import_old_state (fixture);
  append_rows (text, 20000);
  signal (SIGXFSZ, SIG_IGN);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr(LieuditGazetteerImport) import = make_import (fixture, "input", text->str);
      g_autoptr(GError) error = NULL;
      struct rlimit before;
      struct rlimit limit;
      gboolean done;

      lieudit_gazetteer_import_set_memory (import, 64 * 1024);
      g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
      limit = before;
      limit.rlim_cur = limits[i];
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      done = lieudit_gazetteer_import_run (import, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

      g_assert_false (done);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_nonnull (strstr (error->message, "room"));
      assert_old_state (fixture);
    }
}

/* Root may write anywhere, but not below a file. */
static void
test_home_that_cannot_be_written (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(LieuditGazetteerImport) import = make_import (fixture, "input", "name,lat,lon\nA,1,1\n");
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (geteuid () == 0)
    {
      g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
      done = lieudit_gazetteer_import_run (import, NULL, &error);
      g_unlink (fixture->folder);
    }
  else
    {
      g_assert_cmpint (g_mkdir (fixture->folder, 0500), ==, 0);
      done = lieudit_gazetteer_import_run (import, NULL, &error);
    }

  g_assert_false (done);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "cannot be written"));
}

static void
store_result (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_in_a_thread (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(LieuditGazetteerImport) import = make_import (fixture, "input", "name,lat,lon\nA,1,1\n");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  lieudit_gazetteer_import_run_async (import, NULL, store_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lieudit_gazetteer_import_run_finish (import, result, &error));
  g_assert_no_error (error);
}

static void
test_remove_and_restore (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(LieuditUserGazetteers) gazetteers = lieudit_user_gazetteers_new (fixture->folder);
  g_autoptr(GError) error = NULL;

  import_old_state (fixture);
  lieudit_user_gazetteers_refresh (gazetteers);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gazetteers)), ==, 1);
  g_assert_true (lieudit_user_gazetteers_remove (gazetteers, "test", &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gazetteers)), ==, 0);
  g_assert_true (lieudit_user_gazetteers_restore (gazetteers, "test", &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gazetteers)), ==, 1);
  assert_old_state (fixture);

  g_assert_true (lieudit_user_gazetteers_remove (gazetteers, "test", &error));
  lieudit_user_gazetteers_purge (gazetteers);
  g_assert_false (lieudit_user_gazetteers_restore (gazetteers, "test", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_names_of_gazetteers (void)
{
  static const char * const good[] = { "SY", "all countries", "Villages d’Idlib", "a.b" };
  static const char * const bad[] = { "", ".", "..", "-n", "a/b", "../a", "a\nb", "a\xFF" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (lieudit_user_gazetteers_is_name (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lieudit_user_gazetteers_is_name (bad[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("formats", test_formats);
  ADD ("what-is-skipped", test_what_is_skipped);
  ADD ("many-bad-rows", test_many_bad_rows);
  ADD ("what-cannot-be-imported", test_what_cannot_be_imported);
  ADD ("alternate-names", test_alternate_names);
  ADD ("names-that-are-words", test_names_that_are_words);
  ADD ("little-memory", test_little_memory);
  ADD ("cancelled", test_cancelled);
  ADD ("full-disk", test_full_disk);
  ADD ("home-that-cannot-be-written", test_home_that_cannot_be_written);
  ADD ("in-a-thread", test_in_a_thread);
  ADD ("remove-and-restore", test_remove_and_restore);
#undef ADD
  g_test_add_func ("/import/names-of-gazetteers", test_names_of_gazetteers);

  return g_test_run ();
}
