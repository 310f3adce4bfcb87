/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: drag-source FILE...
 *        drag-source --as TYPE FILE [TYPE FILE]...
 *
 * A window to drag files from, as a file manager would offer them; or to drag and
 * to paste what the files hold, as a browser would offer it. */

#include <gtk/gtk.h>

static GdkContentProvider *
prepare_cb (GtkDragSource      *source,
            double              x,
            double              y,
            GdkContentProvider *content)
{
  return g_object_ref (content);
}

static void
activate_cb (GtkApplication     *application,
             GdkContentProvider *content)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), content);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 60);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (window), content);
  gtk_window_present (GTK_WINDOW (window));
}

static GdkContentProvider *
offer_files (char **names)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_object_unref);
  GdkContentProvider *content;
  GdkFileList *files;

  for (; *names != NULL; names++)
    g_ptr_array_add (paths, g_file_new_for_commandline_arg (*names));

  files = gdk_file_list_new_from_array ((GFile **) paths->pdata, paths->len);
  content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);

  return content;
}

static GdkContentProvider *
offer_flavours (char **pairs)
{
  g_autoptr(GPtrArray) flavours = g_ptr_array_new ();

  for (; pairs[0] != NULL && pairs[1] != NULL; pairs += 2)
    {
      g_autoptr(GBytes) bytes = NULL;
      char *data;
      gsize length;

      if (!g_file_get_contents (pairs[1], &data, &length, NULL))
        g_error ("%s cannot be read", pairs[1]);
      bytes = g_bytes_new_take (data, length);
      g_ptr_array_add (flavours, gdk_content_provider_new_for_bytes (pairs[0], bytes));
    }

  return gdk_content_provider_new_union ((GdkContentProvider **) flavours->pdata, flavours->len);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr(GdkContentProvider) content = NULL;

  gtk_init ();
  content = g_strcmp0 (argv[1], "--as") == 0 ? offer_flavours (argv + 2) : offer_files (argv + 1);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), content);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
