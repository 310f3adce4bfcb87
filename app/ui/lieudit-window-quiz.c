/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quizzes have windows of their own, in which no article gives an answer away. */
#include "config.h"

#include "lieudit-application.h"
#include "lieudit-window-private.h"
#include "quiz/lieudit-quiz-format.h"

static void
quiz_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  LieuditQuizWindow *window = lieudit_application_create_quiz (LIEUDIT_APPLICATION (application));

  /* Without a gazetteer there is nothing to ask; the window tells of that. */
  if (window == NULL)
    return;
  lieudit_quiz_window_set_article (window, lieudit_selection_get_analysis (self->selection), self->claims);
  gtk_window_present (GTK_WINDOW (window));
}

/*
 * lieudit_window_open_quiz:
 * @self: a window
 * @file: a file
 *
 * Opens a quiz in a window of its own.
 *
 * Returns: whether it is one
 */
gboolean
lieudit_window_open_quiz (LieuditWindow *self,
                          GFile         *file)
{
  if (!lieudit_quiz_has_ending (file))
    return FALSE;

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");

  return TRUE;
}

/*
 * lieudit_window_class_init_quiz:
 * @klass: the class
 *
 * Installs the action that begins a quiz.
 */
void
lieudit_window_class_init_quiz (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.quiz", NULL, quiz_action);
}
