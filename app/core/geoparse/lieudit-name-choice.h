/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-name-span.h"

G_BEGIN_DECLS

/* What the two numbers are called in the file of weights. */
#define LIEUDIT_NAME_THRESHOLD "threshold"
#define LIEUDIT_NAME_TRUST "trust"

/**
 * LieuditNameChoice:
 * @threshold: log odds from which a span is taken for a name
 * @trust: log odds that speak for names that people put into the gazetteer
 *   and that mean nothing else
 *
 * How names are chosen among what may be names. Both numbers are learnt.
 */
typedef struct {
  double threshold;
  double trust;
} LieuditNameChoice;

GArray  *lieudit_choose_names          (const LieuditNameChoice      *choice,
                                        const LieuditRecognitionText *text,
                                        const GArray                 *spans,
                                        double                       *scores);
gboolean lieudit_name_is_part_of_other (const LieuditRecognitionText *text,
                                        const LieuditNameSpan        *span);

G_END_DECLS
