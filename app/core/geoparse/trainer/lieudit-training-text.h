/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "geoparse/lieudit-recognition-features.h"

G_BEGIN_DECLS

/**
 * LieuditTrainingSpan:
 * @features: the first of its features among those of its text
 * @n_features: how many
 * @is_place: whether it stands for a place of the gold
 */
typedef struct {
  guint    features;
  guint    n_features;
  gboolean is_place;
} LieuditTrainingSpan;

/**
 * LieuditTrainingText:
 * @corpus: the number of its corpus, from 1
 * @index: its number in the corpus
 * @reading: the text as the recogniser reads it
 * @spans: (element-type LieuditNameSpan): all that may be names in it
 * @examples: (element-type LieuditTrainingSpan): what is learnt from each
 * @features: (element-type guint32): hashes of features
 * @gold: (element-type LieuditGoldSpan): where its places are
 *
 * A text whose places are known.
 */
typedef struct {
  guint                   corpus;
  guint                   index;
  LieuditRecognitionText  reading;
  GArray                 *spans;
  GArray                 *examples;
  GArray                 *features;
  GArray                 *gold;

  char                   *source;
  LieuditFoldedText      *folded;
  GArray                 *tokens;
} LieuditTrainingText;

/**
 * LieuditGoldSpan:
 * @start: first byte in the text
 * @end: byte after the last
 *
 * A place that people found.
 */
typedef struct {
  gsize start;
  gsize end;
} LieuditGoldSpan;

void     lieudit_training_text_free         (LieuditTrainingText  *self);
gboolean lieudit_read_training_corpus       (LieuditGazetteer     *gazetteer,
                                             const char           *path,
                                             guint                 corpus,
                                             GPtrArray            *texts,
                                             GHashTable           *names,
                                             GError              **error);
guint    lieudit_training_text_count_shared (const LieuditTrainingText *self,
                                             const GArray              *chosen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditTrainingText, lieudit_training_text_free)

G_END_DECLS
