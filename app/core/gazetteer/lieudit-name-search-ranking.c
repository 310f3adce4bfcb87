/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-name-search-ranking.h"

#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "gazetteer/lieudit-name-search-query.h"

/*
 * Points, which are added up. They say: a place in view is worth as much as
 * nineteen doublings of its inhabitants, a name that is whole rather than begun
 * as eleven, and a typing error takes away more than any of them gives.
 */
#define POINTS_PER_DOUBLING 15 /* of the inhabitants */
#define POINTS_IN_VIEW 280
#define POINTS_EXACT 170
#define POINTS_WHOLE 60
#define POINTS_PREFERRED 10
#define POINTS_CURATED 60 /* a name that people chose */
#define POINTS_PER_COST 75 /* a quarter of a typing error */
#define POINTS_ABBREVIATION (-200) /* AL for Alabama */
#define POINTS_CAPITAL 90

/* The most that a place can have that is not called so exactly: none has 2^31 inhabitants. */
#define MOST_POINTS (31 * POINTS_PER_DOUBLING + POINTS_CAPITAL + POINTS_IN_VIEW + POINTS_WHOLE + \
                     POINTS_PREFERRED + POINTS_CURATED)

/* One name that is what was written, or so many that begin so, are enough; with others that sound alike. */
#define ENOUGH_BEGINNINGS 3
#define NEAR_COST 2

struct _LieuditNameRanking
{
  LieuditGazetteer *layer;
  guint32           first_place; /* of the layer */
  LieuditBounds     view;
  guint             limit;
  int               handicap; /* taken from the score of all that is added */
  GArray           *best;      /* of LieuditRankedName, in no order */
  int               threshold; /* the score of the worst of them, once there are as many as wanted */
  guint32           last;      /* the place of the worst of them */
};

static void
clear_ranked_name (gpointer data)
{
  g_free (((LieuditRankedName *) data)->key);
}

/**
 * lieudit_name_ranking_new:
 * @view: (nullable): what the person sees
 * @limit: how many places are wanted, at least one
 *
 * Returns: (transfer full): a ranking without places
 */
LieuditNameRanking *
lieudit_name_ranking_new (const LieuditBounds *view,
                          guint                limit)
{
  LieuditNameRanking *self = g_new0 (LieuditNameRanking, 1);

  self->view = view != NULL ? *view : lieudit_bounds_empty ();
  self->limit = limit;
  self->best = g_array_new (FALSE, FALSE, sizeof (LieuditRankedName));
  g_array_set_clear_func (self->best, clear_ranked_name);
  self->threshold = G_MININT;

  return self;
}

/**
 * lieudit_name_ranking_free:
 * @self: (transfer full): a ranking
 *
 * Frees a ranking.
 */
void
lieudit_name_ranking_free (LieuditNameRanking *self)
{
  g_array_unref (self->best);
  g_free (self);
}

/**
 * lieudit_name_ranking_set_layer:
 * @self: a ranking
 * @layer: (transfer none): the layer of the gazetteer whose names come next
 * @first_place: the index of its first place in the gazetteer
 *
 * Says whose names are added from now on.
 */
void
lieudit_name_ranking_set_layer (LieuditNameRanking *self,
                                LieuditGazetteer   *layer,
                                guint32             first_place)
{
  self->layer = layer;
  self->first_place = first_place;
}

/**
 * lieudit_name_ranking_set_handicap:
 * @self: a ranking
 * @handicap: points, the less a name is what people look for; 0 at first
 *
 * Says how far the names that are added from now on are behind others.
 */
void
lieudit_name_ranking_set_handicap (LieuditNameRanking *self,
                                   int                 handicap)
{
  self->handicap = handicap;
}

/* The feature codes are compared by their letters: this is asked for every name. */
static int
rank_inhabited (const char *code)
{
  if (code[0] == 'P' && code[1] == 'P')
    return code[3] == 'C' ? POINTS_CAPITAL : code[3] == 'A' && code[4] == '\0' ? 40 : code[3] == 'X' ? -30 : 0;

  return -20; /* areas, behind the towns that they are called after */
}

/* What tells no inhabitants, or had better not be ranked by them. */
static int
rank_uninhabited (const char *code)
{
  if (code[0] == 'P' && code[1] == 'P')
    return 0;
  if (strcmp (code, "PCLI") == 0 || strcmp (code, "CONT") == 0)
    return 430;
  if (code[0] == 'A' && code[1] == 'D')
    return 60;
  if (strcmp (code, "RGN") == 0 || strcmp (code, "SEA") == 0 || strcmp (code, "OCN") == 0)
    return 280;

  return lieudit_feature_class_from_code (code) == LIEUDIT_FEATURE_SITE ? 80 : 160;
}

static int
rank_place (LieuditNameRanking      *self,
            const LieuditPlaceEntry *entry)
{
  int inhabited = (int) g_bit_storage (entry->population) * POINTS_PER_DOUBLING + rank_inhabited (entry->feature);
  int points = MAX (inhabited, rank_uninhabited (entry->feature));

  if (!lieudit_bounds_is_empty (&self->view) &&
      lieudit_bounds_contains (&self->view, entry->latitude / 1e6, entry->longitude / 1e6))
    points += POINTS_IN_VIEW;

  return points;
}

