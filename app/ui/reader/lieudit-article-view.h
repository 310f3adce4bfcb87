/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_ARTICLE_VIEW (lieudit_article_view_get_type ())
G_DECLARE_FINAL_TYPE (LieuditArticleView, lieudit_article_view, LIEUDIT, ARTICLE_VIEW, GtkTextView)

G_END_DECLS
