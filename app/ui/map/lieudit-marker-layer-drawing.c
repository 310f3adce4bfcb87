/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the markers are in a frame, and what is drawn of the places that have none. */
#include "config.h"

#include "map/lieudit-marker-layer-private.h"

#include "map/lieudit-map-zoom.h"
#include "map/lieudit-marker-labels.h"
#include "map/lieudit-marker.h"
#include "map/lieudit-surface-texture.h"

#include <math.h>

/* A place without a marker of its own is a dot this wide, in pixels, at its point. */
#define DOT 4.0

/* How much of its colour it has. */
#define DOT_OPACITY 0.8

/* The side of the parts of the view in which dots are drawn for one frame, in pixels. */
#define CELL 128.0f

static void
allocate_item (LieuditMarkerItem      *item,
               const LieuditMapExtent *extent)
{
  LieuditPixelBox box = lieudit_marker_get_extent (LIEUDIT_MARKER (item->marker));
  GtkAllocation area = { 0, 0, (int) box.width, (int) box.height };
  double x, y;

  lieudit_marker_item_locate (item, extent, &x, &y);
  area.x = (int) (round (x + item->moved_right) + box.x);
  area.y = (int) (round (y + item->moved_down) + box.y);
  gtk_widget_size_allocate (item->marker, &area, -1);
  if (item->cluster != NULL)
    {
      box = lieudit_marker_item_get_bubble_box (item, x, y);
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
  LieuditMapExtent extent;

  if (!lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return;
  for (guint i = 0; i < self->shown->len && !self->is_following; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (self->items, g_array_index (self->shown, guint, i));

      if (item->marker != NULL)
        allocate_item (item, &extent);
    }
  if (width != self->clustered_width || height != self->clustered_height)
    lieudit_marker_layer_queue_update (self);
}

/* A round dot of whole pixels, of which thousands are filled at once: two bars that cross. */
static void
add_dot (cairo_t *cr,
         double   x,
         double   y)
{
  double left = round (x - DOT / 2.0);
  double top = round (y - DOT / 2.0);

  cairo_rectangle (cr, left + 1.0, top, DOT - 2.0, DOT);
  cairo_rectangle (cr, left, top + 1.0, DOT, DOT - 2.0);
}

static void
fill_dots (LieuditMarkerLayer *self,
           cairo_t            *cr)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= DOT_OPACITY;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_fill (cr);
}

static gboolean
locate_dot (LieuditMarkerLayer     *self,
            guint                   index,
            const LieuditMapExtent *extent,
            double                 *x,
            double                 *y)
{
  LieuditMarkerItem *item = lieudit_marker_items_get (self->items, index);

  if (item->leader == index || item->is_area)
    return FALSE;
  lieudit_marker_item_locate (item, extent, x, y);
  return lieudit_marker_layer_has_point (extent, *x, *y, DOT);
}

static void
draw_dots (const LieuditMapExtent *extent,
           cairo_t                *cr,
           gpointer                user_data)
{
  LieuditMarkerLayer *self = user_data;
  double x, y;

  for (guint i = 0; i < self->items->len; i++)
    if (locate_dot (self, i, extent, &x, &y))
      add_dot (cr, x, y);
  fill_dots (self, cr);
}

typedef struct {
  GtkSnapshot *snapshot;
  int n_columns;
  int n_rows;
  cairo_t **cells; /* row after row; NULL where there is no dot */
} DotGrid;

static cairo_t *
get_cell (DotGrid *grid,
          int      column,
          int      row)
{
  cairo_t **cell = &grid->cells[row * grid->n_columns + column];

  if (*cell == NULL)
    *cell = gtk_snapshot_append_cairo (grid->snapshot, &GRAPHENE_RECT_INIT ((float) column * CELL, (float) row * CELL, CELL, CELL));
  return *cell;
}

/* Adds a dot to each cell that it reaches into. */
static void
add_dot_to_cells (DotGrid *grid,
                  double   x,
                  double   y)
{
  int first_column = MAX ((int) floor ((x - DOT) / CELL), 0);
  int last_column = MIN ((int) floor ((x + DOT) / CELL), grid->n_columns - 1);
  int first_row = MAX ((int) floor ((y - DOT) / CELL), 0);
  int last_row = MIN ((int) floor ((y + DOT) / CELL), grid->n_rows - 1);

  for (int row = first_row; row <= last_row; row++)
    for (int column = first_column; column <= last_column; column++)
      add_dot (get_cell (grid, column, row), x, y);
}

/* While the map gets larger or smaller, no frame can use what was drawn for the one before; then only the parts of the view that
 * there are dots in are drawn. */
static void
snapshot_dots_once (LieuditMarkerLayer     *self,
                    GtkSnapshot            *snapshot,
                    const LieuditMapExtent *extent)
{
  DotGrid grid = { snapshot, (int) ceil (extent->width / CELL), (int) ceil (extent->height / CELL), NULL };
  g_autofree cairo_t **cells = g_new0 (cairo_t *, grid.n_columns * grid.n_rows);
  double x, y;

  grid.cells = cells;
  for (guint i = 0; i < self->items->len; i++)
    if (locate_dot (self, i, extent, &x, &y))
      add_dot_to_cells (&grid, x, y);
  for (int i = 0; i < grid.n_columns * grid.n_rows; i++)
    {
      if (cells[i] == NULL)
        continue;
      fill_dots (self, cells[i]);
      cairo_destroy (cells[i]);
    }
}

static void
snapshot_dots (LieuditMarkerLayer *self,
               GtkSnapshot        *snapshot)
{
  LieuditMapExtent extent;
  gboolean is_zooming;

  if (!self->has_dots || !lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return;
  is_zooming = self->dotted_zoom != extent.zoom;
  self->dotted_zoom = extent.zoom;
  if (is_zooming)
    snapshot_dots_once (self, snapshot, &extent);
  else
    lieudit_view_texture_append (&self->dots, GTK_WIDGET (self), snapshot, &extent, draw_dots, self);
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
snapshot_markers (LieuditMarkerLayer *self,
                  GtkSnapshot        *snapshot)
{
  g_autoptr (GArray) order = lieudit_marker_items_sort_by_rank (self->items, self->shown);

  for (int special = FALSE; special <= TRUE; special++)
    for (guint i = 0; i < order->len; i++)
      {
        LieuditMarkerItem *item = lieudit_marker_items_get (self->items, g_array_index (order, guint, i));

        if (item->is_special == special)
          snapshot_item (self, item, snapshot);
      }
}

static void
draw_all (const LieuditMapExtent *extent,
          cairo_t                *cr,
          gpointer                user_data)
{
  LieuditMarkerLayer *self = user_data;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  draw_dots (extent, cr, self);
  snapshot_markers (self, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  cairo_translate (cr, round (self->arranged.left - extent->left), round (self->arranged.top - extent->top));
  gsk_render_node_draw (node, cr);
}

/* All at once, as it was when it was arranged. */
static void
snapshot_moving (LieuditMarkerLayer     *self,
                 GtkSnapshot            *snapshot,
                 const LieuditMapExtent *extent)
{
  if (lieudit_surface_texture_is_cheap (GTK_WIDGET (self)))
    {
      lieudit_view_texture_append (&self->moving, GTK_WIDGET (self), snapshot, extent, draw_all, self);
      return;
    }
  snapshot_dots (self, snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (self->arranged.left - extent->left),
                                                          (float) round (self->arranged.top - extent->top)));
  snapshot_markers (self, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
lieudit_marker_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  LieuditMarkerLayer *self = LIEUDIT_MARKER_LAYER (widget);
  LieuditMapExtent extent;

  if (self->is_following && lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    {
      snapshot_moving (self, snapshot, &extent);
      return;
    }
  snapshot_dots (self, snapshot);
  snapshot_markers (self, snapshot);
}

static GPtrArray *
list_focusable (LieuditMarkerLayer *self)
{
  GPtrArray *widgets = g_ptr_array_new ();

  for (guint i = 0; i < self->shown->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (self->items, g_array_index (self->shown, guint, i));

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

/**
 * lieudit_marker_layer_forget_dots:
 * @self: a layer
 *
 * Has the places without markers drawn anew.
 */
void
lieudit_marker_layer_forget_dots (LieuditMarkerLayer *self)
{
  self->has_dots = FALSE;
  for (guint i = 0; i < self->items->len && !self->has_dots; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (self->items, i);

      self->has_dots = item->leader != i && !item->is_area;
    }
  lieudit_view_texture_clear (&self->dots);
}

/**
 * lieudit_marker_layer_class_init_drawing:
 * @klass: the class of the layer
 *
 * Lets the layer place, draw and focus its markers.
 */
void
lieudit_marker_layer_class_init_drawing (LieuditMarkerLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->size_allocate = lieudit_marker_layer_size_allocate;
  widget_class->snapshot = lieudit_marker_layer_snapshot;
  widget_class->focus = lieudit_marker_layer_focus;

  gtk_widget_class_set_css_name (widget_class, "markerlayer");
}
