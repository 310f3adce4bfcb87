/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "article/lieudit-article.h"

G_BEGIN_DECLS

#define LIEUDIT_ARTICLE_ERROR (lieudit_article_error_quark ())
GQuark lieudit_article_error_quark (void);

/**
 * LieuditArticleError:
 * @LIEUDIT_ARTICLE_ERROR_EMPTY: there is no text, or nothing but white space
 * @LIEUDIT_ARTICLE_ERROR_TOO_LARGE: the text is longer than %LIEUDIT_ARTICLE_SIZE_LIMIT
 * @LIEUDIT_ARTICLE_ERROR_BINARY: the bytes are no text
 * @LIEUDIT_ARTICLE_ERROR_ENCODING: the bytes are a text of unknown encoding
 * @LIEUDIT_ARTICLE_ERROR_RECORD: a line of JSON is no article
 * @LIEUDIT_ARTICLE_ERROR_DAMAGED: a file of a known format makes no sense
 * @LIEUDIT_ARTICLE_ERROR_SEVERAL: there are several articles where one was expected
 */
typedef enum {
  LIEUDIT_ARTICLE_ERROR_EMPTY,
  LIEUDIT_ARTICLE_ERROR_TOO_LARGE,
  LIEUDIT_ARTICLE_ERROR_BINARY,
  LIEUDIT_ARTICLE_ERROR_ENCODING,
  LIEUDIT_ARTICLE_ERROR_RECORD,
  LIEUDIT_ARTICLE_ERROR_DAMAGED,
  LIEUDIT_ARTICLE_ERROR_SEVERAL,
} LieuditArticleError;

/**
 * LIEUDIT_ARTICLE_SIZE_LIMIT:
 *
 * The longest text read as one article, in bytes.
 */
#define LIEUDIT_ARTICLE_SIZE_LIMIT (20u * 1024 * 1024)

/**
 * LIEUDIT_ARTICLE_FILE_SIZE_LIMIT:
 *
 * The longest file read of a format that holds more than text or many articles,
 * in bytes.
 */
#define LIEUDIT_ARTICLE_FILE_SIZE_LIMIT (100u * 1024 * 1024)

LieuditArticle *lieudit_article_read_text           (const char           *text,
                                                     const char           *language,
                                                     const char           *source);
LieuditArticle *lieudit_article_read_bytes          (GBytes               *bytes,
                                                     const char           *source,
                                                     GError              **error);
LieuditArticle *lieudit_article_read_file           (GFile                *file,
                                                     GCancellable         *cancellable,
                                                     GError              **error);
GPtrArray      *lieudit_articles_read_bytes         (GBytes               *bytes,
                                                     const char           *source,
                                                     GCancellable         *cancellable,
                                                     GError              **error);
GPtrArray      *lieudit_articles_read_stream        (GInputStream         *stream,
                                                     const char           *source,
                                                     GCancellable         *cancellable,
                                                     GError              **error);
GPtrArray      *lieudit_articles_read_file          (GFile                *file,
                                                     GCancellable         *cancellable,
                                                     GError              **error);
void            lieudit_articles_read_file_async    (GFile                *file,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
void            lieudit_articles_read_bytes_async   (GBytes               *bytes,
                                                     const char           *source,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
GPtrArray      *lieudit_articles_read_finish        (GAsyncResult         *result,
                                                     GError              **error);
LieuditArticle *lieudit_articles_get_only           (GPtrArray            *articles,
                                                     GError              **error);

void            lieudit_article_set_too_large_error (GError              **error,
                                                     guint64               size);

G_END_DECLS
