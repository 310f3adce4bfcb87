/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles from the clipboard, in the richest flavour that it has: files, then pages, then text. */
#include "config.h"

#include "lieudit-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#define HTML_TYPE "text/html"

static void
show_nothing (LieuditWindow *self)
{
  lieudit_window_show_message (self, _("The clipboard holds no text: copy an article first."));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL)
    lieudit_window_open_text (self, text);
  else
    show_nothing (self);
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;

  if (files != NULL)
    lieudit_window_open_file (self, files->data);
  else
    show_nothing (self);
}

static void
articles_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = lieudit_articles_read_finish (result, &error);

  if (articles != NULL)
    lieudit_window_open_articles (self, articles);
  else
    lieudit_window_show_message (self, error->message);
}

/* Browsers copy pieces of pages, which do not say what they are. */
static GBytes *
mark_as_page (GBytes *piece)
{
  static const char mark[] = "<!DOCTYPE html>";
  gsize length;
  const char *data = g_bytes_get_data (piece, &length);
  GByteArray *page;

  if (length == 0 || memchr (data, '\0', MIN (length, 64)) != NULL)
    return g_bytes_ref (piece);

  page = g_byte_array_new ();
  g_byte_array_append (page, (const guint8 *) mark, strlen (mark));
  g_byte_array_append (page, (const guint8 *) data, (guint) length);

  return g_byte_array_free_to_bytes (page);
}

static void
page_spliced_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GBytes) piece = NULL;
  g_autoptr(GBytes) page = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) < 0)
    {
      show_nothing (self);
      return;
    }

  piece = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  page = mark_as_page (piece);
  lieudit_articles_read_bytes_async (page, NULL, NULL, articles_read_cb, g_object_ref (self));
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr(GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      show_nothing (self);
      return;
    }

  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, page_spliced_cb, g_object_ref (self));
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char *page_types[] = { HTML_TYPE, NULL };

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, g_object_ref (widget));
  else if (gdk_content_formats_contain_mime_type (formats, HTML_TYPE))
    gdk_clipboard_read_async (clipboard, page_types, G_PRIORITY_DEFAULT, NULL, page_read_cb, g_object_ref (widget));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (widget));
}

/*
 * lieudit_window_class_init_clipboard:
 * @klass: the class
 *
 * Installs the action that opens what the clipboard holds.
 */
void
lieudit_window_class_init_clipboard (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.paste", NULL, paste_action);
}
