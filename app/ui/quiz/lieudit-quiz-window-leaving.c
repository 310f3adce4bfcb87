/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A game that has begun is not ended before the person said so. */
#include "config.h"

#include "quiz/lieudit-quiz-window-private.h"

#include <glib/gi18n.h>

/*
 * lieudit_quiz_window_is_playing:
 * @self: a window
 *
 * Returns: whether there are answers that would be lost
 */
gboolean
lieudit_quiz_window_is_playing (LieuditQuizWindow *self)
{
  LieuditQuizQuestion *question = self->game != NULL ? lieudit_quiz_game_get_question (self->game) : NULL;

  /* Once the last question was answered there are results, and before the first answer there is nothing to lose. */
  return question != NULL && (lieudit_quiz_game_get_n_results (self->game) > 0
                              || lieudit_quiz_game_get_tries_left (self->game) < lieudit_quiz_question_get_n_tries (question));
}

static void
close_cb (gpointer user_data)
{
  g_autoptr (LieuditQuizWindow) self = LIEUDIT_QUIZ_WINDOW (user_data);

  gtk_window_close (GTK_WINDOW (self));
}

static void
closing_response_cb (LieuditQuizWindow *self,
                     const char        *response,
                     AdwMessageDialog  *dialog)
{
  self->is_asking = FALSE;
  self->discards = g_str_equal (response, "end");
  /* Not before the dialog is gone, which knows the window. */
  if (self->discards)
    g_idle_add_once (close_cb, g_object_ref (self));
}

static void
leaving_response_cb (LieuditQuizWindow *self,
                     const char        *response,
                     AdwMessageDialog  *dialog)
{
  self->is_asking = FALSE;
  if (g_str_equal (response, "end"))
    lieudit_quiz_window_show_setup (self);
}

static void
ask (LieuditQuizWindow *self,
     GCallback          response_cb)
{
  GtkWidget *dialog;

  if (self->is_asking)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("End This Quiz?"), _("The answers that were given are lost."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Keep Playing"),
                                    "end", _("_End Quiz"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "end", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", response_cb, self, G_CONNECT_SWAPPED);
  self->is_asking = TRUE;
  gtk_window_present (GTK_WINDOW (dialog));
}

/*
 * lieudit_quiz_window_leave:
 * @self: a window
 *
 * Goes back to the setup; in the middle of a game, only if the person says so.
 */
void
lieudit_quiz_window_leave (LieuditQuizWindow *self)
{
  if (lieudit_quiz_window_is_playing (self))
    ask (self, G_CALLBACK (leaving_response_cb));
  else
    lieudit_quiz_window_show_setup (self);
}

/*
 * lieudit_quiz_window_may_close:
 * @self: a window
 *
 * Asks the person in the middle of a game.
 *
 * Returns: whether the window may close now; if not, it does later unless the person plays on
 */
gboolean
lieudit_quiz_window_may_close (LieuditQuizWindow *self)
{
  if (self->discards || !lieudit_quiz_window_is_playing (self))
    return TRUE;
  ask (self, G_CALLBACK (closing_response_cb));

  return FALSE;
}
