/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-builder.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-head.h"
#include "article/lieudit-article-reader.h"

/* Longer titles and names are none: somebody put a text there. */
#define LONGEST_NAME 1000

/* More of what was left out than this is of no use to anybody; bytes. */
#define MOST_LEFT_OUT (512 * 1024)

typedef struct {
  LieuditSpan span;
  gboolean    has_text;
} OpenSpan;

/*
 * LieuditArticleBuilder:
 *
 * Puts an article together from the pieces of a file: words, with white space
 * as it comes, in blocks that become paragraphs. Paragraphs are parted by one
 * empty line. All strings may come from anybody; what is not UTF-8 is mended.
 */
struct _LieuditArticleBuilder
{
  GString               *text;
  guint                  n_line_ends; /* before the next word */
  gboolean               has_space;   /* before the next word */
  GArray                *open_spans;  /* of OpenSpan */
  LieuditArticleOutline *outline;
  GString               *left_out;
  char                  *title;
  char                  *date;
  char                  *language;
  char                  *source;
};

static gboolean
is_white_space (gunichar character)
{
  return character == ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f' ||
         character == 0x2028 || character == 0x2029;
}

/* Hints for breaking lines, which would part the words; and what no text has. */
static gboolean
is_dropped (gunichar character)
{
  return character == 0x00AD || character == 0x200B || character == 0xFEFF ||
         (character < 0x20 && !is_white_space (character)) || (character >= 0x7F && character < 0xA0);
}

static void
append_gap (LieuditArticleBuilder *self)
{
  if (self->text->len > 0)
    {
      if (self->n_line_ends > 0)
        g_string_append_len (self->text, "\n\n", MIN (self->n_line_ends, 2));
      else if (self->has_space)
        g_string_append_c (self->text, ' ');
    }
  self->n_line_ends = 0;
  self->has_space = FALSE;

  for (guint i = self->open_spans->len; i > 0; i--)
    {
      OpenSpan *open = &g_array_index (self->open_spans, OpenSpan, i - 1);

      if (open->has_text)
        break;
      open->span.start = self->text->len;
      open->has_text = TRUE;
    }
}

/* White space as one space, as in a line of print. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : NULL;
  GString *cleaned = g_string_new (NULL);

  for (const char *next = valid; next != NULL && *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar character = g_utf8_get_char (next);

      if (is_white_space (character) || character == 0xA0)
        {
          if (cleaned->len > 0 && cleaned->str[cleaned->len - 1] != ' ')
            g_string_append_c (cleaned, ' ');
        }
      else if (!is_dropped (character))
        {
          g_string_append_unichar (cleaned, character);
        }
    }
  g_strchomp (cleaned->str);

  if (*cleaned->str == '\0' || strlen (cleaned->str) > LONGEST_NAME)
    return g_string_free (cleaned, TRUE), NULL;

  return g_string_free (cleaned, FALSE);
}

static void
set_name (char       **member,
          const char  *name)
{
  char *cleaned = clean_name (name);

  if (cleaned == NULL)
    return;

  g_free (*member);
  *member = cleaned;
}

/**
 * lieudit_article_builder_new:
 *
 * Returns: (transfer full): a builder of an article
 */
LieuditArticleBuilder *
lieudit_article_builder_new (void)
{
  LieuditArticleBuilder *self = g_new0 (LieuditArticleBuilder, 1);

  self->text = g_string_new (NULL);
  self->left_out = g_string_new (NULL);
  self->open_spans = g_array_new (FALSE, FALSE, sizeof (OpenSpan));
  self->outline = lieudit_article_outline_new ();

  return self;
}

/**
 * lieudit_article_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees a builder.
 */
void
lieudit_article_builder_free (LieuditArticleBuilder *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->left_out, TRUE);
  g_array_unref (self->open_spans);
  lieudit_article_outline_unref (self->outline);
  g_free (self->title);
  g_free (self->date);
  g_free (self->language);
  g_free (self->source);
  g_free (self);
}

/**
 * lieudit_article_builder_set_title:
 * @self: a builder
 * @title: (nullable): the headline; none leaves the one that was set
 *
 * Sets the headline. It is no part of the text by that.
 */
void
lieudit_article_builder_set_title (LieuditArticleBuilder *self,
                                   const char            *title)
{
  set_name (&self->title, title);
}

/**
 * lieudit_article_builder_set_date:
 * @self: a builder
 * @date: (nullable): a date of ISO 8601, perhaps with a time, which is dropped
 *
 * Sets the day; what is no date changes nothing.
 */
void
lieudit_article_builder_set_date (LieuditArticleBuilder *self,
                                  const char            *date)
{
  g_autofree char *compact = NULL;
  gsize length;

  if (date == NULL)
    return;

  date += strspn (date, " \t\r\n");
  if (strspn (date, "0123456789") == 8)
    date = compact = g_strdup_printf ("%.4s-%.2s-%.2s", date, date + 4, date + 6);

  length = MIN (strcspn (date, " T"), 10);
  if (length == 0)
    return;

  {
    g_autofree char *day = g_strndup (date, length);

    if (lieudit_article_scan_date (day) != length)
      return;
    g_free (self->date);
    self->date = g_steal_pointer (&day);
  }
}

