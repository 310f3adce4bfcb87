/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles from a server on this machine, which behaves well or badly as the path that it is asked for says. */
#include "config.h"

#include <glib/gstdio.h>

#include "map/lieudit-tile-server.h"
#include "map/lieudit-tile-template.h"
#include "network/lieudit-network.h"
#include "remove-folder.h"

#define MEGABYTE (1024 * 1024)

#define SOUND -1

/* What a PNG of 256 by 256 pixels begins with. */
static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0";

typedef struct {
  SoupServer *server;
  GSettings *settings;
  char *folder;
  char *base;
  GPtrArray *held; /* messages that get no answer */
  guint n_requests;
  guint n_not_modified;
  char *user_agent;
} Fixture;

static void
answer_page (SoupServerMessage *message)
{
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, "<!DOCTYPE html><title>Log in", 28);
}

static void
answer_claiming_much (SoupServerMessage *message)
{
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, png, sizeof png);
  soup_message_headers_set_content_length (soup_server_message_get_response_headers (message), 100 * MEGABYTE);
}

static void
answer_much (SoupServerMessage *message)
{
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_TAKE, g_malloc0 (8 * MEGABYTE), 8 * MEGABYTE);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
}

static void
answer_fresh (SoupServerMessage *message)
{
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, png, sizeof png);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Cache-Control", "max-age=3600");
}

static void
answer_stale (SoupServerMessage *message)
{
  const char *known = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "If-None-Match");

  if (g_strcmp0 (known, "\"first\"") == 0)
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
  else
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, png, sizeof png);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "ETag", "\"first\"");
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Cache-Control", "max-age=0");
}

static void
answer_heavy (SoupServerMessage *message)
{
  char *image = g_malloc0 (8000);

  memcpy (image, png, sizeof png);
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_TAKE, image, 8000);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Cache-Control", "max-age=3600");
}

static void
answer_elsewhere (SoupServerMessage *message)
{
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/fresh/0/0/0");
}

static void
answer_in_circles (SoupServerMessage *message)
{
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/circle/0/0/0");
}

static void
answer_nothing (SoupServerMessage *message)
{
  soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

static void
answer_failure (SoupServerMessage *message)
{
  soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
}

static void
answer_busy (SoupServerMessage *message)
{
  soup_server_message_set_status (message, 429, "Too Many Requests");
}

static void
answer_cut (SoupServerMessage *message)
{
  g_autoptr (GIOStream) connection = soup_server_message_steal_connection (message);

  g_io_stream_close (connection, NULL, NULL);
}

static const struct {
  const char *path;
  void (*answer) (SoupServerMessage *message);
} answers[] = {
  { "/page/", answer_page },           { "/claim/", answer_claiming_much }, { "/much/", answer_much },
  { "/fresh/", answer_fresh },         { "/stale/", answer_stale },         { "/heavy/", answer_heavy },
  { "/elsewhere/", answer_elsewhere }, { "/circle/", answer_in_circles },   { "/nothing/", answer_nothing },
  { "/failure/", answer_failure },     { "/busy/", answer_busy },           { "/cut/", answer_cut },
};

static void
on_request (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Fixture *fixture = user_data;

  fixture->n_requests++;
  g_free (fixture->user_agent);
  fixture->user_agent = g_strdup (soup_message_headers_get_one (soup_server_message_get_request_headers (message), "User-Agent"));

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_has_prefix (path, answers[i].path))
      {
        soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
        answers[i].answer (message);
        if (soup_server_message_get_status (message) == SOUP_STATUS_NOT_MODIFIED)
          fixture->n_not_modified++;
        return;
      }

  /* Any other path waits for ever. */
  soup_server_message_pause (message);
  g_ptr_array_add (fixture->held, g_object_ref (message));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  fixture->held = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  fixture->settings = g_settings_new (LIEUDIT_APPLICATION_ID);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, on_request, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  fixture->base = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_settings_reset (fixture->settings, LIEUDIT_NETWORK_ACCESS_KEY);
  soup_server_disconnect (fixture->server);
  g_ptr_array_unref (fixture->held);
  g_object_unref (fixture->server);
  g_object_unref (fixture->settings);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->base);
  g_free (fixture->user_agent);
}

