/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes questions that have one answer, and wrong answers that could be right. */
#include "config.h"

#include "quiz/lieudit-quiz-maker.h"

#include <math.h>
#include <string.h>

#include "text/lieudit-folded-text.h"

#define N_CHOICES 4
#define N_ORDERED 4

/* Wrong answers are drawn from so many of the nearest places of the kind. */
#define N_NEAREST 8

/* Shares of what the map shows: marks nearer to each other than the first cannot be told apart, and places in an order have to lie
 * farther apart than the second. */
#define SAME_SPOT 0.012
#define CLEAR_STEP 0.04

/* Tries to find places that can be put in an order, before there is none. */
#define N_DRAWS 40

typedef struct {
  const LieuditQuizRecipe *recipe;
  GRand *random;
  GPtrArray *places; /* in the order in which they are asked */
  GHashTable *asked; /* of LieuditQuizPlace: no place is asked twice */
  guint next_statement;
  double size;
  char *title;
} Maker;

static void
shuffle (GPtrArray *items,
         GRand     *random)
{
  for (guint i = items->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer item = items->pdata[i - 1];

      items->pdata[i - 1] = items->pdata[other];
      items->pdata[other] = item;
    }
}

static gboolean
is_same_class (LieuditQuizPlace *a,
               LieuditQuizPlace *b)
{
  LieuditFeatureClass first = lieudit_quiz_place_get_feature_class (a);
  LieuditFeatureClass second = lieudit_quiz_place_get_feature_class (b);

  return first == second || (lieudit_feature_is_area (lieudit_quiz_place_get_feature_code (a)) == FALSE
                             && (first == LIEUDIT_FEATURE_TOWN || first == LIEUDIT_FEATURE_CAPITAL)
                             && (second == LIEUDIT_FEATURE_TOWN || second == LIEUDIT_FEATURE_CAPITAL));
}

/* Another place that a question for one would be a question for, too. */
static gboolean
has_namesake (Maker            *self,
              LieuditQuizPlace *place)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      LieuditQuizPlace *other = g_ptr_array_index (self->places, i);

      if (other != place && is_same_class (other, place) && lieudit_quiz_place_shares_name (other, place))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_double (Maker            *self,
            LieuditQuizPlace *place)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      LieuditQuizPlace *other = g_ptr_array_index (self->places, i);

      if (other != place && lieudit_quiz_place_is_area (other) == lieudit_quiz_place_is_area (place)
          && lieudit_quiz_place_measure (other, place) < SAME_SPOT * self->size)
        return TRUE;
    }

  return FALSE;
}

/* What the title of the quiz says already is no question. */
static gboolean
is_given_away (Maker            *self,
               LieuditQuizPlace *place)
{
  g_autofree char *name = lieudit_fold_name (lieudit_quiz_place_get_name (place));

  return *name != '\0' && strstr (self->title, name) != NULL;
}

typedef struct {
  LieuditQuizPlace *place;
  double distance;
} Neighbour;

static int
compare_distances (gconstpointer a,
                   gconstpointer b)
{
  const Neighbour *first = a;
  const Neighbour *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return strcmp (lieudit_quiz_place_get_id (first->place), lieudit_quiz_place_get_id (second->place));
}

static void
add_neighbours (GArray           *neighbours,
                GPtrArray        *places,
                LieuditQuizPlace *place)
{
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      LieuditQuizPlace *other = g_ptr_array_index (places, i);
      Neighbour neighbour = { other, lieudit_quiz_place_measure (place, other) };

      if (is_same_class (other, place) && strcmp (lieudit_quiz_place_get_id (other), lieudit_quiz_place_get_id (place)) != 0)
        g_array_append_val (neighbours, neighbour);
    }
}

static gboolean
is_distinct (GPtrArray        *choices,
             LieuditQuizPlace *place)
{
  for (guint i = 0; i < choices->len; i++)
    {
      if (lieudit_quiz_place_shares_name (g_ptr_array_index (choices, i), place))
        return FALSE;
    }

  return TRUE;
}

/* The place itself and near places of its kind, in any order; NULL if there are too few. */
static GPtrArray *
draw_choices (Maker            *self,
              LieuditQuizPlace *place)
{
  g_autoptr(GArray) neighbours = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  g_autoptr(GPtrArray) nearest = g_ptr_array_new ();
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  add_neighbours (neighbours, self->recipe->places, place);
  add_neighbours (neighbours, self->recipe->neighbours, place);
  g_array_sort (neighbours, compare_distances);
  for (guint i = 0; i < MIN (neighbours->len, N_NEAREST); i++)
    g_ptr_array_add (nearest, g_array_index (neighbours, Neighbour, i).place);
  shuffle (nearest, self->random);

  g_ptr_array_add (choices, g_object_ref (place));
  for (guint i = 0; i < nearest->len && choices->len < N_CHOICES; i++)
    {
      if (is_distinct (choices, g_ptr_array_index (nearest, i)))
        g_ptr_array_add (choices, g_object_ref (g_ptr_array_index (nearest, i)));
    }
  if (choices->len < N_CHOICES)
    return NULL;
  shuffle (choices, self->random);

  return g_steal_pointer (&choices);
}

static LieuditQuizPlace *
find_unasked (Maker           *self,
              LieuditQuizKind  kind)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      LieuditQuizPlace *place = g_ptr_array_index (self->places, i);

      if (g_hash_table_contains (self->asked, place))
        continue;
      if (kind == LIEUDIT_QUIZ_FIND && !has_namesake (self, place))
        return place;
      if (kind != LIEUDIT_QUIZ_FIND && !has_double (self, place) && !is_given_away (self, place))
        return place;
    }

  return NULL;
}

