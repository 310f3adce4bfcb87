/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-name-classifier.h"

#include <glib/gi18n.h>
#include <string.h>

#include "geoparse/lieudit-weight-table.h"
#include "lieudit-data-directory.h"

#define THOUSAND 1000.0

/* A logistic regression over named features, and how names are chosen by it. */
struct _LieuditNameClassifier
{
  LieuditWeightTable *weights;
  LieuditNameChoice   choice;
};

static double
get_number (const LieuditNameClassifier *self,
            const char                  *name)
{
  gint32 number = 0;

  lieudit_weight_table_lookup (self->weights, lieudit_hash_bytes (name, strlen (name)), &number);
  return number / THOUSAND;
}

/**
 * lieudit_name_classifier_get_installed:
 * @error: return location for an error
 *
 * Opens the weights that are installed with Lieudit, once.
 *
 * Returns: (transfer none): the classifier, or %NULL with an error when there
 *   are none
 */
LieuditNameClassifier *
lieudit_name_classifier_get_installed (GError **error)
{
  static GMutex mutex;
  static LieuditNameClassifier *installed;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (installed == NULL)
    {
      g_autofree char *path = lieudit_build_data_path ("names.weights");
      g_autoptr(GError) local_error = NULL;
      LieuditWeightTable *weights = lieudit_weight_table_open (path, &local_error);

      if (weights == NULL)
        {
          g_set_error (error, local_error->domain, local_error->code,
                       _("What tells names of places cannot be read: %s. Install Lieudit again."), local_error->message);
          return NULL;
        }

      installed = g_new0 (LieuditNameClassifier, 1);
      installed->weights = weights;
      installed->choice = (LieuditNameChoice) {
        get_number (installed, LIEUDIT_NAME_THRESHOLD), get_number (installed, LIEUDIT_NAME_TRUST),
      };
    }

  return installed;
}

/**
 * lieudit_name_classifier_score:
 * @self: a classifier
 * @features: (array length=n_features): hashes of features
 * @n_features: how many
 *
 * Returns: the log odds that what has these features is the name of a place
 */
double
lieudit_name_classifier_score (const LieuditNameClassifier *self,
                               const guint32               *features,
                               guint                        n_features)
{
  gint64 score = 0;

  for (guint i = 0; i < n_features; i++)
    {
      gint32 weight = 0;

      lieudit_weight_table_lookup (self->weights, features[i], &weight);
      score += weight;
    }

  return (double) score / THOUSAND;
}

/**
 * lieudit_name_classifier_get_choice:
 * @self: a classifier
 *
 * Returns: how names are chosen by the scores
 */
const LieuditNameChoice *
lieudit_name_classifier_get_choice (const LieuditNameClassifier *self)
{
  return &self->choice;
}
