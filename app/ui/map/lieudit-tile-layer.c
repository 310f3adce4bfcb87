/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-layer.h"

#include "lieudit-toolkit.h"

/**
 * LieuditTileLayer:
 *
 * The tiles of a map.
 *
 * libshumate's own layer keeps tiles that it has shown, and cannot be told that they look different now. This one begins anew with
 * another when the source gets another identifier, as the base map's does when the window turns dark or light. And as that layer moves
 * only when the program is idle, it would lag behind the markers while the map is moved: this one makes it move along in the same frame.
 */
struct _LieuditTileLayer
{
  ShumateLayer parent_instance;

  ShumateMapSource *source;
  GtkWidget *tiles;
  guint waiting_id; /* until libshumate may have put tiles off */
  guint counting_id;
  guint n_frames; /* since then */
};

G_DEFINE_FINAL_TYPE (LieuditTileLayer, lieudit_tile_layer, SHUMATE_TYPE_LAYER)

static void
begin_anew (LieuditTileLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  self->tiles = GTK_WIDGET (shumate_map_layer_new (self->source, viewport));
  gtk_widget_set_parent (self->tiles, GTK_WIDGET (self));
}

static gboolean
count_frames (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  LieuditTileLayer *self = LIEUDIT_TILE_LAYER (widget);

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  self->counting_id = 0;
  gtk_widget_queue_allocate (self->tiles);

  return G_SOURCE_REMOVE;
}

static gboolean
begin_to_count (gpointer user_data)
{
  LieuditTileLayer *self = user_data;

  self->waiting_id = 0;
  self->n_frames = 0;
  if (self->counting_id == 0)
    self->counting_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), count_frames, NULL, NULL);

  return G_SOURCE_REMOVE;
}

/*
 * While a map moves fast, libshumate puts its tiles off, and looks in the next frame whether it still moves. It tells frames by their
 * times. But it mostly puts off between two frames, when the clock already gives the time of the next: then it takes that one for the same
 * again, and never looks any more. The map would stay as it was, and empty in a new window, until it is moved.
 *
 * It puts off when the program is idle. What waits longer comes after that, and in the second frame from then on the time is another one
 * for certain: a new allocation makes it look again.
 */
static void
look_once_more (LieuditTileLayer *self)
{
  if (lieudit_toolkit_puts_tiles_off () && self->waiting_id == 0)
    self->waiting_id = g_idle_add_full (G_PRIORITY_LOW, begin_to_count, self, NULL);
}

static void
on_viewport_changed (LieuditTileLayer *self)
{
  gtk_widget_queue_draw (self->tiles);
  look_once_more (self);
}

static void
lieudit_tile_layer_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  LieuditTileLayer *self = LIEUDIT_TILE_LAYER (widget);

  /* Any size will do, but GTK demands that it be asked. */
  gtk_widget_measure (self->tiles, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (self->tiles, width, height, baseline, NULL);
  look_once_more (self);
}

static void
lieudit_tile_layer_dispose (GObject *object)
{
  LieuditTileLayer *self = LIEUDIT_TILE_LAYER (object);

  g_clear_handle_id (&self->waiting_id, g_source_remove);
  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (lieudit_tile_layer_parent_class)->dispose (object);
}

static void
lieudit_tile_layer_class_init (LieuditTileLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_tile_layer_dispose;

  widget_class->size_allocate = lieudit_tile_layer_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lieudit_tile_layer_init (LieuditTileLayer *self)
{
}

/**
 * lieudit_tile_layer_new:
 * @viewport: the viewport of the map that shows the layer
 * @source: where the tiles come from
 *
 * Creates a layer of tiles.
 *
 * Returns: (transfer floating): the layer
 */
LieuditTileLayer *
lieudit_tile_layer_new (ShumateViewport  *viewport,
                        ShumateMapSource *source)
{
  LieuditTileLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (SHUMATE_IS_MAP_SOURCE (source), NULL);

  self = g_object_new (LIEUDIT_TYPE_TILE_LAYER, "viewport", viewport, NULL);
  self->source = g_object_ref (source);
  begin_anew (self);
  g_signal_connect_object (source, "notify::id", G_CALLBACK (begin_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (on_viewport_changed), self, G_CONNECT_SWAPPED);

  return self;
}
