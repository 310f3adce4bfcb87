/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "article/lieudit-article.h"

G_BEGIN_DECLS

#define LIEUDIT_ARTICLE_ERROR (lieudit_article_error_quark ())
GQuark lieudit_article_error_quark (void);

typedef enum {
  LIEUDIT_ARTICLE_ERROR_EMPTY,
  LIEUDIT_ARTICLE_ERROR_TOO_LARGE,
  LIEUDIT_ARTICLE_ERROR_BINARY,
  LIEUDIT_ARTICLE_ERROR_ENCODING,
} LieuditArticleError;

#define LIEUDIT_ARTICLE_SIZE_LIMIT (20u * 1024 * 1024)

LieuditArticle *lieudit_article_read_bytes       (GBytes               *bytes,
                                                  const char           *source,
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
