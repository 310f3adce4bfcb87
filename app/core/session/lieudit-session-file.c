/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions in files: opened and saved in threads, so that no window waits for a disk. */
#include "config.h"

#include "session/lieudit-session-file.h"

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"

/* In how much of a file it has to say that it is a session. */
#define BEGINNING_SIZE 4096

/* A file that cannot be read is told of by who reads articles. */
static gboolean
is_session_file (GFile        *file,
                 GCancellable *cancellable)
{
  g_autoptr(GFileInputStream) stream = NULL;
  g_autofree char *beginning = g_malloc (BEGINNING_SIZE);
  gsize n_read = 0;

  /* What is read from a pipe is gone. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    return FALSE;

  stream = g_file_read (file, cancellable, NULL);

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), beginning, BEGINNING_SIZE, &n_read, cancellable, NULL) &&
         lieudit_session_recognise (beginning, n_read);
}

static LieuditSession *
open_session_file (GFile           *file,
                   LieuditArticle  *onto,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *etag = NULL;

  if (info == NULL)
    return NULL;
  if ((guint64) g_file_info_get_size (info) > LIEUDIT_SESSION_SIZE_LIMIT)
    {
      g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_TOO_LARGE,
                           _("This session is too large to be one that Lieudit saved."));
      return NULL;
    }

  bytes = g_file_load_bytes (file, cancellable, &etag, error);
  if (bytes == NULL)
    return NULL;

  session = lieudit_session_read (bytes, onto, error);
  if (session != NULL && !lieudit_session_is_imported (session))
    lieudit_session_set_file (session, file, etag);

  return g_steal_pointer (&session);
}

/**
 * lieudit_session_open:
 * @file: a file
 * @onto: (nullable): an article that annotations may be on that come without one
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a session. This blocks; see lieudit_session_open_async().
 *
 * Fails with %LIEUDIT_SESSION_ERROR or %G_IO_ERROR. The messages do not name the
 * file. %LIEUDIT_SESSION_ERROR_NO_SESSION is no news for the person: the file may
 * be an article.
 *
 * Returns: (transfer full) (nullable): a session, or %NULL on error
 */
LieuditSession *
lieudit_session_open (GFile           *file,
                      LieuditArticle  *onto,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (is_session_file (file, cancellable))
    return open_session_file (file, onto, cancellable, error);

  g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_NO_SESSION, "no session");
  return NULL;
}

/**
 * lieudit_sessions_open:
 * @file: a file
 * @language: (nullable): the language of its articles, or %NULL to find it out
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a session with all that a person decided, or the articles of a file, on
 * which nobody has decided anything yet. This blocks.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditSession): the
 *   sessions, at least one, or %NULL on error
 */
GPtrArray *
lieudit_sessions_open (GFile         *file,
                       const char    *language,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(GError) local_error = NULL;
  LieuditSession *session;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  session = lieudit_session_open (file, NULL, cancellable, &local_error);
  if (session != NULL)
    {
      g_ptr_array_add (sessions, session);
    }
  else if (!g_error_matches (local_error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_NO_SESSION))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  else
    {
      articles = lieudit_articles_read_file (file, cancellable, error);
      for (guint i = 0; articles != NULL && i < articles->len; i++)
        g_ptr_array_add (sessions, lieudit_session_new (g_ptr_array_index (articles, i)));
    }
  lieudit_sessions_set_language (sessions, language);

  return sessions->len > 0 ? g_steal_pointer (&sessions) : NULL;
}

/**
 * lieudit_sessions_set_language:
 * @sessions: (element-type LieuditSession): sessions
 * @language: (nullable): the language of their articles, if a person knows it
 *
 * Says in what language the articles are.
 */
void
lieudit_sessions_set_language (GPtrArray  *sessions,
                               const char *language)
{
  for (guint i = 0; language != NULL && i < sessions->len; i++)
    {
      LieuditSession *session = g_ptr_array_index (sessions, i);
      g_autoptr(LieuditArticle) article = lieudit_article_copy (lieudit_session_get_article (session), language);

      lieudit_session_set_article (session, article);
    }
}

