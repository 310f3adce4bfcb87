/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/lieudit-base-map-source.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MAP_OVERVIEW (lieudit_map_overview_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapOverview, lieudit_map_overview, LIEUDIT, MAP_OVERVIEW, GtkWidget)

GtkWidget *lieudit_map_overview_new (ShumateLayer         *layer,
                                     LieuditBaseMapSource *source);

G_END_DECLS
