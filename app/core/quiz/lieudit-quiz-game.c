/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-game.h"

#include <math.h>

#include <glib/gi18n.h>

struct _LieuditQuizGame
{
  GObject parent_instance;

  LieuditQuiz *quiz;
  guint n_teams;
  guint index;
  LieuditQuizState state;
  GArray *results; /* LieuditQuizResult of the questions so far; the last is of the one that is asked, once it was tried */
};

G_DEFINE_FINAL_TYPE (LieuditQuizGame, lieudit_quiz_game, G_TYPE_OBJECT)

static void
clear_result (gpointer data)
{
  LieuditQuizResult *result = data;

  g_free (result->answer);
}

static void
lieudit_quiz_game_finalize (GObject *object)
{
  LieuditQuizGame *self = LIEUDIT_QUIZ_GAME (object);

  g_clear_object (&self->quiz);
  g_array_unref (self->results);

  G_OBJECT_CLASS (lieudit_quiz_game_parent_class)->finalize (object);
}

static void
lieudit_quiz_game_class_init (LieuditQuizGameClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_quiz_game_finalize;
}

static void
lieudit_quiz_game_init (LieuditQuizGame *self)
{
  self->results = g_array_new (FALSE, TRUE, sizeof (LieuditQuizResult));
  g_array_set_clear_func (self->results, clear_result);
}

/**
 * lieudit_quiz_game_new:
 * @quiz: a quiz
 * @n_teams: how many teams answer in turn, from 1 to %LIEUDIT_QUIZ_MOST_TEAMS
 *
 * Begins a quiz.
 *
 * Returns: (transfer full): the game, at its first question
 */
LieuditQuizGame *
lieudit_quiz_game_new (LieuditQuiz *quiz,
                       guint        n_teams)
{
  LieuditQuizGame *self;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ (quiz), NULL);
  g_return_val_if_fail (n_teams >= 1 && n_teams <= LIEUDIT_QUIZ_MOST_TEAMS, NULL);

  self = g_object_new (LIEUDIT_TYPE_QUIZ_GAME, NULL);
  self->quiz = g_object_ref (quiz);
  self->n_teams = n_teams;
  self->state = lieudit_quiz_get_n_questions (quiz) > 0 ? LIEUDIT_QUIZ_ASKING : LIEUDIT_QUIZ_OVER;

  return self;
}

/**
 * lieudit_quiz_game_get_quiz:
 * @self: a game
 *
 * Returns: (transfer none): what is asked
 */
LieuditQuiz *
lieudit_quiz_game_get_quiz (LieuditQuizGame *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), NULL);

  return self->quiz;
}

/**
 * lieudit_quiz_game_get_n_teams:
 * @self: a game
 *
 * Returns: how many teams answer in turn
 */
guint
lieudit_quiz_game_get_n_teams (LieuditQuizGame *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), 1);

  return self->n_teams;
}

/**
 * lieudit_quiz_game_get_state:
 * @self: a game
 *
 * Returns: where it is
 */
LieuditQuizState
lieudit_quiz_game_get_state (LieuditQuizGame *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), LIEUDIT_QUIZ_OVER);

  return self->state;
}

/**
 * lieudit_quiz_game_get_index:
 * @self: a game
 *
 * Returns: which question it is at, from 0
 */
guint
lieudit_quiz_game_get_index (LieuditQuizGame *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), 0);

  return self->index;
}

/**
 * lieudit_quiz_game_get_team:
 * @self: a game
 *
 * Returns: whose turn it is, from 0
 */
guint
lieudit_quiz_game_get_team (LieuditQuizGame *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), 0);

  return self->index % self->n_teams;
}

/**
 * lieudit_quiz_game_get_question:
 * @self: a game
 *
 * Returns: (transfer none) (nullable): what is asked now, or was answered last; %NULL once it is over
 */
LieuditQuizQuestion *
lieudit_quiz_game_get_question (LieuditQuizGame *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), NULL);

  return self->state != LIEUDIT_QUIZ_OVER ? lieudit_quiz_get_question (self->quiz, self->index) : NULL;
}

/* The result of the question that is asked now. */
static LieuditQuizResult *
get_current (LieuditQuizGame *self)
{
  if (self->results->len <= self->index)
    {
      LieuditQuizResult result = { self->index, lieudit_quiz_game_get_team (self), 0, 0, NAN, NULL, FALSE };

      g_array_append_val (self->results, result);
    }

  return &g_array_index (self->results, LieuditQuizResult, self->index);
}

/**
 * lieudit_quiz_game_get_tries_left:
 * @self: a game
 *
 * Returns: how many answers may still be given to the question
 */