typedef struct {
  GFile          *file;
  LieuditArticle *onto;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  g_clear_object (&opening->onto);
  g_free (opening);
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  LieuditSession *session = lieudit_session_open (opening->file, opening->onto, cancellable, &error);

  if (session != NULL)
    g_task_return_pointer (task, session, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_session_open_async:
 * @file: a file
 * @onto: (nullable): an article that annotations may be on that come without one
 * @cancellable: (nullable): a cancellable
 * @callback: called once it is read or cannot be
 * @user_data: for @callback
 *
 * Reads a session in a thread, see lieudit_session_open(). Cancelling calls back
 * at once, even while the file blocks.
 */
void
lieudit_session_open_async (GFile               *file,
                            LieuditArticle      *onto,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (G_IS_FILE (file));

  opening = g_new0 (Opening, 1);
  opening->file = g_object_ref (file);
  g_set_object (&opening->onto, onto);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_session_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_thread);
}

/**
 * lieudit_session_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_session_open_async().
 *
 * Returns: (transfer full) (nullable): a session, or %NULL on error
 */
LieuditSession *
lieudit_session_open_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  GFile   *file;
  GBytes  *contents;
  char    *etag;      /* of the version that may be written over; NULL for any */
  guint64  state;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->file);
  g_bytes_unref (save->contents);
  g_free (save->etag);
  g_free (save);
}

/* A file that is not there yet is written beside and moved there, so that half of it is never seen. */
static gboolean
create_local_file (const char    *path,
                   GBytes        *contents,
                   GError       **error)
{
  gsize size;
  const char *data = g_bytes_get_data (contents, &size);

  return g_file_set_contents_full (path, data, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

static char *
query_etag (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

/* GIO writes what is there already in the same way, keeps who may read it, and follows links. */
static gboolean
write_save (const Save    *save,
            GCancellable  *cancellable,
            GError       **error)
{
  const char *path = g_file_peek_path (save->file);
  gsize size;
  const char *data = g_bytes_get_data (save->contents, &size);

  if (path != NULL && !g_file_query_exists (save->file, cancellable))
    return create_local_file (path, save->contents, error);

  return g_file_replace_contents (save->file, data, size, save->etag, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Save *save = task_data;
  GError *error = NULL;

  if (write_save (save, cancellable, &error))
    g_task_return_pointer (task, query_etag (save->file, cancellable, NULL), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_session_save_async:
 * @self: a session
 * @file: where to
 * @mode: what may be written over
 * @cancellable: (nullable): a cancellable
 * @callback: called once it is saved or cannot be
 * @user_data: for @callback
 *
 * Saves a session as it is now; the person may go on meanwhile. The file changes
 * only once all is written.
 */
void
lieudit_session_save_async (LieuditSession      *self,
                            GFile               *file,
                            LieuditSaveMode      mode,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Save *save;

  g_return_if_fail (LIEUDIT_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  save = g_new0 (Save, 1);
  save->file = g_object_ref (file);
  save->contents = lieudit_session_write (self, LIEUDIT_SESSION_FOR_FILE);
  save->etag = mode == LIEUDIT_SAVE_KNOWN ? g_strdup (lieudit_session_get_etag (self)) : NULL;
  save->state = lieudit_session_get_state (self);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_session_save_async);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * lieudit_session_save_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_session_save_async(). The session knows then where it is saved.
 *
 * Returns: whether it is
 */
gboolean
lieudit_session_save_finish (LieuditSession  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_autofree char *etag = NULL;
  const Save *save;

  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (g_task_had_error (G_TASK (result)))
    return g_task_propagate_pointer (G_TASK (result), error) != NULL;

  etag = g_task_propagate_pointer (G_TASK (result), error);
  save = g_task_get_task_data (G_TASK (result));
  lieudit_session_set_file (self, save->file, etag);
  lieudit_session_set_saved (self, save->state);

  return TRUE;
}

static void
query_etag_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  char *etag = query_etag (G_FILE (task_data), cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, etag, g_free);
}

/**
 * lieudit_session_query_etag_async:
 * @file: a session file
 * @cancellable: (nullable): a cancellable
 * @callback: called once that is known or cannot be
 * @user_data: for @callback
 *
 * Asks which version of a file is on disk.
 */
void
lieudit_session_query_etag_async (GFile               *file,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_session_query_etag_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, query_etag_thread);
}

/**
 * lieudit_session_query_etag_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_session_query_etag_async().
 *
 * Returns: (transfer full) (nullable): the version, to be compared with
 *   lieudit_session_get_etag(); %NULL with an error when the file is gone
 */
char *
lieudit_session_query_etag_finish (GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
