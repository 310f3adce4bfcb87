/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlines of countries have thousands of corners: to fill and line them takes longer than a frame of a flight may. */
#include "config.h"

#include "map/lieudit-area-drawing.h"

#include "picture/lieudit-place-area.h"

/* How far beyond the view is drawn, so that a map that flies does not come to the end before the next is drawn; in pixels. */
#define AHEAD 384.0

/**
 * lieudit_area_drawing_new:
 * @base_map: (nullable): where outlines come from; without it no area can be added
 * @style: where colours come from
 * @view: what is looked at
 * @scale: device pixels a pixel
 * @generation: a number to know the drawing by
 *
 * Prepares a drawing of no area.
 *
 * Returns: (transfer full): a drawing
 */
LieuditAreaDrawing *
lieudit_area_drawing_new (LieuditBaseMap         *base_map,
                          LieuditMapStyle        *style,
                          const LieuditMapExtent *view,
                          int                     scale,
                          guint                   generation)
{
  LieuditAreaDrawing *self;

  g_return_val_if_fail (base_map == NULL || LIEUDIT_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (style), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_new0 (LieuditAreaDrawing, 1);
  g_set_object (&self->base_map, base_map);
  self->style = g_object_ref (style);
  self->view = *view;
  self->scale = scale;
  self->generation = generation;
  self->areas = g_array_new (FALSE, FALSE, sizeof (const LieuditBaseMapArea *));
  self->selected = -1;

  return self;
}

/**
 * lieudit_area_drawing_free:
 * @self: (transfer full): a drawing
 *
 * Frees a drawing.
 */
void
lieudit_area_drawing_free (LieuditAreaDrawing *self)
{
  lieudit_view_texture_clear (&self->texture);
  g_clear_object (&self->circled);
  g_array_unref (self->areas);
  g_object_unref (self->style);
  g_clear_object (&self->base_map);
  g_free (self);
}

/**
 * lieudit_area_drawing_add:
 * @self: a drawing that does not run yet
 * @area: an area of its base map
 * @is_selected: whether the area is marked
 *
 * Has an area tinted and outlined.
 */
void
lieudit_area_drawing_add (LieuditAreaDrawing       *self,
                          const LieuditBaseMapArea *area,
                          gboolean                  is_selected)
{
  g_return_if_fail (self != NULL && area != NULL);

  if (is_selected)
    self->selected = (int) self->areas->len;
  g_array_append_val (self->areas, area);
}

/**
 * lieudit_area_drawing_set_circle:
 * @self: a drawing that does not run yet
 * @place: (transfer none): a place
 *
 * Has a place ringed as far as its coordinates may be off.
 */
void
lieudit_area_drawing_set_circle (LieuditAreaDrawing *self,
                                 LieuditPlace       *place)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->circled, place);
}

static void
draw (const LieuditMapExtent *extent,
      cairo_t                *cr,
      gpointer                user_data)
{
  LieuditAreaDrawing *self = user_data;
  const LieuditMapPictureColours *colours = lieudit_map_style_get_picture (self->style);

  for (int i = 0; i < (int) self->areas->len; i++)
    {
      const LieuditBaseMapArea *area = g_array_index (self->areas, const LieuditBaseMapArea *, i);

      if (!lieudit_map_area_covers (area, &self->view))
        lieudit_place_area_draw (self->base_map, area, extent, i == self->selected ? &colours->mark : &colours->area_mark, cr);
    }
  if (self->circled != NULL)
    lieudit_place_area_draw_circle (self->circled, extent, &colours->mark, cr);
}

/**
 * lieudit_area_drawing_enlarge:
 * @view: what is looked at
 * @by: pixels
 *
 * Returns: @view with a strip around it
 */
LieuditMapExtent
lieudit_area_drawing_enlarge (const LieuditMapExtent *view,
                              double                  by)
{
  return (LieuditMapExtent) { view->zoom, view->left - by, view->top - by, view->width + 2.0 * by, view->height + 2.0 * by };
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr (LieuditAreaDrawing) self = g_task_get_task_data (task);
  LieuditMapExtent ahead = lieudit_area_drawing_enlarge (&self->view, AHEAD);

  if (g_task_return_error_if_cancelled (task))
    return;
  lieudit_view_texture_draw (&self->texture, &ahead, self->scale, draw, self);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) lieudit_area_drawing_free);
}

/**
 * lieudit_area_drawing_run_async:
 * @self: (transfer full): a drawing
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Draws.
 */
void
lieudit_area_drawing_run_async (LieuditAreaDrawing  *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_area_drawing_run_async);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lieudit_area_drawing_run_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends lieudit_area_drawing_run_async().
 *
 * Returns: (transfer full) (nullable): what was drawn, or %NULL if it was given up
 */
LieuditAreaDrawing *
lieudit_area_drawing_run_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
