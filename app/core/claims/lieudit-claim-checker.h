/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim.h"
#include "claims/lieudit-claim-roads.h"
#include "claims/lieudit-claim-shapes.h"

G_BEGIN_DECLS

void lieudit_claim_check (LieuditClaim             *claim,
                          const LieuditClaimShapes *shapes,
                          const LieuditClaimRoads  *roads);

G_END_DECLS
