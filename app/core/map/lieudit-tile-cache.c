/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-cache.h"

#include "map/lieudit-tile-image.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <utime.h>

/* A tile's file begins with these and a line each for what is known of it; an empty line and the image follow. */
#define MAGIC "lieudit-tile 1\n"
#define ENDING ".tile"

/* A folder that is full is emptied by so much more than needed, so that not every tile has to make room for itself. */
#define ROOM_PART 10

/**
 * LieuditTileCache:
 *
 * Tiles of servers on the disk, in no more room than they are given. Those go first that were not looked at for longest.
 *
 * A tile is a file that is there as a whole or not at all, so that several programs may share a folder, and one that is ended at any
 * time leaves it sound. Whatever else is found there is no tile. All functions may be called on any thread.
 */
struct _LieuditTileCache
{
  GObject parent_instance;

  char *folder;
  guint64 most_bytes;

  GMutex mutex;      /* of what follows */
  guint64 n_bytes;   /* that are taken, as far as is known */
  gboolean is_known; /* whether the folder was looked into */
};

G_DEFINE_FINAL_TYPE (LieuditTileCache, lieudit_tile_cache, G_TYPE_OBJECT)

typedef struct {
  char *path;
  gint64 used;
  guint64 n_bytes;
} Entry;

static void
entry_free (Entry *entry)
{
  g_free (entry->path);
  g_free (entry);
}

/**
 * lieudit_cached_tile_free:
 * @self: a tile
 *
 * Frees a tile.
 */
void
lieudit_cached_tile_free (LieuditCachedTile *self)
{
  g_clear_pointer (&self->image, g_bytes_unref);
  g_free (self->entity_tag);
  g_free (self->modified);
  g_free (self);
}

static void
lieudit_tile_cache_finalize (GObject *object)
{
  LieuditTileCache *self = LIEUDIT_TILE_CACHE (object);

  g_free (self->folder);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (lieudit_tile_cache_parent_class)->finalize (object);
}

static void
lieudit_tile_cache_class_init (LieuditTileCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_tile_cache_finalize;
}

static void
lieudit_tile_cache_init (LieuditTileCache *self)
{
  g_mutex_init (&self->mutex);
}

static char *
build_path (LieuditTileCache *self,
            const char       *uri)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *name = g_strconcat (digest, ENDING, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static GPtrArray *
list_entries (LieuditTileCache *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      GStatBuf status;
      Entry *entry;

      if (!g_str_has_suffix (name, ENDING) || g_lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
        continue;
      entry = g_new0 (Entry, 1);
      entry->path = g_steal_pointer (&path);
      entry->used = (gint64) status.st_mtime;
      entry->n_bytes = (guint64) status.st_size;
      g_ptr_array_add (entries, entry);
    }

  return entries;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *entry_a = *(Entry *const *) a;
  const Entry *entry_b = *(Entry *const *) b;

  return entry_a->used < entry_b->used ? -1 : entry_a->used > entry_b->used;
}

/* With the mutex held. */
static void
make_room (LieuditTileCache *self,
           guint64           n_bytes)
{
  g_autoptr (GPtrArray) entries = NULL;
  guint64 most = self->most_bytes - self->most_bytes / ROOM_PART;

  if (self->is_known && self->n_bytes + n_bytes <= self->most_bytes)
    return;

  entries = list_entries (self);
  self->is_known = TRUE;
  self->n_bytes = 0;
  for (guint i = 0; i < entries->len; i++)
    self->n_bytes += ((Entry *) g_ptr_array_index (entries, i))->n_bytes;
  if (self->n_bytes + n_bytes <= self->most_bytes)
    return;

  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len && self->n_bytes + n_bytes > most; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (g_unlink (entry->path) == 0)
        self->n_bytes -= entry->n_bytes;
    }
}

/* Gives what follows @name on the line at @line, and goes on to the next; NULL is another line. */
static char *
take_line (const char **line,
           const char  *end,
           const char  *name)
{
  const char *line_end = memchr (*line, '\n', (gsize) (end - *line));
  gsize name_length = strlen (name);
  char *value;

  if (line_end == NULL || (gsize) (line_end - *line) < name_length || strncmp (*line, name, name_length) != 0)
    return NULL;
  value = g_strndup (*line + name_length, (gsize) (line_end - *line) - name_length);
  *line = line_end + 1;

  return value;
}

