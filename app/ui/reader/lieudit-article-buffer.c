/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-article-buffer.h"

#include "lieudit-soft-breaks.h"

#include <pango/pango.h>

/* An intertitle is a short paragraph of its own without a full stop; longer ones are text. In characters. */
#define INTERTITLE_LENGTH 70

struct _LieuditArticleBuffer
{
  GtkTextBuffer  parent_instance;

  GtkTextTag    *date_tag;
  GtkTextTag    *title_tag;
  GtkTextTag    *intertitle_tag;
  GtkTextTag    *gap_tag;
  GtkTextTag    *paragraph_tag;

  gsize          body_code_point;
  int            body_offset;
  GArray        *breaks;
};

G_DEFINE_TYPE (LieuditArticleBuffer, lieudit_article_buffer, GTK_TYPE_TEXT_BUFFER)

static char *
format_date (const char *date)
{
  int year, month, day;
  int n_read = sscanf (date, "%4d-%2d-%2d", &year, &month, &day);
  g_autoptr(GDateTime) time = NULL;

  if (n_read < 2)
    return g_strdup (date);

  time = g_date_time_new_utc (year, month, n_read == 3 ? day : 1, 0, 0, 0);
  if (time == NULL)
    return g_strdup (date);

  return g_date_time_format (time, n_read == 3 ? "%-d %B %Y" : "%OB %Y");
}

static void
insert_head_line (LieuditArticleBuffer *self,
                  const char           *text,
                  GtkTextTag           *tag)
{
  GtkTextIter end;
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &end);
  gtk_text_buffer_insert_with_tags (GTK_TEXT_BUFFER (self), &end, line, -1, tag, NULL);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), &end, "\n", 1);
}

static gboolean
body_begins_with_title (const char *body,
                        const char *title)
{
  body += strspn (body, " \t\r\n");

  return g_str_has_prefix (body, title) && strchr ("\r\n", body[strlen (title)]) != NULL;
}

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
insert_body (LieuditArticleBuffer *self,
             const char           *body,
             gsize                 length)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *piece = body;
  gsize code_point = 0;
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  self->body_offset = gtk_text_iter_get_offset (&end);
  g_array_unref (self->breaks);
  self->breaks = lieudit_soft_breaks_find (body, length);

  for (guint i = 0; i < self->breaks->len; i++)
    {
      gsize next = g_array_index (self->breaks, gsize, i);
      const char *piece_end = g_utf8_offset_to_pointer (piece, (glong) (next - code_point));

      gtk_text_buffer_insert (buffer, &end, piece, (int) (piece_end - piece));
      gtk_text_buffer_insert (buffer, &end, "\n", 1);
      piece = piece_end;
      code_point = next;
    }
  gtk_text_buffer_insert (buffer, &end, piece, (int) (body + length - piece));
}

/* Shown at their full height, blank lines between paragraphs would tear the text apart; none would glue it. */
static void
tag_paragraphs (LieuditArticleBuffer *self,
                const char           *body)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start, end;

  if (strstr (body, "\n\n") != NULL || strstr (body, "\r\n\r\n") != NULL)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, self->body_offset);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_apply_tag (buffer, self->paragraph_tag, &start, &end);
}

static void
tag_lines (LieuditArticleBuffer *self,
           gboolean              first_line_is_title)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  gboolean after_gap = FALSE, first = TRUE;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, self->body_offset);

  while (!gtk_text_iter_is_end (&start))
    {
      gboolean blank = gtk_text_iter_ends_line (&start);
      gboolean before_gap;

      end = start;
      if (!blank)
        gtk_text_iter_forward_to_line_end (&end);

      if (blank)
        {
          gtk_text_iter_forward_line (&end);
          gtk_text_buffer_apply_tag (buffer, self->gap_tag, &start, &end);
        }
      else
        {
          GtkTextIter next = end;

          before_gap = gtk_text_iter_forward_line (&next) && gtk_text_iter_ends_line (&next);
          if (first && first_line_is_title)
            gtk_text_buffer_apply_tag (buffer, self->title_tag, &start, &end);
          else if (after_gap && before_gap && line_is_intertitle (&start, &end))
            gtk_text_buffer_apply_tag (buffer, self->intertitle_tag, &start, &end);
          first = FALSE;
        }

      after_gap = blank;
      if (!blank)
        gtk_text_iter_forward_line (&start);
      else
        start = end;
    }
}

