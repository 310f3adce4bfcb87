/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-decision.h"

#include <glib/gi18n.h>

/**
 * LieuditDecision:
 *
 * What a person says of words that were taken for a place. It never changes.
 */
struct _LieuditDecision
{
  GObject parent_instance;

  LieuditDecisionKind    kind;
  LieuditPlaceReference *place;
};

G_DEFINE_FINAL_TYPE (LieuditDecision, lieudit_decision, G_TYPE_OBJECT)

static void
lieudit_decision_finalize (GObject *object)
{
  g_clear_pointer (&LIEUDIT_DECISION (object)->place, lieudit_place_reference_free);

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
lieudit_decision_new (LieuditDecisionKind          kind,
                      const LieuditPlaceReference *place)
{
  LieuditDecision *self;

  g_return_val_if_fail ((kind == LIEUDIT_DECISION_PLACE) == (place != NULL), NULL);

  self = g_object_new (LIEUDIT_TYPE_DECISION, NULL);
  self->kind = kind;
  self->place = place != NULL ? lieudit_place_reference_copy (place) : NULL;

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
const LieuditPlaceReference *
lieudit_decision_get_place (LieuditDecision *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DECISION (self), NULL);

  return self->place;
}

static const char * const nicks[LIEUDIT_N_DECISION_KINDS] = {
  [LIEUDIT_DECISION_PLACE] = "place",
  [LIEUDIT_DECISION_NOT_LOCATED] = "not-located",
  [LIEUDIT_DECISION_SEVERAL_PLACES] = "several-places",
  [LIEUDIT_DECISION_NOT_A_PLACE] = "not-a-place",
};

/**
 * lieudit_decision_kind_to_nick:
 * @kind: what is decided
 *
 * Returns: (transfer none): what files call it
 */
const char *
lieudit_decision_kind_to_nick (LieuditDecisionKind kind)
{
  g_return_val_if_fail ((guint) kind < LIEUDIT_N_DECISION_KINDS, NULL);

  return nicks[kind];
}

/**
 * lieudit_decision_kind_from_nick:
 * @nick: what a file calls it
 * @kind: (out): what is decided
 *
 * Returns: whether there is such a kind
 */
gboolean
lieudit_decision_kind_from_nick (const char          *nick,
                                 LieuditDecisionKind *kind)
{
  g_return_val_if_fail (nick != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < LIEUDIT_N_DECISION_KINDS; i++)
    {
      if (g_str_equal (nick, nicks[i]))
        {
          *kind = (LieuditDecisionKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * lieudit_decision_describe:
 * @self: a decision
 * @name: the words that it is on
 *
 * Returns: (transfer full): a sentence that says what is so now
 */
char *
lieudit_decision_describe (LieuditDecision *self,
                           const char      *name)
{
  g_return_val_if_fail (LIEUDIT_IS_DECISION (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  switch (self->kind)
    {
    case LIEUDIT_DECISION_NOT_LOCATED:
      return g_strdup_printf (_("“%s” is not located"), name);
    case LIEUDIT_DECISION_SEVERAL_PLACES:
      return g_strdup_printf (_("“%s” means several places"), name);
    case LIEUDIT_DECISION_NOT_A_PLACE:
      return g_strdup_printf (_("“%s” is no place"), name);
    case LIEUDIT_DECISION_PLACE:
    default:
      /* Translators: a name in an article, then the name of the place it means */
      return g_strdup_printf (_("“%s” is %s now"), name, self->place->name);
    }
}
