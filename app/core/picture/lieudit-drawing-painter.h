/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-map-labels.h"
#include "session/lieudit-drawing.h"

G_BEGIN_DECLS

/**
 * LieuditDrawingPainter:
 * @extent: what is looked at
 * @context: for texts
 * @is_dark: whether the map is
 * @is_grey: whether there is no colour to draw with
 * @scale: how much larger than usual lines and letters are
 *
 * Draws what a person drew, on the screen, in pictures and on paper alike.
 */
typedef struct {
  const LieuditMapExtent *extent;
  PangoContext           *context;
  gboolean                is_dark;
  gboolean                is_grey;
  double                  scale;
} LieuditDrawingPainter;

void     lieudit_drawing_painter_draw (const LieuditDrawingPainter *self,
                                       LieuditDrawing              *drawing,
                                       cairo_t                     *cr);
gboolean lieudit_drawing_painter_hits (const LieuditDrawingPainter *self,
                                       LieuditDrawing              *drawing,
                                       double                       x,
                                       double                       y);
char    *lieudit_drawing_describe_radius (double                    radius);

G_END_DECLS
