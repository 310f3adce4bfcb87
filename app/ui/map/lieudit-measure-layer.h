/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MEASURE_LAYER (lieudit_measure_layer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMeasureLayer, lieudit_measure_layer, LIEUDIT, MEASURE_LAYER, ShumateLayer)

LieuditMeasureLayer *lieudit_measure_layer_new          (ShumateViewport     *viewport);
void                 lieudit_measure_layer_set_active   (LieuditMeasureLayer *self,
                                                         gboolean             is_active);
void                 lieudit_measure_layer_add_point    (LieuditMeasureLayer *self,
                                                         double               latitude,
                                                         double               longitude);
void                 lieudit_measure_layer_remove_point (LieuditMeasureLayer *self);
void                 lieudit_measure_layer_set_pointer  (LieuditMeasureLayer *self,
                                                         gboolean             has_pointer,
                                                         double               latitude,
                                                         double               longitude);
char                *lieudit_measure_layer_describe     (LieuditMeasureLayer *self);

G_END_DECLS
