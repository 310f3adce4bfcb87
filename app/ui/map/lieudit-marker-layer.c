/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-marker-layer-private.h"

#include "map/lieudit-map-zoom.h"

#include <string.h>

enum
{
  PLACE_ACTIVATED,
  CLUSTER_ACTIVATED,
  CHANGED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditMarkerLayer, lieudit_marker_layer, SHUMATE_TYPE_LAYER)

static LieuditMarkerItem *
get_item (LieuditMarkerLayer *self,
          guint               index)
{
  return lieudit_marker_items_get (self->items, index);
}

/**
 * lieudit_marker_layer_has_point:
 * @extent: what is looked at
 * @x: pixels from its left edge
 * @y: pixels from its top edge
 * @reach: how far outside still counts, in pixels
 *
 * Returns: whether the point is in view
 */
gboolean
lieudit_marker_layer_has_point (const LieuditMapExtent *extent,
                                double                  x,
                                double                  y,
                                double                  reach)
{
  return x >= -reach && x <= extent->width + reach && y >= -reach && y <= extent->height + reach;
}

/**
 * lieudit_marker_layer_get_selected:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the place that is selected
 */
LieuditFoundPlace *
lieudit_marker_layer_get_selected (LieuditMarkerLayer *self)
{
  return self->selection != NULL ? lieudit_selection_get_place (self->selection) : NULL;
}

/**
 * lieudit_marker_layer_get_hovered:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the place that is pointed at
 */
LieuditFoundPlace *
lieudit_marker_layer_get_hovered (LieuditMarkerLayer *self)
{
  return self->selection != NULL ? lieudit_selection_get_hovered_place (self->selection) : NULL;
}

static gboolean
update (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       user_data)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (widget);
  LieuditMapExtent extent;

  self->update_id = 0;
  if (!lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return G_SOURCE_REMOVE;
  if (self->n_left < 0 || !lieudit_marker_layer_follow (self, &extent))
    lieudit_marker_layer_arrange (self, &extent);
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
  g_signal_emit (self, signals[MOVED], 0);
  if (self->n_left < 0)
    lieudit_marker_layer_queue_update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (LieuditMarkerLayer *self)
{
  if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update, NULL, NULL);
}

/**
 * lieudit_marker_layer_queue_update:
 * @self: a layer
 *
 * Has the markers and their names brought up to date before the next frame.
 */
void
lieudit_marker_layer_queue_update (LieuditMarkerLayer *self)
{
  lieudit_marker_layer_stop_following (self);
  queue_update (self);
}

static void
on_viewport_changed (LieuditMarkerLayer *self)
{
  self->has_moved = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  queue_update (self);
}

static void
on_analysis_changed (LieuditMarkerLayer *self)
{
  lieudit_marker_items_fill (self->items, self->selection != NULL ? lieudit_selection_get_shown (self->selection) : NULL,
                             self->look.scale);
  g_array_set_size (self->shown, 0);
  /* Whoever has places on the stage puts the new ones there. */
  self->has_stage = FALSE;
  lieudit_marker_layer_forget_dots (self);
  self->clustered_zoom = -1.0;
  lieudit_marker_layer_queue_update (self);
}

/* The dots have a colour of the style sheet, which changes with the palette. */
static void
lieudit_marker_layer_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (lieudit_marker_layer_parent_class)->css_changed (widget, change);
  lieudit_view_texture_clear (&LIEUDIT_MARKER_LAYER (widget)->dots);
}

static void
lieudit_marker_layer_constructed (GObject *object)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (object);

  G_OBJECT_CLASS (lieudit_marker_layer_parent_class)->constructed (object);
  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (self)), "notify", G_CALLBACK (on_viewport_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
lieudit_marker_layer_dispose (GObject *object)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (object);

  lieudit_marker_layer_stop_following (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->pointing_id, g_source_remove);
  g_array_set_size (self->shown, 0);
  g_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->spare_clusters, 0);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (lieudit_marker_layer_parent_class)->dispose (object);
}

