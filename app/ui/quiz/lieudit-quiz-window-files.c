/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the quiz's window: quizzes that are opened, dropped and saved, and tables of results. */
#include "config.h"

#include "quiz/lieudit-quiz-window-private.h"

#include <glib/gi18n.h>

#include "lieudit-recent-articles.h"
#include "quiz/lieudit-quiz-format.h"
#include "quiz/lieudit-quiz-results.h"

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LieuditQuizWindow) self = LIEUDIT_QUIZ_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    lieudit_quiz_window_show_message (self, error->message);
  else if (lieudit_quiz_has_ending (G_FILE (source)))
    lieudit_recent_articles_add (gtk_recent_manager_get_default (), G_FILE (source), LIEUDIT_QUIZ_MIME_TYPE);
}

static void
write_file (LieuditQuizWindow *self,
            GFile             *file,
            GBytes            *contents)
{
  g_file_replace_contents_bytes_async (file, contents, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_object_ref (self));
}

static void
save_response_cb (LieuditQuizWindow    *self,
                  int                   response,
                  GtkFileChooserNative *native)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (file != NULL && self->quiz != NULL)
    {
      g_autoptr (GBytes) contents = lieudit_quiz_write (self->quiz);

      write_file (self, file, contents);
    }
  g_object_unref (native);
}

static void
export_response_cb (LieuditQuizWindow    *self,
                    int                   response,
                    GtkFileChooserNative *native)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (file != NULL && self->game != NULL)
    {
      g_autoptr (GBytes) contents = lieudit_quiz_results_export_csv (self->game);

      write_file (self, file, contents);
    }
  g_object_unref (native);
}

static void
open_response_cb (LieuditQuizWindow    *self,
                  int                   response,
                  GtkFileChooserNative *native)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (file != NULL)
    lieudit_quiz_window_open (self, file);
  g_object_unref (native);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) quizzes = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (quizzes, _("Quizzes"));
  gtk_file_filter_add_pattern (quizzes, "*" LIEUDIT_QUIZ_ENDING);
  gtk_file_filter_add_mime_type (quizzes, LIEUDIT_QUIZ_MIME_TYPE);
  gtk_file_chooser_add_filter (chooser, quizzes);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
show_chooser (LieuditQuizWindow    *self,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *name,
              gboolean              is_quiz,
              GCallback             response_cb)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);

  if (is_quiz)
    add_filters (GTK_FILE_CHOOSER (native));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", response_cb, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *name = g_strconcat (_("quiz"), LIEUDIT_QUIZ_ENDING, NULL);

  show_chooser (LIEUDIT_QUIZ_WINDOW (widget), _("Save the Quiz"), GTK_FILE_CHOOSER_ACTION_SAVE, name, TRUE, G_CALLBACK (save_response_cb));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autofree char *name = g_strconcat (_("results"), ".csv", NULL);

  show_chooser (LIEUDIT_QUIZ_WINDOW (widget), _("Export the Results"), GTK_FILE_CHOOSER_ACTION_SAVE, name, FALSE,
                G_CALLBACK (export_response_cb));
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  show_chooser (LIEUDIT_QUIZ_WINDOW (widget), _("Open a Quiz"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, TRUE, G_CALLBACK (open_response_cb));
}

static gboolean
drop_cb (LieuditQuizWindow *self,
         const GValue      *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *link = files; link != NULL; link = link->next)
    {
      /* Articles, and all quizzes but one, get windows of their own. */
      if (files->next == NULL && lieudit_quiz_has_ending (link->data))
        lieudit_quiz_window_open (self, link->data);
      else
        g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), (GFile **) &link->data, 1, "");
    }

  return files != NULL;
}

/*
 * lieudit_quiz_window_init_files:
 * @self: a window
 *
 * Lets files be dropped on the window.
 */
void
lieudit_quiz_window_init_files (LieuditQuizWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* A field for text would take them as text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/*
 * lieudit_quiz_window_class_init_files:
 * @klass: the class
 *
 * Installs the actions that open and write files.
 */
void
lieudit_quiz_window_class_init_files (LieuditQuizWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "quiz.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "quiz.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "quiz.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "quiz.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "quiz.save", NULL);
}
