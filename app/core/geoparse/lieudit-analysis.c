/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-analysis-private.h"

#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-description.h"
#include "geoparse/lieudit-mention-private.h"
#include "geoparse/lieudit-relation-reader.h"
#include "geoparse/lieudit-resolver.h"
#include "geoparse/lieudit-stated-places.h"

/* Names of unknown places are places for all we know. */
#define UNKNOWN_CONFIDENCE 0.4

G_DEFINE_FINAL_TYPE (LieuditAnalysis, lieudit_analysis, G_TYPE_OBJECT)

/* Where counting code points has come to, so that a text is walked once. */
typedef struct
{
  const char *text;
  gsize       offset;
  gsize       n_code_points;
} CodePointCounter;

static gsize
count_code_points (CodePointCounter *self,
                   gsize             offset)
{
  self->n_code_points += (gsize) g_utf8_strlen (self->text + self->offset, (gssize) (offset - self->offset));
  self->offset = offset;

  return self->n_code_points;
}

static void
set_resolution (LieuditMention          *mention,
                LieuditGazetteer        *gazetteer,
                const LieuditResolution *resolution)
{
  for (guint i = 0; i < resolution->n_places; i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, resolution->places[i].place);

      if (place == NULL)
        continue;
      if (i == 0)
        lieudit_mention_set_place (mention, place, resolution->confidence);
      else
        lieudit_mention_add_alternative (mention, place, resolution->places[i].score);
    }

  for (guint i = 0; i < resolution->n_reasons; i++)
    lieudit_mention_add_reason (mention, resolution->reasons[i].text, resolution->reasons[i].weight);
}

static void
add_mention (LieuditAnalysis             *self,
             LieuditGazetteer            *gazetteer,
             CodePointCounter            *counter,
             const LieuditRecognisedName *name,
             const LieuditResolution     *resolution)
{
  gsize offset = lieudit_article_get_body_offset (self->article);
  gsize start = offset + name->start;
  gsize end = offset + name->end;
  g_autofree char *text = g_strndup (counter->text + start, end - start);
  gsize start_code_point = count_code_points (counter, start);
  g_autoptr(LieuditMention) mention = NULL;

  mention = lieudit_mention_new (start, end, start_code_point, count_code_points (counter, end), text, name->kind);
  if (resolution->n_places > 0)
    set_resolution (mention, gazetteer, resolution);
  else
    lieudit_mention_set_place (mention, NULL, UNKNOWN_CONFIDENCE);

  g_list_store_append (self->mentions, mention);
  lieudit_analysis_add_to_place (self, mention);
}

static void
publish (LieuditAnalysis          *self,
         LieuditGazetteer         *gazetteer,
         const LieuditRecognition *recognition,
         const GArray             *resolutions)
{
  CodePointCounter counter = { lieudit_article_get_text (self->article), 0, 0 };

  for (guint i = 0; i < recognition->names->len; i++)
    {
      const LieuditRecognisedName *name = &g_array_index (recognition->names, LieuditRecognisedName, i);
      const LieuditResolution *resolution = &g_array_index (resolutions, LieuditResolution, i);

      add_mention (self, gazetteer, &counter, name, resolution);
    }
}

static void
find_sentences (LieuditAnalysis *self)
{
  gsize offset = lieudit_article_get_body_offset (self->article);

  self->sentences = lieudit_find_sentences (lieudit_article_get_text (self->article) + offset,
                                            lieudit_article_get_length (self->article) - offset,
                                            lieudit_language_to_tag (self->language));
  for (guint i = 0; i < self->sentences->len; i++)
    {
      g_array_index (self->sentences, LieuditTextRange, i).start += offset;
      g_array_index (self->sentences, LieuditTextRange, i).end += offset;
    }
}

/* The body was read; what is found counts from the beginning of the whole text. */
static void
move_relations (LieuditAnalysis *self,
                gsize            offset)
{
  for (guint i = 0; i < self->relations->len; i++)
    {
      g_array_index (self->relations, LieuditStatedRelation, i).start += offset;
      g_array_index (self->relations, LieuditStatedRelation, i).end += offset;
    }
}

