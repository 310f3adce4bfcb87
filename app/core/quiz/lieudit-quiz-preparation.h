/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quiz/lieudit-quiz-maker.h"
#include "quiz/lieudit-quiz-source.h"

G_BEGIN_DECLS

/**
 * LieuditQuizPreparation:
 * @gazetteer: where places come from
 * @analysis: (nullable): the article whose places are asked for, or %NULL for those of the gazetteer
 * @claims: (nullable) (element-type LieuditClaim): what the article says about where places lie
 * @filter: which places of the gazetteer; its language is that of the quiz in any case
 * @title: what the quiz is about
 * @kinds: a set of bits, 1 << each #LieuditQuizKind
 * @n_questions: how many questions at most
 * @seed: which of the possible quizzes
 *
 * What a quiz is made of, before any place was looked for.
 */
typedef struct {
  LieuditGazetteer *gazetteer;
  LieuditAnalysis *analysis;
  GPtrArray *claims;
  LieuditQuizFilter filter;
  const char *title;
  guint kinds;
  guint n_questions;
  guint32 seed;
} LieuditQuizPreparation;

LieuditQuiz *lieudit_quiz_prepare              (const LieuditQuizPreparation *preparation);
void         lieudit_quiz_prepare_async        (const LieuditQuizPreparation *preparation,
                                                GCancellable                 *cancellable,
                                                GAsyncReadyCallback           callback,
                                                gpointer                      user_data);
LieuditQuiz *lieudit_quiz_prepare_finish       (GAsyncResult                 *result,
                                                GError                      **error);
void         lieudit_quiz_list_countries_async (LieuditGazetteer             *gazetteer,
                                                LieuditLanguage               language,
                                                GCancellable                 *cancellable,
                                                GAsyncReadyCallback           callback,
                                                gpointer                      user_data);
GPtrArray   *lieudit_quiz_list_countries_finish (GAsyncResult                *result,
                                                 GError                     **error);

G_END_DECLS
