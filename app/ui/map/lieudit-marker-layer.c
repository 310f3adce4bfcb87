/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-marker-layer-private.h"

#include "map/lieudit-map-zoom.h"
#include "map/lieudit-marker-labels.h"
#include "map/lieudit-marker.h"

#include <math.h>
#include <string.h>

/* Markers this far outside the view still reach into it; in pixels. */
#define REACH 60.0

/* How much farther than usual symbols are joined, step by step, while there are too many of them. */
#define CROWDING_STEP 1.5
#define MAX_CROWDING 1000.0

enum
{
  PLACE_ACTIVATED,
  CLUSTER_ACTIVATED,
  CHANGED,
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

static LieuditMapProjection
get_projection (LieuditMarkerLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  return (LieuditMapProjection) {
    .latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
    .longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
    .zoom = lieudit_map_zoom_from_level (viewport, shumate_viewport_get_zoom_level (viewport)),
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
  };
}

static gboolean
is_inside (const LieuditMapProjection *projection,
           double                      x,
           double                      y,
           double                      reach)
{
  return x >= -reach && x <= projection->width + reach && y >= -reach && y <= projection->height + reach;
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
has_focus (LieuditMarkerItem *item)
{
  return item->marker != NULL && gtk_widget_has_focus (item->marker);
}

static gboolean
is_resized (LieuditMarkerLayer *self,
            int                 width,
            int                 height)
{
  return width != self->clustered_width || height != self->clustered_height;
}

static guint
update_shown (LieuditMarkerLayer *self)
{
  LieuditMapProjection projection = get_projection (self);
  guint n_shown = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      LieuditMarkerItem *item = get_item (self, i);
      double x, y;

      lieudit_marker_item_locate (item, &projection, &x, &y);
      item->is_special = item->place == lieudit_marker_layer_get_selected (self) || item->place == lieudit_marker_layer_get_hovered (self) || has_focus (item);
      item->is_shown = (item->leader == i || item->is_special) && is_inside (&projection, x, y, REACH);
      n_shown += item->is_shown;
    }
  return n_shown;
}

static void
update_names (LieuditMarkerLayer *self)
{
  LieuditMapProjection projection = get_projection (self);
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_clear_pointer (&self->taken, g_array_unref);
  self->taken = lieudit_marker_items_place_names (self->items, self->obstacles, &projection,
                                                  projection.zoom == self->named_zoom, right_to_left);
  g_array_append_vals (self->taken, self->obstacles->data, self->obstacles->len);
  self->named_zoom = projection.zoom;
}

static void
update_clusters (LieuditMarkerLayer *self)
{
  LieuditMapProjection projection = get_projection (self);

  if (self->clustered_zoom != projection.zoom || is_resized (self, projection.width, projection.height))
    {
      self->crowding = 1.0;
      self->clustered_zoom = projection.zoom;
      self->clustered_width = projection.width;
      self->clustered_height = projection.height;
      lieudit_marker_items_cluster (self->items, projection.zoom, self->crowding);
    }
  while (update_shown (self) > LIEUDIT_MARKER_LAYER_LIMIT && self->crowding < MAX_CROWDING)
    {
      self->crowding *= CROWDING_STEP;
      lieudit_marker_items_cluster (self->items, projection.zoom, self->crowding);
    }
}

/* Everything but the positions, which follow the viewport within the frame. */
static gboolean
update (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       user_data)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (widget);

  self->update_id = 0;
  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_REMOVE;
  update_clusters (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      if (get_item (self, i)->is_shown)
        lieudit_marker_layer_update_marker (self, get_item (self, i));
      lieudit_marker_layer_update_cluster (self, i);
    }
  update_names (self);
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
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
  if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update, NULL, NULL);
}

static void
on_viewport_changed (LieuditMarkerLayer *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  lieudit_marker_layer_queue_update (self);
}

static void
on_analysis_changed (LieuditMarkerLayer *self)
{
  lieudit_marker_items_fill (self->items, self->selection != NULL ? lieudit_selection_get_analysis (self->selection) : NULL);
  g_clear_pointer (&self->draw_order, g_array_unref);
  self->draw_order = lieudit_marker_items_sort_by_rank (self->items);
  self->clustered_zoom = -1.0;
  lieudit_marker_layer_queue_update (self);
}

static void
allocate_item (LieuditMarkerItem          *item,
               const LieuditMapProjection *projection)
{
  LieuditPixelBox extent = lieudit_marker_get_extent (LIEUDIT_MARKER (item->marker));
  GtkAllocation area = { 0, 0, (int) extent.width, (int) extent.height };
  double x, y;

  lieudit_marker_item_locate (item, projection, &x, &y);
  area.x = (int) (round (x + item->moved_right) + extent.x);
  area.y = (int) (round (y + item->moved_down) + extent.y);
  gtk_widget_size_allocate (item->marker, &area, -1);
  if (item->cluster != NULL)
    {
      LieuditPixelBox box = lieudit_marker_item_get_bubble_box (item, x, y);

      area = (GtkAllocation) { (int) box.x, (int) box.y, (int) box.width, (int) box.height };
      gtk_widget_size_allocate (item->cluster, &area, -1);
    }
}

