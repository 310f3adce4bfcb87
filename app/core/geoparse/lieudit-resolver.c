/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolver.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geo/lieudit-geodesic.h"

/*
 * Each candidate of a name gets a score from ordered rules: how important the
 * place is, whether the document speaks of its country, whether the area it
 * lies in is named beside it, and how far the other places are. A first pass
 * knows only what is beyond doubt; the second knows the first one's choices.
 */

#define N_PASSES 2

/* Most candidates that are weighed for one name; the most important come first. */
#define MOST_CANDIDATES 64

/* Names this many names apart are neighbours. */
#define NEIGHBOURHOOD 3

/* Distance at which nearness to other places counts a third, in kilometres. */
#define NEARNESS_KM 250.0

/* What the rules weigh. Set by hand and tuned on nothing yet. */
#define WEIGHT_COUNTRY 0.55
#define WEIGHT_PARENT 0.50
#define WEIGHT_NEARNESS 0.30
#define WEIGHT_KIND 0.60
#define WEIGHT_LANGUAGE 0.06

/* How sharply shares follow scores. */
#define SHARPNESS 6.0

typedef struct
{
  guint32 place;
  double  score;
  double  country;
  double  parent;
  double  nearness;
  double  kind;
} Scored;

typedef struct
{
  LieuditGazetteer         *gazetteer;
  const LieuditRecognition *recognition;
  LieuditLanguage           language;
  GHashTable               *countries; /* two letters as a number -> how often spoken of */
  double                    n_votes;
  guint32                  *choices;   /* for each name, LIEUDIT_GAZETTEER_NO_PLACE when open */
} Resolver;

static gpointer
country_key (const LieuditPlaceEntry *entry)
{
  return GUINT_TO_POINTER ((guint) (guint8) entry->country[0] << 8 | (guint8) entry->country[1]);
}

static const LieuditRecognisedName *
get_name (Resolver *self,
          guint     index)
{
  return &g_array_index (self->recognition->names, LieuditRecognisedName, index);
}

static LieuditFeatureClass
class_of (const LieuditPlaceEntry *entry)
{
  return lieudit_feature_class_from_code (entry->feature);
}

/* From 0 for a hamlet to 1 for a country. */
static double
get_importance (const LieuditPlaceEntry *entry)
{
  double size = log10 (entry->population + 1.0) / 7.5;

  switch (class_of (entry))
    {
    case LIEUDIT_FEATURE_COUNTRY:
      return 1.0;
    case LIEUDIT_FEATURE_CAPITAL:
      return 0.80 + 0.2 * MIN (size, 1.0);
    case LIEUDIT_FEATURE_REGION:
      return 0.72;
    case LIEUDIT_FEATURE_AREA:
    case LIEUDIT_FEATURE_WATER:
    case LIEUDIT_FEATURE_RELIEF:
      return 0.70;
    case LIEUDIT_FEATURE_DISTRICT:
      return 0.35;
    case LIEUDIT_FEATURE_ROAD:
    case LIEUDIT_FEATURE_SITE:
      return 0.45;
    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_QUARTER:
    case LIEUDIT_FEATURE_OTHER:
    default:
      return 0.85 * MIN (size, 1.0);
    }
}

static void
vote (Resolver *self,
      guint32   place,
      double    weight)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, place);
  double *votes;

  if (entry == NULL || entry->country[0] == '\0')
    return;

  votes = g_hash_table_lookup (self->countries, country_key (entry));
  if (votes == NULL)
    {
      votes = g_new0 (double, 1);
      g_hash_table_insert (self->countries, country_key (entry), votes);
    }
  *votes += weight;
  self->n_votes += weight;
}

static void
count_votes (Resolver *self)
{
  g_hash_table_remove_all (self->countries);
  self->n_votes = 0.0;

  for (guint i = 0; i < self->recognition->evidence->len; i++)
    vote (self, g_array_index (self->recognition->evidence, guint32, i), 1.0);

  for (guint i = 0; i < self->recognition->names->len; i++)
    {
      const LieuditRecognisedName *name = get_name (self, i);

      if (self->choices[i] != LIEUDIT_GAZETTEER_NO_PLACE)
        vote (self, self->choices[i], 1.0);
      else if (name->n_candidates == 1 && !name->doubtful)
        vote (self, name->candidates[0].place, 1.0);
    }
}

/* Share of a country in what the document speaks of; the square root favours the few it names once. */
static double
get_country_share (Resolver                *self,
                   const LieuditPlaceEntry *entry)
{
  const double *votes = g_hash_table_lookup (self->countries, country_key (entry));

  return votes != NULL && self->n_votes > 0.0 ? sqrt (*votes / self->n_votes) : 0.0;
}

