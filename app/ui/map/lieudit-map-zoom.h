/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/lieudit-map-labels.h"

G_BEGIN_DECLS

double   lieudit_map_zoom_from_level  (ShumateViewport  *viewport,
                                       double            level);
double   lieudit_map_zoom_to_level    (ShumateViewport  *viewport,
                                       double            zoom);
gboolean lieudit_map_layer_get_extent (ShumateLayer     *layer,
                                       LieuditMapExtent *extent);

G_END_DECLS
