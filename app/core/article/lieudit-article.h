/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "article/lieudit-article-outline.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_ARTICLE (lieudit_article_get_type ())
G_DECLARE_FINAL_TYPE (LieuditArticle, lieudit_article, LIEUDIT, ARTICLE, GObject)

LieuditArticle *lieudit_article_new             (const char     *text,
                                                 const char     *title,
                                                 const char     *date,
                                                 const char     *language,
                                                 const char     *source);
LieuditArticle *lieudit_article_copy            (LieuditArticle *self,
                                                 const char     *language);
LieuditArticle *lieudit_article_copy_edited     (LieuditArticle *self,
                                                 const char     *body);
LieuditArticle *lieudit_article_copy_beginning  (LieuditArticle *self,
                                                 gsize           size);

const char     *lieudit_article_get_text        (LieuditArticle *self);
gsize           lieudit_article_get_length      (LieuditArticle *self);
gsize           lieudit_article_get_body_offset (LieuditArticle *self);
const char     *lieudit_article_get_title       (LieuditArticle *self);
const char     *lieudit_article_get_date        (LieuditArticle *self);
const char     *lieudit_article_get_language    (LieuditArticle *self);
const char     *lieudit_article_get_source      (LieuditArticle *self);

LieuditArticleOutline *lieudit_article_get_outline (LieuditArticle *self);

G_END_DECLS
