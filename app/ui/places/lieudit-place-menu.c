/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of the rows of the list, on a right click, a long press and the keys for menus. */
#include "config.h"

#include "places/lieudit-place-menu.h"

#include <glib/gi18n.h>

#include "lieudit-place-offer.h"
#include "places/lieudit-place-row.h"

typedef struct {
  GtkWidget *list_view;
  GtkWidget *popover;
} Menu;

/* The menu is about all rows that are selected, if this is one of them, else about this one. */
static gboolean
select_row_at (Menu   *menu,
               double  x,
               double  y)
{
  LieuditPlaceRow *row = lieudit_place_row_find_at (menu->list_view, x, y);

  if (row == NULL)
    return FALSE;

  if (!lieudit_place_row_is_selected (row))
    lieudit_place_row_select (row);

  return TRUE;
}

static void
open_at (Menu   *menu,
         double  x,
         double  y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

static void
pressed_cb (GtkGesture *gesture,
            double      x,
            double      y,
            Menu       *menu)
{
  if (!select_row_at (menu, x, y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (menu, x, y);
}

static void
clicked_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            Menu       *menu)
{
  pressed_cb (gesture, x, y, menu);
}

static gboolean
key_cb (GtkWidget *list_view,
        GVariant  *arguments,
        gpointer   user_data)
{
  Menu *menu = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list_view));
  graphene_point_t point;

  if (focus == NULL ||
      !gtk_widget_compute_point (focus, list_view, &GRAPHENE_POINT_INIT (gtk_widget_get_width (focus) / 2.0f,
                                                                         gtk_widget_get_height (focus) / 2.0f), &point) ||
      !select_row_at (menu, point.x, point.y))
    return GDK_EVENT_PROPAGATE;

  open_at (menu, point.x, point.y);

  return GDK_EVENT_STOP;
}

static void
add_keys (Menu *menu)
{
  static const char *const triggers[] = { "Menu", "<Shift>F10" };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                                                            gtk_callback_action_new (key_cb, menu, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string ("<Control>c"),
                                                                         gtk_named_action_new ("win.copy-places"),
                                                                         "s", "decimal"));
  gtk_widget_add_controller (menu->list_view, controller);
}

static GMenuModel *
make_model (void)
{
  g_autoptr(GMenuModel) forms = lieudit_copy_menu_new ("win.copy-places");
  GMenu *model = g_menu_new ();

  g_menu_append_section (model, _("Copy as"), forms);

  return G_MENU_MODEL (model);
}

static void
list_destroyed_cb (Menu *menu)
{
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

/**
 * lieudit_place_menu_attach:
 * @list_view: a list of #LieuditPlaceRow
 *
 * Gives the rows a menu.
 */
void
lieudit_place_menu_attach (GtkWidget *list_view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  g_autoptr(GMenuModel) model = make_model ();
  Menu *menu = g_new0 (Menu, 1);

  menu->list_view = list_view;
  menu->popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (menu->popover, list_view);
  g_signal_connect_swapped (list_view, "destroy", G_CALLBACK (list_destroyed_cb), menu);
  g_object_set_data_full (G_OBJECT (list_view), "lieudit-place-menu", menu, g_free);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), menu);
  gtk_widget_add_controller (list_view, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (list_view, GTK_EVENT_CONTROLLER (press));
  add_keys (menu);
}
