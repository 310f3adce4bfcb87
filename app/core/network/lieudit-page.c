/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages from the web, when the person asks for one: one page, of one public server, and nothing that belongs to it. A
 * server that leads elsewhere is followed a few steps, each of which is checked as the first.
 */
#include "config.h"

#include "network/lieudit-page.h"

#include <string.h>

#include <glib/gi18n.h>

#include "network/lieudit-network.h"
#include "network/lieudit-page-private.h"

#define CHUNK (64 * 1024)
#define MOST_STEPS 5
#define LONGEST_ADDRESS 4096

static const LieuditPageLimits limits_for_people = { lieudit_address_is_public, 20 * 1024 * 1024, 30 * 1000 };

/* Data of the task. */
typedef struct {
  LieuditPageLimits  limits;
  GUri              *uri;
  guint              n_steps;
  SoupSession       *session; /* of this step */
  SoupMessage       *message;
  GInputStream      *stream;
  GByteArray        *bytes;
  GCancellable      *cancellable; /* the person gives up, or time does */
  gulong             cancel_handler;
  guint              timer;
  gboolean           is_late;
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_clear_handle_id (&fetch->timer, g_source_remove);
  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_clear_object (&fetch->session);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->cancellable);
  g_clear_pointer (&fetch->bytes, g_byte_array_unref);
  g_free (fetch);
}

static void
finish (GTask  *task,
        GBytes *page,
        GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_cancellable_disconnect (g_task_get_cancellable (task), fetch->cancel_handler);
  g_clear_handle_id (&fetch->timer, g_source_remove);
  if (error != NULL && fetch->is_late && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&error);
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, _("The server takes too long to answer. Try again later."));
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, page, (GDestroyNotify) g_bytes_unref);
  g_object_unref (task);
}

static void
fail (GTask      *task,
      const char *sentence)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_cancellable_cancel (fetch->cancellable);
  finish (task, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, sentence));
}

/* Names and passwords in an address are sent to nobody. */
static gboolean
is_acceptable (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return (strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0) && g_uri_get_host (uri) != NULL &&
         *g_uri_get_host (uri) != '\0' && g_uri_get_userinfo (uri) == NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL)
    {
      finish (task, NULL, error);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      finish (task, g_byte_array_free_to_bytes (g_steal_pointer (&fetch->bytes)), NULL);
      return;
    }
  if (fetch->bytes->len + g_bytes_get_size (chunk) > fetch->limits.most_bytes)
    {
      fail (task, _("This page is too large to be an article."));
      return;
    }

  g_byte_array_append (fetch->bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, fetch->cancellable, read_cb, task);
}

static void take_step (GTask *task);

/* A page that was asked for over a safe connection is not taken over an open one. */
static void
follow (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  g_autoptr(GUri) next = location != NULL ? g_uri_parse_relative (fetch->uri, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (next == NULL || ++fetch->n_steps >= MOST_STEPS || !is_acceptable (next) ||
      (strcmp (g_uri_get_scheme (fetch->uri), "https") == 0 && strcmp (g_uri_get_scheme (next), "https") != 0))
    {
      fail (task, _("The server leads to another address, which is not followed. Open it in a browser, and copy the text."));
      return;
    }

  g_uri_unref (fetch->uri);
  fetch->uri = g_steal_pointer (&next);
  take_step (task);
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  guint status;

  g_clear_object (&fetch->stream);
  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (fetch->stream == NULL)
    {
      finish (task, NULL, error);
      return;
    }

  status = soup_message_get_status (fetch->message);
  if (SOUP_STATUS_IS_REDIRECTION (status))
    {
      follow (task);
    }
  else if (status != SOUP_STATUS_OK)
    {
      g_autofree char *sentence = g_strdup_printf (_("The server answers “%u %s”."), status, soup_status_get_phrase (status));

      fail (task, sentence);
    }
  else
    {
      g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, fetch->cancellable, read_cb, task);
    }
}

