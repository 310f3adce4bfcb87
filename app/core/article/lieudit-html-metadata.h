/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-article-builder.h"
#include "article/lieudit-html-document.h"

G_BEGIN_DECLS

void lieudit_html_read_metadata (xmlDoc                *document,
                                 LieuditArticleBuilder *builder);

G_END_DECLS
