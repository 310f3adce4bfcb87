/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/trainer/lieudit-training-text.h"

#include <string.h>

/* Two spans are the same place when they share this part of the longer one. */
#define LEAST_OVERLAP 0.5

static double
overlap (const LieuditTrainingText *self,
         const LieuditGoldSpan     *gold,
         const LieuditNameSpan     *span)
{
  gsize start = lieudit_folded_text_to_source (self->folded, span->folded_start);
  gsize end = self->reading.tokens[span->last_token].end;
  gsize from = MAX (gold->start, start);
  gsize to = MIN (gold->end, end);

  return to > from ? (double) (to - from) / (double) MAX (gold->end - gold->start, end - start) : 0.0;
}

/* The span that overlaps a gold place best stands for it. */
static void
mark_places (LieuditTrainingText *self)
{
  for (guint i = 0; i < self->gold->len; i++)
    {
      double most = 0.0;
      guint best = 0;

      for (guint j = 0; j < self->spans->len; j++)
        {
          double share = overlap (self, &g_array_index (self->gold, LieuditGoldSpan, i),
                                  &g_array_index (self->spans, LieuditNameSpan, j));

          if (share > most)
            {
              most = share;
              best = j;
            }
        }
      if (most >= LEAST_OVERLAP)
        g_array_index (self->examples, LieuditTrainingSpan, best).is_place = TRUE;
    }
}

static gint
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const LieuditGoldSpan *first = a;
  const LieuditGoldSpan *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static LieuditTrainingText *
read_text (LieuditGazetteer *gazetteer,
           char             *source,
           GArray           *gold,
           GHashTable       *names)
{
  LieuditTrainingText *self = g_new0 (LieuditTrainingText, 1);
  g_autoptr(GArray) evidence = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(LieuditRecognitionDocument) document = NULL;

  self->source = source;
  self->gold = gold;
  g_array_sort (self->gold, compare_starts);
  self->folded = lieudit_folded_text_new (source, strlen (source));
  self->tokens = lieudit_tokenize (source, strlen (source), self->folded);
  self->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->examples = g_array_new (FALSE, FALSE, sizeof (LieuditTrainingSpan));

  lieudit_recognition_text_init (&self->reading, gazetteer, source, self->folded, self->tokens);
  self->spans = lieudit_find_name_spans (&self->reading, evidence, NULL, NULL);
  document = lieudit_recognition_document_new (&self->reading, self->spans, evidence);
  for (guint i = 0; i < self->spans->len; i++)
    {
      LieuditTrainingSpan example = { self->features->len, 0, FALSE };

      lieudit_collect_features (&self->reading, document, &g_array_index (self->spans, LieuditNameSpan, i),
                                self->features, names);
      example.n_features = self->features->len - example.features;
      g_array_append_val (self->examples, example);
    }
  mark_places (self);

  return self;
}

static GArray *
read_gold (JsonArray  *array,
           const char *text)
{
  GArray *gold = g_array_new (FALSE, FALSE, sizeof (LieuditGoldSpan));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *start = g_utf8_offset_to_pointer (text, json_object_get_int_member (object, "start"));
      const char *end = g_utf8_offset_to_pointer (text, json_object_get_int_member (object, "end"));
      LieuditGoldSpan place = { (gsize) (start - text), (gsize) (end - text) };

      g_array_append_val (gold, place);
    }

  return gold;
}

static LieuditTrainingText *
read_document (LieuditGazetteer  *gazetteer,
               const char        *line,
               GHashTable        *names,
               GError           **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *object;
  char *text;

  if (!json_parser_load_from_data (parser, line, -1, error))
    return NULL;

  object = json_node_get_object (json_parser_get_root (parser));
  text = g_strdup (json_object_get_string_member (object, "text"));

  return read_text (gazetteer, text, read_gold (json_object_get_array_member (object, "gold"), text), names);
}

/* "From [Homs] to [Hama]" */
static LieuditTrainingText *
read_bracketed (LieuditGazetteer *gazetteer,
                const char       *line,
                GHashTable       *names)
{
  GArray *gold = g_array_new (FALSE, FALSE, sizeof (LieuditGoldSpan));
  GString *text = g_string_new (NULL);
  LieuditGoldSpan place = { 0, 0 };

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

  return read_text (gazetteer, g_string_free (text, FALSE), gold, names);
}

/**
 * lieudit_training_text_free:
 * @self: (transfer full): a text
 *
 * Frees @self.
 */
void
lieudit_training_text_free (LieuditTrainingText *self)
{
  lieudit_recognition_text_clear (&self->reading);
  g_array_unref (self->spans);
  g_array_unref (self->examples);
  g_array_unref (self->features);
  g_array_unref (self->gold);
  g_array_unref (self->tokens);
  lieudit_folded_text_free (self->folded);
  g_free (self->source);
  g_free (self);
}

/**
 * lieudit_read_training_corpus:
 * @gazetteer: the names to look for
 * @path: a file with a text a line, as tests/eval/run reads it, or with its
 *   places in brackets
 * @corpus: its number
 * @texts: (element-type LieuditTrainingText): takes the texts
 * @names: (element-type guint utf8): takes the names of the features by their hashes
 * @error: return location for an error
 *
 * Reads a corpus.
 *
 * Returns: whether all of it could be read
 */
gboolean
lieudit_read_training_corpus (LieuditGazetteer  *gazetteer,
                              const char        *path,
                              guint              corpus,
                              GPtrArray         *texts,
                              GHashTable        *names,
                              GError           **error)
{
  g_autofree char *contents = NULL;
  guint index = 0;
  char *line;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;

  for (char *rest = contents; (line = strsep (&rest, "\n")) != NULL;)
    {
      LieuditTrainingText *text;

      if (*line == '\0' || *line == '#')
        continue;

      text = *line == '{' ? read_document (gazetteer, line, names, error) : read_bracketed (gazetteer, line, names);
      if (text == NULL)
        return FALSE;
      text->corpus = corpus;
      text->index = index++;
      g_ptr_array_add (texts, text);
    }

  return TRUE;
}

/**
 * lieudit_training_text_count_shared:
 * @self: a text
 * @chosen: (element-type guint): which of its spans were taken for names
 *
 * Returns: how many of its places are among them, each for one of them
 */
guint
lieudit_training_text_count_shared (const LieuditTrainingText *self,
                                    const GArray              *chosen)
{
  guint n_shared = 0;
  guint next = 0;

  for (guint i = 0; i < self->gold->len; i++)
    {
      const LieuditGoldSpan *gold = &g_array_index (self->gold, LieuditGoldSpan, i);

      for (guint j = next; j < chosen->len; j++)
        {
          const LieuditNameSpan *span = &g_array_index (self->spans, LieuditNameSpan, g_array_index (chosen, guint, j));

          if (self->reading.tokens[span->first_token].start >= gold->end)
            break;
          if (overlap (self, gold, span) >= LEAST_OVERLAP)
            {
              next = j + 1;
              n_shared++;
              break;
            }
        }
    }

  return n_shared;
}
