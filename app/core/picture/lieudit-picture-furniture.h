/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geo/lieudit-label-placement.h"
#include "map/lieudit-base-map.h"
#include "map/lieudit-map-labels.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

/* The size of the arrow to the north, in pixels. */
#define LIEUDIT_NORTH_ARROW_WIDTH 26
#define LIEUDIT_NORTH_ARROW_HEIGHT 40

/**
 * LieuditPictureFurniture:
 * @arrow: where the arrow to the north is; of no width where there is none
 * @inset: where the small map is; likewise
 *
 * What stands over a map, in its pixels.
 */
typedef struct {
  LieuditPixelBox arrow;
  LieuditPixelBox inset;
} LieuditPictureFurniture;

void            lieudit_north_arrow_draw          (PangoLayout                   *letter,
                                                   cairo_t                       *cr);

LieuditPixelBox lieudit_picture_place_inset       (const LieuditMapExtent        *extent,
                                                   GArray                        *taken);
LieuditPixelBox lieudit_picture_place_north_arrow (const LieuditMapExtent        *extent,
                                                   GArray                        *taken);
void            lieudit_picture_draw_inset        (const LieuditPixelBox         *box,
                                                   LieuditBaseMap                *base_map,
                                                   LieuditMapStyle               *style,
                                                   const LieuditMapExtent        *extent,
                                                   double                         scale,
                                                   cairo_t                       *cr);
void            lieudit_picture_draw_north_arrow  (const LieuditPixelBox         *box,
                                                   PangoContext                  *context,
                                                   const LieuditMapPictureColours *colours,
                                                   cairo_t                       *cr);

G_END_DECLS
