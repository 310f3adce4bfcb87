/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-mention.h"
#include "relations/lieudit-relation.h"

G_BEGIN_DECLS

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

/* One statement of an article about where a place lies. */
#define LIEUDIT_TYPE_CLAIM (lieudit_claim_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClaim, lieudit_claim, LIEUDIT, CLAIM, GObject)

LieuditRelation       lieudit_claim_get_relation          (LieuditClaim *self);
LieuditRelationFlags  lieudit_claim_get_flags             (LieuditClaim *self);
LieuditVerdict        lieudit_claim_get_verdict           (LieuditClaim *self);
gsize                 lieudit_claim_get_start             (LieuditClaim *self);
gsize                 lieudit_claim_get_end               (LieuditClaim *self);
gsize                 lieudit_claim_get_start_code_point  (LieuditClaim *self);
gsize                 lieudit_claim_get_end_code_point    (LieuditClaim *self);
const char           *lieudit_claim_get_text              (LieuditClaim *self);
int                   lieudit_claim_get_subject_index     (LieuditClaim *self);
LieuditPlace         *lieudit_claim_get_subject           (LieuditClaim *self);
guint                 lieudit_claim_get_n_objects         (LieuditClaim *self);
int                   lieudit_claim_get_object_index      (LieuditClaim *self,
                                                           guint         index);
LieuditPlace         *lieudit_claim_get_object            (LieuditClaim *self,
                                                           guint         index);
double                lieudit_claim_get_stated_bearing    (LieuditClaim *self);
double                lieudit_claim_get_stated_distance   (LieuditClaim *self);
double                lieudit_claim_get_measured_bearing  (LieuditClaim *self);
double                lieudit_claim_get_measured_distance (LieuditClaim *self);
const char           *lieudit_claim_get_measure           (LieuditClaim *self);
const char           *lieudit_claim_get_explanation       (LieuditClaim *self);
const char           *lieudit_claim_get_suggestion        (LieuditClaim *self);
LieuditPlace         *lieudit_claim_get_remedy            (LieuditClaim *self,
                                                           int          *mention);
int                   lieudit_claim_compare               (LieuditClaim *a,
                                                           LieuditClaim *b);

const char *lieudit_verdict_to_nick   (LieuditVerdict verdict);
const char *lieudit_verdict_get_title (LieuditVerdict verdict);

G_END_DECLS
