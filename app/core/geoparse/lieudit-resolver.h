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

/**
 * LieuditReading:
 * @text: the text
 * @folded: the folded text
 * @tokens: (element-type LieuditToken): its tokens
 * @language: its language
 *
 * A text that is being read.
 */
typedef struct {
  const char              *text;
  const LieuditFoldedText *folded;
  const GArray            *tokens;
  LieuditLanguage          language;
} LieuditReading;

GArray *lieudit_resolve (LieuditGazetteer          *gazetteer,
                         const LieuditReading      *reading,
                         const LieuditRecognition  *recognition,
                         GArray                   **relations);

G_END_DECLS
