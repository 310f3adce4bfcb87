/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data are a style file. One that is understood is drawn with. */
#include "fuzz.h"
#include "map/lieudit-map-style.h"
#include "map/lieudit-tile-renderer.h"

static void
use_style (LieuditMapStyle *style)
{
  g_autoptr (LieuditTileRenderer) renderer = lieudit_tile_renderer_new (NULL, style);
  cairo_surface_t *tile = lieudit_tile_renderer_render (renderer, 3, 1, 1, 1);
  const LieuditMapRule *rules;
  guint n_rules;

  g_assert_cmpint (cairo_surface_status (tile), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (tile);

  rules = lieudit_map_style_get_rules (style, &n_rules);
  for (guint i = 0; i < n_rules; i++)
    {
      for (double zoom = 0.0; zoom <= 24.0; zoom += 1.5)
        g_assert_cmpfloat (lieudit_map_stops_get (&rules[i].width, zoom), >=, 0.0);
      g_assert_cmpuint (rules[i].n_dashes, <=, LIEUDIT_MAP_MAX_DASHES);
      g_assert_cmpuint (rules[i].min_zoom, <=, rules[i].max_zoom);
    }

  for (guint kind = 0; kind < LIEUDIT_MAP_N_LABEL_KINDS; kind++)
    g_assert_cmpfloat (lieudit_map_stops_get (&lieudit_map_style_get_label_rule (style, (LieuditMapLabelKind) kind)->size, 7.0), >=, 0.0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditMapStyle) style = lieudit_map_style_new_from_bytes (bytes, "light", &error);

  g_assert_true ((style == NULL) == (error != NULL));
  if (style != NULL)
    use_style (style);

  return 0;
}
