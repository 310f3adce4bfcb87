/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decided, put in the place of what was found. */
#include "config.h"

#include "session/lieudit-decisions-applying.h"

#include <glib/gi18n.h>

#include "geoparse/lieudit-analysis-private.h"
#include "geoparse/lieudit-mention-private.h"
#include "session/lieudit-decisions-private.h"

typedef struct {
  LieuditDecisions         *decisions;
  LieuditStandingDecisions *standing;
  LieuditGazetteer         *gazetteer;
  GHashTable               *places; /* identifier -> LieuditPlace, or NULL if the gazetteer has none */
  GPtrArray                *marks;
  guint                     next_mark;
  guint                     nearest_mark; /* the first that does not end before what is looked at */
  GPtrArray                *mentions;
} Application;

static void
unref_place (gpointer place)
{
  if (place != NULL)
    g_object_unref (place);
}

/* The place as this gazetteer has it, for another one may have been imported since, or else as the file had it. */
static LieuditPlace *
find_place (Application     *self,
            LieuditDecision *decision)
{
  const LieuditPlaceReference *reference = lieudit_decision_get_place (decision);
  gpointer place = NULL;

  if (reference != NULL && !g_hash_table_lookup_extended (self->places, reference->id, NULL, &place))
    {
      place = lieudit_brought_places_find (self->decisions->brought, self->gazetteer, reference->id);
      g_hash_table_insert (self->places, reference->id, place);
    }

  return place;
}

static const char *
get_reason (LieuditDecision *decision)
{
  return lieudit_decision_get_kind (decision) == LIEUDIT_DECISION_SEVERAL_PLACES ? N_("you said that it means several places")
                                                                                 : NULL;
}

/* Nothing for a place that the gazetteer does not have. */
static LieuditMention *
check_mention (Application     *self,
               LieuditMention  *mention,
               LieuditDecision *decision,
               const char      *reason)
{
  LieuditPlace *place = find_place (self, decision);

  if (place == NULL && lieudit_decision_get_place (decision) != NULL)
    return NULL;

  return lieudit_mention_new_checked (mention, place, reason);
}

static LieuditMention *
make_marked_mention (Application   *self,
                     LieuditRuling *ruling)
{
  LieuditAnchoredText *text = lieudit_anchors_get_text (lieudit_decisions_get_anchors (self->decisions));
  LieuditAnchor *anchor = lieudit_ruling_get_anchor (ruling);
  LieuditDecision *decision = lieudit_ruling_get_decision (ruling);
  gsize start = lieudit_anchor_get_start (anchor), end = lieudit_anchor_get_end (anchor);
  g_autoptr(LieuditMention) words = lieudit_mention_new (lieudit_anchored_text_get_offset (text, start),
                                                         lieudit_anchored_text_get_offset (text, end),
                                                         start, end, lieudit_anchor_get_exact (anchor),
                                                         LIEUDIT_MENTION_LITERAL);
  const char *reason = get_reason (decision);

  return lieudit_mention_new_checked (words, find_place (self, decision), reason != NULL ? reason : N_("you marked it"));
}

/* Marks that begin before a position, each where it stands in the text. */
static void
add_marks_before (Application *self,
                  gsize        end)
{
  while (self->next_mark < self->marks->len)
    {
      LieuditRuling *ruling = g_ptr_array_index (self->marks, self->next_mark);
      LieuditAnchor *anchor = lieudit_ruling_get_anchor (ruling);
      LieuditMention *last = self->mentions->len > 0 ? g_ptr_array_index (self->mentions, self->mentions->len - 1) : NULL;

      if (lieudit_anchor_get_start (anchor) >= end)
        return;

      self->next_mark++;
      /* Of marks that overlap, the first is shown. */
      if (last == NULL || lieudit_mention_get_end_code_point (last) <= lieudit_anchor_get_start (anchor))
        g_ptr_array_add (self->mentions, make_marked_mention (self, ruling));
    }
}

/* Whether a mark takes the place of what was found. */
static gboolean
is_marked_over (Application    *self,
                LieuditMention *mention)
{
  gsize start = lieudit_mention_get_start_code_point (mention);
  gsize end = lieudit_mention_get_end_code_point (mention);

  for (; self->nearest_mark < self->marks->len; self->nearest_mark++)
    {
      LieuditAnchor *anchor = lieudit_ruling_get_anchor (g_ptr_array_index (self->marks, self->nearest_mark));

      if (lieudit_anchor_get_end (anchor) > start)
        return lieudit_anchor_get_start (anchor) < end;
    }

  return FALSE;
}

