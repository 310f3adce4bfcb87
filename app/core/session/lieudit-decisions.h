/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"
#include "session/lieudit-anchors.h"
#include "session/lieudit-brought-places.h"
#include "session/lieudit-history.h"
#include "session/lieudit-ruling.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_DECISIONS (lieudit_decisions_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDecisions, lieudit_decisions, LIEUDIT, DECISIONS, GObject)

char             *lieudit_decisions_fold_name   (const char       *name);
LieuditDecisions *lieudit_decisions_new         (LieuditAnchors   *anchors);
LieuditAnchors   *lieudit_decisions_get_anchors (LieuditDecisions *self);
LieuditBroughtPlaces *lieudit_decisions_get_brought_places (LieuditDecisions *self);
guint             lieudit_decisions_get_n       (LieuditDecisions *self);
LieuditRuling    *lieudit_decisions_lookup      (LieuditDecisions *self,
                                                 LieuditMention   *mention);
void              lieudit_decisions_decide      (LieuditDecisions *self,
                                                 LieuditAnalysis  *analysis,
                                                 GListModel       *mentions,
                                                 LieuditScope      scope,
                                                 LieuditDecision  *decision,
                                                 LieuditHistory   *history);
void              lieudit_decisions_decide_each (LieuditDecisions *self,
                                                 LieuditAnalysis  *analysis,
                                                 GListModel       *mentions,
                                                 LieuditDecision  *decision,
                                                 LieuditHistory   *history);
gboolean          lieudit_decisions_mark        (LieuditDecisions *self,
                                                 gsize             start,
                                                 gsize             end,
                                                 LieuditDecision  *decision,
                                                 LieuditHistory   *history);
void              lieudit_decisions_forget      (LieuditDecisions *self,
                                                 LieuditHistory   *history);
void              lieudit_decisions_restore     (LieuditDecisions *self,
                                                 LieuditRuling    *ruling);
GPtrArray        *lieudit_decisions_dup_rulings (LieuditDecisions *self);
GPtrArray        *lieudit_decisions_dup_marks   (LieuditDecisions *self);

G_END_DECLS
