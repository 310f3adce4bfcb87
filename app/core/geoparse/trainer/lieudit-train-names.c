/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Learns to tell names of places from annotated texts:
 *
 *     lieudit-train-names [--times=N] CORPUS... [--times=N CORPUS...] > names.model
 *     lieudit-train-names --without=K [--times=N] CORPUS... > names.model
 *
 * What follows --times counts N times. Every fourth text of each corpus makes
 * a fold. What is learnt from three folds is tried on the fourth, for each of
 * them: that chooses from which score on a span is a name, and is reported on
 * standard error. Then all is learnt from all texts. --without leaves out the
 * K-th fold, from 0 on, to measure the whole program on it.
 *
 * The order of the texts is shuffled by a fixed seed: the same input gives the
 * same bytes.
 */
#include "config.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "geoparse/lieudit-name-choice.h"
#include "geoparse/trainer/lieudit-logistic-regression.h"
#include "geoparse/trainer/lieudit-training-text.h"

#define N_FOLDS 4
#define NO_FOLD N_FOLDS
#define N_PASSES 10
#define SEED 20241130u

#define MOST_CORPORA 16

/* What is tried for LieuditNameChoice: log odds. */
#define LEAST_THRESHOLD -1.4
#define N_THRESHOLDS 25
#define N_TRUSTS 13
#define STEP 0.1
#define INDIFFERENCE 0.001 /* mean F1 */

typedef struct
{
  const char *paths[MOST_CORPORA];
  guint       times[MOST_CORPORA];
  guint       n_corpora;
  guint       left_out; /* fold */
  GPtrArray  *texts;
  GHashTable *names;
} Training;

typedef struct
{
  const Training            *training;
  guint                      fold;
  LieuditLogisticRegression *model;
} Lesson;

typedef struct
{
  guint n_found;
  guint n_gold;
  guint n_shared;
} Count;

static guint
get_fold (const LieuditTrainingText *text)
{
  return text->index % N_FOLDS;
}

static GPtrArray *
list_lessons (const Training *training,
              guint           left_out)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < training->texts->len; i++)
    {
      LieuditTrainingText *text = g_ptr_array_index (training->texts, i);

      for (guint j = 0; j < training->times[text->corpus - 1] && get_fold (text) != left_out; j++)
        g_ptr_array_add (texts, text);
    }

  return texts;
}

static void
learn_text (LieuditLogisticRegression *model,
            const LieuditTrainingText *text)
{
  for (guint i = 0; i < text->examples->len; i++)
    {
      const LieuditTrainingSpan *example = &g_array_index (text->examples, LieuditTrainingSpan, i);

      lieudit_logistic_regression_learn (model, &g_array_index (text->features, guint32, example->features),
                                         example->n_features, text->corpus, example->is_place);
    }
}

static gpointer
learn (gpointer data)
{
  Lesson *lesson = data;
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr(GPtrArray) texts = list_lessons (lesson->training, lesson->fold);

  lesson->model = lieudit_logistic_regression_new ();
  for (guint pass = 0; pass < N_PASSES; pass++)
    {
      for (guint i = texts->len; i > 1; i--)
        {
          guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
          gpointer kept = texts->pdata[i - 1];

          texts->pdata[i - 1] = texts->pdata[j];
          texts->pdata[j] = kept;
        }
      for (guint i = 0; i < texts->len; i++)
        learn_text (lesson->model, g_ptr_array_index (texts, i));
    }

  return NULL;
}

static double *
score_text (const LieuditLogisticRegression *model,
            const LieuditTrainingText       *text)
{
  double *scores = g_new (double, text->examples->len + 1);

  for (guint i = 0; i < text->examples->len; i++)
    {
      const LieuditTrainingSpan *example = &g_array_index (text->examples, LieuditTrainingSpan, i);

      scores[i] = lieudit_logistic_regression_score (model, &g_array_index (text->features, guint32, example->features),
                                                     example->n_features);
    }

  return scores;
}

static void
count_text (const LieuditTrainingText *text,
            const double              *scores,
            const LieuditNameChoice   *choice,
            Count                     *count)
{
  g_autofree double *own_scores = g_memdup2 (scores, sizeof (double) * (text->examples->len + 1));
  g_autoptr(GArray) chosen = lieudit_choose_names (choice, &text->reading, text->spans, own_scores);

  count->n_found += chosen->len;
  count->n_gold += text->gold->len;
  count->n_shared += lieudit_training_text_count_shared (text, chosen);
}

static double
get_f1 (const Count *count)
{
  return 2.0 * count->n_shared / MAX (count->n_found + count->n_gold, 1);
}

/* Returns the mean F1 of the corpora. */
static double
try_choice (const Training          *training,
            const GPtrArray         *scores,
            const LieuditNameChoice *choice,
            Count                   *counts)
{
  double sum = 0.0;

  memset (counts, 0, sizeof (Count) * training->n_corpora);
  for (guint i = 0; i < training->texts->len; i++)
    {
      const LieuditTrainingText *text = g_ptr_array_index (training->texts, i);

      if (get_fold (text) != training->left_out)
        count_text (text, g_ptr_array_index (scores, i), choice, &counts[text->corpus - 1]);
    }
  for (guint i = 0; i < training->n_corpora; i++)
    sum += get_f1 (&counts[i]);

  return sum / training->n_corpora;
}

