/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claims-report.h"
#include "session/lieudit-history.h"

G_BEGIN_DECLS

/* A claim and what an editor thinks of it. */
#define LIEUDIT_TYPE_CLAIM_REVIEW (lieudit_claim_review_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClaimReview, lieudit_claim_review, LIEUDIT, CLAIM_REVIEW, GObject)

LieuditClaimReview *lieudit_claim_review_new        (LieuditClaim       *claim,
                                                     LieuditHistory     *history);
LieuditClaim       *lieudit_claim_review_get_claim  (LieuditClaimReview *self);
LieuditReviewState  lieudit_claim_review_get_state  (LieuditClaimReview *self);
const char         *lieudit_claim_review_get_reason (LieuditClaimReview *self);
void                lieudit_claim_review_decide     (LieuditClaimReview *self,
                                                     LieuditReviewState  state,
                                                     const char         *reason);

G_END_DECLS
