/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-article-builder.h"
#include "article/lieudit-html-content.h"

G_BEGIN_DECLS

void lieudit_html_append_content  (const LieuditHtmlContent *content,
                                   xmlDoc                   *document,
                                   LieuditArticleBuilder    *builder);
void lieudit_html_append_fragment (const char               *html,
                                   LieuditArticleBuilder    *builder);

G_END_DECLS
