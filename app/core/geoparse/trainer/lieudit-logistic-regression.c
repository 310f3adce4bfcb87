/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/trainer/lieudit-logistic-regression.h"

#include <math.h>

/*
 * Logistic regression by FTRL-proximal (McMahan et al., "Ad Click Prediction",
 * KDD 2013), whose L1 part leaves out features that tell little. Each corpus
 * has weights of its own beside those of all, which take in what only its
 * annotators do (Daumé, "Frustratingly Easy Domain Adaptation", ACL 2007);
 * reading uses those of all alone.
 */

#define N_BITS 22
#define ALL_CORPORA 0

#define ALPHA 0.08
#define BETA 1.0
#define L1 0.5
#define L2 1.0

/* Weights smaller than this are dropped. */
#define LEAST_WEIGHT 0.02

struct _LieuditLogisticRegression
{
  double z[1u << N_BITS];
  double n[1u << N_BITS];
};

static double
get_weight (const LieuditLogisticRegression *self,
            guint32                          slot)
{
  double z = self->z[slot];

  if (fabs (z) <= L1)
    return 0.0;
  return -(z - (z < 0.0 ? -L1 : L1)) / ((BETA + sqrt (self->n[slot])) / ALPHA + L2);
}

static void
update (LieuditLogisticRegression *self,
        guint32                    slot,
        double                     gradient)
{
  double sigma = (sqrt (self->n[slot] + gradient * gradient) - sqrt (self->n[slot])) / ALPHA;

  self->z[slot] += gradient - sigma * get_weight (self, slot);
  self->n[slot] += gradient * gradient;
}

static guint32
get_slot (guint32 feature,
          guint   corpus)
{
  return ((feature ^ corpus * 2654435761u) * 2246822519u) >> (32 - N_BITS);
}

/**
 * lieudit_logistic_regression_new:
 *
 * Returns: (transfer full): one that knows nothing
 */
LieuditLogisticRegression *
lieudit_logistic_regression_new (void)
{
  return g_new0 (LieuditLogisticRegression, 1);
}

/**
 * lieudit_logistic_regression_free:
 * @self: (transfer full): a logistic regression
 *
 * Frees @self.
 */
void
lieudit_logistic_regression_free (LieuditLogisticRegression *self)
{
  g_free (self);
}

/**
 * lieudit_logistic_regression_learn:
 * @self: a logistic regression
 * @features: (array length=n_features): hashes of features
 * @n_features: how many
 * @corpus: the number of the corpus that tells it, from 1
 * @is_place: whether what has the features is the name of a place
 *
 * Learns one example.
 */
void
lieudit_logistic_regression_learn (LieuditLogisticRegression *self,
                                   const guint32             *features,
                                   guint                      n_features,
                                   guint                      corpus,
                                   gboolean                   is_place)
{
  double score = 0.0;
  double gradient;

  for (guint i = 0; i < n_features; i++)
    score += get_weight (self, get_slot (features[i], ALL_CORPORA)) +
             get_weight (self, get_slot (features[i], corpus));

  gradient = 1.0 / (1.0 + exp (-score)) - (is_place ? 1.0 : 0.0);
  for (guint i = 0; i < n_features; i++)
    {
      update (self, get_slot (features[i], ALL_CORPORA), gradient);
      update (self, get_slot (features[i], corpus), gradient);
    }
}

/**
 * lieudit_logistic_regression_get_weight:
 * @self: a logistic regression
 * @feature: the hash of a feature
 *
 * Returns: what it weighs in all corpora, 0 when too little to keep
 */
double
lieudit_logistic_regression_get_weight (const LieuditLogisticRegression *self,
                                        guint32                          feature)
{
  double weight = get_weight (self, get_slot (feature, ALL_CORPORA));

  return fabs (weight) >= LEAST_WEIGHT ? weight : 0.0;
}

/**
 * lieudit_logistic_regression_score:
 * @self: a logistic regression
 * @features: (array length=n_features): hashes of features
 * @n_features: how many
 *
 * Returns: the log odds that what has these features is the name of a place
 */
double
lieudit_logistic_regression_score (const LieuditLogisticRegression *self,
                                   const guint32                   *features,
                                   guint                            n_features)
{
  double score = 0.0;

  for (guint i = 0; i < n_features; i++)
    score += lieudit_logistic_regression_get_weight (self, features[i]);

  return score;
}
