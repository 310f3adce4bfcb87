/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-text-decoder.h"

/* An attachment of a mail in an archive, and nothing deeper. */
#define DEEPEST_PART 4

/* What all parts of a file may have together once they are unpacked; bytes. */
#define UNPACKED_SIZE_LIMIT (256u * 1024 * 1024)

/* More articles than anybody looks through. */
#define MOST_ARTICLES 5000

/*
 * LieuditReading:
 *
 * The reading of one file, with all that it holds: what was found so far, and
 * how much more may come.
 */
struct _LieuditReading
{
  GPtrArray    *articles;
  GCancellable *cancellable;
  const char   *source;
  guint         depth;
  gsize         n_unpacked;
};

/**
 * lieudit_reading_new:
 * @cancellable: (nullable): a cancellable
 *
 * Returns: (transfer full): the reading of a file
 */
LieuditReading *
lieudit_reading_new (GCancellable *cancellable)
{
  LieuditReading *self = g_new0 (LieuditReading, 1);

  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_set_object (&self->cancellable, cancellable);

  return self;
}

/**
 * lieudit_reading_free:
 * @self: (transfer full): a reading
 *
 * Frees a reading.
 */
void
lieudit_reading_free (LieuditReading *self)
{
  g_ptr_array_unref (self->articles);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* Text in wide units: all formats but plain text are recognised in UTF-8. */
static GBytes *
dup_in_utf8 (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text;

  if (length < 2 || length > LIEUDIT_ARTICLE_SIZE_LIMIT ||
      (memcmp (data, "\xFF\xFE", 2) != 0 && memcmp (data, "\xFE\xFF", 2) != 0))
    return g_bytes_ref (bytes);

  text = lieudit_decode_text (data, length, NULL);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : g_bytes_ref (bytes);
}

/**
 * lieudit_reading_read:
 * @self: a reading
 * @bytes: a file, or a file in it
 * @source: (nullable): URI or name of where it comes from
 * @error: return location for an error
 *
 * Reads all articles of a file. Readers of archives and the like call it for
 * the files inside.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR.
 *
 * Returns: whether at least one article was found
 */
gboolean
lieudit_reading_read (LieuditReading  *self,
                      GBytes          *bytes,
                      const char      *source,
                      GError         **error)
{
  g_autoptr(GBytes) converted = dup_in_utf8 (bytes);
  const char *outer_source = self->source;
  const LieuditArticleFormat *format;
  guint n_before = self->articles->len;
  const char *data;
  gboolean is_read;
  gsize length;

  data = g_bytes_get_data (converted, &length);
  if (data == NULL)
    data = "";
  format = lieudit_article_format_recognise (data, length);
  if (length > format->size_limit)
    {
      lieudit_article_set_too_large_error (error, length);
      return FALSE;
    }
  if (self->depth >= DEEPEST_PART)
    {
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
                           _("There are files in files in files in it. Unpack it, and open the files one by one."));
      return FALSE;
    }

  self->source = source;
  self->depth++;
  is_read = format->read (converted, self, error);
  self->depth--;
  self->source = outer_source;

  if (is_read && self->articles->len == n_before)
    {
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_EMPTY,
                           _("There is no article in it. Choose another file, or copy an article and paste it."));
      return FALSE;
    }

  return is_read;
}

/**
 * lieudit_reading_get_source:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): where the file that is being read comes
 *   from
 */
const char *
lieudit_reading_get_source (LieuditReading *self)
{
  return self->source;
}

/**
 * lieudit_reading_get_n_articles:
 * @self: a reading
 *
 * Returns: how many articles were found so far
 */
guint
lieudit_reading_get_n_articles (LieuditReading *self)
{
  return self->articles->len;
}

/**
 * lieudit_reading_check:
 * @self: a reading
 * @n_unpacked: how many bytes were unpacked since the last time
 * @error: return location for an error
 *
 * Tells whether to go on. Readers of long files ask now and then.
 *
 * Fails with %G_IO_ERROR_CANCELLED or %LIEUDIT_ARTICLE_ERROR_TOO_LARGE.
 *
 * Returns: whether to go on
 */
gboolean
lieudit_reading_check (LieuditReading  *self,
                       gsize            n_unpacked,
                       GError         **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  self->n_unpacked += MIN (n_unpacked, UNPACKED_SIZE_LIMIT);
  if (self->n_unpacked < UNPACKED_SIZE_LIMIT && self->articles->len < MOST_ARTICLES)
    return TRUE;

  g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE,
                       _("There is far more in it than a person can read. Unpack it, and open the files one by one."));
  return FALSE;
}

/**
 * lieudit_reading_take_builder:
 * @self: a reading
 * @builder: a builder, of no further use
 * @error: return location for an error
 *
 * Adds the article that was built.
 *
 * Returns: whether it is one
 */
gboolean
lieudit_reading_take_builder (LieuditReading         *self,
                              LieuditArticleBuilder  *builder,
                              GError                **error)
{
  g_autoptr(LieuditArticle) article = lieudit_article_builder_finish (builder, error);

  if (article == NULL)
    return FALSE;

  lieudit_reading_add (self, article);
  return TRUE;
}

/**
 * lieudit_reading_add:
 * @self: a reading
 * @article: an article
 *
 * Adds an article.
 */
void
lieudit_reading_add (LieuditReading *self,
                     LieuditArticle *article)
{
  g_ptr_array_add (self->articles, g_object_ref (article));
}

/**
 * lieudit_reading_insert:
 * @self: a reading
 * @position: how many articles go before it
 * @article: an article
 *
 * Adds an article before others that were found in it.
 */
void
lieudit_reading_insert (LieuditReading *self,
                        guint           position,
                        LieuditArticle *article)
{
  g_ptr_array_insert (self->articles, (int) position, g_object_ref (article));
}

/**
 * lieudit_reading_steal_articles:
 * @self: a reading, of no further use
 *
 * Returns: (transfer full) (element-type LieuditArticle): what was found
 */
GPtrArray *
lieudit_reading_steal_articles (LieuditReading *self)
{
  GPtrArray *articles = self->articles;

  self->articles = g_ptr_array_new_with_free_func (g_object_unref);

  return articles;
}
