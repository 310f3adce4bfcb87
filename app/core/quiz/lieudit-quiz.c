/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz.h"

#include "geo/lieudit-geodesic.h"

/* A quiz about a single town is not asked to the metre. */
#define SMALLEST_SIZE 20e3

struct _LieuditQuiz
{
  GObject parent_instance;

  char *title;
  char *language;
  GPtrArray *questions;
  LieuditBounds bounds;
};

G_DEFINE_FINAL_TYPE (LieuditQuiz, lieudit_quiz, G_TYPE_OBJECT)

static void
lieudit_quiz_finalize (GObject *object)
{
  LieuditQuiz *self = LIEUDIT_QUIZ (object);

  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->questions);

  G_OBJECT_CLASS (lieudit_quiz_parent_class)->finalize (object);
}

static void
lieudit_quiz_class_init (LieuditQuizClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_quiz_finalize;
}

static void
lieudit_quiz_init (LieuditQuiz *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  self->bounds = lieudit_bounds_empty ();
}

/**
 * lieudit_quiz_new:
 * @title: what it is about
 * @language: the tag of the language of its names
 *
 * Returns: (transfer full): a quiz without questions
 */
LieuditQuiz *
lieudit_quiz_new (const char *title,
                  const char *language)
{
  LieuditQuiz *self;

  g_return_val_if_fail (title != NULL && language != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_QUIZ, NULL);
  self->title = g_strdup (title);
  self->language = g_strdup (language);

  return self;
}

/**
 * lieudit_quiz_extend:
 * @self: a quiz
 * @place: a place
 *
 * Makes the map show a place, and all of it that there is if it is an area, whether or not it is asked for: a map of only what is
 * asked for would give it away.
 */
void
lieudit_quiz_extend (LieuditQuiz      *self,
                     LieuditQuizPlace *place)
{
  double latitude, longitude;

  g_return_if_fail (LIEUDIT_IS_QUIZ (self));
  g_return_if_fail (LIEUDIT_IS_QUIZ_PLACE (place));

  latitude = lieudit_quiz_place_get_latitude (place);
  longitude = lieudit_quiz_place_get_longitude (place);
  if (lieudit_quiz_place_is_area (place))
    lieudit_bounds_extend_around (&self->bounds, latitude, longitude, lieudit_quiz_place_get_radius (place));
  else
    lieudit_bounds_extend (&self->bounds, latitude, longitude);
}

/**
 * lieudit_quiz_set_bounds:
 * @self: a quiz
 * @bounds: what its map has to show at least, before any question is added
 *
 * Changes what the map shows.
 */
void
lieudit_quiz_set_bounds (LieuditQuiz         *self,
                         const LieuditBounds *bounds)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ (self));
  g_return_if_fail (bounds != NULL && bounds->south <= bounds->north);

  self->bounds = *bounds;
}

/**
 * lieudit_quiz_add:
 * @self: a quiz
 * @question: a question
 *
 * Adds a question at the end.
 */
void
lieudit_quiz_add (LieuditQuiz         *self,
                  LieuditQuizQuestion *question)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ (self));
  g_return_if_fail (LIEUDIT_IS_QUIZ_QUESTION (question));

  g_ptr_array_add (self->questions, g_object_ref (question));
  if (lieudit_quiz_question_get_place (question) != NULL)
    lieudit_quiz_extend (self, lieudit_quiz_question_get_place (question));
  for (guint i = 0; i < lieudit_quiz_question_get_n_choices (question); i++)
    lieudit_quiz_extend (self, lieudit_quiz_question_get_choice (question, i));
}

/**
 * lieudit_quiz_get_title:
 * @self: a quiz
 *
 * Returns: (transfer none): what it is about
 */
const char *
lieudit_quiz_get_title (LieuditQuiz *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ (self), NULL);

  return self->title;
}

/**
 * lieudit_quiz_get_language:
 * @self: a quiz
 *
 * Returns: (transfer none): the tag of the language of its names
 */
const char *
lieudit_quiz_get_language (LieuditQuiz *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ (self), NULL);

  return self->language;
}

/**
 * lieudit_quiz_get_n_questions:
 * @self: a quiz
 *
 * Returns: how many questions it has
 */
guint
lieudit_quiz_get_n_questions (LieuditQuiz *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ (self), 0);

  return self->questions->len;
}

/**
 * lieudit_quiz_get_question:
 * @self: a quiz
 * @index: which question
 *
 * Returns: (transfer none): the question
 */
LieuditQuizQuestion *
lieudit_quiz_get_question (LieuditQuiz *self,
                           guint        index)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ (self), NULL);
  g_return_val_if_fail (index < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, index);
}

/**
 * lieudit_quiz_get_bounds:
 * @self: a quiz
 *
 * Returns: what its map has to show: the places of all questions, and what lieudit_quiz_extend() added
 */
LieuditBounds
lieudit_quiz_get_bounds (LieuditQuiz *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ (self), lieudit_bounds_empty ());

  return self->bounds;
}

/**
 * lieudit_quiz_get_size:
 * @self: a quiz
 *
 * Tells how far it is across what its map has to show: what is near and what is far is measured by that.
 *
 * Returns: a distance, in metres
 */
double
lieudit_quiz_get_size (LieuditQuiz *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ (self), SMALLEST_SIZE);

  if (lieudit_bounds_is_empty (&self->bounds))
    return SMALLEST_SIZE;

  return MAX (SMALLEST_SIZE, lieudit_geodesic_distance (self->bounds.south, self->bounds.west, self->bounds.north, self->bounds.east));
}
