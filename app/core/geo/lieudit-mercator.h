/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

/**
 * LIEUDIT_MERCATOR_MAX_LATITUDE:
 *
 * The latitude, in degrees, at which the square Web Mercator world ends: the gudermannian of pi.
 */
#define LIEUDIT_MERCATOR_MAX_LATITUDE 85.051128779806604

/**
 * LIEUDIT_MERCATOR_TILE_SIZE:
 *
 * The side, in pixels, of a tile; at zoom 0 the whole world is one tile.
 */
#define LIEUDIT_MERCATOR_TILE_SIZE 256

double lieudit_mercator_get_world_size       (double               zoom);
double lieudit_mercator_longitude_to_x       (double               longitude,
                                              double               zoom);
double lieudit_mercator_latitude_to_y        (double               latitude,
                                              double               zoom);
double lieudit_mercator_x_to_longitude       (double               x,
                                              double               zoom);
double lieudit_mercator_y_to_latitude        (double               y,
                                              double               zoom);
double lieudit_mercator_get_metres_per_pixel (double               latitude,
                                              double               zoom);
double lieudit_mercator_get_zoom_for_bounds  (const LieuditBounds *bounds,
                                              double               width,
                                              double               height);

G_END_DECLS
