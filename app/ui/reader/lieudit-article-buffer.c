/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-article-buffer.h"

#include <string.h>

#include "lieudit-direction.h"
#include "lieudit-paragraph-tags.h"
#include "lieudit-soft-breaks.h"

/* What a window shows of an article, and some screens more; the rest comes little by little. In bytes. */
#define FIRST_SIZE (64 * 1024)
#define PIECE_SIZE (8 * 1024)

/* How long to add text before giving way to everything else. */
#define FILL_MICROSECONDS 3000

struct _LieuditArticleBuffer
{
  GtkTextBuffer         parent_instance;

  LieuditParagraphTags *paragraphs;
  LieuditArticle       *article;
  const char           *body;            /* in the article */
  gsize                 body_length;     /* bytes */
  gsize                 body_code_point; /* where it begins in the whole text */
  gsize                 end_code_point;  /* and where it ends */
  int                   body_offset;     /* and in the buffer */

  GArray               *breaks;
  guint                 next_break;
  gsize                 filled;        /* bytes of the body that are in the buffer */
  gsize                 n_code_points; /* of them */
  guint                 fill_source;
};

G_DEFINE_TYPE (LieuditArticleBuffer, lieudit_article_buffer, GTK_TYPE_TEXT_BUFFER)

enum {
  EXTENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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

/* Not between the two halves of a line end, which GTK would take for two. */
static gsize
measure_piece (LieuditArticleBuffer *self)
{
  const char *start = self->body + self->filled;
  gsize left = self->body_length - self->filled;
  gsize length = PIECE_SIZE;
  const char *line_end;

  if (left <= length)
    return left;

  line_end = memrchr (start, '\n', length);
  if (line_end != NULL)
    return (gsize) (line_end + 1 - start);

  while ((start[length] & 0xC0) == 0x80 || start[length] == '\n')
    length--;
  return length;
}

/* Returns the bytes up to the next soft break, which is passed; the whole piece if there is none in it. */
static gsize
stop_at_break (LieuditArticleBuffer *self,
               gsize                 length,
               gboolean             *has_break)
{
  const char *start = self->body + self->filled;
  const char *position;
  gsize n_code_points;

  *has_break = FALSE;
  if (self->next_break >= self->breaks->len)
    return length;

  n_code_points = g_array_index (self->breaks, gsize, self->next_break) - self->n_code_points;
  if (n_code_points > length)
    return length;

  position = g_utf8_offset_to_pointer (start, (glong) n_code_points);
  if ((gsize) (position - start) > length)
    return length;

  *has_break = TRUE;
  self->next_break++;
  return (gsize) (position - start);
}

static void
insert_piece (LieuditArticleBuffer *self,
              gsize                 length)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *piece = NULL;
  gboolean has_break;
  GtkTextIter end;

  /* A string of its own: GTK tells screen readers of all that follows in memory. */
  length = stop_at_break (self, length, &has_break);
  piece = g_strndup (self->body + self->filled, length);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, piece, (int) length);
  if (has_break)
    gtk_text_buffer_insert (buffer, &end, "\n", 1);

  self->n_code_points += (gsize) g_utf8_strlen (piece, (gssize) length);
  self->filled += length;
}

/* Adds at least as many bytes of the body. */
static void
fill (LieuditArticleBuffer *self,
      gsize                 n_bytes)
{
  gsize until = MIN (self->filled + n_bytes, self->body_length);

  while (self->filled < until)
    insert_piece (self, measure_piece (self));
  lieudit_paragraph_tags_extend (self->paragraphs, lieudit_article_buffer_is_complete (self));

  g_signal_emit (self, signals[EXTENDED], 0);
}

