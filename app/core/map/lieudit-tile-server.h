/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-tile-cache.h"
#include "map/lieudit-tile-store.h"

G_BEGIN_DECLS

/**
 * LIEUDIT_TILE_CACHE_MOST_BYTES:
 *
 * How much of the disk tiles of servers may take.
 */
#define LIEUDIT_TILE_CACHE_MOST_BYTES (100 * 1024 * 1024)

#define LIEUDIT_TYPE_TILE_SERVER (lieudit_tile_server_get_type ())
G_DECLARE_FINAL_TYPE (LieuditTileServer, lieudit_tile_server, LIEUDIT, TILE_SERVER, LieuditTileStore)

char             *lieudit_tile_server_get_cache_folder (void);
LieuditTileStore *lieudit_tile_server_new            (const char  *template,
                                                      const char  *attribution,
                                                      const char  *cache_folder,
                                                      guint        most_bytes);
void              lieudit_tile_server_set_patience   (LieuditTileServer *self,
                                                      guint              patience);

G_END_DECLS
