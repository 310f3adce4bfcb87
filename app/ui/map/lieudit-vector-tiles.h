/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/lieudit-tile-store.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_VECTOR_TILES (lieudit_vector_tiles_get_type ())
G_DECLARE_FINAL_TYPE (LieuditVectorTiles, lieudit_vector_tiles, LIEUDIT, VECTOR_TILES, ShumateDataSource)

LieuditVectorTiles *lieudit_vector_tiles_new (LieuditTileStore *store);

G_END_DECLS
