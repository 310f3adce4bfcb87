/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences/lieudit-standing-group.h"

#include <glib/gi18n.h>

#include "lieudit-undo-toast.h"

/**
 * LieuditStandingGroup:
 *
 * Lists what the person always means by names, and lets them revoke it.
 */
struct _LieuditStandingGroup
{
  AdwPreferencesGroup       parent_instance;

  LieuditStandingDecisions *decisions;
  LieuditHistory           *history;
  GPtrArray                *rows;
};

G_DEFINE_TYPE (LieuditStandingGroup, lieudit_standing_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_toast (LieuditStandingGroup *self,
            AdwToast             *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
undo_cb (LieuditStandingGroup *self)
{
  g_autoptr(GError) error = NULL;

  if (!lieudit_history_undo (self->history, &error))
    show_toast (self, adw_toast_new (error->message));
}

static void
revoke_clicked_cb (LieuditStandingGroup *self,
                   GtkWidget            *button)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));
  g_autoptr(GError) error = NULL;
  AdwToast *toast;

  if (!lieudit_standing_decisions_decide (self->decisions, name, NULL, self->history, &error))
    {
      show_toast (self, adw_toast_new (error->message));
      return;
    }

  toast = lieudit_undo_toast_new (self->history);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  show_toast (self, toast);
}

static GtkWidget *
new_row (LieuditStandingGroup    *self,
         LieuditStandingDecision *standing)
{
  const char *name = lieudit_standing_decision_get_name (standing);
  g_autofree char *description = lieudit_decision_describe (lieudit_standing_decision_get_decision (standing), name);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (description, -1);
  g_autofree char *label = g_strdup_printf (_("Leave “%s” to Lieudit Again"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (revoke_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
update_rows (LieuditStandingGroup *self)
{
  GListModel *model = G_LIST_MODEL (self->decisions);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(LieuditStandingDecision) standing = g_list_model_get_item (model, i);
      GtkWidget *row = new_row (self, standing);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
lieudit_standing_group_dispose (GObject *object)
{
  LieuditStandingGroup *self = LIEUDIT_STANDING_GROUP (object);

  g_clear_object (&self->decisions);
  g_clear_object (&self->history);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lieudit_standing_group_parent_class)->dispose (object);
}

static void
lieudit_standing_group_class_init (LieuditStandingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_standing_group_dispose;
}

static void
lieudit_standing_group_init (LieuditStandingGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Names You Decided On"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("They mean this in all articles."));
}

/**
 * lieudit_standing_group_new:
 * @decisions: what the person always means by names
 * @history: where it is remembered what is revoked
 *
 * Makes the list. It is hidden as long as there is nothing to list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lieudit_standing_group_new (LieuditStandingDecisions *decisions,
                            LieuditHistory           *history)
{
  LieuditStandingGroup *self;

  g_return_val_if_fail (LIEUDIT_IS_STANDING_DECISIONS (decisions), NULL);
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), NULL);

  self = g_object_new (LIEUDIT_TYPE_STANDING_GROUP, NULL);
  self->decisions = g_object_ref (decisions);
  self->history = g_object_ref (history);
  g_signal_connect_object (decisions, "items-changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  update_rows (self);

  return GTK_WIDGET (self);
}
