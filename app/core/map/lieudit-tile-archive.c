/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-archive.h"

#include "map/lieudit-tile-image.h"
#include "map/lieudit-tile-text.h"
#include "map/lieudit-vector-tile.h"

#include <glib/gi18n.h>
#include <sqlite3.h>

/* A longer text in the metadata says nothing that is shown. */
#define MOST_CHARACTERS 4096

/* A file can hold questions that take for ever. Every so many steps is looked whether it is enough, at about a second's work. */
#define STEPS_BETWEEN_LOOKS 1000
#define MOST_LOOKS 20000

/**
 * LieuditTileArchive:
 *
 * A map in a file: MBTiles, an SQLite database with a table of images, or of shapes.
 *
 * The file may come from anywhere. It is only read, nothing in its schema but plain views is run, no answer may be large or take long,
 * and whatever is wrong with it becomes an error.
 */
struct _LieuditTileArchive
{
  LieuditTileStore parent_instance;

  GMutex mutex; /* of the database, which tiles are read from on several threads */
  sqlite3 *database;
  sqlite3_stmt *find_tile;
  guint n_looks;
};

G_DEFINE_FINAL_TYPE (LieuditTileArchive, lieudit_tile_archive, LIEUDIT_TYPE_TILE_STORE)

static int
look_at_work (gpointer data)
{
  LieuditTileArchive *self = data;

  return ++self->n_looks > MOST_LOOKS;
}

/* What SQLite says is for its users, not for people who open a map. */
static void
take_database_error (LieuditTileArchive  *self,
                     GError             **error)
{
  switch (sqlite3_errcode (self->database) & 0xff)
    {
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* no such table */
    case SQLITE_AUTH:
      g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_NO_MAP, _("It is no map in the MBTiles format."));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_DAMAGED, _("It takes too long to find a tile in it."));
      break;
    case SQLITE_TOOBIG:
      g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile is too large."));
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
      g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_DAMAGED, _("It cannot be read."));
      break;
    default:
      g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_DAMAGED, _("It is damaged."));
    }
}

static sqlite3_stmt *
prepare (LieuditTileArchive  *self,
         const char          *question,
         GError             **error)
{
  sqlite3_stmt *statement = NULL;

  self->n_looks = 0;
  if (sqlite3_prepare_v2 (self->database, question, -1, &statement, NULL) == SQLITE_OK)
    return statement;
  take_database_error (self, error);

  return NULL;
}

/* Goes on to the next row; FALSE without an error is the end. */
static gboolean
step (LieuditTileArchive  *self,
      sqlite3_stmt        *statement,
      GError             **error)
{
  int result = sqlite3_step (statement);

  if (result != SQLITE_ROW && result != SQLITE_DONE)
    take_database_error (self, error);

  return result == SQLITE_ROW;
}

static GBytes *
take_bytes (sqlite3_stmt  *statement,
            GError       **error)
{
  if (sqlite3_column_type (statement, 0) == SQLITE_BLOB)
    return g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile is no PNG, JPEG or WebP image."));

  return NULL;
}

static GBytes *
take_tile (LieuditTileArchive  *self,
           sqlite3_stmt        *statement,
           GError             **error)
{
  g_autoptr (GBytes) bytes = take_bytes (statement, error);

  if (bytes == NULL)
    return NULL;
  if (lieudit_tile_store_get_holds_shapes (LIEUDIT_TILE_STORE (self)))
    return lieudit_vector_tile_unpack (bytes, error);
  if (!lieudit_tile_image_check (bytes, error))
    return NULL;

  return g_steal_pointer (&bytes);
}

