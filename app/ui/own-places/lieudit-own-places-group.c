/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "own-places/lieudit-own-places-group.h"

#include <glib/gi18n.h>

#include "gazetteer/lieudit-feature.h"
#include "lieudit-toast.h"
#include "own-places/lieudit-place-editor.h"
#include "session/lieudit-user-place-change.h"

/**
 * LieuditOwnPlacesGroup:
 *
 * The person's own places in the preferences: to add, change and remove.
 */
struct _LieuditOwnPlacesGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkListBox          *list;

  LieuditUserPlaces   *places;
  LieuditHistory      *history;
};

G_DEFINE_FINAL_TYPE (LieuditOwnPlacesGroup, lieudit_own_places_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_error (LieuditOwnPlacesGroup *self,
            const GError          *error)
{
  lieudit_toast_show_in_preferences (lieudit_toast_new (error->message), GTK_WIDGET (self));
}

static void
undo (LieuditOwnPlacesGroup *self)
{
  g_autoptr(GError) error = NULL;

  if (!lieudit_history_undo (self->history, &error))
    show_error (self, error);
}

static void
show_change (LieuditOwnPlacesGroup *self)
{
  AdwToast *toast = lieudit_toast_new_for_undo (self->history);

  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  lieudit_toast_show_in_preferences (toast, GTK_WIDGET (self));
}

static LieuditPlaceEditor *
open_editor (LieuditOwnPlacesGroup *self)
{
  LieuditPlaceEditor *editor = lieudit_place_editor_new (self->places, self->history);

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (editor, "saved", G_CALLBACK (show_change), self, G_CONNECT_SWAPPED);

  return editor;
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (open_editor (LIEUDIT_OWN_PLACES_GROUP (widget))));
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LieuditOwnPlacesGroup *self = LIEUDIT_OWN_PLACES_GROUP (widget);
  LieuditUserPlace *place = lieudit_user_places_lookup (self->places, g_variant_get_string (parameter, NULL));
  LieuditPlaceEditor *editor;

  if (place == NULL)
    return;

  editor = open_editor (self);
  lieudit_place_editor_set_place (editor, place);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LieuditOwnPlacesGroup *self = LIEUDIT_OWN_PLACES_GROUP (widget);
  LieuditUserPlace *place = lieudit_user_places_lookup (self->places, g_variant_get_string (parameter, NULL));
  g_autoptr(GError) error = NULL;

  if (place == NULL)
    return;

  if (lieudit_change_user_place (self->history, self->places, place, NULL, &error))
    show_change (self);
  else
    show_error (self, error);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (LIEUDIT_OWN_PLACES_GROUP (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LieuditOwnPlacesGroup *self = LIEUDIT_OWN_PLACES_GROUP (widget);
  g_autoptr(GError) error = NULL;

  if (!lieudit_history_redo (self->history, &error))
    show_error (self, error);
}

static GtkWidget *
create_button (const char       *icon_name,
               const char       *label,
               const char       *action_name,
               LieuditUserPlace *place)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", lieudit_user_place_get_id (place));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);

  return button;
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  LieuditUserPlace *place = item;
  LieuditCoordinates point = { lieudit_user_place_get_latitude (place), lieudit_user_place_get_longitude (place), -1.0 };
  const char *name = lieudit_user_place_get_name (place, lieudit_language_of_reader ());
  g_autofree char *kind = lieudit_feature_dup_title (lieudit_user_place_get_feature_code (place));
  g_autofree char *coordinates = lieudit_coordinates_format (&point, LIEUDIT_COORDINATES_DECIMAL);
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s"), kind, coordinates);
  g_autofree char *edit_label = g_strdup_printf (_("Edit “%s”"), name);
  g_autofree char *remove_label = g_strdup_printf (_("Remove “%s”"), name);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             create_button ("document-edit-symbolic", edit_label, "own-places.edit", place));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             create_button ("user-trash-symbolic", remove_label, "own-places.remove", place));

  return row;
}

static void
update_actions (LieuditOwnPlacesGroup *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "own-places.undo",
                                 lieudit_history_get_undo_title (self->history) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "own-places.redo",
                                 lieudit_history_get_redo_title (self->history) != NULL);
}

static void
lieudit_own_places_group_dispose (GObject *object)
{
  LieuditOwnPlacesGroup *self = LIEUDIT_OWN_PLACES_GROUP (object);

  g_clear_object (&self->places);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (lieudit_own_places_group_parent_class)->dispose (object);
}

static void
lieudit_own_places_group_class_init (LieuditOwnPlacesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_own_places_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-own-places-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditOwnPlacesGroup, list);
  gtk_widget_class_install_action (widget_class, "own-places.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "own-places.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "own-places.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "own-places.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "own-places.redo", NULL, redo_action);
}

static void
lieudit_own_places_group_init (LieuditOwnPlacesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_own_places_group_set_model:
 * @self: a group without a model
 * @places: the person's places
 * @history: where changes are remembered
 *
 * Tells the group what to show and to change.
 */
void
lieudit_own_places_group_set_model (LieuditOwnPlacesGroup *self,
                                    LieuditUserPlaces     *places,
                                    LieuditHistory        *history)
{
  g_return_if_fail (LIEUDIT_IS_OWN_PLACES_GROUP (self) && self->places == NULL);
  g_return_if_fail (LIEUDIT_IS_USER_PLACES (places));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  self->places = g_object_ref (places);
  self->history = g_object_ref (history);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (places), create_row, NULL, NULL);
  g_signal_connect_object (history, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
}
