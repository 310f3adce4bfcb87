/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing the article to a class, in a window of its own: this one stays as it is. */
#include "config.h"

#include "lieudit-window-private.h"

#include "present/lieudit-lesson-editor.h"

/* What the teacher decides meanwhile is seen by the class; another article ends the lesson. */
static void
shown_changed_cb (LieuditWindow *self)
{
  LieuditAnalysis *shown = lieudit_selection_get_shown (self->selection);

  if (self->presentation == NULL)
    return;

  if (shown == NULL || self->session != lieudit_presentation_get_session (self->presentation))
    gtk_window_destroy (GTK_WINDOW (self->presentation));
  else
    lieudit_presentation_set_analysis (self->presentation, shown);
}

static void
presentation_destroyed_cb (LieuditWindow *self)
{
  self->presentation = NULL;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static void
present_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditAnalysis *shown = lieudit_selection_get_shown (self->selection);

  if (shown == NULL)
    return;

  if (self->presentation == NULL)
    {
      g_autofree char *title = lieudit_window_dup_title (self, NULL);

      self->presentation = lieudit_presentation_new (gtk_window_get_application (GTK_WINDOW (self)), self->session, shown, self->settings);
      gtk_window_set_title (GTK_WINDOW (self->presentation), title);
      g_signal_connect_object (self->presentation, "destroy", G_CALLBACK (presentation_destroyed_cb), self, G_CONNECT_SWAPPED);
      lieudit_presentation_start (self->presentation, GTK_WINDOW (self));
    }
  else
    gtk_window_present (GTK_WINDOW (self->presentation));
}

static void
edit_lesson_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditAnalysis *shown = lieudit_selection_get_shown (self->selection);
  g_autoptr(LieuditLesson) lesson = NULL;
  GtkWidget *editor;

  if (shown == NULL)
    return;

  lesson = lieudit_lesson_new (self->session, shown);
  editor = lieudit_lesson_editor_new (lesson);
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (editor), TRUE);
  gtk_window_present (GTK_WINDOW (editor));
}

/*
 * lieudit_window_class_init_presenting:
 * @klass: the class of the window
 *
 * Installs what a teacher does with an article.
 */
void
lieudit_window_class_init_presenting (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.edit-lesson", NULL, edit_lesson_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "win.present", NULL);
}

/*
 * lieudit_window_init_presenting:
 * @self: a window
 *
 * Lets what is presented follow the window.
 */
void
lieudit_window_init_presenting (LieuditWindow *self)
{
  g_signal_connect_object (self->selection, "notify::shown", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
}

/*
 * lieudit_window_dispose_presenting:
 * @self: a window that goes away
 *
 * Ends the presentation of its article.
 */
void
lieudit_window_dispose_presenting (LieuditWindow *self)
{
  if (self->presentation == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->presentation, self);
  gtk_window_destroy (GTK_WINDOW (self->presentation));
  self->presentation = NULL;
}
