/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "relations/lieudit-relation.h"
#include "session/lieudit-anchors.h"
#include "session/lieudit-history.h"

G_BEGIN_DECLS

/**
 * LieuditReviewState:
 * @LIEUDIT_REVIEW_OPEN: nobody has decided yet
 * @LIEUDIT_REVIEW_ACCEPTED: the verdict is right, the article has to change or may stay
 * @LIEUDIT_REVIEW_DISMISSED: the verdict does not matter, for a reason
 *
 * What an editor thinks of a verdict.
 */
typedef enum {
  LIEUDIT_REVIEW_OPEN,
  LIEUDIT_REVIEW_ACCEPTED,
  LIEUDIT_REVIEW_DISMISSED,
} LieuditReviewState;

/**
 * LieuditClaimReview:
 * @anchor: the words that claim something
 * @relation: what they claim
 * @state: what an editor thinks of the verdict
 * @reason: (nullable): why
 *
 * What an editor said of a verdict.
 */
typedef struct {
  LieuditAnchor      *anchor;
  LieuditRelation     relation;
  LieuditReviewState  state;
  char               *reason;
} LieuditClaimReview;

#define LIEUDIT_TYPE_CLAIM_REVIEWS (lieudit_claim_reviews_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClaimReviews, lieudit_claim_reviews, LIEUDIT, CLAIM_REVIEWS, GObject)

LieuditClaimReviews *lieudit_claim_reviews_new     (LieuditAnchors      *anchors);
LieuditReviewState   lieudit_claim_reviews_get     (LieuditClaimReviews *self,
                                                    gsize                start,
                                                    gsize                end,
                                                    LieuditRelation      relation,
                                                    const char         **reason);
void                 lieudit_claim_reviews_set     (LieuditClaimReviews *self,
                                                    gsize                start,
                                                    gsize                end,
                                                    LieuditRelation      relation,
                                                    LieuditReviewState   state,
                                                    const char          *reason,
                                                    LieuditHistory      *history);
void                 lieudit_claim_reviews_restore (LieuditClaimReviews *self,
                                                    LieuditAnchor       *anchor,
                                                    LieuditRelation      relation,
                                                    LieuditReviewState   state,
                                                    const char          *reason);
GPtrArray           *lieudit_claim_reviews_get_all (LieuditClaimReviews *self);

const char *lieudit_review_state_to_nick   (LieuditReviewState  state);
gboolean    lieudit_review_state_from_nick (const char         *nick,
                                            LieuditReviewState *state);

G_END_DECLS
