/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-marker-item.h"
#include "map/lieudit-marker-layer.h"
#include "map/lieudit-view-texture.h"

G_BEGIN_DECLS

/* How far the map may be moved before it is decided anew which markers are shown and where their names are; in pixels. */
#define LIEUDIT_MARKER_LAYER_LEEWAY 64.0

/* What the files of the marker layer share. */
struct _LieuditMarkerLayer
{
  ShumateLayer parent_instance;

  LieuditSelection *selection;
  GArray *items;      /* of LieuditMarkerItem, in the order of the text */
  GArray *shown;      /* of guint, those that have markers, in the order of the text */
  GPtrArray *spare_clusters; /* of bubbles that are not needed at the moment; to make one takes longer than to keep it */
  int n_left;         /* how many markers, names and bubbles may still come before this frame; below zero when some wait */
  gboolean is_spreading; /* whether few of them come in a frame */
  GArray *obstacles;  /* of LieuditPixelBox */
  GArray *taken;      /* of LieuditPixelBox, first those of the markers */
  guint n_taken_by_markers;

  LieuditMapExtent arranged; /* the view that all this was decided for; of no width when that is out of date */
  LieuditMapExtent followed; /* the view that it was moved along to */
  gboolean has_moved;        /* whether the map has since it rested last */
  gboolean is_following;     /* whether the markers are still where @arranged has them */
  LieuditViewTexture moving; /* the places with their markers, while they follow the map */
  guint rest_id;

  LieuditViewTexture dots; /* the places without a marker */
  gboolean has_dots;
  double dotted_zoom; /* of the frame before */

  double clustered_zoom; /* below zero when the clusters are out of date */
  double clustered_width;
  double clustered_height;
  guint clustering; /* changes with the clusters */
  double named_zoom;
  double crowding;
  guint update_id;
  gboolean is_dragging;
  LieuditMarkerLook look;
  gboolean has_stage; /* some places are hidden or faded */

  gboolean has_pointer; /* whether the pointer is over the layer */
  double pointer_x;
  double pointer_y;
  guint pointing_id;
};

LieuditFoundPlace *lieudit_marker_layer_get_selected   (LieuditMarkerLayer *self);
LieuditFoundPlace *lieudit_marker_layer_get_hovered    (LieuditMarkerLayer *self);
void               lieudit_marker_layer_queue_update   (LieuditMarkerLayer *self);

void               lieudit_marker_layer_add_drag       (LieuditMarkerLayer *self);
void               lieudit_marker_layer_add_pointing   (LieuditMarkerLayer *self);
void               lieudit_marker_layer_queue_pointing (LieuditMarkerLayer *self);
void               lieudit_marker_layer_update_widgets (LieuditMarkerLayer *self);

void               lieudit_marker_layer_arrange        (LieuditMarkerLayer     *self,
                                                        const LieuditMapExtent *extent);
gboolean           lieudit_marker_layer_lets_come      (LieuditMarkerLayer     *self);

gboolean           lieudit_marker_layer_follow         (LieuditMarkerLayer     *self,
                                                        const LieuditMapExtent *extent);
void               lieudit_marker_layer_begin_following (LieuditMarkerLayer     *self,
                                                         const LieuditMapExtent *extent);
void               lieudit_marker_layer_stop_following (LieuditMarkerLayer *self);

gboolean           lieudit_marker_layer_has_point      (const LieuditMapExtent *extent,
                                                        double                  x,
                                                        double                  y,
                                                        double                  reach);
void               lieudit_marker_layer_forget_dots    (LieuditMarkerLayer *self);
void               lieudit_marker_layer_class_init_drawing (LieuditMarkerLayerClass *klass);

G_END_DECLS