static gboolean
lies_in (Resolver *self,
         guint32   place,
         guint32   area)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, place);

  for (guint depth = 0; entry != NULL && depth < 6; depth++)
    {
      place = lieudit_gazetteer_get_parent (self->gazetteer, place);
      if (place == area)
        return TRUE;
      entry = lieudit_gazetteer_get_entry (self->gazetteer, place);
    }

  return FALSE;
}

/* "Tripoli, au Liban": an area beside the name settles it. */
static double
get_parent_evidence (Resolver *self,
                     guint     index,
                     guint32   place)
{
  for (gint offset = 1; offset >= -1; offset -= 2)
    {
      gint other = (gint) index + offset;

      if (other < 0 || (guint) other >= self->recognition->names->len)
        continue;

      for (guint i = 0; i < MIN (get_name (self, (guint) other)->n_candidates, 4); i++)
        {
          guint32 area = get_name (self, (guint) other)->candidates[i].place;
          gsize gap = offset > 0 ? get_name (self, (guint) other)->start - get_name (self, index)->end
                                 : get_name (self, index)->start - get_name (self, (guint) other)->end;

          if (gap < 16 && lies_in (self, place, area))
            return offset > 0 ? 1.0 : 0.6;
        }
    }

  return 0.0;
}

static double
get_nearness (Resolver *self,
              guint     index,
              guint32   place)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, place);
  guint first = index > NEIGHBOURHOOD ? index - NEIGHBOURHOOD : 0;
  guint last = MIN (index + NEIGHBOURHOOD + 1, self->recognition->names->len);
  double nearness = 0.0;
  guint n_others = 0;

  for (guint i = first; i < last; i++)
    {
      const LieuditPlaceEntry *other = lieudit_gazetteer_get_entry (self->gazetteer, self->choices[i]);
      double distance;

      if (i == index || other == NULL || self->choices[i] == place)
        continue;
      distance = lieudit_geodesic_distance (entry->latitude / 1e6, entry->longitude / 1e6,
                                            other->latitude / 1e6, other->longitude / 1e6) / 1000.0;
      nearness += exp (-distance / NEARNESS_KM);
      n_others++;
    }

  return n_others > 0 ? nearness / n_others : 0.0;
}

static double
get_kind_evidence (const LieuditRecognisedName *name,
                   const LieuditPlaceEntry     *entry)
{
  LieuditFeatureClass class = class_of (entry);

  if (name->wants_region)
    return class == LIEUDIT_FEATURE_REGION ? 1.0 : 0.0;
  if (name->wants_settlement)
    return class == LIEUDIT_FEATURE_TOWN || class == LIEUDIT_FEATURE_CAPITAL ? 1.0 : 0.0;

  return 0.0;
}

static Scored
score_candidate (Resolver               *self,
                 guint                   index,
                 const LieuditCandidate *candidate)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, candidate->place);
  Scored scored = { candidate->place, 0.0, 0.0, 0.0, 0.0, 0.0 };

  if (entry == NULL)
    return scored;

  scored.country = get_country_share (self, entry);
  scored.parent = get_parent_evidence (self, index, candidate->place);
  scored.nearness = get_nearness (self, index, candidate->place);
  scored.kind = get_kind_evidence (get_name (self, index), entry);
  scored.score = get_importance (entry) + WEIGHT_COUNTRY * scored.country + WEIGHT_PARENT * scored.parent +
                 WEIGHT_NEARNESS * scored.nearness + WEIGHT_KIND * scored.kind;
  if ((candidate->flags & LIEUDIT_CANDIDATE_PREFERRED) && candidate->language == self->language)
    scored.score += WEIGHT_LANGUAGE;

  return scored;
}

static gint
compare_scored (gconstpointer a,
                gconstpointer b)
{
  const Scored *first = a;
  const Scored *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

static GArray *
score_name (Resolver *self,
            guint     index)
{
  const LieuditRecognisedName *name = get_name (self, index);
  GArray *scored = g_array_new (FALSE, FALSE, sizeof (Scored));

  for (guint i = 0; i < MIN (name->n_candidates, MOST_CANDIDATES); i++)
    {
      Scored candidate;

      if (name->candidates[i].flags & (LIEUDIT_CANDIDATE_DEMONYM | LIEUDIT_CANDIDATE_NOT_A_PLACE))
        continue;
      candidate = score_candidate (self, index, &name->candidates[i]);
      g_array_append_val (scored, candidate);
    }

  g_array_sort (scored, compare_scored);
  return scored;
}

/* "la province de Homs", where only the town bears the name: the area it lies in. */
static guint32
find_region_of (Resolver *self,
                guint32   place)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, place);
  guint32 area = place;

  for (guint depth = 0; entry != NULL && depth < 6; depth++)
    {
      if (class_of (entry) == LIEUDIT_FEATURE_REGION)
        return area;
      area = lieudit_gazetteer_get_parent (self->gazetteer, area);
      entry = lieudit_gazetteer_get_entry (self->gazetteer, area);
    }

  return place;
}