static void
lieudit_marker_layer_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (widget);
  LieuditMapProjection projection = get_projection (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      LieuditMarkerItem *item = get_item (self, i);

      if (item->marker != NULL)
        gtk_widget_set_child_visible (item->marker, item->is_shown);
      if (item->marker != NULL && item->is_shown)
        allocate_item (item, &projection);
    }
  if (is_resized (self, width, height))
    lieudit_marker_layer_queue_update (self);
}

static void
snapshot_item (LieuditMarkerLayer *self,
               LieuditMarkerItem  *item,
               GtkSnapshot        *snapshot)
{
  if (item->marker != NULL)
    gtk_widget_snapshot_child (GTK_WIDGET (self), item->marker, snapshot);
  if (item->cluster != NULL)
    gtk_widget_snapshot_child (GTK_WIDGET (self), item->cluster, snapshot);
}

static void
lieudit_marker_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (widget);

  for (int special = FALSE; special <= TRUE; special++)
    for (guint i = 0; i < self->draw_order->len; i++)
      {
        LieuditMarkerItem *item = get_item (self, g_array_index (self->draw_order, guint, i));

        if (item->is_special == special)
          snapshot_item (self, item, snapshot);
      }
}

static GPtrArray *
list_focusable (LieuditMarkerLayer *self)
{
  GPtrArray *widgets = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      LieuditMarkerItem *item = get_item (self, i);

      if (item->marker != NULL && gtk_widget_get_mapped (item->marker))
        g_ptr_array_add (widgets, item->marker);
      if (item->cluster != NULL && gtk_widget_get_mapped (item->cluster))
        g_ptr_array_add (widgets, item->cluster);
    }
  return widgets;
}

/* Tab follows the text, not the rows and columns of the screen. */
static gboolean
lieudit_marker_layer_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  g_autoptr (GPtrArray) widgets = list_focusable (LIEUDIT_MARKER_LAYER (widget));
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;
  guint current = 0;
  int next;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (focused == NULL || !g_ptr_array_find (widgets, focused, &current))
    next = is_forward ? 0 : (int) widgets->len - 1;
  else
    next = is_forward ? (int) current + 1 : (int) current - 1;
  return next >= 0 && next < (int) widgets->len && gtk_widget_child_focus (g_ptr_array_index (widgets, next), direction);
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

  g_array_set_size (self->items, 0);
  g_array_set_size (self->draw_order, 0);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (lieudit_marker_layer_parent_class)->dispose (object);
}

static void
lieudit_marker_layer_finalize (GObject *object)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (object);

  g_array_unref (self->items);
  g_array_unref (self->draw_order);
  g_array_unref (self->obstacles);
  g_array_unref (self->taken);

  G_OBJECT_CLASS (lieudit_marker_layer_parent_class)->finalize (object);
}

static void
lieudit_marker_layer_class_init (LieuditMarkerLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lieudit_marker_layer_constructed;
  object_class->dispose = lieudit_marker_layer_dispose;
  object_class->finalize = lieudit_marker_layer_finalize;

  widget_class->size_allocate = lieudit_marker_layer_size_allocate;
  widget_class->snapshot = lieudit_marker_layer_snapshot;
  widget_class->focus = lieudit_marker_layer_focus;

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
   * Emitted once a frame in which the markers or their labels moved.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_marker_layer_init (LieuditMarkerLayer *self)
{
  self->items = lieudit_marker_items_new ();
  self->draw_order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));
  self->taken = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));
  self->clustered_zoom = -1.0;
  self->crowding = 1.0;

  lieudit_marker_layer_add_drag (self);
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
      g_signal_connect_object (selection, "notify::analysis", G_CALLBACK (on_analysis_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "notify::place", G_CALLBACK (lieudit_marker_layer_queue_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "notify::hovered-place", G_CALLBACK (lieudit_marker_layer_queue_update), self,
                               G_CONNECT_SWAPPED);
    }
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
  LieuditMapProjection projection;
  guint n_outside = 0;

  g_return_val_if_fail (LIEUDIT_IS_MARKER_LAYER (self), 0);

  projection = get_projection (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      double x, y;

      lieudit_marker_item_locate (get_item (self, i), &projection, &x, &y);
      n_outside += !is_inside (&projection, x, y, 0.0);
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
  LieuditMapProjection projection;
  LieuditMarkerItem *item;
  double x, y, radius;

  g_return_val_if_fail (LIEUDIT_IS_MARKER_LAYER (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  *area = (GdkRectangle) { 0 };
  item = lieudit_marker_items_find (self->items, place);
  if (item == NULL)
    return FALSE;
  projection = get_projection (self);
  lieudit_marker_item_locate (item, &projection, &x, &y);
  x += item->moved_right;
  y += item->moved_down;
  area->x = (int) x;
  area->y = (int) y;
  if (!is_inside (&projection, x, y, 0.0))
    return FALSE;
  radius = lieudit_marker_item_get_radius (item);
  *area = (GdkRectangle) { (int) (x - radius), (int) (y - radius), (int) (2 * radius), (int) (2 * radius) };
  return TRUE;
}
