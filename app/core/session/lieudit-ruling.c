/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-ruling.h"

/**
 * LieuditRuling:
 *
 * A decision together with what it holds for. It never changes, but its anchor
 * follows the text.
 */
struct _LieuditRuling
{
  GObject parent_instance;

  LieuditScope     scope;
  char            *name;
  LieuditAnchor   *anchor;
  LieuditDecision *decision;
};

G_DEFINE_FINAL_TYPE (LieuditRuling, lieudit_ruling, G_TYPE_OBJECT)

static const char * const nicks[LIEUDIT_N_SCOPES] = {
  [LIEUDIT_SCOPE_MENTION] = "mention",
  [LIEUDIT_SCOPE_NAME] = "name",
  [LIEUDIT_SCOPE_MARK] = "mark",
};

static void
lieudit_ruling_finalize (GObject *object)
{
  LieuditRuling *self = LIEUDIT_RULING (object);

  g_free (self->name);
  g_object_unref (self->anchor);
  g_object_unref (self->decision);

  G_OBJECT_CLASS (lieudit_ruling_parent_class)->finalize (object);
}

static void
lieudit_ruling_class_init (LieuditRulingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_ruling_finalize;
}

static void
lieudit_ruling_init (LieuditRuling *self)
{
}

/**
 * lieudit_ruling_new:
 * @scope: what the decision holds for
 * @name: (nullable): the name as the article writes it; for %LIEUDIT_SCOPE_NAME only
 * @anchor: the words on which it was decided
 * @decision: what was decided
 *
 * Returns: (transfer full): the ruling
 */
LieuditRuling *
lieudit_ruling_new (LieuditScope     scope,
                    const char      *name,
                    LieuditAnchor   *anchor,
                    LieuditDecision *decision)
{
  LieuditRuling *self;

  g_return_val_if_fail ((scope == LIEUDIT_SCOPE_NAME) == (name != NULL), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (anchor), NULL);
  g_return_val_if_fail (LIEUDIT_IS_DECISION (decision), NULL);

  self = g_object_new (LIEUDIT_TYPE_RULING, NULL);
  self->scope = scope;
  self->name = g_strdup (name);
  self->anchor = g_object_ref (anchor);
  self->decision = g_object_ref (decision);

  return self;
}

/**
 * lieudit_ruling_get_scope:
 * @self: a ruling
 *
 * Returns: what the decision holds for
 */
LieuditScope
lieudit_ruling_get_scope (LieuditRuling *self)
{
  g_return_val_if_fail (LIEUDIT_IS_RULING (self), LIEUDIT_SCOPE_MENTION);

  return self->scope;
}

/**
 * lieudit_ruling_get_name:
 * @self: a ruling
 *
 * Returns: (transfer none) (nullable): the name that the decision holds for
 */
const char *
lieudit_ruling_get_name (LieuditRuling *self)
{
  g_return_val_if_fail (LIEUDIT_IS_RULING (self), NULL);

  return self->name;
}

/**
 * lieudit_ruling_get_anchor:
 * @self: a ruling
 *
 * Returns: (transfer none): the words on which it was decided
 */
LieuditAnchor *
lieudit_ruling_get_anchor (LieuditRuling *self)
{
  g_return_val_if_fail (LIEUDIT_IS_RULING (self), NULL);

  return self->anchor;
}

/**
 * lieudit_ruling_get_decision:
 * @self: a ruling
 *
 * Returns: (transfer none): what was decided
 */
LieuditDecision *
lieudit_ruling_get_decision (LieuditRuling *self)
{
  g_return_val_if_fail (LIEUDIT_IS_RULING (self), NULL);

  return self->decision;
}

/**
 * lieudit_scope_to_nick:
 * @scope: what a decision holds for
 *
 * Returns: (transfer none): what files call it
 */
const char *
lieudit_scope_to_nick (LieuditScope scope)
{
  g_return_val_if_fail ((guint) scope < LIEUDIT_N_SCOPES, NULL);

  return nicks[scope];
}

/**
 * lieudit_scope_from_nick:
 * @nick: what a file calls it
 * @scope: (out): what a decision holds for
 *
 * Returns: whether there is such a scope
 */
gboolean
lieudit_scope_from_nick (const char   *nick,
                         LieuditScope *scope)
{
  g_return_val_if_fail (nick != NULL && scope != NULL, FALSE);

  for (guint i = 0; i < LIEUDIT_N_SCOPES; i++)
    {
      if (g_str_equal (nick, nicks[i]))
        {
          *scope = (LieuditScope) i;
          return TRUE;
        }
    }

  return FALSE;
}
