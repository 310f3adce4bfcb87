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
 */
typedef enum {
  LIEUDIT_ARTICLE_ERROR_EMPTY,
  LIEUDIT_ARTICLE_ERROR_TOO_LARGE,
  LIEUDIT_ARTICLE_ERROR_BINARY,
  LIEUDIT_ARTICLE_ERROR_ENCODING,
  LIEUDIT_ARTICLE_ERROR_RECORD,
} LieuditArticleError;

/**
 * LIEUDIT_ARTICLE_SIZE_LIMIT:
 *
 * The longest text read as one article, in bytes.
 */
#define LIEUDIT_ARTICLE_SIZE_LIMIT (20u * 1024 * 1024)

LieuditArticle *lieudit_article_read_text        (const char           *text,
                                                  const char           *language,
                                                  const char           *source);
LieuditArticle *lieudit_article_read_bytes       (GBytes               *bytes,
                                                  const char           *source,
                                                  GError              **error);
LieuditArticle *lieudit_article_read_stream      (GInputStream         *stream,
                                                  const char           *source,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
LieuditArticle *lieudit_article_read_file        (GFile                *file,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
void            lieudit_article_read_file_async  (GFile                *file,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
LieuditArticle *lieudit_article_read_file_finish (GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
