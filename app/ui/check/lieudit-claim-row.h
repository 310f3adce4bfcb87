/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "claims/lieudit-claim.h"
#include "session/lieudit-session.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_CLAIM_ROW (lieudit_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClaimRow, lieudit_claim_row, LIEUDIT, CLAIM_ROW, GtkListBoxRow)

GtkWidget    *lieudit_claim_row_new       (LieuditClaim    *claim,
                                           LieuditSession  *session);
LieuditClaim *lieudit_claim_row_get_claim (LieuditClaimRow *self);

G_END_DECLS
