/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-map-labels.h"

G_BEGIN_DECLS

void lieudit_map_ground_draw (LieuditBaseMap         *base_map,
                              LieuditMapStyle        *style,
                              const LieuditMapExtent *extent,
                              double                  scale,
                              cairo_t                *cr);

G_END_DECLS
