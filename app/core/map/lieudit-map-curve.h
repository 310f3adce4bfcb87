/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-thin-line.h"

G_BEGIN_DECLS

/* How far a curve leaves its line at most, as a share of its longest bent segment. */
#define LIEUDIT_MAP_CURVE_REACH 0.3

void lieudit_map_curve_add (cairo_t                *cr,
                            const LieuditLinePoint *points,
                            guint                   n_points,
                            double                  sharpest_bend,
                            double                  longest_segment);

G_END_DECLS