static LieuditCachedTile *
parse (const char *uri,
       const char *contents,
       gsize       length)
{
  g_autoptr (LieuditCachedTile) tile = g_new0 (LieuditCachedTile, 1);
  const char *at = contents, *end = contents + length;
  g_autofree char *magic = take_line (&at, end, "lieudit-tile 1");
  g_autofree char *address = take_line (&at, end, "uri ");
  g_autofree char *expires = take_line (&at, end, "expires ");

  tile->entity_tag = take_line (&at, end, "etag ");
  tile->modified = take_line (&at, end, "modified ");
  if (magic == NULL || g_strcmp0 (address, uri) != 0 || expires == NULL || at == end || *at != '\n')
    return NULL;
  at++;
  tile->expires = g_ascii_strtoll (expires, NULL, 10);
  tile->image = g_bytes_new (at, (gsize) (end - at));
  if (!lieudit_tile_image_check (tile->image, NULL))
    return NULL;

  return g_steal_pointer (&tile);
}

/* A header of a server could have lines of its own. */
static void
append_line (GString    *text,
             const char *name,
             const char *value)
{
  if (value != NULL && strpbrk (value, "\r\n") == NULL)
    g_string_append_printf (text, "%s %s\n", name, value);
}

/**
 * lieudit_tile_cache_new:
 * @folder: (type filename): where tiles are; it is made when the first one is kept
 * @most_bytes: how much they may take
 *
 * Makes a cache.
 *
 * Returns: (transfer full): the cache
 */
LieuditTileCache *
lieudit_tile_cache_new (const char *folder,
                        guint64     most_bytes)
{
  LieuditTileCache *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_TILE_CACHE, NULL);
  self->folder = g_strdup (folder);
  self->most_bytes = most_bytes;

  return self;
}

/**
 * lieudit_tile_cache_find:
 * @self: a cache
 * @uri: the address of a tile
 *
 * Looks for a tile, which then stays longer than others.
 *
 * Returns: (transfer full) (nullable): the tile, which may have expired, or %NULL if it is not kept
 */
LieuditCachedTile *
lieudit_tile_cache_find (LieuditTileCache *self,
                         const char       *uri)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_return_val_if_fail (LIEUDIT_IS_TILE_CACHE (self), NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  path = build_path (self, uri);
  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  utime (path, NULL);

  return parse (uri, contents, length);
}

/**
 * lieudit_tile_cache_keep:
 * @self: a cache
 * @uri: the address of a tile
 * @tile: what to keep of it
 *
 * Keeps a tile instead of what was kept before. A disk that is full or cannot be written to does not matter.
 */
void
lieudit_tile_cache_keep (LieuditTileCache        *self,
                         const char              *uri,
                         const LieuditCachedTile *tile)
{
  g_autofree char *path = NULL;
  g_autoptr (GString) text = g_string_new (MAGIC);
  g_autofree char *expires = NULL;
  gsize length;
  const char *image;

  g_return_if_fail (LIEUDIT_IS_TILE_CACHE (self));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (tile != NULL);

  path = build_path (self, uri);
  expires = g_strdup_printf ("%" G_GINT64_FORMAT, tile->expires);
  append_line (text, "uri", uri);
  append_line (text, "expires", expires);
  append_line (text, "etag", tile->entity_tag);
  append_line (text, "modified", tile->modified);
  image = g_bytes_get_data (tile->image, &length);
  g_string_append_c (text, '\n');
  g_string_append_len (text, image, (gssize) length);

  g_mutex_lock (&self->mutex);
  if (g_mkdir_with_parents (self->folder, 0700) == 0)
    {
      make_room (self, text->len);
      if (text->len <= self->most_bytes &&
          g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
        self->n_bytes += text->len;
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * lieudit_tile_cache_clear:
 * @self: a cache
 *
 * Deletes all tiles that are kept.
 */
void
lieudit_tile_cache_clear (LieuditTileCache *self)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_if_fail (LIEUDIT_IS_TILE_CACHE (self));

  g_mutex_lock (&self->mutex);
  entries = list_entries (self);
  for (guint i = 0; i < entries->len; i++)
    g_unlink (((Entry *) g_ptr_array_index (entries, i))->path);
  self->is_known = FALSE;
  g_mutex_unlock (&self->mutex);
}
