/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#define HELP_URI "help:lieudit"

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_debug ("%s: %s", HELP_URI, error->message);
  lieudit_window_show_message (LIEUDIT_WINDOW (source),
                               _("The help cannot be shown: install Yelp, the help viewer of GNOME."));
}

static void
help_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_show_uri_full (GTK_WINDOW (widget), HELP_URI, GDK_CURRENT_TIME, NULL, shown_cb, NULL);
}

/*
 * lieudit_window_class_init_help:
 * @klass: the class of the window
 *
 * Installs the action that opens the help.
 */
void
lieudit_window_class_init_help (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.help", NULL, help_action);
}
