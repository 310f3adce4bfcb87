/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "geo/lieudit-geodesic.h"
#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-relation-reader.h"
#include "geoparse/lieudit-resolution-context.h"
#include "geoparse/lieudit-resolver.h"

/*
 * Learns what the features of lieudit-resolution-model.h weigh, from texts
 * whose places are known: a softmax over the candidates of each name, fitted
 * by gradient descent. What the context says of a candidate depends on what is
 * believed of the others, so that choosing and fitting take turns. Nothing is
 * drawn at random: the same input gives the same weights.
 *
 *   lieudit-train-resolution GAZETTEER CORPUS.ndjson... > data/model/resolution.tsv
 *
 * LIEUDIT_KEEP_WEIGHTS=1 fits only the calibration, to the weights that Lieudit was built with.
 * LIEUDIT_FOLDS=5 only measures: it trains five times, each time without a fifth of the documents, and scores those.
 */

#define N_ROUNDS 5
#define N_STEPS 400
#define RATE 0.5
#define DECAY 0.0003

#define MOST_CORPORA 8
#define N_BINS 10

/* What features weigh where the texts say nothing: rules that are rarely needed, and then decide. */
static const double rules[LIEUDIT_N_RESOLUTION_FEATURES] = {
  [LIEUDIT_RESOLUTION_SIZE] = 4.0,
  [LIEUDIT_RESOLUTION_COUNTRY] = 5.0,
  [LIEUDIT_RESOLUTION_CAPITAL] = 0.5,
  [LIEUDIT_RESOLUTION_REGION] = 4.0,
  [LIEUDIT_RESOLUTION_DISTRICT] = 1.0,
  [LIEUDIT_RESOLUTION_NATURE] = 3.0,
  [LIEUDIT_RESOLUTION_SITE] = 2.0,
  [LIEUDIT_RESOLUTION_RANK] = 1.0,
  [LIEUDIT_RESOLUTION_PREFERRED] = 0.4,
  [LIEUDIT_RESOLUTION_CURATED] = 1.0,
  [LIEUDIT_RESOLUTION_MAIN] = 1.0,
  [LIEUDIT_RESOLUTION_FOREIGN] = -1.0,
  [LIEUDIT_RESOLUTION_KIND] = 3.5,
  [LIEUDIT_RESOLUTION_PARENT_BEHIND] = 4.0,
  [LIEUDIT_RESOLUTION_PARENT_BEFORE] = 1.0,
  [LIEUDIT_RESOLUTION_PART_BEFORE] = 2.0,
  [LIEUDIT_RESOLUTION_LIST] = 2.0,
  [LIEUDIT_RESOLUTION_PARENT_ONCE] = 2.0,
  [LIEUDIT_RESOLUTION_PARENT_NAMED] = 1.0,
  [LIEUDIT_RESOLUTION_PART_NAMED] = 1.0,
  [LIEUDIT_RESOLUTION_COUNTRY_NAMED] = 0.5,
  [LIEUDIT_RESOLUTION_COUNTRY_SHARE] = 2.0,
  [LIEUDIT_RESOLUTION_REGION_SHARE] = 2.0,
  [LIEUDIT_RESOLUTION_NEARNESS] = 2.0,
  [LIEUDIT_RESOLUTION_VICINITY] = 0.5,
  [LIEUDIT_RESOLUTION_STATED] = 7.0,
  [LIEUDIT_RESOLUTION_STATED_ONCE] = 1.5,
};

/* Kilometres within which a candidate is the place that is meant, and further ones that are as good. */
#define NEAR_KM 161.0
#define AS_GOOD_KM 20.0

/* Share of the longer span that two spans of the same name have in common. */
#define LEAST_OVERLAP 0.5

typedef struct
{
  guint                    n_options;
  double                  *features; /* option by option */
  gboolean                *right;
  gboolean                 has_right;
  gboolean                 held_out;
  guint                    corpus;
  LieuditResolutionDoubts  doubts;
  double                   distance; /* of the one chosen, kilometres */
  double                   best[LIEUDIT_N_RESOLUTION_FEATURES];
  double                   share;
} Example;

