/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lesson/lieudit-step.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * LieuditStep:
 *
 * One step of a lesson: a sentence, and the places that it names or the one
 * that is new in it. It never changes.
 */
struct _LieuditStep
{
  GObject parent_instance;

  LieuditStepRange  range;
  LieuditStop      *stop;
  GPtrArray        *places;
  GPtrArray        *framed;
  char             *text;
};

G_DEFINE_FINAL_TYPE (LieuditStep, lieudit_step, G_TYPE_OBJECT)

static void
lieudit_step_finalize (GObject *object)
{
  LieuditStep *self = LIEUDIT_STEP (object);

  g_clear_object (&self->stop);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->framed);
  g_free (self->text);

  G_OBJECT_CLASS (lieudit_step_parent_class)->finalize (object);
}

static void
lieudit_step_class_init (LieuditStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_step_finalize;
}

static void
lieudit_step_init (LieuditStep *self)
{
}

/**
 * lieudit_step_new:
 * @range: where it is in the text
 * @stop: (nullable): what was prepared for it
 * @places: (element-type LieuditFoundPlace): what it names
 * @framed: (element-type LieuditFoundPlace): those that the map goes to
 * @text: the sentence
 *
 * Returns: (transfer full): the step
 */
LieuditStep *
lieudit_step_new (const LieuditStepRange *range,
                  LieuditStop            *stop,
                  GPtrArray              *places,
                  GPtrArray              *framed,
                  const char             *text)
{
  LieuditStep *self;

  g_return_val_if_fail (range != NULL, NULL);
  g_return_val_if_fail (stop == NULL || LIEUDIT_IS_STOP (stop), NULL);
  g_return_val_if_fail (places != NULL && framed != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_STEP, NULL);
  self->range = *range;
  g_set_object (&self->stop, stop);
  self->places = g_ptr_array_ref (places);
  self->framed = g_ptr_array_ref (framed);
  self->text = g_strdup (text);

  return self;
}

/**
 * lieudit_step_get_range:
 * @self: a step
 *
 * Returns: (transfer none): where it is in the text
 */
const LieuditStepRange *
lieudit_step_get_range (LieuditStep *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (self), NULL);

  return &self->range;
}

/**
 * lieudit_step_get_stop:
 * @self: a step
 *
 * Returns: (transfer none) (nullable): what was prepared for it
 */
LieuditStop *
lieudit_step_get_stop (LieuditStep *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (self), NULL);

  return self->stop;
}

/**
 * lieudit_step_get_text:
 * @self: a step
 *
 * Returns: (transfer none): its sentence, on one line
 */
const char *
lieudit_step_get_text (LieuditStep *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (self), NULL);

  return self->text;
}

/**
 * lieudit_step_get_title:
 * @self: a step
 *
 * Returns: (transfer none) (nullable): what the teacher called it
 */
const char *
lieudit_step_get_title (LieuditStep *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (self), NULL);

  return self->stop != NULL ? lieudit_stop_get_title (self->stop) : NULL;
}

/**
 * lieudit_step_get_question:
 * @self: a step
 *
 * Returns: (transfer none) (nullable): what the teacher asks at it
 */
const char *
lieudit_step_get_question (LieuditStep *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (self), NULL);

  return self->stop != NULL ? lieudit_stop_get_question (self->stop) : NULL;
}

/**
 * lieudit_step_is_skipped:
 * @self: a step
 *
 * Returns: whether the lesson passes it by
 */
gboolean
lieudit_step_is_skipped (LieuditStep *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (self), FALSE);

  return self->stop != NULL && lieudit_stop_is_skipped (self->stop);
}

/**
 * lieudit_step_get_places:
 * @self: a step
 *
 * Returns: (transfer none) (element-type LieuditFoundPlace): what it names, in
 *   the order of the text
 */
GPtrArray *
lieudit_step_get_places (LieuditStep *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (self), NULL);

  return self->places;
}

/**
 * lieudit_step_get_framed:
 * @self: a step
 *
 * Gets what the map goes to: a capital that only stands for a government does
 * not draw it away from where things happen.
 *
 * Returns: (transfer none) (element-type LieuditFoundPlace): some of its places,
 *   or all
 */
GPtrArray *
lieudit_step_get_framed (LieuditStep *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (self), NULL);

  return self->framed;
}

static gboolean
have_same_places (LieuditStep *a,
                  LieuditStep *b)
{
  if (a->places->len != b->places->len)
    return FALSE;

  for (guint i = 0; i < a->places->len; i++)
    if (g_ptr_array_index (a->places, i) != g_ptr_array_index (b->places, i))
      return FALSE;

  return TRUE;
}

/**
 * lieudit_step_equal:
 * @a: a step
 * @b: another one
 *
 * Returns: whether both are at the same words, name the same places and say the same
 */
gboolean
lieudit_step_equal (LieuditStep *a,
                    LieuditStep *b)
{
  g_return_val_if_fail (LIEUDIT_IS_STEP (a), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_STEP (b), FALSE);

  return a->range.start == b->range.start && a->range.end == b->range.end && a->range.key_start == b->range.key_start &&
         a->range.key_end == b->range.key_end && lieudit_step_is_skipped (a) == lieudit_step_is_skipped (b) &&
         g_strcmp0 (lieudit_step_get_title (a), lieudit_step_get_title (b)) == 0 &&
         g_strcmp0 (lieudit_step_get_question (a), lieudit_step_get_question (b)) == 0 &&
         strcmp (a->text, b->text) == 0 && have_same_places (a, b);
}

/**
 * lieudit_step_describe_places:
 * @self: a step
 *
 * Returns: (transfer full): the names of its places, one after the other
 */
char *
lieudit_step_describe_places (LieuditStep *self)
{
  GString *names = g_string_new (NULL);

  g_return_val_if_fail (LIEUDIT_IS_STEP (self), g_string_free (names, FALSE));

  for (guint i = 0; i < self->places->len; i++)
    {
      if (i > 0)
        /* Translators: between the names of places in a list */
        g_string_append (names, _(", "));
      g_string_append (names, lieudit_found_place_get_name (g_ptr_array_index (self->places, i)));
    }

  return g_string_free (names, FALSE);
}
