/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-base-map-format.h"

G_BEGIN_DECLS

gboolean lieudit_base_map_check (const guint8  *data,
                                 gsize          size,
                                 GError       **error);

G_END_DECLS
