/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-renderer.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-curve.h"
#include "map/lieudit-map-graticule.h"
#include "map/lieudit-thin-line.h"

#include <math.h>

#define MAX_ZOOM 24
#define MAX_SCALE 4

/* How far beyond its edges a tile is drawn, in device pixels. Cairo cuts lines somewhere near the edge of a picture, and rounds where:
 * without the rim, lines would not quite meet those of the next tile. */
#define RIM 8

/* A line's points nearer to each other than this many device pixels are drawn as one. */
#define SMALLEST_STEP 0.45

/* Lines no wider than this, in pixels, look the same with plain joints, which are drawn faster. */
#define THIN_LINE 1.5

/* Below this zoom level a tile has the lines of whole countries: so many that they are drawn in ways that save time, and so fine or
 * so soft that nothing is seen of it. */
#define NEAR 8.0

/* Of wide lines seen from afar: which part of its width a line's points may be apart to be drawn as one, and how many device pixels
 * a round joint may be off. */
#define WIDE_STEP 0.3
#define WIDE_TOLERANCE 0.5

/* Longer segments of a line are straight: ten kilometres at the equator, seven or less in our latitudes. Rivers and mountains bend
 * earlier. */
#define LONGEST_BENT_SEGMENT (LIEUDIT_BASE_MAP_WORLD / 4096.0)

/**
 * LieuditTileRenderer:
 *
 * Draws the base map in a style, with Cairo: tile by tile for the screen, or whole views for pictures.
 *
 * It holds no state of its own while drawing: any number of threads may draw with it at once.
 */
struct _LieuditTileRenderer
{
  GObject parent_instance;

  LieuditBaseMap *base_map; /* NULL draws the background alone */
  LieuditMapStyle *style;
};

G_DEFINE_FINAL_TYPE (LieuditTileRenderer, lieudit_tile_renderer, G_TYPE_OBJECT)

/* One rule being drawn. */
typedef struct {
  LieuditBaseMap *base_map;
  const LieuditMapRule *rule;
  cairo_t *cr;
  double origin_x; /* units of the base map */
  double origin_y;
  double units_a_pixel; /* user-space pixels */
  double finest_step;   /* user-space pixels, for any line */
  double smallest_step; /* user-space pixels, for the rule's lines */
  double width;         /* user-space pixels */
  double bend;          /* degrees; 0 is straight from point to point */
  gboolean is_far;
  gboolean is_outline;  /* the rule's lines are filled, not stroked */
  GArray *points;       /* of LieuditLinePoint: the line that is being added */
} Drawing;

static void
lieudit_tile_renderer_dispose (GObject *object)
{
  LieuditTileRenderer *self = LIEUDIT_TILE_RENDERER (object);

  g_clear_object (&self->base_map);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (lieudit_tile_renderer_parent_class)->dispose (object);
}

static void
lieudit_tile_renderer_class_init (LieuditTileRendererClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lieudit_tile_renderer_dispose;
}

static void
lieudit_tile_renderer_init (LieuditTileRenderer *self)
{
}

/* Where an area was cut, its edge runs there and back on one parallel or meridian. Without the points at its ends it would be
 * oblique, and a thread of land would lead over a bay. */
static gboolean
ends_cut (const LieuditMapPoint *points,
          guint                  n_points,
          guint                  i)
{
  const LieuditMapPoint *point = &points[i];
  const LieuditMapPoint *before = &points[i > 0 ? i - 1 : n_points - 1], *after = &points[i + 1 < n_points ? i + 1 : 0];

  return point->x == before->x || point->y == before->y || point->x == after->x || point->y == after->y;
}

/* Which points are left out depends on the ring alone, never on the tile, so that neighbouring tiles agree. */
static void
take_points (const Drawing         *drawing,
             const LieuditMapPoint *points,
             guint                  n_points)
{
  double step = drawing->smallest_step * drawing->units_a_pixel;
  const LieuditMapPoint *last = NULL;

  g_array_set_size (drawing->points, 0);
  for (guint i = 0; i < n_points; i++)
    {
      LieuditLinePoint point;

      if (last != NULL && i + 1 < n_points && fabs ((double) points[i].x - last->x) < step && fabs ((double) points[i].y - last->y) < step
          && !(drawing->rule->is_fill && ends_cut (points, n_points, i)))
        continue;

      last = &points[i];
      point.x = (last->x - drawing->origin_x) / drawing->units_a_pixel;
      point.y = (last->y - drawing->origin_y) / drawing->units_a_pixel;
      g_array_append_val (drawing->points, point);
    }
}

