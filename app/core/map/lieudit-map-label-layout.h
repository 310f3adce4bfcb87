/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "map/lieudit-map-style.h"

G_BEGIN_DECLS

PangoLayout *lieudit_map_label_layout_new (PangoContext              *context,
                                           const LieuditMapLabelRule *rule,
                                           double                     zoom,
                                           const char                *name);

G_END_DECLS
