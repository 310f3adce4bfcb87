/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MAP_CAMERA (lieudit_map_camera_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapCamera, lieudit_map_camera, LIEUDIT, MAP_CAMERA, GObject)

LieuditMapCamera *lieudit_map_camera_new             (ShumateMap          *map);
void              lieudit_map_camera_set_size        (LieuditMapCamera    *self,
                                                      int                  width,
                                                      int                  height);
void              lieudit_map_camera_set_margins     (LieuditMapCamera    *self,
                                                      const GtkBorder     *margins);
gboolean          lieudit_map_camera_is_moving       (LieuditMapCamera    *self);
void              lieudit_map_camera_fit             (LieuditMapCamera    *self,
                                                      const LieuditBounds *bounds,
                                                      double               closest_zoom,
                                                      gboolean             animate);
void              lieudit_map_camera_fly             (LieuditMapCamera    *self,
                                                      const LieuditBounds *bounds,
                                                      double               closest_zoom);
gboolean          lieudit_map_camera_reveal          (LieuditMapCamera    *self,
                                                      double               latitude,
                                                      double               longitude,
                                                      double               radius);
void              lieudit_map_camera_get_bounds      (LieuditMapCamera    *self,
                                                      LieuditBounds       *bounds);
void              lieudit_map_camera_pan             (LieuditMapCamera    *self,
                                                      double               right,
                                                      double               down);
void              lieudit_map_camera_zoom            (LieuditMapCamera    *self,
                                                      double               levels);

G_END_DECLS
