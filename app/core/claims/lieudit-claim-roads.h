/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim-shapes.h"

G_BEGIN_DECLS

typedef struct _LieuditClaimRoads LieuditClaimRoads;

LieuditClaimRoads *lieudit_claim_roads_new       (const GPtrArray          *shapes);
void               lieudit_claim_roads_free      (LieuditClaimRoads        *self);
GArray            *lieudit_claim_roads_find_path (const LieuditClaimRoads  *self,
                                                  LieuditPlace             *from,
                                                  LieuditPlace             *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditClaimRoads, lieudit_claim_roads_free)

G_END_DECLS
