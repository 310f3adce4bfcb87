/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-area-layer.h"

#include "map/lieudit-area-drawing.h"
#include "map/lieudit-map-zoom.h"
#include "picture/lieudit-place-area.h"

/* While the map gets larger or smaller, areas are shown as they were drawn until they differ by so many zoom levels. */
#define STAND_IN_LEVELS 0.4

/* How near to the end of what is drawn the view comes before the next is begun, in pixels. */
#define NEAR 224.0

/* A map that has not moved for this long rests; in milliseconds. */
#define REST 100

/**
 * LieuditAreaLayer:
 *
 * A layer of a map that tints the countries and provinces that the article names, which a point would put where they are not, and
 * rings the selected place as far as its coordinates may be off. It takes neither the pointer nor the focus: the areas' names are in
 * the marker layer.
 */
struct _LieuditAreaLayer
{
  ShumateLayer parent_instance;

  LieuditBaseMapSource *source;
  LieuditSelection *selection;
  GArray *areas; /* of NamedArea */
  LieuditAreaDrawing *drawn; /* NULL while there is nothing to show yet */
  GCancellable *drawing;     /* NULL unless something is being drawn */
  guint generation;          /* of what is to be drawn */
  guint rest_id;
  gboolean is_resting;
};

typedef struct {
  const LieuditBaseMapArea *area;
  LieuditFoundPlace *place; /* unowned, only compared */
} NamedArea;

G_DEFINE_FINAL_TYPE (LieuditAreaLayer, lieudit_area_layer, SHUMATE_TYPE_LAYER)

static LieuditFoundPlace *
get_selected (LieuditAreaLayer *self)
{
  return self->selection != NULL ? lieudit_selection_get_place (self->selection) : NULL;
}

static gboolean
has_area (LieuditAreaLayer  *self,
          LieuditFoundPlace *place)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (g_array_index (self->areas, NamedArea, i).place == place)
      return TRUE;
  return FALSE;
}

static LieuditAreaDrawing *
prepare_drawing (LieuditAreaLayer       *self,
                 const LieuditMapExtent *view)
{
  LieuditFoundPlace *selected = get_selected (self);
  LieuditAreaDrawing *drawing = lieudit_area_drawing_new (lieudit_base_map_source_get_base_map (self->source),
                                                          lieudit_base_map_source_get_style (self->source), view,
                                                          gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->generation);

  for (guint i = 0; i < self->areas->len; i++)
    {
      const NamedArea *area = &g_array_index (self->areas, NamedArea, i);

      lieudit_area_drawing_add (drawing, area->area, area->place == selected);
    }
  if (selected != NULL && !has_area (self, selected))
    lieudit_area_drawing_set_circle (drawing, lieudit_found_place_get_place (selected));

  return drawing;
}

