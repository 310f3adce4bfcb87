/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geo/lieudit-label-placement.h"
#include "geoparse/lieudit-analysis.h"
#include "map/lieudit-map-labels.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

/**
 * LieuditPictureShape:
 * @LIEUDIT_PICTURE_SHAPE_TOWN: a filled disc
 * @LIEUDIT_PICTURE_SHAPE_CAPITAL: a disc in a ring
 * @LIEUDIT_PICTURE_SHAPE_SITE: a filled diamond
 * @LIEUDIT_PICTURE_SHAPE_AREA: a square; on the map, the outline of the area where it is known
 * @LIEUDIT_PICTURE_SHAPE_NATURE: a triangle
 * @LIEUDIT_PICTURE_SHAPE_FIGURATIVE: a ring, for a place that stands for a government or the like
 * @LIEUDIT_PICTURE_SHAPE_UNSURE: a dashed ring, for a place that may be another of the same name
 *
 * What a symbol looks like, so that it tells what it stands for without any colour.
 */
typedef enum {
  LIEUDIT_PICTURE_SHAPE_TOWN,
  LIEUDIT_PICTURE_SHAPE_CAPITAL,
  LIEUDIT_PICTURE_SHAPE_SITE,
  LIEUDIT_PICTURE_SHAPE_AREA,
  LIEUDIT_PICTURE_SHAPE_NATURE,
  LIEUDIT_PICTURE_SHAPE_FIGURATIVE,
  LIEUDIT_PICTURE_SHAPE_UNSURE,
  LIEUDIT_PICTURE_N_SHAPES
} LieuditPictureShape;

typedef struct _LieuditPictureSymbols LieuditPictureSymbols;

LieuditPictureSymbols *lieudit_picture_symbols_new       (LieuditAnalysis                *analysis,
                                                          LieuditBaseMap                 *base_map,
                                                          PangoContext                   *context,
                                                          const LieuditMapExtent         *extent);
void                   lieudit_picture_symbols_free      (LieuditPictureSymbols          *self);
GArray                *lieudit_picture_symbols_get_taken (LieuditPictureSymbols          *self);
gboolean               lieudit_picture_symbols_have      (LieuditPictureSymbols          *self,
                                                          LieuditPictureShape             shape);
void                   lieudit_picture_symbols_draw_areas (LieuditPictureSymbols         *self,
                                                           const LieuditMapPictureColours *colours,
                                                           cairo_t                       *cr);
void                   lieudit_picture_symbols_draw      (LieuditPictureSymbols          *self,
                                                          const LieuditMapPictureColours *colours,
                                                          cairo_t                        *cr);
void                   lieudit_picture_shape_draw        (LieuditPictureShape             shape,
                                                          double                          radius,
                                                          const LieuditMapPictureColours *colours,
                                                          cairo_t                        *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditPictureSymbols, lieudit_picture_symbols_free)

G_END_DECLS