static void
lieudit_marker_layer_finalize (GObject *object)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (object);

  g_array_unref (self->items);
  g_array_unref (self->shown);
  g_ptr_array_unref (self->spare_clusters);
  lieudit_view_texture_clear (&self->dots);
  g_array_unref (self->obstacles);
  g_array_unref (self->taken);

  G_OBJECT_CLASS (lieudit_marker_layer_parent_class)->finalize (object);
}

static void
lieudit_marker_layer_class_init (LieuditMarkerLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lieudit_marker_layer_constructed;
  object_class->dispose = lieudit_marker_layer_dispose;
  object_class->finalize = lieudit_marker_layer_finalize;

  GTK_WIDGET_CLASS (klass)->css_changed = lieudit_marker_layer_css_changed;
  lieudit_marker_layer_class_init_drawing (klass);

  /**
   * LieuditMarkerLayer::place-activated:
   * @self: the layer
   * @place: the place whose marker was clicked, or pressed with the keyboard
   */
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", LIEUDIT_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, LIEUDIT_TYPE_FOUND_PLACE);
  /**
   * LieuditMarkerLayer::cluster-activated:
   * @self: the layer
   * @places: (element-type LieuditFoundPlace): the places that are drawn as one, first the one that is shown
   */
  signals[CLUSTER_ACTIVATED] = g_signal_new ("cluster-activated", LIEUDIT_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  /**
   * LieuditMarkerLayer::changed:
   * @self: the layer
   *
   * Emitted when it was decided anew which markers are shown and where their names are, and the map rests.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LieuditMarkerLayer::moved:
   * @self: the layer
   *
   * Emitted once a frame in which the markers or their names are somewhere else than in the one before.
   */
  signals[MOVED] =
    g_signal_new ("moved", LIEUDIT_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_marker_layer_init (LieuditMarkerLayer *self)
{
  self->items = lieudit_marker_items_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));
  self->taken = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));
  self->spare_clusters = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->clustered_zoom = -1.0;
  self->crowding = 1.0;
  self->look.scale = 1.0;

  lieudit_marker_layer_add_drag (self);
  lieudit_marker_layer_add_pointing (self);
}

/**
 * lieudit_marker_layer_new:
 * @viewport: (transfer none): the map's viewport
 *
 * Creates the layer that marks the places of an article.
 *
 * Returns: (transfer floating): a new layer
 */
LieuditMarkerLayer *
lieudit_marker_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (LIEUDIT_TYPE_MARKER_LAYER, "viewport", viewport, NULL);
}

/**
 * lieudit_marker_layer_set_selection:
 * @self: a layer
 * @selection: (nullable) (transfer none): what to mark, and what of it is selected or hovered
 *
 * Shows the places of the selection's analysis from now on.
 */