/* How many choices are right, and how many could be. */
typedef struct
{
  guint  n;
  guint  right;
  guint  possible;
  double confidence;
} Tally;

typedef struct
{
  LieuditGazetteer       *gazetteer;
  LieuditResolutionModel  model;
  GPtrArray              *documents; /* of JsonObject */
  GArray                 *corpora;   /* of guint, for each document where it comes from */
  GArray                 *examples;  /* of Example */
  gboolean                keeps_weights;
  guint                   n_folds;   /* 0 to train on all */
  guint                   fold;
  Tally                   tallies[MOST_CORPORA];
  Tally                   bins[N_BINS];
} Trainer;

static void
example_clear (gpointer data)
{
  Example *example = data;

  g_free (example->features);
  g_free (example->right);
}

static gboolean
read_corpus (Trainer     *self,
             const char  *path,
             guint        corpus,
             GError     **error)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(JsonParser) parser = json_parser_new ();

      if (lines[i][0] == '\0')
        continue;
      if (!json_parser_load_from_data (parser, lines[i], -1, error))
        return FALSE;
      g_ptr_array_add (self->documents, json_object_ref (json_node_get_object (json_parser_get_root (parser))));
      g_array_append_val (self->corpora, corpus);
    }

  return TRUE;
}

/* Returns the place in the gold standard that a name stands for, or NULL. */
static JsonObject *
find_gold (JsonArray                   *gold,
           const char                  *text,
           const LieuditRecognisedName *name)
{
  glong start = g_utf8_strlen (text, (gssize) name->start);
  glong end = start + g_utf8_strlen (text + name->start, (gssize) (name->end - name->start));

  for (guint i = 0; i < json_array_get_length (gold); i++)
    {
      JsonObject *place = json_array_get_object_element (gold, i);
      glong gold_start = json_object_get_int_member (place, "start");
      glong gold_end = json_object_get_int_member (place, "end");
      glong shared = MIN (end, gold_end) - MAX (start, gold_start);

      if (shared >= LEAST_OVERLAP * MAX (end - start, gold_end - gold_start) &&
          !json_object_get_null_member (place, "lat"))
        return place;
    }

  return NULL;
}

static double
measure (Trainer                       *self,
         const LieuditResolutionOption *option,
         JsonObject                    *gold)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, option->place);

  return lieudit_geodesic_distance (entry->latitude / 1e6, entry->longitude / 1e6,
                                    json_object_get_double_member (gold, "lat"),
                                    json_object_get_double_member (gold, "lon")) / 1000.0;
}

static void
add_example (Trainer                       *self,
             const LieuditResolutionOption *options,
             guint                          n_options,
             JsonObject                    *gold,
             const LieuditRecognisedName   *name,
             guint                          corpus,
             gboolean                       held_out)
{
  LieuditResolutionDoubts doubts = (name->doubtful ? LIEUDIT_RESOLUTION_ORDINARY : 0) |
                                   (name->kind == LIEUDIT_MENTION_EMBEDDED ? LIEUDIT_RESOLUTION_EMBEDDED : 0);
  Example example = { n_options, NULL, NULL, FALSE, held_out, corpus, doubts, 0.0, { 0.0, }, options[0].share };
  g_autofree double *distances = g_new (double, n_options);
  double nearest = G_MAXDOUBLE;

  example.features = g_new (double, n_options * LIEUDIT_N_RESOLUTION_FEATURES);
  example.right = g_new0 (gboolean, n_options);
  for (guint i = 0; i < n_options; i++)
    {
      memcpy (example.features + i * LIEUDIT_N_RESOLUTION_FEATURES, options[i].features, sizeof options[i].features);
      distances[i] = measure (self, &options[i], gold);
      nearest = MIN (nearest, distances[i]);
    }
  for (guint i = 0; i < n_options && nearest <= NEAR_KM; i++)
    example.right[i] = distances[i] <= nearest + AS_GOOD_KM;
  example.has_right = nearest <= NEAR_KM;
  example.distance = distances[0];
  memcpy (example.best, options[0].features, sizeof example.best);

  g_array_append_val (self->examples, example);
}

