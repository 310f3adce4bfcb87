/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-base-map-format.h"

G_BEGIN_DECLS

GArray *lieudit_map_simplify   (const GArray *points,
                                double        smallest_area);
double  lieudit_map_ring_area  (const GArray *ring);

G_END_DECLS