static GBytes *
read_tile (LieuditTileArchive        *self,
           const LieuditTileAddress  *address,
           GError                   **error)
{
  GBytes *tile = NULL;
  GError *failure = NULL;

  g_mutex_lock (&self->mutex);
  self->n_looks = 0;
  sqlite3_bind_int (self->find_tile, 1, (int) address->zoom);
  sqlite3_bind_int (self->find_tile, 2, (int) address->x);
  /* MBTiles counts rows from the south. */
  sqlite3_bind_int (self->find_tile, 3, (int) ((1u << address->zoom) - 1 - address->y));
  if (step (self, self->find_tile, &failure))
    tile = take_tile (self, self->find_tile, &failure);
  else if (failure == NULL)
    failure = g_error_new_literal (LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_MISSING, _("The map has no tile there."));
  sqlite3_reset (self->find_tile);
  g_mutex_unlock (&self->mutex);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return tile;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *tile;

  if (g_task_return_error_if_cancelled (task))
    return;
  tile = read_tile (source, task_data, &error);
  if (tile != NULL)
    g_task_return_pointer (task, tile, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
lieudit_tile_archive_load_async (LieuditTileStore         *store,
                                 const LieuditTileAddress *address,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, lieudit_tile_archive_load_async);
  g_task_set_task_data (task, g_memdup2 (address, sizeof *address), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

static GBytes *
lieudit_tile_archive_load_finish (LieuditTileStore  *store,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
lieudit_tile_archive_finalize (GObject *object)
{
  LieuditTileArchive *self = LIEUDIT_TILE_ARCHIVE (object);

  sqlite3_finalize (self->find_tile);
  sqlite3_close (self->database);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (lieudit_tile_archive_parent_class)->finalize (object);
}

static void
lieudit_tile_archive_class_init (LieuditTileArchiveClass *klass)
{
  LieuditTileStoreClass *store_class = LIEUDIT_TILE_STORE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lieudit_tile_archive_finalize;

  store_class->load_async = lieudit_tile_archive_load_async;
  store_class->load_finish = lieudit_tile_archive_load_finish;
}

static void
lieudit_tile_archive_init (LieuditTileArchive *self)
{
  g_mutex_init (&self->mutex);
}

/* A pipe or a device would be read for ever. */
static gboolean
check_file (GFile   *file,
            GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_file_peek_path (file) != NULL)
    return TRUE;
  g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_NO_MAP, _("It is no file on this computer."));

  return FALSE;
}

static void
restrict_database (LieuditTileArchive *self)
{
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_limit (self->database, SQLITE_LIMIT_LENGTH, LIEUDIT_TILE_MOST_BYTES);
  sqlite3_limit (self->database, SQLITE_LIMIT_SQL_LENGTH, 100000);
  sqlite3_limit (self->database, SQLITE_LIMIT_EXPR_DEPTH, 20);
  sqlite3_limit (self->database, SQLITE_LIMIT_COMPOUND_SELECT, 20);
  sqlite3_limit (self->database, SQLITE_LIMIT_VDBE_OP, 25000);
  sqlite3_limit (self->database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_progress_handler (self->database, STEPS_BETWEEN_LOOKS, look_at_work, self);
}

static gboolean
open_database (LieuditTileArchive  *self,
               GFile               *file,
               GError             **error)
{
  g_autofree char *uri = g_filename_to_uri (g_file_peek_path (file), NULL, error);
  g_autofree char *name = NULL;

  if (uri == NULL)
    return FALSE;
  /* Nothing is written beside the file, not even locks. */
  name = g_strconcat (uri, "?immutable=1", NULL);
  if (sqlite3_open_v2 (name, &self->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      take_database_error (self, error);
      return FALSE;
    }
  restrict_database (self);
  self->find_tile = prepare (self, "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?", error);

  return self->find_tile != NULL;
}

/* Any tile tells what kind all are of. */
static GBytes *
take_first_tile (LieuditTileArchive  *self,
                 sqlite3_stmt        *statement,
                 gboolean             takes_shapes,
                 GError             **error)
{
  g_autoptr (GBytes) bytes = take_bytes (statement, error);

  if (bytes == NULL)
    return NULL;
  lieudit_tile_store_set_holds_shapes (LIEUDIT_TILE_STORE (self), takes_shapes && lieudit_vector_tile_recognise (bytes));

  return take_tile (self, statement, error);
}

static gboolean
check_any_tile (LieuditTileArchive  *self,
                gboolean             takes_shapes,
                GError             **error)
{
  g_autoptr (GBytes) tile = NULL;
  GError *failure = NULL;
  sqlite3_stmt *statement = prepare (self, "SELECT tile_data FROM tiles LIMIT 1", &failure);

  if (statement != NULL && step (self, statement, &failure))
    tile = take_first_tile (self, statement, takes_shapes, &failure);
  else if (failure == NULL)
    failure = g_error_new_literal (LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_NO_MAP, _("There are no tiles in it."));
  sqlite3_finalize (statement);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return tile != NULL;
}

/* Whatever the metadata lacks or has wrong, the tiles count. */
static GHashTable *
read_metadata (LieuditTileArchive *self)
{
  GHashTable *metadata = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = prepare (self,
                                     "SELECT name, value FROM metadata "
                                     "WHERE name IN ('name', 'attribution', 'minzoom', 'maxzoom', 'bounds')",
                                     NULL);

  while (statement != NULL && step (self, statement, NULL))
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      const char *value = (const char *) sqlite3_column_text (statement, 1);

      if (name != NULL && value != NULL && strlen (value) <= MOST_CHARACTERS && g_utf8_validate (value, -1, NULL))
        g_hash_table_insert (metadata, g_strdup (name), g_strdup (value));
    }
  sqlite3_finalize (statement);

  return metadata;
}

static gboolean
parse_zoom (GHashTable *metadata,
            const char *name,
            guint      *zoom)
{
  const char *text = g_hash_table_lookup (metadata, name);
  guint64 value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, LIEUDIT_TILE_MAX_ZOOM, &value, NULL))
    return FALSE;
  *zoom = (guint) value;

  return TRUE;
}

static gboolean
find_zooms (LieuditTileArchive  *self,
            GHashTable          *metadata,
            guint               *min_zoom,
            guint               *max_zoom,
            GError             **error)
{
  GError *failure = NULL;
  sqlite3_stmt *statement;
  int lowest = -1, highest = -1;

  if (parse_zoom (metadata, "minzoom", min_zoom) && parse_zoom (metadata, "maxzoom", max_zoom) && *min_zoom <= *max_zoom)
    return TRUE;

  statement = prepare (self, "SELECT min(zoom_level), max(zoom_level) FROM tiles", &failure);
  if (statement != NULL && step (self, statement, &failure))
    {
      lowest = sqlite3_column_int (statement, 0);
      highest = sqlite3_column_int (statement, 1);
    }
  sqlite3_finalize (statement);
  if (failure == NULL && (lowest < 0 || lowest > LIEUDIT_TILE_MAX_ZOOM || highest < lowest))
    failure = g_error_new_literal (LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_NO_MAP, _("Its tiles have no place on a map."));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *min_zoom = (guint) lowest;
  *max_zoom = (guint) MIN (highest, LIEUDIT_TILE_MAX_ZOOM);

  return TRUE;
}

/* West, south, east, north. */
static LieuditBounds
parse_bounds (const char *text)
{
  LieuditBounds world = { -90.0, -180.0, 90.0, 180.0 };
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", 5);
  double values[4];

  if (g_strv_length (parts) != G_N_ELEMENTS (values))
    return world;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char *end;
      double limit = i % 2 == 0 ? 180.0 : 90.0;

      values[i] = g_ascii_strtod (parts[i], &end);
      /* The comparison is also false for what is no number. */
      if (end == parts[i] || !(values[i] >= -limit && values[i] <= limit))
        return world;
    }
  if (values[1] >= values[3] || values[0] == values[2])
    return world;

  return (LieuditBounds) { values[1], values[0], values[3], values[2] };
}

