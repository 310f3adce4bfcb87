/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geo/lieudit-label-placement.h"
#include "map/lieudit-base-map.h"
#include "map/lieudit-map-marks.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

/**
 * LieuditMapExtent:
 * @zoom: the zoom level, not necessarily whole
 * @left: the western edge, in pixels from the antimeridian at @zoom; may lie beyond the world, which repeats
 * @top: the northern edge, in pixels from the world's northern edge at @zoom
 * @width: in pixels
 * @height: in pixels
 *
 * The rectangle of the map that is looked at.
 */
typedef struct {
  double zoom;
  double left;
  double top;
  double width;
  double height;
} LieuditMapExtent;

/**
 * LieuditMapLabel:
 * @index: which of the base map's labels
 * @kind: what is named
 * @layout: (transfer none): the name, laid out
 * @scale: how much larger than laid out it is drawn
 * @box: the rectangle around the name, in pixels from the view's corner
 * @angle: how the name is turned within its box, in radians clockwise
 * @dot_x: the place, in pixels from the view's left
 * @dot_y: the place, in pixels from the view's top
 * @dot_radius: the radius of its dot, in pixels; 0 for a name without a dot
 *
 * A name that has found room.
 */
typedef struct {
  guint index;
  LieuditMapLabelKind kind;
  PangoLayout *layout;
  double scale;
  LieuditPixelBox box;
  double angle;
  double dot_x;
  double dot_y;
  double dot_radius;
} LieuditMapLabel;

#define LIEUDIT_TYPE_MAP_LABELS (lieudit_map_labels_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapLabels, lieudit_map_labels, LIEUDIT, MAP_LABELS, GObject)

/* How far, in pixels, a name's halo reaches beyond its box. */
#define LIEUDIT_MAP_LABEL_HALO 2.0

/* How far, in pixels, a frame is from the name in it. */
#define LIEUDIT_MAP_LABEL_FRAME 3.0

LieuditMapLabels      *lieudit_map_labels_new            (LieuditBaseMap        *base_map,
                                                          LieuditMapStyle       *style);
LieuditMapStyle       *lieudit_map_labels_get_style      (LieuditMapLabels      *self);
void                   lieudit_map_labels_set_style      (LieuditMapLabels      *self,
                                                          LieuditMapStyle       *style);
void                   lieudit_map_labels_set_language   (LieuditMapLabels      *self,
                                                          const char            *language);
void                   lieudit_map_labels_set_shows_local (LieuditMapLabels    *self,
                                                           gboolean             shows_local);
void                   lieudit_map_labels_set_keeps_inside (LieuditMapLabels   *self,
                                                            gboolean            keeps_inside);
void                   lieudit_map_labels_set_scale      (LieuditMapLabels      *self,
                                                          double                 scale);
void                   lieudit_map_labels_take_marks     (LieuditMapLabels      *self,
                                                          LieuditMapMarks       *marks);
void                   lieudit_map_labels_set_most_time  (LieuditMapLabels      *self,
                                                          guint                  most_time);
gboolean               lieudit_map_labels_is_complete    (LieuditMapLabels      *self);
guint                  lieudit_map_labels_get_generation (LieuditMapLabels      *self);
const LieuditMapLabel *lieudit_map_labels_place          (LieuditMapLabels      *self,
                                                          PangoContext          *context,
                                                          const LieuditMapExtent *extent,
                                                          const LieuditPixelBox *obstacles,
                                                          gsize                  n_obstacles,
                                                          guint                 *n_labels);
void                   lieudit_map_labels_draw_name      (LieuditMapLabels      *self,
                                                          const LieuditMapLabel *label,
                                                          cairo_t               *cr);
void                   lieudit_map_labels_draw_dot       (LieuditMapLabels      *self,
                                                          const LieuditMapLabel *label,
                                                          cairo_t               *cr);

G_END_DECLS