static LieuditTileStore *
open_map (Fixture    *fixture,
          const char *path)
{
  g_autofree char *template = g_strconcat (fixture->base, path, "/{z}/{x}/{y}", NULL);
  LieuditTileStore *store = lieudit_tile_server_new (template, "The makers", fixture->folder, 200000);

  lieudit_tile_server_set_patience (LIEUDIT_TILE_SERVER (store), 5000);

  return store;
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
      guint              x,
      GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lieudit_tile_store_load_async (store, &(LieuditTileAddress) { 8, x, 0 }, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lieudit_tile_store_load_finish (store, result, error);
}

static void
load_soundly (LieuditTileStore *store,
              guint             x)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) image = load (store, x, &error);

  g_assert_no_error (error);
  g_assert_nonnull (image);
}

/* A tile is kept once it has been written, which happens beside the program. */
static void
load_until_kept (Fixture          *fixture,
                 LieuditTileStore *store)
{
  guint n_requests;

  do
    {
      n_requests = fixture->n_requests - fixture->n_not_modified;
      load_soundly (store, 0);
    }
  while (fixture->n_requests - fixture->n_not_modified > n_requests);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *path;
    int code; /* SOUND or a LieuditTileError */
  } cases[] = {
    { "fresh", SOUND },
    { "elsewhere", SOUND },
    { "page", LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "claim", LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "much", LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "nothing", LIEUDIT_TILE_ERROR_MISSING },
    { "failure", LIEUDIT_TILE_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LieuditTileStore) store = open_map (fixture, cases[i].path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) image = load (store, 0, &error);

      g_test_message ("%s", cases[i].path);
      if (cases[i].code == SOUND)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (image), ==, sizeof png);
        }
      else
        {
          g_assert_null (image);
          g_assert_error (error, LIEUDIT_TILE_ERROR, cases[i].code);
        }
    }
}

static void
test_introduces_itself (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "fresh");

  load_soundly (store, 0);
  g_assert_true (g_str_has_prefix (fixture->user_agent, "Lieudit/" LIEUDIT_VERSION " "));
  g_assert_nonnull (strstr (fixture->user_agent, LIEUDIT_CONTACT));
  g_assert_cmpstr (lieudit_tile_store_get_title (store), ==, "127.0.0.1");
  g_assert_cmpstr (lieudit_tile_store_get_attribution (store), ==, "The makers");
}

static void
test_breaks_off (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const paths[] = { "cut", "circle" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (LieuditTileStore) store = open_map (fixture, paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (load (store, 0, &error));
      g_assert_nonnull (error);
    }
}

/* As long as the server says that a tile stays as it is, it is not asked again. */
static void
test_keeps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "fresh");
  guint n_requests;

  load_until_kept (fixture, store);
  n_requests = fixture->n_requests;

  /* Nor is it when the program is started again. */
  g_clear_object (&store);
  store = open_map (fixture, "fresh");
  load_soundly (store, 0);
  g_assert_cmpuint (fixture->n_requests, ==, n_requests);
}

static void
test_asks_whether_changed (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "stale");

  load_until_kept (fixture, store);
  g_assert_cmpuint (fixture->n_not_modified, ==, 1);
  load_soundly (store, 0);
  g_assert_cmpuint (fixture->n_not_modified, ==, 2);
}

/* Without a network, what was kept is shown, although it might have changed. */
static void
test_offline (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "stale");
  g_autoptr (GError) error = NULL;

  load_until_kept (fixture, store);
  soup_server_disconnect (fixture->server);
  load_soundly (store, 0);

  g_assert_null (load (store, 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
}

static guint64
measure_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint64 size = 0;
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf status;

      if (g_stat (file, &status) == 0 && S_ISREG (status.st_mode))
        size += (guint64) status.st_size;
    }

  return size;
}

