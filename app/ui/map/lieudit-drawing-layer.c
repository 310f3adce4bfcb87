/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-drawing-layer.h"

#include <adwaita.h>

#include "map/lieudit-map-zoom.h"

#define CROSS 12.0
#define CROSS_WIDTH 2.0

/**
 * LieuditDrawingLayer:
 *
 * A layer of a map that shows what a person drew, and what is being drawn. It takes
 * neither the pointer nor the focus.
 */
struct _LieuditDrawingLayer
{
  ShumateLayer parent_instance;

  LieuditDrawings *drawings;
  LieuditDrawing *draft;
  gboolean has_cross;
  double scale;
};

G_DEFINE_FINAL_TYPE (LieuditDrawingLayer, lieudit_drawing_layer, SHUMATE_TYPE_LAYER)

static gboolean
is_empty (LieuditDrawingLayer *self)
{
  return (self->drawings == NULL || lieudit_drawings_get_n (self->drawings) == 0) && self->draft == NULL && !self->has_cross;
}

static LieuditDrawingPainter
create_painter (LieuditDrawingLayer    *self,
                const LieuditMapExtent *extent)
{
  return (LieuditDrawingPainter) {
    .extent = extent,
    .context = gtk_widget_get_pango_context (GTK_WIDGET (self)),
    .is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ()),
    .scale = self->scale,
  };
}

/* Where the keyboard draws. */
static void
draw_cross (const LieuditMapExtent *extent,
            gboolean                is_dark,
            cairo_t                *cr)
{
  double x = extent->width / 2.0, y = extent->height / 2.0, lightness = is_dark ? 1.0 : 0.0;

  cairo_new_path (cr);
  cairo_move_to (cr, x - CROSS, y);
  cairo_line_to (cr, x + CROSS, y);
  cairo_move_to (cr, x, y - CROSS);
  cairo_line_to (cr, x, y + CROSS);
  cairo_set_source_rgba (cr, 1.0 - lightness, 1.0 - lightness, 1.0 - lightness, 0.85);
  cairo_set_line_width (cr, 3.0 * CROSS_WIDTH);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, lightness, lightness, lightness);
  cairo_set_line_width (cr, CROSS_WIDTH);
  cairo_stroke (cr);
}

static void
lieudit_drawing_layer_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  LieuditDrawingLayer *self = LIEUDIT_DRAWING_LAYER (widget);
  LieuditDrawingPainter painter;
  LieuditMapExtent extent;
  cairo_t *cr;

  if (is_empty (self) || !lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return;

  painter = create_painter (self, &extent);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) extent.width, (float) extent.height));
  for (guint i = 0; self->drawings != NULL && i < lieudit_drawings_get_n (self->drawings); i++)
    lieudit_drawing_painter_draw (&painter, lieudit_drawings_get (self->drawings, i), cr);
  if (self->draft != NULL)
    lieudit_drawing_painter_draw (&painter, self->draft, cr);
  if (self->has_cross)
    draw_cross (&extent, painter.is_dark, cr);
  cairo_destroy (cr);
}

static void
lieudit_drawing_layer_dispose (GObject *object)
{
  LieuditDrawingLayer *self = LIEUDIT_DRAWING_LAYER (object);

  g_clear_object (&self->drawings);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (lieudit_drawing_layer_parent_class)->dispose (object);
}

static void
lieudit_drawing_layer_class_init (LieuditDrawingLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_drawing_layer_dispose;
  widget_class->snapshot = lieudit_drawing_layer_snapshot;

  gtk_widget_class_set_css_name (widget_class, "drawinglayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lieudit_drawing_layer_init (LieuditDrawingLayer *self)
{
  self->scale = 1.0;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * lieudit_drawing_layer_new:
 * @viewport: the viewport of the map that shows the layer
 *
 * Returns: (transfer floating): a layer on which nothing is drawn
 */
LieuditDrawingLayer *
lieudit_drawing_layer_new (ShumateViewport *viewport)
{
  LieuditDrawingLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  self = g_object_new (LIEUDIT_TYPE_DRAWING_LAYER, "viewport", viewport, NULL);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_drawing_layer_set_drawings:
 * @self: a layer
 * @drawings: (nullable): what to show, now and as it changes
 *
 * Shows other drawings.
 */
void
lieudit_drawing_layer_set_drawings (LieuditDrawingLayer *self,
                                    LieuditDrawings     *drawings)
{
  g_return_if_fail (LIEUDIT_IS_DRAWING_LAYER (self));
  g_return_if_fail (drawings == NULL || LIEUDIT_IS_DRAWINGS (drawings));

  if (self->drawings != NULL)
    g_signal_handlers_disconnect_by_data (self->drawings, self);
  if (!g_set_object (&self->drawings, drawings) && drawings == NULL)
    return;
  if (drawings != NULL)
    g_signal_connect_object (drawings, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_drawing_layer_set_draft:
 * @self: a layer
 * @draft: (nullable): what is being drawn
 *
 * Shows something on top that is not finished.
 */
void
lieudit_drawing_layer_set_draft (LieuditDrawingLayer *self,
                                 LieuditDrawing      *draft)
{
  g_return_if_fail (LIEUDIT_IS_DRAWING_LAYER (self));
  g_return_if_fail (draft == NULL || LIEUDIT_IS_DRAWING (draft));

  if (g_set_object (&self->draft, draft))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_drawing_layer_set_cross:
 * @self: a layer
 * @has_cross: whether the keyboard draws
 *
 * Marks the middle of the map, where the keyboard draws.
 */
void
lieudit_drawing_layer_set_cross (LieuditDrawingLayer *self,
                                 gboolean             has_cross)
{
  g_return_if_fail (LIEUDIT_IS_DRAWING_LAYER (self));

  if (self->has_cross == !!has_cross)
    return;
  self->has_cross = !!has_cross;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_drawing_layer_set_scale:
 * @self: a layer
 * @scale: how much larger than usual lines and letters are
 *
 * Makes drawings be seen from afar.
 */
void
lieudit_drawing_layer_set_scale (LieuditDrawingLayer *self,
                                 double               scale)
{
  g_return_if_fail (LIEUDIT_IS_DRAWING_LAYER (self));
  g_return_if_fail (scale > 0.0);

  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_drawing_layer_find_at:
 * @self: a layer
 * @x: pixels from its left edge
 * @y: pixels from its upper edge
 * @index: (out): which drawing is there, the uppermost
 *
 * Returns: whether there is one
 */
gboolean
lieudit_drawing_layer_find_at (LieuditDrawingLayer *self,
                               double               x,
                               double               y,
                               guint               *index)
{
  LieuditDrawingPainter painter;
  LieuditMapExtent extent;

  g_return_val_if_fail (LIEUDIT_IS_DRAWING_LAYER (self), FALSE);
  g_return_val_if_fail (index != NULL, FALSE);

  if (self->drawings == NULL || !lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return FALSE;

  painter = create_painter (self, &extent);
  for (guint i = lieudit_drawings_get_n (self->drawings); i > 0; i--)
    if (lieudit_drawing_painter_hits (&painter, lieudit_drawings_get (self->drawings, i - 1), x, y))
      {
        *index = i - 1;
        return TRUE;
      }

  return FALSE;
}
