/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-server.h"

#include "map/lieudit-tile-cache.h"
#include "map/lieudit-tile-freshness.h"
#include "map/lieudit-tile-image.h"
#include "map/lieudit-tile-template.h"
#include "network/lieudit-network.h"

#include <glib/gi18n.h>

#define CHUNK (32 * 1024)

/* A tile that takes longer than so many milliseconds, however busily its server sends, is given up. */
#define PATIENCE 30000

/* Servers that are asked too much are left alone for so many seconds. */
#define REST_SECONDS 60

#define STATUS_TOO_MANY_REQUESTS 429

/**
 * LieuditTileServer:
 *
 * A map on a server, whose tiles are fetched when they are looked at and only then.
 *
 * What was fetched is kept on the disk as long as the server says, and asked for again only if it has changed; where the server cannot be
 * reached, what was kept has to do.
 */
struct _LieuditTileServer
{
  LieuditTileStore parent_instance;

  char *template;
  guint patience; /* in milliseconds */
  SoupSession *session;
  LieuditTileCache *cache;
  gint64 rest_end; /* in monotonic time */
};

G_DEFINE_FINAL_TYPE (LieuditTileServer, lieudit_tile_server, LIEUDIT_TYPE_TILE_STORE)

/* Fetching one tile; data of its task. */
typedef struct {
  char *uri;
  LieuditCachedTile *kept; /* what was kept of it; NULL when nothing was */
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *bytes;
  GCancellable *cancellable; /* of the request: the caller gives up, or time does */
  gulong cancel_handler;
  guint timer;
  gboolean is_late;
} Fetch;

static void
fetch_free (Fetch *fetch)
{
  g_clear_handle_id (&fetch->timer, g_source_remove);
  g_clear_pointer (&fetch->kept, lieudit_cached_tile_free);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->cancellable);
  g_byte_array_unref (fetch->bytes);
  g_free (fetch->uri);
  g_free (fetch);
}

static void
leave (GTask  *task,
       GBytes *image,
       GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_cancellable_disconnect (g_task_get_cancellable (task), fetch->cancel_handler);
  g_clear_handle_id (&fetch->timer, g_source_remove);
  if (image != NULL)
    g_task_return_pointer (task, image, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

/* Once in a while there is no network, and an old map is better than none. */
static void
fail (GTask  *task,
      GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);

  if (fetch->is_late && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, _("The map’s server takes too long to answer."));
    }
  if (fetch->kept == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      leave (task, NULL, error);
      return;
    }
  g_error_free (error);
  leave (task, g_bytes_ref (fetch->kept->image), NULL);
}

static void
keep_in_thread (GTask        *keeping,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  LieuditTileServer *self = source;
  Fetch *fetch = task_data;

  lieudit_tile_cache_keep (self->cache, fetch->uri, fetch->kept);
  g_task_return_boolean (keeping, TRUE);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);

  leave (task, g_bytes_ref (fetch->kept->image), NULL);
}

/* The tile is there, changed or not; @image is NULL when it is not. */
static void
take (GTask  *task,
      GBytes *image)
{
  Fetch *fetch = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  g_autoptr (GTask) keeping = NULL;
  gint64 expires;
  gboolean may_keep = lieudit_tile_freshness_read (headers, g_get_real_time () / G_USEC_PER_SEC, &expires);

  if (image != NULL)
    {
      g_clear_pointer (&fetch->kept, lieudit_cached_tile_free);
      fetch->kept = g_new0 (LieuditCachedTile, 1);
      fetch->kept->image = image;
      fetch->kept->entity_tag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
      fetch->kept->modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
    }
  fetch->kept->expires = expires;
  if (!may_keep)
    {
      leave (task, g_bytes_ref (fetch->kept->image), NULL);
      return;
    }
  keeping = g_task_new (g_task_get_source_object (task), NULL, on_kept, task);
  g_task_set_source_tag (keeping, take);
  g_task_set_task_data (keeping, fetch, NULL);
  g_task_run_in_thread (keeping, keep_in_thread);
}

static void
take_all (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GBytes) image = g_byte_array_free_to_bytes (g_steal_pointer (&fetch->bytes));
  GError *error = NULL;

  fetch->bytes = g_byte_array_new ();
  if (lieudit_tile_image_check (image, &error))
    take (task, g_steal_pointer (&image));
  else
    leave (task, NULL, error);
}