/* What the text says of where its places lie, as the resolver hears it. */
static void
hear (Trainer                  *self,
      LieuditResolutionContext *context,
      const LieuditReading     *reading,
      const LieuditRecognition *recognition)
{
  const LieuditRelationReader *reader = lieudit_relation_reader_get_installed (reading->language, NULL);
  g_autofree guint32 *places = g_new (guint32, recognition->names->len + 1);
  g_autoptr(GArray) relations = NULL;

  for (guint i = 0; i < recognition->names->len; i++)
    {
      guint n_options;
      g_autofree LieuditResolutionOption *options = lieudit_resolution_context_weigh (context, i, &n_options);

      places[i] = options != NULL ? options[0].place : LIEUDIT_RESOLUTION_NONE;
    }
  if (reader == NULL)
    return;

  relations = lieudit_relation_reader_read (reader, self->gazetteer, reading->text, reading->folded, reading->tokens,
                                            recognition->names, places);
  lieudit_resolution_context_hear (context, relations);
}

static void
read_document (Trainer    *self,
               JsonObject *document,
               guint       corpus,
               gboolean    held_out)
{
  const char *text = json_object_get_string_member (document, "text");
  const char *tag = json_object_get_string_member_with_default (document, "language", NULL);
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (text, strlen (text));
  g_autoptr(GArray) tokens = lieudit_tokenize (text, strlen (text), folded);
  LieuditLanguage language = lieudit_language_from_tag (tag);
  g_auto(LieuditRecognition) recognition = { NULL, NULL };
  g_autoptr(LieuditResolutionContext) context = NULL;

  if (language == LIEUDIT_LANGUAGE_UNKNOWN)
    language = lieudit_language_detect (text, strlen (text));
  if (!lieudit_recognise (self->gazetteer, text, folded, tokens, &recognition, NULL, NULL))
    return;

  context = lieudit_resolution_context_new (self->gazetteer, &recognition, text, language, &self->model);
  hear (self, context, &(LieuditReading) { text, folded, tokens, language }, &recognition);
  for (guint i = 0; i < recognition.names->len; i++)
    {
      guint n_options;
      g_autofree LieuditResolutionOption *options = lieudit_resolution_context_weigh (context, i, &n_options);
      JsonObject *gold = find_gold (json_object_get_array_member (document, "gold"), text,
                                    &g_array_index (recognition.names, LieuditRecognisedName, i));

      if (gold != NULL && options != NULL)
        add_example (self, options, n_options, gold, &g_array_index (recognition.names, LieuditRecognisedName, i), corpus,
                     held_out);
    }
}

static void
read_examples (Trainer *self)
{
  g_array_set_size (self->examples, 0);
  for (guint i = 0; i < self->documents->len; i++)
    read_document (self, g_ptr_array_index (self->documents, i), g_array_index (self->corpora, guint, i),
                   self->n_folds > 0 && i % self->n_folds == self->fold);
}

/* Adds what an example says about the weights, and returns whether it says anything. */
static gboolean
add_gradient (const LieuditResolutionModel *model,
              const Example                *example,
              double                       *gradient)
{
  g_autofree double *shares = g_new (double, example->n_options);
  double best = -G_MAXDOUBLE;
  double total = 0.0;
  double right = 0.0;

  if (example->held_out || !example->has_right || example->n_options < 2)
    return FALSE;

  for (guint i = 0; i < example->n_options; i++)
    {
      shares[i] = lieudit_resolution_model_score (model, example->features + i * LIEUDIT_N_RESOLUTION_FEATURES);
      best = MAX (best, shares[i]);
    }
  for (guint i = 0; i < example->n_options; i++)
    {
      shares[i] = exp (shares[i] - best);
      total += shares[i];
      right += example->right[i] ? shares[i] : 0.0;
    }
  for (guint i = 0; i < example->n_options; i++)
    {
      double wanted = example->right[i] ? shares[i] / right : 0.0;

      for (guint j = 0; j < LIEUDIT_N_RESOLUTION_FEATURES; j++)
        gradient[j] += (wanted - shares[i] / total) * example->features[i * LIEUDIT_N_RESOLUTION_FEATURES + j];
    }

  return TRUE;
}

