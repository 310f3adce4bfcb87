/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-map-picture-private.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-labels.h"
#include "picture/lieudit-article-marks.h"
#include "picture/lieudit-drawing-painter.h"
#include "picture/lieudit-map-framing.h"
#include "picture/lieudit-map-ground.h"
#include "picture/lieudit-picture-furniture.h"
#include "picture/lieudit-picture-margin.h"
#include "picture/lieudit-picture-symbols.h"

#include <math.h>

#define DEFAULT_WIDTH 1200
#define DEFAULT_HEIGHT 800

/* The room around the places that a picture is framed on, as a share of its smaller side: their names need it. */
#define FRAME_MARGIN 0.12

/* Where the map is not bare, it lies this far from the edge of the picture, in pixels. */
#define EDGE 12.0

/* The world at zoom 2 is shown when there is nothing to frame. */
#define WORLD_LATITUDE 25.0
#define WORLD_ZOOM 2.0

/**
 * LieuditMapPicture:
 *
 * A picture of the map with the places of an article, for newspapers and classrooms: a title above, a legend and the sources below.
 *
 * It is drawn with Cairo, on an image, a page or a drawing alike. It is not thread-safe, but needs no display.
 */
G_DEFINE_FINAL_TYPE (LieuditMapPicture, lieudit_map_picture, G_TYPE_OBJECT)

/* What the article is about, or all that was asked for. */
static double
frame (LieuditMapPicture *self,
       double             width,
       double             height,
       LieuditBounds     *bounds)
{
  g_autoptr (GArray) places = lieudit_list_framed_places (self->analysis);
  double zoom;

  *bounds = self->bounds;
  if (lieudit_bounds_is_empty (bounds) && places->len > 0)
    *bounds = lieudit_frame_core_places ((LieuditFramedPlace *) places->data, places->len);
  if (lieudit_bounds_is_empty (bounds))
    return WORLD_ZOOM;

  zoom = lieudit_mercator_get_zoom_for_bounds (bounds, width, height);
  if (lieudit_bounds_is_empty (&self->bounds))
    zoom = MIN (zoom, lieudit_frame_closest_zoom ((LieuditFramedPlace *) places->data, places->len, MIN (width, height)));

  return zoom;
}

static void
choose_extent (LieuditMapPicture *self,
               double             width,
               double             height,
               LieuditMapExtent  *extent)
{
  double margin = FRAME_MARGIN * MIN (width, height);
  double latitude = WORLD_LATITUDE;
  double longitude = 0.0;
  LieuditBounds bounds;

  if (self->has_view)
    {
      extent->zoom = self->zoom;
      latitude = self->latitude;
      longitude = self->longitude;
    }
  else
    {
      extent->zoom = CLAMP (frame (self, width - 2 * margin, height - 2 * margin, &bounds), LIEUDIT_MAP_PICTURE_MIN_ZOOM, LIEUDIT_MAP_PICTURE_MAX_ZOOM);
      if (!lieudit_bounds_is_empty (&bounds))
        lieudit_bounds_get_centre (&bounds, &latitude, &longitude);
    }

  extent->width = width;
  extent->height = height;
  extent->left = lieudit_mercator_longitude_to_x (longitude, extent->zoom) - width / 2.0;
  extent->top = lieudit_mercator_latitude_to_y (latitude, extent->zoom) - height / 2.0;
}

static void
draw_names (LieuditMapPicture      *self,
            LieuditPictureSymbols  *symbols,
            PangoContext           *context,
            const LieuditMapExtent *extent,
            cairo_t                *cr)
{
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (self->base_map, self->style);
  GArray *taken = lieudit_picture_symbols_get_taken (symbols);
  const LieuditMapLabel *names;
  guint n_names;

  if (self->language != NULL)
    lieudit_map_labels_set_language (labels, self->language);
  lieudit_map_labels_set_keeps_inside (labels, TRUE);
  lieudit_map_labels_set_shows_local (labels, self->shows_local);
  lieudit_map_labels_take_marks (labels, lieudit_map_marks_new_for_article (self->analysis));

  names = lieudit_map_labels_place (labels, context, extent, (const LieuditPixelBox *) taken->data, taken->len, &n_names);
  for (guint i = n_names; i > 0; i--)
    {
      const LieuditMapLabel *name = &names[i - 1];

      cairo_save (cr);
      cairo_translate (cr, name->box.x, name->box.y);
      lieudit_map_labels_draw_name (labels, name, cr);
      cairo_restore (cr);
      if (name->dot_radius > 0.0)
        {
          cairo_save (cr);
          cairo_translate (cr, name->dot_x, name->dot_y);
          lieudit_map_labels_draw_dot (labels, name, cr);
          cairo_restore (cr);
        }
    }
}

