/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that the window writes: where they go, and what came of it. */
#include "config.h"

#include "lieudit-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    message = g_strdup_printf (_("Exported to “%s”"), name);
  else
    message = g_strdup_printf (_("“%s” could not be written, export it to another folder: %s"), name, error->message);

  lieudit_window_show_message (self, message);
}

/**
 * lieudit_window_suggest_name:
 * @self: a window with an article
 * @ending: the ending of the name, with its dot
 *
 * Returns: (transfer full): a name for a file about the article: as its own file,
 *   if it has one
 */
char *
lieudit_window_suggest_name (LieuditWindow *self,
                             const char    *ending)
{
  const char *source = lieudit_article_get_source (self->article);
  g_autofree char *stem = g_path_get_basename (source != NULL && *source != '\0' ? source : _("article"));
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';

  return g_strconcat (stem, ending, NULL);
}

/**
 * lieudit_window_new_export_dialog:
 * @self: a window with an article
 * @title: what is exported
 * @ending: the ending of the name that is suggested, with its dot
 * @response_cb: (scope forever): handler of #GtkNativeDialog::response, swapped
 *
 * Makes a dialog that asks where to write. Show it; @response_cb drops it.
 *
 * Returns: (transfer full): the dialog
 */
GtkFileChooserNative *
lieudit_window_new_export_dialog (LieuditWindow *self,
                                  const char    *title,
                                  const char    *ending,
                                  GCallback      response_cb)
{
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  g_autofree char *name = lieudit_window_suggest_name (self, ending);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_signal_connect_object (native, "response", response_cb, self, G_CONNECT_SWAPPED);

  return native;
}

/**
 * lieudit_window_write_file:
 * @self: a window
 * @file: where to
 * @contents: what
 *
 * Writes a file, which changes only once all is written, and says what came of
 * it.
 */
void
lieudit_window_write_file (LieuditWindow *self,
                           GFile         *file,
                           GBytes        *contents)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (contents != NULL);

  g_file_replace_contents_bytes_async (file, contents, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (self));
}
