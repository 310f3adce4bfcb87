/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-view-texture.h"

#include "map/lieudit-surface-texture.h"

#include <math.h>

/* How far beyond the edges of the view is drawn, in pixels: the farther, the seldomer while the map is moved. */
#define MARGIN 128.0

/* The side of a piece, in device pixels. GTK without a graphics card copies each texture in each frame; copies of this size fit the
 * processor's cache, and their memory is not given back to the system every time. */
#define PIECE 128

typedef struct {
  int width;
  int height;
  GdkTexture *texture; /* NULL when it is all of one colour */
  GdkRGBA colour;
} LieuditViewPiece;

static void
piece_free (LieuditViewPiece *piece)
{
  if (piece == NULL)
    return;
  g_clear_object (&piece->texture);
  g_free (piece);
}

/**
 * lieudit_view_texture_clear:
 * @self: what was drawn
 *
 * Forgets it, so that it is drawn anew the next time.
 */
void
lieudit_view_texture_clear (LieuditViewTexture *self)
{
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
}

/* How much larger or smaller than it was drawn it is shown. */
static double
get_growth (const LieuditViewTexture *self,
            const LieuditMapExtent   *view)
{
  return exp2 (view->zoom - self->extent.zoom);
}

/**
 * lieudit_view_texture_covers:
 * @self: what was drawn
 * @view: what is looked at
 * @scale: device pixels a pixel
 * @levels: how many zoom levels larger or smaller than it was drawn it may be shown
 *
 * Returns: whether all of a view can be shown
 */
gboolean
lieudit_view_texture_covers (const LieuditViewTexture *self,
                             const LieuditMapExtent   *view,
                             int                       scale,
                             double                    levels)
{
  const LieuditMapExtent *drawn = &self->extent;
  double growth = get_growth (self, view);

  return self->pieces != NULL && self->scale == scale && fabs (drawn->zoom - view->zoom) <= levels
         && drawn->left * growth <= view->left && (drawn->left + drawn->width) * growth >= view->left + view->width
         && drawn->top * growth <= view->top && (drawn->top + drawn->height) * growth >= view->top + view->height;
}

static const guint32 *
get_row (cairo_surface_t *surface,
         int              left,
         int              y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return (const guint32 *) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface)) + left;
}

static gboolean
is_of_one_colour (cairo_surface_t        *surface,
                  const LieuditViewPiece *piece,
                  int                     left,
                  int                     top)
{
  guint32 first = *get_row (surface, left, top);

  for (int y = top; y < top + piece->height; y++)
    {
      const guint32 *row = get_row (surface, left, y);

      for (int x = 0; x < piece->width; x++)
        if (row[x] != first)
          return FALSE;
    }
  return TRUE;
}

/* Cairo multiplies the colours with their opacity. */
static GdkRGBA
read_colour (guint32 pixel)
{
  float alpha = (float) (pixel >> 24);

  return (GdkRGBA) { (float) (pixel >> 16 & 0xff) / alpha, (float) (pixel >> 8 & 0xff) / alpha, (float) (pixel & 0xff) / alpha,
                     alpha / 255.0f };
}

static GdkTexture *
copy_piece (cairo_surface_t        *surface,
            const LieuditViewPiece *piece,
            int                     left,
            int                     top)
{
  cairo_surface_t *copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, piece->width, piece->height);
  cairo_t *cr = cairo_create (copy);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, surface, -left, -top);
  cairo_paint (cr);
  cairo_destroy (cr);
  return lieudit_surface_texture_new (copy);
}

static LieuditViewPiece *
cut_piece (cairo_surface_t *surface,
           int              left,
           int              top)
{
  LieuditViewPiece piece = {
    .width = MIN (PIECE, cairo_image_surface_get_width (surface) - left),
    .height = MIN (PIECE, cairo_image_surface_get_height (surface) - top),
  };
  guint32 first = *get_row (surface, left, top);

  if (!is_of_one_colour (surface, &piece, left, top))
    piece.texture = copy_piece (surface, &piece, left, top);
  else if (first >> 24 == 0)
    return NULL;
  else
    piece.colour = read_colour (first);
  return g_memdup2 (&piece, sizeof piece);
}

