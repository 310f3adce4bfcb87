/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim.h"

G_BEGIN_DECLS

#define LIEUDIT_CLAIM_NO_MENTION (-1)

/*
 * LieuditClaimParty:
 * @mention: index among the analysis's mentions, or LIEUDIT_CLAIM_NO_MENTION for one that an adjective names
 * @place: (nullable): what it was resolved to
 * @confidence: how sure that is, from 0 to 1
 * @alternatives: (element-type LieuditPlace) (nullable): other places of the name
 *
 * The subject or an object of a claim.
 */
typedef struct {
  int           mention;
  LieuditPlace *place;
  double        confidence;
  GPtrArray    *alternatives;
} LieuditClaimParty;

/* The reader fills in what is stated, the checker what is measured; then the claim is immutable. */
struct _LieuditClaim
{
  GObject parent_instance;

  LieuditRelation relation;
  LieuditRelationFlags flags;
  gsize start;
  gsize end;
  gsize start_code_point;
  gsize end_code_point;
  char *text;
  gboolean has_subject;
  LieuditClaimParty subject;
  LieuditClaimParty objects[LIEUDIT_RELATION_MAX_OBJECTS];
  guint n_objects;
  double stated_bearing;  /* degrees, NaN without */
  double stated_distance; /* kilometres, NaN without */

  LieuditVerdict verdict;
  double measured_bearing;
  double measured_distance;
  char *measure;
  char *explanation;
  char *suggestion;
  LieuditPlace *remedy;
  int remedy_mention;
};

LieuditClaim *lieudit_claim_new         (LieuditRelation    relation,
                                         LieuditRelationFlags  flags);
void          lieudit_claim_set_verdict (LieuditClaim      *self,
                                         LieuditVerdict     verdict,
                                         char              *explanation);

G_END_DECLS
