/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolution-context-private.h"

#include <math.h>
#include <string.h>

#include "geoparse/lieudit-resolution-beside.h"
#include "geoparse/lieudit-resolution-heard.h"

/*
 * The places of a text are chosen together: each name begins with what is
 * known of its candidates alone, and every pass weighs them anew by what the
 * candidates of the other names, each as far as it is believed, say of them.
 */

/* The first pass takes shares for more alike than they are: else the large towns of a few names decide before small ones,
 * which lie side by side, have spoken for each other. */
static const double temperatures[] = { 1.5, 1.0, 1.0, 1.0, 1.0 };

/* Most candidates that are weighed for one name; the most important come first. */
#define MOST_OPTIONS 48

/* Others that are looked at: names before and behind, and the likeliest places of each. */
#define NEIGHBOURS 10
#define LEAST_SHARE 0.01

/* What a district counts at least for the towns in it, and a town for its district. */
#define FITTING_SHARE 0.5

/* Kilometres at which nearness counts half. */
#define NEAR_KM 40.0
#define VICINITY_KM 250.0

/* How far the text is believed to name a place, and by which name. */
typedef struct
{
  double share;
  guint  sense;
} Named;

static const LieuditRecognisedName *
get_name (LieuditResolutionContext *self,
          guint                     index)
{
  return &g_array_index (self->recognition->names, LieuditRecognisedName, index);
}

static LieuditSense *
get_sense (LieuditResolutionContext *self,
           guint                     index)
{
  return &g_array_index (self->senses, LieuditSense, index);
}

static void
add_option (LieuditResolutionContext    *self,
            LieuditSense                *sense,
            const LieuditRecognisedName *name,
            const LieuditCandidate      *candidate)
{
  LieuditResolutionOption *option = &sense->options[sense->n_options];

  if (lieudit_resolution_option_init (option, self->gazetteer, candidate, sense->n_options, self->language))
    {
      lieudit_resolution_option_set_spelling (option, self->gazetteer, candidate, self->language,
                                              self->text + name->start, name->end - name->start);
      sense->n_options++;
    }
}

static void
find_senses (LieuditResolutionContext *self)
{
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->recognition->names->len; i++)
    {
      const LieuditRecognisedName *name = get_name (self, i);
      LieuditSense sense = { NULL, 0, 1, i, { 0, }, 0, FALSE };
      gpointer index;

      self->of_names[i] = LIEUDIT_RESOLUTION_NONE;
      if (name->n_candidates == 0)
        continue;

      if (g_hash_table_lookup_extended (known, name->candidates, NULL, &index))
        {
          self->of_names[i] = GPOINTER_TO_UINT (index);
          get_sense (self, self->of_names[i])->n_mentions++;
          continue;
        }

      sense.options = g_new0 (LieuditResolutionOption, MIN (name->n_candidates, MOST_OPTIONS));
      for (guint j = 0; j < MIN (name->n_candidates, MOST_OPTIONS); j++)
        add_option (self, &sense, name, &name->candidates[j]);
      self->of_names[i] = self->senses->len;
      g_hash_table_insert (known, (gpointer) name->candidates, GUINT_TO_POINTER (self->senses->len));
      g_array_append_val (self->senses, sense);
    }
}

static double
get_votes (GHashTable *votes,
           guint32     key)
{
  const double *count = g_hash_table_lookup (votes, GUINT_TO_POINTER (key));

  return count != NULL ? *count : 0.0;
}

static void
add_votes (GHashTable *votes,
           guint32     key,
           double      weight)
{
  double *count = g_hash_table_lookup (votes, GUINT_TO_POINTER (key));

  if (count == NULL)
    {
      count = g_new0 (double, 1);
      g_hash_table_insert (votes, GUINT_TO_POINTER (key), count);
    }
  *count += weight;
}

static void
add_named (GHashTable *table,
           guint32     place,
           double      share,
           guint       sense)
{
  Named *named = g_hash_table_lookup (table, GUINT_TO_POINTER (place));

  if (named == NULL)
    {
      named = g_new0 (Named, 1);
      g_hash_table_insert (table, GUINT_TO_POINTER (place), named);
    }
  if (share > named->share)
    *named = (Named) { share, sense };
}

/* A name that stands often says more, but not as much more. */
static double
weight_of (const LieuditSense *sense)
{
  return sqrt (sense->n_mentions);
}

