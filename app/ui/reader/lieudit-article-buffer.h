/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "article/lieudit-article.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_ARTICLE_BUFFER (lieudit_article_buffer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditArticleBuffer, lieudit_article_buffer, LIEUDIT, ARTICLE_BUFFER, GtkTextBuffer)

LieuditArticleBuffer *lieudit_article_buffer_new                    (LieuditArticle       *article,
                                                                     gboolean              right_to_left);
gboolean              lieudit_article_buffer_get_iter_at_code_point (LieuditArticleBuffer *self,
                                                                     GtkTextIter          *iter,
                                                                     gsize                 code_point);
gboolean              lieudit_article_buffer_get_code_point         (LieuditArticleBuffer *self,
                                                                     const GtkTextIter    *iter,
                                                                     gsize                *code_point);
gsize                 lieudit_article_buffer_get_end_code_point     (LieuditArticleBuffer *self);
gboolean              lieudit_article_buffer_is_complete            (LieuditArticleBuffer *self);
void                  lieudit_article_buffer_get_bounds             (LieuditArticleBuffer *self,
                                                                     gsize                *first,
                                                                     gsize                *end);
int                   lieudit_article_buffer_get_body_offset        (LieuditArticleBuffer *self);
gboolean              lieudit_article_buffer_is_faithful            (LieuditArticleBuffer *self);
void                  lieudit_article_buffer_adopt                  (LieuditArticleBuffer *self,
                                                                     LieuditArticle       *article);

G_END_DECLS
