/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the dialog that exports whole folders. */
#include "config.h"

#include "lieudit-window-private.h"

#include "lieudit-batch-dialog.h"

static void
export_folder_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));
  const GError *error = NULL;
  LieuditGazetteer *gazetteer = lieudit_application_get_gazetteer (LIEUDIT_APPLICATION (application), &error);

  if (gazetteer != NULL)
    gtk_window_present (GTK_WINDOW (lieudit_batch_dialog_new (GTK_WINDOW (widget), gazetteer)));
  else if (error != NULL)
    lieudit_window_show_message (LIEUDIT_WINDOW (widget), error->message);
}

/*
 * lieudit_window_class_init_batch:
 * @klass: the class
 *
 * Installs the action that exports a folder.
 */
void
lieudit_window_class_init_batch (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.export-folder", NULL, export_folder_action);
}
