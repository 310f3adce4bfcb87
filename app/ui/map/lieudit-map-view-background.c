/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another map than the one on board behind the places. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <glib/gi18n.h>

#include "map/lieudit-map-zoom.h"

#include <math.h>

/* Whom the map on board and the places come from, as short as their licences allow; names are not translated. */
#define SHORT_ATTRIBUTION "Natural Earth · GSHHG · GeoNames (CC BY 4.0)"

/* Whom the places come from. */
#define PLACES_ATTRIBUTION "GeoNames (CC BY 4.0)"

static LieuditTileStore *
get_store (LieuditMapView *self)
{
  return self->background != NULL ? lieudit_background_source_get_store (self->background) : NULL;
}

static gboolean
covers_view (LieuditMapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double zoom = lieudit_map_zoom_from_level (viewport, shumate_viewport_get_zoom_level (viewport));

  return get_store (self) != NULL && lieudit_background_source_get_problem (self->background) == NULL &&
         lieudit_tile_store_covers (get_store (self), shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                                    shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), floor (zoom));
}

/* Images have names of their own; where they have nothing to show, and over shapes, those of the map on board are needed. */
static void
update_labels (LieuditMapView *self)
{
  gboolean has_names = covers_view (self) && !lieudit_tile_store_get_holds_shapes (get_store (self));

  gtk_widget_set_visible (GTK_WIDGET (self->labels), !has_names);
}

static void
update_style (LieuditMapView *self)
{
  if (self->background != NULL)
    lieudit_background_source_set_style (self->background, lieudit_base_map_source_get_style (self->source));
}

static void
update_attribution (LieuditMapView *self)
{
  const char *attribution = get_store (self) != NULL ? lieudit_tile_store_get_attribution (get_store (self)) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;

  if (attribution != NULL)
    text = g_strconcat (attribution, " · ", PLACES_ATTRIBUTION, NULL);
  if (attribution != NULL && self->own_attribution != NULL)
    tooltip = g_strconcat (attribution, "\n", self->own_attribution, NULL);
  gtk_label_set_label (self->attribution, text != NULL ? text : SHORT_ATTRIBUTION);
  gtk_widget_set_tooltip_text (self->attribution_button, tooltip != NULL ? tooltip : self->own_attribution);
}

static void
update_message (LieuditMapView *self)
{
  const char *problem = self->background != NULL ? lieudit_background_source_get_problem (self->background) : NULL;
  g_autofree char *message = NULL;

  if (problem != NULL)
    /* Translators: %s is a sentence that says why */
    message = g_strdup_printf (_("Where the map you chose is missing, the built-in one is shown. %s"), problem);
  else if (self->own_error != NULL)
    /* Translators: %s is a sentence that says why */
    message = g_strdup_printf (_("The places are shown without a map behind them. %s"), self->own_error);
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
on_problem_changed (LieuditMapView *self)
{
  update_message (self);
  update_labels (self);
}

static void
on_network_changed (LieuditMapView *self,
                    gboolean        is_available)
{
  if (is_available && self->background != NULL && lieudit_background_source_get_problem (self->background) != NULL)
    lieudit_background_source_begin_anew (self->background);
}

/*
 * lieudit_map_view_add_background:
 * @self: a map that has its layers
 * @source: the map on board
 *
 * Prepares for other maps, and says whom the one on board comes from.
 */
void
lieudit_map_view_add_background (LieuditMapView       *self,
                                 LieuditBaseMapSource *source)
{
  const GError *error = lieudit_base_map_source_get_error (source);

  self->own_attribution = g_strdup (lieudit_base_map_source_get_attribution (source));
  self->own_error = error != NULL ? g_strdup (error->message) : NULL;
  g_signal_connect_object (source, "notify::style", G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shumate_map_get_viewport (self->map), "notify", G_CALLBACK (update_labels), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed", G_CALLBACK (on_network_changed), self, G_CONNECT_SWAPPED);
  update_attribution (self);
  update_message (self);
}

/*
 * lieudit_map_view_dispose_background:
 * @self: a map
 *
 * Lets go of what other maps need.
 */
void
lieudit_map_view_dispose_background (LieuditMapView *self)
{
  g_clear_object (&self->background);
  g_clear_pointer (&self->own_attribution, g_free);
  g_clear_pointer (&self->own_error, g_free);
}

/**
 * lieudit_map_view_set_background:
 * @self: a map
 * @store: (nullable): another map to show, or %NULL for the one on board alone
 *
 * Changes what is behind the places. The map on board stays where the other one has nothing to show.
 */
void
lieudit_map_view_set_background (LieuditMapView   *self,
                                 LieuditTileStore *store)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (store == NULL || LIEUDIT_IS_TILE_STORE (store));

  if (store == get_store (self))
    return;
  if (self->background != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->background_tiles));
  g_clear_object (&self->background);
  if (store != NULL)
    {
      self->background = lieudit_background_source_new (store);
      update_style (self);
      self->background_tiles = lieudit_tile_layer_new (shumate_map_get_viewport (self->map), SHUMATE_MAP_SOURCE (self->background));
      shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (self->background_tiles), SHUMATE_LAYER (self->tiles));
      g_signal_connect_object (self->background, "notify::problem", G_CALLBACK (on_problem_changed), self, G_CONNECT_SWAPPED);
    }
  update_attribution (self);
  on_problem_changed (self);
}
