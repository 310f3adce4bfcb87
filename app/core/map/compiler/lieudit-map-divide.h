/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/compiler/lieudit-map-shape.h"

G_BEGIN_DECLS

void lieudit_map_divide_area (const LieuditMapShape *area,
                              guint                  least_depth,
                              gint32                 overlap,
                              GPtrArray             *pieces);
void lieudit_map_divide_line (const GArray          *line,
                              GArray                *points,
                              GArray                *first_points,
                              GArray                *starts);

G_END_DECLS
