/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim.h"
#include "export/lieudit-json-writer.h"
#include "geoparse/lieudit-analysis.h"
#include "session/lieudit-claim-reviews.h"

G_BEGIN_DECLS

/**
 * LieuditClaimReviewFunc:
 * @claim: a claim
 * @reason: (out) (nullable): why it was dismissed
 * @data: of the report
 *
 * Returns: what an editor has decided about a claim
 */
typedef LieuditReviewState (*LieuditClaimReviewFunc) (LieuditClaim  *claim,
                                                      const char   **reason,
                                                      gpointer       data);

/**
 * LieuditClaimsReport:
 * @claims: (element-type LieuditClaim): the claims of an article
 * @review: (nullable): tells what an editor has decided
 * @review_data: for @review
 *
 * What a report is made of.
 */
typedef struct {
  GPtrArray              *claims;
  LieuditClaimReviewFunc  review;
  gpointer                review_data;
} LieuditClaimsReport;

void  lieudit_claims_write_json  (const LieuditClaimsReport *self,
                                  LieuditJsonWriter         *writer);
char *lieudit_claims_report_text (GPtrArray                 *claims,
                                  const char                *id);
char *lieudit_claims_report_csv  (const LieuditClaimsReport *self,
                                  const char                *id,
                                  gboolean                   with_header);
char *lieudit_claims_report_html (const LieuditClaimsReport *self,
                                  LieuditAnalysis           *analysis,
                                  const char                *id);

G_END_DECLS
