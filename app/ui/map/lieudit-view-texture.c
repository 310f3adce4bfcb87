/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-view-texture.h"

#include "map/lieudit-surface-texture.h"

#include <math.h>

/* How far beyond the edges of the view is drawn, in pixels: the farther, the seldomer while the map is moved. */
#define MARGIN 128.0

/**
 * lieudit_view_texture_clear:
 * @self: what was drawn
 *
 * Forgets it, so that it is drawn anew the next time.
 */
void
lieudit_view_texture_clear (LieuditViewTexture *self)
{
  g_clear_object (&self->texture);
}

static gboolean
covers (const LieuditViewTexture *self,
        const LieuditMapExtent   *view,
        int                       scale)
{
  const LieuditMapExtent *drawn = &self->extent;

  return self->texture != NULL && self->scale == scale && drawn->zoom == view->zoom
         && drawn->left <= view->left && drawn->left + drawn->width >= view->left + view->width
         && drawn->top <= view->top && drawn->top + drawn->height >= view->top + view->height;
}

static void
redraw (LieuditViewTexture     *self,
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
  g_clear_object (&self->texture);
  self->texture = lieudit_surface_texture_new (surface);
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
  graphene_rect_t bounds;

  if (!covers (self, view, scale))
    redraw (self, view, scale, draw, user_data);

  /* On whole device pixels, or everything would blur. */
  bounds = GRAPHENE_RECT_INIT ((float) (round ((self->extent.left - view->left) * scale) / scale),
                               (float) (round ((self->extent.top - view->top) * scale) / scale),
                               (float) self->extent.width, (float) self->extent.height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) view->width, (float) view->height));
  lieudit_surface_texture_append (self->texture, widget, snapshot, &bounds);
  gtk_snapshot_pop (snapshot);
}
