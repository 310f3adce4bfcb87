/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data are changes to a sound file of tiles: two bytes tell where, one what to write there. What opens nevertheless is asked for
 * tiles. */
#include "fuzz.h"
#include "map/lieudit-tile-archive.h"
#include "map/lieudit-tile-image.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define CHANGE_LENGTH 3

static const char tables[] =
  "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
  "CREATE UNIQUE INDEX place ON tiles (zoom_level, tile_column, tile_row);"
  "CREATE TABLE metadata (name TEXT, value TEXT);"
  "INSERT INTO metadata VALUES ('name', 'Survey'), ('attribution', 'The makers'), ('bounds', '35,34,39,38'), ('minzoom', '2'),"
  "  ('maxzoom', '3');"
  "INSERT INTO tiles VALUES (2, 1, 1, x'89504E470D0A1A0A0000000D49484452000001000000010008060000'),"
  "  (3, 2, 4, x'89504E470D0A1A0A0000000D49484452000001000000010008060000');";

static const char *
get_path (void)
{
  static char *path;

  if (path == NULL)
    {
      g_autoptr (GError) error = NULL;
      int descriptor = g_file_open_tmp ("lieudit-XXXXXX.mbtiles", &path, &error);

      g_assert_no_error (error);
      g_close (descriptor, NULL);
    }

  return path;
}

static GBytes *
get_sound_bytes (void)
{
  static GBytes *bytes;

  if (bytes == NULL)
    {
      sqlite3 *database;
      char *contents;
      gsize length;

      g_unlink (get_path ());
      g_assert_cmpint (sqlite3_open (get_path (), &database), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (database, tables, NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
      g_assert_true (g_file_get_contents (get_path (), &contents, &length, NULL));
      bytes = g_bytes_new_take (contents, length);
    }

  return bytes;
}

static void
write_changed (const guint8 *data,
               gsize         size)
{
  gsize length;
  const guint8 *sound = g_bytes_get_data (get_sound_bytes (), &length);
  g_autofree guint8 *copy = g_memdup2 (sound, length);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i + CHANGE_LENGTH <= size; i += CHANGE_LENGTH)
    copy[((gsize) data[i] << 8 | data[i + 1]) % length] = data[i + 2];
  g_file_set_contents_full (get_path (), (const char *) copy, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  guint *n_left = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) image = lieudit_tile_store_load_finish (LIEUDIT_TILE_STORE (source), result, &error);

  g_assert_true ((image == NULL) == (error != NULL));
  if (image != NULL)
    g_assert_true (lieudit_tile_image_check (image, NULL));
  *n_left -= 1;
}

static void
use_store (LieuditTileStore *store)
{
  static const LieuditTileAddress addresses[] = { { 2, 1, 2 }, { 3, 2, 3 }, { 22, 4000000, 1 } };
  guint n_left = G_N_ELEMENTS (addresses);
  const char *texts[] = { lieudit_tile_store_get_title (store), lieudit_tile_store_get_attribution (store) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (texts[i] == NULL || g_utf8_validate (texts[i], -1, NULL));
  g_assert_cmpuint (lieudit_tile_store_get_max_zoom (store), <=, LIEUDIT_TILE_MAX_ZOOM);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    lieudit_tile_store_load_async (store, &addresses[i], NULL, on_loaded, &n_left);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GFile) file = g_file_new_for_path (get_path ());
  g_autoptr (LieuditTileStore) store = NULL;
  g_autoptr (GError) error = NULL;

  write_changed (data, size);
  store = lieudit_tile_archive_open (file, FALSE, &error);
  g_assert_true ((store == NULL) == (error != NULL));
  if (store != NULL)
    use_store (store);
  g_unlink (get_path ());

  return 0;
}
