/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-store.h"

G_DEFINE_QUARK (lieudit-tile-error-quark, lieudit_tile_error)

/**
 * LieuditTileStore:
 *
 * A map that somebody else has drawn and cut into tiles: a file, or a server.
 *
 * What comes out of one is checked to look like an image of reasonable size, which is not decoded, or to be sound shapes.
 */
typedef struct {
  char *title;
  char *attribution;
  LieuditBounds bounds;
  guint min_zoom;
  guint max_zoom;
  gboolean holds_shapes;
} LieuditTileStorePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LieuditTileStore, lieudit_tile_store, G_TYPE_OBJECT)

static LieuditTileStorePrivate *
get_private (LieuditTileStore *self)
{
  return lieudit_tile_store_get_instance_private (self);
}

static void
lieudit_tile_store_finalize (GObject *object)
{
  LieuditTileStorePrivate *private = get_private (LIEUDIT_TILE_STORE (object));

  g_free (private->title);
  g_free (private->attribution);

  G_OBJECT_CLASS (lieudit_tile_store_parent_class)->finalize (object);
}

static void
lieudit_tile_store_class_init (LieuditTileStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_tile_store_finalize;
}

static void
lieudit_tile_store_init (LieuditTileStore *self)
{
  LieuditTileStorePrivate *private = get_private (self);

  private->bounds = (LieuditBounds) { -90.0, -180.0, 90.0, 180.0 };
  private->max_zoom = LIEUDIT_TILE_MAX_ZOOM;
}

/**
 * lieudit_tile_store_load_async:
 * @self: a map in tiles
 * @address: which tile, between the map's lowest and highest zoom level
 * @cancellable: (nullable): to give up
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Begins to fetch a tile.
 */
void
lieudit_tile_store_load_async (LieuditTileStore         *self,
                               const LieuditTileAddress *address,
                               GCancellable             *cancellable,
                               GAsyncReadyCallback       callback,
                               gpointer                  user_data)
{
  g_return_if_fail (LIEUDIT_IS_TILE_STORE (self));
  g_return_if_fail (address != NULL && address->zoom <= LIEUDIT_TILE_MAX_ZOOM);

  LIEUDIT_TILE_STORE_GET_CLASS (self)->load_async (self, address, cancellable, callback, user_data);
}

/**
 * lieudit_tile_store_load_finish:
 * @self: a map in tiles
 * @result: what the callback was given
 * @error: return location for an error; %LIEUDIT_TILE_ERROR_MISSING where the map has a hole
 *
 * Gets a tile.
 *
 * Returns: (transfer full) (nullable): an image file that looks sound, or an unpacked Mapbox Vector Tile that is; or %NULL
 */
GBytes *
lieudit_tile_store_load_finish (LieuditTileStore  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (self), NULL);

  return LIEUDIT_TILE_STORE_GET_CLASS (self)->load_finish (self, result, error);
}

/**
 * lieudit_tile_store_describe:
 * @self: a map in tiles
 * @title: what it is called
 * @attribution: (nullable): whom it is to be attributed to, as plain text
 *
 * Says what the map is; for its makers.
 */
void
lieudit_tile_store_describe (LieuditTileStore *self,
                             const char       *title,
                             const char       *attribution)
{
  LieuditTileStorePrivate *private = get_private (self);

  g_return_if_fail (LIEUDIT_IS_TILE_STORE (self));

  g_free (private->title);
  g_free (private->attribution);
  private->title = g_strdup (title);
  private->attribution = g_strdup (attribution);
}

/**
 * lieudit_tile_store_get_title:
 * @self: a map in tiles
 *
 * Returns: (transfer none): what it is called
 */
const char *
lieudit_tile_store_get_title (LieuditTileStore *self)
{
  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (self), NULL);

  return get_private (self)->title;
}

/**
 * lieudit_tile_store_get_attribution:
 * @self: a map in tiles
 *
 * Returns: (transfer none) (nullable): whom it is to be attributed to, wherever it is shown
 */
const char *
lieudit_tile_store_get_attribution (LieuditTileStore *self)
{
  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (self), NULL);

  return get_private (self)->attribution;
}

/**
 * lieudit_tile_store_limit:
 * @self: a map in tiles
 * @bounds: what it covers
 * @min_zoom: its lowest zoom level
 * @max_zoom: its highest
 *
 * Says where the map ends; for its makers.
 */
void
lieudit_tile_store_limit (LieuditTileStore    *self,
                          const LieuditBounds *bounds,
                          guint                min_zoom,
                          guint                max_zoom)
{
  LieuditTileStorePrivate *private = get_private (self);

  g_return_if_fail (LIEUDIT_IS_TILE_STORE (self));
  g_return_if_fail (bounds != NULL);
  g_return_if_fail (min_zoom <= max_zoom && max_zoom <= LIEUDIT_TILE_MAX_ZOOM);

  private->bounds = *bounds;
  private->min_zoom = min_zoom;
  private->max_zoom = max_zoom;
}

/**
 * lieudit_tile_store_get_min_zoom:
 * @self: a map in tiles
 *
 * Returns: the lowest zoom level that has tiles
 */
guint
lieudit_tile_store_get_min_zoom (LieuditTileStore *self)
{
  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (self), 0);

  return get_private (self)->min_zoom;
}

/**
 * lieudit_tile_store_get_max_zoom:
 * @self: a map in tiles
 *
 * Returns: the highest zoom level that has tiles
 */
guint
lieudit_tile_store_get_max_zoom (LieuditTileStore *self)
{
  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (self), 0);

  return get_private (self)->max_zoom;
}

/**
 * lieudit_tile_store_set_holds_shapes:
 * @self: a map in tiles
 * @holds_shapes: whether its tiles are shapes, not images
 *
 * Says what the tiles are; for its makers.
 */
void
lieudit_tile_store_set_holds_shapes (LieuditTileStore *self,
                                     gboolean          holds_shapes)
{
  g_return_if_fail (LIEUDIT_IS_TILE_STORE (self));

  get_private (self)->holds_shapes = holds_shapes;
}

/**
 * lieudit_tile_store_get_holds_shapes:
 * @self: a map in tiles
 *
 * Returns: whether its tiles are shapes (Mapbox Vector Tiles), which are drawn here, in our colours and without names; not images
 */
gboolean
lieudit_tile_store_get_holds_shapes (LieuditTileStore *self)
{
  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (self), FALSE);

  return get_private (self)->holds_shapes;
}

/**
 * lieudit_tile_store_covers:
 * @self: a map in tiles
 * @latitude: in degrees
 * @longitude: in degrees
 * @zoom: a zoom level, which may be between two
 *
 * Tells whether the map claims to show a spot from so near. From nearer than its highest level, the tiles of that one are enlarged.
 *
 * Returns: whether it does
 */
gboolean
lieudit_tile_store_covers (LieuditTileStore *self,
                           double            latitude,
                           double            longitude,
                           double            zoom)
{
  LieuditTileStorePrivate *private = get_private (self);

  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (self), FALSE);

  return zoom >= private->min_zoom && lieudit_bounds_contains (&private->bounds, latitude, longitude);
}
