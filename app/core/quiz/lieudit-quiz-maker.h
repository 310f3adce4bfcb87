/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quiz/lieudit-quiz.h"

G_BEGIN_DECLS

/**
 * LieuditQuizRecipe:
 * @title: what the quiz is about
 * @language: the language of its names
 * @places: (element-type LieuditQuizPlace): what it asks for
 * @neighbours: (element-type LieuditQuizPlace) (nullable): what else may stand among wrong answers
 * @statements: (element-type LieuditQuizQuestion) (nullable): questions whether statements are true
 * @kinds: a set of bits, 1 << each #LieuditQuizKind that it asks
 * @n_questions: how many questions at most
 * @seed: which of the possible quizzes
 *
 * All that a quiz follows from: the same recipe gives the same quiz.
 */
typedef struct {
  const char *title;
  LieuditLanguage language;
  GPtrArray *places;
  GPtrArray *neighbours;
  GPtrArray *statements;
  guint kinds;
  guint n_questions;
  guint32 seed;
} LieuditQuizRecipe;

LieuditQuiz *lieudit_quiz_make (const LieuditQuizRecipe *recipe);

G_END_DECLS