static gboolean
fill_cb (gpointer user_data)
{
  LieuditArticleBuffer *self = LIEUDIT_ARTICLE_BUFFER (user_data);
  gint64 deadline = g_get_monotonic_time () + FILL_MICROSECONDS;

  while (!lieudit_article_buffer_is_complete (self) && g_get_monotonic_time () < deadline)
    fill (self, PIECE_SIZE);
  if (!lieudit_article_buffer_is_complete (self))
    return G_SOURCE_CONTINUE;

  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static void
insert_body (LieuditArticleBuffer *self,
             gboolean              first_line_is_title)
{
  gboolean has_gaps = strstr (self->body, "\n\n") != NULL || strstr (self->body, "\r\n\r\n") != NULL;

  self->body_offset = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self));
  g_array_unref (self->breaks);
  self->breaks = lieudit_soft_breaks_find (self->body, self->body_length);

  lieudit_paragraph_tags_begin (self->paragraphs, first_line_is_title, has_gaps);
  fill (self, FIRST_SIZE);
  if (!lieudit_article_buffer_is_complete (self))
    self->fill_source = g_idle_add (fill_cb, self);
}

static gboolean
runs_against (const char *text,
              gboolean    right_to_left)
{
  GtkTextDirection direction = lieudit_direction_of (text);

  return direction != GTK_TEXT_DIR_NONE && (direction == GTK_TEXT_DIR_RTL) != right_to_left;
}

static void
insert_head (LieuditArticleBuffer *self,
             gboolean              right_to_left)
{
  const char *date = lieudit_article_get_date (self->article);
  const char *title = lieudit_article_get_title (self->article);

  if (date != NULL && *date != '\0')
    {
      g_autofree char *formatted = format_date (date);

      insert_head_line (self, formatted,
                        lieudit_paragraph_tags_get_date (self->paragraphs, runs_against (formatted, right_to_left)));
    }
  if (title != NULL && *title != '\0' && !body_begins_with_title (self->body, title))
    insert_head_line (self, title, lieudit_paragraph_tags_get_title (self->paragraphs));
}

static void
set_article (LieuditArticleBuffer *self,
             LieuditArticle       *article,
             gboolean              right_to_left)
{
  const char *text = lieudit_article_get_text (article);
  const char *title = lieudit_article_get_title (article);
  gsize offset = lieudit_article_get_body_offset (article);
  GtkTextIter start;

  self->article = g_object_ref (article);
  self->body = text + offset;
  self->body_length = lieudit_article_get_length (article) - offset;
  self->body_code_point = (gsize) g_utf8_strlen (text, (gssize) offset);
  self->end_code_point = self->body_code_point + (gsize) g_utf8_strlen (self->body, (gssize) self->body_length);

  insert_head (self, right_to_left);
  insert_body (self, title != NULL && *title != '\0' && body_begins_with_title (self->body, title));

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
}

/* The tag table is set during construction only, so the tags cannot be made earlier. */
static void
lieudit_article_buffer_constructed (GObject *object)
{
  LieuditArticleBuffer *self = LIEUDIT_ARTICLE_BUFFER (object);

  G_OBJECT_CLASS (lieudit_article_buffer_parent_class)->constructed (object);

  self->paragraphs = lieudit_paragraph_tags_new (GTK_TEXT_BUFFER (self));
}

static void
lieudit_article_buffer_dispose (GObject *object)
{
  LieuditArticleBuffer *self = LIEUDIT_ARTICLE_BUFFER (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);

  G_OBJECT_CLASS (lieudit_article_buffer_parent_class)->dispose (object);
}

static void
lieudit_article_buffer_finalize (GObject *object)
{
  LieuditArticleBuffer *self = LIEUDIT_ARTICLE_BUFFER (object);

  g_clear_pointer (&self->paragraphs, lieudit_paragraph_tags_free);
  g_clear_object (&self->article);
  g_array_unref (self->breaks);

  G_OBJECT_CLASS (lieudit_article_buffer_parent_class)->finalize (object);
}

