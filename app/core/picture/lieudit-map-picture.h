/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "geoparse/lieudit-analysis.h"
#include "map/lieudit-base-map.h"
#include "map/lieudit-map-labels.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

/* The least and most that a picture's sides measure, in pixels. */
#define LIEUDIT_MAP_PICTURE_SMALLEST 200
#define LIEUDIT_MAP_PICTURE_LARGEST 8192

#define LIEUDIT_TYPE_MAP_PICTURE (lieudit_map_picture_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapPicture, lieudit_map_picture, LIEUDIT, MAP_PICTURE, GObject)

LieuditMapPicture *lieudit_map_picture_new          (LieuditBaseMap      *base_map,
                                                     LieuditMapStyle     *style);

void               lieudit_map_picture_set_size     (LieuditMapPicture   *self,
                                                     guint                width,
                                                     guint                height);
guint              lieudit_map_picture_get_width    (LieuditMapPicture   *self);
guint              lieudit_map_picture_get_height   (LieuditMapPicture   *self);
void               lieudit_map_picture_set_analysis (LieuditMapPicture   *self,
                                                     LieuditAnalysis     *analysis);
void               lieudit_map_picture_set_title    (LieuditMapPicture   *self,
                                                     const char          *title);
const char        *lieudit_map_picture_get_title    (LieuditMapPicture   *self);
void               lieudit_map_picture_set_language (LieuditMapPicture   *self,
                                                     const char          *language);
void               lieudit_map_picture_set_bounds   (LieuditMapPicture   *self,
                                                     const LieuditBounds *bounds);
void               lieudit_map_picture_set_view     (LieuditMapPicture   *self,
                                                     double               latitude,
                                                     double               longitude,
                                                     double               zoom);
void               lieudit_map_picture_set_drawings (LieuditMapPicture   *self,
                                                     GPtrArray           *drawings);
void               lieudit_map_picture_set_bare     (LieuditMapPicture   *self,
                                                     gboolean             is_bare);
void               lieudit_map_picture_set_north_arrow (LieuditMapPicture *self,
                                                        gboolean           has_arrow);
void               lieudit_map_picture_set_inset    (LieuditMapPicture   *self,
                                                     gboolean             has_inset);
void               lieudit_map_picture_set_shows_local (LieuditMapPicture *self,
                                                        gboolean           shows_local);

LieuditBaseMap    *lieudit_map_picture_get_base_map (LieuditMapPicture   *self);
LieuditMapStyle   *lieudit_map_picture_get_style    (LieuditMapPicture   *self);
const char        *lieudit_map_picture_get_language (LieuditMapPicture   *self);
void               lieudit_map_picture_frame        (LieuditMapPicture   *self,
                                                     double               width,
                                                     double               height,
                                                     LieuditMapExtent    *extent);

void               lieudit_map_picture_draw         (LieuditMapPicture   *self,
                                                     cairo_t             *cr,
                                                     double               scale);

G_END_DECLS
