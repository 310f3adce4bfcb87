/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-overview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "map/lieudit-map-zoom.h"
#include "map/lieudit-surface-texture.h"
#include "map/lieudit-tile-renderer.h"

#define WIDTH 168
#define HEIGHT 112

/* How many levels farther away it looks from, and how far away at most. */
#define LEVELS_AWAY 4.0
#define FARTHEST 1.0

/* As long as the view's middle is so near that of the overview, as a part of its size, the overview stays as it is. */
#define STAYING_PART 0.25

/* What is to be seen of a view however small it is, in pixels. */
#define SMALLEST_VIEW 5.0

/**
 * LieuditMapOverview:
 *
 * A small map in the corner of a map, which shows where its view is.
 *
 * It is drawn again only when the view leaves its middle, so that it costs nothing while the map is panned.
 */
struct _LieuditMapOverview
{
  GtkWidget parent_instance;

  ShumateLayer *layer; /* unowned: both are parts of one map */
  LieuditBaseMapSource *source;
  GdkTexture *drawn; /* NULL when it has to be drawn */
  double zoom;       /* of what is drawn, as are those below */
  double left;
  double top;
};

G_DEFINE_FINAL_TYPE (LieuditMapOverview, lieudit_map_overview, GTK_TYPE_WIDGET)

/* The view in pixels of the overview's own zoom level. */
static gboolean
find_view (LieuditMapOverview *self,
           LieuditMapExtent   *view)
{
  double zoom, scale;

  if (self->layer == NULL || !lieudit_map_layer_get_extent (self->layer, view))
    return FALSE;
  zoom = MAX (floor (view->zoom - LEVELS_AWAY), FARTHEST);
  scale = exp2 (zoom - view->zoom);
  *view = (LieuditMapExtent) { zoom, view->left * scale, view->top * scale, view->width * scale, view->height * scale };

  return TRUE;
}

static gboolean
is_fit (LieuditMapOverview     *self,
        const LieuditMapExtent *view)
{
  double x = view->left + view->width / 2.0 - (self->left + WIDTH / 2.0);
  double y = view->top + view->height / 2.0 - (self->top + HEIGHT / 2.0);

  return self->drawn != NULL && self->zoom == view->zoom && fabs (x) <= WIDTH * STAYING_PART && fabs (y) <= HEIGHT * STAYING_PART;
}

static void
draw (LieuditMapOverview     *self,
      const LieuditMapExtent *view)
{
  LieuditBaseMap *base_map = lieudit_base_map_source_get_base_map (self->source);
  LieuditMapStyle *style = lieudit_base_map_source_get_style (self->source);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * scale, HEIGHT * scale);
  cairo_t *cr = cairo_create (surface);

  self->zoom = view->zoom;
  self->left = view->left + view->width / 2.0 - WIDTH / 2.0;
  self->top = view->top + view->height / 2.0 - HEIGHT / 2.0;
  if (base_map != NULL && style != NULL)
    {
      g_autoptr (LieuditTileRenderer) renderer = lieudit_tile_renderer_new (base_map, style);

      cairo_scale (cr, scale, scale);
      lieudit_tile_renderer_draw (renderer, cr, self->zoom, self->left, self->top, WIDTH, HEIGHT, scale);
    }
  cairo_destroy (cr);
  g_set_object (&self->drawn, NULL);
  self->drawn = lieudit_surface_texture_new (surface);
}

static void
lieudit_map_overview_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  LieuditMapOverview *self = LIEUDIT_MAP_OVERVIEW (widget);
  LieuditMapExtent view;
  GskRoundedRect frame;
  GdkRGBA colour;
  float width, height;

  if (!find_view (self, &view))
    return;
  if (!is_fit (self, &view))
    draw (self, &view);
  lieudit_surface_texture_append (self->drawn, widget, snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));

  width = (float) MAX (view.width, SMALLEST_VIEW);
  height = (float) MAX (view.height, SMALLEST_VIEW);
  gsk_rounded_rect_init_from_rect (&frame,
                                   &GRAPHENE_RECT_INIT ((float) (view.left + view.width / 2.0 - self->left) - width / 2.0f,
                                                        (float) (view.top + view.height / 2.0 - self->top) - height / 2.0f, width, height),
                                   1.0f);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1.5f, 1.5f, 1.5f, 1.5f }, (GdkRGBA[4]) { colour, colour, colour, colour });
}

static void
lieudit_map_overview_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
begin_anew (LieuditMapOverview *self)
{
  g_clear_object (&self->drawn);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lieudit_map_overview_dispose (GObject *object)
{
  LieuditMapOverview *self = LIEUDIT_MAP_OVERVIEW (object);

  g_clear_weak_pointer (&self->layer);
  g_clear_object (&self->source);
  g_clear_object (&self->drawn);

  G_OBJECT_CLASS (lieudit_map_overview_parent_class)->dispose (object);
}

static void
lieudit_map_overview_class_init (LieuditMapOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_map_overview_dispose;

  widget_class->snapshot = lieudit_map_overview_snapshot;
  widget_class->measure = lieudit_map_overview_measure;

  gtk_widget_class_set_css_name (widget_class, "mapoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lieudit_map_overview_init (LieuditMapOverview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of where the view is"), -1);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (begin_anew), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_map_overview_new:
 * @layer: a layer that is as large as its map
 * @source: what is drawn
 *
 * Creates an overview of a map.
 *
 * Returns: (transfer floating): the overview
 */
GtkWidget *
lieudit_map_overview_new (ShumateLayer         *layer,
                          LieuditBaseMapSource *source)
{
  LieuditMapOverview *self;

  g_return_val_if_fail (SHUMATE_IS_LAYER (layer), NULL);
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (source), NULL);

  self = g_object_new (LIEUDIT_TYPE_MAP_OVERVIEW, NULL);
  g_set_weak_pointer (&self->layer, layer);
  self->source = g_object_ref (source);
  g_signal_connect_object (source, "notify::style", G_CALLBACK (begin_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shumate_layer_get_viewport (layer), "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