/**
 * lieudit_article_builder_set_language:
 * @self: a builder
 * @language: (nullable): a BCP 47 tag, perhaps with underscores
 *
 * Sets the language; what is no tag changes nothing.
 */
void
lieudit_article_builder_set_language (LieuditArticleBuilder *self,
                                      const char            *language)
{
  g_autofree char *tag = clean_name (language);
  gsize length;

  if (tag == NULL)
    return;

  g_strdelimit (tag, "_", '-');
  length = strcspn (tag, "-");
  if (length < 2 || length > 3 || strlen (tag) > 35)
    return;
  for (gsize i = 0; tag[i] != '\0'; i++)
    {
      if (!(i < length ? g_ascii_isalpha (tag[i]) : g_ascii_isalnum (tag[i]) || tag[i] == '-'))
        return;
    }

  g_free (self->language);
  self->language = g_steal_pointer (&tag);
}

/**
 * lieudit_article_builder_set_source:
 * @self: a builder
 * @source: (nullable): URI or name of where the article comes from
 *
 * Sets the source.
 */
void
lieudit_article_builder_set_source (LieuditArticleBuilder *self,
                                    const char            *source)
{
  set_name (&self->source, source);
}

/**
 * lieudit_article_builder_set_author:
 * @self: a builder
 * @author: (nullable): who wrote it
 *
 * Sets the author.
 */
void
lieudit_article_builder_set_author (LieuditArticleBuilder *self,
                                    const char            *author)
{
  g_autofree char *name = clean_name (author);

  if (name != NULL)
    lieudit_article_outline_set_author (self->outline, name);
}

/**
 * lieudit_article_builder_set_publisher:
 * @self: a builder
 * @publisher: (nullable): the newspaper, agency or site
 *
 * Sets the publisher.
 */
void
lieudit_article_builder_set_publisher (LieuditArticleBuilder *self,
                                       const char            *publisher)
{
  g_autofree char *name = clean_name (publisher);

  if (name != NULL)
    lieudit_article_outline_set_publisher (self->outline, name);
}

/**
 * lieudit_article_builder_get_title:
 * @self: a builder
 *
 * Returns: (transfer none) (nullable): the headline
 */
const char *
lieudit_article_builder_get_title (LieuditArticleBuilder *self)
{
  return self->title;
}

/**
 * lieudit_article_builder_adopt_title:
 * @self: a builder
 *
 * Takes the first words for the headline, if they are a heading or no headline
 * was set; documents often have a title of another one they were made from.
 */
void
lieudit_article_builder_adopt_title (LieuditArticleBuilder *self)
{
  const LieuditSpan *spans;
  gsize length = 0;
  guint n_spans;

  spans = lieudit_article_outline_get_spans (self->outline, &n_spans);
  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].kind == LIEUDIT_SPAN_HEADING && spans[i].start == 0)
        length = spans[i].end;
    }

  if (length == 0 && self->title == NULL)
    {
      g_auto(LieuditArticleHead) head = { NULL, };

      lieudit_article_head_init (&head, self->text->str);
      lieudit_article_builder_set_title (self, head.title);
    }
  else if (length > 0)
    {
      g_autofree char *title = g_strndup (self->text->str, length);

      lieudit_article_builder_set_title (self, title);
    }
}

/**
 * lieudit_article_builder_begin_block:
 * @self: a builder
 *
 * Has the next word begin a paragraph.
 */
void
lieudit_article_builder_begin_block (LieuditArticleBuilder *self)
{
  self->n_line_ends = 2;
}

/**
 * lieudit_article_builder_break_line:
 * @self: a builder
 *
 * Has the next word begin a line; two breaks make a paragraph.
 */
void
lieudit_article_builder_break_line (LieuditArticleBuilder *self)
{
  self->n_line_ends++;
}

/**
 * lieudit_article_builder_begin_span:
 * @self: a builder
 * @kind: what follows
 * @value: its level or number
 *
 * Marks the next words. Spans lie inside each other.
 */
void
lieudit_article_builder_begin_span (LieuditArticleBuilder *self,
                                    LieuditSpanKind        kind,
                                    guint                  value)
{
  OpenSpan open = { { kind, value, 0, 0 }, FALSE };

  g_array_append_val (self->open_spans, open);
}

/**
 * lieudit_article_builder_end_span:
 * @self: a builder
 *
 * Ends the span that was begun last. One without words is forgotten.
 */
void
lieudit_article_builder_end_span (LieuditArticleBuilder *self)
{
  OpenSpan open;

  g_return_if_fail (self->open_spans->len > 0);

  open = g_array_index (self->open_spans, OpenSpan, self->open_spans->len - 1);
  g_array_set_size (self->open_spans, self->open_spans->len - 1);
  open.span.end = self->text->len;
  if (open.has_text)
    lieudit_article_outline_add_span (self->outline, &open.span);
}

/**
 * lieudit_article_builder_add_span:
 * @self: a builder
 * @span: a stretch of the text so far
 *
 * Adds a span that lies in no other, and in which others do not lie.
 */
