/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing the text of the article: decisions stay with their words, and the places are looked for again. */
#include "config.h"

#include "lieudit-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

/* How long a person stops typing before the places are looked for again, in milliseconds. */
#define PAUSE 700

typedef struct {
  LieuditSession *session;
  LieuditArticle *before;
  LieuditArticle *after;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->session);
  g_object_unref (edit->before);
  g_object_unref (edit->after);
  g_free (edit);
}

static gboolean
undo_edit (gpointer   data,
           GError   **error)
{
  Edit *edit = data;

  lieudit_session_set_article (edit->session, edit->before);
  return TRUE;
}

static gboolean
redo_edit (gpointer   data,
           GError   **error)
{
  Edit *edit = data;

  lieudit_session_set_article (edit->session, edit->after);
  return TRUE;
}

static void
remember_edit (LieuditWindow  *self,
               LieuditArticle *before,
               LieuditArticle *after)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->session = g_object_ref (self->session);
  edit->before = g_object_ref (before);
  edit->after = g_object_ref (after);
  lieudit_history_add (lieudit_session_get_history (self->session), _("The text is edited"), undo_edit, redo_edit, edit, edit_free);
}

/* What was found before stands elsewhere in the text now, or not at all: nothing can be decided on it. */
static void
look_again (LieuditWindow *self)
{
  self->is_outdated = TRUE;
  g_clear_object (&self->found);
  lieudit_window_update_title (self);
  lieudit_window_analyse_again (self);
}

static void
commit_edit (LieuditWindow *self)
{
  g_autofree char *body = lieudit_reader_dup_body (self->reader);
  g_autoptr(LieuditArticle) before = g_object_ref (self->article);
  g_autoptr(LieuditArticle) after = NULL;

  g_clear_handle_id (&self->edit_timeout, g_source_remove);
  if (strcmp (lieudit_article_get_text (before) + lieudit_article_get_body_offset (before), body) == 0)
    return;

  after = lieudit_article_copy_edited (before, body);
  g_set_object (&self->article, after);
  lieudit_reader_adopt_article (self->reader, after);
  lieudit_session_set_article (self->session, after);
  remember_edit (self, before, after);
  look_again (self);
}

static gboolean
pause_cb (gpointer user_data)
{
  LieuditWindow *self = LIEUDIT_WINDOW (user_data);

  self->edit_timeout = 0;
  commit_edit (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (LieuditWindow *self)
{
  g_clear_handle_id (&self->edit_timeout, g_source_remove);
  self->edit_timeout = g_timeout_add (PAUSE, pause_cb, self);
}

static void
set_editing (LieuditWindow *self,
             gboolean       editing)
{
  g_autoptr(GVariant) state = NULL;

  if (!editing && lieudit_reader_get_editing (self->reader))
    commit_edit (self);
  if (!lieudit_reader_set_editing (self->reader, editing))
    lieudit_window_show_message (self, _("This text is too long to be edited here."));

  state = g_variant_ref_sink (g_variant_new_boolean (lieudit_reader_get_editing (self->reader)));
  g_simple_action_set_state (self->edit_action, state);
}

static void
change_editing_cb (LieuditWindow *self,
                   GVariant      *state)
{
  if (self->article == NULL)
    return;

  lieudit_desk_show_page (self->desk, "article");
  set_editing (self, g_variant_get_boolean (state));
}

/* Undo and redo, or whoever else, put another text in the place of the one that is shown. */
static void
article_changed_cb (LieuditWindow *self)
{
  LieuditArticle *article = lieudit_session_get_article (self->session);

  if (article == self->article)
    return;

  g_clear_handle_id (&self->edit_timeout, g_source_remove);
  g_set_object (&self->article, article);
  lieudit_reader_set_article_in_place (self->reader, article);
  set_editing (self, FALSE);
  look_again (self);
}

/**
 * lieudit_window_start_editing:
 * @self: a window that has got another article
 *
 * Begins with reading, and follows what happens to its text.
 */
void
lieudit_window_start_editing (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  g_clear_handle_id (&self->edit_timeout, g_source_remove);
  self->is_outdated = FALSE;
  lieudit_reader_set_editing (self->reader, FALSE);
  g_simple_action_set_enabled (self->edit_action, TRUE);
  g_simple_action_set_state (self->edit_action, g_variant_new_boolean (FALSE));
  g_signal_connect_object (self->session, "notify::article", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_window_may_decide:
 * @self: a window
 *
 * Tells whether the places that are shown are those of the text as it is, and
 * says so when they are not.
 *
 * Returns: whether anything can be decided on them
 */
gboolean
lieudit_window_may_decide (LieuditWindow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WINDOW (self), FALSE);

  lieudit_window_finish_typing (self);
  if (self->is_outdated)
    lieudit_window_show_message (self, _("The text has changed, and its places are still being looked for."));

  return !self->is_outdated;
}

/**
 * lieudit_window_finish_typing:
 * @self: a window
 *
 * Takes what is being typed for said, before something else is done with the
 * text.
 */
void
lieudit_window_finish_typing (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  if (self->edit_timeout != 0)
    commit_edit (self);
}

/**
 * lieudit_window_init_editing:
 * @self: a window
 *
 * Adds the action by which the text is edited.
 */
void
lieudit_window_init_editing (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  self->edit_action = g_simple_action_new_stateful ("edit-text", NULL, g_variant_new_boolean (FALSE));
  g_simple_action_set_enabled (self->edit_action, FALSE);
  g_signal_connect_object (self->edit_action, "change-state", G_CALLBACK (change_editing_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (self->edit_action));
  g_signal_connect_object (self->reader, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_window_class_init_editing:
 * @klass: the class of the window
 *
 * Binds the key of editing.
 */
void
lieudit_window_class_init_editing (LieuditWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_e, GDK_CONTROL_MASK, "win.edit-text", NULL);
}
