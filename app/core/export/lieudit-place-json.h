/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-article.h"
#include "export/lieudit-json-writer.h"
#include "gazetteer/lieudit-place.h"

G_BEGIN_DECLS

/* Rounding: five decimals of a degree are about a metre. */
#define LIEUDIT_COORDINATE_DECIMALS 5
#define LIEUDIT_SCORE_DECIMALS 3
#define LIEUDIT_KILOMETRE_DECIMALS 3

char **lieudit_place_dup_admin   (LieuditPlace      *place,
                                  LieuditLanguage    language);
void   lieudit_place_write_name  (LieuditPlace      *place,
                                  LieuditLanguage    language,
                                  LieuditJsonWriter *writer);
void   lieudit_place_write_names (LieuditPlace      *place,
                                  LieuditJsonWriter *writer);
void   lieudit_place_write_admin (LieuditPlace      *place,
                                  LieuditLanguage    language,
                                  LieuditJsonWriter *writer);
void   lieudit_place_write       (LieuditPlace      *place,
                                  LieuditLanguage    language,
                                  LieuditJsonWriter *writer);
void   lieudit_article_write_stated_places (LieuditArticle    *article,
                                            LieuditJsonWriter *writer);

G_END_DECLS