static void
lieudit_article_buffer_class_init (LieuditArticleBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lieudit_article_buffer_constructed;
  object_class->dispose = lieudit_article_buffer_dispose;
  object_class->finalize = lieudit_article_buffer_finalize;

  /**
   * LieuditArticleBuffer::extended:
   *
   * Emitted when more of the article was added to the buffer.
   */
  signals[EXTENDED] =
    g_signal_new ("extended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
 * paragraph are broken into several. The rest of a long article is added
 * little by little, whenever there is nothing else to do.
 *
 * Returns: (transfer full): the buffer, empty without an article
 */
LieuditArticleBuffer *
lieudit_article_buffer_new (LieuditArticle *article,
                            gboolean        right_to_left)
{
  LieuditArticleBuffer *self = g_object_new (LIEUDIT_TYPE_ARTICLE_BUFFER, NULL);

  if (article != NULL)
    set_article (self, article, right_to_left);

  return self;
}

/**
 * lieudit_article_buffer_get_iter_at_code_point:
 * @self: a buffer
 * @iter: (out): return location for the spot in the buffer
 * @code_point: a spot in the article's whole text, in code points
 *
 * Finds where the buffer shows a spot of the article; the article is added to
 * the buffer up to there.
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

  while (code_point - self->body_code_point >= self->n_code_points && !lieudit_article_buffer_is_complete (self))
    fill (self, PIECE_SIZE);

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

/**
 * lieudit_article_buffer_get_end_code_point:
 * @self: a buffer
 *
 * Tells how much of the article is in the buffer.
 *
 * Returns: the end of it in the article's whole text, in code points
 */
gsize
lieudit_article_buffer_get_end_code_point (LieuditArticleBuffer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (self), 0);

  return self->body_code_point + self->n_code_points;
}

/**
 * lieudit_article_buffer_is_complete:
 * @self: a buffer
 *
 * Returns: whether the whole article is in the buffer
 */
gboolean
lieudit_article_buffer_is_complete (LieuditArticleBuffer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (self), FALSE);

  return self->filled >= self->body_length;
}

/**
 * lieudit_article_buffer_get_bounds:
 * @self: a buffer
 * @first: (out): return location for where the article's body begins in its
 *   whole text, in code points
 * @end: (out): return location for where it ends
 *
 * Tells what of the article is shown, once the buffer is complete.
 */
void
lieudit_article_buffer_get_bounds (LieuditArticleBuffer *self,
                                   gsize                *first,
                                   gsize                *end)
{
  g_return_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (first != NULL && end != NULL);

  *first = self->body_code_point;
  *end = self->end_code_point;
}

/**
 * lieudit_article_buffer_get_body_offset:
 * @self: a buffer
 *
 * Returns: where the body begins in the buffer, in characters
 */
int
lieudit_article_buffer_get_body_offset (LieuditArticleBuffer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (self), 0);

  return self->body_offset;
}

/**
 * lieudit_article_buffer_is_faithful:
 * @self: a buffer
 *
 * Returns: whether the buffer has all of the body, and no line breaks of its
 *   own in it
 */
gboolean
lieudit_article_buffer_is_faithful (LieuditArticleBuffer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (self), FALSE);

  return lieudit_article_buffer_is_complete (self) && self->breaks->len == 0;
}

/**
 * lieudit_article_buffer_adopt:
 * @self: a buffer whose body was edited
 * @article: the article with the body that the buffer has now
 *
 * Takes what the buffer shows for another article.
 */
void
lieudit_article_buffer_adopt (LieuditArticleBuffer *self,
                              LieuditArticle       *article)
{
  gsize offset;

  g_return_if_fail (lieudit_article_buffer_is_faithful (self));
  g_return_if_fail (LIEUDIT_IS_ARTICLE (article));

  offset = lieudit_article_get_body_offset (article);
  g_set_object (&self->article, article);
  self->body = lieudit_article_get_text (article) + offset;
  self->body_length = lieudit_article_get_length (article) - offset;
  self->filled = self->body_length;
  self->n_code_points = (gsize) g_utf8_strlen (self->body, (gssize) self->body_length);
  self->end_code_point = self->body_code_point + self->n_code_points;
}
