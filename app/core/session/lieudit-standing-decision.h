/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-decision.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_STANDING_DECISION (lieudit_standing_decision_get_type ())
G_DECLARE_FINAL_TYPE (LieuditStandingDecision, lieudit_standing_decision, LIEUDIT, STANDING_DECISION, GObject)

LieuditStandingDecision *lieudit_standing_decision_new          (const char              *name,
                                                                 LieuditDecision         *decision);
const char              *lieudit_standing_decision_get_name     (LieuditStandingDecision *self);
LieuditDecision         *lieudit_standing_decision_get_decision (LieuditStandingDecision *self);

G_END_DECLS