static void
add_reason (LieuditResolution *resolution,
            const char        *text,
            double             weight)
{
  if (weight > 0.05 && resolution->n_reasons < LIEUDIT_RESOLUTION_REASONS)
    resolution->reasons[resolution->n_reasons++] = (LieuditReason) { text, MIN (weight, 1.0) };
}

static void
explain (Resolver          *self,
         guint              index,
         const GArray      *scored,
         LieuditResolution *resolution)
{
  const Scored *best = &g_array_index (scored, Scored, 0);
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, best->place);

  if (scored->len == 1)
    add_reason (resolution, N_("the only place of that name in the gazetteer"), 0.5);
  else if (get_importance (entry) > 0.6)
    add_reason (resolution, N_("a well-known place of that name"), get_importance (entry));

  add_reason (resolution, N_("the words beside the name tell its kind"), WEIGHT_KIND * best->kind);
  add_reason (resolution, N_("the area it lies in is named beside it"), WEIGHT_PARENT * best->parent);
  add_reason (resolution, N_("the text speaks of its country"), WEIGHT_COUNTRY * best->country);
  add_reason (resolution, N_("it lies near the other places of the text"), WEIGHT_NEARNESS * best->nearness);
}

/*
 * The share of the best candidate says how sure the choice is; what speaks for
 * the place at all says how far a single candidate can be trusted.
 */
static double
estimate_confidence (Resolver     *self,
                     guint         index,
                     const Scored *best,
                     double        share)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, best->place);
  double support = 0.45 + 0.5 * get_importance (entry) + 0.3 * best->country + 0.4 * best->parent +
                   0.2 * best->nearness + (get_name (self, index)->locative ? 0.1 : 0.0);

  if (get_name (self, index)->doubtful)
    support -= 0.15;
  if (get_name (self, index)->kind == LIEUDIT_MENTION_EMBEDDED)
    support -= 0.2;

  return share * CLAMP (support, 0.05, 0.98);
}

static void
resolve_name (Resolver          *self,
              guint              index,
              LieuditResolution *resolution)
{
  g_autoptr(GArray) scored = score_name (self, index);
  const Scored *best;
  double total = 0.0;

  if (scored->len == 0)
    return;

  best = &g_array_index (scored, Scored, 0);
  for (guint i = 0; i < scored->len; i++)
    total += exp (SHARPNESS * (g_array_index (scored, Scored, i).score - best->score));

  for (guint i = 0; i < MIN (scored->len, LIEUDIT_RESOLUTION_ALTERNATIVES); i++)
    {
      const Scored *candidate = &g_array_index (scored, Scored, i);

      resolution->places[resolution->n_places++] = (LieuditScoredPlace) {
        candidate->place, exp (SHARPNESS * (candidate->score - best->score)) / total
      };
    }

  resolution->confidence = estimate_confidence (self, index, best, resolution->places[0].score);
  explain (self, index, scored, resolution);

  if (get_name (self, index)->wants_region && best->kind <= 0.0)
    resolution->places[0].place = find_region_of (self, best->place);
}

static void
run_pass (Resolver *self)
{
  g_autofree guint32 *choices = g_new (guint32, self->recognition->names->len + 1);

  count_votes (self);
  for (guint i = 0; i < self->recognition->names->len; i++)
    {
      g_autoptr(GArray) scored = score_name (self, i);

      choices[i] = scored->len > 0 ? g_array_index (scored, Scored, 0).place : LIEUDIT_GAZETTEER_NO_PLACE;
    }

  memcpy (self->choices, choices, self->recognition->names->len * sizeof (guint32));
}

/**
 * lieudit_resolve:
 * @gazetteer: the gazetteer
 * @recognition: the names found in a text
 * @language: the language of the text
 *
 * Chooses for each name the place that is meant.
 *
 * Returns: (transfer full) (element-type LieuditResolution): a resolution for
 *   each name
 */
GArray *
lieudit_resolve (LieuditGazetteer         *gazetteer,
                 const LieuditRecognition *recognition,
                 LieuditLanguage           language)
{
  GArray *resolutions = g_array_new (FALSE, TRUE, sizeof (LieuditResolution));
  g_autoptr(GHashTable) countries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree guint32 *choices = g_new (guint32, recognition->names->len + 1);
  Resolver self = { gazetteer, recognition, language, countries, 0.0, choices };

  for (guint i = 0; i < recognition->names->len; i++)
    choices[i] = LIEUDIT_GAZETTEER_NO_PLACE;
  for (guint i = 0; i < N_PASSES; i++)
    run_pass (&self);

  count_votes (&self);
  g_array_set_size (resolutions, recognition->names->len);
  for (guint i = 0; i < recognition->names->len; i++)
    resolve_name (&self, i, &g_array_index (resolutions, LieuditResolution, i));

  return resolutions;
}
