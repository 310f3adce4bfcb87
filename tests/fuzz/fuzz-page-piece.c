/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-page-piece.h"
#include "fuzz.h"
#include "network/lieudit-page.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autofree char *line = lieudit_page_piece_dup_address ((const char *) data, size);
  g_autofree char *address = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = lieudit_page_piece_read (bytes, NULL, &address, &error);

  g_assert_cmpint ((articles != NULL) + (error != NULL) + (address != NULL), ==, 1);
  g_assert_true (line == NULL || lieudit_page_is_address (line));
  g_assert_true (address == NULL || lieudit_page_is_address (address));

  return 0;
}
