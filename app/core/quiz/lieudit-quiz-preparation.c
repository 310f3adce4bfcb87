/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for places and makes a quiz of them, on another thread: it looks at all places there are. */
#include "config.h"

#include "quiz/lieudit-quiz-preparation.h"

#include "quiz/lieudit-quiz-statements.h"

static LieuditQuizPreparation *
copy (const LieuditQuizPreparation *preparation)
{
  LieuditQuizPreparation *self = g_new0 (LieuditQuizPreparation, 1);

  *self = *preparation;
  g_object_ref (self->gazetteer);
  if (self->analysis != NULL)
    g_object_ref (self->analysis);
  if (self->claims != NULL)
    g_ptr_array_ref (self->claims);
  self->title = g_strdup (self->title);
  self->filter.countries = g_strdup (self->filter.countries);

  return self;
}

static void
preparation_free (LieuditQuizPreparation *self)
{
  g_object_unref (self->gazetteer);
  g_clear_object (&self->analysis);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_free ((char *) self->title);
  g_free ((char *) self->filter.countries);
  g_free (self);
}

/**
 * lieudit_quiz_prepare:
 * @preparation: what the quiz is made of
 *
 * Looks for places and makes a quiz of them.
 *
 * Returns: (transfer full): the quiz, which may have fewer questions than were asked for, and none
 */
LieuditQuiz *
lieudit_quiz_prepare (const LieuditQuizPreparation *preparation)
{
  g_autoptr(GPtrArray) places = NULL;
  g_autoptr(GPtrArray) neighbours = NULL;
  g_autoptr(GPtrArray) statements = NULL;
  LieuditLanguage language;
  LieuditQuizRecipe recipe;

  g_return_val_if_fail (preparation != NULL && LIEUDIT_IS_GAZETTEER (preparation->gazetteer), NULL);

  language = preparation->filter.language;
  if (preparation->analysis != NULL)
    {
      places = lieudit_quiz_list_article (preparation->analysis, language);
      neighbours = lieudit_quiz_list_neighbours (preparation->gazetteer, places, language);
      statements = lieudit_quiz_list_statements (preparation->claims, language, preparation->seed);
    }
  else
    {
      places = lieudit_quiz_list_gazetteer (preparation->gazetteer, &preparation->filter);
    }

  recipe = (LieuditQuizRecipe) {
    .title = preparation->title,
    .language = language,
    .places = places,
    .neighbours = neighbours,
    .statements = statements,
    .kinds = preparation->kinds,
    .n_questions = preparation->n_questions,
    .seed = preparation->seed,
  };

  return lieudit_quiz_make (&recipe);
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  g_task_return_pointer (task, lieudit_quiz_prepare (task_data), g_object_unref);
}

/**
 * lieudit_quiz_prepare_async:
 * @preparation: what the quiz is made of
 * @cancellable: (nullable): to give up
 * @callback: called once it is made
 * @user_data: for @callback
 *
 * Does as lieudit_quiz_prepare() does, on another thread.
 */
void
lieudit_quiz_prepare_async (const LieuditQuizPreparation *preparation,
                            GCancellable                 *cancellable,
                            GAsyncReadyCallback           callback,
                            gpointer                      user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (preparation != NULL && LIEUDIT_IS_GAZETTEER (preparation->gazetteer));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_quiz_prepare_async);
  g_task_set_task_data (task, copy (preparation), (GDestroyNotify) preparation_free);
  g_task_run_in_thread (task, prepare_in_thread);
}

/**
 * lieudit_quiz_prepare_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_quiz_prepare_async().
 *
 * Returns: (transfer full) (nullable): the quiz, or %NULL if it was given up
 */
LieuditQuiz *
lieudit_quiz_prepare_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = g_utf8_collate_key (lieudit_quiz_place_get_name (*(LieuditQuizPlace **) a), -1);
  g_autofree char *second = g_utf8_collate_key (lieudit_quiz_place_get_name (*(LieuditQuizPlace **) b), -1);

  return g_strcmp0 (first, second);
}

static void
list_countries_in_thread (GTask        *task,
                          gpointer      source,
                          gpointer      task_data,
                          GCancellable *cancellable)
{
  LieuditQuizFilter filter = {
    LIEUDIT_QUIZ_COUNTRIES, NULL, 0, (LieuditLanguage) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "language"))
  };
  GPtrArray *countries = lieudit_quiz_list_gazetteer (source, &filter);

  g_ptr_array_sort (countries, compare_names);
  g_task_return_pointer (task, countries, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * lieudit_quiz_list_countries_async:
 * @gazetteer: a gazetteer
 * @language: the language of their names
 * @cancellable: (nullable): to give up
 * @callback: called once they were found
 * @user_data: for @callback
 *
 * Lists the countries that a quiz may be about, in the order of their names.
 */
void
lieudit_quiz_list_countries_async (LieuditGazetteer    *gazetteer,
                                   LieuditLanguage      language,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer));

  task = g_task_new (gazetteer, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_quiz_list_countries_async);
  g_object_set_data (G_OBJECT (task), "language", GINT_TO_POINTER (language));
  g_task_run_in_thread (task, list_countries_in_thread);
}

/**
 * lieudit_quiz_list_countries_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_quiz_list_countries_async().
 *
 * Returns: (transfer full) (nullable) (element-type LieuditQuizPlace): the countries, or %NULL if it was given up
 */
GPtrArray *
lieudit_quiz_list_countries_finish (GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
