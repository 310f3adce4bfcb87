/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim.h"
#include "claims/lieudit-claim-roads.h"
#include "claims/lieudit-claim-shapes.h"

G_BEGIN_DECLS

/*
 * LieuditClaimMeasure:
 * @verdict: what the measure says
 * @bearing: degrees, or NaN
 * @distance: kilometres, or NaN
 * @measure: (nullable): the measure in words
 * @reason: (nullable): why it cannot be checked
 *
 * The outcome of one test.
 */
typedef struct {
  LieuditVerdict  verdict;
  double          bearing;
  double          distance;
  char           *measure;
  const char     *reason;
} LieuditClaimMeasure;

/*
 * LieuditClaimQuestion:
 * @relation: what is asked
 * @flags: how it is meant
 * @bearing: the direction stated, or NaN
 * @distance: the distance stated, or NaN
 * @subject: the place
 * @objects: the places it is related to
 * @n_objects: how many
 *
 * A claim with every place decided, so that other places can be tried.
 */
typedef struct {
  LieuditRelation    relation;
  LieuditRelationFlags  flags;
  double             bearing;
  double             distance;
  LieuditPlace      *subject;
  LieuditPlace      *objects[LIEUDIT_RELATION_MAX_OBJECTS];
  guint              n_objects;
} LieuditClaimQuestion;

void lieudit_claim_measure       (const LieuditClaimQuestion *question,
                                  const LieuditClaimShapes   *shapes,
                                  const LieuditClaimRoads    *roads,
                                  LieuditClaimMeasure        *measure);
void lieudit_claim_measure_clear (LieuditClaimMeasure        *measure);

G_END_DECLS
