/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-relation-sentence.h"

/* How far back of a phrase its subject may stand, in items. */
#define SUBJECT_REACH 12

/*
 * lieudit_relation_sentence_get_item:
 * @self: a sentence
 * @index: index of one of its items
 *
 * Returns: (transfer none): the item
 */
const LieuditRelationItem *
lieudit_relation_sentence_get_item (const LieuditRelationSentence *self,
                                    guint                          index)
{
  return &g_array_index (self->items, LieuditRelationItem, index);
}

/*
 * lieudit_relation_sentence_get_place:
 * @self: a sentence
 * @item: index of an item that is a name
 *
 * Returns: (transfer none) (nullable): the place it is taken for
 */
const LieuditPlaceEntry *
lieudit_relation_sentence_get_place (const LieuditRelationSentence *self,
                                     int                            item)
{
  int name = lieudit_relation_sentence_get_item (self, (guint) item)->mention;

  return lieudit_gazetteer_get_entry (self->gazetteer, self->places[name]);
}

/*
 * lieudit_relation_sentence_is_usable:
 * @self: a sentence
 * @item: index of an item that is a name
 *
 * Returns: whether the name stands for its place, and is not part of another
 */
gboolean
lieudit_relation_sentence_is_usable (const LieuditRelationSentence *self,
                                     int                            item)
{
  int name = lieudit_relation_sentence_get_item (self, (guint) item)->mention;

  return g_array_index (self->names, LieuditRecognisedName, name).kind != LIEUDIT_MENTION_EMBEDDED;
}

static gboolean
link_matches (const LieuditRelationSentence *self,
              guint                          start,
              guint                          end)
{
  LieuditRelationMatch match;

  if (start == end)
    return TRUE;

  for (guint i = 0; i < self->grammar->links->len; i++)
    {
      if (lieudit_relation_match (self->grammar, g_ptr_array_index (self->grammar->links, i), self->items, start, end,
                                  &match))
        return TRUE;
    }

  return FALSE;
}

/* The subject of a phrase is the place right before it, or that of the phrase that it goes on from: "Saraqeb, au sud
 * d'Alep, à l'intersection…". */
static int
find_subject_before (const LieuditRelationSentence *self,
                     guint                          start)
{
  if (self->last_end > 0 && self->last_end <= start && start - self->last_end <= SUBJECT_REACH &&
      link_matches (self, self->last_end, start))
    return self->last_subject;

  for (guint i = start; i > 0 && start - i < SUBJECT_REACH; i--)
    {
      if (lieudit_relation_sentence_get_item (self, i - 1)->mention >= 0)
        return lieudit_relation_sentence_is_usable (self, (int) i - 1) && link_matches (self, i, start) ? (int) i - 1
                                                                                                        : -1;
    }

  return -1;
}

static int
find_subject_behind (const LieuditRelationSentence *self,
                     guint                          end)
{
  LieuditRelationMatch match;

  if (end >= self->items->len)
    return -1;

  for (guint i = 0; i < self->grammar->back_links->len; i++)
    {
      if (lieudit_relation_match (self->grammar, g_ptr_array_index (self->grammar->back_links, i), self->items, end,
                                  LIEUDIT_RELATION_ANY_END, &match) &&
          match.subject >= 0 && lieudit_relation_sentence_is_usable (self, match.subject))
        return match.subject;
    }

  return -1;
}

/*
 * lieudit_relation_find_subject:
 * @self: a sentence
 * @match: a phrase
 * @start: its first item
 *
 * Returns: the item that names what the phrase is about, or -1
 */
int
lieudit_relation_find_subject (const LieuditRelationSentence *self,
                               const LieuditRelationMatch    *match,
                               guint                          start)
{
  int subject = match->subject;

  if (subject < 0)
    subject = find_subject_before (self, start);
  if (subject < 0)
    subject = find_subject_behind (self, match->end);

  return subject;
}

/*
 * lieudit_relation_find_antecedent:
 * @self: a sentence
 * @start: the first item of a phrase
 * @first: (out): the first of the words that stand for the town, unless the phrase goes on from another
 *
 * Looks for words that begin the sentence and stand for the only town of the
 * one before: "Saraqeb is quiet. The town lies south of Aleppo."
 *
 * Returns: the name of the town, or %LIEUDIT_RELATION_NO_NAME
 */
int
lieudit_relation_find_antecedent (const LieuditRelationSentence *self,
                                  guint                          start,
                                  guint                         *first)
{
  const LieuditRelationTerm *term = NULL;
  guint end;

  if (self->antecedent == LIEUDIT_RELATION_NO_NAME)
    return LIEUDIT_RELATION_NO_NAME;
  if (self->goes_on && self->last_end <= start && link_matches (self, self->last_end, start))
    return self->antecedent;

  end = lieudit_relation_match_term (self->grammar->anaphors, self->items, 0, &term);
  /* "The town in northern Syria" is another one: only "The town, in…", "The town lies in…" go on. */
  if (end == 0 || end >= start || start > SUBJECT_REACH || !link_matches (self, end, start))
    return LIEUDIT_RELATION_NO_NAME;
  *first = 0;

  return self->antecedent;
}

/*
 * lieudit_relation_find_only_town:
 * @self: a sentence
 *
 * Returns: the name of the only town in it, or %LIEUDIT_RELATION_NO_NAME
 */
int
lieudit_relation_find_only_town (const LieuditRelationSentence *self)
{
  int only = LIEUDIT_RELATION_NO_NAME;

  for (guint i = 0; i < self->items->len; i++)
    {
      int name = lieudit_relation_sentence_get_item (self, i)->mention;
      const LieuditPlaceEntry *place = name >= 0 ? lieudit_relation_sentence_get_place (self, (int) i) : NULL;
      LieuditFeatureClass feature = place != NULL ? lieudit_feature_class_from_code (place->feature)
                                                  : LIEUDIT_FEATURE_OTHER;

      if (feature != LIEUDIT_FEATURE_TOWN && feature != LIEUDIT_FEATURE_CAPITAL)
        continue;
      if (only != LIEUDIT_RELATION_NO_NAME && self->places[only] != self->places[name])
        return LIEUDIT_RELATION_NO_NAME;
      only = name;
    }

  return only;
}
