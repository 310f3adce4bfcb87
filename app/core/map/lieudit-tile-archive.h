/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-tile-store.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_TILE_ARCHIVE (lieudit_tile_archive_get_type ())
G_DECLARE_FINAL_TYPE (LieuditTileArchive, lieudit_tile_archive, LIEUDIT, TILE_ARCHIVE, LieuditTileStore)

LieuditTileStore *lieudit_tile_archive_open        (GFile                *file,
                                                    gboolean              takes_shapes,
                                                    GError              **error);
void              lieudit_tile_archive_open_async  (GFile                *file,
                                                    gboolean              takes_shapes,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
LieuditTileStore *lieudit_tile_archive_open_finish (GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
