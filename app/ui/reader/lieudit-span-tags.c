/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings and emphasis of articles whose files have them. */
#include "config.h"

#include "lieudit-span-tags.h"

/* How much larger headings are than the text, from the first level on. */
static const double heading_scales[] = { 1.45, 1.25, 1.15, 1.08, 1.0, 1.0 };

#define INDENT 24

typedef struct {
  LieuditArticle *article;
  guint           next;       /* span to show */
  gsize           offset;     /* in the text, in bytes, and how many code points that are */
  gsize           code_point;
  GPtrArray      *heading_tags;
  GtkTextTag     *tags[LIEUDIT_SPAN_PAGE + 1]; /* NULL for what looks like any text */
} SpanTags;

static void
span_tags_free (gpointer data)
{
  SpanTags *self = data;

  g_object_unref (self->article);
  g_ptr_array_unref (self->heading_tags);
  g_free (self);
}

static void
create_tags (SpanTags      *self,
             GtkTextBuffer *buffer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heading_scales); i++)
    g_ptr_array_add (self->heading_tags,
                     gtk_text_buffer_create_tag (buffer, NULL, "scale", heading_scales[i], "weight", PANGO_WEIGHT_BOLD, NULL));

  self->tags[LIEUDIT_SPAN_EMPHASIS] = gtk_text_buffer_create_tag (buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL);
  self->tags[LIEUDIT_SPAN_STRONG] = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->tags[LIEUDIT_SPAN_QUOTE] =
    gtk_text_buffer_create_tag (buffer, NULL, "left-margin", INDENT, "right-margin", INDENT, "accumulative-margin", TRUE, NULL);
  self->tags[LIEUDIT_SPAN_LIST_ITEM] =
    gtk_text_buffer_create_tag (buffer, NULL, "left-margin", INDENT, "accumulative-margin", TRUE, NULL);
  self->tags[LIEUDIT_SPAN_CAPTION] = gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.9, NULL);
}

static GtkTextTag *
get_tag (SpanTags          *self,
         const LieuditSpan *span)
{
  /* The headline is set by the buffer already. */
  if (span->kind == LIEUDIT_SPAN_HEADING && span->start == lieudit_article_get_body_offset (self->article) &&
      lieudit_article_get_title (self->article) != NULL)
    return NULL;
  if (span->kind == LIEUDIT_SPAN_HEADING)
    return g_ptr_array_index (self->heading_tags, CLAMP (span->value, 1, self->heading_tags->len) - 1);

  return self->tags[span->kind];
}

/* Spans come in the order in which they begin, so that the text is counted once. */
static gsize
count_to (SpanTags *self,
          gsize     offset)
{
  const char *text = lieudit_article_get_text (self->article);

  self->code_point += (gsize) g_utf8_strlen (text + self->offset, (gssize) (offset - self->offset));
  self->offset = offset;

  return self->code_point;
}

static void
apply (LieuditArticleBuffer *buffer,
       SpanTags             *self)
{
  const char *text = lieudit_article_get_text (self->article);
  gsize filled = lieudit_article_buffer_get_end_code_point (buffer);
  const LieuditSpan *spans;
  guint n_spans;

  spans = lieudit_article_outline_get_spans (lieudit_article_get_outline (self->article), &n_spans);
  for (; self->next < n_spans; self->next++)
    {
      const LieuditSpan *span = &spans[self->next];
      GtkTextTag *tag = get_tag (self, span);
      gsize start = count_to (self, span->start);
      gsize end;
      GtkTextIter start_iter, end_iter;

      if (tag == NULL)
        continue;

      end = start + (gsize) g_utf8_strlen (text + span->start, (gssize) (span->end - span->start));
      if (end > filled)
        return;
      if (lieudit_article_buffer_get_iter_at_code_point (buffer, &start_iter, start) &&
          lieudit_article_buffer_get_iter_at_code_point (buffer, &end_iter, end))
        gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (buffer), tag, &start_iter, &end_iter);
    }
}

/**
 * lieudit_span_tags_attach:
 * @buffer: a buffer of an article
 * @article: that article
 *
 * Shows headings and emphasis in the buffer, now and when more text comes.
 */
void
lieudit_span_tags_attach (LieuditArticleBuffer *buffer,
                          LieuditArticle       *article)
{
  SpanTags *self;

  g_return_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (buffer));
  g_return_if_fail (LIEUDIT_IS_ARTICLE (article));

  if (lieudit_article_get_outline (article) == NULL)
    return;

  self = g_new0 (SpanTags, 1);
  self->article = g_object_ref (article);
  self->heading_tags = g_ptr_array_new ();
  create_tags (self, GTK_TEXT_BUFFER (buffer));
  g_object_set_data_full (G_OBJECT (buffer), "lieudit-span-tags", self, span_tags_free);
  g_signal_connect (buffer, "extended", G_CALLBACK (apply), self);
  apply (buffer, self);
}