static void read_on (GTask *task);

static void
on_chunk (GObject      *stream,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, &error);
  gsize length;
  const guint8 *data;

  if (chunk == NULL)
    {
      fail (task, error);
      return;
    }
  data = g_bytes_get_data (chunk, &length);
  if (length == 0)
    {
      take_all (task);
      return;
    }
  if (fetch->bytes->len + length > LIEUDIT_TILE_MOST_BYTES)
    {
      g_cancellable_cancel (fetch->cancellable);
      leave (task, NULL, g_error_new_literal (LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile is too large.")));
      return;
    }
  g_byte_array_append (fetch->bytes, data, (guint) length);
  read_on (task);
}

static void
read_on (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT_IDLE, fetch->cancellable, on_chunk, task);
}

/* What the server says before it sends an image, or instead. */
static GError *
judge_answer (LieuditTileServer *self,
              SoupMessage       *message)
{
  guint status = soup_message_get_status (message);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if (status == SOUP_STATUS_NO_CONTENT || status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    return g_error_new_literal (LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_MISSING, _("The map has no tile there."));
  if (status == STATUS_TOO_MANY_REQUESTS || status == SOUP_STATUS_SERVICE_UNAVAILABLE)
    self->rest_end = g_get_monotonic_time () + REST_SECONDS * G_USEC_PER_SEC;
  if (status != SOUP_STATUS_OK)
    return g_error_new (LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_SERVER, _("The map’s server answers “%u %s”."), status,
                        soup_status_get_phrase (status));
  if (soup_message_headers_get_content_length (headers) > LIEUDIT_TILE_MOST_BYTES)
    return g_error_new_literal (LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile is too large."));

  return NULL;
}

static void
on_answer (GObject      *session,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (session), result, &error);
  if (fetch->stream != NULL && fetch->kept != NULL && soup_message_get_status (fetch->message) == SOUP_STATUS_NOT_MODIFIED)
    {
      take (task, NULL);
      return;
    }
  if (fetch->stream != NULL)
    error = judge_answer (g_task_get_source_object (task), fetch->message);
  if (error == NULL)
    {
      read_on (task);
      return;
    }
  g_cancellable_cancel (fetch->cancellable);
  fail (task, error);
}

static gboolean
on_late (gpointer data)
{
  Fetch *fetch = data;

  fetch->timer = 0;
  fetch->is_late = TRUE;
  g_cancellable_cancel (fetch->cancellable);

  return G_SOURCE_REMOVE;
}

static void
on_cancelled (GCancellable *cancellable,
              gpointer      data)
{
  g_cancellable_cancel (data);
}

static gboolean
may_ask (LieuditTileServer  *self,
         GError            **error)
{
  if (!lieudit_network_check (error))
    return FALSE;
  if (g_get_monotonic_time () >= self->rest_end)
    return TRUE;
  g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_SERVER,
                       _("The map’s server has too much to do, and is left alone for a minute."));

  return FALSE;
}

/* Asks for the tile, or whether it has changed. */
static void
ask (GTask *task)
{
  LieuditTileServer *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Fetch *fetch = g_task_get_task_data (task);
  SoupMessageHeaders *headers;
  GError *error = NULL;

  if (!may_ask (self, &error))
    {
      fail (task, error);
      return;
    }
  fetch->message = soup_message_new (SOUP_METHOD_GET, fetch->uri);
  headers = soup_message_get_request_headers (fetch->message);
  soup_message_headers_append (headers, "Accept", "image/webp,image/png,image/jpeg;q=0.9");
  if (fetch->kept != NULL && fetch->kept->entity_tag != NULL)
    soup_message_headers_append (headers, "If-None-Match", fetch->kept->entity_tag);
  if (fetch->kept != NULL && fetch->kept->modified != NULL)
    soup_message_headers_append (headers, "If-Modified-Since", fetch->kept->modified);

  if (cancellable != NULL)
    fetch->cancel_handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), g_object_ref (fetch->cancellable), g_object_unref);
  fetch->timer = g_timeout_add (self->patience, on_late, fetch);
  soup_session_send_async (self->session, fetch->message, G_PRIORITY_DEFAULT_IDLE, fetch->cancellable, on_answer, task);
}