/* Each step has a session of its own, which connects to this server only. */
static void
take_step (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  gboolean is_safe = strcmp (g_uri_get_scheme (fetch->uri), "https") == 0;
  int port = g_uri_get_port (fetch->uri) > 0 ? g_uri_get_port (fetch->uri) : is_safe ? 443 : 80;
  g_autoptr(GSocketConnectable) server = lieudit_public_address_new (g_uri_get_host (fetch->uri), (guint16) port,
                                                                     fetch->limits.filter);

  g_clear_object (&fetch->session);
  g_clear_object (&fetch->message);
  fetch->session = lieudit_network_new_session_for (server);
  fetch->message = soup_message_new_from_uri (SOUP_METHOD_GET, fetch->uri);
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_append (soup_message_get_request_headers (fetch->message), "Accept",
                               "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5");
  soup_session_send_async (fetch->session, fetch->message, G_PRIORITY_DEFAULT, fetch->cancellable, answer_cb, task);
}

static gboolean
late_cb (gpointer data)
{
  Fetch *fetch = data;

  fetch->timer = 0;
  fetch->is_late = TRUE;
  g_cancellable_cancel (fetch->cancellable);

  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      data)
{
  g_cancellable_cancel (data);
}

/**
 * lieudit_page_is_address:
 * @text: what was typed or pasted
 *
 * Returns: whether it is the address of a page, and nothing else
 */
gboolean
lieudit_page_is_address (const char *text)
{
  g_autofree char *address = NULL;
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strnlen (text, LONGEST_ADDRESS + 1) > LONGEST_ADDRESS)
    return FALSE;
  address = g_strstrip (g_strdup (text));
  if (strpbrk (address, " \t\r\n<>\"") != NULL)
    return FALSE;
  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL && is_acceptable (uri);
}

/* lieudit_page_fetch_within_async: fetches as lieudit_page_fetch_async() does, within other limits. */
void
lieudit_page_fetch_within_async (const char              *address,
                                 const LieuditPageLimits *limits,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *stripped = g_strstrip (g_strdup (address));
  Fetch *fetch = g_new0 (Fetch, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, lieudit_page_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);
  fetch->limits = *limits;
  fetch->bytes = g_byte_array_new ();
  fetch->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    fetch->cancel_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (fetch->cancellable),
                                                   g_object_unref);
  if (!lieudit_network_check (&error))
    {
      finish (task, NULL, error);
      return;
    }
  if (!lieudit_page_is_address (stripped))
    {
      fail (task, _("This is no address of a web page, such as https://example.org/news."));
      return;
    }

  fetch->uri = g_uri_parse (stripped, SOUP_HTTP_URI_FLAGS, NULL);
  fetch->timer = g_timeout_add (limits->patience, late_cb, fetch);
  take_step (task);
}

/**
 * lieudit_page_fetch_async:
 * @address: a web address
 * @cancellable: (nullable): a cancellable
 * @callback: called once the page is there, or cannot be
 * @user_data: for @callback
 *
 * Fetches a page, if lieudit_network_is_allowed(). Call this only when the person
 * just asked for it.
 */
void
lieudit_page_fetch_async (const char          *address,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (address != NULL);

  lieudit_page_fetch_within_async (address, &limits_for_people, cancellable, callback, user_data);
}

/**
 * lieudit_page_fetch_finish:
 * @result: what the callback was given
 * @address: (out) (transfer full) (optional): return location for the address that
 *   the page is at
 * @error: return location for an error
 *
 * Ends lieudit_page_fetch_async(). What the page is is for who reads it to find
 * out from its bytes.
 *
 * Returns: (transfer full) (nullable): the bytes of the page, or %NULL on error
 */
GBytes *
lieudit_page_fetch_finish (GAsyncResult  *result,
                           char         **address,
                           GError       **error)
{
  GBytes *page;
  Fetch *fetch;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  fetch = g_task_get_task_data (G_TASK (result));
  page = g_task_propagate_pointer (G_TASK (result), error);
  if (page != NULL && address != NULL)
    *address = g_uri_to_string_partial (fetch->uri, G_URI_HIDE_PASSWORD | G_URI_HIDE_FRAGMENT);

  return page;
}
