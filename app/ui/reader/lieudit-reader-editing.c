/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing the text of the article in place. */
#include "config.h"

#include "reader/lieudit-reader-private.h"

static gboolean
is_in_body (LieuditReader     *self,
            const GtkTextIter *iter)
{
  return gtk_text_iter_get_offset (iter) >= lieudit_article_buffer_get_body_offset (self->buffer);
}

/* The date and the title above the body are no text of the article. */
static void
insert_text_cb (LieuditReader *self,
                GtkTextIter   *location)
{
  if (self->editing && !is_in_body (self, location))
    g_signal_stop_emission_by_name (self->buffer, "insert-text");
}

static void
delete_range_cb (LieuditReader *self,
                 GtkTextIter   *start)
{
  if (self->editing && !is_in_body (self, start))
    g_signal_stop_emission_by_name (self->buffer, "delete-range");
}

static void
changed_cb (LieuditReader *self)
{
  if (self->editing)
    g_signal_emit_by_name (self, "edited");
}

/*
 * lieudit_reader_follow_edits:
 * @self: a reader with a new buffer
 *
 * Tells what a person changes in the buffer.
 */
void
lieudit_reader_follow_edits (LieuditReader *self)
{
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* That the buffer was filled is not to be undone; what was typed is, by the view and before any decision. */
static void
start_undo (LieuditReader *self)
{
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self->buffer), FALSE);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self->buffer), self->editing);
  gtk_event_controller_set_propagation_phase (self->undo_shortcuts, self->editing ? GTK_PHASE_NONE : GTK_PHASE_CAPTURE);
}

/**
 * lieudit_reader_get_editing:
 * @self: a reader
 *
 * Returns: whether a person may change the text
 */
gboolean
lieudit_reader_get_editing (LieuditReader *self)
{
  g_return_val_if_fail (LIEUDIT_IS_READER (self), FALSE);

  return self->editing;
}

/**
 * lieudit_reader_set_editing:
 * @self: a reader
 * @editing: whether a person may change the text
 *
 * Lets a person change the text, which is told by [signal@Reader::edited], or
 * sets it for reading again. A text is not to be changed while it is still
 * growing, or where it is shown with line breaks that it does not have.
 *
 * Returns: whether that was done
 */
gboolean
lieudit_reader_set_editing (LieuditReader *self,
                            gboolean       editing)
{
  g_return_val_if_fail (LIEUDIT_IS_READER (self), FALSE);

  if (self->editing == editing)
    return TRUE;
  if (editing && (self->article == NULL || !lieudit_article_buffer_is_faithful (self->buffer)))
    return FALSE;

  self->editing = editing;
  gtk_text_view_set_editable (self->text_view, editing);
  start_undo (self);
  if (editing)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
      gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
      lieudit_reader_set_again (self);
    }

  return TRUE;
}

/**
 * lieudit_reader_dup_body:
 * @self: a reader
 *
 * Returns: (transfer full): the body of the article as the person left it
 */
char *
lieudit_reader_dup_body (LieuditReader *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (LIEUDIT_IS_READER (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  gtk_text_iter_set_offset (&start, lieudit_article_buffer_get_body_offset (self->buffer));

  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
}

/**
 * lieudit_reader_adopt_article:
 * @self: a reader
 * @article: an article whose body is what lieudit_reader_dup_body() returned
 *
 * Takes the text that is shown for that of another article from now on. The
 * caret and what is marked stay.
 */
void
lieudit_reader_adopt_article (LieuditReader  *self,
                              LieuditArticle *article)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));
  g_return_if_fail (LIEUDIT_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  lieudit_article_buffer_adopt (self->buffer, article);
  lieudit_reader_search_again (self);
  g_object_notify (G_OBJECT (self), "article");
}
