/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-standing-decision.h"

/**
 * LieuditStandingDecision:
 *
 * What a person always means by a name, in whatever article. It never changes.
 */
struct _LieuditStandingDecision
{
  GObject parent_instance;

  char            *name;
  LieuditDecision *decision;
};

G_DEFINE_FINAL_TYPE (LieuditStandingDecision, lieudit_standing_decision, G_TYPE_OBJECT)

static void
lieudit_standing_decision_finalize (GObject *object)
{
  LieuditStandingDecision *self = LIEUDIT_STANDING_DECISION (object);

  g_free (self->name);
  g_object_unref (self->decision);

  G_OBJECT_CLASS (lieudit_standing_decision_parent_class)->finalize (object);
}

static void
lieudit_standing_decision_class_init (LieuditStandingDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_standing_decision_finalize;
}

static void
lieudit_standing_decision_init (LieuditStandingDecision *self)
{
}

/**
 * lieudit_standing_decision_new:
 * @name: a name as articles write it
 * @decision: what is meant by it
 *
 * Returns: (transfer full): the standing decision
 */
LieuditStandingDecision *
lieudit_standing_decision_new (const char      *name,
                               LieuditDecision *decision)
{
  LieuditStandingDecision *self;

  g_return_val_if_fail (name != NULL && *name != '\0', NULL);
  g_return_val_if_fail (LIEUDIT_IS_DECISION (decision), NULL);

  self = g_object_new (LIEUDIT_TYPE_STANDING_DECISION, NULL);
  self->name = g_strdup (name);
  self->decision = g_object_ref (decision);

  return self;
}

/**
 * lieudit_standing_decision_get_name:
 * @self: a standing decision
 *
 * Returns: (transfer none): the name it is on
 */
const char *
lieudit_standing_decision_get_name (LieuditStandingDecision *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STANDING_DECISION (self), NULL);

  return self->name;
}

/**
 * lieudit_standing_decision_get_decision:
 * @self: a standing decision
 *
 * Returns: (transfer none): what is meant by the name
 */
LieuditDecision *
lieudit_standing_decision_get_decision (LieuditStandingDecision *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STANDING_DECISION (self), NULL);

  return self->decision;
}
