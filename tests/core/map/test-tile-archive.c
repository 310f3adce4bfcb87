/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "map/lieudit-tile-archive.h"

#define TILES "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
#define METADATA "CREATE TABLE metadata (name TEXT, value TEXT);"

/* What a PNG of 256 by 256 pixels begins with. */
#define PNG "x'89504E470D0A1A0A0000000D49484452000001000000010008060000'"
#define HUGE_PNG "x'89504E470D0A1A0A0000000D49484452000F0000000F000008060000'"

#define SOUND TILES METADATA "INSERT INTO tiles VALUES (3, 1, 2, " PNG ");"

#define OPENS -1

typedef struct {
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GError *error = NULL;
  int descriptor = g_file_open_tmp ("lieudit-XXXXXX.mbtiles", &fixture->path, &error);

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->path, g_free);
}

static void
write_database (Fixture    *fixture,
                const char *statements)
{
  sqlite3 *database;
  char *message = NULL;

  g_unlink (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  if (sqlite3_exec (database, statements, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct {
    const char *what;
    const char *statements;
    int code; /* OPENS or a LieuditTileError */
  } cases[] = {
    { "sound", SOUND, OPENS },
    { "without metadata", TILES "INSERT INTO tiles VALUES (3, 1, 2, " PNG ");", OPENS },
    { "a view, as some programs write", "CREATE TABLE images (id TEXT, tile_data BLOB);"
      "CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);"
      "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map JOIN images ON images.id = map.tile_id;"
      "INSERT INTO images VALUES ('a', " PNG "); INSERT INTO map VALUES (3, 1, 2, 'a');", OPENS },
    { "no tables", "CREATE TABLE other (x);", LIEUDIT_TILE_ERROR_NO_MAP },
    { "other columns", "CREATE TABLE tiles (z, x, y, data);" METADATA, LIEUDIT_TILE_ERROR_NO_MAP },
    { "no tiles", TILES METADATA, LIEUDIT_TILE_ERROR_NO_MAP },
    { "vector tiles", TILES "INSERT INTO tiles VALUES (0, 0, 0, x'1F8B0800');", LIEUDIT_TILE_ERROR_VECTOR },
    { "a page for a tile", TILES "INSERT INTO tiles VALUES (0, 0, 0, '<html>');", LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "a number for a tile", TILES "INSERT INTO tiles VALUES (0, 0, 0, 7);", LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "nothing for a tile", TILES "INSERT INTO tiles VALUES (0, 0, 0, NULL);", LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "a tile of a million pixels square", TILES "INSERT INTO tiles VALUES (0, 0, 0, " HUGE_PNG ");", LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "a tile of many bytes", TILES "INSERT INTO tiles VALUES (0, 0, 0, zeroblob(5000000));", LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "tiles that are nowhere", TILES "INSERT INTO tiles VALUES (-3, 0, 0, " PNG ");", LIEUDIT_TILE_ERROR_NO_MAP },
    { "tiles that are too near", TILES "INSERT INTO tiles VALUES (99, 0, 0, " PNG ");", LIEUDIT_TILE_ERROR_NO_MAP },
    { "a question that never ends",
      "CREATE VIEW tiles AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
      " SELECT i AS zoom_level, i AS tile_column, i AS tile_row, x'00' AS tile_data FROM n WHERE i < 0;", LIEUDIT_TILE_ERROR_DAMAGED },
    { "a function that reads files", TILES "CREATE TABLE x (y);"
      "DROP TABLE tiles; CREATE VIEW tiles AS SELECT 0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, load_extension('/tmp/x') AS tile_data;",
      LIEUDIT_TILE_ERROR_NO_MAP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LieuditTileStore) store = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      write_database (fixture, cases[i].statements);
      store = lieudit_tile_archive_open (fixture->file, FALSE, &error);
      if (cases[i].code == OPENS)
        {
          g_assert_no_error (error);
          g_assert_nonnull (store);
          continue;
        }
      g_assert_null (store);
      g_assert_error (error, LIEUDIT_TILE_ERROR, cases[i].code);
    }
}

static void
test_no_database (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct {
    const char *contents;
    gssize length;
    int code;
  } cases[] = {
    { "", 0, LIEUDIT_TILE_ERROR_NO_MAP },
    { "A letter about maps, and nothing else.", -1, LIEUDIT_TILE_ERROR_NO_MAP },
    { "SQLite format 3\0", 16, LIEUDIT_TILE_ERROR_NO_MAP },
  };
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/map.mbtiles");
  g_autoptr (GFile) distant = g_file_new_for_uri ("https://maps.invalid/map.mbtiles");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, cases[i].contents, cases[i].length, NULL));
      g_assert_null (lieudit_tile_archive_open (fixture->file, FALSE, &error));
      g_assert_error (error, LIEUDIT_TILE_ERROR, cases[i].code);
      g_clear_error (&error);
    }

  g_assert_null (lieudit_tile_archive_open (folder, FALSE, &error));
  g_assert_error (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_NO_MAP);
  g_clear_error (&error);
  g_assert_null (lieudit_tile_archive_open (nowhere, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lieudit_tile_archive_open (distant, FALSE, &error));
  g_assert_nonnull (error);
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GBytes *
load (LieuditTileStore  *store,
      guint              zoom,
      guint              x,
      guint              y,
      GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lieudit_tile_store_load_async (store, &(LieuditTileAddress) { zoom, x, y }, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lieudit_tile_store_load_finish (store, result, error);
}

/* What a file is cut down to is a map with errors, or none, and never the end of the program. */
static void
test_damage (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *contents = NULL;
  gsize length;

  write_database (fixture, SOUND "CREATE UNIQUE INDEX i ON tiles (zoom_level, tile_column, tile_row);");
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize i = 0; i < length; i += 127)
    {
      g_autofree char *changed = g_memdup2 (contents, length);

      changed[i] ^= 0x5a;
      for (guint is_cut = 0; is_cut < 2; is_cut++)
        {
          g_autoptr (LieuditTileStore) store = NULL;
          g_autoptr (GError) error = NULL;

          g_assert_true (g_file_set_contents (fixture->path, is_cut ? contents : changed, (gssize) (is_cut ? i : length), NULL));
          store = lieudit_tile_archive_open (fixture->file, FALSE, &error);
          g_assert_true ((store == NULL) == (error != NULL));
          if (store != NULL)
            {
              g_autoptr (GError) tile_error = NULL;
              g_autoptr (GBytes) image = load (store, 3, 1, 5, &tile_error);

              g_assert_true ((image == NULL) == (tile_error != NULL));
            }
        }
    }
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct {
    guint zoom;
    guint x;
    guint y;
    int code;
  } cases[] = {
    { 3, 1, 5, OPENS }, /* the second row from the south */
    { 3, 1, 2, LIEUDIT_TILE_ERROR_MISSING },
    { 4, 1, 5, LIEUDIT_TILE_ERROR_MISSING },
    { 5, 0, 31, LIEUDIT_TILE_ERROR_UNSUITABLE },
    { 22, 0, 0, LIEUDIT_TILE_ERROR_MISSING },
  };
  g_autoptr (LieuditTileStore) store = NULL;

  write_database (fixture, SOUND "INSERT INTO tiles VALUES (5, 0, 0, 'no image');");
  store = lieudit_tile_archive_open (fixture->file, FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) image = load (store, cases[i].zoom, cases[i].x, cases[i].y, &error);

      if (cases[i].code == OPENS)
        g_assert_nonnull (image);
      else
        g_assert_error (error, LIEUDIT_TILE_ERROR, cases[i].code);
    }
}

static void
test_description (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct {
    const char *metadata;
    const char *title; /* NULL is the name of the file */
    const char *attribution;
    guint min_zoom;
    guint max_zoom;
    gboolean covers; /* the mouth of the Congo */
  } cases[] = {
    { "", NULL, NULL, 3, 3, TRUE },
    { "INSERT INTO metadata VALUES ('name', 'Old <b>survey</b>'), ('attribution', '&copy; Makers'), ('minzoom', '2'), ('maxzoom', '9'),"
      " ('bounds', '10,-10,20,0');", "Old survey", "© Makers", 2, 9, TRUE },
    { "INSERT INTO metadata VALUES ('bounds', '35,34,39,38');", NULL, NULL, 3, 3, FALSE },
    { "INSERT INTO metadata VALUES ('bounds', '39,38,35,nan');", NULL, NULL, 3, 3, TRUE },
    { "INSERT INTO metadata VALUES ('bounds', '35,34,39');", NULL, NULL, 3, 3, TRUE },
    { "INSERT INTO metadata VALUES ('bounds', '35,38,39,34');", NULL, NULL, 3, 3, TRUE },
    { "INSERT INTO metadata VALUES ('minzoom', '9'), ('maxzoom', '2');", NULL, NULL, 3, 3, TRUE },
    { "INSERT INTO metadata VALUES ('minzoom', 'near'), ('maxzoom', '99');", NULL, NULL, 3, 3, TRUE },
    { "INSERT INTO metadata VALUES ('name', NULL), (NULL, 'x'), ('attribution', x'FFFE');", NULL, NULL, 3, 3, TRUE },
    { "INSERT INTO metadata SELECT 'attribution', hex(zeroblob(100000));", NULL, NULL, 3, 3, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *statements = g_strconcat (SOUND, cases[i].metadata, NULL);
      g_autofree char *name = g_path_get_basename (fixture->path);
      g_autoptr (LieuditTileStore) store = NULL;
      g_autoptr (GError) error = NULL;

      write_database (fixture, statements);
      store = lieudit_tile_archive_open (fixture->file, FALSE, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (lieudit_tile_store_get_title (store), ==, cases[i].title != NULL ? cases[i].title : name);
      g_assert_cmpstr (lieudit_tile_store_get_attribution (store), ==, cases[i].attribution);
      g_assert_cmpuint (lieudit_tile_store_get_min_zoom (store), ==, cases[i].min_zoom);
      g_assert_cmpuint (lieudit_tile_store_get_max_zoom (store), ==, cases[i].max_zoom);
      g_assert_cmpint (lieudit_tile_store_covers (store, -6, 12, 5), ==, cases[i].covers);
      g_assert_false (lieudit_tile_store_covers (store, -6, 12, 1.9));
    }
}

/* A map on a disc that cannot be written to opens all the same, and leaves nothing beside it. */
static void
test_writes_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *memory = g_strconcat (fixture->path, "-shm", NULL);

  write_database (fixture, "PRAGMA journal_mode=WAL;" SOUND);
  store = lieudit_tile_archive_open (fixture->file, FALSE, NULL);
  g_assert_nonnull (store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (memory, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/tile-archive/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/tile-archive/no-database", Fixture, NULL, set_up, test_no_database, tear_down);
  g_test_add ("/tile-archive/damage", Fixture, NULL, set_up, test_damage, tear_down);
  g_test_add ("/tile-archive/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/tile-archive/description", Fixture, NULL, set_up, test_description, tear_down);
  g_test_add ("/tile-archive/writes-nothing", Fixture, NULL, set_up, test_writes_nothing, tear_down);

  return g_test_run ();
}
