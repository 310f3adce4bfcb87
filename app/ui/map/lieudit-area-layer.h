/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/lieudit-base-map-source.h"
#include "session/lieudit-selection.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_AREA_LAYER (lieudit_area_layer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditAreaLayer, lieudit_area_layer, LIEUDIT, AREA_LAYER, ShumateLayer)

LieuditAreaLayer *lieudit_area_layer_new           (ShumateViewport      *viewport,
                                                    LieuditBaseMapSource *source);
void              lieudit_area_layer_set_selection (LieuditAreaLayer     *self,
                                                    LieuditSelection     *selection);

G_END_DECLS
