/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_TILE_LAYER (lieudit_tile_layer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditTileLayer, lieudit_tile_layer, LIEUDIT, TILE_LAYER, ShumateLayer)

LieuditTileLayer *lieudit_tile_layer_new (ShumateViewport  *viewport,
                                          ShumateMapSource *source);

G_END_DECLS
