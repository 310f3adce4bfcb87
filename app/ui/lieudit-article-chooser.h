/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "article/lieudit-article.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_ARTICLE_CHOOSER (lieudit_article_chooser_get_type ())
G_DECLARE_FINAL_TYPE (LieuditArticleChooser, lieudit_article_chooser, LIEUDIT, ARTICLE_CHOOSER, AdwWindow)

LieuditArticleChooser *lieudit_article_chooser_new (GtkWindow *parent,
                                                    GPtrArray *articles);

G_END_DECLS
