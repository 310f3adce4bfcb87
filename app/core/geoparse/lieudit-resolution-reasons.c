/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolution-reasons.h"

#include <glib/gi18n.h>

/* What counts less than this is no reason. */
#define LEAST_WEIGHT 0.05

/* Options that a reason sets the choice apart from. */
#define RIVALS 5

/* Features that say the same to a reader. */
typedef struct
{
  const char               *text;
  LieuditResolutionFeature  features[4]; /* LIEUDIT_N_RESOLUTION_FEATURES for none */
} Ground;

/* Reasons by what a sentence says. */
static const char * const stated[LIEUDIT_N_RELATIONS] = {
  [LIEUDIT_RELATION_DIRECTION] = N_("it lies in the direction that the text says"),
  [LIEUDIT_RELATION_DISTANCE] = N_("it lies as far away as the text says"),
  [LIEUDIT_RELATION_CONTAINMENT] = N_("it lies in the area that the text says"),
  [LIEUDIT_RELATION_BETWEEN] = N_("it lies between the places that the text says"),
  [LIEUDIT_RELATION_ROAD] = N_("it lies on the way that the text says"),
  [LIEUDIT_RELATION_JUNCTION] = N_("it lies on the way that the text says"),
  [LIEUDIT_RELATION_ADJACENCY] = N_("it lies by the border that the text says"),
  [LIEUDIT_RELATION_CAPITAL] = N_("it is the capital that the text says"),
};

#define NO LIEUDIT_N_RESOLUTION_FEATURES

static const Ground grounds[] = {
  { N_("the words beside the name tell its kind"), { LIEUDIT_RESOLUTION_KIND, NO, NO, NO } },
  { N_("the area it lies in is named beside it"),
    { LIEUDIT_RESOLUTION_PARENT_BEHIND, LIEUDIT_RESOLUTION_PARENT_BEFORE, NO, NO } },
  { N_("a place that lies in it is named beside it"), { LIEUDIT_RESOLUTION_PART_BEFORE, NO, NO, NO } },
  { N_("the text names a place that lies in it"), { LIEUDIT_RESOLUTION_PART_NAMED, NO, NO, NO } },
  { N_("a place of the same rank is named beside it"), { LIEUDIT_RESOLUTION_LIST, NO, NO, NO } },
  { N_("the text names the area it lies in"),
    { LIEUDIT_RESOLUTION_PARENT_ONCE, LIEUDIT_RESOLUTION_PARENT_NAMED, NO, NO } },
  { N_("the text speaks of its country"),
    { LIEUDIT_RESOLUTION_COUNTRY_NAMED, LIEUDIT_RESOLUTION_COUNTRY_SHARE, NO, NO } },
  { N_("other places of the text lie in the same province or state"), { LIEUDIT_RESOLUTION_REGION_SHARE, NO, NO, NO } },
  { N_("it lies near the other places of the text"),
    { LIEUDIT_RESOLUTION_NEARNESS, LIEUDIT_RESOLUTION_VICINITY, LIEUDIT_RESOLUTION_DATELINE, NO } },
  { N_("it lies where the text says"), { LIEUDIT_RESOLUTION_STATED, LIEUDIT_RESOLUTION_STATED_ONCE, NO, NO } },
  { N_("it is the largest, or the best known, of that name"),
    { LIEUDIT_RESOLUTION_SIZE, LIEUDIT_RESOLUTION_CAPITAL, LIEUDIT_RESOLUTION_RANK, LIEUDIT_RESOLUTION_CURATED } },
  { N_("it is a country, a region or a landscape"),
    { LIEUDIT_RESOLUTION_COUNTRY, LIEUDIT_RESOLUTION_REGION, LIEUDIT_RESOLUTION_DISTRICT, LIEUDIT_RESOLUTION_NATURE } },
  { N_("its name in the language of the text"),
    { LIEUDIT_RESOLUTION_PREFERRED, LIEUDIT_RESOLUTION_MAIN, LIEUDIT_RESOLUTION_FOREIGN, NO } },
};

/* What a ground counts for the choice, and against what it counts for the rivals, each as likely as it is. */
static double
weigh (const LieuditResolutionModel  *model,
       const Ground                  *ground,
       const LieuditResolutionOption *options,
       guint                          n_options)
{
  double total = 0.0;
  double of_rivals = 0.0;
  double shares = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (ground->features) && ground->features[i] < NO; i++)
    total += model->weights[ground->features[i]] * options[0].features[ground->features[i]];

  for (guint j = 1; j < MIN (n_options, RIVALS + 1); j++)
    {
      shares += options[j].share;
      for (guint i = 0; i < G_N_ELEMENTS (ground->features) && ground->features[i] < NO; i++)
        of_rivals += options[j].share * model->weights[ground->features[i]] *
                     options[j].features[ground->features[i]];
    }

  return shares > 0.0 ? total - of_rivals / shares : total;
}

static const char *
get_text (const Ground    *ground,
          LieuditRelation  relation)
{
  if (ground->features[0] == LIEUDIT_RESOLUTION_STATED && relation < LIEUDIT_N_RELATIONS && stated[relation] != NULL)
    return stated[relation];
  return ground->text;
}

static void
add_reason (LieuditResolution *resolution,
            const char        *text,
            double             weight)
{
  guint position = resolution->n_reasons;

  if (weight < LEAST_WEIGHT)
    return;

  while (position > 0 && resolution->reasons[position - 1].weight < weight)
    {
      if (position < LIEUDIT_RESOLUTION_REASONS)
        resolution->reasons[position] = resolution->reasons[position - 1];
      position--;
    }
  if (position < LIEUDIT_RESOLUTION_REASONS)
    {
      resolution->reasons[position] = (LieuditReason) { text, weight };
      resolution->n_reasons = MIN (resolution->n_reasons + 1, LIEUDIT_RESOLUTION_REASONS);
    }
}

/**
 * lieudit_resolution_explain:
 * @model: what features weigh
 * @options: (array length=n_options): the places a name may mean, the likeliest first
 * @n_options: how many, at least one
 * @relation: what the sentence says of where it lies, %LIEUDIT_N_RELATIONS for nothing
 * @resolution: where the reasons go
 *
 * Says why the first of @options was chosen: what it has and the others, each
 * counted as far as it is likely, have not. Weights are shares of all that
 * speaks for it.
 */
void
lieudit_resolution_explain (const LieuditResolutionModel  *model,
                            const LieuditResolutionOption *options,
                            guint                          n_options,
                            LieuditRelation                relation,
                            LieuditResolution             *resolution)
{
  double weights[G_N_ELEMENTS (grounds)];
  double total = 0.0;

  g_return_if_fail (n_options > 0);

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      /* Where there is no choice, what the place is says nothing. */
      weights[i] = n_options > 1 || grounds[i].features[0] >= LIEUDIT_RESOLUTION_FIRST_OF_TEXT
                     ? MAX (weigh (model, &grounds[i], options, n_options), 0.0)
                     : 0.0;
      total += weights[i];
    }
  if (n_options == 1)
    add_reason (resolution, N_("the only place of that name in the gazetteer"), 1.0);
  for (guint i = 0; i < G_N_ELEMENTS (grounds) && total > 0.0; i++)
    add_reason (resolution, get_text (&grounds[i], relation), weights[i] / total);
}
