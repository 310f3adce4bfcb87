/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-map-picture.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-labels.h"
#include "picture/lieudit-article-marks.h"
#include "picture/lieudit-map-framing.h"
#include "picture/lieudit-map-ground.h"
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
#define MIN_ZOOM 1.0
#define MAX_ZOOM 18.0

/**
 * LieuditMapPicture:
 *
 * A picture of the map with the places of an article, for newspapers and classrooms: a title above, a legend and the sources below.
 *
 * It is drawn with Cairo, on an image, a page or a drawing alike. It is not thread-safe, but needs no display.
 */
struct _LieuditMapPicture
{
  GObject parent_instance;

  LieuditBaseMap *base_map; /* NULL draws the sea alone */
  LieuditMapStyle *style;
  LieuditAnalysis *analysis;
  char *title;
  char *language;
  guint width;
  guint height;
  gboolean is_bare;
  gboolean shows_local;

  LieuditBounds bounds; /* empty frames the article */
  gboolean has_view;
  double latitude;
  double longitude;
  double zoom;
};

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
      extent->zoom = CLAMP (frame (self, width - 2 * margin, height - 2 * margin, &bounds), MIN_ZOOM, MAX_ZOOM);
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

static void
draw_map (LieuditMapPicture      *self,
          LieuditPictureSymbols  *symbols,
          PangoContext           *context,
          const LieuditMapExtent *extent,
          double                  scale,
          cairo_t                *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, extent->width, extent->height);
  cairo_clip (cr);
  lieudit_map_ground_draw (self->base_map, self->style, extent, scale, cr);
  lieudit_picture_symbols_draw_areas (symbols, lieudit_map_style_get_picture (self->style), cr);
  if (self->base_map != NULL)
    draw_names (self, symbols, context, extent, cr);
  lieudit_picture_symbols_draw (symbols, lieudit_map_style_get_picture (self->style), cr);
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
  double legend_height;

  choose_extent (self, self->width - 2 * EDGE, MAX (1.0, self->height - top - bottom), &extent);
  symbols = lieudit_picture_symbols_new (self->analysis, self->base_map, context, &extent);
  legend.symbols = symbols;
  legend_height = lieudit_picture_draw_legend (&margin, &legend, NULL);

  choose_extent (self, self->width - 2 * EDGE, MAX (1.0, self->height - top - bottom - legend_height), &extent);
  g_clear_pointer (&symbols, lieudit_picture_symbols_free);
  symbols = lieudit_picture_symbols_new (self->analysis, self->base_map, context, &extent);
  legend.symbols = symbols;

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
 * lieudit_map_picture_set_size:
 * @self: a picture
 * @width: in pixels, from %LIEUDIT_MAP_PICTURE_SMALLEST to %LIEUDIT_MAP_PICTURE_LARGEST
 * @height: in pixels, likewise
 *
 * Changes the size of the picture. Letters and lines stay as large as they are.
 */
void
lieudit_map_picture_set_size (LieuditMapPicture *self,
                              guint              width,
                              guint              height)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (width >= LIEUDIT_MAP_PICTURE_SMALLEST && width <= LIEUDIT_MAP_PICTURE_LARGEST);
  g_return_if_fail (height >= LIEUDIT_MAP_PICTURE_SMALLEST && height <= LIEUDIT_MAP_PICTURE_LARGEST);

  self->width = width;
  self->height = height;
}

/**
 * lieudit_map_picture_get_width:
 * @self: a picture
 *
 * Returns: how wide it is, in pixels
 */
guint
lieudit_map_picture_get_width (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), 0);

  return self->width;
}

/**
 * lieudit_map_picture_get_height:
 * @self: a picture
 *
 * Returns: how high it is, in pixels
 */
guint
lieudit_map_picture_get_height (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), 0);

  return self->height;
}

/**
 * lieudit_map_picture_set_analysis:
 * @self: a picture
 * @analysis: (nullable): what was found in an article
 *
 * Shows the places of an article. Unless told otherwise, the picture is framed on them and names the map in the article's language.
 */
void
lieudit_map_picture_set_analysis (LieuditMapPicture *self,
                                  LieuditAnalysis   *analysis)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (analysis == NULL || LIEUDIT_IS_ANALYSIS (analysis));

  if (g_set_object (&self->analysis, analysis) && analysis != NULL && self->language == NULL)
    self->language = g_strdup (lieudit_language_to_tag (lieudit_analysis_get_language (analysis)));
}

/**
 * lieudit_map_picture_set_title:
 * @self: a picture
 * @title: (nullable): what stands above the map, or %NULL for nothing
 *
 * Changes the title.
 */
void
lieudit_map_picture_set_title (LieuditMapPicture *self,
                               const char        *title)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * lieudit_map_picture_get_title:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): what stands above the map
 */
const char *
lieudit_map_picture_get_title (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), NULL);

  return self->title;
}

/**
 * lieudit_map_picture_set_language:
 * @self: a picture
 * @language: a language tag, such as "fr"
 *
 * Changes the language of the map's names.
 */
void
lieudit_map_picture_set_language (LieuditMapPicture *self,
                                  const char        *language)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (language != NULL);

  g_free (self->language);
  self->language = g_strdup (language);
}

/**
 * lieudit_map_picture_set_bounds:
 * @self: a picture
 * @bounds: what must be seen, or empty bounds for what the article is about
 *
 * Changes what the picture is framed on.
 */
void
lieudit_map_picture_set_bounds (LieuditMapPicture   *self,
                                const LieuditBounds *bounds)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (bounds != NULL);

  self->bounds = *bounds;
  self->has_view = FALSE;
}

/**
 * lieudit_map_picture_set_view:
 * @self: a picture
 * @latitude: of its middle, in degrees
 * @longitude: of its middle, in degrees
 * @zoom: the zoom level, not necessarily whole
 *
 * Makes the picture show a view, such as that of the window.
 */
void
lieudit_map_picture_set_view (LieuditMapPicture *self,
                              double             latitude,
                              double             longitude,
                              double             zoom)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (isfinite (latitude) && isfinite (longitude));

  self->has_view = TRUE;
  self->latitude = latitude;
  self->longitude = longitude;
  self->zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
}

/**
 * lieudit_map_picture_set_bare:
 * @self: a picture
 * @is_bare: whether it is the map alone, without title, legend, scale and sources
 *
 * Changes whether there is anything around the map.
 */
void
lieudit_map_picture_set_bare (LieuditMapPicture *self,
                              gboolean           is_bare)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  self->is_bare = !!is_bare;
}

/**
 * lieudit_map_picture_set_shows_local:
 * @self: a picture
 * @shows_local: whether to write what a place is called where it is under its name
 *
 * Changes whether the map's names are in two languages.
 */
void
lieudit_map_picture_set_shows_local (LieuditMapPicture *self,
                                     gboolean           shows_local)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  self->shows_local = !!shows_local;
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