static void
add_line (const Drawing *drawing)
{
  if (drawing->bend > 0.0)
    {
      lieudit_map_curve_add (drawing->cr, (const LieuditLinePoint *) drawing->points->data, drawing->points->len, drawing->bend,
                             LONGEST_BENT_SEGMENT / drawing->units_a_pixel);
      return;
    }
  cairo_new_sub_path (drawing->cr);
  for (guint i = 0; i < drawing->points->len; i++)
    {
      const LieuditLinePoint *point = &g_array_index (drawing->points, LieuditLinePoint, i);

      cairo_line_to (drawing->cr, point->x, point->y);
    }
  if (drawing->rule->is_fill)
    cairo_close_path (drawing->cr);
}

static void
add_path (const Drawing            *drawing,
          const LieuditBaseMapPart *part)
{
  for (guint i = 0; i < part->n_rings; i++)
    {
      guint n_points;
      const LieuditMapPoint *points = lieudit_base_map_get_ring (drawing->base_map, part, i, &n_points);

      take_points (drawing, points, n_points);
      if (drawing->is_outline)
        lieudit_thin_line_add (drawing->cr, (const LieuditLinePoint *) drawing->points->data, drawing->points->len, drawing->width);
      else
        add_line (drawing);
    }
}

static void
draw_part (const LieuditBaseMapPart *part,
           gpointer                  user_data)
{
  const Drawing *drawing = user_data;
  const LieuditMapRule *rule = drawing->rule;

  if ((part->class_bits & rule->class_bits) == 0)
    return;

  add_path (drawing, part);

  /* Pieces of an area overlap, and would undo each other in one even-odd path; dashes go on from piece to piece. Strokes are drawn
   * piece by piece because Cairo is faster with short paths, unless one would shine through another where they meet; outlines are
   * few edges, and all drawn together. */
  if (drawing->is_outline)
    return;
  if (rule->is_fill)
    {
      cairo_fill (drawing->cr);
    }
  else if (rule->n_dashes > 0)
    {
      cairo_set_dash (drawing->cr, rule->dashes, (int) rule->n_dashes, part->start / drawing->units_a_pixel);
      cairo_stroke (drawing->cr);
    }
  else if (rule->colour.alpha >= 1.0)
    {
      cairo_stroke (drawing->cr);
    }
}

