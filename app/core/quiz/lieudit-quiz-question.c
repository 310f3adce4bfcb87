/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-question.h"

#include <glib/gi18n.h>

static const char *const nicks[LIEUDIT_QUIZ_N_KINDS] = {
  [LIEUDIT_QUIZ_FIND] = "find",
  [LIEUDIT_QUIZ_CHOOSE] = "choose",
  [LIEUDIT_QUIZ_TYPE] = "type",
  [LIEUDIT_QUIZ_NORTH_TO_SOUTH] = "north-to-south",
  [LIEUDIT_QUIZ_NEAR_TO_FAR] = "near-to-far",
  [LIEUDIT_QUIZ_STATEMENT] = "statement",
};

struct _LieuditQuizQuestion
{
  GObject parent_instance;

  LieuditQuizKind kind;
  LieuditQuizPlace *place; /* what is asked for, or where distances are from */
  GPtrArray *choices;      /* LieuditQuizPlace, as they are shown */
  char *statement;
  gboolean is_true;
  char *explanation;
};

G_DEFINE_FINAL_TYPE (LieuditQuizQuestion, lieudit_quiz_question, G_TYPE_OBJECT)

static void
lieudit_quiz_question_finalize (GObject *object)
{
  LieuditQuizQuestion *self = LIEUDIT_QUIZ_QUESTION (object);

  g_clear_object (&self->place);
  g_ptr_array_unref (self->choices);
  g_free (self->statement);
  g_free (self->explanation);

  G_OBJECT_CLASS (lieudit_quiz_question_parent_class)->finalize (object);
}

static void
lieudit_quiz_question_class_init (LieuditQuizQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_quiz_question_finalize;
}

static void
lieudit_quiz_question_init (LieuditQuizQuestion *self)
{
}

static LieuditQuizQuestion *
create (LieuditQuizKind   kind,
        LieuditQuizPlace *place,
        GPtrArray        *choices)
{
  LieuditQuizQuestion *self = g_object_new (LIEUDIT_TYPE_QUIZ_QUESTION, NULL);

  self->kind = kind;
  g_set_object (&self->place, place);
  self->choices = choices != NULL ? g_ptr_array_ref (choices) : g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * lieudit_quiz_question_new:
 * @kind: what it asks, but %LIEUDIT_QUIZ_STATEMENT
 * @place: (nullable): the place that is asked for, or that distances are from
 * @choices: (nullable) (element-type LieuditQuizPlace): what to choose from or to order, as it is shown
 *
 * Makes a question. Whether it can be asked is for lieudit_quiz_question_find_problem() to say.
 *
 * Returns: (transfer full): the question
 */
LieuditQuizQuestion *
lieudit_quiz_question_new (LieuditQuizKind   kind,
                           LieuditQuizPlace *place,
                           GPtrArray        *choices)
{
  g_return_val_if_fail (kind < LIEUDIT_QUIZ_STATEMENT, NULL);
  g_return_val_if_fail (place == NULL || LIEUDIT_IS_QUIZ_PLACE (place), NULL);

  return create (kind, place, choices);
}

/**
 * lieudit_quiz_question_new_statement:
 * @statement: a statement about where places lie
 * @is_true: whether it is true
 * @explanation: (nullable): what the map says
 * @places: (nullable) (element-type LieuditQuizPlace): what it is about, to be shown with the answer
 *
 * Makes a question whether a statement is true.
 *
 * Returns: (transfer full): the question
 */
LieuditQuizQuestion *
lieudit_quiz_question_new_statement (const char *statement,
                                     gboolean    is_true,
                                     const char *explanation,
                                     GPtrArray  *places)
{
  LieuditQuizQuestion *self;

  g_return_val_if_fail (statement != NULL, NULL);

  self = create (LIEUDIT_QUIZ_STATEMENT, NULL, places);
  self->statement = g_strdup (statement);
  self->is_true = !!is_true;
  self->explanation = g_strdup (explanation);

  return self;
}

/**
 * lieudit_quiz_question_get_kind:
 * @self: a question
 *
 * Returns: what it asks
 */
LieuditQuizKind
lieudit_quiz_question_get_kind (LieuditQuizQuestion *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), LIEUDIT_QUIZ_FIND);

  return self->kind;
}

/**
 * lieudit_quiz_question_get_place:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the place that is asked for, or that distances are from
 */
LieuditQuizPlace *
lieudit_quiz_question_get_place (LieuditQuizQuestion *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), NULL);

  return self->place;
}

/**
 * lieudit_quiz_question_get_n_choices:
 * @self: a question
 *
 * Returns: how many places there are to choose from or to order, or a statement is about
 */
