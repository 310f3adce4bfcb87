/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-base-map.h"
#include "map/lieudit-map-style.h"
#include "picture/lieudit-picture-symbols.h"

G_BEGIN_DECLS

/**
 * LieuditPictureMargin:
 * @context: where fonts come from
 * @colours: the picture's colours
 * @width: of the picture, in pixels
 *
 * What the head and foot of a picture are set with.
 */
typedef struct {
  PangoContext *context;
  const LieuditMapPictureColours *colours;
  double width;
} LieuditPictureMargin;

/**
 * LieuditPictureLegend:
 * @symbols: (nullable): the article's places
 * @base_map: (nullable): the base map, for what it explains of it
 * @style: how the base map is drawn
 * @extent: what the picture shows of it
 *
 * What a legend has to explain.
 */
typedef struct {
  LieuditPictureSymbols *symbols;
  LieuditBaseMap *base_map;
  LieuditMapStyle *style;
  const LieuditMapExtent *extent;
} LieuditPictureLegend;

PangoContext *lieudit_picture_create_context (cairo_t *cr);
PangoLayout  *lieudit_picture_create_layout  (const LieuditPictureMargin *margin,
                                              const char                 *text,
                                              double                      size,
                                              PangoWeight                 weight);
void          lieudit_picture_show_layout    (const LieuditPictureMargin *margin,
                                              PangoLayout                *layout,
                                              double                      x,
                                              double                      y,
                                              cairo_t                    *cr);
char         *lieudit_picture_describe_sources (LieuditBaseMap *base_map);

double lieudit_picture_draw_title   (const LieuditPictureMargin *margin,
                                     const char                 *title,
                                     cairo_t                    *cr);
double lieudit_picture_draw_legend  (const LieuditPictureMargin *margin,
                                     const LieuditPictureLegend *legend,
                                     cairo_t                    *cr);
double lieudit_picture_draw_sources (const LieuditPictureMargin *margin,
                                     const char                 *sources,
                                     cairo_t                    *cr);
LieuditPixelBox lieudit_picture_measure_scale (const LieuditPictureMargin *margin,
                                               const LieuditMapExtent     *extent);
void   lieudit_picture_draw_scale   (const LieuditPictureMargin *margin,
                                     const LieuditMapExtent     *extent,
                                     cairo_t                    *cr);
void   lieudit_picture_draw_frame   (const LieuditPictureMargin *margin,
                                     const LieuditMapExtent     *extent,
                                     cairo_t                    *cr);

G_END_DECLS
