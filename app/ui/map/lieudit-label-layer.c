/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-label-layer.h"

#include "map/lieudit-label-drawer.h"
#include "map/lieudit-map-zoom.h"
#include "map/lieudit-surface-texture.h"

#include <math.h>
#include <string.h>

/**
 * LieuditLabelLayer:
 *
 * A layer of a map with the names of the base map's countries, seas and towns.
 *
 * Names are placed and drawn on another thread; until those of a view are there, the ones before are shown where their places are now. The
 * layer neither takes the pointer nor the focus, and what it says is decoration to assistive technologies: the places of the article are in
 * the marker layer and the list.
 */
struct _LieuditLabelLayer
{
  ShumateLayer parent_instance;

  LieuditBaseMapSource *source;
  LieuditLabelDrawer *drawer;   /* NULL when there is no base map or style */
  LieuditLabelDrawing *drawing; /* what is shown; NULL before the first */
  gboolean is_drawing;          /* whether another is on its way */
  gboolean is_outdated;         /* whether something else than the view has changed since that was begun */
  GArray *obstacles;            /* of LieuditPixelBox */
};

G_DEFINE_FINAL_TYPE (LieuditLabelLayer, lieudit_label_layer, SHUMATE_TYPE_LAYER)

/* Textures are put on whole device pixels, or letters would blur. */
static void
append_texture (LieuditLabelLayer     *self,
                GtkSnapshot           *snapshot,
                GdkTexture            *texture,
                double                 x,
                double                 y,
                const LieuditPixelBox *area)
{
  int scale = self->drawing->scale;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (round ((x + area->x) * scale) / scale), (float) (round ((y + area->y) * scale) / scale),
                                               (float) area->width, (float) area->height);

  lieudit_surface_texture_append (texture, GTK_WIDGET (self), snapshot, &bounds);
}

/* The most important names come last, over the others. */
static void
snapshot_labels (LieuditLabelLayer      *self,
                 GtkSnapshot            *snapshot,
                 const LieuditMapExtent *extent)
{
  const LieuditMapExtent *view = &self->drawing->view;
  double growth = exp2 (extent->zoom - view->zoom);

  for (guint i = self->drawing->labels->len; i > 0; i--)
    {
      const LieuditDrawnLabel *label = &g_array_index (self->drawing->labels, LieuditDrawnLabel, i - 1);
      double x = (view->left + label->x) * growth - extent->left;
      double y = (view->top + label->y) * growth - extent->top;

      if (label->name != NULL)
        append_texture (self, snapshot, label->name, x, y, &label->name_area);
      if (label->dot != NULL)
        append_texture (self, snapshot, label->dot, x, y, &label->dot_area);
    }
}

static void
on_drawn (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LieuditLabelLayer) self = user_data;
  LieuditLabelDrawing *drawing = lieudit_label_drawer_draw_finish (self->drawer, result, NULL);

  g_clear_pointer (&self->drawing, lieudit_label_drawing_free);
  self->drawing = drawing;
  self->is_drawing = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_current (LieuditLabelLayer      *self,
            const LieuditMapExtent *extent)
{
  const LieuditLabelDrawing *drawing = self->drawing;

  return !self->is_outdated && drawing != NULL && drawing->is_complete && drawing->scale == gtk_widget_get_scale_factor (GTK_WIDGET (self))
         && memcmp (&drawing->view, extent, sizeof *extent) == 0;
}

static void
draw_if_needed (LieuditLabelLayer      *self,
                const LieuditMapExtent *extent)
{
  if (self->is_drawing || is_current (self, extent))
    return;
  self->is_drawing = TRUE;
  self->is_outdated = FALSE;
  lieudit_label_drawer_draw_async (self->drawer, GTK_WIDGET (self), extent, self->obstacles, on_drawn, g_object_ref (self));
}

static void
redraw (LieuditLabelLayer *self)
{
  self->is_outdated = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_source_changed (LieuditLabelLayer *self)
{
  LieuditMapStyle *style = lieudit_base_map_source_get_style (self->source);

  if (self->drawer != NULL && style != NULL)
    lieudit_label_drawer_set_style (self->drawer, style);

  redraw (self);
}

static void
lieudit_label_layer_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  LieuditLabelLayer *self = LIEUDIT_LABEL_LAYER (widget);
  LieuditMapExtent extent;

  if (self->drawer == NULL || !lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return;
  draw_if_needed (self, &extent);
  if (self->drawing != NULL)
    snapshot_labels (self, snapshot, &extent);
}

static void
lieudit_label_layer_dispose (GObject *object)
{
  LieuditLabelLayer *self = LIEUDIT_LABEL_LAYER (object);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  if (viewport != NULL)
    g_signal_handlers_disconnect_by_data (viewport, self);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);

  g_clear_object (&self->source);

  G_OBJECT_CLASS (lieudit_label_layer_parent_class)->dispose (object);
}