static void
test_bounded (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "heavy");

  for (guint i = 0; i < 60; i++)
    load_soundly (store, i);
  g_clear_object (&store);

  /* And its index. */
  g_assert_cmpuint (measure_folder (fixture->folder), <, 220000);
  g_assert_cmpuint (measure_folder (fixture->folder), >, 50000);
}

static void
test_leaves_alone (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "busy");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (store, i, &error));
      g_assert_error (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_SERVER);
    }
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static void
test_forbidden (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "fresh");
  g_autoptr (GError) error = NULL;

  g_settings_set_boolean (fixture->settings, LIEUDIT_NETWORK_ACCESS_KEY, FALSE);
  g_assert_false (lieudit_network_is_allowed ());
  g_assert_null (load (store, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpuint (fixture->n_requests, ==, 0);

  g_settings_set_boolean (fixture->settings, LIEUDIT_NETWORK_ACCESS_KEY, TRUE);
  load_soundly (store, 0);
}

static void
test_slow (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "slow");
  g_autoptr (GError) error = NULL;

  lieudit_tile_server_set_patience (LIEUDIT_TILE_SERVER (store), 100);
  g_assert_null (load (store, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

/* However many tiles are wanted, the server is asked for two at a time; those that are not looked at any more are not fetched. */
static void
test_asks_little (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (LieuditTileStore) store = open_map (fixture, "slow");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[20] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    lieudit_tile_store_load_async (store, &(LieuditTileAddress) { 8, i, 0 }, cancellable, take_result, &results[i]);
  while (fixture->n_requests < 2)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->n_requests, ==, 2);

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_null (lieudit_tile_store_load_finish (store, results[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (fixture->n_requests, ==, 2);
}

static void
test_template (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    const char *template;
    gboolean is_sound;
  } cases[] = {
    { "https://tile.example/{z}/{x}/{y}.png", TRUE },
    { "http://127.0.0.1:8080/{z}/{x}/{-y}", TRUE },
    { "https://{s}.tile.example/{z}/{x}/{y}.png?key=1", TRUE },
    { "https://tile.example/{z}/{x}.png", FALSE },
    { "https://tile.example/{z}/{x}/{y}/{style}.png", FALSE },
    { "file:///{z}/{x}/{y}.png", FALSE },
    { "ftp://tile.example/{z}/{x}/{y}.png", FALSE },
    { "https:///{z}/{x}/{y}.png", FALSE },
    { "{z}{x}{y}", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (lieudit_tile_template_check (cases[i].template, &error), ==, cases[i].is_sound);
      if (!cases[i].is_sound)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_address (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *template;
    LieuditTileAddress address;
    const char *uri;
  } cases[] = {
    { "https://tile.example/{z}/{x}/{y}.png", { 3, 1, 5 }, "https://tile.example/3/1/5.png" },
    { "https://tile.example/{z}/{x}/{-y}.png", { 3, 1, 5 }, "https://tile.example/3/1/2.png" },
    { "https://tile.example/{z}/{x}/{-y}.png", { 0, 0, 0 }, "https://tile.example/0/0/0.png" },
    { "https://{s}.tile.example/{z}/{x}/{y}", { 2, 1, 3 }, "https://b.tile.example/2/1/3" },
    { "https://tile.example/?x={x}&y={y}&z={z}&again={z}", { 22, 4194303, 4194303 },
      "https://tile.example/?x=4194303&y=4194303&z=22&again=22" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = lieudit_tile_template_fill (cases[i].template, &cases[i].address);

      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

static const struct {
  const char *path;
  void (*test) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/tile-server/answers", test_answers },
  { "/tile-server/introduces-itself", test_introduces_itself },
  { "/tile-server/breaks-off", test_breaks_off },
  { "/tile-server/keeps", test_keeps },
  { "/tile-server/asks-whether-changed", test_asks_whether_changed },
  { "/tile-server/offline", test_offline },
  { "/tile-server/bounded", test_bounded },
  { "/tile-server/leaves-alone", test_leaves_alone },
  { "/tile-server/forbidden", test_forbidden },
  { "/tile-server/slow", test_slow },
  { "/tile-server/asks-little", test_asks_little },
  { "/tile-server/template", test_template },
  { "/tile-server/address", test_address },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