guint
lieudit_quiz_question_get_n_choices (LieuditQuizQuestion *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), 0);

  return self->choices->len;
}

/**
 * lieudit_quiz_question_get_choice:
 * @self: a question
 * @index: which choice, as they are shown
 *
 * Returns: (transfer none): the place
 */
LieuditQuizPlace *
lieudit_quiz_question_get_choice (LieuditQuizQuestion *self,
                                  guint                index)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), NULL);
  g_return_val_if_fail (index < self->choices->len, NULL);

  return g_ptr_array_index (self->choices, index);
}

/**
 * lieudit_quiz_question_get_statement:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what may be true
 */
const char *
lieudit_quiz_question_get_statement (LieuditQuizQuestion *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), NULL);

  return self->statement;
}

/**
 * lieudit_quiz_question_is_true:
 * @self: a question
 *
 * Returns: whether its statement is true
 */
gboolean
lieudit_quiz_question_is_true (LieuditQuizQuestion *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), FALSE);

  return self->is_true;
}

/**
 * lieudit_quiz_question_get_explanation:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): why its statement is true or not
 */
const char *
lieudit_quiz_question_get_explanation (LieuditQuizQuestion *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), NULL);

  return self->explanation;
}

/**
 * lieudit_quiz_question_get_n_tries:
 * @self: a question
 *
 * Returns: how often an answer may be given: a choice would only be guessed the second time
 */
guint
lieudit_quiz_question_get_n_tries (LieuditQuizQuestion *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), 0);

  return self->kind == LIEUDIT_QUIZ_FIND || self->kind == LIEUDIT_QUIZ_TYPE ? 3 : 1;
}

static double
get_rank (LieuditQuizQuestion *self,
          guint                index)
{
  LieuditQuizPlace *choice = g_ptr_array_index (self->choices, index);

  return self->kind == LIEUDIT_QUIZ_NEAR_TO_FAR ? lieudit_quiz_place_measure (self->place, choice)
                                                : -lieudit_quiz_place_get_latitude (choice);
}

/**
 * lieudit_quiz_question_get_order:
 * @self: a question about an order
 * @order: (out caller-allocates): room for as many indices as there are choices
 *
 * Tells the right order of the choices.
 */
void
lieudit_quiz_question_get_order (LieuditQuizQuestion *self,
                                 guint               *order)
{
  double ranks[LIEUDIT_QUIZ_MOST_CHOICES];
  guint n;

  g_return_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self));
  g_return_if_fail (self->kind == LIEUDIT_QUIZ_NORTH_TO_SOUTH || self->kind == LIEUDIT_QUIZ_NEAR_TO_FAR);

  n = MIN (self->choices->len, LIEUDIT_QUIZ_MOST_CHOICES);
  for (guint i = 0; i < n; i++)
    ranks[i] = get_rank (self, i);
  for (guint i = 0; i < n; i++)
    {
      guint position = i;

      for (; position > 0 && ranks[order[position - 1]] > ranks[i]; position--)
        order[position] = order[position - 1];
      order[position] = i;
    }
}

static char *
name_with_kind (LieuditQuizPlace *place)
{
  g_autofree char *kind = lieudit_quiz_place_dup_kind (place);

  /* Translators: a place that has to be found, then what kind of place it is: “Idlib (town)” */
  return g_strdup_printf (_("%1$s (%2$s)"), lieudit_quiz_place_get_name (place), kind);
}

/**
 * lieudit_quiz_question_dup_prompt:
 * @self: a question
 *
 * Returns: (transfer full): what is asked, in the reader's language
 */
