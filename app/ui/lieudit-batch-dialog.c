/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-batch-dialog.h"

#include <glib/gi18n.h>

#include "export/lieudit-batch.h"

/* How often the progress is looked at, in milliseconds. */
#define PROGRESS_INTERVAL 100

/* More files that failed are only counted. */
#define MOST_FAILURES 20

/* What the thread and the dialog share while a folder is read. */
typedef struct {
  LieuditBatch  batch;
  char         *input_path;
  GPtrArray    *inputs; /* of LieuditBatchInput; the thread's */
  gint          n_inputs;
  gint          n_written;
  gint          n_kept;
  gint          n_failed;
  GMutex        lock;
  GString      *failures;
} Run;

/**
 * LieuditBatchDialog:
 *
 * Finds the places in all articles of a folder, as the command line does: a file
 * each, with a progress bar, and a run that was stopped goes on where it was.
 */
struct _LieuditBatchDialog
{
  AdwWindow         parent_instance;

  GtkWidget        *choices;
  AdwActionRow     *input_row;
  AdwActionRow     *output_row;
  AdwComboRow      *format_row;
  GtkProgressBar   *progress;
  GtkLabel         *summary;
  GtkButton        *start_button;

  LieuditGazetteer *gazetteer;
  GFile            *input;
  GFile            *output;
  GCancellable     *cancellable; /* while it runs */
  Run              *run;         /* the task's, while it runs */
  guint             timeout;
};

G_DEFINE_FINAL_TYPE (LieuditBatchDialog, lieudit_batch_dialog, ADW_TYPE_WINDOW)

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->batch.gazetteer);
  g_free ((char *) run->batch.output_path);
  g_free (run->input_path);
  g_ptr_array_unref (run->inputs);
  g_mutex_clear (&run->lock);
  g_string_free (run->failures, TRUE);
  g_free (run);
}

static void
add_failure (Run        *run,
             const char *path,
             const char *reason)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_mutex_lock (&run->lock);
  if (g_atomic_int_add (&run->n_failed, 1) < MOST_FAILURES)
    /* Translators: a file's name, then a sentence that says what is wrong with it */
    g_string_append_printf (run->failures, _("“%s”: %s"), name, reason);
  g_string_append_c (run->failures, '\n');
  g_mutex_unlock (&run->lock);
}

static gboolean
visit (const char *path,
       const char *name,
       const char *problem,
       gpointer    data)
{
  Run *run = data;

  if (problem != NULL)
    add_failure (run, path, problem);
  else
    g_ptr_array_add (run->inputs, lieudit_batch_input_new (path, name));

  return TRUE;
}

static void
run_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Run *run = task_data;

  lieudit_batch_walk (run->input_path, run->batch.output_path, visit, run);
  g_atomic_int_set (&run->n_inputs, (gint) run->inputs->len);
  for (guint i = 0; i < run->inputs->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const LieuditBatchInput *input = g_ptr_array_index (run->inputs, i);
      g_autoptr(GError) error = NULL;
      LieuditBatchOutcome outcome = lieudit_batch_read (&run->batch, input, cancellable, &error);

      if (outcome == LIEUDIT_BATCH_WRITTEN)
        g_atomic_int_inc (&run->n_written);
      else if (outcome == LIEUDIT_BATCH_KEPT)
        g_atomic_int_inc (&run->n_kept);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        add_failure (run, input->path, error->message);
    }
  g_task_return_boolean (task, TRUE);
}

static void
show_progress (LieuditBatchDialog *self)
{
  Run *run = self->run;
  gint n_inputs = g_atomic_int_get (&run->n_inputs);
  gint n_done = g_atomic_int_get (&run->n_written) + g_atomic_int_get (&run->n_kept) + g_atomic_int_get (&run->n_failed);
  g_autofree char *text = NULL;

  if (n_inputs == 0)
    {
      gtk_progress_bar_pulse (self->progress);
      return;
    }

  /* Translators: how many files of all are done */
  text = g_strdup_printf (_("%d of %d"), MIN (n_done, n_inputs), n_inputs);
  gtk_progress_bar_set_fraction (self->progress, MIN (1.0, (double) n_done / n_inputs));
  gtk_progress_bar_set_text (self->progress, text);
}

static gboolean
progress_cb (gpointer user_data)
{
  show_progress (user_data);

  return G_SOURCE_CONTINUE;
}

static void
update_button (LieuditBatchDialog *self)
{
  gboolean is_running = self->cancellable != NULL;

  gtk_button_set_label (self->start_button, is_running ? _("_Stop") : _("_Export"));
  if (is_running)
    gtk_widget_remove_css_class (GTK_WIDGET (self->start_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->start_button), "suggested-action");
  gtk_widget_set_sensitive (GTK_WIDGET (self->start_button), is_running || (self->input != NULL && self->output != NULL));
  gtk_widget_set_sensitive (self->choices, !is_running);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  LieuditBatchDialog *self = LIEUDIT_BATCH_DIALOG (source);
  Run *run = g_task_get_task_data (G_TASK (result));
  gboolean was_stopped = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
  g_autofree char *counts = g_strdup_printf (_("%d written, %d kept, %d failed"), run->n_written, run->n_kept, run->n_failed);
  g_autofree char *text = NULL;

  g_clear_object (&self->cancellable);
  /* Nobody waits for it any more. */
  if (self->gazetteer == NULL)
    return;

  show_progress (self);
  text = g_strdup_printf ("%s%s%s\n%s", was_stopped ? _("Stopped; export again to go on.") : "", was_stopped ? "\n" : "", counts,
                          run->failures->str);
  gtk_label_set_label (self->summary, g_strchomp (text));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), TRUE);

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->run = NULL;
  update_button (self);
}

