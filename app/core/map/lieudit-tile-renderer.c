/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-renderer.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-graticule.h"

#include <math.h>

#define MAX_ZOOM 24
#define MAX_SCALE 4

/* A line's points nearer to each other than this many device pixels are drawn as one. */
#define SMALLEST_STEP 0.45

/* Lines no wider than this, in pixels, look the same with plain joints, which are drawn faster. */
#define THIN_LINE 1.5

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
  double smallest_step; /* user-space pixels */
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

/* Which points are left out depends on the ring alone, never on the tile, so that neighbouring tiles agree. */
static void
add_path (const Drawing            *drawing,
          const LieuditBaseMapPart *part)
{
  for (guint i = 0; i < part->n_rings; i++)
    {
      guint n_points;
      const LieuditMapPoint *points = lieudit_base_map_get_ring (drawing->base_map, part, i, &n_points);
      const LieuditMapPoint *last = NULL;

      for (guint j = 0; j < n_points; j++)
        {
          if (last != NULL && j + 1 < n_points
              && fabs ((double) points[j].x - last->x) < drawing->smallest_step * drawing->units_a_pixel
              && fabs ((double) points[j].y - last->y) < drawing->smallest_step * drawing->units_a_pixel)
            continue;

          if (last == NULL)
            cairo_new_sub_path (drawing->cr);
          cairo_line_to (drawing->cr,
                         (points[j].x - drawing->origin_x) / drawing->units_a_pixel,
                         (points[j].y - drawing->origin_y) / drawing->units_a_pixel);
          last = &points[j];
        }

      if (drawing->rule->is_fill)
        cairo_close_path (drawing->cr);
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

  /* Pieces of an area overlap, and would undo each other in one even-odd path; dashes go on from piece to piece. Lines are drawn
   * piece by piece because Cairo is faster with short paths, unless one would shine through another where they meet. */
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

static void
draw_rule (Drawing       *drawing,
           double         zoom,
           LieuditMapBox  box)
{
  const LieuditMapRule *rule = drawing->rule;
  double width = lieudit_map_stops_get (&rule->width, zoom);
  gint32 margin = (gint32) ceil ((width / 2.0 + 1.0) * drawing->units_a_pixel);

  box = (LieuditMapBox) { box.left - margin, box.top - margin, box.right + margin, box.bottom + margin };

  cairo_save (drawing->cr);
  cairo_new_path (drawing->cr);
  cairo_set_source_rgba (drawing->cr, rule->colour.red, rule->colour.green, rule->colour.blue, rule->colour.alpha);
  cairo_set_fill_rule (drawing->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_width (drawing->cr, width);
  cairo_set_line_join (drawing->cr, width > THIN_LINE ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_cap (drawing->cr, rule->n_dashes == 0 && width > THIN_LINE ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);

  lieudit_base_map_visit (drawing->base_map, rule->layer, (guint) zoom, &box, draw_part, drawing);
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
 * Draws a rectangle of the map, its north-western corner at the origin. Lines are @zoom's, whatever the scale.
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
  const LieuditMapColour *background;
  const LieuditMapGraticule *graticule;
  const LieuditMapRule *rules;
  LieuditMapBox box;
  Drawing drawing;
  guint n_rules;

  g_return_if_fail (LIEUDIT_IS_TILE_RENDERER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (zoom >= 0.0 && zoom <= MAX_ZOOM);
  g_return_if_fail (scale > 0.0);

  background = lieudit_map_style_get_background (self->style);
  cairo_set_source_rgba (cr, background->red, background->green, background->blue, background->alpha);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);

  if (self->base_map == NULL)
    return;

  drawing = (Drawing) {
    .base_map = self->base_map,
    .cr = cr,
    .units_a_pixel = LIEUDIT_BASE_MAP_WORLD / lieudit_mercator_get_world_size (zoom),
    .smallest_step = SMALLEST_STEP / scale,
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
    lieudit_map_graticule_draw (graticule, cr, zoom, left, top, width, height);
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
  cairo_surface_t *surface;
  cairo_t *cr;
  int side;

  g_return_val_if_fail (LIEUDIT_IS_TILE_RENDERER (self), NULL);
  g_return_val_if_fail (zoom <= MAX_ZOOM, NULL);
  g_return_val_if_fail (scale >= 1 && scale <= MAX_SCALE, NULL);

  side = LIEUDIT_MERCATOR_TILE_SIZE * (int) scale;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  lieudit_tile_renderer_draw (self, cr, zoom,
                              (double) (x & ((1u << zoom) - 1)) * LIEUDIT_MERCATOR_TILE_SIZE,
                              (double) y * LIEUDIT_MERCATOR_TILE_SIZE,
                              LIEUDIT_MERCATOR_TILE_SIZE, LIEUDIT_MERCATOR_TILE_SIZE, scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}
