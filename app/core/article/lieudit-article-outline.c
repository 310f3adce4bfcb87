/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-outline.h"

/**
 * LieuditArticleOutline:
 *
 * What an article's file says of it beside its words: headings and emphasis,
 * pages, places, who wrote it, and what of the file is no article.
 *
 * It does not change once it belongs to an article.
 */
struct _LieuditArticleOutline
{
  GArray *spans;         /* of LieuditSpan, in the order in which they begin */
  GArray *stated_places; /* of LieuditStatedPlace */
  char   *left_out;
  char   *author;
  char   *publisher;
};

G_DEFINE_BOXED_TYPE (LieuditArticleOutline, lieudit_article_outline,
                     lieudit_article_outline_ref, lieudit_article_outline_unref)

static void
clear_stated_place (gpointer data)
{
  LieuditStatedPlace *place = data;

  g_free (place->name);
  g_free (place->id);
  g_free (place->status);
  g_free (place->kind);
}

static void
clear (gpointer data)
{
  LieuditArticleOutline *self = data;

  g_array_unref (self->spans);
  g_array_unref (self->stated_places);
  g_free (self->left_out);
  g_free (self->author);
  g_free (self->publisher);
}

/* A wider span before those inside it. */
static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const LieuditSpan *first = a;
  const LieuditSpan *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;

  return (int) first->kind - (int) second->kind;
}

static void
set_text (char       **member,
          const char  *text)
{
  g_free (*member);
  *member = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * lieudit_article_outline_new:
 *
 * Returns: (transfer full): an outline that says nothing yet
 */
LieuditArticleOutline *
lieudit_article_outline_new (void)
{
  LieuditArticleOutline *self = g_atomic_rc_box_new0 (LieuditArticleOutline);

  self->spans = g_array_new (FALSE, FALSE, sizeof (LieuditSpan));
  self->stated_places = g_array_new (FALSE, FALSE, sizeof (LieuditStatedPlace));
  g_array_set_clear_func (self->stated_places, clear_stated_place);

  return self;
}

/**
 * lieudit_article_outline_ref:
 * @self: an outline
 *
 * Returns: (transfer full): @self
 */
LieuditArticleOutline *
lieudit_article_outline_ref (LieuditArticleOutline *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lieudit_article_outline_unref:
 * @self: (transfer full): an outline
 *
 * Gives up a reference.
 */
void
lieudit_article_outline_unref (LieuditArticleOutline *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * lieudit_article_outline_add_span:
 * @self: an outline that belongs to no article yet
 * @span: a stretch of the text, not empty
 *
 * Adds a span.
 */
void
lieudit_article_outline_add_span (LieuditArticleOutline *self,
                                  const LieuditSpan     *span)
{
  g_return_if_fail (span->start < span->end);

  g_array_append_vals (self->spans, span, 1);
}

/**
 * lieudit_article_outline_add_stated_place:
 * @self: an outline that belongs to no article yet
 * @place: a place, whose strings are copied
 *
 * Adds a place that the file states.
 */
void
lieudit_article_outline_add_stated_place (LieuditArticleOutline    *self,
                                          const LieuditStatedPlace *place)
{
  LieuditStatedPlace copy = *place;

  g_return_if_fail (place->name != NULL);

  copy.name = g_strdup (place->name);
  copy.id = g_strdup (place->id);
  copy.status = g_strdup (place->status);
  copy.kind = g_strdup (place->kind);
  g_array_append_val (self->stated_places, copy);
}

/**
 * lieudit_article_outline_set_left_out:
 * @self: an outline that belongs to no article yet
 * @left_out: (nullable): text of the file that is not of the article
 *
 * Sets what was left out.
 */
void
lieudit_article_outline_set_left_out (LieuditArticleOutline *self,
                                      const char            *left_out)
{
  set_text (&self->left_out, left_out);
}

/**
 * lieudit_article_outline_set_author:
 * @self: an outline that belongs to no article yet
 * @author: (nullable): who wrote the article
 *
 * Sets the author.
 */
void
lieudit_article_outline_set_author (LieuditArticleOutline *self,
                                    const char            *author)
{
  set_text (&self->author, author);
}

/**
 * lieudit_article_outline_set_publisher:
 * @self: an outline that belongs to no article yet
 * @publisher: (nullable): the newspaper, agency or site
 *
 * Sets the publisher.
 */
void
lieudit_article_outline_set_publisher (LieuditArticleOutline *self,
                                       const char            *publisher)
{
  set_text (&self->publisher, publisher);
}

/**
 * lieudit_article_outline_finish:
 * @self: an outline that belongs to no article yet
 *
 * Brings the spans into their order.
 */
void
lieudit_article_outline_finish (LieuditArticleOutline *self)
{
  g_array_sort (self->spans, compare_spans);
}

/**
 * lieudit_article_outline_get_spans:
 * @self: an outline
 * @n_spans: (out): return location for their number
 *
 * Returns: (transfer none) (array length=n_spans): the spans, in the order in
 *   which they begin, wider ones first
 */
const LieuditSpan *
lieudit_article_outline_get_spans (LieuditArticleOutline *self,
                                   guint                 *n_spans)
{
  *n_spans = self->spans->len;

  return (const LieuditSpan *) (gpointer) self->spans->data;
}

/**
 * lieudit_article_outline_get_stated_places:
 * @self: an outline
 * @n_places: (out): return location for their number
 *
 * Returns: (transfer none) (array length=n_places): the places that the file
 *   states
 */
const LieuditStatedPlace *
lieudit_article_outline_get_stated_places (LieuditArticleOutline *self,
                                           guint                 *n_places)
{
  *n_places = self->stated_places->len;

  return (const LieuditStatedPlace *) (gpointer) self->stated_places->data;
}

/**
 * lieudit_article_outline_get_left_out:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): what the file holds beside the article,
 *   such as menus and advertisements, a paragraph each
 */
const char *
lieudit_article_outline_get_left_out (LieuditArticleOutline *self)
{
  return self->left_out;
}

/**
 * lieudit_article_outline_get_author:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): who wrote the article
 */
const char *
lieudit_article_outline_get_author (LieuditArticleOutline *self)
{
  return self->author;
}

/**
 * lieudit_article_outline_get_publisher:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): the newspaper, agency or site
 */
const char *
lieudit_article_outline_get_publisher (LieuditArticleOutline *self)
{
  return self->publisher;
}

/**
 * lieudit_article_outline_get_page:
 * @self: an outline
 * @offset: a spot in the text, in bytes
 *
 * Returns: the number of the printed page that the spot is on, or 0
 */
guint
lieudit_article_outline_get_page (LieuditArticleOutline *self,
                                  gsize                  offset)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const LieuditSpan *span = &g_array_index (self->spans, LieuditSpan, i);

      if (span->kind == LIEUDIT_SPAN_PAGE && span->start <= offset && offset < span->end)
        return span->value;
    }

  return 0;
}