static LieuditQuizQuestion *
ask_for_place (Maker           *self,
               LieuditQuizKind  kind)
{
  LieuditQuizPlace *place = find_unasked (self, kind);
  g_autoptr(GPtrArray) choices = NULL;

  if (place == NULL)
    return NULL;
  if (kind == LIEUDIT_QUIZ_CHOOSE)
    {
      choices = draw_choices (self, place);
      if (choices == NULL)
        return NULL;
    }
  g_hash_table_add (self->asked, place);

  return lieudit_quiz_question_new (kind, place, choices);
}

static double
get_rank (LieuditQuizPlace *origin,
          LieuditQuizPlace *place)
{
  /* A degree of latitude is as long everywhere, or nearly so. */
  return origin != NULL ? lieudit_quiz_place_measure (origin, place) : lieudit_quiz_place_get_latitude (place) * 111.2e3;
}

static gboolean
is_clearly_apart (Maker            *self,
                  GPtrArray        *choices,
                  LieuditQuizPlace *origin,
                  LieuditQuizPlace *place)
{
  for (guint i = 0; i < choices->len; i++)
    {
      double difference = get_rank (origin, g_ptr_array_index (choices, i)) - get_rank (origin, place);

      if (fabs (difference) < CLEAR_STEP * self->size)
        return FALSE;
    }

  return origin != place && is_distinct (choices, place);
}

/* An area lies at no distance: only points are put in an order. */
static GPtrArray *
draw_ordered (Maker            *self,
              LieuditQuizPlace *origin)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_DRAWS && choices->len < N_ORDERED; i++)
    {
      LieuditQuizPlace *place = g_ptr_array_index (self->places, g_rand_int_range (self->random, 0, (gint32) self->places->len));

      if (!lieudit_quiz_place_is_area (place) && !has_namesake (self, place) && is_clearly_apart (self, choices, origin, place))
        g_ptr_array_add (choices, g_object_ref (place));
    }

  return choices->len == N_ORDERED ? g_steal_pointer (&choices) : NULL;
}

static LieuditQuizQuestion *
ask_for_order (Maker           *self,
               LieuditQuizKind  kind)
{
  LieuditQuizPlace *origin = NULL;
  g_autoptr(GPtrArray) choices = NULL;

  if (kind == LIEUDIT_QUIZ_NEAR_TO_FAR)
    {
      origin = g_ptr_array_index (self->places, g_rand_int_range (self->random, 0, (gint32) self->places->len));
      if (lieudit_quiz_place_is_area (origin) || has_namesake (self, origin))
        return NULL;
    }
  choices = draw_ordered (self, origin);

  return choices != NULL ? lieudit_quiz_question_new (kind, origin, choices) : NULL;
}

static LieuditQuizQuestion *
ask (Maker           *self,
     LieuditQuizKind  kind)
{
  GPtrArray *statements = self->recipe->statements;

  if (!(self->recipe->kinds & (1u << kind)))
    return NULL;
  if (kind == LIEUDIT_QUIZ_STATEMENT)
    return statements != NULL && self->next_statement < statements->len
             ? g_object_ref (g_ptr_array_index (statements, self->next_statement++)) : NULL;
  if (self->places->len == 0)
    return NULL;
  if (kind == LIEUDIT_QUIZ_NORTH_TO_SOUTH || kind == LIEUDIT_QUIZ_NEAR_TO_FAR)
    return ask_for_order (self, kind);

  return ask_for_place (self, kind);
}

/**
 * lieudit_quiz_make:
 * @recipe: what to make it of
 *
 * Makes a quiz, the kinds of questions one after the other. There may be fewer questions than wanted, and none, where no more can be
 * asked that have one answer only.
 *
 * Returns: (transfer full): the quiz
 */
LieuditQuiz *
lieudit_quiz_make (const LieuditQuizRecipe *recipe)
{
  LieuditQuiz *quiz;
  Maker self = { recipe };
  guint n_wanted, n_failed = 0;

  g_return_val_if_fail (recipe != NULL && recipe->title != NULL && recipe->places != NULL, NULL);

  quiz = lieudit_quiz_new (recipe->title, lieudit_language_to_tag (recipe->language));
  n_wanted = MIN (recipe->n_questions, LIEUDIT_QUIZ_MOST_QUESTIONS);
  self.random = g_rand_new_with_seed (recipe->seed);
  self.places = g_ptr_array_new ();
  g_ptr_array_extend (self.places, recipe->places, NULL, NULL);
  self.asked = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < recipe->places->len; i++)
    lieudit_quiz_extend (quiz, g_ptr_array_index (recipe->places, i));
  self.size = lieudit_quiz_get_size (quiz);
  self.title = lieudit_fold_name (recipe->title);
  shuffle (self.places, self.random);

  for (guint turn = 0; lieudit_quiz_get_n_questions (quiz) < n_wanted && n_failed < LIEUDIT_QUIZ_N_KINDS; turn++)
    {
      g_autoptr(LieuditQuizQuestion) question = ask (&self, (LieuditQuizKind) (turn % LIEUDIT_QUIZ_N_KINDS));

      n_failed = question == NULL ? n_failed + 1 : 0;
      if (question != NULL)
        lieudit_quiz_add (quiz, question);
    }

  g_rand_free (self.random);
  g_ptr_array_unref (self.places);
  g_hash_table_unref (self.asked);
  g_free (self.title);

  return quiz;
}
