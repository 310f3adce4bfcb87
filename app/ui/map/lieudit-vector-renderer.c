/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws maps of shapes with libshumate, in the colours that the map on board has: the style in resources/map/vector-style.json names
 * colours of a palette where a style of Mapbox GL has them. It knows the layers of OpenMapTiles and of Shortbread.
 */
#include "config.h"

#include "map/lieudit-vector-renderer.h"

#include "lieudit-toolkit.h"
#include "map/lieudit-vector-tiles.h"

#define STYLE "/org/lieudit/Lieudit/map/vector-style.json"

/* As the style calls them. */
#define SOURCE "tiles"

static gboolean
append_colour (const GMatchInfo *match,
               GString          *json,
               gpointer          user_data)
{
  LieuditMapStyle *style = user_data;
  g_autofree char *name = g_match_info_fetch (match, 1);
  LieuditMapColour colour = { 0 };

  if (!lieudit_map_style_get_colour (style, name, &colour))
    g_warning ("The palette has no colour “%s”", name);
  g_string_append_printf (json, "\"#%02x%02x%02x\"",
                          (guint) (colour.red * 255.0 + 0.5), (guint) (colour.green * 255.0 + 0.5), (guint) (colour.blue * 255.0 + 0.5));

  return FALSE;
}

static char *
fill_in_colours (LieuditMapStyle  *style,
                 GError          **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (STYLE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GRegex) names = NULL;

  if (bytes == NULL)
    return NULL;
  names = g_regex_new ("\"@([a-z-]+)\"", 0, 0, error);
  if (names == NULL)
    return NULL;

  return g_regex_replace_eval (names, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), 0, 0,
                               append_colour, style, error);
}

/**
 * lieudit_vector_renderer_new:
 * @store: a map of shapes
 * @style: how the map on board is drawn, whose colours this one takes
 * @error: return location for an error
 *
 * Creates what draws a map of shapes.
 *
 * Returns: (transfer full) (nullable): the renderer, or %NULL where libshumate has none
 */
ShumateMapSource *
lieudit_vector_renderer_new (LieuditTileStore  *store,
                             LieuditMapStyle   *style,
                             GError           **error)
{
  g_autoptr (LieuditVectorTiles) tiles = NULL;
  g_autofree char *json = NULL;
  ShumateVectorRenderer *self;

  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (store), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (style), NULL);

  json = fill_in_colours (style, error);
  if (json == NULL)
    return NULL;
  self = shumate_vector_renderer_new ("lieudit-vector", json, error);
  if (self == NULL)
    return NULL;
  tiles = lieudit_vector_tiles_new (store);
  lieudit_toolkit_set_vector_tiles (self, SOURCE, SHUMATE_DATA_SOURCE (tiles));

  return SHUMATE_MAP_SOURCE (self);
}