/* What stands over the map, in whichever corner it covers least; names keep out of it. */
static void
place_furniture (LieuditMapPicture       *self,
                 LieuditPictureSymbols   *symbols,
                 const LieuditMapExtent  *extent,
                 LieuditPictureFurniture *furniture)
{
  GArray *taken = lieudit_picture_symbols_get_taken (symbols);

  *furniture = (LieuditPictureFurniture) { 0 };
  if (self->kept_clear.width > 0.0)
    g_array_append_val (taken, self->kept_clear);
  if (self->has_inset)
    furniture->inset = lieudit_picture_place_inset (extent, taken);
  if (self->has_north_arrow)
    furniture->arrow = lieudit_picture_place_north_arrow (extent, taken);
}

static void
draw_furniture (LieuditMapPicture             *self,
                const LieuditPictureFurniture *furniture,
                PangoContext                  *context,
                const LieuditMapExtent        *extent,
                double                         scale,
                cairo_t                       *cr)
{
  if (furniture->inset.width > 0.0)
    lieudit_picture_draw_inset (&furniture->inset, self->base_map, self->style, extent, scale, cr);
  if (furniture->arrow.width > 0.0)
    lieudit_picture_draw_north_arrow (&furniture->arrow, context, lieudit_map_style_get_picture (self->style), cr);
}

/*
 * lieudit_map_picture_draw_drawings:
 * @self: a picture
 * @context: for texts
 * @extent: what the map shows
 * @cr: where to draw; the origin is the corner of the map
 *
 * Draws what a person drew on the map, in the colours of the picture.
 */
void
lieudit_map_picture_draw_drawings (LieuditMapPicture      *self,
                                   PangoContext           *context,
                                   const LieuditMapExtent *extent,
                                   cairo_t                *cr)
{
  const LieuditMapColour *paper = &lieudit_map_style_get_picture (self->style)->paper;
  const LieuditMapColour *mark = &lieudit_map_style_get_picture (self->style)->mark;
  LieuditDrawingPainter painter = {
    .extent = extent,
    .context = context,
    .is_dark = paper->red + paper->green + paper->blue < 1.5,
    .is_grey = mark->red == mark->green && mark->green == mark->blue,
    .scale = 1.0,
  };

  for (guint i = 0; self->drawings != NULL && i < self->drawings->len; i++)
    lieudit_drawing_painter_draw (&painter, g_ptr_array_index (self->drawings, i), cr);
}

static void
draw_map (LieuditMapPicture      *self,
          LieuditPictureSymbols  *symbols,
          PangoContext           *context,
          const LieuditMapExtent *extent,
          double                  scale,
          cairo_t                *cr)
{
  LieuditPictureFurniture furniture;

  place_furniture (self, symbols, extent, &furniture);
  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, extent->width, extent->height);
  cairo_clip (cr);
  lieudit_map_ground_draw (self->base_map, self->style, extent, scale, cr);
  lieudit_picture_symbols_draw_areas (symbols, lieudit_map_style_get_picture (self->style), cr);
  if (self->base_map != NULL)
    draw_names (self, symbols, context, extent, cr);
  lieudit_picture_symbols_draw (symbols, lieudit_map_style_get_picture (self->style), cr);
  lieudit_map_picture_draw_drawings (self, context, extent, cr);
  draw_furniture (self, &furniture, context, extent, scale, cr);
  cairo_restore (cr);
}

/* The legend is only known once the map is, and the map only fits once the legend's height is: the legend is measured twice. */
static void
draw_with_margin (LieuditMapPicture *self,
                  PangoContext      *context,
                  double             scale,
                  cairo_t           *cr)
{
  LieuditPictureMargin margin = { context, lieudit_map_style_get_picture (self->style), self->width };
  g_autofree char *sources = lieudit_picture_describe_sources (self->base_map);
  double top = self->title != NULL ? lieudit_picture_draw_title (&margin, self->title, cr) : EDGE;
  double bottom = lieudit_picture_draw_sources (&margin, sources, NULL);
  g_autoptr (LieuditPictureSymbols) symbols = NULL;
  LieuditMapExtent extent;
  LieuditPictureLegend legend = { NULL, self->base_map, self->style, &extent };
  LieuditPixelBox scale_box;
  double legend_height;

  choose_extent (self, self->width - 2 * EDGE, MAX (1.0, self->height - top - bottom), &extent);
  symbols = lieudit_picture_symbols_new (self->analysis, self->base_map, context, &extent);
  legend.symbols = symbols;
  legend_height = lieudit_picture_draw_legend (&margin, &legend, NULL);

  choose_extent (self, self->width - 2 * EDGE, MAX (1.0, self->height - top - bottom - legend_height), &extent);
  g_clear_pointer (&symbols, lieudit_picture_symbols_free);
  symbols = lieudit_picture_symbols_new (self->analysis, self->base_map, context, &extent);
  legend.symbols = symbols;
  scale_box = lieudit_picture_measure_scale (&margin, &extent);
  g_array_append_val (lieudit_picture_symbols_get_taken (symbols), scale_box);

  cairo_save (cr);
  cairo_translate (cr, EDGE, top);
  draw_map (self, symbols, context, &extent, scale, cr);
  lieudit_picture_draw_scale (&margin, &extent, cr);
  lieudit_picture_draw_frame (&margin, &extent, cr);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_translate (cr, 0.0, top + extent.height);
  lieudit_picture_draw_legend (&margin, &legend, cr);
  cairo_translate (cr, 0.0, legend_height);
  lieudit_picture_draw_sources (&margin, sources, cr);
  cairo_restore (cr);
}

