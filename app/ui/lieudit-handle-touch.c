/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-handle-touch.h"

/* How far from the handle a finger may be to drag it, in pixels: as wide as a finger together. GTK takes any within fifty. */
#define REACH 6.0

static GtkWidget *
find_handle (GtkWidget *paned)
{
  for (GtkWidget *child = gtk_widget_get_first_child (paned); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "separator"))
      return child;
  return NULL;
}

static gboolean
is_by_touch (GtkGesture       *gesture,
             GdkEventSequence *sequence)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, sequence);

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN;
}

static void
on_begin (GtkGesture       *gesture,
          GdkEventSequence *sequence,
          gpointer          user_data)
{
  GtkWidget *paned = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *handle = find_handle (paned);
  graphene_rect_t bounds;
  double x, y;

  if (handle == NULL || !is_by_touch (gesture, sequence) || !gtk_gesture_get_point (gesture, sequence, &x, &y)
      || !gtk_widget_compute_bounds (handle, paned, &bounds))
    return;

  graphene_rect_inset (&bounds, -REACH, -REACH);
  if (!graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    gtk_gesture_set_sequence_state (gesture, sequence, GTK_EVENT_SEQUENCE_DENIED);
}

/**
 * lieudit_handle_touch_limit:
 * @paned: two widgets with a handle between them
 *
 * Leaves fingers to the widgets unless they are on the handle. GTK has the handle dragged by any finger near it, before the widget
 * under the finger sees it: on a small window that is a part of the map so wide that pinching does nothing there.
 */
void
lieudit_handle_touch_limit (GtkPaned *paned)
{
  g_autoptr (GListModel) controllers = NULL;

  g_return_if_fail (GTK_IS_PANED (paned));

  controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      /* Before the gesture's own handler, which would take the finger. */
      if (GTK_IS_GESTURE_DRAG (controller))
        g_signal_connect (controller, "begin", G_CALLBACK (on_begin), NULL);
    }
}
