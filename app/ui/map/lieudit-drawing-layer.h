/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "picture/lieudit-drawing-painter.h"
#include "session/lieudit-drawings.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_DRAWING_LAYER (lieudit_drawing_layer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDrawingLayer, lieudit_drawing_layer, LIEUDIT, DRAWING_LAYER, ShumateLayer)

LieuditDrawingLayer *lieudit_drawing_layer_new          (ShumateViewport     *viewport);
void                 lieudit_drawing_layer_set_drawings (LieuditDrawingLayer *self,
                                                         LieuditDrawings     *drawings);
void                 lieudit_drawing_layer_set_draft    (LieuditDrawingLayer *self,
                                                         LieuditDrawing      *draft);
void                 lieudit_drawing_layer_set_cross    (LieuditDrawingLayer *self,
                                                         gboolean             has_cross);
void                 lieudit_drawing_layer_set_scale    (LieuditDrawingLayer *self,
                                                         double               scale);
gboolean             lieudit_drawing_layer_find_at      (LieuditDrawingLayer *self,
                                                         double               x,
                                                         double               y,
                                                         guint               *index);

G_END_DECLS
