/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LIEUDIT_VECTOR_TILE_MOST_BYTES:
 *
 * How many bytes a tile of shapes may have once it is unpacked.
 */
#define LIEUDIT_VECTOR_TILE_MOST_BYTES (8 * 1024 * 1024)

gboolean lieudit_vector_tile_recognise (GBytes  *bytes);
GBytes  *lieudit_vector_tile_unpack    (GBytes  *bytes,
                                        GError **error);

G_END_DECLS
