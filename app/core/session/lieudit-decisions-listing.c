/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All decisions on an article, one by one, as files have them. */
#include "config.h"

#include "session/lieudit-decisions-private.h"

/**
 * lieudit_decisions_get_brought_places:
 * @self: decisions
 *
 * Returns: (transfer none): the places that the file with the decisions brought
 *   along
 */
LieuditBroughtPlaces *
lieudit_decisions_get_brought_places (LieuditDecisions *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), NULL);

  return self->brought;
}

/**
 * lieudit_decisions_restore:
 * @self: decisions that nobody follows yet
 * @ruling: one that was saved; its anchor is one of the article's
 *
 * Takes a ruling over from a file.
 */
void
lieudit_decisions_restore (LieuditDecisions *self,
                           LieuditRuling    *ruling)
{
  g_return_if_fail (LIEUDIT_IS_DECISIONS (self));
  g_return_if_fail (LIEUDIT_IS_RULING (ruling));

  lieudit_brought_places_add (self->brought, lieudit_decision_get_place (lieudit_ruling_get_decision (ruling)));
  if (lieudit_ruling_get_scope (ruling) == LIEUDIT_SCOPE_NAME)
    g_hash_table_insert (self->of_names, g_strdup (lieudit_decisions_fold (self, lieudit_ruling_get_name (ruling))),
                         g_object_ref (ruling));
  else
    g_hash_table_insert (self->of_anchors, lieudit_ruling_get_anchor (ruling), g_object_ref (ruling));
}

static int
compare_rulings (gconstpointer a,
                 gconstpointer b)
{
  LieuditAnchor *anchor_a = lieudit_ruling_get_anchor (*(LieuditRuling **) a);
  LieuditAnchor *anchor_b = lieudit_ruling_get_anchor (*(LieuditRuling **) b);
  gsize start_a = lieudit_anchor_get_start (anchor_a), start_b = lieudit_anchor_get_start (anchor_b);
  gsize end_a = lieudit_anchor_get_end (anchor_a), end_b = lieudit_anchor_get_end (anchor_b);

  if (start_a != start_b)
    return start_a < start_b ? -1 : 1;
  if (end_a != end_b)
    return end_a < end_b ? -1 : 1;

  return g_strcmp0 (lieudit_ruling_get_name (*(LieuditRuling **) a), lieudit_ruling_get_name (*(LieuditRuling **) b));
}

static void
add_rulings (GPtrArray  *rulings,
             GHashTable *table)
{
  GHashTableIter iter;
  gpointer ruling;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &ruling))
    g_ptr_array_add (rulings, g_object_ref (ruling));
}

/**
 * lieudit_decisions_dup_rulings:
 * @self: decisions
 *
 * Returns: (transfer full) (element-type LieuditRuling): all of them, in the
 *   order of the text
 */
GPtrArray *
lieudit_decisions_dup_rulings (LieuditDecisions *self)
{
  GPtrArray *rulings;

  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), NULL);

  rulings = g_ptr_array_new_full (lieudit_decisions_get_n (self), g_object_unref);
  add_rulings (rulings, self->of_names);
  add_rulings (rulings, self->of_anchors);
  g_ptr_array_sort (rulings, compare_rulings);

  return rulings;
}

/**
 * lieudit_decisions_dup_marks:
 * @self: decisions
 *
 * Returns: (transfer full) (element-type LieuditRuling): those on words that the
 *   person marked and that are in the text, in its order
 */
GPtrArray *
lieudit_decisions_dup_marks (LieuditDecisions *self)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer ruling;

  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), marks);

  g_hash_table_iter_init (&iter, self->of_anchors);
  while (g_hash_table_iter_next (&iter, NULL, &ruling))
    {
      if (lieudit_ruling_get_scope (ruling) == LIEUDIT_SCOPE_MARK &&
          lieudit_anchor_is_located (lieudit_ruling_get_anchor (ruling)))
        g_ptr_array_add (marks, g_object_ref (ruling));
    }
  g_ptr_array_sort (marks, compare_rulings);

  return marks;
}