/* What was decided in this article comes before what is always so. */
static LieuditDecision *
find_decision (Application     *self,
               LieuditMention  *mention,
               const char     **reason)
{
  LieuditRuling *ruling = lieudit_decisions_lookup (self->decisions, mention);
  LieuditDecision *decision = NULL;

  if (ruling != NULL)
    {
      *reason = get_reason (lieudit_ruling_get_decision (ruling));
      return lieudit_ruling_get_decision (ruling);
    }

  if (self->standing != NULL)
    decision = lieudit_standing_decisions_lookup (self->standing, lieudit_mention_get_text (mention));
  if (decision != NULL)
    *reason = N_("you said that this name always means it");

  return decision;
}

static void
add_found (Application    *self,
           LieuditMention *mention)
{
  LieuditDecision *decision = NULL;
  LieuditMention *checked = NULL;
  const char *reason = NULL;

  if (is_marked_over (self, mention))
    return;

  add_marks_before (self, lieudit_mention_get_start_code_point (mention));
  decision = find_decision (self, mention, &reason);
  if (decision != NULL && lieudit_decision_get_kind (decision) == LIEUDIT_DECISION_NOT_A_PLACE)
    return;
  if (decision != NULL)
    checked = check_mention (self, mention, decision, reason);

  g_ptr_array_add (self->mentions, checked != NULL ? checked : g_object_ref (mention));
}

/**
 * lieudit_decisions_apply:
 * @self: decisions
 * @standing: (nullable): what holds in all articles
 * @gazetteer: the gazetteer that @analysis was made with
 * @analysis: what the recogniser and the resolver found in the article
 *
 * Puts decisions in place of what was found. A place that is not in the
 * gazetteer any more, and words that are not found any more, are left out;
 * their decisions stay.
 *
 * Returns: (transfer full): what the article names, after the person who reads it
 */
LieuditAnalysis *
lieudit_decisions_apply (LieuditDecisions         *self,
                         LieuditStandingDecisions *standing,
                         LieuditGazetteer         *gazetteer,
                         LieuditAnalysis          *analysis)
{
  g_autoptr(GHashTable) places = NULL;
  g_autoptr(GPtrArray) marks = NULL;
  g_autoptr(GPtrArray) mentions = NULL;
  Application application;
  GListModel *found;

  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  if (lieudit_decisions_get_n (self) == 0 && (standing == NULL || g_list_model_get_n_items (G_LIST_MODEL (standing)) == 0))
    return g_object_ref (analysis);

  places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_place);
  marks = lieudit_decisions_dup_marks (self);
  mentions = g_ptr_array_new_with_free_func (g_object_unref);
  application = (Application) { self, standing, gazetteer, places, marks, 0, 0, mentions };

  found = lieudit_analysis_get_mentions (analysis);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (found, i);

      add_found (&application, mention);
    }
  /* The analysis may be one of the beginning only. */
  add_marks_before (&application,
                    (gsize) g_utf8_strlen (lieudit_article_get_text (lieudit_analysis_get_article (analysis)), -1));

  return lieudit_analysis_new_revised (analysis, mentions);
}

/**
 * lieudit_decisions_count_unknown:
 * @self: decisions
 * @gazetteer: a gazetteer
 *
 * Returns: how many decisions are for places that the gazetteer does not have,
 *   as another person may have sent them; only their file says where these are
 */
guint
lieudit_decisions_count_unknown (LieuditDecisions *self,
                                 LieuditGazetteer *gazetteer)
{
  g_autoptr(GPtrArray) rulings = NULL;
  guint n_unknown = 0;

  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), 0);
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), 0);

  rulings = lieudit_decisions_dup_rulings (self);
  for (guint i = 0; i < rulings->len; i++)
    {
      LieuditDecision *decision = lieudit_ruling_get_decision (g_ptr_array_index (rulings, i));
      const LieuditPlaceReference *reference = lieudit_decision_get_place (decision);
      g_autoptr(LieuditPlace) place = reference != NULL ? lieudit_gazetteer_lookup_id (gazetteer, reference->id) : NULL;

      n_unknown += reference != NULL && place == NULL;
    }

  return n_unknown;
}
