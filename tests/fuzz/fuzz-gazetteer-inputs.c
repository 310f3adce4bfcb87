/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "gazetteer/lieudit-geojson-reader.h"
#include "gazetteer/lieudit-table-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GBytes) compiled = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_understood;

  if (size > 0 && data[0] == '{')
    is_understood = lieudit_gazetteer_builder_add_geojson (builder, bytes, &error);
  else
    is_understood = lieudit_gazetteer_builder_add_table (builder, bytes, &error);

  g_assert_true (is_understood == (error == NULL));
  if (!is_understood)
    return 0;

  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_true ((compiled == NULL) == (error != NULL));
  if (compiled == NULL)
    return 0;

  /* What was built can be opened, and is as it was built. */
  gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);
  g_assert_true (lieudit_gazetteer_verify (gazetteer, &error));
  g_assert_no_error (error);

  return 0;
}
