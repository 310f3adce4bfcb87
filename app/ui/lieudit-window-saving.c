/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Session files: saving what the person said of an article, and asking before it is lost. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "lieudit-recent-articles.h"
#include "session/lieudit-session-file.h"

static void save_to (LieuditWindow   *self,
                     GFile           *file,
                     LieuditSaveMode  mode);

static void
add_session_filter (GtkFileChooser *chooser)
{
  g_autoptr(GtkFileFilter) sessions = gtk_file_filter_new ();

  gtk_file_filter_set_name (sessions, _("Sessions"));
  gtk_file_filter_add_pattern (sessions, "*" LIEUDIT_SESSION_ENDING);
  gtk_file_filter_add_mime_type (sessions, LIEUDIT_SESSION_MIME_TYPE);
  gtk_file_chooser_add_filter (chooser, sessions);
}

static void
save_as_response_cb (LieuditWindow        *self,
                     int                   response,
                     GtkFileChooserNative *native)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

      /* The dialog has asked whether to write over what is there. */
      if (file != NULL)
        save_to (self, file, LIEUDIT_SAVE_ANY);
    }
  else
    {
      self->closes_once_saved = FALSE;
    }

  g_object_unref (native);
}

static void
ask_where_to_save (LieuditWindow *self)
{
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (_("Save the Session"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  GFile *file = lieudit_session_get_file (self->session);
  g_autofree char *name = lieudit_window_suggest_name (self, LIEUDIT_SESSION_ENDING);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  add_session_filter (GTK_FILE_CHOOSER (native));
  if (file == NULL || !gtk_file_chooser_set_file (GTK_FILE_CHOOSER (native), file, NULL))
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_signal_connect_object (native, "response", G_CALLBACK (save_as_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
conflict_response_cb (LieuditWindow    *self,
                      const char       *response,
                      AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "overwrite"))
    {
      save_to (self, lieudit_session_get_file (self->session), LIEUDIT_SAVE_ANY);
      return;
    }

  if (g_str_equal (response, "save-as"))
    ask_where_to_save (self);
  else
    self->closes_once_saved = FALSE;
}

static void
ask_about_conflict (LieuditWindow *self)
{
  g_autofree char *name = g_file_get_basename (lieudit_session_get_file (self->session));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Over the Changes of Somebody Else?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” was changed by another program since it was opened here. What was changed there is lost if you save over it."),
                                  name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "overwrite", _("_Overwrite"),
                                    "save-as", _("Sa_ve As…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (conflict_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  LieuditSession *session = LIEUDIT_SESSION (source);
  g_autoptr(GFile) file = g_steal_pointer (&self->saving_file);
  g_autoptr(GError) error = NULL;

  if (lieudit_session_save_finish (session, result, &error))
    {
      lieudit_recent_articles_add (gtk_recent_manager_get_default (), file, LIEUDIT_SESSION_MIME_TYPE);
      lieudit_window_watch_file (self);
      if (self->closes_once_saved)
        gtk_window_close (GTK_WINDOW (self));
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      ask_about_conflict (self);
    }
  else
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *message = g_strdup_printf (_("“%s” could not be saved, save it in another folder: %s"), name,
                                                  error->message);

      self->closes_once_saved = FALSE;
      lieudit_window_show_message (self, message);
    }
}

static void
save_to (LieuditWindow   *self,
         GFile           *file,
         LieuditSaveMode  mode)
{
  /* One after the other: what was changed meanwhile is saved when asked again. */
  if (self->saving_file != NULL)
    return;

  lieudit_card_layer_commit (self->card);
  lieudit_window_finish_typing (self);
  lieudit_window_remember_view (self);
  self->saving_file = g_object_ref (file);
  lieudit_session_save_async (self->session, file, mode, NULL, saved_cb, g_object_ref (self));
}

static void
save (LieuditWindow *self)
{
  GFile *file = lieudit_session_get_file (self->session);

  if (file != NULL)
    save_to (self, file, LIEUDIT_SAVE_KNOWN);
  else
    ask_where_to_save (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  self->closes_once_saved = FALSE;
  save (self);
}

static void
save_as_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  self->closes_once_saved = FALSE;
  ask_where_to_save (self);
}

static void
close_cb (gpointer user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);

  gtk_window_close (GTK_WINDOW (self));
}

static void
close_response_cb (LieuditWindow    *self,
                   const char       *response,
                   AdwMessageDialog *dialog)
{
  self->is_asking = FALSE;
  if (g_str_equal (response, "discard"))
    {
      self->discards = TRUE;
      /* Not before the dialog is gone, which knows the window. */
      g_idle_add_once (close_cb, g_object_ref (self));
    }
  else if (g_str_equal (response, "save"))
    {
      self->closes_once_saved = TRUE;
      save (self);
    }
}

static void
ask_before_closing (LieuditWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL);
  g_autofree char *title = lieudit_window_dup_title (self, NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: %s is the title of an article */
                                  _("What you said of the places in “%s” is not saved. It is lost if you do not save it."),
                                  title);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  self->is_asking = TRUE;
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * lieudit_window_may_close:
 * @self: a window
 *
 * Asks the person what to do with changes that are not saved, if there are any.
 *
 * Returns: whether the window may close now; if not, it does later unless the
 *   person does not want it to
 */
gboolean
lieudit_window_may_close (LieuditWindow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WINDOW (self), TRUE);

  if (!self->discards)
    lieudit_card_layer_commit (self->card);
  if (!lieudit_window_has_changes (self) || self->discards)
    {
      if (self->keeper != NULL)
        lieudit_session_keeper_forget (self->keeper);
      return TRUE;
    }

  if (!self->is_asking)
    ask_before_closing (self);

  return FALSE;
}

/**
 * lieudit_window_has_changes:
 * @self: a window
 *
 * Returns: whether something would be lost with the article that is open
 */
gboolean
lieudit_window_has_changes (LieuditWindow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WINDOW (self), FALSE);

  lieudit_window_finish_typing (self);

  return self->session != NULL && lieudit_session_is_modified (self->session);
}

/**
 * lieudit_window_class_init_saving:
 * @klass: the class of the window
 *
 * Installs the actions that save.
 */
void
lieudit_window_class_init_saving (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
}
