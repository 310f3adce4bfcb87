/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "map/lieudit-base-map.h"
#include "map/lieudit-tile-store.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MAP_INFORMATION (lieudit_map_information_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapInformation, lieudit_map_information, LIEUDIT, MAP_INFORMATION, AdwWindow)

GtkWidget *lieudit_map_information_new (LieuditBaseMap   *base_map,
                                        LieuditTileStore *background);

G_END_DECLS
