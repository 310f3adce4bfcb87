/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Learns to tell names of places from annotated texts:
 *
 *     lieudit-train-names [--without=K/N] CORPUS... > names.model
 *
 * A corpus is what tests/eval/run reads, or a text a line with its places in
 * brackets. Logistic regression by FTRL-proximal
 * (McMahan et al., "Ad Click Prediction", KDD 2013), whose L1 part leaves out
 * features that tell little. The order of the spans is shuffled by a fixed
 * seed: the same input gives the same bytes. --without leaves out each N-th
 * text, from the K-th on, to measure on those.
 */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "geoparse/lieudit-recognition-features.h"

#define N_BITS 22
#define N_PASSES 6
#define SEED 20241130u

#define ALPHA 0.08
#define BETA 1.0
#define L1 0.8
#define L2 1.0

/* Weights smaller than this are not written. */
#define LEAST_WEIGHT 0.02



typedef struct
{
  guint32  first;   /* among the features */
  guint32  n_features;
  guint16  corpus;
  gboolean is_place;
} Example;

typedef struct
{
  GArray     *examples;
  GArray     *features;
  GHashTable *names;
  guint       corpus;
  guint       remainder;
  guint       divisor;
} Training;

typedef struct
{
  double z[1u << N_BITS];
  double n[1u << N_BITS];
} Model;

typedef struct
{
  gsize start;
  gsize end;
} Gold;

static double
get_weight (const Model *model,
            guint32      slot)
{
  double z = model->z[slot];

  if (fabs (z) <= L1)
    return 0.0;
  return -(z - (z < 0.0 ? -L1 : L1)) / ((BETA + sqrt (model->n[slot])) / ALPHA + L2);
}

static void
update (Model   *model,
        guint32  slot,
        double   gradient)
{
  double sigma = (sqrt (model->n[slot] + gradient * gradient) - sqrt (model->n[slot])) / ALPHA;

  model->z[slot] += gradient - sigma * get_weight (model, slot);
  model->n[slot] += gradient * gradient;
}

static guint32
get_slot (guint32 feature,
          guint   corpus)
{
  return ((feature ^ corpus * 2654435761u) * 2246822519u) >> (32 - N_BITS);
}

static void
learn (Model          *model,
       const Training *training,
       const Example  *example)
{
  const guint32 *features = &g_array_index (training->features, guint32, example->first);
  double score = 0.0;
  double gradient;

  for (guint i = 0; i < example->n_features; i++)
    score += get_weight (model, get_slot (features[i], 0)) +
             get_weight (model, get_slot (features[i], example->corpus));

  gradient = 1.0 / (1.0 + exp (-score)) - (example->is_place ? 1.0 : 0.0);
  for (guint i = 0; i < example->n_features; i++)
    {
      update (model, get_slot (features[i], 0), gradient);
      update (model, get_slot (features[i], example->corpus), gradient);
    }
}

static void
train (Model          *model,
       const Training *training)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  guint n = training->examples->len;
  g_autofree guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;

  for (guint pass = 0; pass < N_PASSES; pass++)
    {
      for (guint i = n; i > 1; i--)
        {
          guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
          guint kept = order[i - 1];

          order[i - 1] = order[j];
          order[j] = kept;
        }
      for (guint i = 0; i < n; i++)
        learn (model, training, &g_array_index (training->examples, Example, order[i]));
    }
}

static gint
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
print_model (const Model    *model,
             const Training *training)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iterator;
  gpointer hash, name;

  g_hash_table_iter_init (&iterator, training->names);
  while (g_hash_table_iter_next (&iterator, &hash, &name))
    {
      double weight = get_weight (model, get_slot (GPOINTER_TO_UINT (hash), 0));

      if (fabs (weight) >= LEAST_WEIGHT && strpbrk (name, "\t\n") == NULL && *(const char *) name != '#')
        g_ptr_array_add (lines, g_strdup_printf ("%s\t%.3f", (const char *) name, weight));
    }

  g_ptr_array_sort (lines, compare_strings);
  for (guint i = 0; i < lines->len; i++)
    puts (g_ptr_array_index (lines, i));
}

static double
overlap (const Gold *gold,
         gsize       start,
         gsize       end)
{
  gsize from = MAX (gold->start, start);
  gsize to = MIN (gold->end, end);

  return to > from ? (double) (to - from) / (double) MAX (gold->end - gold->start, end - start) : 0.0;
}

static GArray *
read_gold (JsonArray  *array,
           const char *text)
{
  GArray *gold = g_array_new (FALSE, FALSE, sizeof (Gold));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *start = g_utf8_offset_to_pointer (text, json_object_get_int_member (object, "start"));
      const char *end = g_utf8_offset_to_pointer (text, json_object_get_int_member (object, "end"));
      Gold place = { (gsize) (start - text), (gsize) (end - text) };

      g_array_append_val (gold, place);
    }

  return gold;
}

