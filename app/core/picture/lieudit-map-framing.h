/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/lieudit-bounds.h"
#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

/**
 * LieuditFramedPlace:
 * @latitude: in degrees
 * @longitude: in degrees
 * @radius: how far it reaches, in metres
 * @weight: how much it matters to the article, above zero
 * @is_area: whether the point only stands for an area around it
 *
 * A place that a map may be framed on.
 */
typedef struct {
  double   latitude;
  double   longitude;
  double   radius;
  double   weight;
  gboolean is_area;
} LieuditFramedPlace;

GArray       *lieudit_list_framed_places    (LieuditAnalysis          *analysis);
GArray       *lieudit_list_some_framed_places (GPtrArray              *places);
LieuditBounds lieudit_frame_all_places      (const LieuditFramedPlace *places,
                                             gsize                     n_places);
LieuditBounds lieudit_frame_whole_areas     (const LieuditFramedPlace *places,
                                             gsize                     n_places);
LieuditBounds lieudit_frame_core_places     (const LieuditFramedPlace *places,
                                             gsize                     n_places);
double        lieudit_frame_closest_zoom    (const LieuditFramedPlace *places,
                                             gsize                     n_places,
                                             double                    size);
double        lieudit_frame_separating_zoom (GPtrArray                *places);

G_END_DECLS
