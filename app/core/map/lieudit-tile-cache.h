/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LieuditCachedTile:
 * @image: the image file
 * @expires: until when it need not be asked for again, in seconds since 1970
 * @entity_tag: (nullable): what its server calls this state of it
 * @modified: (nullable): when its server says that it was changed
 *
 * A tile as it is kept on the disk.
 */
typedef struct {
  GBytes *image;
  gint64 expires;
  char *entity_tag;
  char *modified;
} LieuditCachedTile;

void lieudit_cached_tile_free (LieuditCachedTile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditCachedTile, lieudit_cached_tile_free)

#define LIEUDIT_TYPE_TILE_CACHE (lieudit_tile_cache_get_type ())
G_DECLARE_FINAL_TYPE (LieuditTileCache, lieudit_tile_cache, LIEUDIT, TILE_CACHE, GObject)

LieuditTileCache  *lieudit_tile_cache_new   (const char              *folder,
                                             guint64                  most_bytes);
LieuditCachedTile *lieudit_tile_cache_find  (LieuditTileCache        *self,
                                             const char              *uri);
void               lieudit_tile_cache_keep  (LieuditTileCache        *self,
                                             const char              *uri,
                                             const LieuditCachedTile *tile);
void               lieudit_tile_cache_clear (LieuditTileCache        *self);

G_END_DECLS