static void
lieudit_map_picture_finalize (GObject *object)
{
  LieuditMapPicture *self = LIEUDIT_MAP_PICTURE (object);

  g_clear_object (&self->base_map);
  g_clear_object (&self->style);
  g_clear_object (&self->analysis);
  g_clear_pointer (&self->drawings, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (lieudit_map_picture_parent_class)->finalize (object);
}

static void
lieudit_map_picture_class_init (LieuditMapPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lieudit_map_picture_finalize;
}

static void
lieudit_map_picture_init (LieuditMapPicture *self)
{
  self->width = DEFAULT_WIDTH;
  self->height = DEFAULT_HEIGHT;
  self->bounds = lieudit_bounds_empty ();
}

/**
 * lieudit_map_picture_new:
 * @base_map: (nullable): the base map, or %NULL to draw the article's places on the sea
 * @style: how to draw it
 *
 * Creates a picture of 1200 by 800 pixels, of the world until it is told of an article or a view.
 *
 * Returns: (transfer full): the picture
 */
LieuditMapPicture *
lieudit_map_picture_new (LieuditBaseMap  *base_map,
                         LieuditMapStyle *style)
{
  LieuditMapPicture *self;

  g_return_val_if_fail (base_map == NULL || LIEUDIT_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (style), NULL);

  self = g_object_new (LIEUDIT_TYPE_MAP_PICTURE, NULL);
  g_set_object (&self->base_map, base_map);
  self->style = g_object_ref (style);

  return self;
}

/**
 * lieudit_map_picture_frame:
 * @self: a picture
 * @width: in pixels
 * @height: in pixels
 * @extent: (out): what it shows
 *
 * Tells what the picture shows of the Earth if its map is so large.
 */
void
lieudit_map_picture_frame (LieuditMapPicture *self,
                           double             width,
                           double             height,
                           LieuditMapExtent  *extent)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (width > 0.0 && height > 0.0);
  g_return_if_fail (extent != NULL);

  choose_extent (self, width, height, extent);
}

/**
 * lieudit_map_picture_get_base_map:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): what it shows the Earth by
 */
LieuditBaseMap *
lieudit_map_picture_get_base_map (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), NULL);

  return self->base_map;
}

/**
 * lieudit_map_picture_get_style:
 * @self: a picture
 *
 * Returns: (transfer none): how it is drawn
 */
LieuditMapStyle *
lieudit_map_picture_get_style (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), NULL);

  return self->style;
}

/**
 * lieudit_map_picture_get_language:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): the tag of the language of its names
 */
const char *
lieudit_map_picture_get_language (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), NULL);

  return self->language;
}

/**
 * lieudit_map_picture_draw:
 * @self: a picture
 * @cr: where to draw; one unit is one pixel of the picture
 * @scale: how many device pixels a pixel is, which bounds how fine the lines are
 *
 * Draws the picture, its upper left corner at the origin.
 */
void
lieudit_map_picture_draw (LieuditMapPicture *self,
                          cairo_t           *cr,
                          double             scale)
{
  const LieuditMapPictureColours *colours;
  PangoContext *context;

  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (scale > 0.0);

  context = lieudit_picture_create_context (cr);
  colours = lieudit_map_style_get_picture (self->style);
  cairo_set_source_rgba (cr, colours->paper.red, colours->paper.green, colours->paper.blue, colours->paper.alpha);
  cairo_rectangle (cr, 0.0, 0.0, self->width, self->height);
  cairo_fill (cr);

  if (self->is_bare)
    {
      g_autoptr (LieuditPictureSymbols) symbols = NULL;
      LieuditMapExtent extent;

      choose_extent (self, self->width, self->height, &extent);
      symbols = lieudit_picture_symbols_new (self->analysis, self->base_map, context, &extent);
      draw_map (self, symbols, context, &extent, scale, cr);
    }
  else
    {
      draw_with_margin (self, context, scale, cr);
    }

  g_object_unref (context);
}