/*
 * A district and a town in it: few of each name fit together, and those that do
 * speak for each other, however small they are.
 */
static void
add_named_area (LieuditResolutionContext      *self,
                const LieuditResolutionOption *option,
                guint                          sense)
{
  gboolean is_district = option->features[LIEUDIT_RESOLUTION_DISTRICT] > 0.0;
  guint32 area = option->parents[0];

  add_named (self->named, option->place, is_district ? MAX (option->share, FITTING_SHARE) : option->share, sense);
  if (area != LIEUDIT_RESOLUTION_NONE)
    add_named (self->parts, area, area != option->region ? MAX (option->share, FITTING_SHARE) : option->share, sense);
}

/* The next pass asks for the same places, so that their room is kept. */
static void
clear_values (GHashTable *table,
              gsize       size)
{
  GHashTableIter iterator;
  gpointer value;

  g_hash_table_iter_init (&iterator, table);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    memset (value, 0, size);
}

static void
count_votes (LieuditResolutionContext *self)
{
  clear_values (self->named, sizeof (Named));
  clear_values (self->parts, sizeof (Named));
  clear_values (self->countries, sizeof (double));
  clear_values (self->regions, sizeof (double));
  self->n_votes = 0.0;

  for (guint i = 0; i < self->senses->len; i++)
    {
      const LieuditSense *sense = get_sense (self, i);

      for (guint j = 0; j < sense->n_options; j++)
        {
          const LieuditResolutionOption *option = &sense->options[j];
          double weight = option->share * weight_of (sense);

          add_named_area (self, option, i);
          if (option->share < LEAST_SHARE)
            continue;
          for (guint k = 1; k < LIEUDIT_RESOLUTION_PARENTS && option->parents[k] != LIEUDIT_RESOLUTION_NONE; k++)
            add_named (self->parts, option->parents[k], option->share, i);
          add_votes (self->countries, option->country, weight);
          if (option->region != LIEUDIT_RESOLUTION_NONE)
            add_votes (self->regions, option->region, weight);
          self->n_votes += weight;
        }
    }
}

static void
count_peoples (LieuditResolutionContext *self)
{
  for (guint i = 0; i < self->recognition->evidence->len; i++)
    {
      const LieuditPlaceEntry *entry =
        lieudit_gazetteer_get_entry (self->gazetteer, g_array_index (self->recognition->evidence, guint32, i));

      if (entry != NULL && entry->country[0] != '\0')
        add_votes (self->peoples, lieudit_resolution_country (entry), 1.0);
    }
}

/* The best that the likely places of another name say of a place. */
static void
measure_nearness (const LieuditResolutionOption *option,
                  const LieuditSense            *other,
                  double                        *near,
                  double                        *vicinity)
{
  *near = *vicinity = 0.0;
  for (guint i = 0; i < other->n_likely; i++)
    {
      const LieuditResolutionOption *place = &other->options[other->likely[i]];
      double distance = lieudit_resolution_option_get_distance_squared (option, place);

      /* The middle of a country or a sea is near to nothing. */
      if (place->features[LIEUDIT_RESOLUTION_COUNTRY] > 0.0 || place->features[LIEUDIT_RESOLUTION_NATURE] > 0.0)
        continue;
      *near = MAX (*near, place->share / (1.0 + distance / (NEAR_KM * NEAR_KM)));
      *vicinity = MAX (*vicinity, place->share / (1.0 + distance / (VICINITY_KM * VICINITY_KM)));
    }
}

static void
weigh_nearness (LieuditResolutionContext *self,
                guint                     sense,
                LieuditResolutionOption  *option)
{
  guint first = sense > NEIGHBOURS ? sense - NEIGHBOURS : 0;
  guint last = MIN (sense + NEIGHBOURS + 1, self->senses->len);
  double total[2] = { 0.0, 0.0 };
  double near;
  double vicinity;

  for (guint i = first; i < last; i++)
    {
      if (i == sense)
        continue;
      measure_nearness (option, get_sense (self, i), &near, &vicinity);
      total[0] += near;
      total[1] += vicinity;
    }

  /* Each further neighbour adds less. */
  option->features[LIEUDIT_RESOLUTION_NEARNESS] = 1.0 - exp (-total[0]);
  option->features[LIEUDIT_RESOLUTION_VICINITY] = 1.0 - exp (-total[1]);
  option->features[LIEUDIT_RESOLUTION_DATELINE] = 0.0;
  if (sense > 0)
    {
      measure_nearness (option, get_sense (self, 0), &near, &vicinity);
      option->features[LIEUDIT_RESOLUTION_DATELINE] = near;
    }
}

