/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-claim-layer.h"

#define LINE_WIDTH 2.5
#define AREA_OPACITY 0.16
#define LABEL_PADDING 6.0
#define LABEL_DISTANCE 22.0

/**
 * LieuditClaimLayer:
 *
 * A layer of a map that draws what the article claims and what the map says to it. It takes neither the pointer nor the
 * focus; the words are in the list of claims as well.
 */
struct _LieuditClaimLayer
{
  ShumateLayer parent_instance;

  LieuditClaimDrawing *drawing;
  char *measure;
  LieuditVerdict verdict;
};

G_DEFINE_FINAL_TYPE (LieuditClaimLayer, lieudit_claim_layer, SHUMATE_TYPE_LAYER)

/* The colours of the underlines in the article; the line styles say the same. */
static void
set_colour (cairo_t        *cr,
            LieuditVerdict  verdict,
            double          opacity)
{
  switch (verdict)
    {
    case LIEUDIT_VERDICT_DIFFERS:
      cairo_set_source_rgba (cr, 0.75, 0.11, 0.16, opacity);
      break;
    case LIEUDIT_VERDICT_LOOSELY:
      cairo_set_source_rgba (cr, 0.60, 0.35, 0.0, opacity);
      break;
    case LIEUDIT_VERDICT_AGREES:
      cairo_set_source_rgba (cr, 0.10, 0.42, 0.22, opacity);
      break;
    case LIEUDIT_VERDICT_CANNOT_CHECK:
    case LIEUDIT_N_VERDICTS:
    default:
      cairo_set_source_rgba (cr, 0.25, 0.27, 0.32, opacity);
      break;
    }
}

static void
trace (LieuditClaimLayer *self,
       cairo_t           *cr,
       const GArray      *path)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  cairo_new_sub_path (cr);
  for (guint i = 0; i < path->len; i++)
    {
      const LieuditShapePoint *point = &g_array_index (path, LieuditShapePoint, i);
      double x;
      double y;

      shumate_viewport_location_to_widget_coords (viewport, GTK_WIDGET (self), point->latitude, point->longitude, &x, &y);
      cairo_line_to (cr, x, y);
    }
}

static void
draw_measure (LieuditClaimLayer *self,
              cairo_t           *cr)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->measure);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x;
  double y;
  int text_width;
  int text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  shumate_viewport_location_to_widget_coords (viewport, GTK_WIDGET (self), self->drawing->latitude,
                                              self->drawing->longitude, &x, &y);
  x = CLAMP (x - text_width / 2.0, LABEL_PADDING, MAX (LABEL_PADDING, width - text_width - LABEL_PADDING));
  y += LABEL_DISTANCE;

  set_colour (cr, self->verdict, 0.95);
  cairo_rectangle (cr, x - LABEL_PADDING, y - LABEL_PADDING / 2.0, text_width + 2.0 * LABEL_PADDING,
                   text_height + LABEL_PADDING);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
lieudit_claim_layer_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  LieuditClaimLayer *self = LIEUDIT_CLAIM_LAYER (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  const double dashes[] = { 7.0, 5.0 };
  cairo_t *cr;

  if (self->drawing == NULL || bounds.size.width <= 0.0f || bounds.size.height <= 0.0f)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  for (guint i = 0; i < self->drawing->areas->len; i++)
    trace (self, cr, g_ptr_array_index (self->drawing->areas, i));
  set_colour (cr, self->verdict, AREA_OPACITY);
  cairo_fill_preserve (cr);
  set_colour (cr, self->verdict, 0.9);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_stroke (cr);

  cairo_set_dash (cr, NULL, 0, 0.0);
  for (guint i = 0; i < self->drawing->lines->len; i++)
    trace (self, cr, g_ptr_array_index (self->drawing->lines, i));
  cairo_stroke (cr);

  if (self->measure != NULL)
    draw_measure (self, cr);
  cairo_destroy (cr);
}

static void
lieudit_claim_layer_dispose (GObject *object)
{
  LieuditClaimLayer *self = LIEUDIT_CLAIM_LAYER (object);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  if (viewport != NULL)
    g_signal_handlers_disconnect_by_data (viewport, self);

  G_OBJECT_CLASS (lieudit_claim_layer_parent_class)->dispose (object);
}

static void
lieudit_claim_layer_finalize (GObject *object)
{
  LieuditClaimLayer *self = LIEUDIT_CLAIM_LAYER (object);

  g_clear_pointer (&self->drawing, lieudit_claim_drawing_free);
  g_clear_pointer (&self->measure, g_free);

  G_OBJECT_CLASS (lieudit_claim_layer_parent_class)->finalize (object);
}

static void
lieudit_claim_layer_class_init (LieuditClaimLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_claim_layer_dispose;
  object_class->finalize = lieudit_claim_layer_finalize;
  widget_class->snapshot = lieudit_claim_layer_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lieudit_claim_layer_init (LieuditClaimLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * lieudit_claim_layer_new:
 * @viewport: the viewport of the map that shows the layer
 *
 * Creates a layer that draws nothing.
 *
 * Returns: (transfer floating): the layer
 */
LieuditClaimLayer *
lieudit_claim_layer_new (ShumateViewport *viewport)
{
  static const char *const moves[] = { "latitude", "longitude", "zoom-level", "rotation" };
  LieuditClaimLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  self = g_object_new (LIEUDIT_TYPE_CLAIM_LAYER, "viewport", viewport, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", moves[i], NULL);

      g_signal_connect_swapped (viewport, signal, G_CALLBACK (gtk_widget_queue_draw), self);
    }

  return self;
}

/**
 * lieudit_claim_layer_take:
 * @self: a layer
 * @drawing: (transfer full) (nullable): what to draw, or %NULL for nothing
 * @measure: (nullable): what to write beside the place
 * @verdict: which colour to take
 *
 * Draws a claim in place of the one before.
 */
void
lieudit_claim_layer_take (LieuditClaimLayer   *self,
                          LieuditClaimDrawing *drawing,
                          const char          *measure,
                          LieuditVerdict       verdict)
{
  g_return_if_fail (LIEUDIT_IS_CLAIM_LAYER (self));

  g_clear_pointer (&self->drawing, lieudit_claim_drawing_free);
  self->drawing = drawing;
  g_free (self->measure);
  self->measure = g_strdup (measure);
  self->verdict = verdict;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
