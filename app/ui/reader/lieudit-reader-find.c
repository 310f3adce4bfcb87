/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in the article. */
#include "config.h"

#include "reader/lieudit-reader-private.h"

/* Nobody searches for more than some words that happen to be selected. */
#define LONGEST_SUGGESTION 80

static void
show_found (LieuditReader *self,
            guint          index)
{
  GtkTextIter start, end;

  if (!lieudit_text_finder_get_found (self->finder, index, &start, &end))
    return;

  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  lieudit_reader_scroll_to (self, &start, &end);
  lieudit_find_bar_show_result (self->find_bar, index + 1, lieudit_text_finder_get_n_found (self->finder));
}

static void
step (LieuditReader *self,
      gboolean       forwards)
{
  GtkTextIter start, end;

  if (lieudit_text_finder_get_n_found (self->finder) == 0)
    return;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  show_found (self, forwards ? lieudit_text_finder_find_after (self->finder, &end)
                             : lieudit_text_finder_find_before (self->finder, &start));
}

/* While a person types, the first occurrence from the caret on is shown. */
static void
text_changed_cb (LieuditReader *self)
{
  GtkTextIter start, end;

  lieudit_reader_search_again (self);
  if (lieudit_text_finder_get_n_found (self->finder) == 0)
    return;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  show_found (self, lieudit_text_finder_find_after (self->finder, &start));
}

static void
closed_cb (LieuditReader *self)
{
  lieudit_reader_search_again (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/*
 * lieudit_reader_search_again:
 * @self: a reader
 *
 * Finds what is asked for in the text as it is now.
 */
void
lieudit_reader_search_again (LieuditReader *self)
{
  guint n_found = lieudit_text_finder_search (self->finder, lieudit_find_bar_get_text (self->find_bar));

  lieudit_find_bar_show_result (self->find_bar, 0, n_found);
}

/*
 * lieudit_reader_class_init_find:
 * @klass: the class of readers
 *
 * Gives the template what it calls.
 */
void
lieudit_reader_class_init_find (LieuditReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, step);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

/**
 * lieudit_reader_find:
 * @self: a reader
 *
 * Lets the person type what to find; the words that are selected are
 * suggested.
 */
void
lieudit_reader_find (LieuditReader *self)
{
  g_autofree char *selected = NULL;
  GtkTextIter start, end;

  g_return_if_fail (LIEUDIT_IS_READER (self));

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end) &&
      gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end) &&
      gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) <= LONGEST_SUGGESTION)
    selected = gtk_text_iter_get_text (&start, &end);

  lieudit_find_bar_open (self->find_bar, selected);
}

/**
 * lieudit_reader_find_step:
 * @self: a reader
 * @forwards: whether to go on, rather than back
 *
 * Shows another occurrence of what is searched for; opens the bar when nothing
 * is.
 */
void
lieudit_reader_find_step (LieuditReader *self,
                          gboolean       forwards)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));

  if (*lieudit_find_bar_get_text (self->find_bar) == '\0')
    lieudit_reader_find (self);
  else
    step (self, forwards);
}

/**
 * lieudit_reader_close_find:
 * @self: a reader
 *
 * Ends a search.
 *
 * Returns: whether there was one
 */
gboolean
lieudit_reader_close_find (LieuditReader *self)
{
  g_return_val_if_fail (LIEUDIT_IS_READER (self), FALSE);

  if (!lieudit_find_bar_is_open (self->find_bar))
    return FALSE;

  lieudit_find_bar_close (self->find_bar);

  return TRUE;
}
