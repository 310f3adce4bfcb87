/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"
#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

/**
 * LieuditDecisionKind:
 * @LIEUDIT_DECISION_PLACE: the words mean a certain place
 * @LIEUDIT_DECISION_NOT_LOCATED: they mean a place, but nobody can say where it is
 * @LIEUDIT_DECISION_NOT_A_PLACE: they mean no place
 *
 * What a person can say of words that were taken for a place.
 */
typedef enum {
  LIEUDIT_DECISION_PLACE,
  LIEUDIT_DECISION_NOT_LOCATED,
  LIEUDIT_DECISION_NOT_A_PLACE,
} LieuditDecisionKind;

#define LIEUDIT_TYPE_DECISION (lieudit_decision_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDecision, lieudit_decision, LIEUDIT, DECISION, GObject)

LieuditDecision     *lieudit_decision_new       (LieuditDecisionKind  kind,
                                                 LieuditPlace        *place);
LieuditDecisionKind  lieudit_decision_get_kind  (LieuditDecision     *self);
LieuditPlace        *lieudit_decision_get_place (LieuditDecision     *self);

G_END_DECLS
