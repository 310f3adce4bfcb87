/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/lieudit-map-style.h"
#include "map/lieudit-tile-store.h"

G_BEGIN_DECLS

ShumateMapSource *lieudit_vector_renderer_new (LieuditTileStore  *store,
                                               LieuditMapStyle   *style,
                                               GError           **error);

G_END_DECLS
