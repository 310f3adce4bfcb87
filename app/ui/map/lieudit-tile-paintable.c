/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-paintable.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-surface-texture.h"

/* Tiles are drawn at twice their size: for sharp screens, and because between two zoom levels they are shown enlarged. */
#define SCALE 2

/* How far a tile reaches over its neighbours, in pixels. */
#define OVERLAP 1

/* The same for images that end at their edges: they are stretched a little, so that no line shines through between two. */
#define IMAGE_OVERLAP 0.5

#define SIDE (LIEUDIT_MERCATOR_TILE_SIZE + 2 * OVERLAP)

/**
 * LieuditTilePaintable:
 *
 * The picture of one tile of the base map.
 *
 * It reaches a little over the tile's edges. Between two zoom levels these fall between the pixels of the screen, where both
 * neighbours cover a pixel in part, and what is behind the map would shine through as a thin line.
 */
struct _LieuditTilePaintable
{
  GObject parent_instance;

  GdkTexture *texture; /* NULL shows nothing */
  double overlap;      /* how far it reaches over each edge, as a part of the tile */
};

static void lieudit_tile_paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LieuditTilePaintable, lieudit_tile_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, lieudit_tile_paintable_iface_init))

static GdkPaintable *
end_drawing (cairo_t *cr)
{
  LieuditTilePaintable *self = g_object_new (LIEUDIT_TYPE_TILE_PAINTABLE, NULL);
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (cr));

  cairo_destroy (cr);
  self->texture = lieudit_surface_texture_new (surface);
  self->overlap = (double) OVERLAP / LIEUDIT_MERCATOR_TILE_SIZE;
  return GDK_PAINTABLE (self);
}

static cairo_t *
begin_drawing (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE * SCALE, SIDE * SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, SCALE, SCALE);
  return cr;
}

static void
lieudit_tile_paintable_snapshot (GdkPaintable *paintable,
                                 GdkSnapshot  *snapshot,
                                 double        width,
                                 double        height)
{
  LieuditTilePaintable *self = LIEUDIT_TILE_PAINTABLE (paintable);
  double overlap_x = width * self->overlap;
  double overlap_y = height * self->overlap;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) -overlap_x, (float) -overlap_y,
                                               (float) (width + 2.0 * overlap_x), (float) (height + 2.0 * overlap_y));

  if (self->texture == NULL)
    return;
  lieudit_surface_texture_append (self->texture, NULL, GTK_SNAPSHOT (snapshot), &bounds);
}

static int
lieudit_tile_paintable_get_intrinsic_size (GdkPaintable *paintable)
{
  return LIEUDIT_MERCATOR_TILE_SIZE;
}

static GdkPaintableFlags
lieudit_tile_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static void
lieudit_tile_paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = lieudit_tile_paintable_snapshot;
  iface->get_intrinsic_width = lieudit_tile_paintable_get_intrinsic_size;
  iface->get_intrinsic_height = lieudit_tile_paintable_get_intrinsic_size;
  iface->get_flags = lieudit_tile_paintable_get_flags;
}

static void
lieudit_tile_paintable_dispose (GObject *object)
{
  LieuditTilePaintable *self = LIEUDIT_TILE_PAINTABLE (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (lieudit_tile_paintable_parent_class)->dispose (object);
}

static void
lieudit_tile_paintable_class_init (LieuditTilePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_tile_paintable_dispose;
}

static void
lieudit_tile_paintable_init (LieuditTilePaintable *self)
{
}

/**
 * lieudit_tile_paintable_new:
 * @renderer: what draws the tile
 * @zoom: the tile's zoom level, from 0 to 24
 * @x: its column, counted around the world
 * @y: its row
 *
 * Draws a tile. May be called on any thread.
 *
 * Returns: (transfer full): the tile's picture
 */
GdkPaintable *
lieudit_tile_paintable_new (LieuditTileRenderer *renderer,
                            guint                zoom,
                            guint                x,
                            guint                y)
{
  cairo_t *cr;

  g_return_val_if_fail (LIEUDIT_IS_TILE_RENDERER (renderer), NULL);

  cr = begin_drawing ();
  lieudit_tile_renderer_draw_tile (renderer, cr, zoom, x, y, OVERLAP, SCALE);
  return end_drawing (cr);
}

/**
 * lieudit_tile_paintable_new_plain:
 * @dark: whether it is for a dark window
 *
 * Makes a tile without a map, for when there is none. May be called on any thread.
 *
 * Returns: (transfer full): the tile's picture
 */
GdkPaintable *
lieudit_tile_paintable_new_plain (gboolean dark)
{
  cairo_t *cr = begin_drawing ();
  double grey = dark ? 0.15 : 0.9;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_paint (cr);
  return end_drawing (cr);
}

/**
 * lieudit_tile_paintable_new_empty:
 *
 * Makes a tile that shows what is behind it.
 *
 * Returns: (transfer full): the tile's picture
 */
GdkPaintable *
lieudit_tile_paintable_new_empty (void)
{
  return g_object_new (LIEUDIT_TYPE_TILE_PAINTABLE, NULL);
}

static cairo_surface_t *
decode (GBytes  *image,
        GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (image, error);
  cairo_surface_t *surface;

  if (texture == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);

  return surface;
}

static cairo_surface_t *
enlarge (cairo_surface_t *whole,
         guint            n_parts,
         guint            column,
         guint            row)
{
  int side = LIEUDIT_MERCATOR_TILE_SIZE;
  double scale_x = (double) side * n_parts / cairo_image_surface_get_width (whole);
  double scale_y = (double) side * n_parts / cairo_image_surface_get_height (whole);
  cairo_surface_t *part = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t *cr = cairo_create (part);

  cairo_translate (cr, -(double) side * column, -(double) side * row);
  cairo_scale (cr, scale_x, scale_y);
  cairo_set_source_surface (cr, whole, 0.0, 0.0);
  /* No pixels of nothing come in at the image's edges. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);

  return part;
}

/**
 * lieudit_tile_paintable_new_from_image:
 * @image: an image file that lieudit_tile_image_check() has found sound
 * @n_parts: into how many parts it is cut across, and down
 * @column: which of the parts to show, from the left
 * @row: which of them, from the top
 * @error: return location for an error
 *
 * Decodes a tile, or a part of one. May be called on any thread.
 *
 * Returns: (transfer full) (nullable): the tile's picture, or %NULL if the image is damaged or of a kind that is not known here
 */
GdkPaintable *
lieudit_tile_paintable_new_from_image (GBytes  *image,
                                       guint    n_parts,
                                       guint    column,
                                       guint    row,
                                       GError **error)
{
  LieuditTilePaintable *self;
  cairo_surface_t *surface;

  g_return_val_if_fail (image != NULL, NULL);
  g_return_val_if_fail (column < n_parts && row < n_parts, NULL);

  surface = decode (image, error);
  if (surface == NULL)
    return NULL;
  if (n_parts > 1)
    {
      cairo_surface_t *part = enlarge (surface, n_parts, column, row);

      cairo_surface_destroy (surface);
      surface = part;
    }
  self = g_object_new (LIEUDIT_TYPE_TILE_PAINTABLE, NULL);
  self->texture = lieudit_surface_texture_new (surface);
  self->overlap = IMAGE_OVERLAP / LIEUDIT_MERCATOR_TILE_SIZE;

  return GDK_PAINTABLE (self);
}
