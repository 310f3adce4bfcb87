/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-measure-layer.h"

#include <glib/gi18n.h>
#include <math.h>

#include "claims/lieudit-claim-wording.h"
#include "geo/lieudit-geodesic.h"
#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-zoom.h"

#define LINE_WIDTH 2.0
#define HALO_WIDTH 4.5
#define POINT_RADIUS 4.0
#define CROSS 9.0

/* A geodesic is drawn as a chord for every so many metres, but not as more than so many. */
#define CHORD 20000.0
#define MOST_CHORDS 256.0

typedef struct {
  double latitude;
  double longitude;
} Spot;

/**
 * LieuditMeasureLayer:
 *
 * A layer of a map that draws a line from point to point along the shortest way on the ground, and knows how long it is. It takes
 * neither the pointer nor the focus; the map view tells it of clicks and keys, and says in words what it measures.
 */
struct _LieuditMeasureLayer
{
  ShumateLayer parent_instance;

  gboolean is_active;
  GArray *points; /* of Spot */
  gboolean has_pointer;
  Spot pointer;
};

G_DEFINE_FINAL_TYPE (LieuditMeasureLayer, lieudit_measure_layer, SHUMATE_TYPE_LAYER)

static const Spot *
get_point (LieuditMeasureLayer *self,
           guint                index)
{
  return &g_array_index (self->points, Spot, index);
}

static void
line_to (const Spot             *spot,
         const LieuditMapExtent *extent,
         double                 *x,
         cairo_t                *cr)
{
  double world = lieudit_mercator_get_world_size (extent->zoom);
  double wanted = lieudit_mercator_longitude_to_x (spot->longitude, extent->zoom) - extent->left;

  /* Always on by the shorter way round the world, beginning with the turn that is nearest to the view's middle. */
  *x += remainder (wanted - *x, world);
  cairo_line_to (cr, *x, lieudit_mercator_latitude_to_y (spot->latitude, extent->zoom) - extent->top);
}

static void
add_leg (const Spot             *from,
         const Spot             *to,
         const LieuditMapExtent *extent,
         double                 *x,
         cairo_t                *cr)
{
  double distance = lieudit_geodesic_distance (from->latitude, from->longitude, to->latitude, to->longitude);
  double azimuth = lieudit_geodesic_azimuth (from->latitude, from->longitude, to->latitude, to->longitude);
  double n_chords = CLAMP (ceil (distance / CHORD), 1.0, MOST_CHORDS);

  for (double i = 1.0; i < n_chords; i++)
    {
      Spot spot;

      lieudit_geodesic_destination (from->latitude, from->longitude, azimuth, distance * i / n_chords, &spot.latitude, &spot.longitude);
      line_to (&spot, extent, x, cr);
    }
  line_to (to, extent, x, cr);
}

static void
stroke (cairo_t       *cr,
        const GdkRGBA *ink)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgba (cr, 1.0, 1.0, 1.0, 0.85);
  cairo_set_line_width (cr, HALO_WIDTH);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}

static void
draw_line (LieuditMeasureLayer    *self,
           const LieuditMapExtent *extent,
           const GdkRGBA          *ink,
           cairo_t                *cr)
{
  double x = extent->width / 2.0;
  guint n_points = self->points->len;

  cairo_new_path (cr);
  line_to (get_point (self, 0), extent, &x, cr);
  for (guint i = 1; i < n_points; i++)
    add_leg (get_point (self, i - 1), get_point (self, i), extent, &x, cr);
  if (self->has_pointer)
    add_leg (get_point (self, n_points - 1), &self->pointer, extent, &x, cr);
  stroke (cr, ink);
}

static void
draw_points (LieuditMeasureLayer    *self,
             const LieuditMapExtent *extent,
             const GdkRGBA          *ink,
             cairo_t                *cr)
{
  double x = extent->width / 2.0;

  for (guint i = 0; i < self->points->len; i++)
    {
      double y;

      cairo_new_path (cr);
      line_to (get_point (self, i), extent, &x, cr);
      cairo_get_current_point (cr, NULL, &y);
      cairo_new_path (cr);
      cairo_arc (cr, x, y, POINT_RADIUS, 0.0, 2.0 * G_PI);
      stroke (cr, ink);
    }
}

/* Where the keyboard sets the next point. */
static void
draw_cross (const LieuditMapExtent *extent,
            const GdkRGBA          *ink,
            cairo_t                *cr)
{
  double x = extent->width / 2.0;
  double y = extent->height / 2.0;

  cairo_new_path (cr);
  cairo_move_to (cr, x - CROSS, y);
  cairo_line_to (cr, x + CROSS, y);
  cairo_move_to (cr, x, y - CROSS);
  cairo_line_to (cr, x, y + CROSS);
  stroke (cr, ink);
}

static void
lieudit_measure_layer_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  LieuditMeasureLayer *self = LIEUDIT_MEASURE_LAYER (widget);
  LieuditMapExtent extent;
  GdkRGBA ink;
  cairo_t *cr;

  if (!self->is_active || !lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) extent.width, (float) extent.height));
  if (self->points->len > 0)
    {
      draw_line (self, &extent, &ink, cr);
      draw_points (self, &extent, &ink, cr);
    }
  if (!self->has_pointer)
    draw_cross (&extent, &ink, cr);
  cairo_destroy (cr);
}

