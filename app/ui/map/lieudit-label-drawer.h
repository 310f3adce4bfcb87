/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/lieudit-map-labels.h"

G_BEGIN_DECLS

/**
 * LieuditDrawnLabel:
 * @name: (nullable): the name; %NULL until there was time to draw it
 * @dot: (nullable): the dot; %NULL for a name without one
 * @x: the place, in pixels from the view's left
 * @y: the place, in pixels from the view's top
 * @name_area: where the name goes, in pixels from the place
 * @dot_area: where the dot goes, in pixels from the place
 *
 * A name that has found room, and what it looks like.
 */
typedef struct {
  GdkTexture     *name;
  GdkTexture     *dot;
  double          x;
  double          y;
  LieuditPixelBox name_area;
  LieuditPixelBox dot_area;
} LieuditDrawnLabel;

/**
 * LieuditLabelDrawing:
 * @view: what was looked at
 * @scale: device pixels a pixel
 * @is_complete: whether there was time for all names
 * @labels: (element-type LieuditDrawnLabel): the names, the most important one first
 *
 * The names of a view.
 */
typedef struct {
  LieuditMapExtent view;
  int              scale;
  gboolean         is_complete;
  GArray          *labels;
} LieuditLabelDrawing;

void lieudit_label_drawing_free (LieuditLabelDrawing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditLabelDrawing, lieudit_label_drawing_free)

#define LIEUDIT_TYPE_LABEL_DRAWER (lieudit_label_drawer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditLabelDrawer, lieudit_label_drawer, LIEUDIT, LABEL_DRAWER, GObject)

LieuditLabelDrawer  *lieudit_label_drawer_new             (LieuditBaseMap         *base_map,
                                                           LieuditMapStyle        *style);
void                 lieudit_label_drawer_set_style       (LieuditLabelDrawer     *self,
                                                           LieuditMapStyle        *style);
void                 lieudit_label_drawer_set_language    (LieuditLabelDrawer     *self,
                                                           const char             *language);
void                 lieudit_label_drawer_set_shows_local (LieuditLabelDrawer     *self,
                                                           gboolean                shows_local);
void                 lieudit_label_drawer_set_scale       (LieuditLabelDrawer     *self,
                                                           double                  scale);
void                 lieudit_label_drawer_take_marks      (LieuditLabelDrawer     *self,
                                                           LieuditMapMarks        *marks);
void                 lieudit_label_drawer_draw_async      (LieuditLabelDrawer     *self,
                                                           GtkWidget              *widget,
                                                           const LieuditMapExtent *view,
                                                           GArray                 *obstacles,
                                                           GAsyncReadyCallback     callback,
                                                           gpointer                user_data);
LieuditLabelDrawing *lieudit_label_drawer_draw_finish     (LieuditLabelDrawer     *self,
                                                           GAsyncResult           *result,
                                                           GError                **error);

G_END_DECLS
