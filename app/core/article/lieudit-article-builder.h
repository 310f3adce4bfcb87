/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-article-outline.h"
#include "article/lieudit-article.h"

G_BEGIN_DECLS

typedef struct _LieuditArticleBuilder LieuditArticleBuilder;

LieuditArticleBuilder *lieudit_article_builder_new              (void);
void                   lieudit_article_builder_free             (LieuditArticleBuilder    *self);

void                   lieudit_article_builder_set_title        (LieuditArticleBuilder    *self,
                                                                 const char               *title);
void                   lieudit_article_builder_set_date         (LieuditArticleBuilder    *self,
                                                                 const char               *date);
void                   lieudit_article_builder_set_language     (LieuditArticleBuilder    *self,
                                                                 const char               *language);
void                   lieudit_article_builder_set_source       (LieuditArticleBuilder    *self,
                                                                 const char               *source);
void                   lieudit_article_builder_set_author       (LieuditArticleBuilder    *self,
                                                                 const char               *author);
void                   lieudit_article_builder_set_publisher    (LieuditArticleBuilder    *self,
                                                                 const char               *publisher);
const char            *lieudit_article_builder_get_title        (LieuditArticleBuilder    *self);
void                   lieudit_article_builder_adopt_title      (LieuditArticleBuilder    *self);

void                   lieudit_article_builder_begin_block      (LieuditArticleBuilder    *self);
void                   lieudit_article_builder_break_line       (LieuditArticleBuilder    *self);
void                   lieudit_article_builder_begin_span       (LieuditArticleBuilder    *self,
                                                                 LieuditSpanKind           kind,
                                                                 guint                     value);
void                   lieudit_article_builder_end_span         (LieuditArticleBuilder    *self);
void                   lieudit_article_builder_add_span         (LieuditArticleBuilder    *self,
                                                                 const LieuditSpan        *span);
void                   lieudit_article_builder_append           (LieuditArticleBuilder    *self,
                                                                 const char               *text,
                                                                 gssize                    length);
void                   lieudit_article_builder_append_paragraph (LieuditArticleBuilder    *self,
                                                                 const char               *text);
void                   lieudit_article_builder_append_heading   (LieuditArticleBuilder    *self,
                                                                 const char               *text,
                                                                 guint                     level);
void                   lieudit_article_builder_append_verbatim  (LieuditArticleBuilder    *self,
                                                                 const char               *text);
gsize                  lieudit_article_builder_get_length       (LieuditArticleBuilder    *self);
const char            *lieudit_article_builder_get_text         (LieuditArticleBuilder    *self);

void                   lieudit_article_builder_leave_out        (LieuditArticleBuilder    *self,
                                                                 const char               *text);
void                   lieudit_article_builder_state_place      (LieuditArticleBuilder    *self,
                                                                 const LieuditStatedPlace *place);

LieuditArticle        *lieudit_article_builder_finish           (LieuditArticleBuilder    *self,
                                                                 GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditArticleBuilder, lieudit_article_builder_free)

G_END_DECLS