static void
report (const Training          *training,
        const LieuditNameChoice *choice,
        const Count             *counts)
{
  g_printerr ("threshold %.1f, trust %.1f\n", choice->threshold, choice->trust);
  for (guint i = 0; i < training->n_corpora; i++)
    {
      g_autofree char *name = g_path_get_basename (training->paths[i]);

      g_printerr ("%-24s P %.3f  R %.3f  F1 %.3f\n", name, (double) counts[i].n_shared / MAX (counts[i].n_found, 1),
                  (double) counts[i].n_shared / MAX (counts[i].n_gold, 1), get_f1 (&counts[i]));
    }
}

/* Of choices that are about as good, the strictest: a word that is marked wrongly is worse than one that is not. */
static LieuditNameChoice
choose_best (const Training  *training,
             const GPtrArray *scores)
{
  LieuditNameChoice best = { 0.0, 0.0 };
  Count counts[MOST_CORPORA];
  double f1[N_THRESHOLDS][N_TRUSTS];
  double most = 0.0;

  for (guint i = 0; i < N_THRESHOLDS; i++)
    {
      for (guint j = 0; j < N_TRUSTS; j++)
        {
          LieuditNameChoice choice = { LEAST_THRESHOLD + STEP * i, STEP * j };

          f1[i][j] = try_choice (training, scores, &choice, counts);
          most = MAX (most, f1[i][j]);
        }
    }
  for (guint i = 0; i < N_THRESHOLDS * N_TRUSTS; i++)
    {
      if (f1[i / N_TRUSTS][i % N_TRUSTS] >= most - INDIFFERENCE)
        best = (LieuditNameChoice) { LEAST_THRESHOLD + STEP * (i / N_TRUSTS), STEP * (i % N_TRUSTS) };
    }

  try_choice (training, scores, &best, counts);
  report (training, &best, counts);
  return best;
}

/* Scores each text by what the other folds teach. */
static LieuditNameChoice
cross_validate (const Training *training)
{
  g_autoptr(GPtrArray) scores = g_ptr_array_new_with_free_func (g_free);
  Lesson lessons[N_FOLDS];
  GThread *threads[N_FOLDS];

  for (guint i = 0; i < N_FOLDS; i++)
    {
      lessons[i] = (Lesson) { training, i, NULL };
      threads[i] = g_thread_new ("lesson", learn, &lessons[i]);
    }
  for (guint i = 0; i < N_FOLDS; i++)
    g_thread_join (threads[i]);

  for (guint i = 0; i < training->texts->len; i++)
    {
      const LieuditTrainingText *text = g_ptr_array_index (training->texts, i);

      g_ptr_array_add (scores, score_text (lessons[get_fold (text)].model, text));
    }
  for (guint i = 0; i < N_FOLDS; i++)
    lieudit_logistic_regression_free (lessons[i].model);

  return choose_best (training, scores);
}

static gint
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
print_model (const LieuditLogisticRegression *model,
             const LieuditNameChoice         *choice,
             const Training                  *training)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iterator;
  gpointer hash, name;

  printf ("%s\t%.1f\n%s\t%.1f\n", LIEUDIT_NAME_THRESHOLD, choice->threshold, LIEUDIT_NAME_TRUST, choice->trust);
  g_hash_table_iter_init (&iterator, training->names);
  while (g_hash_table_iter_next (&iterator, &hash, &name))
    {
      double weight = lieudit_logistic_regression_get_weight (model, GPOINTER_TO_UINT (hash));

      if (fabs (weight) > 0.0 && strpbrk (name, "\t\n") == NULL && *(const char *) name != '#')
        g_ptr_array_add (lines, g_strdup_printf ("%s\t%.3f", (const char *) name, weight));
    }

  g_ptr_array_sort (lines, compare_strings);
  for (guint i = 0; i < lines->len; i++)
    puts (g_ptr_array_index (lines, i));
}

static void
read_arguments (Training          *training,
                LieuditGazetteer  *gazetteer,
                char             **arguments)
{
  g_autoptr(GError) error = NULL;
  guint times = 1;

  training->left_out = NO_FOLD;
  for (char **argument = arguments; *argument != NULL; argument++)
    {
      if (sscanf (*argument, "--times=%u", &times) == 1 || sscanf (*argument, "--without=%u", &training->left_out) == 1)
        continue;
      if (training->n_corpora == MOST_CORPORA)
        g_error ("These are more corpora than %d", MOST_CORPORA);
      training->paths[training->n_corpora] = *argument;
      training->times[training->n_corpora++] = times;
      if (!lieudit_read_training_corpus (gazetteer, *argument, training->n_corpora, training->texts, training->names,
                                         &error))
        g_error ("%s: %s", *argument, error->message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  Training training = { 0, };
  LieuditNameChoice choice;
  Lesson lesson;

  setlocale (LC_ALL, "C");
  gazetteer = lieudit_gazetteer_open_installed (&error);
  if (gazetteer == NULL)
    g_error ("%s", error->message);

  training.texts = g_ptr_array_new_with_free_func ((GDestroyNotify) lieudit_training_text_free);
  training.names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  read_arguments (&training, gazetteer, argv + 1);
  lesson = (Lesson) { &training, training.left_out, NULL };
  choice = cross_validate (&training);
  learn (&lesson);
  print_model (lesson.model, &choice, &training);

  lieudit_logistic_regression_free (lesson.model);
  g_ptr_array_unref (training.texts);
  g_hash_table_unref (training.names);
  return 0;
}
