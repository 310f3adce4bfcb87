/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditLabelSide:
 * @LIEUDIT_LABEL_SIDE_NONE: the label is not shown
 * @LIEUDIT_LABEL_SIDE_RIGHT: right of the symbol, at its height
 * @LIEUDIT_LABEL_SIDE_LEFT: left of the symbol, at its height
 * @LIEUDIT_LABEL_SIDE_ABOVE: centred above the symbol
 * @LIEUDIT_LABEL_SIDE_BELOW: centred below the symbol
 * @LIEUDIT_LABEL_SIDE_ABOVE_RIGHT: above the symbol, beginning at its middle
 * @LIEUDIT_LABEL_SIDE_BELOW_RIGHT: below the symbol, beginning at its middle
 * @LIEUDIT_LABEL_SIDE_ABOVE_LEFT: above the symbol, ending at its middle
 * @LIEUDIT_LABEL_SIDE_BELOW_LEFT: below the symbol, ending at its middle
 *
 * Where a label lies beside its symbol.
 */
typedef enum {
  LIEUDIT_LABEL_SIDE_NONE,
  LIEUDIT_LABEL_SIDE_RIGHT,
  LIEUDIT_LABEL_SIDE_LEFT,
  LIEUDIT_LABEL_SIDE_ABOVE,
  LIEUDIT_LABEL_SIDE_BELOW,
  LIEUDIT_LABEL_SIDE_ABOVE_RIGHT,
  LIEUDIT_LABEL_SIDE_BELOW_RIGHT,
  LIEUDIT_LABEL_SIDE_ABOVE_LEFT,
  LIEUDIT_LABEL_SIDE_BELOW_LEFT,
  LIEUDIT_N_LABEL_SIDES
} LieuditLabelSide;

/**
 * LieuditPixelBox:
 * @x: left edge, in pixels
 * @y: top edge, in pixels
 * @width: width, in pixels
 * @height: height, in pixels
 *
 * A rectangle on the screen.
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} LieuditPixelBox;

/**
 * LieuditLabel:
 * @x: where the symbol's centre belongs, from the left, in pixels
 * @y: where the symbol's centre belongs, from the top, in pixels
 * @symbol_radius: half the side of the square that the symbol needs, in pixels
 * @label_width: in pixels
 * @label_height: in pixels
 * @freedom: how far the symbol may be moved, in pixels: 0 for a point, more for the middle of an area
 * @rank: importance; the most important label chooses first
 * @preferred_side: the side to try first, such as the one the label is on now; NONE if there is none
 *
 * A symbol and a text that want room on the map.
 */
typedef struct {
  double           x;
  double           y;
  double           symbol_radius;
  double           label_width;
  double           label_height;
  double           freedom;
  double           rank;
  LieuditLabelSide preferred_side;
} LieuditLabel;

/**
 * LieuditLabelPlacement:
 * @side: where the label lies; NONE where there is no room for it
 * @x: the symbol's centre from the left, in pixels
 * @y: the symbol's centre from the top, in pixels
 *
 * The room that a label was given.
 */
typedef struct {
  LieuditLabelSide side;
  double           x;
  double           y;
} LieuditLabelPlacement;

LieuditPixelBox        lieudit_label_get_box (const LieuditLabel          *label,
                                              const LieuditLabelPlacement *placement);
LieuditLabelPlacement *lieudit_place_labels  (const LieuditLabel          *labels,
                                              gsize                        n_labels,
                                              const LieuditPixelBox       *obstacles,
                                              gsize                        n_obstacles,
                                              const LieuditPixelBox       *view,
                                              gboolean                     right_to_left);

G_END_DECLS