static void
on_drawn (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LieuditAreaLayer) self = user_data;
  g_autoptr (LieuditAreaDrawing) drawing = lieudit_area_drawing_run_finish (result, NULL);

  g_clear_object (&self->drawing);
  if (self->source == NULL)
    return;
  /* What has become wrong meanwhile is drawn again in the next frame. */
  if (drawing != NULL && drawing->generation == self->generation)
    {
      g_clear_pointer (&self->drawn, lieudit_area_drawing_free);
      self->drawn = g_steal_pointer (&drawing);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin_drawing (LieuditAreaLayer       *self,
               const LieuditMapExtent *view)
{
  if (self->drawing != NULL)
    return;
  self->is_resting = FALSE;
  self->drawing = g_cancellable_new ();
  lieudit_area_drawing_run_async (prepare_drawing (self, view), self->drawing, on_drawn, g_object_ref (self));
}

static gboolean
on_rest (gpointer data)
{
  LieuditAreaLayer *self = data;

  self->rest_id = 0;
  self->is_resting = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* What is drawn stands in for what is not yet: larger or smaller, until the map rests. */
static void
draw_if_needed (LieuditAreaLayer       *self,
                const LieuditMapExtent *view)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gboolean is_current = self->drawn != NULL && self->drawn->generation == self->generation;
  LieuditMapExtent needed = lieudit_area_drawing_enlarge (view, NEAR);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (is_current && lieudit_view_texture_covers (&self->drawn->texture, &needed, scale, 0.0))
    self->is_resting = FALSE;
  else if (!is_current || self->is_resting || !lieudit_view_texture_covers (&self->drawn->texture, &needed, scale, STAND_IN_LEVELS))
    begin_drawing (self, view);
  else
    self->rest_id = g_timeout_add (REST, on_rest, self);
}

static void
lieudit_area_layer_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  LieuditAreaLayer *self = LIEUDIT_AREA_LAYER (widget);
  LieuditMapExtent extent;

  if (self->areas->len == 0 && get_selected (self) == NULL)
    return;
  if (lieudit_base_map_source_get_style (self->source) == NULL || !lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return;
  draw_if_needed (self, &extent);
  if (self->drawn != NULL)
    lieudit_view_texture_show (&self->drawn->texture, widget, snapshot, &extent);
}

static void
redraw (LieuditAreaLayer *self)
{
  self->generation++;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_analysis_changed (LieuditAreaLayer *self)
{
  LieuditAnalysis *analysis = self->selection != NULL ? lieudit_selection_get_shown (self->selection) : NULL;
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;

  /* Another article's areas stand in for nothing. */
  g_clear_pointer (&self->drawn, lieudit_area_drawing_free);
  g_array_set_size (self->areas, 0);
  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) place = g_list_model_get_item (places, i);
      NamedArea area = { lieudit_place_area_find (lieudit_base_map_source_get_base_map (self->source), place), place };

      if (area.area != NULL)
        g_array_append_val (self->areas, area);
    }
  redraw (self);
}

static void
lieudit_area_layer_dispose (GObject *object)
{
  LieuditAreaLayer *self = LIEUDIT_AREA_LAYER (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_cancellable_cancel (self->drawing);
  g_clear_pointer (&self->drawn, lieudit_area_drawing_free);
  g_array_set_size (self->areas, 0);
  g_clear_object (&self->selection);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (lieudit_area_layer_parent_class)->dispose (object);
}

static void
lieudit_area_layer_finalize (GObject *object)
{
  g_array_unref (LIEUDIT_AREA_LAYER (object)->areas);

  G_OBJECT_CLASS (lieudit_area_layer_parent_class)->finalize (object);
}

static void
lieudit_area_layer_class_init (LieuditAreaLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_area_layer_dispose;
  object_class->finalize = lieudit_area_layer_finalize;
  widget_class->snapshot = lieudit_area_layer_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lieudit_area_layer_init (LieuditAreaLayer *self)
{
  self->areas = g_array_new (FALSE, FALSE, sizeof (NamedArea));

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * lieudit_area_layer_new:
 * @viewport: the viewport of the map that shows the layer
 * @source: where outlines and colours come from
 *
 * Creates a layer that draws nothing.
 *
 * Returns: (transfer floating): the layer
 */
LieuditAreaLayer *
lieudit_area_layer_new (ShumateViewport      *viewport,
                        LieuditBaseMapSource *source)
{
  LieuditAreaLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (source), NULL);

  self = g_object_new (LIEUDIT_TYPE_AREA_LAYER, "viewport", viewport, NULL);
  self->source = g_object_ref (source);
  g_signal_connect_object (source, "notify::style", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_area_layer_set_selection:
 * @self: a layer
 * @selection: (nullable) (transfer none): what the article names, and what of it is selected
 *
 * Draws the areas of the selection's analysis from now on.
 */
void
lieudit_area_layer_set_selection (LieuditAreaLayer *self,
                                  LieuditSelection *selection)
{
  g_return_if_fail (LIEUDIT_IS_AREA_LAYER (self));
  g_return_if_fail (selection == NULL || LIEUDIT_IS_SELECTION (selection));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (!g_set_object (&self->selection, selection))
    return;
  if (selection != NULL)
    {
      g_signal_connect_object (selection, "notify::shown", G_CALLBACK (on_analysis_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "notify::place", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
    }
  on_analysis_changed (self);
}