guint
lieudit_quiz_game_get_tries_left (LieuditQuizGame *self)
{
  guint n_tries;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), 0);

  if (self->state != LIEUDIT_QUIZ_ASKING)
    return 0;
  n_tries = self->results->len > self->index ? get_current (self)->n_tries : 0;

  return lieudit_quiz_question_get_n_tries (lieudit_quiz_game_get_question (self)) - n_tries;
}

static gboolean
is_asking (LieuditQuizGame *self,
           LieuditQuizKind  kind)
{
  return LIEUDIT_IS_QUIZ_GAME (self) && self->state == LIEUDIT_QUIZ_ASKING
         && lieudit_quiz_question_get_kind (lieudit_quiz_game_get_question (self)) == kind;
}

/* Takes an answer; the points are those of a wrong one, should there be no more tries. */
static void
take_answer (LieuditQuizGame *self,
             const char      *answer,
             gboolean         is_right,
             guint            points)
{
  LieuditQuizResult *result = get_current (self);

  g_free (result->answer);
  result->answer = g_strdup (answer);
  result->n_tries++;
  result->is_right = is_right;
  if (is_right)
    {
      result->points = MAX (points, lieudit_quiz_score_try (result->n_tries));
      self->state = LIEUDIT_QUIZ_RIGHT;
    }
  else
    {
      result->points = MAX (points, result->points);
      if (lieudit_quiz_game_get_tries_left (self) == 0)
        self->state = LIEUDIT_QUIZ_WRONG;
    }
}

/**
 * lieudit_quiz_game_answer_spot:
 * @self: a game that asks to find a place
 * @base_map: (nullable): where the outlines of areas come from
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * Answers with a spot on the map.
 *
 * Returns: how far off it was
 */
LieuditQuizSpot
lieudit_quiz_game_answer_spot (LieuditQuizGame *self,
                               LieuditBaseMap  *base_map,
                               double           latitude,
                               double           longitude)
{
  LieuditQuizSpot spot = { FALSE, 0.0, 0.0 };
  LieuditQuizResult *result;
  g_autofree char *answer = NULL;

  g_return_val_if_fail (is_asking (self, LIEUDIT_QUIZ_FIND), spot);

  spot = lieudit_quiz_try_spot (self->quiz, lieudit_quiz_question_get_place (lieudit_quiz_game_get_question (self)), base_map,
                                latitude, longitude);
  result = get_current (self);
  if (spot.is_right)
    result->distance = 0.0;
  else
    result->distance = isnan (result->distance) ? spot.distance : MIN (spot.distance, result->distance);
  /* Translators: a spot on the map that was pointed at: its latitude and longitude */
  answer = g_strdup_printf (_("%.2f°, %.2f°"), latitude, longitude);
  take_answer (self, answer, spot.is_right,
               spot.is_right ? 0 : lieudit_quiz_score_distance (result->distance, lieudit_quiz_get_size (self->quiz)));

  return spot;
}

/**
 * lieudit_quiz_game_answer_choice:
 * @self: a game that asks to choose a name
 * @choice: which of its choices
 *
 * Answers with a choice.
 *
 * Returns: whether it was right
 */
gboolean
lieudit_quiz_game_answer_choice (LieuditQuizGame *self,
                                 guint            choice)
{
  LieuditQuizQuestion *question;
  LieuditQuizPlace *chosen;
  gboolean is_right;

  g_return_val_if_fail (is_asking (self, LIEUDIT_QUIZ_CHOOSE), FALSE);

  question = lieudit_quiz_game_get_question (self);
  chosen = lieudit_quiz_question_get_choice (question, choice);
  g_return_val_if_fail (chosen != NULL, FALSE);
  is_right = g_str_equal (lieudit_quiz_place_get_id (chosen), lieudit_quiz_place_get_id (lieudit_quiz_question_get_place (question)));
  take_answer (self, lieudit_quiz_place_get_name (chosen), is_right, 0);

  return is_right;
}

/**
 * lieudit_quiz_game_answer_name:
 * @self: a game that asks to type a name
 * @gazetteer: (nullable): where more spellings are known
 * @typed: the name
 *
 * Answers with a name, in any spelling that is known.
 *
 * Returns: whether it was right
 */
