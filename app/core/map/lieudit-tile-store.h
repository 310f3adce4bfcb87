/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

/**
 * LIEUDIT_TILE_MAX_ZOOM:
 *
 * The highest zoom level at which tiles are asked for.
 */
#define LIEUDIT_TILE_MAX_ZOOM 22

/**
 * LIEUDIT_TILE_ERROR:
 *
 * Error domain of maps that come as tiles.
 */
#define LIEUDIT_TILE_ERROR (lieudit_tile_error_quark ())
GQuark lieudit_tile_error_quark (void);

/**
 * LieuditTileError:
 * @LIEUDIT_TILE_ERROR_NO_MAP: what was opened is no map
 * @LIEUDIT_TILE_ERROR_DAMAGED: the map is truncated or altered
 * @LIEUDIT_TILE_ERROR_VECTOR: the map has shapes where only images can be drawn
 * @LIEUDIT_TILE_ERROR_UNSUITABLE: a tile is no image, or one that is too large
 * @LIEUDIT_TILE_ERROR_MISSING: the map has no tile there, which is nothing to complain of
 * @LIEUDIT_TILE_ERROR_SERVER: the server does not give the tile
 */
typedef enum {
  LIEUDIT_TILE_ERROR_NO_MAP,
  LIEUDIT_TILE_ERROR_DAMAGED,
  LIEUDIT_TILE_ERROR_VECTOR,
  LIEUDIT_TILE_ERROR_UNSUITABLE,
  LIEUDIT_TILE_ERROR_MISSING,
  LIEUDIT_TILE_ERROR_SERVER
} LieuditTileError;

/**
 * LieuditTileAddress:
 * @zoom: the zoom level
 * @x: the column, from west to east
 * @y: the row, from north to south
 *
 * Which tile of the world it is.
 */
typedef struct {
  guint zoom;
  guint x;
  guint y;
} LieuditTileAddress;

#define LIEUDIT_TYPE_TILE_STORE (lieudit_tile_store_get_type ())
G_DECLARE_DERIVABLE_TYPE (LieuditTileStore, lieudit_tile_store, LIEUDIT, TILE_STORE, GObject)

/**
 * LieuditTileStoreClass:
 * @load_async: begins to fetch the image of a tile, or its shapes
 * @load_finish: gives it
 */
struct _LieuditTileStoreClass {
  GObjectClass parent_class;

  void     (*load_async)  (LieuditTileStore          *self,
                           const LieuditTileAddress  *address,
                           GCancellable              *cancellable,
                           GAsyncReadyCallback        callback,
                           gpointer                   user_data);
  GBytes * (*load_finish) (LieuditTileStore          *self,
                           GAsyncResult              *result,
                           GError                   **error);
};

void        lieudit_tile_store_load_async       (LieuditTileStore          *self,
                                                 const LieuditTileAddress  *address,
                                                 GCancellable              *cancellable,
                                                 GAsyncReadyCallback        callback,
                                                 gpointer                   user_data);
GBytes     *lieudit_tile_store_load_finish      (LieuditTileStore          *self,
                                                 GAsyncResult              *result,
                                                 GError                   **error);
void        lieudit_tile_store_describe         (LieuditTileStore          *self,
                                                 const char                *title,
                                                 const char                *attribution);
const char *lieudit_tile_store_get_title        (LieuditTileStore          *self);
const char *lieudit_tile_store_get_attribution  (LieuditTileStore          *self);
void        lieudit_tile_store_limit            (LieuditTileStore          *self,
                                                 const LieuditBounds       *bounds,
                                                 guint                      min_zoom,
                                                 guint                      max_zoom);
guint       lieudit_tile_store_get_min_zoom     (LieuditTileStore          *self);
guint       lieudit_tile_store_get_max_zoom     (LieuditTileStore          *self);
void        lieudit_tile_store_set_holds_shapes (LieuditTileStore          *self,
                                                 gboolean                   holds_shapes);
gboolean    lieudit_tile_store_get_holds_shapes (LieuditTileStore          *self);
gboolean    lieudit_tile_store_covers           (LieuditTileStore          *self,
                                                 double                     latitude,
                                                 double                     longitude,
                                                 double                     zoom);

G_END_DECLS
