/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditBounds:
 * @south: lowest latitude, in degrees
 * @west: westernmost longitude, in degrees
 * @north: highest latitude, in degrees
 * @east: easternmost longitude, in degrees; may be below @west across the antimeridian
 *
 * A rectangle of latitudes and longitudes.
 */
typedef struct {
  double south;
  double west;
  double north;
  double east;
} LieuditBounds;

LieuditBounds lieudit_bounds_empty         (void);
LieuditBounds lieudit_bounds_around        (double               latitude,
                                            double               longitude,
                                            double               reach);
gboolean      lieudit_bounds_is_empty      (const LieuditBounds *self);
void          lieudit_bounds_extend        (LieuditBounds       *self,
                                            double               latitude,
                                            double               longitude);
void          lieudit_bounds_extend_around (LieuditBounds       *self,
                                            double               latitude,
                                            double               longitude,
                                            double               radius);
gboolean      lieudit_bounds_contains      (const LieuditBounds *self,
                                            double               latitude,
                                            double               longitude);
void          lieudit_bounds_get_centre    (const LieuditBounds *self,
                                            double              *latitude,
                                            double              *longitude);

G_END_DECLS
