/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"
#include "session/lieudit-decisions.h"

G_BEGIN_DECLS

LieuditAnalysis *lieudit_decisions_apply (LieuditDecisions *self,
                                          LieuditGazetteer *gazetteer,
                                          LieuditAnalysis  *analysis);

G_END_DECLS
