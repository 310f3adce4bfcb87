/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "claims/lieudit-claim.h"
#include "session/lieudit-session.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_CLAIM_PANE (lieudit_claim_pane_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClaimPane, lieudit_claim_pane, LIEUDIT, CLAIM_PANE, GtkWidget)

void lieudit_claim_pane_set_claims (LieuditClaimPane *self,
                                    GPtrArray        *claims,
                                    LieuditSession   *session);

G_END_DECLS
