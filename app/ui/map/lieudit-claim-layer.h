/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "claims/lieudit-claim-drawing.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_CLAIM_LAYER (lieudit_claim_layer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClaimLayer, lieudit_claim_layer, LIEUDIT, CLAIM_LAYER, ShumateLayer)

LieuditClaimLayer *lieudit_claim_layer_new  (ShumateViewport     *viewport);
void               lieudit_claim_layer_take (LieuditClaimLayer   *self,
                                             LieuditClaimDrawing *drawing,
                                             const char          *measure,
                                             LieuditVerdict       verdict);

G_END_DECLS
