/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

/* Instead of a feature class or a status: whichever. */
#define LIEUDIT_PLACE_FILTER_ANY (-1)

#define LIEUDIT_TYPE_PLACE_FILTER (lieudit_place_filter_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlaceFilter, lieudit_place_filter, LIEUDIT, PLACE_FILTER, GObject)

LieuditPlaceFilter *lieudit_place_filter_new             (void);

const char         *lieudit_place_filter_get_text        (LieuditPlaceFilter *self);
void                lieudit_place_filter_set_text        (LieuditPlaceFilter *self,
                                                          const char         *text);
int                 lieudit_place_filter_get_kind        (LieuditPlaceFilter *self);
void                lieudit_place_filter_set_kind        (LieuditPlaceFilter *self,
                                                          int                 kind);
const char         *lieudit_place_filter_get_country     (LieuditPlaceFilter *self);
void                lieudit_place_filter_set_country     (LieuditPlaceFilter *self,
                                                          const char         *country);
int                 lieudit_place_filter_get_status      (LieuditPlaceFilter *self);
void                lieudit_place_filter_set_status      (LieuditPlaceFilter *self,
                                                          int                 status);
gboolean            lieudit_place_filter_get_unsure_only (LieuditPlaceFilter *self);
void                lieudit_place_filter_set_unsure_only (LieuditPlaceFilter *self,
                                                          gboolean            unsure_only);

void                lieudit_place_filter_clear           (LieuditPlaceFilter *self);
gboolean            lieudit_place_filter_is_clear        (LieuditPlaceFilter *self);
char               *lieudit_place_filter_describe        (LieuditPlaceFilter *self);

gboolean            lieudit_place_filter_shows_place     (LieuditPlaceFilter *self,
                                                          LieuditFoundPlace  *place);
gboolean            lieudit_place_filter_shows_mention   (LieuditPlaceFilter *self,
                                                          LieuditMention     *mention);
LieuditAnalysis    *lieudit_place_filter_apply           (LieuditPlaceFilter *self,
                                                          LieuditAnalysis    *analysis);

G_END_DECLS
