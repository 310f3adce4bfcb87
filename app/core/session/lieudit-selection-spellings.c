/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-selection-private.h"

static void
changed_cb (LieuditSelection *self)
{
  g_signal_emit_by_name (self, "spellings-changed");
}

/**
 * lieudit_selection_get_spellings:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): how the newsroom writes places
 */
LieuditHouseSpellings *
lieudit_selection_get_spellings (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), NULL);

  return self->spellings;
}

/**
 * lieudit_selection_set_spellings:
 * @self: a selection that has none yet
 * @spellings: how the newsroom writes places
 *
 * Lets the views know which names are written otherwise.
 */
void
lieudit_selection_set_spellings (LieuditSelection      *self,
                                 LieuditHouseSpellings *spellings)
{
  g_return_if_fail (LIEUDIT_IS_SELECTION (self));
  g_return_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (spellings));
  g_return_if_fail (self->spellings == NULL);

  self->spellings = g_object_ref (spellings);
  g_signal_connect_object (spellings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
