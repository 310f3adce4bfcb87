/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/lieudit-map-style.h"
#include "map/lieudit-tile-store.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_BACKGROUND_SOURCE (lieudit_background_source_get_type ())
G_DECLARE_FINAL_TYPE (LieuditBackgroundSource, lieudit_background_source, LIEUDIT, BACKGROUND_SOURCE, ShumateMapSource)

LieuditBackgroundSource *lieudit_background_source_new         (LieuditTileStore        *store);
LieuditTileStore        *lieudit_background_source_get_store   (LieuditBackgroundSource *self);
void                     lieudit_background_source_set_style   (LieuditBackgroundSource *self,
                                                                LieuditMapStyle         *style);
const char              *lieudit_background_source_get_problem (LieuditBackgroundSource *self);
void                     lieudit_background_source_begin_anew  (LieuditBackgroundSource *self);

G_END_DECLS
