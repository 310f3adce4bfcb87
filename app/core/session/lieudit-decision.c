/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-decision.h"

/**
 * LieuditDecision:
 *
 * What a person says of words that were taken for a place. It never changes.
 */
struct _LieuditDecision
{
  GObject parent_instance;

  LieuditDecisionKind  kind;
  LieuditPlace        *place;
};

G_DEFINE_FINAL_TYPE (LieuditDecision, lieudit_decision, G_TYPE_OBJECT)

static void
lieudit_decision_finalize (GObject *object)
{
  g_clear_object (&LIEUDIT_DECISION (object)->place);

  G_OBJECT_CLASS (lieudit_decision_parent_class)->finalize (object);
}

static void
lieudit_decision_class_init (LieuditDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_decision_finalize;
}

static void
lieudit_decision_init (LieuditDecision *self)
{
}

/**
 * lieudit_decision_new:
 * @kind: what is decided
 * @place: (nullable): the place that is meant, for %LIEUDIT_DECISION_PLACE only
 *
 * Returns: (transfer full): the decision
 */
LieuditDecision *
lieudit_decision_new (LieuditDecisionKind  kind,
                      LieuditPlace        *place)
{
  LieuditDecision *self;

  g_return_val_if_fail ((kind == LIEUDIT_DECISION_PLACE) == (place != NULL), NULL);

  self = g_object_new (LIEUDIT_TYPE_DECISION, NULL);
  self->kind = kind;
  g_set_object (&self->place, place);

  return self;
}

/**
 * lieudit_decision_get_kind:
 * @self: a decision
 *
 * Returns: what is decided
 */
LieuditDecisionKind
lieudit_decision_get_kind (LieuditDecision *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DECISION (self), LIEUDIT_DECISION_NOT_A_PLACE);

  return self->kind;
}

/**
 * lieudit_decision_get_place:
 * @self: a decision
 *
 * Returns: (transfer none) (nullable): the place that is meant, if the decision is one for a place
 */
LieuditPlace *
lieudit_decision_get_place (LieuditDecision *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DECISION (self), NULL);

  return self->place;
}
