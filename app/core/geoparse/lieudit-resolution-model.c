/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolution-model.h"

#include <math.h>

/* Made from data/model/resolution.tsv by data/model/embed.py. */
#include "geoparse/lieudit-resolution-weights.h"

/* A share is never quite nothing, nor everything. */
#define LEAST_SHARE 0.002

static const char * const nicks[LIEUDIT_N_RESOLUTION_FEATURES] = {
  "size", "country", "capital", "region", "district", "nature", "site", "quarter", "rank", "preferred", "curated",
  "main", "foreign", "kind", "parent-behind", "parent-before", "part-before", "list", "parent-once", "parent-named",
  "part-named", "country-named", "country-share", "region-share", "nearness", "vicinity", "dateline", "stated",
  "stated-once",
};

/**
 * lieudit_resolution_model_get_default:
 *
 * Returns: (transfer none): the model that Lieudit was built with
 */
const LieuditResolutionModel *
lieudit_resolution_model_get_default (void)
{
  static const LieuditResolutionModel model = LIEUDIT_RESOLUTION_WEIGHTS;

  return &model;
}

/**
 * lieudit_resolution_feature_to_nick:
 * @feature: a feature
 *
 * Returns: its name in data/model/resolution.tsv
 */
const char *
lieudit_resolution_feature_to_nick (LieuditResolutionFeature feature)
{
  g_return_val_if_fail (feature < LIEUDIT_N_RESOLUTION_FEATURES, NULL);

  return nicks[feature];
}

/**
 * lieudit_resolution_model_score:
 * @self: a model
 * @features: (array fixed-size=26): what speaks for a candidate
 *
 * Returns: how much speaks for it, the logarithm of a share that needs to be
 *   normalised over all the candidates of a name
 */
double
lieudit_resolution_model_score (const LieuditResolutionModel *self,
                                const double                 *features)
{
  double score = 0.0;

  for (guint i = 0; i < LIEUDIT_N_RESOLUTION_FEATURES; i++)
    score += self->weights[i] * features[i];

  return score;
}

/**
 * lieudit_resolution_model_describe:
 * @features: (array fixed-size=26): what speaks for the best candidate
 * @share: its share among all, from 0 to 1
 * @doubts: what makes the name doubtful
 * @inputs: (out) (array fixed-size=6): what its confidence is made of
 *
 * Sums up a choice for lieudit_resolution_model_calibrate().
 */
void
lieudit_resolution_model_describe (const double            *features,
                                   double                   share,
                                   LieuditResolutionDoubts  doubts,
                                   double                  *inputs)
{
  double clamped = CLAMP (share, LEAST_SHARE, 1.0 - LEAST_SHARE);

  inputs[0] = 1.0;
  inputs[1] = log (clamped / (1.0 - clamped));
  inputs[2] = MAX (features[LIEUDIT_RESOLUTION_PARENT_BEHIND],
                   MAX (MAX (features[LIEUDIT_RESOLUTION_PARENT_NAMED], features[LIEUDIT_RESOLUTION_STATED]),
                        features[LIEUDIT_RESOLUTION_NEARNESS]));
  inputs[3] = MAX (features[LIEUDIT_RESOLUTION_SIZE],
                   MAX (features[LIEUDIT_RESOLUTION_COUNTRY], features[LIEUDIT_RESOLUTION_REGION]));
  inputs[4] = doubts & LIEUDIT_RESOLUTION_ORDINARY ? 1.0 : 0.0;
  inputs[5] = doubts & LIEUDIT_RESOLUTION_EMBEDDED ? 1.0 : 0.0;
}

/**
 * lieudit_resolution_model_calibrate:
 * @self: a model
 * @features: (array fixed-size=26): what speaks for the best candidate
 * @share: its share among all, from 0 to 1
 * @doubts: what makes the name doubtful
 *
 * Tells how often such a choice is right: a logistic function fitted to
 * choices of texts whose places are known (Platt's scaling).
 *
 * Returns: a probability
 */
double
lieudit_resolution_model_calibrate (const LieuditResolutionModel *self,
                                    const double                 *features,
                                    double                        share,
                                    LieuditResolutionDoubts       doubts)
{
  double inputs[LIEUDIT_RESOLUTION_CALIBRATION];
  double sum = 0.0;

  lieudit_resolution_model_describe (features, share, doubts, inputs);
  for (guint i = 0; i < LIEUDIT_RESOLUTION_CALIBRATION; i++)
    sum += self->calibration[i] * inputs[i];

  return 1.0 / (1.0 + exp (-sum));
}
