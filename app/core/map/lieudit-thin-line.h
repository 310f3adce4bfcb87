/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditLinePoint:
 * @x: from the left
 * @y: from the top
 *
 * A point of a line that is drawn, in the units of what it is drawn on.
 */
typedef struct {
  double x;
  double y;
} LieuditLinePoint;

void lieudit_thin_line_add (cairo_t                *cr,
                            const LieuditLinePoint *points,
                            guint                   n_points,
                            double                  width);

G_END_DECLS
