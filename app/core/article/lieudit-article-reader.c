/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-format.h"
#include "article/lieudit-article-head.h"

#define CHUNK_SIZE (256 * 1024)

G_DEFINE_QUARK (lieudit-article-error-quark, lieudit_article_error)

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
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && size > LIEUDIT_ARTICLE_FILE_SIZE_LIMIT)
    {
      lieudit_article_set_too_large_error (error, size);
      return FALSE;
    }

  return TRUE;
}

/* What an input may have is known once its format is. */
static gboolean
is_too_large (const GByteArray *bytes)
{
  return bytes->len > LIEUDIT_ARTICLE_SIZE_LIMIT &&
         bytes->len > lieudit_article_format_get_size_limit ((const char *) bytes->data, bytes->len);
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

      if (is_too_large (bytes))
        {
          lieudit_article_set_too_large_error (error, 0);
          return NULL;
        }
    }
  while (n_read == CHUNK_SIZE);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
return_articles (GTask     *task,
                 GPtrArray *articles,
                 GError    *error)
{
  if (articles != NULL)
    g_task_return_pointer (task, articles, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_file_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *articles = lieudit_articles_read_file (G_FILE (task_data), cancellable, &error);

  return_articles (task, articles, error);
}

typedef struct {
  GBytes *bytes;
  char   *source;
} BytesInput;

static void
bytes_input_free (gpointer data)
{
  BytesInput *input = data;

  g_bytes_unref (input->bytes);
  g_free (input->source);
  g_free (input);
}

static void
read_bytes_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  BytesInput *input = task_data;
  GError *error = NULL;
  GPtrArray *articles = lieudit_articles_read_bytes (input->bytes, input->source, cancellable, &error);

  return_articles (task, articles, error);
}

/**
 * lieudit_article_set_too_large_error:
 * @error: return location for the error
 * @size: how many bytes it has, or 0 for something without an end
 *
 * Sets %LIEUDIT_ARTICLE_ERROR_TOO_LARGE.
 */
void
lieudit_article_set_too_large_error (GError  **error,
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
 * lieudit_articles_get_only:
 * @articles: (nullable) (transfer full) (element-type LieuditArticle): what was
 *   read
 * @error: return location for an error
 *
 * Takes the article of a file that should hold one.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR_SEVERAL. Without @articles there is an
 * error already.
 *
 * Returns: (transfer full) (nullable): the article, or %NULL on error
 */
LieuditArticle *
lieudit_articles_get_only (GPtrArray  *articles,
                           GError    **error)
{
  LieuditArticle *article = NULL;

  if (articles == NULL)
    return NULL;

  if (articles->len == 1)
    article = g_object_ref (g_ptr_array_index (articles, 0));
  else
    g_set_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_SEVERAL,
                 _("There are %u articles in it, where one was expected. Save the one you mean as a file of its own."),
                 articles->len);
  g_ptr_array_unref (articles);

  return article;
}

/**
 * lieudit_article_read_bytes:
 * @bytes: the bytes of a file
 * @source: (nullable): URI or name of where they come from
 * @error: return location for an error
 *
 * Reads the only article of a file of any format that is known.
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
  return lieudit_articles_get_only (lieudit_articles_read_bytes (bytes, source, NULL, error), error);
}

/**
 * lieudit_article_read_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads the only article of a file, as lieudit_articles_read_file() does.
 *
 * Returns: (transfer full) (nullable): a new article, or %NULL on error
 */
LieuditArticle *
lieudit_article_read_file (GFile         *file,
                           GCancellable  *cancellable,
                           GError       **error)
{
  return lieudit_articles_get_only (lieudit_articles_read_file (file, cancellable, error), error);
}

/**
 * lieudit_articles_read_bytes:
 * @bytes: the bytes of a file
 * @source: (nullable): URI or name of where they come from
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads the articles of a file. What it is is told from its bytes; what is of
 * no other format is plain text.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditArticle): at least
 *   one article, or %NULL on error
 */
GPtrArray *
lieudit_articles_read_bytes (GBytes        *bytes,
                             const char    *source,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr(LieuditReading) reading = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  reading = lieudit_reading_new (cancellable);
  if (!lieudit_reading_read (reading, bytes, source, error))
    return NULL;

  return lieudit_reading_steal_articles (reading);
}

/**
 * lieudit_articles_read_stream:
 * @stream: a stream of a file's bytes
 * @source: (nullable): URI or name of where it comes from
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads the articles of a stream, but gives up on one that is longer than its
 * format may be.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR or %G_IO_ERROR.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditArticle): at least
 *   one article, or %NULL on error
 */
GPtrArray *
lieudit_articles_read_stream (GInputStream  *stream,
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

  return lieudit_articles_read_bytes (bytes, source, cancellable, error);
}

/**
 * lieudit_articles_read_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads the articles of a file. This blocks; see
 * lieudit_articles_read_file_async().
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR or %G_IO_ERROR. The messages do not name
 * the file, so that they can be shown behind its name.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditArticle): at least
 *   one article, whose source is the URI of @file unless they tell another, or
 *   %NULL on error
 */
GPtrArray *
lieudit_articles_read_file (GFile         *file,
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

  return lieudit_articles_read_stream (G_INPUT_STREAM (stream), source, cancellable, error);
}

/**
 * lieudit_articles_read_file_async:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: called once the articles are read or cannot be
 * @user_data: data for @callback
 *
 * Reads the articles of a file in a thread. Cancelling calls back at once, even
 * while the file blocks. Finish with lieudit_articles_read_finish().
 */
void
lieudit_articles_read_file_async (GFile               *file,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_articles_read_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_file_thread);
}

/**
 * lieudit_articles_read_bytes_async:
 * @bytes: the bytes of a file
 * @source: (nullable): URI or name of where they come from
 * @cancellable: (nullable): a cancellable
 * @callback: called once the articles are read or cannot be
 * @user_data: data for @callback
 *
 * Reads the articles of a file that is in memory already, in a thread. Finish
 * with lieudit_articles_read_finish().
 */
void
lieudit_articles_read_bytes_async (GBytes              *bytes,
                                   const char          *source,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  BytesInput *input;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  input = g_new0 (BytesInput, 1);
  input->bytes = g_bytes_ref (bytes);
  input->source = g_strdup (source);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_articles_read_bytes_async);
  g_task_set_task_data (task, input, bytes_input_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_bytes_thread);
}

/**
 * lieudit_articles_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes lieudit_articles_read_file_async() and
 * lieudit_articles_read_bytes_async().
 *
 * Returns: (transfer full) (nullable) (element-type LieuditArticle): at least
 *   one article, or %NULL on error
 */
GPtrArray *
lieudit_articles_read_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
