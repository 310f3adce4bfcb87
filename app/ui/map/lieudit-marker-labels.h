/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/lieudit-label-placement.h"
#include "map/lieudit-marker-item.h"

G_BEGIN_DECLS

GArray          *lieudit_marker_items_place_names   (GArray                     *items,
                                                     const GArray               *shown,
                                                     GArray                     *obstacles,
                                                     const LieuditMapExtent     *extent,
                                                     gboolean                    keep_sides,
                                                     gboolean                    right_to_left,
                                                     int                        *n_left);
LieuditPixelBox  lieudit_marker_item_get_bubble_box (const LieuditMarkerItem    *self,
                                                     double                      x,
                                                     double                      y);

G_END_DECLS
