/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

/**
 * LieuditMapStyle:
 *
 * How the base map is drawn: colours, widths and fonts by zoom level, read from a JSON file that a designer can change.
 *
 * The file holds one set of rules and several palettes; a style is the rules with one of them. It never changes once read.
 */
struct _LieuditMapStyle
{
  GObject parent_instance;

  GHashTable *palette; /* name → LieuditMapColour */
  LieuditMapColour background;
  GArray *rules;
  LieuditMapLabelRule labels[LIEUDIT_MAP_N_LABEL_KINDS];
  LieuditMapPictureColours picture;
  LieuditMapGraticule graticule;
};

gboolean lieudit_map_style_read (LieuditMapStyle  *self,
                                 JsonObject       *root,
                                 const char       *palette,
                                 GError          **error);

G_END_DECLS
