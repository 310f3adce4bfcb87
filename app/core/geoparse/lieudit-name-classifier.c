/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-name-classifier.h"

#include <gio/gio.h>
#include <string.h>

#include "geoparse/lieudit-recognition-features.h"
#include "lieudit-data-directory.h"

/*
 * A logistic regression over named features. The weights are a text file, one
 * "feature, tab, weight" a line, so that what the program has learnt can be
 * read; in memory, they are found by the feature's hash.
 */
struct _LieuditNameClassifier
{
  guint32 *hashes; /* open addressing; 0 is free */
  float   *weights;
  guint32  mask;
};

static void
insert (LieuditNameClassifier *self,
        guint32                hash,
        float                  weight)
{
  guint32 slot = hash & self->mask;

  while (self->hashes[slot] != 0 && self->hashes[slot] != hash)
    slot = (slot + 1) & self->mask;

  self->hashes[slot] = hash;
  self->weights[slot] = weight;
}

static guint
count_lines (const char *contents)
{
  guint n_lines = 0;

  for (; (contents = strchr (contents, '\n')) != NULL; contents++)
    n_lines++;

  return n_lines;
}

static LieuditNameClassifier *
load (const char  *path,
      GError     **error)
{
  g_autofree char *contents = NULL;
  LieuditNameClassifier *self;
  char *line;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;

  self = g_new0 (LieuditNameClassifier, 1);
  self->mask = 1024;
  while (self->mask < 2 * count_lines (contents))
    self->mask *= 2;
  self->hashes = g_new0 (guint32, self->mask);
  self->weights = g_new0 (float, self->mask);
  self->mask--;

  for (char *rest = contents; (line = strsep (&rest, "\n")) != NULL;)
    {
      char *tab = strrchr (line, '\t');

      if (tab != NULL && *line != '#')
        insert (self, lieudit_hash_feature (line, (gsize) (tab - line)), (float) g_ascii_strtod (tab + 1, NULL));
    }

  return self;
}

/**
 * lieudit_name_classifier_get_installed:
 * @error: return location for an error
 *
 * Reads the weights that are installed with Lieudit, once.
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
      g_autofree char *path = lieudit_build_data_path ("names.model");

      installed = load (path, error);
      g_prefix_error (error, "The weights to tell names cannot be read, install Lieudit again: ");
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
  double score = 0.0;

  for (guint i = 0; i < n_features; i++)
    {
      guint32 slot = features[i] & self->mask;

      while (self->hashes[slot] != 0 && self->hashes[slot] != features[i])
        slot = (slot + 1) & self->mask;
      if (self->hashes[slot] != 0)
        score += self->weights[slot];
    }

  return score;
}
