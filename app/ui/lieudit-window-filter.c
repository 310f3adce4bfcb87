/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which places are listed and shown, in which order, and what is done with several of them. */
#include "config.h"

#include "lieudit-window-private.h"

#define ORDER "places-order"
#define DESCENDING "places-descending"

static void
filter_places_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->side_stack, "places");
  lieudit_desk_set_places_visible (self->desk, TRUE);
  lieudit_place_list_focus_filter (self->place_list);
}

/*
 * lieudit_window_class_init_filter:
 * @klass: the class of the window
 *
 * Installs the actions on the list of places.
 */
void
lieudit_window_class_init_filter (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.filter-places", NULL, filter_places_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.filter-places", NULL);
}

/*
 * lieudit_window_init_filter:
 * @self: a window
 *
 * Lets the menu of the list change its order, and the settings remember it.
 */
void
lieudit_window_init_filter (LieuditWindow *self)
{
  g_autoptr(GAction) order = NULL;
  g_autoptr(GAction) descending = NULL;

  if (self->settings == NULL)
    return;

  order = g_settings_create_action (self->settings, ORDER);
  descending = g_settings_create_action (self->settings, DESCENDING);
  g_action_map_add_action (G_ACTION_MAP (self), order);
  g_action_map_add_action (G_ACTION_MAP (self), descending);
  g_settings_bind (self->settings, ORDER, self->place_list, "order", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, DESCENDING, self->place_list, "descending", G_SETTINGS_BIND_GET);
}
