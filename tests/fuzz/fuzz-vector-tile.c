/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data are a tile of shapes. What is found sound is packed no more, and is found sound again. */
#include "fuzz.h"
#include "map/lieudit-vector-tile.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree guint8 *copy = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) tile = lieudit_vector_tile_unpack (bytes, &error);

  g_assert_true ((tile == NULL) == (error != NULL));
  if (tile != NULL && !lieudit_vector_tile_recognise (bytes))
    g_assert_true (g_bytes_equal (tile, bytes));

  return 0;
}