/* RMSprop over the whole set. What speaks for a place in a text never speaks against it. */
static void
fit_weights (Trainer *self)
{
  double scales[LIEUDIT_N_RESOLUTION_FEATURES] = { 0.0, };

  for (guint step = 0; step < N_STEPS; step++)
    {
      double gradient[LIEUDIT_N_RESOLUTION_FEATURES] = { 0.0, };
      guint n_examples = 0;

      for (guint i = 0; i < self->examples->len; i++)
        n_examples += add_gradient (&self->model, &g_array_index (self->examples, Example, i), gradient);
      for (guint j = 0; j < LIEUDIT_N_RESOLUTION_FEATURES; j++)
        {
          double slope = gradient[j] / MAX (n_examples, 1) - DECAY * (self->model.weights[j] - rules[j]);

          scales[j] = step == 0 ? slope * slope : 0.9 * scales[j] + 0.1 * slope * slope;
          self->model.weights[j] += RATE / (1.0 + step / 10.0) * slope / (sqrt (scales[j]) + 1e-4);
          if (j >= LIEUDIT_RESOLUTION_FIRST_OF_TEXT)
            self->model.weights[j] = MAX (self->model.weights[j], 0.0);
        }
    }
}

/* A logistic regression of whether the choice is right, by Newton's diagonal steps. */
static void
fit_calibration (Trainer *self)
{
  double *calibration = self->model.calibration;

  for (guint step = 0; step < N_STEPS; step++)
    {
      double gradient[LIEUDIT_RESOLUTION_CALIBRATION] = { 0.0, };
      double curvature[LIEUDIT_RESOLUTION_CALIBRATION] = { 0.0, };

      for (guint i = 0; i < self->examples->len; i++)
        {
          const Example *example = &g_array_index (self->examples, Example, i);
          double inputs[LIEUDIT_RESOLUTION_CALIBRATION];
          double p = lieudit_resolution_model_calibrate (&self->model, example->best, example->share, example->doubts);

          if (example->held_out)
            continue;
          lieudit_resolution_model_describe (example->best, example->share, example->doubts, inputs);
          for (guint j = 0; j < LIEUDIT_RESOLUTION_CALIBRATION; j++)
            {
              gradient[j] += ((example->distance <= NEAR_KM) - p) * inputs[j];
              curvature[j] += p * (1.0 - p) * inputs[j] * inputs[j];
            }
        }
      for (guint j = 0; j < LIEUDIT_RESOLUTION_CALIBRATION; j++)
        calibration[j] += 0.25 * gradient[j] / (curvature[j] + 1.0);
    }
}

static void
report (Trainer    *self,
        const char *when)
{
  guint n[2] = { 0, 0 };
  guint right[2] = { 0, 0 };
  guint possible[2] = { 0, 0 };

  for (guint i = 0; i < self->examples->len; i++)
    {
      const Example *example = &g_array_index (self->examples, Example, i);

      n[example->held_out]++;
      right[example->held_out] += example->distance <= NEAR_KM;
      possible[example->held_out] += example->has_right;
    }
  for (guint i = 0; i < 2; i++)
    {
      if (n[i] > 0)
        g_printerr ("%s, %s: %u names, %.4f right, %.4f possible\n", when, i == 0 ? "trained on" : "held out", n[i],
                    (double) right[i] / n[i], (double) possible[i] / n[i]);
    }
}

