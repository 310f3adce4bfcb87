/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-outline.h"

/* What an edit puts in the place of a stretch of the text, in bytes. */
typedef struct {
  gsize start;
  gsize end;
  gsize length;
} Edit;

static gsize
move (const Edit *edit,
      gsize       offset)
{
  return offset - (edit->end - edit->start) + edit->length;
}

/* What is around the edit, or beside it, stays; of what is partly in it, the part that is not. */
static gboolean
move_stretch (const Edit *edit,
              gsize      *start,
              gsize      *end)
{
  if (*start >= edit->end)
    *start = move (edit, *start);
  else if (*start > edit->start)
    *start = edit->start + edit->length;

  if (*end >= edit->end)
    *end = move (edit, *end);
  else if (*end > edit->start)
    *end = edit->start;

  return *start < *end;
}

static gboolean
is_edited (const Edit *edit,
           gsize       start,
           gsize       end)
{
  return start < edit->end && edit->start < end;
}

/**
 * lieudit_article_outline_copy_edited:
 * @self: an outline
 * @start: where the text was edited, in bytes
 * @removed: how many bytes were there
 * @inserted: how many are there now
 *
 * Makes the outline of an edited text: a heading stays one when a letter in it
 * is put right. A stated place whose own name was edited is left out.
 *
 * Returns: (transfer full): a new outline
 */
LieuditArticleOutline *
lieudit_article_outline_copy_edited (LieuditArticleOutline *self,
                                     gsize                  start,
                                     gsize                  removed,
                                     gsize                  inserted)
{
  LieuditArticleOutline *copy = lieudit_article_outline_new ();
  const Edit edit = { start, start + removed, inserted };
  const LieuditSpan *spans;
  const LieuditStatedPlace *places;
  guint n_spans, n_places;

  spans = lieudit_article_outline_get_spans (self, &n_spans);
  for (guint i = 0; i < n_spans; i++)
    {
      LieuditSpan span = spans[i];

      if (move_stretch (&edit, &span.start, &span.end))
        lieudit_article_outline_add_span (copy, &span);
    }

  places = lieudit_article_outline_get_stated_places (self, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      LieuditStatedPlace place = places[i];

      if (place.start < place.end && (is_edited (&edit, place.start, place.end) || !move_stretch (&edit, &place.start, &place.end)))
        continue;
      lieudit_article_outline_add_stated_place (copy, &place);
    }

  lieudit_article_outline_set_left_out (copy, lieudit_article_outline_get_left_out (self));
  lieudit_article_outline_set_author (copy, lieudit_article_outline_get_author (self));
  lieudit_article_outline_set_publisher (copy, lieudit_article_outline_get_publisher (self));
  lieudit_article_outline_finish (copy);

  return copy;
}
