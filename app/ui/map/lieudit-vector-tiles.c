/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-vector-tiles.h"

#include "lieudit-toolkit.h"

/**
 * LieuditVectorTiles:
 *
 * The tiles of a map of shapes, for what draws them.
 */
struct _LieuditVectorTiles
{
  ShumateDataSource parent_instance;

  LieuditTileStore *store;
};

G_DEFINE_FINAL_TYPE (LieuditVectorTiles, lieudit_vector_tiles, SHUMATE_TYPE_DATA_SOURCE)

static void
on_loaded (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *tile = lieudit_tile_store_load_finish (LIEUDIT_TILE_STORE (store), result, &error);

  if (tile != NULL)
    g_task_return_pointer (task, tile, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
lieudit_vector_tiles_get_tile_data_async (ShumateDataSource   *source,
                                          int                  x,
                                          int                  y,
                                          int                  zoom_level,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  LieuditVectorTiles *self = LIEUDIT_VECTOR_TILES (source);
  LieuditTileAddress address = { (guint) zoom_level, (guint) x, (guint) y };
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lieudit_vector_tiles_get_tile_data_async);
  lieudit_tile_store_load_async (self->store, &address, cancellable, on_loaded, task);
}

static GBytes *
lieudit_vector_tiles_get_tile_data_finish (ShumateDataSource  *source,
                                           GAsyncResult       *result,
                                           GError            **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
lieudit_vector_tiles_finalize (GObject *object)
{
  LieuditVectorTiles *self = LIEUDIT_VECTOR_TILES (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (lieudit_vector_tiles_parent_class)->finalize (object);
}

static void
lieudit_vector_tiles_class_init (LieuditVectorTilesClass *klass)
{
  ShumateDataSourceClass *source_class = SHUMATE_DATA_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lieudit_vector_tiles_finalize;

  source_class->get_tile_data_async = lieudit_vector_tiles_get_tile_data_async;
  source_class->get_tile_data_finish = lieudit_vector_tiles_get_tile_data_finish;
}

static void
lieudit_vector_tiles_init (LieuditVectorTiles *self)
{
}

/**
 * lieudit_vector_tiles_new:
 * @store: a map of shapes
 *
 * Makes its tiles known to libshumate.
 *
 * Returns: (transfer full): the tiles
 */
LieuditVectorTiles *
lieudit_vector_tiles_new (LieuditTileStore *store)
{
  LieuditVectorTiles *self;

  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (store), NULL);

  self = g_object_new (LIEUDIT_TYPE_VECTOR_TILES, NULL);
  self->store = g_object_ref (store);
  lieudit_toolkit_limit_vector_tiles (SHUMATE_DATA_SOURCE (self), lieudit_tile_store_get_max_zoom (store));

  return self;
}
