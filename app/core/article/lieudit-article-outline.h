/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LieuditSpanKind:
 * @LIEUDIT_SPAN_HEADING: a heading; the value is its level, from 1
 * @LIEUDIT_SPAN_EMPHASIS: words in italics
 * @LIEUDIT_SPAN_STRONG: words in bold
 * @LIEUDIT_SPAN_QUOTE: paragraphs that quote somebody
 * @LIEUDIT_SPAN_LIST_ITEM: a point of a list
 * @LIEUDIT_SPAN_CAPTION: what stands below a picture
 * @LIEUDIT_SPAN_PAGE: a printed page; the value is its number, from 1
 *
 * What a stretch of an article's text was in its file.
 */
typedef enum {
  LIEUDIT_SPAN_HEADING,
  LIEUDIT_SPAN_EMPHASIS,
  LIEUDIT_SPAN_STRONG,
  LIEUDIT_SPAN_QUOTE,
  LIEUDIT_SPAN_LIST_ITEM,
  LIEUDIT_SPAN_CAPTION,
  LIEUDIT_SPAN_PAGE,
} LieuditSpanKind;

/**
 * LieuditSpan:
 * @kind: what it was
 * @value: the level of a heading, the number of a page
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 */
typedef struct {
  LieuditSpanKind kind;
  guint           value;
  gsize           start;
  gsize           end;
} LieuditSpan;

/**
 * LieuditStatedPlace:
 * @start: where the place is named in the text, in bytes
 * @end: where the name ends; as @start if the file speaks of the whole article
 * @name: the place's name, as the file has it
 * @id: (nullable): what the file calls the place: a URI, a code
 * @is_located: whether the file says where it is
 * @latitude: degrees north
 * @longitude: degrees east
 * @status: (nullable): what a person decided: `confirmed`, `corrected`,
 *   `not-located`, `not-a-place`
 * @kind: (nullable): how the text uses the name, as #LieuditMentionKind is called
 *
 * A place that the article's own file states.
 */
typedef struct {
  gsize     start;
  gsize     end;
  char     *name;
  char     *id;
  gboolean  is_located;
  double    latitude;
  double    longitude;
  char     *status;
  char     *kind;
} LieuditStatedPlace;

typedef struct _LieuditArticleOutline LieuditArticleOutline;

#define LIEUDIT_TYPE_ARTICLE_OUTLINE (lieudit_article_outline_get_type ())
GType lieudit_article_outline_get_type (void);

LieuditArticleOutline    *lieudit_article_outline_new               (void);
LieuditArticleOutline    *lieudit_article_outline_ref               (LieuditArticleOutline    *self);
void                      lieudit_article_outline_unref             (LieuditArticleOutline    *self);

void                      lieudit_article_outline_add_span          (LieuditArticleOutline    *self,
                                                                     const LieuditSpan        *span);
void                      lieudit_article_outline_add_stated_place  (LieuditArticleOutline    *self,
                                                                     const LieuditStatedPlace *place);
void                      lieudit_article_outline_set_left_out      (LieuditArticleOutline    *self,
                                                                     const char               *left_out);
void                      lieudit_article_outline_set_author        (LieuditArticleOutline    *self,
                                                                     const char               *author);
void                      lieudit_article_outline_set_publisher     (LieuditArticleOutline    *self,
                                                                     const char               *publisher);
void                      lieudit_article_outline_finish            (LieuditArticleOutline    *self);

const LieuditSpan        *lieudit_article_outline_get_spans         (LieuditArticleOutline    *self,
                                                                     guint                    *n_spans);
const LieuditStatedPlace *lieudit_article_outline_get_stated_places (LieuditArticleOutline    *self,
                                                                     guint                    *n_places);
const char               *lieudit_article_outline_get_left_out      (LieuditArticleOutline    *self);
const char               *lieudit_article_outline_get_author        (LieuditArticleOutline    *self);
const char               *lieudit_article_outline_get_publisher     (LieuditArticleOutline    *self);
guint                     lieudit_article_outline_get_page          (LieuditArticleOutline    *self,
                                                                     gsize                     offset);
LieuditArticleOutline    *lieudit_article_outline_copy_edited       (LieuditArticleOutline    *self,
                                                                     gsize                     start,
                                                                     gsize                     removed,
                                                                     gsize                     inserted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditArticleOutline, lieudit_article_outline_unref)

G_END_DECLS
