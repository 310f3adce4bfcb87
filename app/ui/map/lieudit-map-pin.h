/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MAP_PIN (lieudit_map_pin_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapPin, lieudit_map_pin, LIEUDIT, MAP_PIN, ShumateMarker)

LieuditMapPin *lieudit_map_pin_new  (void);
void           lieudit_map_pin_show (LieuditMapPin *self,
                                     double         latitude,
                                     double         longitude,
                                     const char    *name);
void           lieudit_map_pin_hide (LieuditMapPin *self);

G_END_DECLS