/* Believed shares of the option's own name do not speak for it. */
static double
get_own_votes (const LieuditSense *sense,
               guint32             country,
               guint32             region)
{
  double share = 0.0;

  for (guint i = 0; i < sense->n_options; i++)
    {
      if (sense->options[i].share >= LEAST_SHARE &&
          (region != LIEUDIT_RESOLUTION_NONE ? sense->options[i].region == region
                                             : sense->options[i].country == country))
        share += sense->options[i].share;
    }

  return share * weight_of (sense);
}

static void
weigh_votes (LieuditResolutionContext *self,
             const LieuditSense       *sense,
             LieuditResolutionOption  *option)
{
  double others = MAX (self->n_votes - weight_of (sense), 0.0) + 2.0;
  double country = 0.0;
  double region = 0.0;

  if (option->country != 0)
    country = get_votes (self->countries, option->country) -
              get_own_votes (sense, option->country, LIEUDIT_RESOLUTION_NONE) +
              get_votes (self->peoples, option->country);
  if (option->region != LIEUDIT_RESOLUTION_NONE)
    region = get_votes (self->regions, option->region) - get_own_votes (sense, 0, option->region);

  option->features[LIEUDIT_RESOLUTION_COUNTRY_SHARE] = sqrt (CLAMP (country / others, 0.0, 1.0));
  option->features[LIEUDIT_RESOLUTION_REGION_SHARE] = sqrt (CLAMP (region / others, 0.0, 1.0));
}

static void
weigh_parents (LieuditResolutionContext *self,
               guint                     sense,
               LieuditResolutionOption  *option)
{
  const Named *part = g_hash_table_lookup (self->parts, GUINT_TO_POINTER (option->place));
  double parent = 0.0;
  double country = get_votes (self->peoples, option->country) > 0.0 ? 1.0 : 0.0;

  for (guint i = 0; i < LIEUDIT_RESOLUTION_PARENTS && option->parents[i] != LIEUDIT_RESOLUTION_NONE; i++)
    {
      const Named *named = g_hash_table_lookup (self->named, GUINT_TO_POINTER (option->parents[i]));
      gboolean is_country = i + 1 == LIEUDIT_RESOLUTION_PARENTS || option->parents[i + 1] == LIEUDIT_RESOLUTION_NONE;

      if (named == NULL || named->sense == sense)
        continue;
      if (is_country)
        country = MAX (country, named->share);
      else
        parent = MAX (parent, named->share);
    }

  option->features[LIEUDIT_RESOLUTION_PART_NAMED] = part != NULL && part->sense != sense ? part->share : 0.0;
  option->features[LIEUDIT_RESOLUTION_PARENT_NAMED] = parent;
  option->features[LIEUDIT_RESOLUTION_COUNTRY_NAMED] = country;
}

/*
 * lieudit_sense_find_likely:
 * @sense: a name, whose options are scored
 *
 * Finds the likeliest of its options, the best first.
 */
void
lieudit_sense_find_likely (LieuditSense *sense)
{
  sense->n_likely = 0;
  for (guint i = 0; i < sense->n_options; i++)
    {
      guint position = sense->n_likely;

      if (sense->options[i].share < LEAST_SHARE)
        continue;
      while (position > 0 && sense->options[sense->likely[position - 1]].share < sense->options[i].share)
        {
          if (position < LIEUDIT_LIKELY_OPTIONS)
            sense->likely[position] = sense->likely[position - 1];
          position--;
        }
      if (position >= LIEUDIT_LIKELY_OPTIONS)
        continue;
      sense->likely[position] = i;
      sense->n_likely = MIN (sense->n_likely + 1, LIEUDIT_LIKELY_OPTIONS);
    }
}

static void
drop_senses_that_lie_elsewhere (LieuditResolutionContext *self)
{
  for (guint i = 0; i < self->recognition->names->len; i++)
    {
      if (self->of_names[i] != LIEUDIT_RESOLUTION_NONE && lieudit_resolution_lies_elsewhere (self, i))
        {
          get_sense (self, self->of_names[i])->n_options = 0;
          lieudit_sense_find_likely (get_sense (self, self->of_names[i]));
        }
    }
}