static void
find_in_thread (GTask        *finding,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  LieuditTileServer *self = source;
  Fetch *fetch = task_data;

  fetch->kept = lieudit_tile_cache_find (self->cache, fetch->uri);
  g_task_return_boolean (finding, TRUE);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    leave (task, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The tile is not needed any more.")));
  else if (fetch->kept != NULL && fetch->kept->expires > g_get_real_time () / G_USEC_PER_SEC)
    leave (task, g_bytes_ref (fetch->kept->image), NULL);
  else
    ask (task);
}

static void
lieudit_tile_server_load_async (LieuditTileStore         *store,
                                const LieuditTileAddress *address,
                                GCancellable             *cancellable,
                                GAsyncReadyCallback       callback,
                                gpointer                  user_data)
{
  LieuditTileServer *self = LIEUDIT_TILE_SERVER (store);
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GTask) finding = g_task_new (store, NULL, on_found, task);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->uri = lieudit_tile_template_fill (self->template, address);
  fetch->bytes = g_byte_array_new ();
  fetch->cancellable = g_cancellable_new ();
  g_task_set_source_tag (task, lieudit_tile_server_load_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);

  g_task_set_source_tag (finding, find_in_thread);
  g_task_set_task_data (finding, fetch, NULL);
  g_task_run_in_thread (finding, find_in_thread);
}

static GBytes *
lieudit_tile_server_load_finish (LieuditTileStore  *store,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
lieudit_tile_server_finalize (GObject *object)
{
  LieuditTileServer *self = LIEUDIT_TILE_SERVER (object);

  g_free (self->template);
  g_object_unref (self->session);
  g_object_unref (self->cache);

  G_OBJECT_CLASS (lieudit_tile_server_parent_class)->finalize (object);
}

static void
lieudit_tile_server_class_init (LieuditTileServerClass *klass)
{
  LieuditTileStoreClass *store_class = LIEUDIT_TILE_STORE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lieudit_tile_server_finalize;

  store_class->load_async = lieudit_tile_server_load_async;
  store_class->load_finish = lieudit_tile_server_load_finish;
}

static void
lieudit_tile_server_init (LieuditTileServer *self)
{
  self->patience = PATIENCE;
}

/**
 * lieudit_tile_server_get_cache_folder:
 *
 * Tells where tiles of servers are kept unless another folder is given.
 *
 * Returns: (transfer full) (type filename): the person's folder for them
 */
char *
lieudit_tile_server_get_cache_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "lieudit", "tiles", NULL);
}

/**
 * lieudit_tile_server_new:
 * @template: an address that lieudit_tile_template_check() has found sound
 * @attribution: whom the map is to be attributed to
 * @cache_folder: (type filename) (nullable): where to keep tiles, or %NULL for the person's cache
 * @most_bytes: how much to keep
 *
 * Makes a map of the tiles on a server. Nothing is fetched before a tile is loaded, and only while lieudit_network_is_allowed().
 *
 * Returns: (transfer full): the map
 */
LieuditTileStore *
lieudit_tile_server_new (const char *template,
                         const char *attribution,
                         const char *cache_folder,
                         guint       most_bytes)
{
  LieuditTileServer *self;
  g_autofree char *own_folder = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (template != NULL, NULL);

  if (cache_folder == NULL)
    cache_folder = own_folder = lieudit_tile_server_get_cache_folder ();
  self = g_object_new (LIEUDIT_TYPE_TILE_SERVER, NULL);
  self->template = g_strdup (template);
  self->session = lieudit_network_new_session ();
  self->cache = lieudit_tile_cache_new (cache_folder, most_bytes);
  uri = g_uri_parse (template, G_URI_FLAGS_PARSE_RELAXED, NULL);
  lieudit_tile_store_describe (LIEUDIT_TILE_STORE (self), uri != NULL ? g_uri_get_host (uri) : template, attribution);
  lieudit_tile_store_limit (LIEUDIT_TILE_STORE (self), &(LieuditBounds) { -90.0, -180.0, 90.0, 180.0 }, 0, 19);

  return LIEUDIT_TILE_STORE (self);
}

/**
 * lieudit_tile_server_set_patience:
 * @self: a map on a server
 * @patience: in milliseconds; 30,000 at first
 *
 * Changes after what time a tile is given up that has not come in whole.
 */
void
lieudit_tile_server_set_patience (LieuditTileServer *self,
                                  guint              patience)
{
  g_return_if_fail (LIEUDIT_IS_TILE_SERVER (self));

  self->patience = patience;
}
