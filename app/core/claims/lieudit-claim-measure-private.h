/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim-measure.h"

G_BEGIN_DECLS

/*
 * LieuditClaimTest:
 * @question: what is asked
 * @shapes: areas and lines
 * @roads: the network of main roads
 * @result: where the outcome goes
 *
 * One test, which the functions for the relations share.
 */
typedef struct {
  const LieuditClaimQuestion *question;
  const LieuditClaimShapes   *shapes;
  const LieuditClaimRoads    *roads;
  LieuditClaimMeasure        *result;
} LieuditClaimTest;

LieuditVerdict  lieudit_claim_judge             (double            value,
                                                 double            agrees,
                                                 double            loosely);
void            lieudit_claim_cannot_check      (LieuditClaimTest *self,
                                                 const char       *reason);
double          lieudit_claim_measure_distance  (LieuditPlace     *a,
                                                 LieuditPlace     *b);
gboolean        lieudit_claim_is_area           (LieuditPlace     *place);
double          lieudit_claim_get_reach         (LieuditPlace     *place);
gboolean        lieudit_claim_hierarchy_has     (LieuditPlace     *place,
                                                 LieuditPlace     *area);
LieuditPlace   *lieudit_claim_dup_first_level   (LieuditPlace     *place);
gboolean        lieudit_claim_find_inhabited_middle
                                                (LieuditPlace     *country,
                                                 double           *latitude,
                                                 double           *longitude);

void            lieudit_claim_check_between     (LieuditClaimTest *self);
void            lieudit_claim_check_road        (LieuditClaimTest *self);
void            lieudit_claim_check_junction    (LieuditClaimTest *self);
void            lieudit_claim_check_adjacency   (LieuditClaimTest *self);
void            lieudit_claim_check_coast       (LieuditClaimTest *self);
void            lieudit_claim_check_river       (LieuditClaimTest *self);
void            lieudit_claim_check_capital     (LieuditClaimTest *self);

G_END_DECLS
