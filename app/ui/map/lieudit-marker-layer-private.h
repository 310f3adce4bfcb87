/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-marker-item.h"
#include "map/lieudit-marker-layer.h"

G_BEGIN_DECLS

/* What the files of the marker layer share. */
struct _LieuditMarkerLayer
{
  ShumateLayer parent_instance;

  LieuditSelection *selection;
  GArray *items;      /* of LieuditMarkerItem, in the order of the text */
  GArray *draw_order; /* of guint, the least important first */
  GArray *obstacles;  /* of LieuditPixelBox */
  GArray *taken;      /* of LieuditPixelBox */

  double clustered_zoom; /* below zero when the clusters are out of date */
  int clustered_width;
  int clustered_height;
  double named_zoom;
  double crowding;
  guint update_id;
  gboolean is_dragging;
};

LieuditFoundPlace *lieudit_marker_layer_get_selected   (LieuditMarkerLayer *self);
LieuditFoundPlace *lieudit_marker_layer_get_hovered    (LieuditMarkerLayer *self);
void               lieudit_marker_layer_queue_update   (LieuditMarkerLayer *self);

void               lieudit_marker_layer_add_drag       (LieuditMarkerLayer *self);
void               lieudit_marker_layer_update_marker  (LieuditMarkerLayer *self,
                                                        LieuditMarkerItem  *item);
void               lieudit_marker_layer_update_cluster (LieuditMarkerLayer *self,
                                                        guint               index);

G_END_DECLS
