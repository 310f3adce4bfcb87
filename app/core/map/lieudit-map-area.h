/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "map/lieudit-base-map.h"
#include "map/lieudit-map-labels.h"

G_BEGIN_DECLS

const LieuditBaseMapArea *lieudit_map_area_find         (LieuditBaseMap           *base_map,
                                                         LieuditMapAreaKind        kind,
                                                         const char               *country,
                                                         double                    latitude,
                                                         double                    longitude);
gboolean                  lieudit_map_area_contains     (LieuditBaseMap           *base_map,
                                                         const LieuditBaseMapArea *area,
                                                         double                    latitude,
                                                         double                    longitude);
gboolean                  lieudit_map_area_covers       (const LieuditBaseMapArea *area,
                                                         const LieuditMapExtent   *extent);
void                      lieudit_map_area_add_path     (LieuditBaseMap           *base_map,
                                                         const LieuditBaseMapArea *area,
                                                         const LieuditMapExtent   *extent,
                                                         double                    step,
                                                         cairo_t                  *cr);

G_END_DECLS
