/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lieudit-article-buffer.h"

G_BEGIN_DECLS

void lieudit_span_tags_attach (LieuditArticleBuffer *buffer,
                               LieuditArticle       *article);

G_END_DECLS
