/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: drop-target
 *
 * A window to drop places on, as a map or a text of another program; prints what it is offered as text/uri-list and
 * as text. */

#include <gtk/gtk.h>

static const char *const types[] = { "text/uri-list", "text/plain;charset=utf-8" };

static guint next_type;

static void read_next (GdkDrop *drop);

static void
bytes_cb (GObject      *stream,
          GAsyncResult *result,
          gpointer      drop)
{
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, NULL);

  if (bytes != NULL)
    g_print ("%.*s\n", (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
  read_next (drop);
}

static void
stream_cb (GObject      *drop,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GInputStream) stream = gdk_drop_read_finish (GDK_DROP (drop), result, NULL, NULL);

  if (stream != NULL)
    g_input_stream_read_bytes_async (stream, 4096, G_PRIORITY_DEFAULT, NULL, bytes_cb, drop);
  else
    read_next (GDK_DROP (drop));
}

static void
read_next (GdkDrop *drop)
{
  const char *wanted[] = { NULL, NULL };

  if (next_type == G_N_ELEMENTS (types))
    {
      gdk_drop_finish (drop, GDK_ACTION_COPY);
      g_print ("end\n");
      return;
    }

  wanted[0] = types[next_type++];
  g_print ("%s\n", wanted[0]);
  gdk_drop_read_async (drop, wanted, G_PRIORITY_DEFAULT, NULL, stream_cb, NULL);
}

static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *drop)
{
  read_next (g_object_ref (drop));

  return TRUE;
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkDropTargetAsync *target = gtk_drop_target_async_new (NULL, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 60);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  setvbuf (stdout, NULL, _IOLBF, 0);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
