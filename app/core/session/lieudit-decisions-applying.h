/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"
#include "session/lieudit-decisions.h"
#include "session/lieudit-standing-decisions.h"

G_BEGIN_DECLS

LieuditAnalysis *lieudit_decisions_apply (LieuditDecisions         *self,
                                          LieuditStandingDecisions *standing,
                                          LieuditGazetteer         *gazetteer,
                                          LieuditAnalysis          *analysis);

guint            lieudit_decisions_count_unknown (LieuditDecisions *self,
                                                  LieuditGazetteer *gazetteer);

G_END_DECLS