/* A picture that is made of lines rather than of pixels keeps its lines. */
static gboolean
has_pixels (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

static void
set_line (Drawing *drawing)
{
  const LieuditMapRule *rule = drawing->rule;
  gboolean is_wide = drawing->width > THIN_LINE;

  drawing->smallest_step = drawing->finest_step;
  if (drawing->is_far && is_wide)
    {
      drawing->smallest_step = MAX (drawing->finest_step, WIDE_STEP * drawing->width);
      cairo_set_tolerance (drawing->cr, WIDE_TOLERANCE);
    }
  drawing->is_outline = drawing->is_far && !is_wide && !rule->is_fill && rule->n_dashes == 0;
  cairo_set_antialias (drawing->cr, drawing->is_far ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_fill_rule (drawing->cr, drawing->is_outline ? CAIRO_FILL_RULE_WINDING : CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_width (drawing->cr, drawing->width);
  cairo_set_line_join (drawing->cr, is_wide ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_cap (drawing->cr, rule->n_dashes == 0 && is_wide ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

static void
draw_rule (Drawing       *drawing,
           double         zoom,
           LieuditMapBox  box)
{
  const LieuditMapRule *rule = drawing->rule;
  gint32 margin;

  drawing->width = lieudit_map_stops_get (&rule->width, zoom);
  drawing->bend = drawing->is_far || rule->is_fill ? 0.0 : lieudit_map_stops_get (&rule->bend, zoom);
  margin = (gint32) ceil ((drawing->width / 2.0 + 1.0) * drawing->units_a_pixel);
  if (drawing->bend > 0.0)
    margin += (gint32) (LIEUDIT_MAP_CURVE_REACH * LONGEST_BENT_SEGMENT);
  box = (LieuditMapBox) { box.left - margin, box.top - margin, box.right + margin, box.bottom + margin };

  cairo_save (drawing->cr);
  cairo_new_path (drawing->cr);
  cairo_set_source_rgba (drawing->cr, rule->colour.red, rule->colour.green, rule->colour.blue, rule->colour.alpha);
  set_line (drawing);

  lieudit_base_map_visit (drawing->base_map, rule->layer, (guint) zoom, &box, draw_part, drawing);
  if (drawing->is_outline)
    cairo_fill (drawing->cr);
  else
    cairo_stroke (drawing->cr);

  cairo_restore (drawing->cr);
}

/**
 * lieudit_tile_renderer_new:
 * @base_map: (nullable): what to draw, or %NULL to draw the style's background alone
 * @style: how to draw it
 *
 * Creates a renderer.
 *
 * Returns: (transfer full): the renderer
 */
LieuditTileRenderer *
lieudit_tile_renderer_new (LieuditBaseMap  *base_map,
                           LieuditMapStyle *style)
{
  LieuditTileRenderer *self;

  g_return_val_if_fail (base_map == NULL || LIEUDIT_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (style), NULL);

  self = g_object_new (LIEUDIT_TYPE_TILE_RENDERER, NULL);
  g_set_object (&self->base_map, base_map);
  g_set_object (&self->style, style);

  return self;
}

static void
draw_rectangle (LieuditTileRenderer      *self,
                cairo_t                  *cr,
                double                    zoom,
                double                    left,
                double                    top,
                double                    width,
                double                    height,
                double                    scale,
                LieuditMapGraticuleNames  names)
{
  const LieuditMapColour *background;
  const LieuditMapGraticule *graticule;
  const LieuditMapRule *rules;
  g_autoptr (GArray) points = NULL;
  LieuditMapBox box;
  Drawing drawing;
  guint n_rules;

  background = lieudit_map_style_get_background (self->style);
  cairo_set_source_rgba (cr, background->red, background->green, background->blue, background->alpha);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);

  if (self->base_map == NULL)
    return;

  points = g_array_new (FALSE, FALSE, sizeof (LieuditLinePoint));
  drawing = (Drawing) {
    .base_map = self->base_map,
    .cr = cr,
    .units_a_pixel = LIEUDIT_BASE_MAP_WORLD / lieudit_mercator_get_world_size (zoom),
    .finest_step = SMALLEST_STEP / scale,
    .is_far = zoom < NEAR && has_pixels (cr),
    .points = points,
  };
  drawing.origin_x = left * drawing.units_a_pixel;
  drawing.origin_y = top * drawing.units_a_pixel;
  box = (LieuditMapBox) {
    (gint32) CLAMP (floor (drawing.origin_x), -LIEUDIT_BASE_MAP_WORLD / 2, LIEUDIT_BASE_MAP_WORLD),
    (gint32) CLAMP (floor (drawing.origin_y), -LIEUDIT_BASE_MAP_WORLD / 2, LIEUDIT_BASE_MAP_WORLD),
    (gint32) CLAMP (ceil (drawing.origin_x + width * drawing.units_a_pixel), 0, LIEUDIT_BASE_MAP_WORLD),
    (gint32) CLAMP (ceil (drawing.origin_y + height * drawing.units_a_pixel), 0, LIEUDIT_BASE_MAP_WORLD),
  };

  rules = lieudit_map_style_get_rules (self->style, &n_rules);
  for (guint i = 0; i < n_rules; i++)
    {
      drawing.rule = &rules[i];
      if (rules[i].min_zoom <= zoom && zoom < rules[i].max_zoom + 1.0)
        draw_rule (&drawing, zoom, box);
    }
  graticule = lieudit_map_style_get_graticule (self->style);
  if (zoom >= graticule->min_zoom)
    lieudit_map_graticule_draw (graticule, cr, zoom, left, top, width, height, names);
}

/**
 * lieudit_tile_renderer_draw:
 * @self: a renderer
 * @cr: where to draw; one unit is one pixel at @zoom
 * @zoom: the zoom level, not necessarily whole, from 0 to 24
 * @left: the western edge, in pixels from the antimeridian at @zoom
 * @top: the northern edge, in pixels from the northern edge of the world at @zoom
 * @width: how wide, in pixels
 * @height: how high, in pixels
 * @scale: how many device pixels a pixel is, which bounds how fine the lines are
 *
 * Draws a rectangle of the map that stands alone, its north-western corner at the origin. Lines are @zoom's, whatever the scale.
 */
void
lieudit_tile_renderer_draw (LieuditTileRenderer *self,
                            cairo_t             *cr,
                            double               zoom,
                            double               left,
                            double               top,
                            double               width,
                            double               height,
                            double               scale)
{
  g_return_if_fail (LIEUDIT_IS_TILE_RENDERER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (zoom >= 0.0 && zoom <= MAX_ZOOM);
  g_return_if_fail (scale > 0.0);

  draw_rectangle (self, cr, zoom, left, top, width, height, scale, LIEUDIT_MAP_GRATICULE_NAMES_WHOLE);
}

/**
 * lieudit_tile_renderer_draw_tile:
 * @self: a renderer
 * @cr: where to draw; one unit is one pixel at @zoom
 * @zoom: the zoom level, from 0 to 24
 * @x: which tile from the antimeridian; counted around the world
 * @y: which tile from the northern edge
 * @rim: how far beyond its edges to draw, in pixels
 * @scale: how many device pixels a pixel is, which bounds how fine the lines are
 *
 * Draws a tile of %LIEUDIT_MERCATOR_TILE_SIZE pixels with a rim around it, whose north-western corner is the origin. What crosses its
 * edges goes on in the tiles beside it.
 */
void
lieudit_tile_renderer_draw_tile (LieuditTileRenderer *self,
                                 cairo_t             *cr,
                                 guint                zoom,
                                 guint                x,
                                 guint                y,
                                 double               rim,
                                 double               scale)
{
  double side = LIEUDIT_MERCATOR_TILE_SIZE + 2.0 * rim;

  g_return_if_fail (LIEUDIT_IS_TILE_RENDERER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (zoom <= MAX_ZOOM);
  g_return_if_fail (scale > 0.0);

  draw_rectangle (self, cr, zoom, (double) (x & ((1u << zoom) - 1)) * LIEUDIT_MERCATOR_TILE_SIZE - rim,
                  (double) y * LIEUDIT_MERCATOR_TILE_SIZE - rim, side, side, scale, LIEUDIT_MAP_GRATICULE_NAMES_CUT);
}

static const cairo_user_data_key_t whole_key;

/* The picture without its rim; it shares the pixels, and keeps them. */
static cairo_surface_t *
cut_rim (cairo_surface_t *whole,
         int              side)
{
  int stride = cairo_image_surface_get_stride (whole);
  cairo_surface_t *inside;

  cairo_surface_flush (whole);
  inside = cairo_image_surface_create_for_data (cairo_image_surface_get_data (whole) + RIM * stride + RIM * (int) sizeof (guint32),
                                                CAIRO_FORMAT_ARGB32, side, side, stride);
  cairo_surface_set_user_data (inside, &whole_key, whole, (cairo_destroy_func_t) cairo_surface_destroy);
  return inside;
}

/**
 * lieudit_tile_renderer_render:
 * @self: a renderer
 * @zoom: the zoom level, from 0 to 24
 * @x: which tile from the antimeridian; counted around the world
 * @y: which tile from the northern edge
 * @scale: how many device pixels a pixel is, from 1 to 4
 *
 * Draws one tile of %LIEUDIT_MERCATOR_TILE_SIZE pixels.
 *
 * Returns: (transfer full): an image of %LIEUDIT_MERCATOR_TILE_SIZE times @scale device pixels, opaque, in %CAIRO_FORMAT_ARGB32
 */
cairo_surface_t *
lieudit_tile_renderer_render (LieuditTileRenderer *self,
                              guint                zoom,
                              guint                x,
                              guint                y,
                              guint                scale)
{
  cairo_surface_t *whole;
  cairo_t *cr;
  int side;

  g_return_val_if_fail (LIEUDIT_IS_TILE_RENDERER (self), NULL);
  g_return_val_if_fail (zoom <= MAX_ZOOM, NULL);
  g_return_val_if_fail (scale >= 1 && scale <= MAX_SCALE, NULL);

  side = LIEUDIT_MERCATOR_TILE_SIZE * (int) scale;
  whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side + 2 * RIM, side + 2 * RIM);
  cr = cairo_create (whole);
  cairo_scale (cr, scale, scale);
  lieudit_tile_renderer_draw_tile (self, cr, zoom, x, y, (double) RIM / scale, scale);
  cairo_destroy (cr);

  return cut_rim (whole, side);
}
