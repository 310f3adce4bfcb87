/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as a class sees it: large, without tools, and with the places of one step on the stage. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <adwaita.h>

#define PRESENTING "presenting"

static void
put_on_stage (LieuditMapView *self)
{
  if (self->stage_current != NULL)
    lieudit_marker_layer_set_stage (self->markers, self->stage_current, self->stage_earlier);
}

/*
 * lieudit_map_view_update_look:
 * @self: a map
 *
 * Gives the markers the names that the map has, while it is shown to a class:
 * to its readers, they have those of the article.
 */
void
lieudit_map_view_update_look (LieuditMapView *self)
{
  LieuditMarkerLook look = { .scale = 1.0 };

  if (self->is_presenting)
    {
      look.scale = self->presenting_scale;
      look.shows_local = self->shows_local;
      if (g_strcmp0 (self->names_language, "article") != 0)
        look.names = lieudit_language_from_tag (lieudit_map_view_get_names_language (self));
    }
  lieudit_marker_layer_set_look (self->markers, &look);
  put_on_stage (self);
}

/**
 * lieudit_map_view_set_presenting:
 * @self: a map
 * @scale: how much larger than usual symbols, drawings and the names of the base map are
 *
 * Shows the map to a class: with large symbols whose names are in the language of
 * the map, and without what a class does not need.
 */
void
lieudit_map_view_set_presenting (LieuditMapView *self,
                                 double          scale)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (scale > 0.0);

  self->is_presenting = TRUE;
  self->presenting_scale = scale;
  gtk_widget_add_css_class (GTK_WIDGET (self), PRESENTING);
  gtk_widget_set_visible (self->controls, FALSE);
  gtk_widget_set_visible (self->notices, FALSE);
  lieudit_drawing_layer_set_scale (self->drawing_layer, scale);
  lieudit_label_layer_set_scale (self->labels, scale);
  lieudit_map_view_update_look (self);
}

/**
 * lieudit_map_view_set_strong:
 * @self: a map
 * @is_strong: whether what shows it is weak, as a projector in daylight
 *
 * Draws the map in the palette of strong contrast, whatever the desktop has.
 */
void
lieudit_map_view_set_strong (LieuditMapView *self,
                             gboolean        is_strong)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  lieudit_base_map_source_set_high_contrast (self->source, is_strong || adw_style_manager_get_high_contrast (style_manager));
}

/**
 * lieudit_map_view_set_stage:
 * @self: a map
 * @current: (element-type LieuditFoundPlace): the places that are talked of now
 * @earlier: (element-type LieuditFoundPlace): those that were talked of before, which fade
 * @framed: (element-type LieuditFoundPlace): where to fly to; nowhere if there is none
 *
 * Shows the places of one step, and frames them.
 */
void
lieudit_map_view_set_stage (LieuditMapView *self,
                            GPtrArray      *current,
                            GPtrArray      *earlier,
                            GPtrArray      *framed)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (current != NULL && earlier != NULL && framed != NULL);

  g_ptr_array_ref (current);
  g_ptr_array_ref (earlier);
  g_clear_pointer (&self->stage_current, g_ptr_array_unref);
  g_clear_pointer (&self->stage_earlier, g_ptr_array_unref);
  self->stage_current = current;
  self->stage_earlier = earlier;
  put_on_stage (self);
  if (framed->len == 0)
    return;
  g_clear_pointer (&self->staged, g_ptr_array_unref);
  self->staged = g_ptr_array_ref (framed);
  lieudit_map_view_frame (self, FRAMED_ALL, TRUE);
}

/**
 * lieudit_map_view_clear_stage:
 * @self: a map
 *
 * Shows all places again, and frames what the article is about.
 */
void
lieudit_map_view_clear_stage (LieuditMapView *self)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  g_clear_pointer (&self->stage_current, g_ptr_array_unref);
  g_clear_pointer (&self->stage_earlier, g_ptr_array_unref);
  lieudit_marker_layer_clear_stage (self->markers);
  g_clear_pointer (&self->staged, g_ptr_array_unref);
  lieudit_map_view_frame (self, FRAMED_CORE, TRUE);
}