/* The span that overlaps a gold place best stands for it. */
static void
mark_places (const LieuditRecognitionText *text,
             const GArray                 *spans,
             const GArray                 *gold,
             gboolean                     *is_place)
{
  for (guint i = 0; i < gold->len; i++)
    {
      double most = 0.5;
      gint best = -1;

      for (guint j = 0; j < spans->len; j++)
        {
          const LieuditNameSpan *span = &g_array_index (spans, LieuditNameSpan, j);
          double share = overlap (&g_array_index (gold, Gold, i),
                                  lieudit_folded_text_to_source (text->folded_text, span->folded_start),
                                  text->tokens[span->last_token].end);

          if (share > most || (share >= most && best < 0))
            {
              most = share;
              best = (gint) j;
            }
        }
      if (best >= 0)
        is_place[best] = TRUE;
    }
}

static void
add_text (Training         *training,
          LieuditGazetteer *gazetteer,
          const char       *source,
          const GArray     *gold)
{
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (source, strlen (source));
  g_autoptr(GArray) tokens = lieudit_tokenize (source, strlen (source), folded);
  g_autoptr(GArray) evidence = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto(LieuditRecognitionText) text = { 0, };
  g_autoptr(LieuditRecognitionDocument) document = NULL;
  g_autoptr(GArray) spans = NULL;
  g_autofree gboolean *is_place = NULL;

  lieudit_recognition_text_init (&text, gazetteer, source, folded, tokens);
  spans = lieudit_find_name_spans (&text, evidence, NULL, NULL);
  document = lieudit_recognition_document_new (&text, spans, evidence);
  is_place = g_new0 (gboolean, spans->len + 1);
  mark_places (&text, spans, gold, is_place);

  for (guint i = 0; i < spans->len; i++)
    {
      Example example = { training->features->len, 0, (guint16) training->corpus, is_place[i] };

      lieudit_collect_features (&text, document, &g_array_index (spans, LieuditNameSpan, i),
                                training->features, training->names);
      example.n_features = training->features->len - example.first;
      g_array_append_val (training->examples, example);
    }
}

static gboolean
read_document (Training          *training,
               LieuditGazetteer  *gazetteer,
               const char        *line,
               GError           **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GArray) gold = NULL;
  JsonObject *object;
  const char *text;

  if (!json_parser_load_from_data (parser, line, -1, error))
    return FALSE;

  object = json_node_get_object (json_parser_get_root (parser));
  text = json_object_get_string_member (object, "text");
  gold = read_gold (json_object_get_array_member (object, "gold"), text);
  add_text (training, gazetteer, text, gold);

  return TRUE;
}

/* "From [Homs] to [Hama]" */
static void
read_bracketed (Training         *training,
                LieuditGazetteer *gazetteer,
                const char       *line)
{
  g_autoptr(GArray) gold = g_array_new (FALSE, FALSE, sizeof (Gold));
  g_autoptr(GString) text = g_string_new (NULL);
  Gold place = { 0, 0 };

  for (; *line != '\0'; line++)
    {
      if (*line == '[')
        {
          place.start = text->len;
        }
      else if (*line == ']')
        {
          place.end = text->len;
          g_array_append_val (gold, place);
        }
      else
        {
          g_string_append_c (text, *line);
        }
    }

  add_text (training, gazetteer, text->str, gold);
}

static gboolean
read_corpus (Training          *training,
             LieuditGazetteer  *gazetteer,
             const char        *path,
             GError           **error)
{
  g_autofree char *contents = NULL;
  guint index = 0;
  char *line;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;

  for (char *rest = contents; (line = strsep (&rest, "\n")) != NULL; index++)
    {
      if (*line == '\0' || *line == '#')
        continue;
      if (*line != '{')
        read_bracketed (training, gazetteer, line);
      else if ((training->divisor == 0 || index % training->divisor != training->remainder) &&
               !read_document (training, gazetteer, line, error))
        return FALSE;
    }

  return TRUE;
}

/* A corpus that is named again counts twice, but is the same. */
static guint
find_corpus (char *argv[],
             int   index)
{
  for (int i = 1; i < index; i++)
    {
      if (strcmp (argv[i], argv[index]) == 0)
        return (guint) i;
    }

  return (guint) index;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  Training training = { 0, };
  Model *model;

  setlocale (LC_ALL, "C");
  gazetteer = lieudit_gazetteer_open_installed (&error);
  if (gazetteer == NULL)
    g_error ("%s", error->message);

  training.examples = g_array_new (FALSE, FALSE, sizeof (Example));
  training.features = g_array_new (FALSE, FALSE, sizeof (guint32));
  training.names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (int i = 1; i < argc; i++)
    {
      if (sscanf (argv[i], "--without=%u/%u", &training.remainder, &training.divisor) > 0)
        continue;
      training.corpus = find_corpus (argv, i);
      if (!read_corpus (&training, gazetteer, argv[i], &error))
        g_error ("%s: %s", argv[i], error->message);
    }

  model = g_new0 (Model, 1);
  train (model, &training);
  print_model (model, &training);

  g_free (model);
  g_array_unref (training.examples);
  g_array_unref (training.features);
  g_hash_table_unref (training.names);
  return 0;
}
