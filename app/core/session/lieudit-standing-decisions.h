/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "session/lieudit-history.h"
#include "session/lieudit-standing-decision.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_STANDING_DECISIONS (lieudit_standing_decisions_get_type ())
G_DECLARE_FINAL_TYPE (LieuditStandingDecisions, lieudit_standing_decisions, LIEUDIT, STANDING_DECISIONS, GObject)

LieuditStandingDecisions *lieudit_standing_decisions_new    (const char                *path);
gboolean                  lieudit_standing_decisions_load   (LieuditStandingDecisions  *self,
                                                             GError                   **error);
LieuditDecision          *lieudit_standing_decisions_lookup (LieuditStandingDecisions  *self,
                                                             const char                *name);
gboolean                  lieudit_standing_decisions_decide (LieuditStandingDecisions  *self,
                                                             const char                *name,
                                                             LieuditDecision           *decision,
                                                             LieuditHistory            *history,
                                                             GError                   **error);

G_END_DECLS