static gboolean
read_description (LieuditTileArchive  *self,
                  GFile               *file,
                  GError             **error)
{
  g_autoptr (GHashTable) metadata = read_metadata (self);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = lieudit_tile_text_from_html (g_hash_table_lookup (metadata, "name"));
  g_autofree char *attribution = lieudit_tile_text_from_html (g_hash_table_lookup (metadata, "attribution"));
  LieuditBounds bounds = parse_bounds (g_hash_table_lookup (metadata, "bounds"));
  guint min_zoom, max_zoom;

  if (!find_zooms (self, metadata, &min_zoom, &max_zoom, error))
    return FALSE;
  lieudit_tile_store_describe (LIEUDIT_TILE_STORE (self), name != NULL ? name : basename, attribution);
  lieudit_tile_store_limit (LIEUDIT_TILE_STORE (self), &bounds, min_zoom, max_zoom);

  return TRUE;
}

/**
 * lieudit_tile_archive_open:
 * @file: an MBTiles file
 * @takes_shapes: whether a map of shapes can be drawn as well
 * @error: return location for an error, which completes a sentence about the file
 *
 * Opens a map of images, or of shapes.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL if it cannot be shown
 */
LieuditTileStore *
lieudit_tile_archive_open (GFile     *file,
                           gboolean   takes_shapes,
                           GError   **error)
{
  g_autoptr (LieuditTileArchive) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!check_file (file, error))
    return NULL;
  self = g_object_new (LIEUDIT_TYPE_TILE_ARCHIVE, NULL);
  if (!open_database (self, file, error) || !check_any_tile (self, takes_shapes, error) || !read_description (self, file, error))
    return NULL;

  return LIEUDIT_TILE_STORE (g_steal_pointer (&self));
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  LieuditTileStore *store = lieudit_tile_archive_open (source, GPOINTER_TO_INT (task_data), &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_tile_archive_open_async:
 * @file: an MBTiles file
 * @takes_shapes: whether a map of shapes can be drawn as well
 * @cancellable: (nullable): to give up
 * @callback: called when it is open, or not
 * @user_data: for @callback
 *
 * As lieudit_tile_archive_open(), without keeping anybody waiting.
 */
void
lieudit_tile_archive_open_async (GFile               *file,
                                 gboolean             takes_shapes,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_tile_archive_open_async);
  g_task_set_task_data (task, GINT_TO_POINTER (takes_shapes), NULL);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * lieudit_tile_archive_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Gets the map.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL if it cannot be shown
 */
LieuditTileStore *
lieudit_tile_archive_open_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
