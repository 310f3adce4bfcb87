/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/lieudit-base-map-source.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MAP_KEY (lieudit_map_key_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapKey, lieudit_map_key, LIEUDIT, MAP_KEY, GtkBox)

GtkWidget *lieudit_map_key_new (LieuditBaseMapSource *source);

G_END_DECLS