static void
run_pass (LieuditResolutionContext *self,
          double                    temperature)
{
  count_votes (self);
  lieudit_resolution_weigh_parents_once (self);

  for (guint i = 0; i < self->senses->len; i++)
    {
      LieuditSense *sense = get_sense (self, i);

      for (guint j = 0; j < sense->n_options; j++)
        {
          LieuditResolutionOption *option = &sense->options[j];

          weigh_nearness (self, i, option);
          weigh_votes (self, sense, option);
          weigh_parents (self, i, option);
        }
      lieudit_resolution_weigh_beside (self, sense->first_name, sense->options, sense->n_options);
    }

  for (guint i = 0; i < self->senses->len; i++)
    {
      LieuditSense *sense = get_sense (self, i);

      lieudit_resolution_options_score (sense->options, sense->n_options, self->model, temperature);
      lieudit_sense_find_likely (sense);
    }
}

/**
 * lieudit_resolution_context_new:
 * @gazetteer: the gazetteer
 * @recognition: the names found in a text; must outlive the context
 * @text: the text; must outlive the context
 * @language: its language
 * @model: what features weigh
 *
 * Weighs the candidates of all names of a text together.
 *
 * Returns: (transfer full): what it says about its places
 */
LieuditResolutionContext *
lieudit_resolution_context_new (LieuditGazetteer             *gazetteer,
                                const LieuditRecognition     *recognition,
                                const char                   *text,
                                LieuditLanguage               language,
                                const LieuditResolutionModel *model)
{
  LieuditResolutionContext *self = g_new0 (LieuditResolutionContext, 1);

  self->gazetteer = g_object_ref (gazetteer);
  self->recognition = recognition;
  self->model = model;
  self->text = text;
  self->language = language;
  self->senses = g_array_new (FALSE, FALSE, sizeof (LieuditSense));
  self->of_names = g_new (guint, recognition->names->len + 1);
  self->named = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->parts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->countries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->peoples = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->regions = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  find_senses (self);
  count_peoples (self);
  for (guint i = 0; i < self->senses->len; i++)
    {
      LieuditSense *sense = get_sense (self, i);

      lieudit_resolution_options_score (sense->options, sense->n_options, model, temperatures[0]);
      lieudit_sense_find_likely (sense);
    }
  drop_senses_that_lie_elsewhere (self);
  for (guint i = 0; i < G_N_ELEMENTS (temperatures); i++)
    run_pass (self, temperatures[i]);

  return self;
}

/**
 * lieudit_resolution_context_free:
 * @self: (nullable): a context
 *
 * Frees @self.
 */
void
lieudit_resolution_context_free (LieuditResolutionContext *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->senses->len; i++)
    g_free (get_sense (self, i)->options);
  g_array_unref (self->senses);
  g_free (self->of_names);
  g_clear_pointer (&self->heard, g_hash_table_unref);
  g_hash_table_unref (self->named);
  g_hash_table_unref (self->parts);
  g_hash_table_unref (self->countries);
  g_hash_table_unref (self->peoples);
  g_hash_table_unref (self->regions);
  g_object_unref (self->gazetteer);
  g_free (self);
}

/**
 * lieudit_resolution_context_weigh:
 * @self: a context
 * @name: index of one of its names
 * @n_options: (out): how many places the name may mean
 *
 * Weighs the candidates of one mention, by the whole text and by what stands
 * beside it.
 *
 * Returns: (transfer full) (nullable) (array length=n_options): the places,
 *   the likeliest first; %NULL without any
 */
LieuditResolutionOption *
lieudit_resolution_context_weigh (LieuditResolutionContext *self,
                                  guint                     name,
                                  guint                    *n_options)
{
  const LieuditSense *sense;
  LieuditResolutionOption *options;

  *n_options = 0;
  if (self->of_names[name] == LIEUDIT_RESOLUTION_NONE || get_sense (self, self->of_names[name])->n_options == 0)
    return NULL;

  sense = get_sense (self, self->of_names[name]);
  options = g_memdup2 (sense->options, sense->n_options * sizeof (LieuditResolutionOption));
  lieudit_resolution_weigh_beside (self, name, options, sense->n_options);
  lieudit_resolution_weigh_heard (self, name, options, sense->n_options);
  lieudit_resolution_options_score (options, sense->n_options, self->model, 1.0);
  lieudit_resolution_options_sort (options, sense->n_options);
  *n_options = sense->n_options;

  return options;
}
