/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/lieudit-tile-renderer.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_TILE_PAINTABLE (lieudit_tile_paintable_get_type ())
G_DECLARE_FINAL_TYPE (LieuditTilePaintable, lieudit_tile_paintable, LIEUDIT, TILE_PAINTABLE, GObject)

GdkPaintable *lieudit_tile_paintable_new       (LieuditTileRenderer *renderer,
                                                guint                zoom,
                                                guint                x,
                                                guint                y);
GdkPaintable *lieudit_tile_paintable_new_plain (gboolean             dark);
GdkPaintable *lieudit_tile_paintable_new_empty (void);
GdkPaintable *lieudit_tile_paintable_new_from_image (GBytes  *image,
                                                     guint    n_parts,
                                                     guint    column,
                                                     guint    row,
                                                     GError **error);

G_END_DECLS
