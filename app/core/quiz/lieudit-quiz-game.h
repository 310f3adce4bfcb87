/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quiz/lieudit-quiz-score.h"

G_BEGIN_DECLS

#define LIEUDIT_QUIZ_MOST_TEAMS 6

/**
 * LieuditQuizState:
 * @LIEUDIT_QUIZ_ASKING: an answer is awaited
 * @LIEUDIT_QUIZ_RIGHT: the answer was right, and the question is over
 * @LIEUDIT_QUIZ_WRONG: there was no right answer, and the question is over
 * @LIEUDIT_QUIZ_OVER: there are no more questions
 *
 * Where a game is.
 */
typedef enum {
  LIEUDIT_QUIZ_ASKING,
  LIEUDIT_QUIZ_RIGHT,
  LIEUDIT_QUIZ_WRONG,
  LIEUDIT_QUIZ_OVER
} LieuditQuizState;

/**
 * LieuditQuizResult:
 * @question: which question
 * @team: which team answered, from 0
 * @n_tries: how often
 * @points: what it brought
 * @distance: how far off the best spot was, in metres; NaN for other questions
 * @answer: (nullable): the last answer, in words
 * @is_right: whether a right answer was among them
 *
 * How one question went.
 */
typedef struct {
  guint question;
  guint team;
  guint n_tries;
  guint points;
  double distance;
  char *answer;
  gboolean is_right;
} LieuditQuizResult;

/* One run through a quiz. Who plays has a number, and no name. */
#define LIEUDIT_TYPE_QUIZ_GAME (lieudit_quiz_game_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizGame, lieudit_quiz_game, LIEUDIT, QUIZ_GAME, GObject)

LieuditQuizGame         *lieudit_quiz_game_new            (LieuditQuiz         *quiz,
                                                           guint                n_teams);
LieuditQuiz             *lieudit_quiz_game_get_quiz       (LieuditQuizGame     *self);
guint                    lieudit_quiz_game_get_n_teams    (LieuditQuizGame     *self);
LieuditQuizState         lieudit_quiz_game_get_state      (LieuditQuizGame     *self);
guint                    lieudit_quiz_game_get_index      (LieuditQuizGame     *self);
guint                    lieudit_quiz_game_get_team       (LieuditQuizGame     *self);
LieuditQuizQuestion     *lieudit_quiz_game_get_question   (LieuditQuizGame     *self);
guint                    lieudit_quiz_game_get_tries_left (LieuditQuizGame     *self);

LieuditQuizSpot          lieudit_quiz_game_answer_spot    (LieuditQuizGame     *self,
                                                           LieuditBaseMap      *base_map,
                                                           double               latitude,
                                                           double               longitude);
gboolean                 lieudit_quiz_game_answer_choice  (LieuditQuizGame     *self,
                                                           guint                choice);
gboolean                 lieudit_quiz_game_answer_name    (LieuditQuizGame     *self,
                                                           LieuditGazetteer    *gazetteer,
                                                           const char          *typed);
guint                    lieudit_quiz_game_answer_order   (LieuditQuizGame     *self,
                                                           const guint         *order);
gboolean                 lieudit_quiz_game_answer_truth   (LieuditQuizGame     *self,
                                                           gboolean             is_true);
void                     lieudit_quiz_game_give_up        (LieuditQuizGame     *self);
void                     lieudit_quiz_game_go_on          (LieuditQuizGame     *self);

guint                    lieudit_quiz_game_get_n_results  (LieuditQuizGame     *self);
const LieuditQuizResult *lieudit_quiz_game_get_result     (LieuditQuizGame     *self,
                                                           guint                index);
guint                    lieudit_quiz_game_get_points     (LieuditQuizGame     *self,
                                                           guint                team,
                                                           guint               *possible);

G_END_DECLS
