/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditArticleHead:
 * @date: (nullable): the date that a date line states
 * @body_offset: bytes before the body
 * @title: (nullable): the headline that begins the body
 *
 * What the first lines of a text say about it.
 */
typedef struct {
  char *date;
  gsize body_offset;
  char *title;
} LieuditArticleHead;

void   lieudit_article_head_init  (LieuditArticleHead *self,
                                   const char         *text);
void   lieudit_article_head_clear (LieuditArticleHead *self);

gsize  lieudit_article_scan_date  (const char         *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LieuditArticleHead, lieudit_article_head_clear)

G_END_DECLS
