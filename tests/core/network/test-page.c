/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages from a server on this machine, which people are never given any of; the tests alone may ask it. */
#include "config.h"

#include <string.h>

#include "network/lieudit-network.h"
#include "network/lieudit-page-private.h"
#include "network/lieudit-page.h"

#define PAGE "<!DOCTYPE html><title>Le port</title><p>Le port de Tripoli a rouvert.</p>"

typedef struct {
  SoupServer *server;
  GSettings  *settings;
  char       *base;
  GPtrArray  *held; /* messages that get no answer */
  guint       n_requests;
} Fixture;

static void
answer (SoupServer        *server,
        SoupServerMessage *message,
        const char        *path,
        GHashTable        *query,
        gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  fixture->n_requests++;
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (g_str_equal (path, "/page"))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, PAGE, strlen (PAGE));
  else if (g_str_equal (path, "/empty"))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "", 0);
  else if (g_str_equal (path, "/large"))
    {
      soup_server_message_set_response (message, "text/html", SOUP_MEMORY_TAKE, g_malloc0 (300000), 300000);
      soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
    }
  else if (g_str_equal (path, "/once"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/page");
  else if (g_str_equal (path, "/circle"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/circle");
  else if (g_str_equal (path, "/private"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "http://127.0.0.2/secret");
  else if (g_str_equal (path, "/name"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "http://user:word@example.org/");
  else if (g_str_equal (path, "/file"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "file:///etc/passwd");
  else if (g_str_equal (path, "/silent"))
    {
      soup_server_message_pause (message);
      g_ptr_array_add (fixture->held, g_object_ref (message));
    }
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  GSList *uris;

  fixture->held = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->settings = g_settings_new (LIEUDIT_APPLICATION_ID);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, answer, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  fixture->base = g_uri_to_string (uris->data);
  fixture->base[strlen (fixture->base) - 1] = '\0';
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
  g_free (fixture->base);
}

/* The one address of this computer that the server of the test has. */
static gboolean
is_test_server (GInetAddress *address)
{
  g_autofree char *text = g_inet_address_to_string (address);

  return g_str_equal (text, "127.0.0.1");
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GBytes *
fetch (const char               *address,
       const LieuditPageLimits  *limits,
       char                    **final_address,
       GError                  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (limits != NULL)
    lieudit_page_fetch_within_async (address, limits, NULL, take_result, &result);
  else
    lieudit_page_fetch_async (address, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lieudit_page_fetch_finish (result, final_address, error);
}

static const LieuditPageLimits limits = { is_test_server, 100000, 3000 };

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *path;
    const char *final_path; /* NULL where nothing may be fetched */
    int         code;
    guint       n_requests;
  } cases[] = {
    { "/page", "/page", 0, 1 },
    { "/page#part", "/page", 0, 1 },
    { "/empty", "/empty", 0, 1 },
    { "/once", "/page", 0, 2 },
    { "/circle", NULL, G_IO_ERROR_FAILED, 5 },
    { "/private", NULL, G_IO_ERROR_PERMISSION_DENIED, 1 },
    { "/name", NULL, G_IO_ERROR_FAILED, 1 },
    { "/file", NULL, G_IO_ERROR_FAILED, 1 },
    { "/large", NULL, G_IO_ERROR_FAILED, 1 },
    { "/nothing", NULL, G_IO_ERROR_FAILED, 1 },
    { "/silent", NULL, G_IO_ERROR_TIMED_OUT, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = g_strconcat (fixture->base, cases[i].path, NULL);
      g_autofree char *final_address = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) page = NULL;

      g_test_message ("%s", cases[i].path);
      fixture->n_requests = 0;
      page = fetch (address, &limits, &final_address, &error);
      g_assert_cmpuint (fixture->n_requests, ==, cases[i].n_requests);
      if (cases[i].final_path != NULL)
        {
          g_assert_no_error (error);
          g_assert_true (g_str_has_suffix (final_address, cases[i].final_path));
        }
      else
        {
          g_assert_error (error, G_IO_ERROR, cases[i].code);
          g_assert_null (page);
        }
    }
}

/* Whatever this computer and its network are called, no word is spoken to them. */
static void
test_local_addresses (Fixture       *fixture,
                      gconstpointer  data)
{
  guint16 port = (guint16) g_ascii_strtoull (strrchr (fixture->base, ':') + 1, NULL, 10);
  static const char *const hosts[] = {
    "127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0.0.0.0", "[::ffff:127.0.0.1]", "127.1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *address = g_strdup_printf ("http://%s:%u/page", hosts[i], port);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", address);
      g_assert_null (fetch (address, NULL, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (fixture->n_requests, ==, 0);
    }
}

static void
test_forbidden (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *address = g_strconcat (fixture->base, "/page", NULL);
  g_autoptr(GError) error = NULL;

  g_settings_set_boolean (fixture->settings, LIEUDIT_NETWORK_ACCESS_KEY, FALSE);
  g_assert_null (fetch (address, &limits, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpuint (fixture->n_requests, ==, 0);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *address = g_strconcat (fixture->base, "/silent", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  lieudit_page_fetch_within_async (address, &limits, cancellable, take_result, &result);
  while (fixture->n_requests == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (lieudit_page_fetch_finish (result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_public_addresses (void)
{
  static const struct {
    const char *address;
    gboolean    is_public;
  } cases[] = {
    { "8.8.8.8", TRUE },           { "172.15.0.1", TRUE },        { "172.32.0.1", TRUE },       { "100.128.0.1", TRUE },
    { "2606:4700::1111", TRUE },   { "::ffff:8.8.8.8", TRUE },    { "0.0.0.0", FALSE },         { "10.1.2.3", FALSE },
    { "100.64.0.1", FALSE },       { "127.0.0.1", FALSE },        { "127.255.255.254", FALSE }, { "169.254.169.254", FALSE },
    { "172.16.0.1", FALSE },       { "172.31.255.255", FALSE },   { "192.168.1.1", FALSE },     { "198.18.0.1", FALSE },
    { "224.0.0.1", FALSE },        { "255.255.255.255", FALSE },  { "::", FALSE },              { "::1", FALSE },
    { "::127.0.0.1", FALSE },      { "::ffff:127.0.0.1", FALSE }, { "::ffff:10.0.0.1", FALSE }, { "64:ff9b::7f00:1", FALSE },
    { "2002:7f00:1::", FALSE },    { "fc00::1", FALSE },          { "fd12:3456::1", FALSE },    { "fe80::1", FALSE },
    { "fec0::1", FALSE },          { "ff02::1", FALSE },          { "2001:db8::1", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GInetAddress) address = g_inet_address_new_from_string (cases[i].address);

      g_test_message ("%s", cases[i].address);
      g_assert_cmpint (lieudit_address_is_public (address), ==, cases[i].is_public);
    }
}

static void
test_addresses (void)
{
  static const struct {
    const char *text;
    gboolean    is_address;
  } cases[] = {
    { "https://example.org/news", TRUE },        { "  http://example.org  \n", TRUE },
    { "HTTPS://EXAMPLE.ORG/", TRUE },            { "https://exämple.org/été?x=1#y", TRUE },
    { "", FALSE },                               { "example.org", FALSE },
    { "ftp://example.org/", FALSE },             { "file:///etc/passwd", FALSE },
    { "javascript:alert(1)", FALSE },            { "https://", FALSE },
    { "https://user:word@example.org/", FALSE }, { "https://example.org/ and more", FALSE },
    { "https://example.org/\nhttps://x.example/", FALSE }, { "geo:36.2,37.1", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (lieudit_page_is_address (cases[i].text), ==, cases[i].is_address);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/page/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/page/local-addresses", Fixture, NULL, set_up, test_local_addresses, tear_down);
  g_test_add ("/page/forbidden", Fixture, NULL, set_up, test_forbidden, tear_down);
  g_test_add ("/page/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add_func ("/page/public-addresses", test_public_addresses);
  g_test_add_func ("/page/addresses", test_addresses);

  return g_test_run ();
}
