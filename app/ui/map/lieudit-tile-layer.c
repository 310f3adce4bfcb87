/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-layer.h"

/**
 * LieuditTileLayer:
 *
 * The tiles of a map.
 *
 * libshumate's own layer keeps tiles that it has shown, and cannot be told that they look different now. This one begins anew with
 * another when the source gets another identifier, as the base map's does when the window turns dark or light. And as that layer moves only when the program is idle, it would lag behind the
 * markers while the map is moved: this one makes it move along in the same frame.
 */
struct _LieuditTileLayer
{
  ShumateLayer parent_instance;

  ShumateMapSource *source;
  GtkWidget *tiles;
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

static void
on_viewport_changed (LieuditTileLayer *self)
{
  gtk_widget_queue_draw (self->tiles);
}

static void
lieudit_tile_layer_dispose (GObject *object)
{
  LieuditTileLayer *self = LIEUDIT_TILE_LAYER (object);

  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (lieudit_tile_layer_parent_class)->dispose (object);
}

static void
lieudit_tile_layer_class_init (LieuditTileLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_tile_layer_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
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
