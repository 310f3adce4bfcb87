/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "article/lieudit-article-builder.h"

G_BEGIN_DECLS

typedef struct _LieuditReading LieuditReading;

/**
 * LieuditArticleFormat:
 * @name: a short name
 * @size_limit: the longest file of it that is read, in bytes
 * @patterns: (nullable): what names of such files end with, parted by spaces
 * @recognise: tells from the first bytes of a file whether it is of the format
 * @read: adds the articles of a file to those that were read
 *
 * A format that articles come in.
 */
typedef struct {
  const char *name;
  gsize       size_limit;
  const char *patterns;
  gboolean  (*recognise) (const char      *data,
                          gsize            length);
  gboolean  (*read)      (GBytes          *bytes,
                          LieuditReading  *reading,
                          GError         **error);
} LieuditArticleFormat;

const LieuditArticleFormat *lieudit_article_format_recognise      (const char             *data,
                                                                   gsize                   length);
gsize                       lieudit_article_format_get_size_limit (const char             *data,
                                                                   gsize                   length);
char                      **lieudit_article_format_dup_patterns   (void);

LieuditReading             *lieudit_reading_new                   (GCancellable           *cancellable);
void                        lieudit_reading_free                  (LieuditReading         *self);
gboolean                    lieudit_reading_read                  (LieuditReading         *self,
                                                                   GBytes                 *bytes,
                                                                   const char             *source,
                                                                   GError                **error);
const char                 *lieudit_reading_get_source            (LieuditReading         *self);
guint                       lieudit_reading_get_n_articles        (LieuditReading         *self);
gboolean                    lieudit_reading_check                 (LieuditReading         *self,
                                                                   gsize                   n_unpacked,
                                                                   GError                **error);
gboolean                    lieudit_reading_take_builder          (LieuditReading         *self,
                                                                   LieuditArticleBuilder  *builder,
                                                                   GError                **error);
void                        lieudit_reading_add                   (LieuditReading         *self,
                                                                   LieuditArticle         *article);
void                        lieudit_reading_insert                (LieuditReading         *self,
                                                                   guint                   position,
                                                                   LieuditArticle         *article);
GPtrArray                  *lieudit_reading_steal_articles        (LieuditReading         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditReading, lieudit_reading_free)

G_END_DECLS
