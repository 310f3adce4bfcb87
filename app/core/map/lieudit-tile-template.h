/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-tile-store.h"

G_BEGIN_DECLS

gboolean lieudit_tile_template_check (const char                *template,
                                      GError                   **error);
char    *lieudit_tile_template_fill  (const char                *template,
                                      const LieuditTileAddress  *address);

G_END_DECLS
