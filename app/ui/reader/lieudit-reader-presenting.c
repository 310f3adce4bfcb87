/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article as a class sees it: without tools, and with one sentence lit. */
#include "config.h"

#include "reader/lieudit-reader-private.h"

/* Where in the view the sentence is that is lit, from its top. */
#define LIT_POSITION 0.4

/* A new size of letters is known to the text in the frame after the one that asked for it. */
#define FRAMES_TO_SET 2

/* Text keeps a contrast of at least 4.5:1 on all of these (WCAG 2.1, 1.4.3): black on the light one 18:1, what is dimmed 5.3:1. */
static const struct {
  const char *lit_background;
  const char *dim_text;
} palettes[] = {
  { "#ffe89a", "#6b6860" },
  { "#5a4a10", "#a5a29d" },
};

static GtkTextTag *
add_tag (LieuditReader *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self->buffer));
  g_autoptr(GtkTextTag) tag = gtk_text_tag_new (NULL);

  gtk_text_tag_table_add (table, tag);
  /* The marks of places are drawn over it. */
  gtk_text_tag_set_priority (tag, 0);

  return tag;
}

static void
apply (LieuditReader *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter first, start, end, last;

  gtk_text_buffer_get_bounds (buffer, &first, &last);
  gtk_text_buffer_remove_tag (buffer, self->lit_tag, &first, &last);
  gtk_text_buffer_remove_tag (buffer, self->dim_tag, &first, &last);
  if (self->lit_end == 0 ||
      !lieudit_article_buffer_get_iter_at_code_point (self->buffer, &start, self->lit_start) ||
      !lieudit_article_buffer_get_iter_at_code_point (self->buffer, &end, self->lit_end))
    return;

  gtk_text_buffer_apply_tag (buffer, self->lit_tag, &start, &end);
  if (self->dims)
    {
      gtk_text_buffer_apply_tag (buffer, self->dim_tag, &first, &start);
      gtk_text_buffer_apply_tag (buffer, self->dim_tag, &end, &last);
    }
}

/*
 * lieudit_reader_light_again:
 * @self: a reader whose buffer or colours changed
 *
 * Lights the sentence that is lit in what is shown now.
 */
void
lieudit_reader_light_again (LieuditReader *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (self->lit_end == 0)
    return;

  if (self->lit_tag == NULL)
    {
      self->dim_tag = add_tag (self);
      self->lit_tag = add_tag (self);
      g_signal_connect_object (self->buffer, "extended", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
    }
  g_object_set (self->lit_tag, "background", palettes[dark].lit_background, NULL);
  g_object_set (self->dim_tag, "foreground", palettes[dark].dim_text, NULL);
  apply (self);
}

static void
scroll_to_lit (LieuditReader *self)
{
  GtkTextIter start;

  if (!lieudit_article_buffer_get_iter_at_code_point (self->buffer, &start, self->lit_start))
    return;

  /* The caret goes along, so that a screen reader reads on from here. */
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &start);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)), 0.0, TRUE, 0.0, LIT_POSITION);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  LieuditReader *self = LIEUDIT_READER (widget);

  self->lit_wait--;
  if (self->lit_wait > 0)
    return G_SOURCE_CONTINUE;
  if (self->lit_end > 0)
    scroll_to_lit (self);

  return G_SOURCE_REMOVE;
}

/* Letters or lines have another size, which the text only has from the next frame on. */
static void
set_anew_cb (LieuditReader *self)
{
  if (self->lit_wait == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  self->lit_wait = FRAMES_TO_SET;
}

/**
 * lieudit_reader_light:
 * @self: a reader
 * @start: the first code point of a sentence
 * @end: the code point after the last
 *
 * Lights a sentence, dims the others and brings it into view.
 */
void
lieudit_reader_light (LieuditReader *self,
                      gsize          start,
                      gsize          end)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));
  g_return_if_fail (start < end);

  self->lit_start = start;
  self->lit_end = end;
  lieudit_reader_light_again (self);
  scroll_to_lit (self);
}

/**
 * lieudit_reader_unlight:
 * @self: a reader
 *
 * Shows all sentences alike.
 */
void
lieudit_reader_unlight (LieuditReader *self)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));

  self->lit_end = 0;
  if (self->lit_tag != NULL)
    apply (self);
}

/**
 * lieudit_reader_set_presenting:
 * @self: a reader
 * @dims: whether the sentences that are not lit are pale, which a weak projector cannot show
 *
 * Shows the article to a class, without what a class does not need.
 */
void
lieudit_reader_set_presenting (LieuditReader *self,
                               gboolean       dims)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));

  if (!self->presenting)
    {
      g_signal_connect_object (lieudit_reader_get_style (self), "notify::size", G_CALLBACK (set_anew_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->text_view)), "notify::page-size",
                               G_CALLBACK (set_anew_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (self->tools, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), FALSE);
  gtk_text_view_set_cursor_visible (self->text_view, FALSE);
  self->presenting = TRUE;
  self->dims = dims;
  lieudit_reader_light_again (self);
}