static void
start (LieuditBatchDialog *self)
{
  g_autoptr(GTask) task = NULL;
  const LieuditExportFormat *formats;
  guint n_formats;
  Run *run = g_new0 (Run, 1);

  formats = lieudit_export_formats_get (&n_formats);
  run->batch.gazetteer = g_object_ref (self->gazetteer);
  run->batch.format = &formats[adw_combo_row_get_selected (self->format_row)];
  run->batch.output_path = g_file_get_path (self->output);
  run->input_path = g_file_get_path (self->input);
  run->inputs = g_ptr_array_new_with_free_func (lieudit_batch_input_free);
  run->failures = g_string_new (NULL);
  g_mutex_init (&run->lock);
  self->run = run;
  self->cancellable = g_cancellable_new ();
  self->timeout = g_timeout_add (PROGRESS_INTERVAL, progress_cb, self);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0.0);
  gtk_progress_bar_set_text (self->progress, _("Looking for articles…"));
  update_button (self);

  /* What came of it is told also when it was stopped. */
  task = g_task_new (self, self->cancellable, run_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_thread);
}

static void
start_cb (LieuditBatchDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    start (self);
}

static void
show_folder (AdwActionRow *row,
             GFile        *folder)
{
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : NULL;

  adw_action_row_set_subtitle (row, name != NULL ? name : "");
}

static void
input_chosen_cb (LieuditBatchDialog   *self,
                 int                   response,
                 GtkFileChooserNative *native)
{
  g_autoptr(GFile) folder = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (folder != NULL)
    lieudit_batch_dialog_set_folders (self, folder, self->output);
  g_object_unref (native);
}

static void
output_chosen_cb (LieuditBatchDialog   *self,
                  int                   response,
                  GtkFileChooserNative *native)
{
  g_autoptr(GFile) folder = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (folder != NULL)
    lieudit_batch_dialog_set_folders (self, self->input, folder);
  g_object_unref (native);
}

static void
choose (LieuditBatchDialog *self,
        const char         *title,
        GCallback           chosen_cb)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              _("_Choose"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", chosen_cb, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
choose_input_cb (LieuditBatchDialog *self)
{
  choose (self, _("Choose the Folder with the Articles"), G_CALLBACK (input_chosen_cb));
}

static void
choose_output_cb (LieuditBatchDialog *self)
{
  choose (self, _("Choose the Folder to Write To"), G_CALLBACK (output_chosen_cb));
}

/* Who closes it stops it; what is written is whole. */
static gboolean
lieudit_batch_dialog_close_request (GtkWindow *window)
{
  LieuditBatchDialog *self = LIEUDIT_BATCH_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (lieudit_batch_dialog_parent_class)->close_request (window);
}

static void
lieudit_batch_dialog_dispose (GObject *object)
{
  LieuditBatchDialog *self = LIEUDIT_BATCH_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->gazetteer);
  g_clear_object (&self->input);
  g_clear_object (&self->output);

  G_OBJECT_CLASS (lieudit_batch_dialog_parent_class)->dispose (object);
}

static void
lieudit_batch_dialog_class_init (LieuditBatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_batch_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lieudit_batch_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-batch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditBatchDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, LieuditBatchDialog, input_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditBatchDialog, output_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditBatchDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditBatchDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LieuditBatchDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LieuditBatchDialog, start_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lieudit_batch_dialog_init (LieuditBatchDialog *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  const LieuditExportFormat *formats;
  guint n_formats;

  gtk_widget_init_template (GTK_WIDGET (self));
  formats = lieudit_export_formats_get (&n_formats);
  for (guint i = 0; i < n_formats; i++)
    gtk_string_list_append (titles, _(formats[i].title));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (titles));
}

/**
 * lieudit_batch_dialog_new:
 * @parent: the window that it belongs to
 * @gazetteer: the places to look for
 *
 * Returns: (transfer floating): the dialog
 */
LieuditBatchDialog *
lieudit_batch_dialog_new (GtkWindow        *parent,
                          LieuditGazetteer *gazetteer)
{
  LieuditBatchDialog *self;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);

  self = g_object_new (LIEUDIT_TYPE_BATCH_DIALOG, "transient-for", parent, NULL);
  self->gazetteer = g_object_ref (gazetteer);

  return self;
}

/**
 * lieudit_batch_dialog_set_folders:
 * @self: a dialog that is not running
 * @input: (nullable): the folder with the articles
 * @output: (nullable): the folder to write to
 *
 * Chooses folders, as the person can.
 */
void
lieudit_batch_dialog_set_folders (LieuditBatchDialog *self,
                                  GFile              *input,
                                  GFile              *output)
{
  g_return_if_fail (LIEUDIT_IS_BATCH_DIALOG (self));

  g_set_object (&self->input, input);
  g_set_object (&self->output, output);
  show_folder (self->input_row, input);
  show_folder (self->output_row, output);
  update_button (self);
}
