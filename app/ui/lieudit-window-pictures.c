/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map on paper and in files. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "picture/lieudit-picture-file.h"

#define CHOICE_EXTENT "extent"
#define CHOICE_COLOURS "colours"
#define CHOICE_SCALE "scale"

#define DATA_PICTURE "lieudit-picture"

/* A page's points in a pixel: 72 points and 96 pixels are an inch. */
#define POINTS_A_PIXEL 0.75

/* GTK 4.8 shows the first of several choices, whichever was set: the first has to be the one to recommend. */
static const char *const scales[] = { "2", "1", "3", "4", NULL };

static LieuditMapPicture *
create_picture (LieuditWindow *self,
                gboolean       is_view,
                const char    *palette)
{
  g_autoptr(GError) error = NULL;
  LieuditMapPicture *picture = lieudit_map_view_create_picture (self->map_view, is_view, palette, &error);

  if (picture == NULL)
    lieudit_window_show_message (self, error->message);

  return picture;
}

static void
encoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GFile) file = g_object_steal_data (source, DATA_PICTURE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = lieudit_map_picture_encode_finish (LIEUDIT_MAP_PICTURE (source), result, &error);

  if (bytes == NULL)
    lieudit_window_show_message (self, error->message);
  else
    lieudit_window_write_file (self, file, bytes);
}

static void
export_to_file (LieuditWindow  *self,
                GtkFileChooser *chooser,
                GFile          *file)
{
  g_autofree char *name = g_file_get_basename (file);
  gboolean is_view = g_strcmp0 (gtk_file_chooser_get_choice (chooser, CHOICE_EXTENT), "view") == 0;
  gboolean is_print = g_strcmp0 (gtk_file_chooser_get_choice (chooser, CHOICE_COLOURS), "print") == 0;
  const char *scale_text = gtk_file_chooser_get_choice (chooser, CHOICE_SCALE);
  guint scale = scale_text != NULL ? (guint) g_ascii_strtoull (scale_text, NULL, 10) : 1;
  LieuditPictureFormat format;
  g_autoptr(LieuditMapPicture) picture = NULL;

  if (!lieudit_picture_format_from_path (name, &format))
    {
      lieudit_window_show_message (self, _("A picture’s name has to end in .png, .svg or .pdf."));
      return;
    }

  picture = create_picture (self, is_view, is_print ? "print" : "light");
  if (picture == NULL)
    return;

  g_object_set_data_full (G_OBJECT (picture), DATA_PICTURE, g_object_ref (file), g_object_unref);
  lieudit_map_picture_encode_async (picture, format, CLAMP (scale, 1, LIEUDIT_PICTURE_MAX_SCALE), NULL, encoded_cb, g_object_ref (self));
}

static void
export_response_cb (LieuditWindow        *self,
                    int                   response,
                    GtkFileChooserNative *native)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

      if (file != NULL)
        export_to_file (self, GTK_FILE_CHOOSER (native), file);
    }

  g_object_unref (native);
}

static void
add_choices (GtkFileChooser *chooser)
{
  const char *extents[] = { "article", "view", NULL };
  const char *extent_labels[] = { _("What the article is about"), _("What the map shows now"), NULL };
  const char *colours[] = { "light", "print", NULL };
  const char *colour_labels[] = { _("Colour"), _("Black and white"), NULL };
  const char *scale_labels[] = { _("Twice as fine"), _("For a screen"), _("Three times as fine"), _("Four times as fine"), NULL };

  gtk_file_chooser_add_choice (chooser, CHOICE_EXTENT, _("Show"), extents, extent_labels);
  gtk_file_chooser_add_choice (chooser, CHOICE_COLOURS, _("Colours"), colours, colour_labels);
  gtk_file_chooser_add_choice (chooser, CHOICE_SCALE, _("Pixels"), (const char **) scales, scale_labels);
  gtk_file_chooser_set_choice (chooser, CHOICE_EXTENT, "article");
  gtk_file_chooser_set_choice (chooser, CHOICE_COLOURS, "light");
  gtk_file_chooser_set_choice (chooser, CHOICE_SCALE, "2");
}

static void
export_picture_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  GtkFileChooserNative *native = lieudit_window_new_export_dialog (self, _("Export the Map as a Picture"), ".png",
                                                                   G_CALLBACK (export_response_cb));

  add_choices (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* The picture takes the whole page within its margins. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              LieuditMapPicture *picture)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context) / POINTS_A_PIXEL;
  double height = gtk_print_context_get_height (context) / POINTS_A_PIXEL;

  lieudit_map_picture_set_size (picture,
                                (guint) CLAMP (width, LIEUDIT_MAP_PICTURE_SMALLEST, LIEUDIT_MAP_PICTURE_LARGEST),
                                (guint) CLAMP (height, LIEUDIT_MAP_PICTURE_SMALLEST, LIEUDIT_MAP_PICTURE_LARGEST));
  cairo_scale (cr, POINTS_A_PIXEL, POINTS_A_PIXEL);
  lieudit_map_picture_draw (picture, cr, gtk_print_context_get_dpi_x (context) / 96.0);
}

/* The colours of a map on paper are those of paper, whatever the window's. */
static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  g_autoptr(LieuditMapPicture) picture = create_picture (self, FALSE, "light");
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GtkPageSetup) page_setup = NULL;
  g_autoptr(GError) error = NULL;

  if (picture == NULL)
    return;

  operation = gtk_print_operation_new ();
  page_setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (page_setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, page_setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (lieudit_map_picture_get_title (picture) != NULL)
    gtk_print_operation_set_job_name (operation, lieudit_map_picture_get_title (picture));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (picture),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    lieudit_window_show_message (self, error->message);
}

/*
 * lieudit_window_class_init_pictures:
 * @klass: the class
 *
 * Installs the actions that put the map into files and on paper.
 */
void
lieudit_window_class_init_pictures (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.export-picture", NULL, export_picture_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}
