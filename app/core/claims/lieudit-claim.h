/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-mention.h"

G_BEGIN_DECLS

/**
 * LieuditRelation:
 * @LIEUDIT_RELATION_DIRECTION: south of, in the north-west of
 * @LIEUDIT_RELATION_DISTANCE: 20 km from, perhaps with a direction
 * @LIEUDIT_RELATION_CONTAINMENT: in the province of
 * @LIEUDIT_RELATION_BETWEEN: between two places
 * @LIEUDIT_RELATION_ROAD: on the road from one place to another
 * @LIEUDIT_RELATION_JUNCTION: where roads to several places meet
 * @LIEUDIT_RELATION_ADJACENCY: borders on, near the border of
 * @LIEUDIT_RELATION_COAST: by the sea
 * @LIEUDIT_RELATION_RIVER: on a river
 * @LIEUDIT_RELATION_CAPITAL: the capital or the seat of
 * @LIEUDIT_RELATION_RECORDED: what geometry cannot tell: an hour away, the second city of
 *
 * What a claim says of its subject.
 */
typedef enum {
  LIEUDIT_RELATION_DIRECTION,
  LIEUDIT_RELATION_DISTANCE,
  LIEUDIT_RELATION_CONTAINMENT,
  LIEUDIT_RELATION_BETWEEN,
  LIEUDIT_RELATION_ROAD,
  LIEUDIT_RELATION_JUNCTION,
  LIEUDIT_RELATION_ADJACENCY,
  LIEUDIT_RELATION_COAST,
  LIEUDIT_RELATION_RIVER,
  LIEUDIT_RELATION_CAPITAL,
  LIEUDIT_RELATION_RECORDED,
  LIEUDIT_N_RELATIONS
} LieuditRelation;

/**
 * LieuditClaimFlags:
 * @LIEUDIT_CLAIM_INSIDE: the direction is one within the object: in the north of
 * @LIEUDIT_CLAIM_EITHER: the direction may be one within the object or one from it
 * @LIEUDIT_CLAIM_AT_MOST: the distance is an upper bound
 * @LIEUDIT_CLAIM_AT_LEAST: the distance is a lower bound
 * @LIEUDIT_CLAIM_NEAR: near the border, rather than on it
 * @LIEUDIT_CLAIM_NEGATED: the sentence denies it
 * @LIEUDIT_CLAIM_ATTRIBUTED: the sentence says who says so
 *
 * How a claim is meant.
 */
typedef enum {
  LIEUDIT_CLAIM_INSIDE     = 1 << 0,
  LIEUDIT_CLAIM_EITHER     = 1 << 1,
  LIEUDIT_CLAIM_AT_MOST    = 1 << 2,
  LIEUDIT_CLAIM_AT_LEAST   = 1 << 3,
  LIEUDIT_CLAIM_NEAR       = 1 << 4,
  LIEUDIT_CLAIM_NEGATED    = 1 << 5,
  LIEUDIT_CLAIM_ATTRIBUTED = 1 << 6,
} LieuditClaimFlags;

/**
 * LieuditVerdict:
 * @LIEUDIT_VERDICT_DIFFERS: the map says otherwise
 * @LIEUDIT_VERDICT_LOOSELY: so it is, taken loosely
 * @LIEUDIT_VERDICT_CANNOT_CHECK: nothing on board can tell
 * @LIEUDIT_VERDICT_AGREES: the map says so too
 *
 * What geometry says about a claim, worst first.
 */
typedef enum {
  LIEUDIT_VERDICT_DIFFERS,
  LIEUDIT_VERDICT_LOOSELY,
  LIEUDIT_VERDICT_CANNOT_CHECK,
  LIEUDIT_VERDICT_AGREES,
  LIEUDIT_N_VERDICTS
} LieuditVerdict;

#define LIEUDIT_CLAIM_MAX_OBJECTS 4

/* One statement of an article about where a place lies. */
#define LIEUDIT_TYPE_CLAIM (lieudit_claim_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClaim, lieudit_claim, LIEUDIT, CLAIM, GObject)

LieuditRelation    lieudit_claim_get_relation         (LieuditClaim      *self);
LieuditClaimFlags  lieudit_claim_get_flags            (LieuditClaim      *self);
LieuditVerdict     lieudit_claim_get_verdict          (LieuditClaim      *self);
gsize              lieudit_claim_get_start            (LieuditClaim      *self);
gsize              lieudit_claim_get_end              (LieuditClaim      *self);
gsize              lieudit_claim_get_start_code_point (LieuditClaim      *self);
gsize              lieudit_claim_get_end_code_point   (LieuditClaim      *self);
const char        *lieudit_claim_get_text             (LieuditClaim      *self);
int                lieudit_claim_get_subject_index    (LieuditClaim      *self);
LieuditPlace      *lieudit_claim_get_subject          (LieuditClaim      *self);
guint              lieudit_claim_get_n_objects        (LieuditClaim      *self);
int                lieudit_claim_get_object_index     (LieuditClaim      *self,
                                                       guint              index);
LieuditPlace      *lieudit_claim_get_object           (LieuditClaim      *self,
                                                       guint              index);
double             lieudit_claim_get_stated_bearing   (LieuditClaim      *self);
double             lieudit_claim_get_stated_distance  (LieuditClaim      *self);
double             lieudit_claim_get_measured_bearing (LieuditClaim      *self);
double             lieudit_claim_get_measured_distance (LieuditClaim     *self);
const char        *lieudit_claim_get_measure          (LieuditClaim      *self);
const char        *lieudit_claim_get_explanation      (LieuditClaim      *self);
const char        *lieudit_claim_get_suggestion       (LieuditClaim      *self);
int                lieudit_claim_compare              (LieuditClaim      *a,
                                                       LieuditClaim      *b);

const char        *lieudit_relation_to_nick           (LieuditRelation    relation);
const char        *lieudit_relation_get_title         (LieuditRelation    relation);
gboolean           lieudit_relation_from_nick         (const char        *nick,
                                                       LieuditRelation   *relation);
const char        *lieudit_verdict_to_nick            (LieuditVerdict     verdict);
const char        *lieudit_verdict_get_title          (LieuditVerdict     verdict);

G_END_DECLS
