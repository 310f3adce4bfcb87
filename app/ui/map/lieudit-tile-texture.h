/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/lieudit-tile-renderer.h"

G_BEGIN_DECLS

GdkTexture *lieudit_tile_texture_new       (LieuditTileRenderer *renderer,
                                            guint                zoom,
                                            guint                x,
                                            guint                y);
GdkTexture *lieudit_tile_texture_new_plain (gboolean             dark);

G_END_DECLS
