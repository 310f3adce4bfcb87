/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which places are on the stage while an article is gone through step by step. */
#include "config.h"

#include "map/lieudit-marker-layer-private.h"

static GHashTable *
make_set (GPtrArray *places)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (set, g_ptr_array_index (places, i));

  return set;
}

static void
cluster_again (LieuditMarkerLayer *self)
{
  self->clustered_zoom = -1.0;
  lieudit_marker_layer_queue_update (self);
}

/**
 * lieudit_marker_layer_set_stage:
 * @self: a layer
 * @current: (element-type LieuditFoundPlace): the places that are talked of now
 * @earlier: (element-type LieuditFoundPlace): those that were talked of before, which fade
 *
 * Shows some of the places only, until the article's places change or
 * lieudit_marker_layer_clear_stage() is called.
 */
void
lieudit_marker_layer_set_stage (LieuditMarkerLayer *self,
                                GPtrArray          *current,
                                GPtrArray          *earlier)
{
  g_autoptr (GHashTable) now = NULL;
  g_autoptr (GHashTable) before = NULL;

  g_return_if_fail (LIEUDIT_IS_MARKER_LAYER (self));
  g_return_if_fail (current != NULL && earlier != NULL);

  now = make_set (current);
  before = make_set (earlier);
  for (guint i = 0; i < self->items->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (self->items, i);

      item->is_faded = g_hash_table_contains (before, item->place) && !g_hash_table_contains (now, item->place);
      item->is_hidden = !item->is_faded && !g_hash_table_contains (now, item->place);
    }
  self->has_stage = TRUE;
  cluster_again (self);
}

/**
 * lieudit_marker_layer_clear_stage:
 * @self: a layer
 *
 * Shows all places again.
 */
void
lieudit_marker_layer_clear_stage (LieuditMarkerLayer *self)
{
  g_return_if_fail (LIEUDIT_IS_MARKER_LAYER (self));

  if (!self->has_stage)
    return;

  self->has_stage = FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (self->items, i);

      item->is_faded = item->is_hidden = FALSE;
    }
  cluster_again (self);
}
