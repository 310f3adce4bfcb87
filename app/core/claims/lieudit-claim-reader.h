/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim-rule-index.h"
#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

GPtrArray *lieudit_claims_read (LieuditAnalysis             *analysis,
                                LieuditGazetteer            *gazetteer,
                                const LieuditClaimGrammar   *grammar,
                                const LieuditClaimRuleIndex *index);

G_END_DECLS
