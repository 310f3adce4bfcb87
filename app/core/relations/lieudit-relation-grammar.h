/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "relations/lieudit-relation.h"
#include "text/lieudit-language.h"

G_BEGIN_DECLS

#define LIEUDIT_RELATION_GRAMMAR_ERROR (lieudit_relation_grammar_error_quark ())
GQuark lieudit_relation_grammar_error_quark (void);

typedef enum {
  LIEUDIT_RELATION_GRAMMAR_ERROR_SYNTAX,
  LIEUDIT_RELATION_GRAMMAR_ERROR_SIZE,
} LieuditRelationGrammarError;

/**
 * LieuditRelationStep:
 * @LIEUDIT_STEP_WORD: the word @a stands here
 * @LIEUDIT_STEP_SUBJECT: the mention of the subject
 * @LIEUDIT_STEP_OBJECT: the mention of an object
 * @LIEUDIT_STEP_DIRECTION: words for a direction
 * @LIEUDIT_STEP_NUMBER: a number, in digits or words
 * @LIEUDIT_STEP_UNIT: words for a unit of length
 * @LIEUDIT_STEP_COUNTRY: an adjective that stands for a country
 * @LIEUDIT_STEP_GAP: up to @a words of any kind
 * @LIEUDIT_STEP_SPLIT: try step @a first, then step @b, unless that is negative
 * @LIEUDIT_STEP_JUMP: go on with step @a
 * @LIEUDIT_STEP_ACCEPT: the pattern is complete
 *
 * The steps of a compiled pattern, as in a machine for regular expressions.
 */
typedef enum {
  LIEUDIT_STEP_WORD,
  LIEUDIT_STEP_SUBJECT,
  LIEUDIT_STEP_OBJECT,
  LIEUDIT_STEP_DIRECTION,
  LIEUDIT_STEP_NUMBER,
  LIEUDIT_STEP_UNIT,
  LIEUDIT_STEP_COUNTRY,
  LIEUDIT_STEP_GAP,
  LIEUDIT_STEP_SPLIT,
  LIEUDIT_STEP_JUMP,
  LIEUDIT_STEP_ACCEPT,
} LieuditRelationStepKind;

typedef struct {
  LieuditRelationStepKind kind;
  int                     a;
  int                     b;
} LieuditRelationStep;

/**
 * LieuditRelationTerm:
 * @words: (element-type gint): identifiers of the words, in order
 * @value: degrees of a direction, kilometres of a unit, or a number
 * @place: (nullable): the identifier of a country's place
 *
 * Words that stand for a value.
 */
typedef struct {
  GArray *words;
  double  value;
  char   *place;
} LieuditRelationTerm;

/**
 * LieuditRelationRule:
 * @relation: what the pattern says
 * @flags: how it is meant
 * @steps: (element-type LieuditRelationStep): the compiled pattern
 * @line: where it stands in its file
 *
 * A pattern and what it means.
 */
typedef struct {
  LieuditRelation       relation;
  LieuditRelationFlags  flags;
  GArray               *steps;
  guint                 line;
} LieuditRelationRule;

/**
 * LieuditRelationGrammar:
 * @rules: (element-type LieuditRelationRule): phrases that claim something
 * @links: (element-type LieuditRelationRule): what may stand between a subject and its phrase
 * @back_links: (element-type LieuditRelationRule): what may stand behind a phrase, up to its subject
 * @directions: (element-type LieuditRelationTerm): words for directions
 * @numbers: (element-type LieuditRelationTerm): words for numbers
 * @units: (element-type LieuditRelationTerm): words for units
 * @countries: (element-type LieuditRelationTerm): adjectives for countries
 * @negations: (element-type LieuditRelationTerm): words that deny
 * @attributions: (element-type LieuditRelationTerm): words that name a source
 * @anaphors: (element-type LieuditRelationTerm): words for a town that was named before: the town
 *
 * How a language says where things are; read from data/claims, see its README.
 */
typedef struct {
  GPtrArray  *rules;
  GPtrArray  *links;
  GPtrArray  *back_links;
  GPtrArray  *directions;
  GPtrArray  *numbers;
  GPtrArray  *units;
  GPtrArray  *countries;
  GPtrArray  *negations;
  GPtrArray  *attributions;
  GPtrArray  *anaphors;

  /*< private >*/
  GHashTable *words;
  GHashTable *definitions;
} LieuditRelationGrammar;

LieuditRelationGrammar *lieudit_relation_grammar_parse       (const char                    *text,
                                                              gsize                          length,
                                                              GError                       **error);
LieuditRelationGrammar *lieudit_relation_grammar_load        (LieuditLanguage                language,
                                                              GError                       **error);
void                    lieudit_relation_grammar_free        (LieuditRelationGrammar        *self);
int                     lieudit_relation_grammar_lookup_word (const LieuditRelationGrammar  *self,
                                                              const char                    *folded,
                                                              gsize                          length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditRelationGrammar, lieudit_relation_grammar_free)

G_END_DECLS