gboolean
lieudit_quiz_game_answer_name (LieuditQuizGame  *self,
                               LieuditGazetteer *gazetteer,
                               const char       *typed)
{
  gboolean is_right;

  g_return_val_if_fail (is_asking (self, LIEUDIT_QUIZ_TYPE), FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  is_right = lieudit_quiz_place_accepts (lieudit_quiz_question_get_place (lieudit_quiz_game_get_question (self)), gazetteer, typed);
  take_answer (self, typed, is_right, 0);

  return is_right;
}

/**
 * lieudit_quiz_game_answer_order:
 * @self: a game that asks to put places in an order
 * @order: the numbers of its choices, in the order that is meant
 *
 * Answers with an order.
 *
 * Returns: its points
 */
guint
lieudit_quiz_game_answer_order (LieuditQuizGame *self,
                                const guint     *order)
{
  LieuditQuizQuestion *question;
  guint right[LIEUDIT_QUIZ_MOST_CHOICES];
  g_autoptr(GString) answer = g_string_new (NULL);
  guint n, points;

  g_return_val_if_fail (is_asking (self, LIEUDIT_QUIZ_NORTH_TO_SOUTH) || is_asking (self, LIEUDIT_QUIZ_NEAR_TO_FAR), 0);

  question = lieudit_quiz_game_get_question (self);
  n = lieudit_quiz_question_get_n_choices (question);
  lieudit_quiz_question_get_order (question, right);
  points = lieudit_quiz_score_order (order, right, n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (answer, "%s%s", i > 0 ? " – " : "",
                            lieudit_quiz_place_get_name (lieudit_quiz_question_get_choice (question, order[i])));
  take_answer (self, answer->str, points == LIEUDIT_QUIZ_MOST_POINTS, points);

  return points;
}

/**
 * lieudit_quiz_game_answer_truth:
 * @self: a game that asks whether a statement is true
 * @is_true: whether it is held for true
 *
 * Answers with yes or no.
 *
 * Returns: whether that was right
 */
gboolean
lieudit_quiz_game_answer_truth (LieuditQuizGame *self,
                                gboolean         is_true)
{
  gboolean is_right;

  g_return_val_if_fail (is_asking (self, LIEUDIT_QUIZ_STATEMENT), FALSE);

  is_right = lieudit_quiz_question_is_true (lieudit_quiz_game_get_question (self)) == !!is_true;
  take_answer (self, is_true ? _("True") : _("False"), is_right, 0);

  return is_right;
}

/**
 * lieudit_quiz_game_give_up:
 * @self: a game that asks something
 *
 * Ends a question without another answer, as when the time is over. What was near before keeps its points.
 */
void
lieudit_quiz_game_give_up (LieuditQuizGame *self)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_GAME (self));
  g_return_if_fail (self->state == LIEUDIT_QUIZ_ASKING);

  get_current (self);
  self->state = LIEUDIT_QUIZ_WRONG;
}

/**
 * lieudit_quiz_game_go_on:
 * @self: a game whose question was answered
 *
 * Goes on to the next question, or ends.
 */
void
lieudit_quiz_game_go_on (LieuditQuizGame *self)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_GAME (self));
  g_return_if_fail (self->state == LIEUDIT_QUIZ_RIGHT || self->state == LIEUDIT_QUIZ_WRONG);

  self->index++;
  self->state = self->index < lieudit_quiz_get_n_questions (self->quiz) ? LIEUDIT_QUIZ_ASKING : LIEUDIT_QUIZ_OVER;
}

/**
 * lieudit_quiz_game_get_n_results:
 * @self: a game
 *
 * Returns: how many questions were answered or given up
 */
guint
lieudit_quiz_game_get_n_results (LieuditQuizGame *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), 0);

  return self->state == LIEUDIT_QUIZ_ASKING ? self->index : self->results->len;
}

/**
 * lieudit_quiz_game_get_result:
 * @self: a game
 * @index: which result
 *
 * Returns: (transfer none): how that question went
 */
const LieuditQuizResult *
lieudit_quiz_game_get_result (LieuditQuizGame *self,
                              guint            index)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), NULL);
  g_return_val_if_fail (index < self->results->len, NULL);

  return &g_array_index (self->results, LieuditQuizResult, index);
}

/**
 * lieudit_quiz_game_get_points:
 * @self: a game
 * @team: which team, from 0
 * @possible: (out) (optional): how many points it could have by now
 *
 * Returns: how many points it has
 */
guint
lieudit_quiz_game_get_points (LieuditQuizGame *self,
                              guint            team,
                              guint           *possible)
{
  guint points = 0, most = 0;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_GAME (self), 0);

  for (guint i = 0; i < lieudit_quiz_game_get_n_results (self); i++)
    {
      const LieuditQuizResult *result = &g_array_index (self->results, LieuditQuizResult, i);

      if (result->team != team)
        continue;
      points += result->points;
      most += LIEUDIT_QUIZ_MOST_POINTS;
    }
  if (possible != NULL)
    *possible = most;

  return points;
}
