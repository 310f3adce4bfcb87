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

/**
 * lieudit_widget_texture_snapshot:
 * @widget: a widget that is snapshot
 * @parent_class: the class whose way to draw it is to be used
 * @snapshot: where to draw
 *
 * Draws a widget as one texture. GTK asks for it again only when the widget looks different, and moves what it has meanwhile: a name
 * with a halo of eight shadows is drawn once, not in every frame of a map that is dragged.
 */
void
lieudit_widget_texture_snapshot (GtkWidget      *widget,
                                 GtkWidgetClass *parent_class,
                                 GtkSnapshot    *snapshot)
{
  g_autoptr (GtkSnapshot) own = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t bounds;

  parent_class->snapshot (widget, own);
  node = gtk_snapshot_to_node (own);
  if (node == NULL)
    return;
  gsk_render_node_get_bounds (node, &bounds);
  graphene_rect_round_extents (&bounds, &bounds);
  if (!(bounds.size.width > 0.0f && bounds.size.height > 0.0f))
    return;
  texture = draw_texture (node, &bounds, gtk_widget_get_scale_factor (widget));
  lieudit_surface_texture_append (texture, widget, snapshot, &bounds);
}
