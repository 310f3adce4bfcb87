/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "geo/lieudit-mercator.h"

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             double      latitude,
             double      longitude)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(dd)", latitude, longitude);
  g_menu_append_item (menu, item);
}

/* The map goes round the world more than once. */
static double
normalise_longitude (double longitude)
{
  return longitude - 360.0 * floor ((longitude + 180.0) / 360.0);
}

static void
open_menu (LieuditMapView *self,
           double          x,
           double          y)
{
  g_autoptr (GMenu) model = g_menu_new ();
  graphene_point_t point;
  double latitude, longitude;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->map), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  shumate_viewport_widget_coords_to_location (shumate_map_get_viewport (self->map), GTK_WIDGET (self->map), point.x, point.y,
                                              &latitude, &longitude);
  latitude = CLAMP (latitude, -LIEUDIT_MERCATOR_MAX_LATITUDE, LIEUDIT_MERCATOR_MAX_LATITUDE);
  longitude = normalise_longitude (longitude);
  append_item (model, _("_Add a Place Here…"), "win.add-place-at", latitude, longitude);
  append_item (model, _("_Copy Coordinates"), "win.copy-coordinates", latitude, longitude);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (model));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_secondary_pressed (LieuditMapView *self,
                      int             n_press,
                      double          x,
                      double          y,
                      GtkGesture     *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
on_long_pressed (LieuditMapView *self,
                 double          x,
                 double          y,
                 GtkGesture     *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

/* The keyboard goes back to the map, not to what comes next on it. */
static void
on_menu_closed (LieuditMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* With the keyboard one moves the map until the place is in its middle. */
static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  open_menu (LIEUDIT_MAP_VIEW (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

/**
 * lieudit_map_view_class_init_menu:
 * @klass: the class of the map
 *
 * Installs the keys that open the menu of a spot.
 */
void
lieudit_map_view_class_init_menu (LieuditMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "map.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "map.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "map.menu", NULL);
}

/**
 * lieudit_map_view_add_menu:
 * @self: a map
 *
 * Adds the menu that a spot has on a right click, a long press and the keys.
 */
void
lieudit_map_view_add_menu (LieuditMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_menu_closed), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_secondary_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
