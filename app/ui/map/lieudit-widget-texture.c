/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-widget-texture.h"

#include "map/lieudit-surface-texture.h"

static GdkTexture *
draw_texture (GskRenderNode         *node,
              const graphene_rect_t *bounds,
              int                    scale)
{
  int width = (int) bounds->size.width * scale;
  int height = (int) bounds->size.height * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds->origin.x, -bounds->origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return lieudit_surface_texture_new (surface);
}

/* Where a child is has no part in what it looks like. */
static GskRenderNode *
skip_transforms (GskRenderNode *node)
{
  while (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    node = gsk_transform_node_get_child (node);

  return node;
}

static void
draw_if_changed (LieuditWidgetTexture *self,
                 GskRenderNode        *node,
                 int                   scale)
{
  if (self->node == node && self->scale == scale)
    return;
  lieudit_widget_texture_clear (self);
  gsk_render_node_get_bounds (node, &self->bounds);
  graphene_rect_round_extents (&self->bounds, &self->bounds);
  if (self->bounds.size.width > 0.0f && self->bounds.size.height > 0.0f)
    self->texture = draw_texture (node, &self->bounds, scale);
  self->node = gsk_render_node_ref (node);
  self->scale = scale;
}

/**
 * lieudit_widget_texture_clear:
 * @self: what was drawn
 *
 * Forgets it.
 */
void
lieudit_widget_texture_clear (LieuditWidgetTexture *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/**
 * lieudit_widget_texture_snapshot_child:
 * @self: what was drawn before
 * @widget: a widget that is snapshot
 * @child: one of its children, at whole pixels
 * @snapshot: where to draw
 *
 * Draws a child as a texture, anew only when it looks different: a name with a halo of eight shadows is drawn once, not in every frame of a
 * map that moves, nor when it comes back, or goes to another side.
 */
void
lieudit_widget_texture_snapshot_child (LieuditWidgetTexture *self,
                                       GtkWidget            *widget,
                                       GtkWidget            *child,
                                       GtkSnapshot          *snapshot)
{
  g_autoptr (GtkSnapshot) own = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) placed = NULL;
  graphene_rect_t bounds;
  GskRenderNode *node;

  gtk_widget_snapshot_child (widget, child, own);
  placed = gtk_snapshot_to_node (own);
  if (placed == NULL)
    return;
  node = skip_transforms (placed);
  draw_if_changed (self, node, gtk_widget_get_scale_factor (widget));
  if (self->texture == NULL)
    return;
  gsk_render_node_get_bounds (placed, &bounds);
  graphene_rect_round_extents (&bounds, &bounds);
  lieudit_surface_texture_append (self->texture, widget, snapshot, &bounds);
}
