/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

/**
 * LieuditFramedPlace:
 * @latitude: in degrees
 * @longitude: in degrees
 * @weight: how much it matters to the article, above zero
 * @is_area: whether the point only stands for an area around it
 *
 * A place that a map may be framed on.
 */
typedef struct {
  double   latitude;
  double   longitude;
  double   weight;
  gboolean is_area;
} LieuditFramedPlace;

LieuditBounds lieudit_frame_all_places  (const LieuditFramedPlace *places,
                                         gsize                     n_places);
LieuditBounds lieudit_frame_core_places (const LieuditFramedPlace *places,
                                         gsize                     n_places);

G_END_DECLS
