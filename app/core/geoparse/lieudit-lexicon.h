/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditWordClass:
 * @LIEUDIT_WORD_LOCATIVE: puts something at a place: à, in, في
 * @LIEUDIT_WORD_AGENTIVE: makes a capital stand for its government: par, selon, by
 * @LIEUDIT_WORD_GENITIVE: joins a kind of place to its name: de, of
 * @LIEUDIT_WORD_REGION: a first-level area: province, governorate, محافظة
 * @LIEUDIT_WORD_SETTLEMENT: a town or village: ville, village, مدينة
 * @LIEUDIT_WORD_PERSON: a person follows: M., président, Mr
 * @LIEUDIT_WORD_ORGANISATION: the name before it, or behind it, is an organisation's
 * @LIEUDIT_WORD_ASSERTION: what governments do: annonce, denies, أعلنت
 * @LIEUDIT_WORD_CONTRACTION: hides an article: au, du
 * @LIEUDIT_WORD_STREET: the name is a street's: rue, Street
 * @LIEUDIT_WORD_SITE: a building or a feature of the land: hospital, river, جسر
 * @LIEUDIT_WORD_FORENAME: a first name
 * @LIEUDIT_WORD_MONTH: a month or a day of the week
 * @LIEUDIT_WORD_COMPASS: a direction: north, nord
 * @LIEUDIT_WORD_FRENCH: a small word that only French has
 * @LIEUDIT_WORD_ENGLISH: a small word that only English has
 * @LIEUDIT_WORD_CONJUNCTION: joins two names: et, and
 * @LIEUDIT_WORD_ADJOINING: a noun that English puts behind a place: residents, police
 * @LIEUDIT_WORD_REALM: what a country calls itself before its name: Republic, Kingdom
 *
 * What a word says about the name beside it.
 */
typedef enum {
  LIEUDIT_WORD_LOCATIVE     = 1 << 0,
  LIEUDIT_WORD_AGENTIVE     = 1 << 1,
  LIEUDIT_WORD_GENITIVE     = 1 << 2,
  LIEUDIT_WORD_REGION       = 1 << 3,
  LIEUDIT_WORD_SETTLEMENT   = 1 << 4,
  LIEUDIT_WORD_PERSON       = 1 << 5,
  LIEUDIT_WORD_ORGANISATION = 1 << 6,
  LIEUDIT_WORD_ASSERTION    = 1 << 7,
  LIEUDIT_WORD_CONTRACTION  = 1 << 8,
  LIEUDIT_WORD_STREET       = 1 << 9,
  LIEUDIT_WORD_SITE         = 1 << 10,
  LIEUDIT_WORD_FORENAME     = 1 << 11,
  LIEUDIT_WORD_MONTH        = 1 << 12,
  LIEUDIT_WORD_COMPASS      = 1 << 13,
  LIEUDIT_WORD_FRENCH       = 1 << 14,
  LIEUDIT_WORD_ENGLISH      = 1 << 15,
  LIEUDIT_WORD_CONJUNCTION  = 1 << 16,
  LIEUDIT_WORD_ADJOINING    = 1 << 17,
  LIEUDIT_WORD_REALM        = 1 << 18,
} LieuditWordClass;

LieuditWordClass lieudit_lexicon_lookup (const char *folded,
                                         gsize       length);

G_END_DECLS
