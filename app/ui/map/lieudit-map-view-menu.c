/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <glib/gi18n.h>

#include "geo/lieudit-coordinates.h"
#include "lieudit-place-offer.h"
#include "map/lieudit-marker.h"

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

/* Each notation is shown as it will be pasted. */
static GMenuModel *
create_copy_section (double latitude,
                     double longitude)
{
  static const LieuditCoordinatesNotation notations[] = {
    LIEUDIT_COORDINATES_DECIMAL, LIEUDIT_COORDINATES_SEXAGESIMAL, LIEUDIT_COORDINATES_URI,
  };
  LieuditCoordinates coordinates = { latitude, longitude, -1.0 };
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (notations); i++)
    {
      g_autofree char *text = lieudit_coordinates_format (&coordinates, notations[i]);
      /* Translators: a menu item; %s is a pair of coordinates */
      g_autofree char *label = g_strdup_printf (_("Copy %s"), text);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.copy-coordinates", "s", text);
      g_menu_append_item (section, item);
    }
  return G_MENU_MODEL (section);
}

static gboolean
has_selection (LieuditMapView *self)
{
  return self->selection != NULL && (lieudit_selection_get_place (self->selection) != NULL ||
                                     lieudit_selection_get_mention (self->selection) != NULL);
}

static void
append_copy_menu (LieuditMapView *self,
                  GMenu          *model)
{
  g_autoptr (GMenuModel) copy_menu = NULL;

  if (self->selection == NULL || lieudit_selection_get_place (self->selection) == NULL)
    return;

  copy_menu = lieudit_copy_menu_new ("win.copy-places");
  g_menu_append_submenu (model, _("_Copy the Selected Place As"), copy_menu);
}

static void
open_menu (LieuditMapView *self,
           double          x,
           double          y)
{
  g_autoptr (GMenu) model = g_menu_new ();
  g_autoptr (GMenuModel) copy_section = NULL;
  graphene_point_t point;
  double latitude, longitude;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->map), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  lieudit_map_view_find_spot (self, point.x, point.y, &latitude, &longitude);
  append_item (model, _("_Add a Place Here…"), "win.add-place-at", latitude, longitude);
  if (has_selection (self))
    append_item (model, _("_Put the Selected Place Here"), "win.put-place-here", latitude, longitude);
  append_copy_menu (self, model);
  append_item (model, _("_Measure From Here"), "map.measure-from", latitude, longitude);
  copy_section = create_copy_section (latitude, longitude);
  g_menu_append_section (model, NULL, copy_section);

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

static gboolean
is_pinched (LieuditMapView *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ZOOM (controller) && gtk_gesture_is_active (GTK_GESTURE (controller)))
        return gtk_gesture_is_recognized (GTK_GESTURE (controller));
    }

  return FALSE;
}

static void
on_long_pressed (LieuditMapView *self,
                 double          x,
                 double          y,
                 GtkGesture     *gesture)
{
  /* GTK goes on counting when a second finger has turned the press into a pinch, and may then know no point. */
  if (is_pinched (self) || !gtk_gesture_get_point (gesture, gtk_gesture_get_last_updated_sequence (gesture), NULL, NULL))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

/* The keyboard goes back to the map, not to what comes next on it. */
static void
on_menu_closed (LieuditMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* With the keyboard one moves to a marker, or moves the map until the place is in its middle. */
static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (widget);
  GtkWidget *focused = gtk_root_get_focus (gtk_widget_get_root (widget));
  GdkRectangle area;

  if (focused != NULL && LIEUDIT_IS_MARKER (focused) &&
      lieudit_marker_layer_find_place (self->markers, lieudit_marker_get_place (LIEUDIT_MARKER (focused)), &area))
    open_menu (self, area.x + area.width / 2.0, area.y + area.height / 2.0);
  else
    open_menu (self, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static void
measure_from_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (widget);
  double latitude, longitude;

  g_variant_get (parameter, "(dd)", &latitude, &longitude);
  lieudit_map_view_set_measuring (self, FALSE);
  lieudit_map_view_set_measuring (self, TRUE);
  lieudit_map_view_measure_to (self, latitude, longitude);
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
  gtk_widget_class_install_action (widget_class, "map.measure-from", "(dd)", measure_from_action);
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
