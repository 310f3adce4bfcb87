/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "own-places/lieudit-place-editor.h"
#include "session/lieudit-user-place-change.h"

static LieuditApplication *
get_application (LieuditWindow *self)
{
  return LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* Until the article is analysed again, and for good where it does not name the place, a pin shows where it is. */
static void
saved_cb (LieuditWindow    *self,
          LieuditUserPlace *place)
{
  g_free (self->pinned_id);
  self->pinned_id = g_strdup (lieudit_user_place_get_id (place));
  lieudit_map_view_reveal_spot (self->map_view,
                                lieudit_user_place_get_latitude (place), lieudit_user_place_get_longitude (place),
                                lieudit_user_place_get_name (place, lieudit_language_of_reader ()));
  lieudit_window_show_change (self);
}

static LieuditPlaceEditor *
open_editor (LieuditWindow *self)
{
  LieuditApplication *application = get_application (self);
  LieuditPlaceEditor *editor = lieudit_place_editor_new (lieudit_application_get_user_places (application),
                                                         lieudit_application_get_history (application));

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);

  return editor;
}

static void
add_place_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (open_editor (LIEUDIT_WINDOW (widget))));
}

static void
add_place_at_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LieuditPlaceEditor *editor = open_editor (LIEUDIT_WINDOW (widget));
  LieuditCoordinates coordinates = { 0.0, 0.0, -1.0 };

  g_variant_get (parameter, "(dd)", &coordinates.latitude, &coordinates.longitude);
  lieudit_place_editor_set_coordinates (editor, &coordinates);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
copy_coordinates_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  g_autofree char *message = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  message = g_strdup_printf (_("Copied: %s"), text);
  lieudit_window_show_message (LIEUDIT_WINDOW (widget), message);
}

static LieuditUserPlace *
find_place (LieuditWindow *self,
            GVariant      *id)
{
  LieuditUserPlace *place = lieudit_user_places_lookup (lieudit_application_get_user_places (get_application (self)),
                                                        g_variant_get_string (id, NULL));

  if (place == NULL)
    lieudit_window_show_message (self, _("The place is not among yours."));

  return place;
}

static void
edit_place_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditUserPlace *place = find_place (self, parameter);
  LieuditPlaceEditor *editor;

  if (place == NULL)
    return;

  editor = open_editor (self);
  lieudit_place_editor_set_place (editor, place);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
remove_place_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditApplication *application = get_application (self);
  LieuditUserPlace *place = find_place (self, parameter);
  g_autoptr(GError) error = NULL;

  if (place == NULL)
    return;

  if (lieudit_change_user_place (lieudit_application_get_history (application),
                                 lieudit_application_get_user_places (application), place, NULL, &error))
    lieudit_window_show_change (self);
  else
    lieudit_window_show_message (self, error->message);
}

static void
gazetteer_changed_cb (LieuditWindow      *self,
                      LieuditApplication *application)
{
  const GError *error = NULL;

  lieudit_application_get_gazetteer (application, &error);
  if (error != NULL)
    lieudit_window_show_message (self, error->message);

  if (self->pinned_id != NULL &&
      lieudit_user_places_lookup (lieudit_application_get_user_places (application), self->pinned_id) == NULL)
    {
      lieudit_map_view_remove_pin (self->map_view);
      g_clear_pointer (&self->pinned_id, g_free);
    }

  lieudit_window_analyse_again (self);
}

/**
 * lieudit_window_class_init_own_places:
 * @klass: the class of the window
 *
 * Installs the actions that change the person's own places.
 */
void
lieudit_window_class_init_own_places (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.add-place", NULL, add_place_action);
  gtk_widget_class_install_action (widget_class, "win.add-place-at", "(dd)", add_place_at_action);
  gtk_widget_class_install_action (widget_class, "win.copy-coordinates", "s", copy_coordinates_action);
  gtk_widget_class_install_action (widget_class, "win.edit-place", "s", edit_place_action);
  gtk_widget_class_install_action (widget_class, "win.remove-place", "s", remove_place_action);
}

/**
 * lieudit_window_init_own_places:
 * @self: a window
 * @application: the application
 *
 * Follows what changes among the person's own places, and says what of them
 * cannot be used.
 */
void
lieudit_window_init_own_places (LieuditWindow      *self,
                                LieuditApplication *application)
{
  g_auto(GStrv) problems = lieudit_application_dup_problems (application);

  for (gsize i = 0; problems[i] != NULL; i++)
    lieudit_window_show_message (self, problems[i]);

  g_signal_connect_object (application, "gazetteer-changed", G_CALLBACK (gazetteer_changed_cb), self, G_CONNECT_SWAPPED);
}
