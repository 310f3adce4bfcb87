/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "relations/lieudit-relation.h"

#include <glib/gi18n.h>

static const struct {
  const char *nick;
  const char *title;
} relations[LIEUDIT_N_RELATIONS] = {
  { "direction", N_ ("Direction") },
  { "distance", N_ ("Distance") },
  { "containment", N_ ("Inside an area") },
  { "between", N_ ("Between two places") },
  { "road", N_ ("On a road") },
  { "junction", N_ ("Junction of roads") },
  { "adjacency", N_ ("Border") },
  { "coast", N_ ("On the coast") },
  { "river", N_ ("On a river") },
  { "capital", N_ ("Capital") },
  { "recorded", N_ ("Not a matter of geometry") },
};

/**
 * lieudit_relation_to_nick:
 * @relation: a relation
 *
 * Returns: its name in exports and in the grammar
 */
const char *
lieudit_relation_to_nick (LieuditRelation relation)
{
  g_return_val_if_fail (relation < LIEUDIT_N_RELATIONS, NULL);

  return relations[relation].nick;
}

/**
 * lieudit_relation_get_title:
 * @relation: a relation
 *
 * Returns: what to call it in the person's language
 */
const char *
lieudit_relation_get_title (LieuditRelation relation)
{
  g_return_val_if_fail (relation < LIEUDIT_N_RELATIONS, NULL);

  return _ (relations[relation].title);
}

/**
 * lieudit_relation_from_nick:
 * @nick: a relation's name in the grammar
 * @relation: (out): the relation
 *
 * Returns: whether there is such a relation
 */
gboolean
lieudit_relation_from_nick (const char      *nick,
                            LieuditRelation *relation)
{
  for (guint i = 0; i < LIEUDIT_N_RELATIONS; i++)
    {
      if (g_str_equal (nick, relations[i].nick))
        {
          *relation = (LieuditRelation) i;
          return TRUE;
        }
    }

  return FALSE;
}