static void
cut (LieuditViewTexture *self,
     cairo_surface_t    *surface)
{
  cairo_surface_flush (surface);
  lieudit_view_texture_clear (self);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  self->n_columns = (cairo_image_surface_get_width (surface) + PIECE - 1) / PIECE;
  for (int top = 0; top < cairo_image_surface_get_height (surface); top += PIECE)
    for (int left = 0; left < cairo_image_surface_get_width (surface); left += PIECE)
      g_ptr_array_add (self->pieces, cut_piece (surface, left, top));
}

/**
 * lieudit_view_texture_draw:
 * @self: what was drawn before
 * @view: what is looked at
 * @scale: device pixels a pixel
 * @draw: what draws an extent, whose corner is the origin
 * @user_data: for @draw
 *
 * Has a view drawn, and some way beyond its edges. May be called on any thread.
 */
void
lieudit_view_texture_draw (LieuditViewTexture     *self,
                           const LieuditMapExtent *view,
                           int                     scale,
                           LieuditViewDraw         draw,
                           gpointer                user_data)
{
  int width = (int) ceil (view->width + 2.0 * MARGIN) * scale;
  int height = (int) ceil (view->height + 2.0 * MARGIN) * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  self->scale = scale;
  self->extent = (LieuditMapExtent) {
    .zoom = view->zoom,
    .left = view->left - MARGIN,
    .top = view->top - MARGIN,
    .width = (double) width / scale,
    .height = (double) height / scale,
  };
  cairo_scale (cr, scale, scale);
  draw (&self->extent, cr, user_data);
  cairo_destroy (cr);
  cut (self, surface);
  cairo_surface_destroy (surface);
}

/* Whole device pixels, or everything would blur, and pieces that are shown larger would have gaps between them. */
static graphene_rect_t
locate_piece (const LieuditViewTexture *self,
              const LieuditMapExtent   *view,
              guint                     index)
{
  const LieuditViewPiece *piece = g_ptr_array_index (self->pieces, index);
  double growth = get_growth (self, view);
  double left = (self->extent.left * growth - view->left) * self->scale;
  double top = (self->extent.top * growth - view->top) * self->scale;
  int piece_left = (int) (index % self->n_columns) * PIECE;
  int piece_top = (int) (index / self->n_columns) * PIECE;
  double x = round (left + piece_left * growth);
  double y = round (top + piece_top * growth);
  double width = round (left + (piece_left + piece->width) * growth) - x;
  double height = round (top + (piece_top + piece->height) * growth) - y;

  return GRAPHENE_RECT_INIT ((float) (x / self->scale), (float) (y / self->scale), (float) (width / self->scale),
                             (float) (height / self->scale));
}

/**
 * lieudit_view_texture_show:
 * @self: what was drawn
 * @widget: the layer
 * @snapshot: where to show it
 * @view: what is looked at
 *
 * Shows what there is of a view, larger or smaller if it was drawn at another zoom level.
 */
void
lieudit_view_texture_show (const LieuditViewTexture *self,
                           GtkWidget                *widget,
                           GtkSnapshot              *snapshot,
                           const LieuditMapExtent   *view)
{
  graphene_rect_t visible = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) view->width, (float) view->height);

  if (self->pieces == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &visible);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const LieuditViewPiece *piece = g_ptr_array_index (self->pieces, i);
      graphene_rect_t bounds;

      if (piece == NULL)
        continue;
      bounds = locate_piece (self, view, i);
      if (!graphene_rect_intersection (&bounds, &visible, NULL))
        continue;
      if (piece->texture != NULL)
        lieudit_surface_texture_append (piece->texture, widget, snapshot, &bounds);
      else
        gtk_snapshot_append_color (snapshot, &piece->colour, &bounds);
    }
  gtk_snapshot_pop (snapshot);
}

/**
 * lieudit_view_texture_append:
 * @self: what was drawn before
 * @widget: the layer
 * @snapshot: where to show it
 * @view: what is looked at
 * @draw: what draws an extent, whose corner is the origin
 * @user_data: for @draw
 *
 * Shows what a layer draws, and has it drawn if it is not yet.
 */
void
lieudit_view_texture_append (LieuditViewTexture     *self,
                             GtkWidget              *widget,
                             GtkSnapshot            *snapshot,
                             const LieuditMapExtent *view,
                             LieuditViewDraw         draw,
                             gpointer                user_data)
{
  int scale = gtk_widget_get_scale_factor (widget);

  if (!lieudit_view_texture_covers (self, view, scale, 0.0))
    lieudit_view_texture_draw (self, view, scale, draw, user_data);
  lieudit_view_texture_show (self, widget, snapshot, view);
}