static void
lieudit_measure_layer_finalize (GObject *object)
{
  g_array_unref (LIEUDIT_MEASURE_LAYER (object)->points);

  G_OBJECT_CLASS (lieudit_measure_layer_parent_class)->finalize (object);
}

static void
lieudit_measure_layer_class_init (LieuditMeasureLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lieudit_measure_layer_finalize;
  widget_class->snapshot = lieudit_measure_layer_snapshot;

  gtk_widget_class_set_css_name (widget_class, "measurelayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lieudit_measure_layer_init (LieuditMeasureLayer *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Spot));

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * lieudit_measure_layer_new:
 * @viewport: the viewport of the map that shows the layer
 *
 * Creates a layer that measures nothing yet.
 *
 * Returns: (transfer floating): the layer
 */
LieuditMeasureLayer *
lieudit_measure_layer_new (ShumateViewport *viewport)
{
  LieuditMeasureLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  self = g_object_new (LIEUDIT_TYPE_MEASURE_LAYER, "viewport", viewport, NULL);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_measure_layer_set_active:
 * @self: a layer
 * @is_active: whether to measure
 *
 * Begins to measure, or ends it and forgets the line.
 */
void
lieudit_measure_layer_set_active (LieuditMeasureLayer *self,
                                  gboolean             is_active)
{
  g_return_if_fail (LIEUDIT_IS_MEASURE_LAYER (self));

  self->is_active = !!is_active;
  g_array_set_size (self->points, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_measure_layer_add_point:
 * @self: a layer
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * Makes the line go on to a point.
 */
void
lieudit_measure_layer_add_point (LieuditMeasureLayer *self,
                                 double               latitude,
                                 double               longitude)
{
  Spot spot = { latitude, longitude };

  g_return_if_fail (LIEUDIT_IS_MEASURE_LAYER (self));

  g_array_append_val (self->points, spot);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_measure_layer_remove_point:
 * @self: a layer
 *
 * Takes the last point back, if there is one.
 */
void
lieudit_measure_layer_remove_point (LieuditMeasureLayer *self)
{
  g_return_if_fail (LIEUDIT_IS_MEASURE_LAYER (self));

  if (self->points->len > 0)
    g_array_set_size (self->points, self->points->len - 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_measure_layer_set_pointer:
 * @self: a layer
 * @has_pointer: whether the pointer is over the map
 * @latitude: where it is, in degrees
 * @longitude: where it is, in degrees
 *
 * Draws the line on to where the next point would be.
 */
void
lieudit_measure_layer_set_pointer (LieuditMeasureLayer *self,
                                   gboolean             has_pointer,
                                   double               latitude,
                                   double               longitude)
{
  g_return_if_fail (LIEUDIT_IS_MEASURE_LAYER (self));

  self->has_pointer = !!has_pointer;
  self->pointer = (Spot) { latitude, longitude };
  if (self->is_active)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
measure (LieuditMeasureLayer *self)
{
  double length = 0.0;

  for (guint i = 1; i < self->points->len; i++)
    {
      const Spot *from = get_point (self, i - 1);
      const Spot *to = get_point (self, i);

      length += lieudit_geodesic_distance (from->latitude, from->longitude, to->latitude, to->longitude);
    }
  return length / 1000.0;
}

/**
 * lieudit_measure_layer_describe:
 * @self: a layer
 *
 * Says how far it is from point to point, and in which direction one sets out on the last leg.
 *
 * Returns: (transfer full): a sentence, or what to do to get one
 */
char *
lieudit_measure_layer_describe (LieuditMeasureLayer *self)
{
  const Spot *from, *to;
  g_autofree char *leg = NULL;
  g_autofree char *whole = NULL;
  double bearing;

  g_return_val_if_fail (LIEUDIT_IS_MEASURE_LAYER (self), NULL);

  if (self->points->len == 0)
    return g_strdup (_("Click where to measure from, or press Enter for the middle of the map"));
  if (self->points->len == 1)
    return g_strdup (_("Click where to measure to, or move the map and press Enter"));

  from = get_point (self, self->points->len - 2);
  to = get_point (self, self->points->len - 1);
  leg = lieudit_claim_describe_distance (lieudit_geodesic_distance (from->latitude, from->longitude, to->latitude, to->longitude) / 1000.0);
  bearing = lieudit_geodesic_azimuth (from->latitude, from->longitude, to->latitude, to->longitude);
  if (bearing < 0.0)
    bearing += 360.0;
  if (self->points->len == 2)
    /* Translators: a distance, a direction such as "north-east" and the same in degrees from north: "12.4 km, north-east (47°)" */
    return g_strdup_printf (_("%s, %s (%.0f°)"), leg, lieudit_compass_get_name (bearing), bearing);
  whole = lieudit_claim_describe_distance (measure (self));
  /* Translators: the length of a line of several legs, the length of its last leg, its direction and the same in degrees */
  return g_strdup_printf (_("%s in all; last leg %s, %s (%.0f°)"), whole, leg, lieudit_compass_get_name (bearing), bearing);
}
