/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/lieudit-bounds.h"
#include "quiz/lieudit-quiz-question.h"

G_BEGIN_DECLS

#define LIEUDIT_QUIZ_MOST_QUESTIONS 200

/* Questions about one stretch of the Earth. */
#define LIEUDIT_TYPE_QUIZ (lieudit_quiz_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuiz, lieudit_quiz, LIEUDIT, QUIZ, GObject)

LieuditQuiz         *lieudit_quiz_new             (const char          *title,
                                                   const char          *language);
void                 lieudit_quiz_add             (LieuditQuiz         *self,
                                                   LieuditQuizQuestion *question);
void                 lieudit_quiz_extend          (LieuditQuiz         *self,
                                                   LieuditQuizPlace    *place);
void                 lieudit_quiz_set_bounds      (LieuditQuiz         *self,
                                                   const LieuditBounds *bounds);
const char          *lieudit_quiz_get_title       (LieuditQuiz         *self);
const char          *lieudit_quiz_get_language    (LieuditQuiz         *self);
guint                lieudit_quiz_get_n_questions (LieuditQuiz         *self);
LieuditQuizQuestion *lieudit_quiz_get_question    (LieuditQuiz         *self,
                                                   guint                index);
LieuditBounds        lieudit_quiz_get_bounds      (LieuditQuiz         *self);
double               lieudit_quiz_get_size        (LieuditQuiz         *self);

G_END_DECLS
