/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-head.h"
#include "article/lieudit-text-decoder.h"

#define CHUNK_SIZE (256 * 1024)

G_DEFINE_QUARK (lieudit-article-error-quark, lieudit_article_error)

static void
set_too_large_error (GError  **error,
                     guint64   size)
{
  g_autofree char *limit = g_format_size_full (LIEUDIT_ARTICLE_SIZE_LIMIT, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *actual = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);

  if (size > 0)
    g_set_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE,
                 /* Translators: both are sizes, such as “50.0 MiB” */
                 _("This file has %s, but an article may have %s at most. Cut it into several files."),
                 actual, limit);
  else
    g_set_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE,
                 /* Translators: %s is a size, such as “20.0 MiB” */
                 _("This has no end within %s, the most an article may have. Cut it into several files."),
                 limit);
}

/* Where GIO's message names the file or the system call, say what to do instead. */
static void
explain_error (GError **error)
{
  const char *sentence;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR)
    return;

  switch ((*error)->code)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      sentence = _("There is no such file. Check its name and its folder.");
      break;
    case G_IO_ERROR_PERMISSION_DENIED:
      sentence = _("You are not allowed to read this file. Change its permissions, or open a copy of it.");
      break;
    case G_IO_ERROR_IS_DIRECTORY:
      sentence = _("This is a folder. Open a text file inside it.");
      break;
    case G_IO_ERROR_NOT_SUPPORTED:
    case G_IO_ERROR_NOT_MOUNTED:
      sentence = _("Files can be read from this computer only. Save the article as a file first.");
      break;
    default:
      return;
    }

  g_free ((*error)->message);
  (*error)->message = g_strdup (sentence);
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)) || g_utf8_get_char (text) == 0xFEFF)
    text = g_utf8_next_char (text);

  return *text == '\0';
}

static gboolean
check_file (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  guint64 size;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
      return FALSE;
    }

  size = (guint64) g_file_info_get_size (info);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && size > LIEUDIT_ARTICLE_SIZE_LIMIT)
    {
      set_too_large_error (error, size);
      return FALSE;
    }

  return TRUE;
}

static GBytes *
read_all (GInputStream  *stream,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  gsize n_read;

  do
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + CHUNK_SIZE);
      if (!g_input_stream_read_all (stream, bytes->data + length, CHUNK_SIZE, &n_read, cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, length + (guint) n_read);

      if (bytes->len > LIEUDIT_ARTICLE_SIZE_LIMIT)
        {
          set_too_large_error (error, 0);
          return NULL;
        }
    }
  while (n_read == CHUNK_SIZE);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
read_file_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  LieuditArticle *article = lieudit_article_read_file (G_FILE (task_data), cancellable, &error);

  if (article != NULL)
    g_task_return_pointer (task, article, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_article_read_text:
 * @text: valid UTF-8
 * @language: (nullable): a BCP 47 tag
 * @source: (nullable): URI or name of where the text comes from
 *
 * Makes an article of a text whose first lines may be a date line and a
 * headline.
 *
 * Returns: (transfer full): a new article
 */
LieuditArticle *
lieudit_article_read_text (const char *text,
                           const char *language,
                           const char *source)
{
  g_auto(LieuditArticleHead) head = { NULL, };

  g_return_val_if_fail (text != NULL, NULL);

  lieudit_article_head_init (&head, text);

  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", text,
                       "body-offset", (guint64) head.body_offset,
                       "title", head.title,
                       "date", head.date,
                       "language", language,
                       "source", source,
                       NULL);
}

/**
 * lieudit_article_read_bytes:
 * @bytes: the bytes of a text file
 * @source: (nullable): URI or name of where they come from
 * @error: return location for an error
 *
 * Reads an article from plain text of any encoding.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR.
 *
 * Returns: (transfer full) (nullable): a new article, or %NULL on error
 */
LieuditArticle *
lieudit_article_read_bytes (GBytes      *bytes,
                            const char  *source,
                            GError     **error)
{
  g_autofree char *text = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > LIEUDIT_ARTICLE_SIZE_LIMIT)
    {
      set_too_large_error (error, length);
      return NULL;
    }

  text = lieudit_decode_text (data, length, error);
  if (text == NULL)
    return NULL;

  if (is_blank (text))
    {
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_EMPTY,
                           _("There is no text in it. Choose another file, or copy an article and paste it."));
      return NULL;
    }

  return lieudit_article_read_text (text, NULL, source);
}

/**
 * lieudit_article_read_stream:
 * @stream: a stream of plain text
 * @source: (nullable): URI or name of where it comes from
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads an article from a stream to its end, but gives up on a stream that is
 * longer than %LIEUDIT_ARTICLE_SIZE_LIMIT.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR or %G_IO_ERROR.
 *
 * Returns: (transfer full) (nullable): a new article, or %NULL on error
 */
LieuditArticle *
lieudit_article_read_stream (GInputStream  *stream,
                             const char    *source,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  bytes = read_all (stream, cancellable, error);
  if (bytes == NULL)
    {
      explain_error (error);
      return NULL;
    }

  return lieudit_article_read_bytes (bytes, source, error);
}

/**
 * lieudit_article_read_file:
 * @file: a plain text file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads an article from a file. This blocks; see
 * lieudit_article_read_file_async().
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR or %G_IO_ERROR. The messages do not name
 * the file, so that they can be shown behind its name.
 *
 * Returns: (transfer full) (nullable): a new article whose source is the URI of
 *   @file, or %NULL on error
 */
LieuditArticle *
lieudit_article_read_file (GFile         *file,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(GFileInputStream) stream = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  if (check_file (file, cancellable, error))
    stream = g_file_read (file, cancellable, error);

  if (stream == NULL)
    {
      explain_error (error);
      return NULL;
    }

  source = g_file_get_uri (file);

  return lieudit_article_read_stream (G_INPUT_STREAM (stream), source, cancellable, error);
}

/**
 * lieudit_article_read_file_async:
 * @file: a plain text file
 * @cancellable: (nullable): a cancellable
 * @callback: called once the article is read or cannot be
 * @user_data: data for @callback
 *
 * Reads an article from a file in a thread. Cancelling calls back at once, even
 * while the file blocks.
 */
void
lieudit_article_read_file_async (GFile               *file,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_article_read_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_file_thread);
}

/**
 * lieudit_article_read_file_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes lieudit_article_read_file_async().
 *
 * Returns: (transfer full) (nullable): a new article, or %NULL on error
 */
LieuditArticle *
lieudit_article_read_file_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
