/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-worksheet-dialog.h"

#include <glib/gi18n.h>

struct _LieuditWorksheetDialog
{
  AdwWindow parent_instance;

  AdwComboRow *sheet_row;
  AdwComboRow *extent_row;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
  AdwComboRow *colours_row;
  GtkWidget   *drawings_row;
  GtkSwitch   *drawings_switch;
};

G_DEFINE_FINAL_TYPE (LieuditWorksheetDialog, lieudit_worksheet_dialog, ADW_TYPE_WINDOW)

enum { PRINT, EXPORT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
print_cb (LieuditWorksheetDialog *self)
{
  g_signal_emit (self, signals[PRINT], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
export_cb (LieuditWorksheetDialog *self)
{
  g_signal_emit (self, signals[EXPORT], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
lieudit_worksheet_dialog_class_init (LieuditWorksheetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * LieuditWorksheetDialog::print:
   * @self: a dialog
   *
   * The worksheet is to be printed; the dialog closes after that.
   */
  signals[PRINT] = g_signal_new ("print", LIEUDIT_TYPE_WORKSHEET_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LieuditWorksheetDialog::export:
   * @self: a dialog
   *
   * The worksheet is to be written to a file; the dialog closes after that.
   */
  signals[EXPORT] = g_signal_new ("export", LIEUDIT_TYPE_WORKSHEET_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-worksheet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditWorksheetDialog, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditWorksheetDialog, extent_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditWorksheetDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditWorksheetDialog, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditWorksheetDialog, colours_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditWorksheetDialog, drawings_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditWorksheetDialog, drawings_switch);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* The paper that is in the printer most probably: that of the country. */
static LieuditPaper
get_usual_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? LIEUDIT_PAPER_LETTER : LIEUDIT_PAPER_A4;
}

static void
lieudit_worksheet_dialog_init (LieuditWorksheetDialog *self)
{
  g_autoptr (GtkStringList) sheets = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) papers = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < LIEUDIT_WORKSHEET_N_SHEETS; i++)
    gtk_string_list_append (sheets, lieudit_worksheet_sheet_get_title ((LieuditWorksheetSheet) i));
  for (guint i = 0; i < LIEUDIT_N_PAPERS; i++)
    gtk_string_list_append (papers, lieudit_paper_get_title ((LieuditPaper) i));
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (sheets));
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (papers));
  adw_combo_row_set_selected (self->sheet_row, LIEUDIT_WORKSHEET_NUMBERED);
  adw_combo_row_set_selected (self->paper_row, get_usual_paper ());
}

/**
 * lieudit_worksheet_dialog_new:
 * @parent: the window that asks
 * @has_drawings: whether anything is drawn on the map
 *
 * Returns: (transfer none): the dialog, which GTK owns and which still has to be presented
 */
GtkWindow *
lieudit_worksheet_dialog_new (GtkWindow *parent,
                              gboolean   has_drawings)
{
  LieuditWorksheetDialog *self = g_object_new (LIEUDIT_TYPE_WORKSHEET_DIALOG, "transient-for", parent, NULL);

  gtk_widget_set_visible (self->drawings_row, has_drawings);

  return GTK_WINDOW (self);
}

/**
 * lieudit_worksheet_dialog_choose:
 * @self: a dialog
 * @choices: what was chosen before; nothing if no choice was made
 *
 * Begins with what was chosen before: a sheet with the answers follows the one
 * with the questions, on the same paper.
 */
void
lieudit_worksheet_dialog_choose (LieuditWorksheetDialog        *self,
                                 const LieuditWorksheetChoices *choices)
{
  g_return_if_fail (LIEUDIT_IS_WORKSHEET_DIALOG (self));
  g_return_if_fail (choices != NULL);

  if (!choices->is_made)
    return;

  adw_combo_row_set_selected (self->sheet_row, choices->sheet);
  adw_combo_row_set_selected (self->extent_row, choices->extent);
  adw_combo_row_set_selected (self->paper_row, choices->paper);
  adw_combo_row_set_selected (self->orientation_row, choices->orientation);
  adw_combo_row_set_selected (self->colours_row, choices->colours);
}

/**
 * lieudit_worksheet_dialog_get_choices:
 * @self: a dialog
 * @choices: (out): what is chosen, for another dialog
 *
 * Tells what is chosen.
 */
void
lieudit_worksheet_dialog_get_choices (LieuditWorksheetDialog  *self,
                                      LieuditWorksheetChoices *choices)
{
  g_return_if_fail (LIEUDIT_IS_WORKSHEET_DIALOG (self));
  g_return_if_fail (choices != NULL);

  *choices = (LieuditWorksheetChoices) {
    .is_made = TRUE,
    .sheet = adw_combo_row_get_selected (self->sheet_row),
    .extent = adw_combo_row_get_selected (self->extent_row),
    .paper = adw_combo_row_get_selected (self->paper_row),
    .orientation = adw_combo_row_get_selected (self->orientation_row),
    .colours = adw_combo_row_get_selected (self->colours_row),
  };
}

/**
 * lieudit_worksheet_dialog_get_sheet:
 * @self: a dialog
 *
 * Returns: what the worksheet is for
 */
LieuditWorksheetSheet
lieudit_worksheet_dialog_get_sheet (LieuditWorksheetDialog *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET_DIALOG (self), LIEUDIT_WORKSHEET_BLANK);

  return (LieuditWorksheetSheet) adw_combo_row_get_selected (self->sheet_row);
}

/**
 * lieudit_worksheet_dialog_get_paper:
 * @self: a dialog
 *
 * Returns: what it is printed on
 */
LieuditPaper
lieudit_worksheet_dialog_get_paper (LieuditWorksheetDialog *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET_DIALOG (self), LIEUDIT_PAPER_A4);

  return (LieuditPaper) adw_combo_row_get_selected (self->paper_row);
}

/**
 * lieudit_worksheet_dialog_is_landscape:
 * @self: a dialog
 *
 * Returns: whether the paper lies on its longer side
 */
gboolean
lieudit_worksheet_dialog_is_landscape (LieuditWorksheetDialog *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET_DIALOG (self), FALSE);

  return adw_combo_row_get_selected (self->orientation_row) == 1;
}

/**
 * lieudit_worksheet_dialog_is_view:
 * @self: a dialog
 *
 * Returns: whether to show what the map shows now, rather than what the article is about
 */
gboolean
lieudit_worksheet_dialog_is_view (LieuditWorksheetDialog *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET_DIALOG (self), FALSE);

  return adw_combo_row_get_selected (self->extent_row) == 1;
}

/**
 * lieudit_worksheet_dialog_get_palette:
 * @self: a dialog
 *
 * Returns: (transfer none): the palette of the map's style
 */
const char *
lieudit_worksheet_dialog_get_palette (LieuditWorksheetDialog *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET_DIALOG (self), "light");

  return adw_combo_row_get_selected (self->colours_row) == 1 ? "print" : "light";
}

/**
 * lieudit_worksheet_dialog_has_drawings:
 * @self: a dialog
 *
 * Returns: whether to show what is drawn on the map
 */
gboolean
lieudit_worksheet_dialog_has_drawings (LieuditWorksheetDialog *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET_DIALOG (self), FALSE);

  return gtk_switch_get_active (self->drawings_switch);
}
