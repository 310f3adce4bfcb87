/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "map/lieudit-base-map.h"
#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

/**
 * LieuditMapLine:
 * @layer: the layer of the base map
 * @class_bits: the class of line in it
 * @is_plain: whether a reader knows it without a legend
 * @text: what it is, to be translated
 *
 * A kind of line of the base map that can be explained.
 */
typedef struct {
  LieuditMapLayer layer;
  LieuditMapClass class_bits;
  gboolean is_plain;
  const char *text;
} LieuditMapLine;

const LieuditMapLine *lieudit_map_line_get_all (guint                *n_lines);
gboolean              lieudit_map_line_draw    (const LieuditMapLine *self,
                                                LieuditMapStyle      *style,
                                                double                zoom,
                                                double                length,
                                                cairo_t              *cr);

G_END_DECLS
