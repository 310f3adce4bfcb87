/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging the symbol of the selected place to where the place is in truth. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <math.h>

#include "map/lieudit-marker.h"

/* A press that moved less than this was a click; in pixels. */
#define DRAG_THRESHOLD 8.0

#define RING_RADIUS 7.0

static void
draw_move (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        user_data)
{
  LieuditMapView *self = user_data;
  const double dashes[] = { 4.0, 3.0 };
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2.0);
  cairo_arc (cr, self->move_x, self->move_y, RING_RADIUS, 0.0, 2.0 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, self->move_x, self->move_y, 1.5, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_move_to (cr, self->move_from_x, self->move_from_y);
  cairo_line_to (cr, self->move_x, self->move_y);
  cairo_stroke (cr);
}

/* A point cannot say where a country or a road is. */
static gboolean
is_point (LieuditFoundPlace *place)
{
  switch (lieudit_place_get_feature_class (lieudit_found_place_get_place (place)))
    {
    case LIEUDIT_FEATURE_COUNTRY:
    case LIEUDIT_FEATURE_REGION:
    case LIEUDIT_FEATURE_DISTRICT:
    case LIEUDIT_FEATURE_AREA:
    case LIEUDIT_FEATURE_WATER:
    case LIEUDIT_FEATURE_ROAD:
      return FALSE;
    case LIEUDIT_FEATURE_CAPITAL:
    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_QUARTER:
    case LIEUDIT_FEATURE_SITE:
    case LIEUDIT_FEATURE_RELIEF:
    case LIEUDIT_FEATURE_OTHER:
    default:
      return TRUE;
    }
}

/* The selected place, if it is one that can be somewhere else. */
static LieuditFoundPlace *
get_movable (LieuditMapView *self)
{
  LieuditFoundPlace *place = self->selection != NULL ? lieudit_selection_get_place (self->selection) : NULL;

  return place != NULL && is_point (place) ? place : NULL;
}

static void
stop_moving (LieuditMapView *self)
{
  self->is_moving = FALSE;
  gtk_widget_set_visible (self->move_area, FALSE);
}

/* Any other press moves the map, or chooses a place. */
static void
on_drag_begin (LieuditMapView *self,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *marker = widget != NULL && !LIEUDIT_IS_MARKER (widget) ? gtk_widget_get_ancestor (widget, LIEUDIT_TYPE_MARKER) : widget;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  LieuditFoundPlace *place = get_movable (self);
  GdkRectangle area;

  /* With the control key it goes out of the window. */
  if (place == NULL || (state & GDK_CONTROL_MASK) || marker == NULL || !LIEUDIT_IS_MARKER (marker) || lieudit_map_view_is_measuring (self) ||
      lieudit_marker_get_place (LIEUDIT_MARKER (marker)) != place || !lieudit_marker_layer_find_place (self->markers, place, &area))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->move_from_x = area.x + area.width / 2.0;
  self->move_from_y = area.y + area.height / 2.0;
}

static void
on_drag_update (LieuditMapView *self,
                double          right,
                double          down,
                GtkGesture     *gesture)
{
  if (!self->is_moving && hypot (right, down) <= DRAG_THRESHOLD)
    return;
  if (!self->is_moving)
    {
      self->is_moving = TRUE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_visible (self->move_area, TRUE);
    }
  self->move_x = self->move_from_x + right;
  self->move_y = self->move_from_y + down;
  gtk_widget_queue_draw (self->move_area);
}

static void
on_drag_end (LieuditMapView *self)
{
  graphene_point_t point;
  double latitude, longitude;

  if (!self->is_moving)
    return;
  stop_moving (self);
  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->map),
                                 &GRAPHENE_POINT_INIT ((float) self->move_x, (float) self->move_y), &point))
    return;
  lieudit_map_view_find_spot (self, point.x, point.y, &latitude, &longitude);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.put-place-here", "(dd)", latitude, longitude);
}

/*
 * lieudit_map_view_add_moving:
 * @self: a map
 *
 * Lets the symbol of the selected place be dragged.
 */
void
lieudit_map_view_add_moving (LieuditMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->move_area = g_object_new (GTK_TYPE_DRAWING_AREA,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-target", FALSE,
                                  "visible", FALSE,
                                  NULL);
  gtk_widget_add_css_class (self->move_area, "move");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->move_area), draw_move, self, NULL);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->move_area);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (stop_moving), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
