/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-found-place.h"
#include "map/lieudit-map-area.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

const LieuditBaseMapArea *lieudit_place_area_find        (LieuditBaseMap           *base_map,
                                                          LieuditFoundPlace        *found_place);
void                      lieudit_place_area_draw        (LieuditBaseMap           *base_map,
                                                          const LieuditBaseMapArea *area,
                                                          const LieuditMapExtent   *extent,
                                                          const LieuditMapColour   *colour,
                                                          cairo_t                  *cr);
void                      lieudit_place_area_draw_circle (LieuditPlace             *place,
                                                          const LieuditMapExtent   *extent,
                                                          const LieuditMapColour   *colour,
                                                          cairo_t                  *cr);

G_END_DECLS
