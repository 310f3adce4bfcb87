/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which places have markers, which are drawn as one, and where their names are. */
#include "config.h"

#include "map/lieudit-marker-layer-private.h"

#include "map/lieudit-marker-labels.h"

#include <math.h>

/* Markers this far outside the view still reach into it, in pixels, or will before it is decided anew what is shown. */
#define REACH (60.0 + LIEUDIT_MARKER_LAYER_LEEWAY)

/* Clusters change this often while the map gets larger by a zoom level, not in every frame. */
#define CLUSTERINGS_A_LEVEL 4.0

/* How much farther than usual symbols are joined, step by step, while there are too many of them. */
#define CROWDING_STEP 1.5
#define MAX_CROWDING 1000.0

/* How many markers, names and bubbles may come in one frame while the map gets larger or smaller: each takes half a millisecond. */
#define MOST_NEW 6

static gboolean
has_focus (LieuditMarkerItem *item)
{
  return item->marker != NULL && gtk_widget_has_focus (item->marker);
}

static gboolean
is_special (LieuditMarkerLayer *self,
            LieuditMarkerItem  *item)
{
  return item->place == lieudit_marker_layer_get_selected (self) || item->place == lieudit_marker_layer_get_hovered (self) || has_focus (item);
}

static gboolean
is_drawn (LieuditMarkerItem *item)
{
  return item->marker != NULL && gtk_widget_get_child_visible (item->marker);
}

/**
 * lieudit_marker_layer_lets_come:
 * @self: a layer that is being arranged
 *
 * Asks whether there is time to make or draw one marker, name or bubble more before the next frame.
 *
 * Returns: whether it may come now rather than a frame later
 */
gboolean
lieudit_marker_layer_lets_come (LieuditMarkerLayer *self)
{
  self->n_left = MAX (self->n_left - 1, -1);
  return self->n_left >= 0;
}

/* While the map gets larger or smaller, clusters fall apart into dozens of markers, which take turns; those of another article do not. */
static gboolean
is_spreading (LieuditMarkerLayer     *self,
              const LieuditMapExtent *extent)
{
  gboolean is_zooming = self->has_moved && self->arranged.zoom != extent->zoom;

  return self->shown->len > 0 && (is_zooming || self->n_left < 0);
}

/* Returns how many widgets are needed for what is shown. */
static guint
update_shown (LieuditMarkerLayer     *self,
              const LieuditMapExtent *extent)
{
  guint n_widgets = 0;

  self->n_left = self->is_spreading ? MOST_NEW : G_MAXINT;
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->items->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (self->items, i);
      double x, y;

      item->is_special = is_special (self, item);
      item->is_shown = FALSE;
      if (item->is_hidden || (item->leader != i && !item->is_special))
        continue;
      lieudit_marker_item_locate (item, extent, &x, &y);
      item->is_shown = lieudit_marker_layer_has_point (extent, x, y, REACH);
      if (!item->is_shown)
        continue;
      n_widgets += item->n_hidden > 0 ? 2 : 1;
      item->is_shown = is_drawn (item) || item->is_special || lieudit_marker_layer_lets_come (self);
      if (item->is_shown)
        g_array_append_val (self->shown, i);
    }
  return n_widgets;
}

static void
update_names (LieuditMarkerLayer     *self,
              const LieuditMapExtent *extent)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_clear_pointer (&self->taken, g_array_unref);
  self->taken = lieudit_marker_items_place_names (self->items, self->shown, self->obstacles, extent,
                                                  self->has_moved || extent->zoom == self->named_zoom, right_to_left, &self->n_left);
  self->n_taken_by_markers = self->taken->len;
  g_array_append_vals (self->taken, self->obstacles->data, self->obstacles->len);
  /* Names that change sides are drawn anew, and restless; after a flight they go where they would have been placed at once. */
  if (!self->has_moved)
    self->named_zoom = extent->zoom;
}

static void
cluster (LieuditMarkerLayer *self)
{
  lieudit_marker_items_cluster (self->items, self->clustered_zoom, self->crowding);
  lieudit_marker_layer_forget_dots (self);
  self->clustering++;
}

/* Symbols that do not overlap at one zoom level do not at a nearer one either. */
static double
choose_clustered_zoom (double zoom)
{
  return floor (zoom * CLUSTERINGS_A_LEVEL) / CLUSTERINGS_A_LEVEL;
}

static void
update_clusters (LieuditMarkerLayer     *self,
                 const LieuditMapExtent *extent)
{
  double zoom = choose_clustered_zoom (extent->zoom);

  if (self->clustered_zoom != zoom || extent->width != self->clustered_width || extent->height != self->clustered_height)
    {
      self->crowding = 1.0;
      self->clustered_zoom = zoom;
      self->clustered_width = extent->width;
      self->clustered_height = extent->height;
      cluster (self);
    }
  while (update_shown (self, extent) > LIEUDIT_MARKER_LAYER_LIMIT && self->crowding < MAX_CROWDING)
    {
      self->crowding *= CROWDING_STEP;
      cluster (self);
    }
}

/**
 * lieudit_marker_layer_arrange:
 * @self: a layer
 * @extent: what is looked at now
 *
 * Decides which markers are shown and where their names are: everything but the positions, which follow the viewport within the frame.
 */
void
lieudit_marker_layer_arrange (LieuditMarkerLayer     *self,
                              const LieuditMapExtent *extent)
{
  self->is_spreading = is_spreading (self, extent);
  update_clusters (self, extent);
  lieudit_marker_layer_update_widgets (self);
  update_names (self, extent);
  lieudit_marker_layer_begin_following (self, extent);
  lieudit_marker_layer_queue_pointing (self);
  if (!self->has_moved)
    g_signal_emit_by_name (self, "changed");
}
