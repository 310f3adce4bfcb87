/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quiz/lieudit-quiz-place.h"

G_BEGIN_DECLS

/**
 * LieuditQuizKind:
 * @LIEUDIT_QUIZ_FIND: where a named place is, by a spot on the map
 * @LIEUDIT_QUIZ_CHOOSE: which of some names a marked place has
 * @LIEUDIT_QUIZ_TYPE: which name a marked place has
 * @LIEUDIT_QUIZ_NORTH_TO_SOUTH: in which order places lie from north to south
 * @LIEUDIT_QUIZ_NEAR_TO_FAR: in which order places lie from a place, the nearest first
 * @LIEUDIT_QUIZ_STATEMENT: whether a statement is true
 *
 * What a question asks.
 */
typedef enum {
  LIEUDIT_QUIZ_FIND,
  LIEUDIT_QUIZ_CHOOSE,
  LIEUDIT_QUIZ_TYPE,
  LIEUDIT_QUIZ_NORTH_TO_SOUTH,
  LIEUDIT_QUIZ_NEAR_TO_FAR,
  LIEUDIT_QUIZ_STATEMENT,
  LIEUDIT_QUIZ_N_KINDS
} LieuditQuizKind;

/* How many names there are to choose from or to order, at most. */
#define LIEUDIT_QUIZ_MOST_CHOICES 8

/* One question with its answer. It never changes. */
#define LIEUDIT_TYPE_QUIZ_QUESTION (lieudit_quiz_question_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizQuestion, lieudit_quiz_question, LIEUDIT, QUIZ_QUESTION, GObject)

LieuditQuizQuestion *lieudit_quiz_question_new           (LieuditQuizKind      kind,
                                                          LieuditQuizPlace    *place,
                                                          GPtrArray           *choices);
LieuditQuizQuestion *lieudit_quiz_question_new_statement (const char          *statement,
                                                          gboolean             is_true,
                                                          const char          *explanation,
                                                          GPtrArray           *places);

LieuditQuizKind      lieudit_quiz_question_get_kind      (LieuditQuizQuestion *self);
LieuditQuizPlace    *lieudit_quiz_question_get_place     (LieuditQuizQuestion *self);
guint                lieudit_quiz_question_get_n_choices (LieuditQuizQuestion *self);
LieuditQuizPlace    *lieudit_quiz_question_get_choice    (LieuditQuizQuestion *self,
                                                          guint                index);
const char          *lieudit_quiz_question_get_statement (LieuditQuizQuestion *self);
gboolean             lieudit_quiz_question_is_true       (LieuditQuizQuestion *self);
const char          *lieudit_quiz_question_get_explanation (LieuditQuizQuestion *self);
guint                lieudit_quiz_question_get_n_tries   (LieuditQuizQuestion *self);
void                 lieudit_quiz_question_get_order     (LieuditQuizQuestion *self,
                                                          guint               *order);
char                *lieudit_quiz_question_dup_prompt    (LieuditQuizQuestion *self);
char                *lieudit_quiz_question_dup_answer    (LieuditQuizQuestion *self);
const char          *lieudit_quiz_question_find_problem  (LieuditQuizQuestion *self);

const char          *lieudit_quiz_kind_to_nick           (LieuditQuizKind      kind);
gboolean             lieudit_quiz_kind_from_nick         (const char          *nick,
                                                          LieuditQuizKind     *kind);

G_END_DECLS
