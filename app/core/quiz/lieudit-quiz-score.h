/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-base-map.h"
#include "quiz/lieudit-quiz.h"

G_BEGIN_DECLS

/* What a question brings at most. */
#define LIEUDIT_QUIZ_MOST_POINTS 100

/**
 * LieuditQuizSpot:
 * @is_right: whether it is where the place is
 * @distance: how far from the spot to the place's point, in metres
 * @azimuth: in which direction from the spot, in degrees clockwise from north
 *
 * Where a spot on the map is, seen from what was asked for.
 */
typedef struct {
  gboolean is_right;
  double distance;
  double azimuth;
} LieuditQuizSpot;

LieuditQuizSpot           lieudit_quiz_try_spot       (LieuditQuiz              *quiz,
                                                       LieuditQuizPlace         *place,
                                                       LieuditBaseMap           *base_map,
                                                       double                    latitude,
                                                       double                    longitude);
const LieuditBaseMapArea *lieudit_quiz_find_area      (LieuditQuizPlace         *place,
                                                       LieuditBaseMap           *base_map);
guint                     lieudit_quiz_score_try      (guint                     n_tries);
guint                     lieudit_quiz_score_distance (double                    distance,
                                                       double                    size);
guint                     lieudit_quiz_score_order    (const guint              *given,
                                                       const guint              *right,
                                                       guint                     n);

G_END_DECLS
