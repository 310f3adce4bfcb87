/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "present/lieudit-pointer-ring.h"

/* In pixels: seen from the last row, and not hiding what it shows. */
#define RADIUS 34.0
#define WIDTH 6.0

/**
 * LieuditPointerRing:
 *
 * Lies over what is presented, and draws a ring around the pointer so that a
 * class sees where it is.
 */
struct _LieuditPointerRing
{
  GtkWidget parent_instance;

  gboolean has_pointer;
  double   x;
  double   y;
};

G_DEFINE_FINAL_TYPE (LieuditPointerRing, lieudit_pointer_ring, GTK_TYPE_WIDGET)

static void
lieudit_pointer_ring_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  LieuditPointerRing *self = LIEUDIT_POINTER_RING (widget);
  float size = 2.0f * (float) (RADIUS + WIDTH);
  graphene_rect_t area;
  GdkRGBA colour;
  cairo_t *cr;

  if (!self->has_pointer)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  graphene_rect_init (&area, (float) self->x - size / 2.0f, (float) self->y - size / 2.0f, size, size);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_arc (cr, self->x, self->y, RADIUS, 0.0, 2.0 * G_PI);
  gdk_cairo_set_source_rgba (cr, &(GdkRGBA) { colour.red, colour.green, colour.blue, 0.18f });
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, WIDTH);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
lieudit_pointer_ring_class_init (LieuditPointerRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = lieudit_pointer_ring_snapshot;

  gtk_widget_class_set_css_name (widget_class, "pointerring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lieudit_pointer_ring_init (LieuditPointerRing *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
motion_cb (LieuditPointerRing *self,
           double              x,
           double              y)
{
  self->has_pointer = TRUE;
  self->x = x;
  self->y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (LieuditPointerRing *self)
{
  self->has_pointer = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_pointer_ring_follow:
 * @self: a ring
 * @widget: what it lies over
 *
 * Follows the pointer over a widget from now on.
 */
void
lieudit_pointer_ring_follow (LieuditPointerRing *self,
                             GtkWidget          *widget)
{
  GtkEventController *motion;

  g_return_if_fail (LIEUDIT_IS_POINTER_RING (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  motion = gtk_event_controller_motion_new ();
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
}
