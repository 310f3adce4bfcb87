/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

void lieudit_map_graticule_draw (const LieuditMapGraticule *graticule,
                                 cairo_t                   *cr,
                                 double                     zoom,
                                 double                     left,
                                 double                     top,
                                 double                     width,
                                 double                     height);

G_END_DECLS
