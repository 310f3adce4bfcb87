/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim-matcher.h"

G_BEGIN_DECLS

typedef struct _LieuditClaimRuleIndex LieuditClaimRuleIndex;

LieuditClaimRuleIndex *lieudit_claim_rule_index_new    (const LieuditClaimGrammar   *grammar);
void                   lieudit_claim_rule_index_free   (LieuditClaimRuleIndex       *self);
const GPtrArray       *lieudit_claim_rule_index_lookup (const LieuditClaimRuleIndex *self,
                                                        const LieuditClaimItem      *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditClaimRuleIndex, lieudit_claim_rule_index_free)

G_END_DECLS
