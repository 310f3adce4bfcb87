/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-recogniser.h"

G_BEGIN_DECLS

/* The best candidate and the four behind it. */
#define LIEUDIT_RESOLUTION_ALTERNATIVES 5
#define LIEUDIT_RESOLUTION_REASONS 4

/**
 * LieuditScoredPlace:
 * @place: index of a place in the gazetteer
 * @score: its share among the candidates, from 0 to 1
 */
typedef struct {
  guint32 place;
  double  score;
} LieuditScoredPlace;

/**
 * LieuditResolution:
 * @places: the candidates, best first
 * @n_places: how many; 0 when the name could not be placed
 * @confidence: that the first is meant, from 0 to 1
 * @reasons: why it was chosen
 * @n_reasons: how many
 */
typedef struct {
  LieuditScoredPlace places[LIEUDIT_RESOLUTION_ALTERNATIVES];
  guint              n_places;
  double             confidence;
  LieuditReason      reasons[LIEUDIT_RESOLUTION_REASONS];
  guint              n_reasons;
} LieuditResolution;

GArray *lieudit_resolve (LieuditGazetteer         *gazetteer,
                         const LieuditRecognition *recognition,
                         LieuditLanguage           language);

G_END_DECLS