/* The tag table is set during construction only, so the tags cannot be made earlier. */
static void
lieudit_article_buffer_constructed (GObject *object)
{
  LieuditArticleBuffer *self = LIEUDIT_ARTICLE_BUFFER (object);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  G_OBJECT_CLASS (lieudit_article_buffer_parent_class)->constructed (object);

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
}

static void
lieudit_article_buffer_finalize (GObject *object)
{
  LieuditArticleBuffer *self = LIEUDIT_ARTICLE_BUFFER (object);

  g_array_unref (self->breaks);

  G_OBJECT_CLASS (lieudit_article_buffer_parent_class)->finalize (object);
}

static void
lieudit_article_buffer_class_init (LieuditArticleBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = lieudit_article_buffer_constructed;
  G_OBJECT_CLASS (klass)->finalize = lieudit_article_buffer_finalize;
}

static void
lieudit_article_buffer_init (LieuditArticleBuffer *self)
{
  self->breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
}

/**
 * lieudit_article_buffer_new:
 * @article: (nullable): an article
 * @right_to_left: whether it is written from right to left
 *
 * Sets an article for reading: its date and its title, unless the body begins
 * with it, then its body, byte for byte. Only lines far longer than any
 * paragraph are broken into several.
 *
 * Returns: (transfer full): the buffer, empty without an article
 */
LieuditArticleBuffer *
lieudit_article_buffer_new (LieuditArticle *article,
                            gboolean        right_to_left)
{
  LieuditArticleBuffer *self = g_object_new (LIEUDIT_TYPE_ARTICLE_BUFFER, NULL);
  gboolean title_in_body = FALSE;
  const char *text, *title, *date;
  GtkTextIter start;
  gsize offset;

  if (article == NULL)
    return self;

  text = lieudit_article_get_text (article);
  title = lieudit_article_get_title (article);
  date = lieudit_article_get_date (article);
  offset = lieudit_article_get_body_offset (article);

  if (date != NULL && *date != '\0')
    {
      g_autofree char *formatted = format_date (date);

      /* The date is written in the language of the interface, but stands on the side of the article's. */
      if (right_to_left)
        g_object_set (self->date_tag, "justification", GTK_JUSTIFY_RIGHT, NULL);
      insert_head_line (self, formatted, self->date_tag);
    }

  if (title != NULL && *title != '\0')
    {
      title_in_body = body_begins_with_title (text + offset, title);
      if (!title_in_body)
        insert_head_line (self, title, self->title_tag);
    }

  self->body_code_point = g_utf8_strlen (text, offset);
  insert_body (self, text + offset, lieudit_article_get_length (article) - offset);
  tag_paragraphs (self, text + offset);
  tag_lines (self, title_in_body);

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);

  return self;
}

/**
 * lieudit_article_buffer_get_iter_at_code_point:
 * @self: a buffer
 * @iter: (out): return location for the spot in the buffer
 * @code_point: a spot in the article's whole text, in code points
 *
 * Finds where the buffer shows a spot of the article.
 *
 * Returns: %FALSE if it does not, because the spot lies before the body
 */
gboolean
lieudit_article_buffer_get_iter_at_code_point (LieuditArticleBuffer *self,
                                               GtkTextIter          *iter,
                                               gsize                 code_point)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (self), FALSE);
  g_return_val_if_fail (iter != NULL, FALSE);

  if (code_point < self->body_code_point)
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter,
                                      self->body_offset +
                                      (int) lieudit_soft_breaks_to_shown (self->breaks, code_point - self->body_code_point));

  return TRUE;
}

/**
 * lieudit_article_buffer_get_code_point:
 * @self: a buffer
 * @iter: a spot in the buffer
 * @code_point: (out): return location for the spot in the article's whole
 *   text, in code points
 *
 * Finds which spot of the article is shown somewhere in the buffer.
 *
 * Returns: %FALSE if it is none, but the date or the title set above the body
 */
gboolean
lieudit_article_buffer_get_code_point (LieuditArticleBuffer *self,
                                       const GtkTextIter    *iter,
                                       gsize                *code_point)
{
  int offset;

  g_return_val_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (self), FALSE);
  g_return_val_if_fail (iter != NULL, FALSE);
  g_return_val_if_fail (code_point != NULL, FALSE);

  offset = gtk_text_iter_get_offset (iter);
  if (offset < self->body_offset)
    return FALSE;

  *code_point = self->body_code_point + lieudit_soft_breaks_to_text (self->breaks, (gsize) (offset - self->body_offset));

  return TRUE;
}
