/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quiz/lieudit-quiz-maker.h"

G_BEGIN_DECLS

/**
 * QuizTown:
 *
 * A place for a quiz; to a hundredth of a degree, which is enough to see who is north of whom.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *feature;
  const char *country;
  double latitude;
  double longitude;
  const char *spellings[4];
} QuizTown;

LieuditQuizPlace *quiz_place_new  (const QuizTown *town);
GPtrArray        *quiz_places_new (void);

G_END_DECLS
