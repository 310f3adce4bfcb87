/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "geo/lieudit-label-placement.h"
#include "map/lieudit-base-map-source.h"
#include "map/lieudit-map-marks.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_LABEL_LAYER (lieudit_label_layer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditLabelLayer, lieudit_label_layer, LIEUDIT, LABEL_LAYER, ShumateLayer)

LieuditLabelLayer *lieudit_label_layer_new           (ShumateViewport       *viewport,
                                                      LieuditBaseMapSource  *source);
void               lieudit_label_layer_set_language  (LieuditLabelLayer     *self,
                                                      const char            *language);
void               lieudit_label_layer_set_shows_local (LieuditLabelLayer *self,
                                                        gboolean           shows_local);
void               lieudit_label_layer_set_scale     (LieuditLabelLayer     *self,
                                                      double                 scale);
void               lieudit_label_layer_take_marks    (LieuditLabelLayer     *self,
                                                      LieuditMapMarks       *marks);
void               lieudit_label_layer_set_obstacles (LieuditLabelLayer     *self,
                                                      const LieuditPixelBox *obstacles,
                                                      gsize                  n_obstacles);

G_END_DECLS
