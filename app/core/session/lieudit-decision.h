/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-place-reference.h"

G_BEGIN_DECLS

/**
 * LieuditDecisionKind:
 * @LIEUDIT_DECISION_PLACE: the words mean a certain place
 * @LIEUDIT_DECISION_NOT_LOCATED: they mean a place, but nobody can say where it is
 * @LIEUDIT_DECISION_SEVERAL_PLACES: they mean several places at once
 * @LIEUDIT_DECISION_NOT_A_PLACE: they mean no place
 *
 * What a person can say of words that were taken for a place.
 */
typedef enum {
  LIEUDIT_DECISION_PLACE,
  LIEUDIT_DECISION_NOT_LOCATED,
  LIEUDIT_DECISION_SEVERAL_PLACES,
  LIEUDIT_DECISION_NOT_A_PLACE,
} LieuditDecisionKind;

#define LIEUDIT_N_DECISION_KINDS (LIEUDIT_DECISION_NOT_A_PLACE + 1)

#define LIEUDIT_TYPE_DECISION (lieudit_decision_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDecision, lieudit_decision, LIEUDIT, DECISION, GObject)

LieuditDecision             *lieudit_decision_new       (LieuditDecisionKind          kind,
                                                         const LieuditPlaceReference *place);
LieuditDecisionKind          lieudit_decision_get_kind  (LieuditDecision             *self);
const LieuditPlaceReference *lieudit_decision_get_place (LieuditDecision             *self);

const char                  *lieudit_decision_kind_to_nick   (LieuditDecisionKind  kind);
gboolean                     lieudit_decision_kind_from_nick (const char          *nick,
                                                              LieuditDecisionKind *kind);
char                        *lieudit_decision_describe       (LieuditDecision     *self,
                                                              const char          *name);

G_END_DECLS