/* Counts the choices that were not trained on; where all were, all. */
static void
count_choices (Trainer *self)
{
  for (guint i = 0; i < self->examples->len; i++)
    {
      const Example *example = &g_array_index (self->examples, Example, i);
      double p = lieudit_resolution_model_calibrate (&self->model, example->best, example->share, example->doubts);
      Tally *tallies[] = { &self->tallies[example->corpus], &self->bins[MIN ((guint) (p * N_BINS), N_BINS - 1)] };

      if (self->n_folds > 0 && !example->held_out)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (tallies); j++)
        {
          tallies[j]->n++;
          tallies[j]->right += example->distance <= NEAR_KM;
          tallies[j]->possible += example->has_right;
          tallies[j]->confidence += p;
        }
    }
}

/* How many are right in each corpus, and how often those of each confidence are. */
static void
report_choices (Trainer *self)
{
  double error = 0.0;
  guint n = 0;

  for (guint i = 0; i < MOST_CORPORA; i++)
    {
      const Tally *tally = &self->tallies[i];

      if (tally->n > 0)
        g_printerr ("corpus %u: %u names, %.4f right, %.4f possible\n", i + 1, tally->n, (double) tally->right / tally->n,
                    (double) tally->possible / tally->n);
    }
  for (guint i = 0; i < N_BINS; i++)
    {
      const Tally *tally = &self->bins[i];

      n += tally->n;
      error += fabs (tally->confidence - tally->right);
      if (tally->n > 0)
        g_printerr ("confidence %.3f: %u names, %.3f right\n", tally->confidence / tally->n, tally->n,
                    (double) tally->right / tally->n);
    }
  g_printerr ("expected calibration error %.4f\n", error / MAX (n, 1));
}

static void
train (Trainer *self)
{
  if (!self->keeps_weights)
    memcpy (self->model.weights, rules, sizeof rules);
  read_examples (self);
  report (self, "before");
  for (guint round = 0; round < N_ROUNDS && !self->keeps_weights; round++)
    {
      fit_weights (self);
      read_examples (self);
      report (self, "after");
    }
  fit_calibration (self);
  count_choices (self);
}

static void
print_model (Trainer *self)
{
  static const char * const inputs[] = { "constant", "lead", "context", "importance", "ordinary", "embedded" };

  g_print ("# Learned by lieudit-train-resolution, see data/model/resolution.md\n");
  for (guint i = 0; i < LIEUDIT_N_RESOLUTION_FEATURES; i++)
    g_print ("%s\t%.3f\n", lieudit_resolution_feature_to_nick (i), self->model.weights[i]);
  for (guint i = 0; i < LIEUDIT_RESOLUTION_CALIBRATION; i++)
    g_print ("calibration-%s\t%.3f\n", inputs[i], self->model.calibration[i]);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr(GArray) examples = g_array_new (FALSE, TRUE, sizeof (Example));
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) corpora = g_array_new (FALSE, FALSE, sizeof (guint));
  Trainer self = { .model = *lieudit_resolution_model_get_default (), .documents = documents, .corpora = corpora,
                   .examples = examples };

  setlocale (LC_CTYPE, "");
  if (argc < 3 || argc > 2 + MOST_CORPORA)
    {
      g_printerr ("Usage: %s GAZETTEER CORPUS.ndjson...\n", argv[0]);
      return 2;
    }

  g_array_set_clear_func (examples, example_clear);
  self.keeps_weights = g_getenv ("LIEUDIT_KEEP_WEIGHTS") != NULL;
  if (g_getenv ("LIEUDIT_FOLDS") != NULL)
    self.n_folds = (guint) g_ascii_strtoull (g_getenv ("LIEUDIT_FOLDS"), NULL, 10);
  self.gazetteer = gazetteer = lieudit_gazetteer_open (argv[1], &error);
  for (int i = 2; i < argc && error == NULL; i++)
    read_corpus (&self, argv[i], (guint) i - 2, &error);
  if (error != NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }

  for (self.fold = 0; self.fold < MAX (self.n_folds, 1); self.fold++)
    train (&self);
  report_choices (&self);
  if (self.n_folds == 0)
    print_model (&self);

  return 0;
}
