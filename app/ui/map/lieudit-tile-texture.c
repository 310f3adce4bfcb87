/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-texture.h"

#include "geo/lieudit-mercator.h"

/* Tiles are drawn at twice their size: for sharp screens, and because between two zoom levels they are shown enlarged. */
#define SCALE 2

static GdkTexture *
take_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) height * stride,
                                                         (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/*
 * lieudit_tile_texture_new:
 * @renderer: what draws the tile
 * @zoom: the tile's zoom level
 * @x: its column
 * @y: its row
 *
 * Draws a tile. May be called on any thread.
 *
 * Returns: (transfer full): the tile's picture
 */
GdkTexture *
lieudit_tile_texture_new (LieuditTileRenderer *renderer,
                          guint                zoom,
                          guint                x,
                          guint                y)
{
  return take_surface (lieudit_tile_renderer_render (renderer, zoom, x, y, SCALE));
}

/*
 * lieudit_tile_texture_new_plain:
 * @dark: whether it is for a dark window
 *
 * Makes a tile without a map, for when there is none. May be called on any thread.
 *
 * Returns: (transfer full): the tile's picture
 */
GdkTexture *
lieudit_tile_texture_new_plain (gboolean dark)
{
  int side = LIEUDIT_MERCATOR_TILE_SIZE * SCALE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t *cr = cairo_create (surface);
  double grey = dark ? 0.15 : 0.9;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return take_surface (surface);
}
