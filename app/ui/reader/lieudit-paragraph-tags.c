/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-paragraph-tags.h"

#include <pango/pango.h>

/* An intertitle is a short paragraph of its own without a full stop; longer ones are text. In characters. */
#define INTERTITLE_LENGTH 70

/*
 * LieuditParagraphTags:
 *
 * Sets a text that is still growing: its title, its intertitles, the room
 * between its paragraphs.
 */
struct _LieuditParagraphTags
{
  GtkTextBuffer *buffer; /* not owned: it owns this */
  GtkTextTag    *date_tag;
  GtkTextTag    *title_tag;
  GtkTextTag    *intertitle_tag;
  GtkTextTag    *gap_tag;
  GtkTextTag    *paragraph_tag;

  int            next_offset; /* of the first line that is not yet set */
  gboolean       is_title;    /* that line */
  gboolean       after_gap;   /* that line */
  gboolean       has_gaps;
};

static gboolean
line_is_intertitle (const GtkTextIter *start,
                    const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_text (start, end);
  const char *last;

  g_strchomp (text);
  if (*text == '\0' || g_utf8_strlen (text, -1) > INTERTITLE_LENGTH)
    return FALSE;

  last = g_utf8_find_prev_char (text, text + strlen (text));
  return last != NULL && g_unichar_isalnum (g_utf8_get_char (last)) &&
         !g_unichar_islower (g_utf8_get_char (text));
}

static void
set_line (LieuditParagraphTags *self,
          const GtkTextIter    *start,
          const GtkTextIter    *end,
          const GtkTextIter    *next)
{
  gboolean before_gap = gtk_text_iter_compare (end, next) < 0 && gtk_text_iter_ends_line (next);

  if (self->is_title)
    gtk_text_buffer_apply_tag (self->buffer, self->title_tag, start, end);
  else if (self->after_gap && before_gap && line_is_intertitle (start, end))
    gtk_text_buffer_apply_tag (self->buffer, self->intertitle_tag, start, end);

  self->is_title = FALSE;
  self->after_gap = FALSE;
}

/**
 * lieudit_paragraph_tags_new:
 * @buffer: the buffer of a text, which lives longer
 *
 * Adds the tags of paragraphs to a buffer.
 *
 * Returns: (transfer full): new tags
 */
LieuditParagraphTags *
lieudit_paragraph_tags_new (GtkTextBuffer *buffer)
{
  LieuditParagraphTags *self = g_new0 (LieuditParagraphTags, 1);

  self->buffer = buffer;
  self->date_tag = gtk_text_buffer_create_tag (buffer, "date",
                                               "scale", PANGO_SCALE_SMALL,
                                               "family", "sans",
                                               "pixels-above-lines", 0,
                                               "pixels-below-lines", 12,
                                               NULL);
  self->title_tag = gtk_text_buffer_create_tag (buffer, "title",
                                                "scale", 1.6,
                                                "weight", PANGO_WEIGHT_BOLD,
                                                "pixels-inside-wrap", 2,
                                                "pixels-below-lines", 14,
                                                NULL);
  self->intertitle_tag = gtk_text_buffer_create_tag (buffer, "intertitle",
                                                     "scale", 1.1,
                                                     "weight", PANGO_WEIGHT_BOLD,
                                                     "pixels-above-lines", 10,
                                                     NULL);
  self->gap_tag = gtk_text_buffer_create_tag (buffer, "gap",
                                              "scale", 0.5,
                                              "pixels-below-lines", 8,
                                              NULL);
  self->paragraph_tag = gtk_text_buffer_create_tag (buffer, "paragraph",
                                                    "pixels-below-lines", 12,
                                                    NULL);

  return self;
}

/**
 * lieudit_paragraph_tags_free:
 * @self: (transfer full): tags
 */
void
lieudit_paragraph_tags_free (LieuditParagraphTags *self)
{
  g_free (self);
}

/**
 * lieudit_paragraph_tags_get_date:
 * @self: tags
 * @runs_against: whether the date, which is in the language of the interface,
 *   runs against the direction of the article, on whose side it stands
 *
 * Returns: (transfer none): the tag of the line with the date
 */
GtkTextTag *
lieudit_paragraph_tags_get_date (LieuditParagraphTags *self,
                                 gboolean              runs_against)
{
  /* The right of a line that runs from right to left is its left. */
  if (runs_against)
    g_object_set (self->date_tag, "justification", GTK_JUSTIFY_RIGHT, NULL);

  return self->date_tag;
}

/**
 * lieudit_paragraph_tags_get_title:
 * @self: tags
 *
 * Returns: (transfer none): the tag of the line with the title
 */
GtkTextTag *
lieudit_paragraph_tags_get_title (LieuditParagraphTags *self)
{
  return self->title_tag;
}

/**
 * lieudit_paragraph_tags_begin:
 * @self: tags
 * @first_line_is_title: whether the body begins with the title
 * @has_gaps: whether there are blank lines between the paragraphs
 *
 * Says that the body comes next in the buffer.
 */
void
lieudit_paragraph_tags_begin (LieuditParagraphTags *self,
                              gboolean              first_line_is_title,
                              gboolean              has_gaps)
{
  self->next_offset = gtk_text_buffer_get_char_count (self->buffer);
  self->is_title = first_line_is_title;
  self->after_gap = FALSE;
  self->has_gaps = has_gaps;
}

/*
 * Shown at their full height, blank lines between paragraphs would tear the
 * text apart; without them it would be glued together.
 */
static void
add_room (LieuditParagraphTags *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, self->next_offset);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->paragraph_tag, &start, &end);
}

/**
 * lieudit_paragraph_tags_extend:
 * @self: tags
 * @complete: whether the body is now there as a whole
 *
 * Sets what was added to the buffer. Whether a line is an intertitle is known
 * once the line after it has begun.
 */
void
lieudit_paragraph_tags_extend (LieuditParagraphTags *self,
                               gboolean              complete)
{
  int last_line = gtk_text_buffer_get_line_count (self->buffer) - 1;
  GtkTextIter start;

  if (!self->has_gaps)
    add_room (self);

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, self->next_offset);
  while (!gtk_text_iter_is_end (&start) && (complete || gtk_text_iter_get_line (&start) + 2 <= last_line))
    {
      GtkTextIter next = start;

      gtk_text_iter_forward_line (&next);
      if (gtk_text_iter_ends_line (&start))
        {
          gtk_text_buffer_apply_tag (self->buffer, self->gap_tag, &start, &next);
          self->after_gap = TRUE;
        }
      else
        {
          GtkTextIter end = start;

          gtk_text_iter_forward_to_line_end (&end);
          set_line (self, &start, &end, &next);
        }
      start = next;
    }
  self->next_offset = gtk_text_iter_get_offset (&start);
}
