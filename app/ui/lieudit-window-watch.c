/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session file of the window while somebody else may change it. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "session/lieudit-session-file.h"

static void
show_changed (LieuditWindow *self)
{
  g_autofree char *name = g_file_get_basename (lieudit_session_get_file (self->session));
  g_autofree char *text = g_strdup_printf (_("“%s” was changed by another program."), name);

  gtk_label_set_label (self->changed_label, text);
  gtk_button_set_label (self->reload_button, lieudit_session_is_modified (self->session) ? _("_Discard Changes and Reload")
                                                                                         : _("_Reload"));
  gtk_info_bar_set_revealed (self->changed_bar, TRUE);
}

static void
etag_queried_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *etag = lieudit_session_query_etag_finish (result, &error);
  GFile *file = g_task_get_task_data (G_TASK (result));

  /* Who saves a file the careful way takes the old one away for a moment. */
  if (error != NULL || self->session == NULL || self->saving_file != NULL)
    return;
  if (lieudit_session_get_file (self->session) == NULL || !g_file_equal (lieudit_session_get_file (self->session), file))
    return;

  if (g_strcmp0 (etag, lieudit_session_get_etag (self->session)) != 0)
    show_changed (self);
  else
    gtk_info_bar_set_revealed (self->changed_bar, FALSE);
}

static void
look_at_file (LieuditWindow *self)
{
  GFile *file = self->session != NULL ? lieudit_session_get_file (self->session) : NULL;

  if (file != NULL && self->saving_file == NULL)
    lieudit_session_query_etag_async (file, NULL, etag_queried_cb, g_object_ref (self));
}

static void
reload_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  gtk_info_bar_set_revealed (self->changed_bar, FALSE);
  lieudit_window_reopen_file (self, lieudit_session_get_file (self->session));
}

static void
ignore_change_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  gtk_info_bar_set_revealed (LIEUDIT_WINDOW (widget)->changed_bar, FALSE);
}

/**
 * lieudit_window_watch_file:
 * @self: a window
 *
 * Notices when somebody else changes the session file from now on, or has done
 * so already.
 */
void
lieudit_window_watch_file (LieuditWindow *self)
{
  GFile *file;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  g_clear_object (&self->file_monitor);
  gtk_info_bar_set_revealed (self->changed_bar, FALSE);
  file = self->session != NULL ? lieudit_session_get_file (self->session) : NULL;
  if (file == NULL)
    return;

  self->file_monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->file_monitor != NULL)
    g_signal_connect_object (self->file_monitor, "changed", G_CALLBACK (look_at_file), self, G_CONNECT_SWAPPED);
  look_at_file (self);
}

/**
 * lieudit_window_class_init_watch:
 * @klass: the class of the window
 *
 * Installs what can be done about a file that somebody else changed.
 */
void
lieudit_window_class_init_watch (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.ignore-change", NULL, ignore_change_action);
}
