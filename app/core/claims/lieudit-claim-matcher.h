/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim-grammar.h"

G_BEGIN_DECLS

/**
 * LieuditClaimItem:
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
} LieuditClaimItem;

/**
 * LieuditClaimMatch:
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
  guint                   end;
  int                     subject;
  int                     objects[LIEUDIT_CLAIM_MAX_OBJECTS];
  const LieuditClaimTerm *countries[LIEUDIT_CLAIM_MAX_OBJECTS];
  guint                   n_objects;
  double                  bearing;
  double                  number;
  double                  distance;
} LieuditClaimMatch;

#define LIEUDIT_CLAIM_ANY_END G_MAXUINT

gboolean lieudit_claim_match      (const LieuditClaimGrammar *grammar,
                                   const LieuditClaimRule    *rule,
                                   const GArray              *items,
                                   guint                      start,
                                   guint                      wanted_end,
                                   LieuditClaimMatch         *match);
guint    lieudit_claim_match_term (const GPtrArray           *terms,
                                   const GArray              *items,
                                   guint                      start,
                                   const LieuditClaimTerm   **term);

G_END_DECLS
