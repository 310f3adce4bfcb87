/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: of what was changed in the article that is seen, and of the person's own places, which all articles share. */
#include "config.h"

#include "lieudit-window-private.h"

#include "lieudit-toast.h"

#define N_HISTORIES 2

static LieuditHistory *
get_shared_history (LieuditWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return lieudit_application_get_history (LIEUDIT_APPLICATION (application));
}

/* Of all histories that concern what is seen, the one in which something happened last. */
static LieuditHistory *
get_latest_history (LieuditWindow *self,
                    guint64      (*get_serial) (LieuditHistory *history))
{
  LieuditHistory *histories[N_HISTORIES] = {
    get_shared_history (self),
    self->session != NULL ? lieudit_session_get_history (self->session) : NULL,
  };
  LieuditHistory *latest = histories[0];

  for (guint i = 1; i < N_HISTORIES; i++)
    {
      if (histories[i] != NULL && get_serial (histories[i]) > get_serial (latest))
        latest = histories[i];
    }

  return latest;
}

static LieuditHistory *
get_history_to_undo (LieuditWindow *self)
{
  return get_latest_history (self, lieudit_history_get_undo_serial);
}

static LieuditHistory *
get_history_to_redo (LieuditWindow *self)
{
  return get_latest_history (self, lieudit_history_get_redo_serial);
}

static void
undo (LieuditWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!lieudit_history_undo (get_history_to_undo (self), &error))
    lieudit_window_show_message (self, error->message);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (LIEUDIT_WINDOW (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (!lieudit_history_redo (get_history_to_redo (self), &error))
    lieudit_window_show_message (self, error->message);
}

static void
history_changed_cb (LieuditWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.undo",
                                 lieudit_history_get_undo_title (get_history_to_undo (self)) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 lieudit_history_get_redo_title (get_history_to_redo (self)) != NULL);
}

/**
 * lieudit_window_start_history:
 * @self: a window that has got another article
 *
 * Undoes what is changed in that article from now on.
 */
void
lieudit_window_start_history (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  g_signal_connect_object (lieudit_session_get_history (self->session), "changed", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  history_changed_cb (self);
}

/**
 * lieudit_window_init_history:
 * @self: a window of an application
 *
 * Undoes what is changed among the person's own places.
 */
void
lieudit_window_init_history (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  g_signal_connect_object (get_shared_history (self), "changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  history_changed_cb (self);
}

/**
 * lieudit_window_show_change:
 * @self: a window
 *
 * Says what was just changed, and offers to undo it.
 */
void
lieudit_window_show_change (LieuditWindow *self)
{
  AdwToast *toast;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  toast = lieudit_toast_new_for_undo (get_history_to_undo (self));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/**
 * lieudit_window_class_init_history:
 * @klass: the class of the window
 *
 * Installs the actions that undo and redo.
 */
void
lieudit_window_class_init_history (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);

  /* These are no accelerators: what is typed into an entry is undone first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}
