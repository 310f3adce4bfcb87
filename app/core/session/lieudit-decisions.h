/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"
#include "geoparse/lieudit-analysis.h"
#include "session/lieudit-decision.h"
#include "session/lieudit-history.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_DECISIONS (lieudit_decisions_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDecisions, lieudit_decisions, LIEUDIT, DECISIONS, GObject)

LieuditDecisions *lieudit_decisions_new    (void);
guint             lieudit_decisions_get_n  (LieuditDecisions *self);
LieuditDecision  *lieudit_decisions_lookup (LieuditDecisions *self,
                                            LieuditMention   *mention);
void              lieudit_decisions_decide (LieuditDecisions *self,
                                            LieuditAnalysis  *analysis,
                                            GListModel       *mentions,
                                            LieuditDecision  *decision,
                                            LieuditHistory   *history);
void              lieudit_decisions_decide_each (LieuditDecisions *self,
                                                 LieuditAnalysis  *analysis,
                                                 GListModel       *mentions,
                                                 LieuditDecision  *decision,
                                                 LieuditHistory   *history);
void              lieudit_decisions_forget (LieuditDecisions *self,
                                            LieuditHistory   *history);
LieuditAnalysis  *lieudit_decisions_apply  (LieuditDecisions *self,
                                            LieuditGazetteer *gazetteer,
                                            LieuditAnalysis  *analysis);

G_END_DECLS
