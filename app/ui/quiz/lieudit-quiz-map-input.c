/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving, zooming and pointing on the map of a quiz. */
#include "config.h"

#include "quiz/lieudit-quiz-map-private.h"

#include <math.h>

#include "geo/lieudit-mercator.h"

/* In pixels. */
#define CLICK_REACH 6.0
#define STEP 12.0
#define SMALL_STEP 2.0
#define LARGE_STEP 60.0

/* Zoom levels. */
#define ZOOM_STEP 0.5
#define MOST_ZOOM 12.0

static double
wrap (double longitude)
{
  return remainder (longitude, 360.0);
}

static void
get_spot (LieuditQuizMap *self,
          double          x,
          double          y,
          double         *latitude,
          double         *longitude)
{
  LieuditMapExtent extent;

  lieudit_quiz_map_get_extent (self, &extent);
  *latitude = lieudit_mercator_y_to_latitude (extent.top + y, extent.zoom);
  *longitude = wrap (lieudit_mercator_x_to_longitude (extent.left + x, extent.zoom));
}

/* What is under the pointer stays there. */
static void
zoom_at (LieuditQuizMap *self,
         double          change,
         double          x,
         double          y)
{
  double latitude, longitude;
  LieuditMapExtent extent;

  if (!self->has_view)
    return;
  get_spot (self, x, y, &latitude, &longitude);
  self->zoom = CLAMP (self->zoom + change, LIEUDIT_QUIZ_MAP_LEAST_ZOOM, MOST_ZOOM);
  lieudit_quiz_map_get_extent (self, &extent);
  self->longitude = wrap (lieudit_mercator_x_to_longitude (lieudit_mercator_longitude_to_x (longitude, self->zoom) - x + extent.width / 2.0, self->zoom));
  self->latitude = lieudit_mercator_y_to_latitude (lieudit_mercator_latitude_to_y (latitude, self->zoom) - y + extent.height / 2.0, self->zoom);
  lieudit_quiz_map_redraw (self);
}

static void
pan (LieuditQuizMap *self,
     double          x,
     double          y)
{
  self->longitude = wrap (lieudit_mercator_x_to_longitude (lieudit_mercator_longitude_to_x (self->drag_longitude, self->zoom) - x, self->zoom));
  self->latitude = CLAMP (lieudit_mercator_y_to_latitude (lieudit_mercator_latitude_to_y (self->drag_latitude, self->zoom) - y, self->zoom),
                          -LIEUDIT_MERCATOR_MAX_LATITUDE, LIEUDIT_MERCATOR_MAX_LATITUDE);
  lieudit_quiz_map_redraw (self);
}

static void
point (LieuditQuizMap *self)
{
  if (self->is_pointing)
    g_signal_emit_by_name (self, "pointed", self->cross_latitude, self->cross_longitude);
}

static void
drag_begin_cb (LieuditQuizMap *self)
{
  /* Once the answer is shown, Enter goes on, also after a look around. */
  if (self->is_pointing)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag_latitude = self->latitude;
  self->drag_longitude = self->longitude;
}

static void
drag_update_cb (LieuditQuizMap *self,
                double          x,
                double          y)
{
  if (hypot (x, y) > CLICK_REACH)
    pan (self, x, y);
}

static void
drag_end_cb (LieuditQuizMap *self,
             double          x,
             double          y,
             GtkGestureDrag *gesture)
{
  double start_x, start_y;

  if (hypot (x, y) > CLICK_REACH || !self->has_view || !gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    return;

  get_spot (self, start_x, start_y, &self->cross_latitude, &self->cross_longitude);
  lieudit_quiz_map_describe_crosshair (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  point (self);
}

static void
motion_cb (LieuditQuizMap *self,
           double          x,
           double          y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
scroll_cb (LieuditQuizMap *self,
           double          x,
           double          y)
{
  zoom_at (self, -y * ZOOM_STEP, self->pointer_x, self->pointer_y);

  return GDK_EVENT_STOP;
}

/* The map follows a crosshair that leaves it. */
static void
move_crosshair (LieuditQuizMap *self,
                double          x,
                double          y)
{
  LieuditMapExtent extent;
  double world = lieudit_mercator_get_world_size (self->zoom);
  double cross_x, cross_y;

  lieudit_quiz_map_get_extent (self, &extent);
  cross_x = extent.width / 2.0 + remainder (lieudit_mercator_longitude_to_x (self->cross_longitude, self->zoom) - extent.left - extent.width / 2.0, world) + x;
  cross_y = lieudit_mercator_latitude_to_y (self->cross_latitude, self->zoom) - extent.top + y;
  get_spot (self, cross_x, CLAMP (cross_y, -extent.top, world - extent.top), &self->cross_latitude, &self->cross_longitude);
  if (cross_x < 0.0 || cross_x > extent.width || cross_y < 0.0 || cross_y > extent.height)
    {
      self->latitude = self->cross_latitude;
      self->longitude = self->cross_longitude;
      lieudit_quiz_map_redraw (self);
    }
  lieudit_quiz_map_describe_crosshair (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move_by_key (LieuditQuizMap  *self,
             guint            keyval,
             GdkModifierType  state)
{
  double step = state & GDK_SHIFT_MASK ? LARGE_STEP : state & GDK_CONTROL_MASK ? SMALL_STEP : STEP;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_crosshair (self, -step, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_crosshair (self, step, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_crosshair (self, 0.0, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_crosshair (self, 0.0, step);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (LieuditQuizMap  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (!self->has_view || (state & GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
    case GDK_KEY_equal:
      zoom_at (self, ZOOM_STEP, x, y);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_at (self, -ZOOM_STEP, x, y);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_Home:
      lieudit_quiz_map_fit (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (!self->is_pointing)
        return GDK_EVENT_PROPAGATE;
      point (self);
      return GDK_EVENT_STOP;
    default:
      return self->is_pointing ? move_by_key (self, keyval, state) : GDK_EVENT_PROPAGATE;
    }
}

/*
 * lieudit_quiz_map_add_controllers:
 * @self: a map
 *
 * Lets the map be moved, zoomed and pointed at by mouse and keyboard.
 */
void
lieudit_quiz_map_add_controllers (LieuditQuizMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
