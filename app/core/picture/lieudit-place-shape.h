/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "geoparse/lieudit-found-place.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

/**
 * LieuditPlaceShape:
 * @LIEUDIT_PLACE_SHAPE_TOWN: a filled disc
 * @LIEUDIT_PLACE_SHAPE_CAPITAL: a disc in a ring
 * @LIEUDIT_PLACE_SHAPE_SITE: a filled diamond
 * @LIEUDIT_PLACE_SHAPE_AREA: a square; on the map, the outline of the area where it is known
 * @LIEUDIT_PLACE_SHAPE_NATURE: a triangle
 * @LIEUDIT_PLACE_SHAPE_FIGURATIVE: a flag, for a place that stands for a government or the like
 * @LIEUDIT_PLACE_SHAPE_UNSURE: a dashed ring, for a place that may be another of the same name
 *
 * What the symbol of a place looks like, so that it tells what it stands for without any colour: the same on the map, in its key, in
 * the list of places and in pictures.
 */
typedef enum {
  LIEUDIT_PLACE_SHAPE_TOWN,
  LIEUDIT_PLACE_SHAPE_CAPITAL,
  LIEUDIT_PLACE_SHAPE_SITE,
  LIEUDIT_PLACE_SHAPE_AREA,
  LIEUDIT_PLACE_SHAPE_NATURE,
  LIEUDIT_PLACE_SHAPE_FIGURATIVE,
  LIEUDIT_PLACE_SHAPE_UNSURE,
  LIEUDIT_PLACE_N_SHAPES
} LieuditPlaceShape;

LieuditPlaceShape       lieudit_place_shape_choose     (LieuditFoundPlace              *found_place);
double                  lieudit_place_shape_get_radius (LieuditPlaceShape               shape,
                                                        guint                           n_mentions);
const char             *lieudit_place_shape_describe   (LieuditPlaceShape               shape);
const char             *lieudit_place_shape_get_name   (LieuditPlaceShape               shape);
const LieuditMapColour *lieudit_place_shape_get_colour (LieuditPlaceShape               shape,
                                                        const LieuditMapPictureColours *colours);
void                    lieudit_place_shape_draw       (LieuditPlaceShape               shape,
                                                        double                          radius,
                                                        const LieuditMapColour         *mark,
                                                        const LieuditMapColour         *halo,
                                                        cairo_t                        *cr);

double                  lieudit_found_place_get_rank    (LieuditFoundPlace             *found_place);
double                  lieudit_found_place_get_freedom (LieuditFoundPlace             *found_place,
                                                         double                         zoom);

/* The clear space around a symbol, and the width of its halo, in pixels. */
#define LIEUDIT_PLACE_SHAPE_GAP 2.5
#define LIEUDIT_PLACE_SHAPE_HALO 1.5

G_END_DECLS