static void
find_worst (LieuditNameRanking *self,
            guint              *worst)
{
  *worst = 0;
  for (guint i = 1; i < self->best->len; i++)
    {
      const LieuditRankedName *name = &g_array_index (self->best, LieuditRankedName, i);
      const LieuditRankedName *other = &g_array_index (self->best, LieuditRankedName, *worst);

      if (name->score < other->score || (name->score == other->score && name->place > other->place))
        *worst = i;
    }
}

static void
update_threshold (LieuditNameRanking *self)
{
  guint worst;

  if (self->best->len < self->limit)
    return;

  find_worst (self, &worst);
  self->threshold = g_array_index (self->best, LieuditRankedName, worst).score;
  self->last = g_array_index (self->best, LieuditRankedName, worst).place;
}

static LieuditRankedName *
find_or_add (LieuditNameRanking *self,
             guint32             place)
{
  LieuditRankedName fresh = { place, G_MININT, 0, FALSE, FALSE, NULL };
  guint worst;

  for (guint i = 0; i < self->best->len; i++)
    {
      if (g_array_index (self->best, LieuditRankedName, i).place == place)
        return &g_array_index (self->best, LieuditRankedName, i);
    }

  if (self->best->len == self->limit)
    {
      find_worst (self, &worst);
      g_array_remove_index_fast (self->best, worst);
    }
  g_array_append_val (self->best, fresh);

  return &g_array_index (self->best, LieuditRankedName, self->best->len - 1);
}

static void
add_place (LieuditNameRanking *self,
           guint32             place,
           int                 score,
           guint8              cost,
           gboolean            is_whole,
           gboolean            is_exact,
           const char         *key,
           gsize               length)
{
  LieuditRankedName *name = find_or_add (self, place);

  if (score > name->score)
    {
      name->score = score;
      name->cost = cost;
      name->is_whole = is_whole;
      name->is_exact = is_exact;
      g_free (name->key);
      name->key = g_strndup (key, length);
    }

  update_threshold (self);
}

/* lieudit_name_ranking_add: a #LieuditNameWalkFunc that keeps the best places. */
guint8
lieudit_name_ranking_add (guint32     name,
                          const char *key,
                          gsize       length,
                          guint8      beginning_cost,
                          guint8      whole_cost,
                          gpointer    user_data)
{
  LieuditNameRanking *self = user_data;
  guint n_candidates;
  const LieuditCandidate *candidates = lieudit_gazetteer_get_candidates (self->layer, name, &n_candidates);
  int begun = -(int) beginning_cost * POINTS_PER_COST;
  gboolean is_exact = whole_cost == 0 && self->handicap == 0;
  int whole = is_exact ? POINTS_EXACT : POINTS_WHOLE - (int) whole_cost * POINTS_PER_COST;
  int likeness = MAX (begun, whole) - self->handicap;

  for (guint i = 0; i < n_candidates; i++)
    {
      const LieuditPlaceEntry *entry;
      guint32 place = self->first_place + candidates[i].place;
      int score = likeness;

      if (candidates[i].flags & (LIEUDIT_CANDIDATE_DEMONYM | LIEUDIT_CANDIDATE_NOT_A_PLACE))
        continue;
      entry = lieudit_gazetteer_get_entry (self->layer, candidates[i].place);
      if (entry == NULL)
        continue;

      score += rank_place (self, entry);
      if (candidates[i].flags & LIEUDIT_CANDIDATE_PREFERRED)
        score += POINTS_PREFERRED;
      if (candidates[i].flags & LIEUDIT_CANDIDATE_CURATED)
        score += POINTS_CURATED;
      if (candidates[i].flags & LIEUDIT_CANDIDATE_ABBREVIATION)
        score += POINTS_ABBREVIATION;
      if (score > self->threshold || (score == self->threshold && place <= self->last))
        add_place (self, place, score, MIN (beginning_cost, whole_cost), whole_cost == 0, is_exact, key, length);
    }

  if (self->threshold == G_MININT)
    return LIEUDIT_NAME_QUERY_MOST;
  return (guint8) CLAMP ((MOST_POINTS - self->threshold) / POINTS_PER_COST, 0, LIEUDIT_NAME_QUERY_MOST);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const LieuditRankedName *first = a;
  const LieuditRankedName *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place;
}

/* Names that are written otherwise are far-fetched when there is what was written. */
static void
drop_far_fetched (LieuditNameRanking *self)
{
  guint n_good = 0;

  for (guint i = 0; i < self->best->len; i++)
    {
      const LieuditRankedName *name = &g_array_index (self->best, LieuditRankedName, i);

      if (name->is_whole)
        n_good = ENOUGH_BEGINNINGS;
      else if (name->cost == 0)
        n_good++;
    }
  if (n_good < ENOUGH_BEGINNINGS)
    return;

  for (guint i = self->best->len; i > 0; i--)
    {
      if (g_array_index (self->best, LieuditRankedName, i - 1).cost > NEAR_COST)
        g_array_remove_index (self->best, i - 1);
    }
}

/**
 * lieudit_name_ranking_is_full:
 * @self: a ranking
 *
 * Returns: whether there are as many places as are wanted
 */
gboolean
lieudit_name_ranking_is_full (LieuditNameRanking *self)
{
  return self->best->len >= self->limit;
}

/**
 * lieudit_name_ranking_sort:
 * @self: a ranking
 *
 * Ends the ranking.
 *
 * Returns: (transfer none) (element-type LieuditRankedName): the places, the
 *   best first
 */
GArray *
lieudit_name_ranking_sort (LieuditNameRanking *self)
{
  g_array_sort (self->best, compare_names);
  drop_far_fetched (self);

  return self->best;
}
