/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

/*
 * LieuditMapGraticuleNames:
 * @LIEUDIT_MAP_GRATICULE_NAMES_CUT: those that leave the rectangle are drawn as far as they are on it; its neighbours draw the rest
 * @LIEUDIT_MAP_GRATICULE_NAMES_WHOLE: those that leave it are left out
 *
 * What becomes of names at the edges of a rectangle.
 */
typedef enum {
  LIEUDIT_MAP_GRATICULE_NAMES_CUT,
  LIEUDIT_MAP_GRATICULE_NAMES_WHOLE
} LieuditMapGraticuleNames;

void lieudit_map_graticule_draw (const LieuditMapGraticule *graticule,
                                 cairo_t                   *cr,
                                 double                     zoom,
                                 double                     left,
                                 double                     top,
                                 double                     width,
                                 double                     height,
                                 LieuditMapGraticuleNames   names);

G_END_DECLS
