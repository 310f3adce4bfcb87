/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Analyses of the same article with other mentions than those that were found. */
#include "config.h"

#include "geoparse/lieudit-analysis-private.h"

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-relation-reader.h"

/*
 * lieudit_analysis_add_to_place:
 * @self: an analysis that is being made
 * @mention: its next mention
 *
 * Adds a mention to the place that it means, which is made if it is the first.
 */
void
lieudit_analysis_add_to_place (LieuditAnalysis *self,
                               LieuditMention  *mention)
{
  LieuditPlace *place = lieudit_mention_get_place (mention);
  LieuditFoundPlace *found;
  gpointer key;

  if (place == NULL)
    return;

  key = (gpointer) lieudit_place_get_key (place);
  found = g_hash_table_lookup (self->places_by_key, key);
  if (found == NULL)
    {
      found = lieudit_found_place_new (place, self->language);
      g_hash_table_insert (self->places_by_key, key, found);
      g_list_store_append (self->places, found);
    }

  lieudit_found_place_add_mention (found, mention);
}

/* For each mention of the source, which of these it is, or LIEUDIT_RELATION_NO_NAME if it is none. */
static int *
match_mentions (LieuditAnalysis *source,
                GPtrArray       *mentions)
{
  guint n_mentions = g_list_model_get_n_items (G_LIST_MODEL (source->mentions));
  int *indices = g_new (int, MAX (n_mentions, 1));
  guint next = 0;

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (G_LIST_MODEL (source->mentions), i);
      gsize start = lieudit_mention_get_start (mention);

      while (next < mentions->len && lieudit_mention_get_start (g_ptr_array_index (mentions, next)) < start)
        next++;
      indices[i] = next < mentions->len && lieudit_mention_get_start (g_ptr_array_index (mentions, next)) == start
                     ? (int) next : LIEUDIT_RELATION_NO_NAME;
    }

  return indices;
}

/* Whether all names that the relation needs are there still. */
static gboolean
renumber (LieuditStatedRelation *relation,
          const int             *indices)
{
  if (relation->subject != LIEUDIT_RELATION_NO_NAME)
    {
      relation->subject = indices[relation->subject];
      if (relation->subject == LIEUDIT_RELATION_NO_NAME)
        return FALSE;
    }

  for (guint i = 0; i < relation->n_objects; i++)
    {
      if (relation->objects[i] == LIEUDIT_RELATION_NO_NAME)
        continue;
      relation->objects[i] = indices[relation->objects[i]];
      if (relation->objects[i] == LIEUDIT_RELATION_NO_NAME)
        return FALSE;
    }

  return TRUE;
}

static GArray *
revise_relations (LieuditAnalysis *source,
                  GPtrArray       *mentions)
{
  GArray *relations = g_array_new (FALSE, FALSE, sizeof (LieuditStatedRelation));
  g_autofree int *indices = match_mentions (source, mentions);

  for (guint i = 0; i < source->relations->len; i++)
    {
      LieuditStatedRelation relation = g_array_index (source->relations, LieuditStatedRelation, i);

      if (renumber (&relation, indices))
        g_array_append_val (relations, relation);
    }

  return relations;
}

/**
 * lieudit_analysis_new_revised:
 * @source: the analysis of an article
 * @mentions: (element-type LieuditMention): what it names, in the order of the text
 *
 * Makes an analysis of the same article with other mentions. What the text says
 * of where places lie stays, but for names that are no mentions any more.
 *
 * Returns: (transfer full): the analysis
 */
LieuditAnalysis *
lieudit_analysis_new_revised (LieuditAnalysis *source,
                              GPtrArray       *mentions)
{
  LieuditAnalysis *self;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (source), NULL);
  g_return_val_if_fail (mentions != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_ANALYSIS, NULL);
  self->article = g_object_ref (source->article);
  self->language = source->language;
  self->sentences = g_array_ref (source->sentences);
  self->relations = revise_relations (source, mentions);
  g_list_store_splice (self->mentions, 0, 0, mentions->pdata, mentions->len);
  for (guint i = 0; i < mentions->len; i++)
    lieudit_analysis_add_to_place (self, g_ptr_array_index (mentions, i));

  return self;
}

/**
 * lieudit_analysis_new_part:
 * @source: the analysis of an article
 * @places: (element-type LieuditFoundPlace): some of its places, in its order
 * @mentions: (element-type LieuditMention): all mentions of @places and perhaps
 *   some of names that are not located, in the order of the text
 *
 * Makes an analysis that shows less of the same article. Its places and
 * mentions are those of @source themselves.
 *
 * Returns: (transfer full): the analysis
 */
LieuditAnalysis *
lieudit_analysis_new_part (LieuditAnalysis *source,
                           GPtrArray       *places,
                           GPtrArray       *mentions)
{
  LieuditAnalysis *self;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (source), NULL);
  g_return_val_if_fail (places != NULL, NULL);
  g_return_val_if_fail (mentions != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_ANALYSIS, NULL);
  self->article = g_object_ref (source->article);
  self->language = source->language;
  self->sentences = g_array_ref (source->sentences);
  self->relations = revise_relations (source, mentions);
  g_list_store_splice (self->mentions, 0, 0, mentions->pdata, mentions->len);
  g_list_store_splice (self->places, 0, 0, places->pdata, places->len);
  for (guint i = 0; i < places->len; i++)
    {
      LieuditFoundPlace *found = g_ptr_array_index (places, i);
      gconstpointer key = lieudit_place_get_key (lieudit_found_place_get_place (found));

      g_hash_table_insert (self->places_by_key, (gpointer) key, g_object_ref (found));
    }

  return self;
}
