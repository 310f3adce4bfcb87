/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "map/lieudit-base-map.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_TILE_RENDERER (lieudit_tile_renderer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditTileRenderer, lieudit_tile_renderer, LIEUDIT, TILE_RENDERER, GObject)

LieuditTileRenderer *lieudit_tile_renderer_new       (LieuditBaseMap      *base_map,
                                                      LieuditMapStyle     *style);

void                 lieudit_tile_renderer_draw      (LieuditTileRenderer *self,
                                                      cairo_t             *cr,
                                                      double               zoom,
                                                      double               left,
                                                      double               top,
                                                      double               width,
                                                      double               height,
                                                      double               scale);
void                 lieudit_tile_renderer_draw_tile (LieuditTileRenderer *self,
                                                      cairo_t             *cr,
                                                      guint                zoom,
                                                      guint                x,
                                                      guint                y,
                                                      double               rim,
                                                      double               scale);
cairo_surface_t     *lieudit_tile_renderer_render    (LieuditTileRenderer *self,
                                                      guint                zoom,
                                                      guint                x,
                                                      guint                y,
                                                      guint                scale);

G_END_DECLS
