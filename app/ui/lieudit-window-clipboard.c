/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles that are pasted and dropped, in the richest flavour: files, then pages, then web addresses, then text. */
#include "config.h"

#include "lieudit-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-page-piece.h"

#define CHUNK_SIZE (64 * 1024)

static const char *page_types[] = { "text/html", NULL };
static const char *address_types[] = { "text/x-moz-url", "_NETSCAPE_URL", "text/uri-list", NULL };

typedef struct _Arrival Arrival;

/* Source is a clipboard or a drop; address is where a page is that came as a file. */
struct _Arrival {
  LieuditWindow *window;
  GObject       *source;
  guint          n_tried;
  char          *address;
  GByteArray    *bytes;
  void         (*use_bytes) (Arrival *self, GBytes *bytes);
};

static void take_next_flavour (Arrival *self);

static GdkContentFormats *
get_formats (GObject *source)
{
  GdkContentFormats *formats = GDK_IS_DROP (source) ? gdk_drop_get_formats (GDK_DROP (source))
                                                    : gdk_clipboard_get_formats (GDK_CLIPBOARD (source));

  return gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
}

static Arrival *
arrival_new (LieuditWindow *window,
             gpointer       source)
{
  Arrival *self = g_new0 (Arrival, 1);

  self->window = g_object_ref (window);
  self->source = g_object_ref (source);

  return self;
}

/* A drop is over once nothing more is read from it. */
static void
arrival_end (Arrival  *self,
             gboolean  is_taken)
{
  if (GDK_IS_DROP (self->source))
    gdk_drop_finish (GDK_DROP (self->source), is_taken ? GDK_ACTION_COPY : 0);

  g_object_unref (self->window);
  g_object_unref (self->source);
  g_free (self->address);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self);
}

static gboolean
begin_value (Arrival             *self,
             GType                type,
             GAsyncReadyCallback  callback)
{
  g_autoptr(GdkContentFormats) formats = get_formats (self->source);

  if (!gdk_content_formats_contain_gtype (formats, type))
    return FALSE;

  if (GDK_IS_DROP (self->source))
    gdk_drop_read_value_async (GDK_DROP (self->source), type, G_PRIORITY_DEFAULT, NULL, callback, self);
  else
    gdk_clipboard_read_value_async (GDK_CLIPBOARD (self->source), type, G_PRIORITY_DEFAULT, NULL, callback, self);

  return TRUE;
}

static const GValue *
finish_value (GObject      *source,
              GAsyncResult *result)
{
  if (GDK_IS_DROP (source))
    return gdk_drop_read_value_finish (GDK_DROP (source), result, NULL);

  return gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
chunk_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Arrival *self = user_data;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  g_autoptr(GBytes) bytes = NULL;

  if (chunk == NULL || self->bytes->len > LIEUDIT_ARTICLE_SIZE_LIMIT)
    {
      take_next_flavour (self);
      return;
    }

  if (g_bytes_get_size (chunk) > 0)
    {
      g_byte_array_append (self->bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
      g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK_SIZE, G_PRIORITY_DEFAULT, NULL, chunk_read_cb, self);
      return;
    }

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  self->use_bytes (self, bytes);
}

static void
stream_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Arrival *self = user_data;
  g_autoptr(GInputStream) stream = NULL;

  if (GDK_IS_DROP (source))
    stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, NULL);
  else
    stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream == NULL)
    {
      take_next_flavour (self);
      return;
    }

  g_clear_pointer (&self->bytes, g_byte_array_unref);
  self->bytes = g_byte_array_new ();
  g_input_stream_read_bytes_async (stream, CHUNK_SIZE, G_PRIORITY_DEFAULT, NULL, chunk_read_cb, self);
}

static gboolean
begin_bytes (Arrival     *self,
             const char **types,
             void       (*use_bytes) (Arrival *self, GBytes *bytes))
{
  g_autoptr(GdkContentFormats) offered = get_formats (self->source);
  g_autoptr(GdkContentFormats) wanted = gdk_content_formats_new (types, g_strv_length ((char **) types));

  if (!gdk_content_formats_match (wanted, offered))
    return FALSE;

  self->use_bytes = use_bytes;
  if (GDK_IS_DROP (self->source))
    gdk_drop_read_async (GDK_DROP (self->source), types, G_PRIORITY_DEFAULT, NULL, stream_opened_cb, self);
  else
    gdk_clipboard_read_async (GDK_CLIPBOARD (self->source), types, G_PRIORITY_DEFAULT, NULL, stream_opened_cb, self);

  return TRUE;
}

