/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While a map is dragged, markers and names stay beside each other as they are: they are neither placed nor drawn one by one. What that
 * leaves undecided, such as the name of a place that came into view, is decided every few frames, and once the map rests. */
#include "config.h"

#include "map/lieudit-marker-layer-private.h"

#include <math.h>

/* A map that has not moved for this long rests; in milliseconds. */
#define REST 100

static gboolean
on_rest (gpointer data)
{
  LieuditMarkerLayer *self = data;

  self->rest_id = 0;
  self->has_moved = FALSE;
  lieudit_marker_layer_queue_update (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (LieuditMarkerLayer *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->has_moved)
    self->rest_id = g_timeout_add (REST, on_rest, self);
}

static gboolean
is_near (const LieuditMapExtent *arranged,
         const LieuditMapExtent *extent)
{
  return arranged->width == extent->width && arranged->height == extent->height && arranged->zoom == extent->zoom &&
         fabs (arranged->left - extent->left) <= LIEUDIT_MARKER_LAYER_LEEWAY &&
         fabs (arranged->top - extent->top) <= LIEUDIT_MARKER_LAYER_LEEWAY;
}

/* What markers cover moves with the map; the controls over it do not. */
static void
move_taken (LieuditMarkerLayer     *self,
            const LieuditMapExtent *extent)
{
  double right = self->followed.left - extent->left;
  double down = self->followed.top - extent->top;

  for (guint i = 0; i < self->n_taken_by_markers; i++)
    {
      LieuditPixelBox *box = &g_array_index (self->taken, LieuditPixelBox, i);

      box->x += right;
      box->y += down;
    }
  self->followed = *extent;
}

/**
 * lieudit_marker_layer_follow:
 * @self: a layer
 * @extent: what is looked at now
 *
 * Moves the markers and their names along with the map, if it has not moved far since it was decided what is shown.
 *
 * Returns: whether that was so; else everything has to be arranged anew
 */
gboolean
lieudit_marker_layer_follow (LieuditMarkerLayer     *self,
                             const LieuditMapExtent *extent)
{
  if (!is_near (&self->arranged, extent))
    return FALSE;
  self->is_following = TRUE;
  move_taken (self, extent);
  wait_for_rest (self);
  return TRUE;
}

/**
 * lieudit_marker_layer_begin_following:
 * @self: a layer
 * @extent: what is looked at now
 *
 * Says that everything is arranged for a view.
 */
void
lieudit_marker_layer_begin_following (LieuditMarkerLayer     *self,
                                      const LieuditMapExtent *extent)
{
  wait_for_rest (self);
  lieudit_view_texture_clear (&self->moving);
  self->is_following = FALSE;
  self->arranged = *extent;
  self->followed = *extent;
}

/**
 * lieudit_marker_layer_stop_following:
 * @self: a layer
 *
 * Says that what is shown has to be decided anew, wherever the map is.
 */
void
lieudit_marker_layer_stop_following (LieuditMarkerLayer *self)
{
  lieudit_view_texture_clear (&self->moving);
  self->is_following = FALSE;
  self->arranged.width = 0.0;
}