void
lieudit_article_builder_add_span (LieuditArticleBuilder *self,
                                  const LieuditSpan     *span)
{
  lieudit_article_outline_add_span (self->outline, span);
}

/**
 * lieudit_article_builder_append:
 * @self: a builder
 * @text: words
 * @length: bytes of them, or -1
 *
 * Adds words. Any white space in them is one space.
 */
void
lieudit_article_builder_append (LieuditArticleBuilder *self,
                                const char            *text,
                                gssize                 length)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;
  if (!g_utf8_validate (text, length, NULL))
    text = valid = g_utf8_make_valid (text, length);
  else if (length >= 0)
    text = valid = g_strndup (text, (gsize) length);

  for (const char *next = text; *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar character = g_utf8_get_char (next);

      if (is_white_space (character))
        {
          self->has_space = TRUE;
        }
      else if (!is_dropped (character))
        {
          append_gap (self);
          g_string_append_len (self->text, next, g_utf8_skip[(guchar) *next]);
        }
    }
}

/**
 * lieudit_article_builder_append_paragraph:
 * @self: a builder
 * @text: (nullable): words
 *
 * Adds a paragraph.
 */
void
lieudit_article_builder_append_paragraph (LieuditArticleBuilder *self,
                                          const char            *text)
{
  lieudit_article_builder_begin_block (self);
  lieudit_article_builder_append (self, text, -1);
  lieudit_article_builder_begin_block (self);
}

/**
 * lieudit_article_builder_append_heading:
 * @self: a builder
 * @text: (nullable): words
 * @level: from 1
 *
 * Adds a heading.
 */
void
lieudit_article_builder_append_heading (LieuditArticleBuilder *self,
                                        const char            *text,
                                        guint                  level)
{
  lieudit_article_builder_begin_block (self);
  lieudit_article_builder_begin_span (self, LIEUDIT_SPAN_HEADING, level);
  lieudit_article_builder_append (self, text, -1);
  lieudit_article_builder_end_span (self);
  lieudit_article_builder_begin_block (self);
}

/**
 * lieudit_article_builder_append_verbatim:
 * @self: a builder
 * @text: valid UTF-8
 *
 * Adds a text as it is, with its own lines and white space, so that offsets in
 * it stay true.
 */
void
lieudit_article_builder_append_verbatim (LieuditArticleBuilder *self,
                                         const char            *text)
{
  if (*text == '\0')
    return;

  append_gap (self);
  g_string_append (self->text, text);
}

/**
 * lieudit_article_builder_get_length:
 * @self: a builder
 *
 * Returns: bytes of the text so far
 */
gsize
lieudit_article_builder_get_length (LieuditArticleBuilder *self)
{
  return self->text->len;
}

/**
 * lieudit_article_builder_get_text:
 * @self: a builder
 *
 * Returns: (transfer none): the text so far
 */
const char *
lieudit_article_builder_get_text (LieuditArticleBuilder *self)
{
  return self->text->str;
}

/**
 * lieudit_article_builder_leave_out:
 * @self: a builder
 * @text: (nullable): a paragraph of the file
 *
 * Keeps what is no part of the article, for somebody who misses something.
 */
void
lieudit_article_builder_leave_out (LieuditArticleBuilder *self,
                                   const char            *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL || self->left_out->len > MOST_LEFT_OUT)
    return;

  valid = g_strstrip (g_utf8_make_valid (text, -1));
  if (*valid == '\0')
    return;

  if (self->left_out->len > 0)
    g_string_append_c (self->left_out, '\n');
  g_string_append (self->left_out, valid);
}

/**
 * lieudit_article_builder_state_place:
 * @self: a builder
 * @place: a place that the file states
 *
 * Adds a place of the file's own.
 */
void
lieudit_article_builder_state_place (LieuditArticleBuilder    *self,
                                     const LieuditStatedPlace *place)
{
  lieudit_article_outline_add_stated_place (self->outline, place);
}

/**
 * lieudit_article_builder_finish:
 * @self: a builder, of no further use
 * @error: return location for an error
 *
 * Makes the article.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR_EMPTY or %LIEUDIT_ARTICLE_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full) (nullable): a new article, or %NULL on error
 */
LieuditArticle *
lieudit_article_builder_finish (LieuditArticleBuilder  *self,
                                GError                **error)
{
  while (self->open_spans->len > 0)
    lieudit_article_builder_end_span (self);

  if (self->text->len == 0)
    {
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_EMPTY,
                           _("There is no text in it. Choose another file, or copy an article and paste it."));
      return NULL;
    }
  if (self->text->len > LIEUDIT_ARTICLE_SIZE_LIMIT)
    {
      lieudit_article_set_too_large_error (error, self->text->len);
      return NULL;
    }

  lieudit_article_outline_set_left_out (self->outline, self->left_out->str);
  lieudit_article_outline_finish (self->outline);

  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", self->text->str,
                       "title", self->title,
                       "date", self->date,
                       "language", self->language,
                       "source", self->source,
                       "outline", self->outline,
                       NULL);
}