static void
open_files (LieuditWindow *window,
            GSList        *files)
{
  lieudit_window_open_file (window, files->data);
  for (GSList *link = files->next; link != NULL; link = link->next)
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), (GFile **) &link->data, 1, "");
}

/* Of a link, browsers make a list of files that are none. */
static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Arrival *self = user_data;
  const GValue *value = finish_value (source, result);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;
  g_autofree char *uri = files != NULL ? g_file_get_uri (files->data) : NULL;

  if (uri != NULL && (self->address = lieudit_page_piece_dup_address (uri, strlen (uri))) == NULL)
    {
      open_files (self->window, files);
      arrival_end (self, TRUE);
    }
  else
    {
      take_next_flavour (self);
    }
}

static gboolean
begin_files (Arrival *self)
{
  return begin_value (self, GDK_TYPE_FILE_LIST, files_read_cb);
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Arrival *self = user_data;
  g_autofree char *address = NULL;
  g_autoptr(GPtrArray) articles = lieudit_page_piece_read_finish (result, &address, NULL);

  if (address != NULL)
    lieudit_window_ask_for_page (self->window, address);
  else if (articles != NULL)
    lieudit_window_open_articles (self->window, articles);

  if (address != NULL || articles != NULL)
    arrival_end (self, TRUE);
  else
    take_next_flavour (self);
}

static void
use_page (Arrival *self,
          GBytes  *bytes)
{
  lieudit_page_piece_read_async (bytes, NULL, page_read_cb, self);
}

static gboolean
begin_page (Arrival *self)
{
  return begin_bytes (self, page_types, use_page);
}

static void
use_address (Arrival *self,
             GBytes  *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *address = lieudit_page_piece_dup_address (data, length);

  if (address == NULL)
    {
      take_next_flavour (self);
      return;
    }

  lieudit_window_ask_for_page (self->window, address);
  arrival_end (self, TRUE);
}

static gboolean
begin_address (Arrival *self)
{
  if (self->address == NULL)
    return begin_bytes (self, address_types, use_address);

  lieudit_window_ask_for_page (self->window, self->address);
  arrival_end (self, TRUE);

  return TRUE;
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Arrival *self = user_data;
  const GValue *value = finish_value (source, result);
  const char *text = value != NULL ? g_value_get_string (value) : NULL;

  if (text == NULL)
    {
      take_next_flavour (self);
      return;
    }

  lieudit_window_open_text (self->window, text);
  arrival_end (self, TRUE);
}

static gboolean
begin_text (Arrival *self)
{
  return begin_value (self, G_TYPE_STRING, text_read_cb);
}

static void
take_next_flavour (Arrival *self)
{
  static gboolean (* const begin[]) (Arrival *self) = { begin_files, begin_page, begin_address, begin_text };

  while (self->n_tried < G_N_ELEMENTS (begin))
    {
      if (begin[self->n_tried++] (self))
        return;
    }

  lieudit_window_show_message (self->window, GDK_IS_DROP (self->source)
                                             ? _("There is no text in it. Choose another file, or copy an article and paste it.")
                                             : _("The clipboard holds no text: copy an article first."));
  arrival_end (self, FALSE);
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  take_next_flavour (arrival_new (LIEUDIT_WINDOW (widget), gtk_widget_get_clipboard (widget)));
}

static gboolean
drop_cb (LieuditWindow *self,
         GdkDrop       *drop)
{
  take_next_flavour (arrival_new (self, drop));

  return TRUE;
}

/*
 * lieudit_window_add_drop_target:
 * @self: a window
 * @widget: a part of it
 *
 * Opens what is dropped on a widget.
 */
void
lieudit_window_add_drop_target (LieuditWindow *self,
                                GtkWidget     *widget)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  GdkContentFormats *formats;
  GtkDropTargetAsync *target;

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  for (const char **type = page_types; *type != NULL; type++)
    gdk_content_formats_builder_add_mime_type (builder, *type);
  for (const char **type = address_types; *type != NULL; type++)
    gdk_content_formats_builder_add_mime_type (builder, *type);
  formats = gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_builder_free_to_formats (builder));

  /* The text view would take texts and reject them, as it cannot be edited. */
  target = gtk_drop_target_async_new (formats, GDK_ACTION_COPY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
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
