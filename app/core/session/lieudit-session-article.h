/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article in a session file. */
#pragma once

#include "article/lieudit-article.h"
#include "export/lieudit-json-writer.h"
#include "text/lieudit-json-reader.h"

G_BEGIN_DECLS

void            lieudit_session_article_write (LieuditArticle    *article,
                                               LieuditJsonWriter *json);
LieuditArticle *lieudit_session_article_read  (LieuditJsonReader *json);

G_END_DECLS