static gboolean
analyse (LieuditAnalysis   *self,
         LieuditGazetteer  *gazetteer,
         GCancellable      *cancellable,
         GError           **error)
{
  gsize offset = lieudit_article_get_body_offset (self->article);
  const char *body = lieudit_article_get_text (self->article) + offset;
  gsize length = lieudit_article_get_length (self->article) - offset;
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (body, length);
  g_autoptr(GArray) tokens = lieudit_tokenize (body, length, folded);
  g_auto(LieuditRecognition) recognition = { NULL, NULL };
  g_autoptr(GArray) resolutions = NULL;
  LieuditReading reading;

  self->language = lieudit_language_from_tag (lieudit_article_get_language (self->article));
  if (self->language == LIEUDIT_LANGUAGE_UNKNOWN)
    self->language = lieudit_language_detect (body, length);

  if (!lieudit_recognise (gazetteer, body, folded, tokens, &recognition, cancellable, error))
    return FALSE;

  reading = (LieuditReading) { body, folded, tokens, self->language };
  resolutions = lieudit_resolve (gazetteer, &reading, &recognition, &self->relations);
  lieudit_add_descriptions (gazetteer, folded, tokens, &recognition, resolutions, self->relations);
  move_relations (self, offset);
  find_sentences (self);
  publish (self, gazetteer, &recognition, resolutions);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
lieudit_analysis_finalize (GObject *object)
{
  LieuditAnalysis *self = LIEUDIT_ANALYSIS (object);

  g_clear_object (&self->article);
  g_clear_object (&self->mentions);
  g_clear_object (&self->places);
  g_clear_pointer (&self->places_by_key, g_hash_table_unref);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->relations, g_array_unref);

  G_OBJECT_CLASS (lieudit_analysis_parent_class)->finalize (object);
}

static void
lieudit_analysis_class_init (LieuditAnalysisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_analysis_finalize;
}

static void
lieudit_analysis_init (LieuditAnalysis *self)
{
  self->mentions = g_list_store_new (LIEUDIT_TYPE_MENTION);
  self->places = g_list_store_new (LIEUDIT_TYPE_FOUND_PLACE);
  self->places_by_key = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * lieudit_analysis_run:
 * @gazetteer: the places to look for
 * @article: the article to read
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads an article: finds the names of places and places them. It blocks; the
 * result may be used in any one thread.
 *
 * Returns: (transfer full): what was found, or %NULL when cancelled
 */
LieuditAnalysis *
lieudit_analysis_run (LieuditGazetteer  *gazetteer,
                      LieuditArticle    *article,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr(LieuditAnalysis) self = NULL;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (article), NULL);

  self = g_object_new (LIEUDIT_TYPE_ANALYSIS, NULL);
  self->article = g_object_ref (article);
  if (!analyse (self, gazetteer, cancellable, error))
    return NULL;

  return lieudit_stated_places_apply (self, gazetteer);
}

typedef struct
{
  LieuditGazetteer *gazetteer;
  LieuditArticle   *article;
} RunData;

static void
run_data_free (gpointer data)
{
  RunData *run = data;

  g_object_unref (run->gazetteer);
  g_object_unref (run->article);
  g_free (run);
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  RunData *run = task_data;
  GError *error = NULL;
  LieuditAnalysis *analysis = lieudit_analysis_run (run->gazetteer, run->article, cancellable, &error);

  if (analysis != NULL)
    g_task_return_pointer (task, analysis, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_analysis_run_async:
 * @gazetteer: the places to look for
 * @article: the article to read
 * @cancellable: (nullable): to stop
 * @callback: called in this thread's main context when done
 * @user_data: for @callback
 *
 * Reads an article in another thread, see lieudit_analysis_run().
 */
void
lieudit_analysis_run_async (LieuditGazetteer    *gazetteer,
                            LieuditArticle      *article,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  RunData *run = g_new0 (RunData, 1);

  g_return_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer));
  g_return_if_fail (LIEUDIT_IS_ARTICLE (article));

  run->gazetteer = g_object_ref (gazetteer);
  run->article = g_object_ref (article);
  g_task_set_source_tag (task, lieudit_analysis_run_async);
  g_task_set_task_data (task, run, run_data_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lieudit_analysis_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_analysis_run_async().
 *
 * Returns: (transfer full): what was found, or %NULL with an error
 */
LieuditAnalysis *
lieudit_analysis_run_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lieudit_analysis_get_article:
 * @self: an analysis
 *
 * Returns: (transfer none): the article that was read
 */
LieuditArticle *
lieudit_analysis_get_article (LieuditAnalysis *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), NULL);

  return self->article;
}

/**
 * lieudit_analysis_get_language:
 * @self: an analysis
 *
 * Returns: the article's language, as it says or as it was detected
 */
LieuditLanguage
lieudit_analysis_get_language (LieuditAnalysis *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), LIEUDIT_LANGUAGE_UNKNOWN);

  return self->language;
}

