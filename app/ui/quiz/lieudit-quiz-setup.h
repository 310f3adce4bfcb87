/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quiz/lieudit-quiz-source.h"

G_BEGIN_DECLS

/**
 * LieuditQuizWishes:
 * @is_article: whether the article's places are asked for
 * @filter: which of the gazetteer's are, if not; its language is not set
 * @kinds: a set of bits, 1 << each #LieuditQuizKind
 * @n_questions: how many questions
 *
 * Which quiz to make.
 */
typedef struct {
  gboolean is_article;
  LieuditQuizFilter filter;
  guint kinds;
  guint n_questions;
} LieuditQuizWishes;

/* Where a teacher says what to ask, and whom. */
#define LIEUDIT_TYPE_QUIZ_SETUP (lieudit_quiz_setup_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizSetup, lieudit_quiz_setup, LIEUDIT, QUIZ_SETUP, AdwPreferencesPage)

void      lieudit_quiz_setup_set_has_article (LieuditQuizSetup  *self,
                                              gboolean           has_article);
void      lieudit_quiz_setup_set_quiz        (LieuditQuizSetup  *self,
                                              const char        *title);
gboolean  lieudit_quiz_setup_is_quiz         (LieuditQuizSetup  *self);
void      lieudit_quiz_setup_set_countries   (LieuditQuizSetup  *self,
                                              GPtrArray         *countries);
void      lieudit_quiz_setup_set_country     (LieuditQuizSetup  *self,
                                              const char        *code);
void      lieudit_quiz_setup_begin           (LieuditQuizSetup  *self);
void      lieudit_quiz_setup_get_wishes      (LieuditQuizSetup  *self,
                                              LieuditQuizWishes *wishes);
guint     lieudit_quiz_setup_get_n_teams     (LieuditQuizSetup  *self);
guint     lieudit_quiz_setup_get_seconds     (LieuditQuizSetup  *self);
char     *lieudit_quiz_setup_dup_title       (LieuditQuizSetup  *self);

G_END_DECLS
