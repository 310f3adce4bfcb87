/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Land, waters, borders and roads, without a name: what all else is drawn on. */
#include "config.h"

#include "picture/lieudit-map-ground.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-tile-renderer.h"

#include <math.h>

/**
 * lieudit_map_ground_draw:
 * @base_map: (nullable): the base map, or %NULL for the sea alone
 * @style: how to draw it
 * @extent: what to show
 * @scale: how many device pixels a pixel is, which bounds how fine the lines are
 * @cr: where to draw; the origin is the extent's corner
 *
 * Draws the map without names. The world repeats eastward and westward; the renderer draws one turn of it.
 */
void
lieudit_map_ground_draw (LieuditBaseMap         *base_map,
                         LieuditMapStyle        *style,
                         const LieuditMapExtent *extent,
                         double                  scale,
                         cairo_t                *cr)
{
  g_autoptr (LieuditTileRenderer) renderer = lieudit_tile_renderer_new (base_map, style);
  double world = lieudit_mercator_get_world_size (extent->zoom);

  for (double turn = floor (extent->left / world); turn * world < extent->left + extent->width; turn++)
    {
      double from = MAX (extent->left, turn * world);
      double to = MIN (extent->left + extent->width, (turn + 1.0) * world);

      cairo_save (cr);
      cairo_translate (cr, from - extent->left, 0.0);
      cairo_rectangle (cr, 0.0, 0.0, to - from, extent->height);
      cairo_clip (cr);
      lieudit_tile_renderer_draw (renderer, cr, extent->zoom, from - turn * world, extent->top, to - from, extent->height, scale);
      cairo_restore (cr);
    }
}