void
lieudit_marker_layer_set_selection (LieuditMarkerLayer *self,
                                    LieuditSelection   *selection)
{
  g_return_if_fail (LIEUDIT_IS_MARKER_LAYER (self));
  g_return_if_fail (selection == NULL || LIEUDIT_IS_SELECTION (selection));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (!g_set_object (&self->selection, selection))
    return;
  if (selection != NULL)
    {
      g_signal_connect_object (selection, "notify::shown", G_CALLBACK (on_analysis_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "notify::place", G_CALLBACK (lieudit_marker_layer_queue_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "notify::hovered-place", G_CALLBACK (lieudit_marker_layer_queue_update), self,
                               G_CONNECT_SWAPPED);
    }
  on_analysis_changed (self);
}

/**
 * lieudit_marker_layer_set_look:
 * @self: a layer
 * @look: how markers look
 *
 * Shows other names, or symbols of another size. Who has places on the stage
 * puts them there again.
 */
void
lieudit_marker_layer_set_look (LieuditMarkerLayer      *self,
                               const LieuditMarkerLook *look)
{
  g_return_if_fail (LIEUDIT_IS_MARKER_LAYER (self));
  g_return_if_fail (look != NULL);

  if (self->look.scale == look->scale && self->look.names == look->names && self->look.shows_local == look->shows_local)
    return;
  self->look = *look;
  on_analysis_changed (self);
}

/**
 * lieudit_marker_layer_set_obstacles:
 * @self: a layer
 * @obstacles: (array length=n_obstacles): what lies over the map, in the layer's pixels
 * @n_obstacles: how many
 *
 * Keeps names from being written under controls.
 */
void
lieudit_marker_layer_set_obstacles (LieuditMarkerLayer    *self,
                                    const LieuditPixelBox *obstacles,
                                    gsize                  n_obstacles)
{
  g_return_if_fail (LIEUDIT_IS_MARKER_LAYER (self));
  g_return_if_fail (obstacles != NULL || n_obstacles == 0);

  if (n_obstacles == self->obstacles->len &&
      (n_obstacles == 0 || memcmp (obstacles, self->obstacles->data, n_obstacles * sizeof *obstacles) == 0))
    return;
  g_array_set_size (self->obstacles, 0);
  if (n_obstacles > 0)
    g_array_append_vals (self->obstacles, obstacles, n_obstacles);
  /* Controls that change while the map moves, such as the length of its scale, wait until it rests. */
  if (!self->has_moved)
    lieudit_marker_layer_queue_update (self);
}

/**
 * lieudit_marker_layer_count_outside:
 * @self: a layer
 *
 * Counts what the reader does not see.
 *
 * Returns: how many places have their point outside the view
 */
guint
lieudit_marker_layer_count_outside (LieuditMarkerLayer *self)
{
  LieuditMapExtent extent;
  guint n_outside = 0;

  g_return_val_if_fail (LIEUDIT_IS_MARKER_LAYER (self), 0);

  if (!lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      double x, y;

      if (get_item (self, i)->is_hidden)
        continue;
      lieudit_marker_item_locate (get_item (self, i), &extent, &x, &y);
      n_outside += !lieudit_marker_layer_has_point (&extent, x, y, 0.0);
    }
  return n_outside;
}

/**
 * lieudit_marker_layer_get_taken:
 * @self: a layer
 *
 * Tells where other layers should not write.
 *
 * Returns: (element-type LieuditPixelBox) (transfer none): what symbols, names and controls cover, in the layer's
 *   pixels
 */
GArray *
lieudit_marker_layer_get_taken (LieuditMarkerLayer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MARKER_LAYER (self), NULL);

  return self->taken;
}

/**
 * lieudit_marker_layer_find_place:
 * @self: a layer
 * @place: (nullable): a place
 * @area: (out): the rectangle of the place's symbol, in the layer's pixels; of zero width when it is out of view
 *
 * Tells where a place is on the screen.
 *
 * Returns: whether the middle of the place's symbol is in view
 */
gboolean
lieudit_marker_layer_find_place (LieuditMarkerLayer *self,
                                 LieuditFoundPlace  *place,
                                 GdkRectangle       *area)
{
  LieuditMapExtent extent;
  LieuditMarkerItem *item;
  double x, y;

  g_return_val_if_fail (LIEUDIT_IS_MARKER_LAYER (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  *area = (GdkRectangle) { 0 };
  item = lieudit_marker_items_find (self->items, place);
  if (item == NULL || !lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return FALSE;
  lieudit_marker_item_locate (item, &extent, &x, &y);
  x += item->moved_right;
  y += item->moved_down;
  area->x = (int) x;
  area->y = (int) y;
  if (!lieudit_marker_layer_has_point (&extent, x, y, 0.0))
    return FALSE;
  *area = (GdkRectangle) { (int) (x - item->radius), (int) (y - item->radius), (int) (2 * item->radius), (int) (2 * item->radius) };
  return TRUE;
}