char *
lieudit_quiz_question_dup_prompt (LieuditQuizQuestion *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), NULL);

  switch (self->kind)
    {
    case LIEUDIT_QUIZ_FIND:
      text = name_with_kind (self->place);
      /* Translators: %s is a place and its kind: “Idlib (Town)” */
      return g_strdup_printf (_("Where is %s?"), text);
    case LIEUDIT_QUIZ_CHOOSE:
    case LIEUDIT_QUIZ_TYPE:
      text = lieudit_quiz_place_dup_kind (self->place);
      /* Translators: %s is a kind of place: “Town” */
      return g_strdup_printf (_("What is the name of the marked place? (%s)"), text);
    case LIEUDIT_QUIZ_NORTH_TO_SOUTH:
      return g_strdup (_("Put these places in order from north to south."));
    case LIEUDIT_QUIZ_NEAR_TO_FAR:
      return g_strdup_printf (_("Put these places in order by their distance from %s, the nearest first."),
                              lieudit_quiz_place_get_name (self->place));
    case LIEUDIT_QUIZ_STATEMENT:
      /* Translators: %s is a statement about where places lie */
      return g_strdup_printf (_("True or false? %s"), self->statement);
    case LIEUDIT_QUIZ_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
list_in_order (LieuditQuizQuestion *self)
{
  guint order[LIEUDIT_QUIZ_MOST_CHOICES];
  g_autoptr(GString) names = g_string_new (NULL);

  lieudit_quiz_question_get_order (self, order);
  for (guint i = 0; i < MIN (self->choices->len, LIEUDIT_QUIZ_MOST_CHOICES); i++)
    {
      if (i > 0)
        /* Translators: between the places of an order */
        g_string_append (names, _(", then "));
      g_string_append (names, lieudit_quiz_place_get_name (g_ptr_array_index (self->choices, order[i])));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * lieudit_quiz_question_dup_answer:
 * @self: a question
 *
 * Returns: (transfer full): the right answer, in the reader's language
 */
char *
lieudit_quiz_question_dup_answer (LieuditQuizQuestion *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), NULL);

  switch (self->kind)
    {
    case LIEUDIT_QUIZ_NORTH_TO_SOUTH:
    case LIEUDIT_QUIZ_NEAR_TO_FAR:
      return list_in_order (self);
    case LIEUDIT_QUIZ_STATEMENT:
      return g_strdup (self->is_true ? _("True") : _("False"));
    case LIEUDIT_QUIZ_FIND:
    case LIEUDIT_QUIZ_CHOOSE:
    case LIEUDIT_QUIZ_TYPE:
    case LIEUDIT_QUIZ_N_KINDS:
    default:
      return g_strdup (lieudit_quiz_place_get_name (self->place));
    }
}

static gboolean
has_place_among_choices (LieuditQuizQuestion *self)
{
  guint n_same = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      if (g_str_equal (lieudit_quiz_place_get_id (g_ptr_array_index (self->choices, i)), lieudit_quiz_place_get_id (self->place)))
        n_same++;
    }

  return n_same == 1;
}

static gboolean
has_same_names (LieuditQuizQuestion *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (lieudit_quiz_place_shares_name (g_ptr_array_index (self->choices, i), g_ptr_array_index (self->choices, j)))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * lieudit_quiz_question_find_problem:
 * @self: a question
 *
 * Looks for what would make a question impossible to answer, as one that comes from a file may be.
 *
 * Returns: (transfer none) (nullable): a sentence that says what is wrong, or %NULL
 */
const char *
lieudit_quiz_question_find_problem (LieuditQuizQuestion *self)
{
  gboolean is_order;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_QUESTION (self), NULL);

  is_order = self->kind == LIEUDIT_QUIZ_NORTH_TO_SOUTH || self->kind == LIEUDIT_QUIZ_NEAR_TO_FAR;
  if (self->choices->len > LIEUDIT_QUIZ_MOST_CHOICES)
    return _("A question has too many choices.");
  if (self->kind == LIEUDIT_QUIZ_STATEMENT)
    return *self->statement == '\0' ? _("A statement says nothing.") : NULL;
  if (self->place == NULL && self->kind != LIEUDIT_QUIZ_NORTH_TO_SOUTH)
    return _("A question asks for no place.");
  if ((is_order || self->kind == LIEUDIT_QUIZ_CHOOSE) && (self->choices->len < 2 || has_same_names (self)))
    return _("A question has too few choices.");
  if (self->kind == LIEUDIT_QUIZ_CHOOSE && !has_place_among_choices (self))
    return _("The right answer is not among the choices of a question.");

  return NULL;
}

/**
 * lieudit_quiz_kind_to_nick:
 * @kind: a kind of question
 *
 * Returns: (transfer none): what files call it
 */
const char *
lieudit_quiz_kind_to_nick (LieuditQuizKind kind)
{
  g_return_val_if_fail (kind < LIEUDIT_QUIZ_N_KINDS, NULL);

  return nicks[kind];
}

/**
 * lieudit_quiz_kind_from_nick:
 * @nick: (nullable): what files call it
 * @kind: (out): the kind
 *
 * Returns: whether there is one
 */
gboolean
lieudit_quiz_kind_from_nick (const char      *nick,
                             LieuditQuizKind *kind)
{
  for (guint i = 0; i < LIEUDIT_QUIZ_N_KINDS; i++)
    {
      if (g_strcmp0 (nick, nicks[i]) == 0)
        {
          *kind = (LieuditQuizKind) i;
          return TRUE;
        }
    }

  return FALSE;
}
