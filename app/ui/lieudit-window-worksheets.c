/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps for a class to fill in, on paper and as PDF. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#define DATA_WORKSHEET "lieudit-worksheet"

static LieuditWorksheet *
create_worksheet (LieuditWindow          *self,
                  LieuditWorksheetDialog *dialog)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditMapPicture) picture = lieudit_map_view_create_picture (self->map_view, lieudit_worksheet_dialog_is_view (dialog),
                                                                          lieudit_worksheet_dialog_get_palette (dialog), &error);
  LieuditAnalysis *analysis = lieudit_selection_get_shown (self->selection);
  LieuditWorksheet *worksheet;

  lieudit_worksheet_dialog_get_choices (dialog, &self->worksheet_choices);
  if (picture == NULL)
    {
      lieudit_window_show_message (self, error->message);
      return NULL;
    }

  if (!lieudit_worksheet_dialog_has_drawings (dialog))
    lieudit_map_picture_set_drawings (picture, NULL);
  worksheet = lieudit_worksheet_new (picture, lieudit_worksheet_dialog_get_sheet (dialog));
  lieudit_worksheet_set_paper (worksheet, lieudit_worksheet_dialog_get_paper (dialog), lieudit_worksheet_dialog_is_landscape (dialog));
  if (analysis != NULL)
    lieudit_worksheet_add_analysis (worksheet, analysis);

  return worksheet;
}

static void
encoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GFile) file = g_object_steal_data (source, "lieudit-file");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = lieudit_worksheet_encode_finish (LIEUDIT_WORKSHEET (source), result, &error);

  if (bytes == NULL)
    lieudit_window_show_message (self, error->message);
  else
    lieudit_window_write_file (self, file, bytes);
}

static void
export_response_cb (LieuditWindow        *self,
                    int                   response,
                    GtkFileChooserNative *native)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  LieuditWorksheet *worksheet = g_object_get_data (G_OBJECT (native), DATA_WORKSHEET);

  if (file != NULL)
    {
      g_object_set_data_full (G_OBJECT (worksheet), "lieudit-file", g_object_ref (file), g_object_unref);
      lieudit_worksheet_encode_async (worksheet, NULL, encoded_cb, g_object_ref (self));
    }
  g_object_unref (native);
}

static void
export_cb (LieuditWindow          *self,
           LieuditWorksheetDialog *dialog)
{
  LieuditWorksheet *worksheet = create_worksheet (self, dialog);
  GtkFileChooserNative *native;

  if (worksheet == NULL)
    return;

  native = lieudit_window_new_export_dialog (self, _("Export the Worksheet as PDF"), ".pdf", G_CALLBACK (export_response_cb));
  g_object_set_data_full (G_OBJECT (native), DATA_WORKSHEET, worksheet, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* The paper that was chosen in the print dialog outweighs the one that was suggested there. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                LieuditWorksheet  *worksheet)
{
  GtkPageSetup *page_setup = gtk_print_context_get_page_setup (context);

  lieudit_worksheet_set_size (worksheet, gtk_page_setup_get_paper_width (page_setup, GTK_UNIT_POINTS),
                              gtk_page_setup_get_paper_height (page_setup, GTK_UNIT_POINTS));
  gtk_print_operation_set_n_pages (operation, (int) lieudit_worksheet_get_n_pages (worksheet));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              LieuditWorksheet  *worksheet)
{
  lieudit_worksheet_draw_page (worksheet, (guint) page, gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
create_page_setup (LieuditWorksheetDialog *dialog)
{
  static const char *const names[LIEUDIT_N_PAPERS] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_LETTER };
  GtkPageSetup *page_setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (names[lieudit_worksheet_dialog_get_paper (dialog)]);

  gtk_page_setup_set_paper_size (page_setup, size);
  gtk_page_setup_set_orientation (page_setup, lieudit_worksheet_dialog_is_landscape (dialog) ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  return page_setup;
}

static void
print_cb (LieuditWindow          *self,
          LieuditWorksheetDialog *dialog)
{
  LieuditWorksheet *worksheet = create_worksheet (self, dialog);
  g_autoptr(GtkPageSetup) page_setup = NULL;
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GError) error = NULL;

  if (worksheet == NULL)
    return;

  operation = gtk_print_operation_new ();
  page_setup = create_page_setup (dialog);
  gtk_print_operation_set_default_page_setup (operation, page_setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _("Worksheet"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), worksheet);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), worksheet,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    lieudit_window_show_message (self, error->message);
}

static void
worksheet_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  gboolean has_drawings = lieudit_drawings_get_n (lieudit_session_get_drawings (self->session)) > 0;
  GtkWindow *dialog = lieudit_worksheet_dialog_new (GTK_WINDOW (widget), has_drawings);

  lieudit_worksheet_dialog_choose (LIEUDIT_WORKSHEET_DIALOG (dialog), &self->worksheet_choices);
  g_signal_connect_object (dialog, "print", G_CALLBACK (print_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "export", G_CALLBACK (export_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/*
 * lieudit_window_class_init_worksheets:
 * @klass: the class
 *
 * Installs the action that prints worksheets.
 */
void
lieudit_window_class_init_worksheets (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.worksheet", NULL, worksheet_action);
}
