/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "map/lieudit-base-map-format.h"

G_BEGIN_DECLS

/* A line, or an area with its outer ring and its holes, as the compiler works on it. Rings repeat their first point at the end. */
typedef struct {
  GPtrArray *rings; /* of GArray of LieuditMapPoint */
  guint8 class_bits;
  guint8 min_zoom;
} LieuditMapShape;

LieuditMapShape *lieudit_map_shape_new       (guint8                 class_bits,
                                              guint8                 min_zoom);
LieuditMapShape *lieudit_map_shape_from_json (JsonObject            *feature,
                                              guint8                 class_bits,
                                              guint8                 min_zoom);
void             lieudit_map_shape_free      (LieuditMapShape       *self);
guint            lieudit_map_shape_n_points  (const LieuditMapShape *self);
LieuditMapBox    lieudit_map_points_get_box  (const LieuditMapPoint *points,
                                              guint                  n_points);
gboolean         lieudit_map_point_from_json (JsonArray             *coordinates,
                                              LieuditMapPoint       *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditMapShape, lieudit_map_shape_free)

G_END_DECLS
