/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/lieudit-base-map.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_BASE_MAP_SOURCE (lieudit_base_map_source_get_type ())
G_DECLARE_FINAL_TYPE (LieuditBaseMapSource, lieudit_base_map_source, LIEUDIT, BASE_MAP_SOURCE, ShumateMapSource)

LieuditBaseMapSource *lieudit_base_map_source_new             (const char           *path);

gboolean              lieudit_base_map_source_get_dark        (LieuditBaseMapSource *self);
void                  lieudit_base_map_source_set_dark        (LieuditBaseMapSource *self,
                                                               gboolean              dark);
void                  lieudit_base_map_source_set_high_contrast (LieuditBaseMapSource *self,
                                                                 gboolean           high_contrast);
const char           *lieudit_base_map_source_get_attribution (LieuditBaseMapSource *self);
LieuditBaseMap       *lieudit_base_map_source_get_base_map    (LieuditBaseMapSource *self);
LieuditMapStyle      *lieudit_base_map_source_get_style       (LieuditBaseMapSource *self);
const GError         *lieudit_base_map_source_get_error       (LieuditBaseMapSource *self);

G_END_DECLS