static void
lieudit_label_layer_finalize (GObject *object)
{
  LieuditLabelLayer *self = LIEUDIT_LABEL_LAYER (object);

  g_clear_pointer (&self->obstacles, g_array_unref);
  g_clear_pointer (&self->drawing, lieudit_label_drawing_free);
  g_clear_object (&self->drawer);

  G_OBJECT_CLASS (lieudit_label_layer_parent_class)->finalize (object);
}

static void
lieudit_label_layer_class_init (LieuditLabelLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_label_layer_dispose;
  object_class->finalize = lieudit_label_layer_finalize;
  widget_class->snapshot = lieudit_label_layer_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lieudit_label_layer_init (LieuditLabelLayer *self)
{
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * lieudit_label_layer_new:
 * @viewport: the viewport of the map that shows the layer
 * @source: where the names and their style come from
 *
 * Creates a layer of names, in English.
 *
 * Returns: (transfer floating): the layer
 */
LieuditLabelLayer *
lieudit_label_layer_new (ShumateViewport      *viewport,
                         LieuditBaseMapSource *source)
{
  static const char *const moves[] = { "latitude", "longitude", "zoom-level", "rotation" };
  LieuditLabelLayer *self;
  LieuditBaseMap *base_map;
  LieuditMapStyle *style;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (source), NULL);

  self = g_object_new (LIEUDIT_TYPE_LABEL_LAYER, "viewport", viewport, NULL);
  self->source = g_object_ref (source);

  base_map = lieudit_base_map_source_get_base_map (source);
  style = lieudit_base_map_source_get_style (source);
  if (base_map != NULL && style != NULL)
    self->drawer = lieudit_label_drawer_new (base_map, style);

  g_signal_connect_swapped (source, "notify::style", G_CALLBACK (on_source_changed), self);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", moves[i], NULL);

      g_signal_connect_swapped (viewport, signal, G_CALLBACK (gtk_widget_queue_draw), self);
    }

  return self;
}

/**
 * lieudit_label_layer_set_language:
 * @self: a layer of names
 * @language: a language tag or locale name, such as "fr" or "ar_SY.UTF-8"
 *
 * Changes the language of the names.
 */
void
lieudit_label_layer_set_language (LieuditLabelLayer *self,
                                  const char        *language)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));
  g_return_if_fail (language != NULL);

  if (self->drawer != NULL)
    lieudit_label_drawer_set_language (self->drawer, language);

  redraw (self);
}

/**
 * lieudit_label_layer_set_shows_local:
 * @self: a layer of names
 * @shows_local: whether to write what a place is called where it is under its name
 *
 * Changes whether the names are in two languages.
 */
void
lieudit_label_layer_set_shows_local (LieuditLabelLayer *self,
                                     gboolean           shows_local)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));

  if (self->drawer != NULL)
    lieudit_label_drawer_set_shows_local (self->drawer, shows_local);

  redraw (self);
}

/**
 * lieudit_label_layer_set_scale:
 * @self: a layer of names
 * @scale: how much larger than usual names are
 *
 * Makes the names be read from afar.
 */
void
lieudit_label_layer_set_scale (LieuditLabelLayer *self,
                               double             scale)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));
  g_return_if_fail (scale > 0.0);

  if (self->drawer != NULL)
    lieudit_label_drawer_set_scale (self->drawer, scale);

  redraw (self);
}

/**
 * lieudit_label_layer_take_marks:
 * @self: a layer of names
 * @marks: (transfer full): the places that another layer names
 *
 * Says which places need no name in this layer.
 */
void
lieudit_label_layer_take_marks (LieuditLabelLayer *self,
                                LieuditMapMarks   *marks)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));
  g_return_if_fail (marks != NULL);

  if (self->drawer != NULL)
    lieudit_label_drawer_take_marks (self->drawer, marks);
  else
    lieudit_map_marks_free (marks);

  redraw (self);
}

/**
 * lieudit_label_layer_set_obstacles:
 * @self: a layer of names
 * @obstacles: (array length=n_obstacles) (nullable): rectangles, in pixels from the layer's corner
 * @n_obstacles: how many
 *
 * Says where no name may be, such as under the markers of the article's places and their labels.
 */
void
lieudit_label_layer_set_obstacles (LieuditLabelLayer     *self,
                                   const LieuditPixelBox *obstacles,
                                   gsize                  n_obstacles)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));
  g_return_if_fail (obstacles != NULL || n_obstacles == 0);

  if (n_obstacles == self->obstacles->len && (n_obstacles == 0 || memcmp (obstacles, self->obstacles->data, n_obstacles * sizeof *obstacles) == 0))
    return;

  g_array_set_size (self->obstacles, 0);
  if (n_obstacles > 0)
    g_array_append_vals (self->obstacles, obstacles, (guint) n_obstacles);

  redraw (self);
}
