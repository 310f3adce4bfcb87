/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-article.h"

G_BEGIN_DECLS

LieuditArticle *lieudit_article_read_record (const char  *line,
                                             gsize        length,
                                             const char  *language,
                                             char       **id,
                                             GError     **error);

G_END_DECLS