/**
 * lieudit_analysis_get_mentions:
 * @self: an analysis
 *
 * Returns: (transfer none): a list of #LieuditMention, in the order of the text
 */
GListModel *
lieudit_analysis_get_mentions (LieuditAnalysis *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), NULL);

  return G_LIST_MODEL (self->mentions);
}

/**
 * lieudit_analysis_get_places:
 * @self: an analysis
 *
 * Returns: (transfer none): a list of #LieuditFoundPlace, in the order of their
 *   first mentions
 */
GListModel *
lieudit_analysis_get_places (LieuditAnalysis *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), NULL);

  return G_LIST_MODEL (self->places);
}

/**
 * lieudit_analysis_get_relations:
 * @self: an analysis
 *
 * Gets what the text says of where its places lie. Names are told by their
 * indices among the mentions.
 *
 * Returns: (transfer none) (element-type LieuditStatedRelation): the relations,
 *   in the order of the text
 */
const GArray *
lieudit_analysis_get_relations (LieuditAnalysis *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), NULL);

  return self->relations;
}

/**
 * lieudit_analysis_find_place:
 * @self: an analysis
 * @mention: one of its mentions
 *
 * Returns: (transfer none) (nullable): the place that @mention names; %NULL
 *   when it is not located
 */
LieuditFoundPlace *
lieudit_analysis_find_place (LieuditAnalysis *self,
                             LieuditMention  *mention)
{
  LieuditPlace *place;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), NULL);

  place = lieudit_mention_get_place (mention);
  return place != NULL
           ? g_hash_table_lookup (self->places_by_key, lieudit_place_get_key (place))
           : NULL;
}

/**
 * lieudit_analysis_get_mention_at:
 * @self: an analysis
 * @code_point: a position in the article's whole text, in code points
 *
 * Returns: (transfer none) (nullable): the mention there, if there is one
 */
LieuditMention *
lieudit_analysis_get_mention_at (LieuditAnalysis *self,
                                 gsize            code_point)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), NULL);

  high = g_list_model_get_n_items (G_LIST_MODEL (self->mentions));
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr(LieuditMention) mention = g_list_model_get_item (G_LIST_MODEL (self->mentions), middle);

      if (code_point < lieudit_mention_get_start_code_point (mention))
        high = middle;
      else if (code_point >= lieudit_mention_get_end_code_point (mention))
        low = middle + 1;
      else
        return mention; /* the list keeps it alive */
    }

  return NULL;
}

/**
 * lieudit_analysis_get_sentence:
 * @self: an analysis
 * @mention: one of its mentions
 *
 * Returns: the sentence that @mention stands in, as bytes of the whole text
 */
LieuditTextRange
lieudit_analysis_get_sentence (LieuditAnalysis *self,
                               LieuditMention  *mention)
{
  LieuditTextRange range = { 0, 0 };

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), range);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), range);

  range = lieudit_sentence_at (self->sentences, lieudit_mention_get_start (mention));
  range.end = MAX (range.end, lieudit_mention_get_end (mention));
  return range;
}

/**
 * lieudit_analysis_dup_sentence:
 * @self: an analysis
 * @mention: one of its mentions
 * @mention_start: (out) (optional): where @mention begins in the sentence, in bytes
 * @mention_end: (out) (optional): the byte after its last
 *
 * Returns: (transfer full): the sentence that @mention stands in
 */
char *
lieudit_analysis_dup_sentence (LieuditAnalysis *self,
                               LieuditMention  *mention,
                               gsize           *mention_start,
                               gsize           *mention_end)
{
  LieuditTextRange range;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), NULL);

  range = lieudit_analysis_get_sentence (self, mention);
  if (mention_start != NULL)
    *mention_start = lieudit_mention_get_start (mention) - range.start;
  if (mention_end != NULL)
    *mention_end = lieudit_mention_get_end (mention) - range.start;

  return g_strndup (lieudit_article_get_text (self->article) + range.start, range.end - range.start);
}

/**
 * lieudit_analysis_get_bounds:
 * @self: an analysis
 *
 * Returns: bounds of the representative points of all its places; empty
 *   without any
 */
LieuditBounds
lieudit_analysis_get_bounds (LieuditAnalysis *self)
{
  LieuditBounds bounds = lieudit_bounds_empty ();
  guint n_places;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (self), bounds);

  n_places = g_list_model_get_n_items (G_LIST_MODEL (self->places));
  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (G_LIST_MODEL (self->places), i);
      LieuditPlace *place = lieudit_found_place_get_place (found);

      lieudit_bounds_extend (&bounds, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
    }

  return bounds;
}
