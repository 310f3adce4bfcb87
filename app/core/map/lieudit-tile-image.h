/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LIEUDIT_TILE_LARGEST_SIDE:
 *
 * How many pixels a tile's image may be wide or high.
 */
#define LIEUDIT_TILE_LARGEST_SIDE 1024

/**
 * LIEUDIT_TILE_MOST_BYTES:
 *
 * How many bytes a tile's image may have.
 */
#define LIEUDIT_TILE_MOST_BYTES (4 * 1024 * 1024)

gboolean lieudit_tile_image_check (GBytes  *bytes,
                                   GError **error);

G_END_DECLS
