/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer queries are cut, in letters once folded. */
#define LIEUDIT_NAME_QUERY_LENGTH 48

/* What a typing error costs. Ways to write the same sounds cost a quarter of it. */
#define LIEUDIT_NAME_QUERY_ERROR 4

/* What two typing errors cost, the most that is tolerated. */
#define LIEUDIT_NAME_QUERY_MOST (2 * LIEUDIT_NAME_QUERY_ERROR)

#define LIEUDIT_NAME_QUERY_N_CHEAP 128 /* letters with their own costs: ASCII */

typedef struct _LieuditSpellingRule LieuditSpellingRule;

/**
 * LieuditNameQuerySite:
 * @rule: letters of the name that may stand for letters of the query
 * @end: where in the query those letters end
 *
 * A spot of the query that may be written otherwise.
 */
typedef struct {
  const LieuditSpellingRule *rule;
  guint                      end;
} LieuditNameQuerySite;

/**
 * LieuditNameQuery:
 * @letters: the folded query, in code points
 * @n_letters: how many
 * @budget: the most that the way from the query to a name may cost
 * @allowance: what each beginning of the query may cost at most
 * @deletion: what it costs to leave out each letter
 * @substitution: what it costs to write an ASCII letter for each letter
 * @sites: (element-type LieuditNameQuerySite): where spelling rules apply
 * @bytes: (array length=n_bytes): the bytes of names that are looked at
 * @n_bytes: how many
 *
 * What a person looks for, made ready for walking over the names.
 */
typedef struct {
  gunichar  letters[LIEUDIT_NAME_QUERY_LENGTH];
  guint     n_letters;
  guint8    budget;
  guint8    allowance[LIEUDIT_NAME_QUERY_LENGTH + 1];
  guint8    deletion[LIEUDIT_NAME_QUERY_LENGTH];
  guint8    substitution[LIEUDIT_NAME_QUERY_N_CHEAP][LIEUDIT_NAME_QUERY_LENGTH];
  GArray   *sites;
  guint8    bytes[256];
  guint     n_bytes;
} LieuditNameQuery;

LieuditNameQuery *lieudit_name_query_new         (const char             *text);
void              lieudit_name_query_free        (LieuditNameQuery       *self);
guint8            lieudit_name_query_insertion   (gunichar                previous,
                                                  gunichar                letter);
void              lieudit_name_query_first_row   (const LieuditNameQuery *self,
                                                  guint8                 *row);
guint8            lieudit_name_query_next_row    (const LieuditNameQuery *self,
                                                  const gunichar         *path,
                                                  guint                   depth,
                                                  guint8                  most,
                                                  guint8                  rows[][LIEUDIT_NAME_QUERY_LENGTH + 1],
                                                  guint8                  spans[][2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditNameQuery, lieudit_name_query_free)

G_END_DECLS
