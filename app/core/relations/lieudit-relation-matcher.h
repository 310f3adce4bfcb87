/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "relations/lieudit-relation-grammar.h"

G_BEGIN_DECLS

/**
 * LieuditRelationItem:
 * @start: first byte in the text
 * @end: byte after the last in the text
 * @word: the grammar's identifier of the word or mark, 0 if it has none
 * @mention: index of the mention that this item is, or -1
 * @sentence: number of the sentence
 * @number: what the digits say, or NaN
 * @is_word: whether it is a word or a number, no mark
 *
 * A word, a mark or a whole mention of a text.
 */
typedef struct {
  gsize    start;
  gsize    end;
  int      word;
  int      mention;
  guint    sentence;
  double   number;
  gboolean is_word;
} LieuditRelationItem;

/**
 * LieuditRelationMatch:
 * @end: the item after the last
 * @subject: item of the subject, or -1
 * @objects: items of the objects; of one named by an adjective, the adjective's first
 * @countries: for each object, the term of the adjective that names it, or %NULL
 * @n_objects: how many
 * @bearing: the direction, in degrees, or NaN
 * @distance: the distance, in kilometres, or NaN
 *
 * What a pattern found.
 */
typedef struct {
  guint                      end;
  int                        subject;
  int                        objects[LIEUDIT_RELATION_MAX_OBJECTS];
  const LieuditRelationTerm *countries[LIEUDIT_RELATION_MAX_OBJECTS];
  guint                      n_objects;
  double                     bearing;
  double                     number;
  double                     distance;
} LieuditRelationMatch;

#define LIEUDIT_RELATION_ANY_END G_MAXUINT

gboolean lieudit_relation_match      (const LieuditRelationGrammar  *grammar,
                                      const LieuditRelationRule     *rule,
                                      const GArray                  *items,
                                      guint                          start,
                                      guint                          wanted_end,
                                      LieuditRelationMatch          *match);
guint    lieudit_relation_match_term (const GPtrArray               *terms,
                                      const GArray                  *items,
                                      guint                          start,
                                      const LieuditRelationTerm    **term);

G_END_DECLS
