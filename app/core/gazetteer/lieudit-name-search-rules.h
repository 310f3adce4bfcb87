/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The letters of the longest side of a rule. */
#define LIEUDIT_SPELLING_RULE_LENGTH 4

/**
 * LieuditSpellingRule:
 * @name: folded letters of a name
 * @query: folded letters that a person may write for them
 * @n_name: how many letters in @name
 * @n_query: how many letters in @query
 * @cost: what it costs, in quarters of a typing error
 * @at_start: whether it holds at the start of names only
 *
 * Two ways to write the same sounds.
 */
struct _LieuditSpellingRule {
  gunichar name[LIEUDIT_SPELLING_RULE_LENGTH];
  gunichar query[LIEUDIT_SPELLING_RULE_LENGTH];
  guint    n_name;
  guint    n_query;
  guint8   cost;
  gboolean at_start;
};

typedef struct _LieuditSpellingRule LieuditSpellingRule;

const LieuditSpellingRule *lieudit_spelling_rules_get          (guint    *n_rules);
guint8                     lieudit_spelling_rules_substitution (gunichar  a,
                                                                gunichar  b);

G_END_DECLS
