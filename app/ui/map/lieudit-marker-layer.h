/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "geo/lieudit-label-placement.h"
#include "map/lieudit-marker-description.h"
#include "session/lieudit-selection.h"

G_BEGIN_DECLS

/**
 * LIEUDIT_MARKER_LAYER_LIMIT:
 *
 * How many markers there are at most: more widgets than that cannot be moved sixty times a second.
 */
#define LIEUDIT_MARKER_LAYER_LIMIT 200

#define LIEUDIT_TYPE_MARKER_LAYER (lieudit_marker_layer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMarkerLayer, lieudit_marker_layer, LIEUDIT, MARKER_LAYER, ShumateLayer)

LieuditMarkerLayer    *lieudit_marker_layer_new           (ShumateViewport       *viewport);
void                   lieudit_marker_layer_set_selection (LieuditMarkerLayer    *self,
                                                           LieuditSelection      *selection);
void                   lieudit_marker_layer_set_look      (LieuditMarkerLayer    *self,
                                                           const LieuditMarkerLook *look);
void                   lieudit_marker_layer_set_obstacles (LieuditMarkerLayer    *self,
                                                           const LieuditPixelBox *obstacles,
                                                           gsize                  n_obstacles);
guint                  lieudit_marker_layer_count_outside (LieuditMarkerLayer    *self);
GArray                *lieudit_marker_layer_get_taken     (LieuditMarkerLayer    *self);
gboolean               lieudit_marker_layer_find_place    (LieuditMarkerLayer    *self,
                                                           LieuditFoundPlace     *place,
                                                           GdkRectangle          *area);

void                lieudit_marker_layer_set_stage     (LieuditMarkerLayer    *self,
                                                        GPtrArray             *current,
                                                        GPtrArray             *earlier);
void                lieudit_marker_layer_clear_stage   (LieuditMarkerLayer    *self);

G_END_DECLS
