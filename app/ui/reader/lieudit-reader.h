/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "article/lieudit-article.h"
#include "reader/lieudit-reading-style.h"
#include "session/lieudit-selection.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_READER (lieudit_reader_get_type ())
G_DECLARE_FINAL_TYPE (LieuditReader, lieudit_reader, LIEUDIT, READER, GtkWidget)

GtkWidget        *lieudit_reader_new           (void);
LieuditSelection *lieudit_reader_get_selection (LieuditReader    *self);
void              lieudit_reader_set_selection (LieuditReader    *self,
                                                LieuditSelection *selection);
LieuditArticle   *lieudit_reader_get_article   (LieuditReader    *self);
void              lieudit_reader_set_article   (LieuditReader    *self,
                                                LieuditArticle   *article);
void              lieudit_reader_set_claims    (LieuditReader    *self,
                                                GPtrArray        *claims);
LieuditReadingStyle *lieudit_reader_get_style  (LieuditReader    *self);
void              lieudit_reader_find          (LieuditReader    *self);
void              lieudit_reader_find_step     (LieuditReader    *self,
                                                gboolean          forwards);
gboolean          lieudit_reader_close_find    (LieuditReader    *self);
void              lieudit_reader_set_article_in_place (LieuditReader  *self,
                                                       LieuditArticle *article);
gboolean          lieudit_reader_get_editing   (LieuditReader    *self);
gboolean          lieudit_reader_set_editing   (LieuditReader    *self,
                                                gboolean          editing);
void              lieudit_reader_set_presenting (LieuditReader   *self,
                                                 gboolean         dims);
void              lieudit_reader_light         (LieuditReader    *self,
                                                gsize             start,
                                                gsize             end);
void              lieudit_reader_unlight       (LieuditReader    *self);
char             *lieudit_reader_dup_body      (LieuditReader    *self);
void              lieudit_reader_adopt_article (LieuditReader    *self,
                                                LieuditArticle   *article);

gboolean          lieudit_reader_get_selected_range (LieuditReader *self,
                                                     gsize         *start,
                                                     gsize         *end);

G_END_DECLS
