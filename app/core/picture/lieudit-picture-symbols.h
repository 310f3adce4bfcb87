/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geo/lieudit-label-placement.h"
#include "geoparse/lieudit-analysis.h"
#include "map/lieudit-map-labels.h"
#include "map/lieudit-map-style.h"
#include "picture/lieudit-place-shape.h"

G_BEGIN_DECLS

typedef struct _LieuditPictureSymbols LieuditPictureSymbols;

LieuditPictureSymbols *lieudit_picture_symbols_new       (LieuditAnalysis                *analysis,
                                                          LieuditBaseMap                 *base_map,
                                                          PangoContext                   *context,
                                                          const LieuditMapExtent         *extent);
void                   lieudit_picture_symbols_free      (LieuditPictureSymbols          *self);
GArray                *lieudit_picture_symbols_get_taken (LieuditPictureSymbols          *self);
gboolean               lieudit_picture_symbols_have      (LieuditPictureSymbols          *self,
                                                          LieuditPlaceShape               shape);
void                   lieudit_picture_symbols_draw_areas (LieuditPictureSymbols         *self,
                                                           const LieuditMapPictureColours *colours,
                                                           cairo_t                       *cr);
void                   lieudit_picture_symbols_draw      (LieuditPictureSymbols          *self,
                                                          const LieuditMapPictureColours *colours,
                                                          cairo_t                        *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditPictureSymbols, lieudit_picture_symbols_free)

G_END_DECLS
