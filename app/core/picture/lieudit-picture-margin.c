/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the map on a picture: its title, its legend, where it comes from, and its scale. */
#include "config.h"

#include "picture/lieudit-picture-margin.h"

#include "geo/lieudit-mercator.h"
#include "picture/lieudit-map-line.h"

#include <glib/gi18n.h>
#include <math.h>

/* Sizes of letters and spaces, in pixels. */
#define TITLE_SIZE 20.0
#define LEGEND_SIZE 12.0
#define SOURCES_SIZE 9.5
#define PADDING 12.0
#define SPACING 6.0
#define SAMPLE_WIDTH 22.0
#define SAMPLE_RADIUS 5.5
#define LINE_LENGTH 16.0
#define ENTRY_GAP 18.0
#define MAX_TITLE_LINES 2

/* The longest that a scale bar may be, in pixels, and where it lies on the map. */
#define LONGEST_SCALE 150.0
#define SCALE_MARGIN 14.0
#define SCALE_HEIGHT 5.0

/* Where the length is written: from the left end of the bar, and above it. */
#define SCALE_TEXT_X 4.0
#define SCALE_TEXT_Y 2.0

/* Where the legend's next entry goes. */
typedef struct {
  const LieuditPictureMargin *margin;
  cairo_t *cr; /* NULL only measures */
  double x;
  double y;
  double row_height;
} Flow;

/*
 * lieudit_picture_create_context:
 * @cr: where to draw
 *
 * Returns: (transfer full): what letters are set with
 */
PangoContext *
lieudit_picture_create_context (cairo_t *cr)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Without hints, letters stand where they do at any scale. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_cairo_update_context (cr, context);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);

  return context;
}

/*
 * lieudit_picture_describe_sources:
 * @base_map: (nullable): the base map
 *
 * Returns: (transfer full): what must be said below a map, in the reader's language
 */
char *
lieudit_picture_describe_sources (LieuditBaseMap *base_map)
{
  g_autofree char *attribution = base_map != NULL ? lieudit_base_map_get_attribution (base_map) : g_strdup ("");

  /* Translators: below a picture of the map; %s names where the map's data comes from. Borders are from October 2013. */
  return g_strdup_printf (_("Sources: %s. Borders as they are held on the ground, as Natural Earth drew them in 2013; they take no side. "
                            "Made with Lieudit."),
                          attribution);
}

static void
set_colour (cairo_t                *cr,
            const LieuditMapColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/*
 * lieudit_picture_create_layout:
 * @margin: how to set it
 * @text: a text
 * @size: its size, in pixels
 * @weight: how bold it is
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
lieudit_picture_create_layout (const LieuditPictureMargin *margin,
                               const char                 *text,
                               double                      size,
                               PangoWeight                 weight)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (margin->context));
  PangoLayout *layout = pango_layout_new (margin->context);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/*
 * lieudit_picture_show_layout:
 * @margin: how to set it
 * @layout: a text, laid out
 * @x: its left edge
 * @y: its top edge
 * @cr: where to draw
 */
void
lieudit_picture_show_layout (const LieuditPictureMargin *margin,
                             PangoLayout                *layout,
                             double                      x,
                             double                      y,
                             cairo_t                    *cr)
{
  cairo_move_to (cr, x, y);
  set_colour (cr, &margin->colours->ink);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_show_layout (cr, layout);
}

static double
draw_paragraph (const LieuditPictureMargin *margin,
                PangoLayout                *layout,
                cairo_t                    *cr)
{
  int height;

  pango_layout_set_width (layout, (int) ((margin->width - 2 * PADDING) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (cr != NULL)
    lieudit_picture_show_layout (margin, layout, PADDING, SPACING, cr);

  return height + 2 * SPACING;
}

/*
 * lieudit_picture_draw_title:
 * @margin: how to set it
 * @title: the title
 * @cr: (nullable): where to draw, the origin being its corner, or %NULL to measure only
 *
 * Returns: how high it is, in pixels
 */
double
lieudit_picture_draw_title (const LieuditPictureMargin *margin,
                            const char                 *title,
                            cairo_t                    *cr)
{
  g_autoptr (PangoLayout) layout = lieudit_picture_create_layout (margin, title, TITLE_SIZE, PANGO_WEIGHT_BOLD);

  pango_layout_set_height (layout, -MAX_TITLE_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return draw_paragraph (margin, layout, cr);
}

/*
 * lieudit_picture_draw_sources:
 * @margin: how to set them
 * @sources: whom the map comes from
 * @cr: (nullable): where to draw, the origin being their corner, or %NULL to measure only
 *
 * Returns: how high they are, in pixels
 */
double
lieudit_picture_draw_sources (const LieuditPictureMargin *margin,
                              const char                 *sources,
                              cairo_t                    *cr)
{
  g_autoptr (PangoLayout) layout = lieudit_picture_create_layout (margin, sources, SOURCES_SIZE, PANGO_WEIGHT_NORMAL);

  return draw_paragraph (margin, layout, cr);
}

/* Puts an entry's text, and leaves the origin of @cr at the middle of its sample; FALSE if there is nothing to draw. */
static gboolean
begin_entry (Flow       *flow,
             const char *text)
{
  g_autoptr (PangoLayout) layout = lieudit_picture_create_layout (flow->margin, text, LEGEND_SIZE, PANGO_WEIGHT_NORMAL);
  double text_x, sample_x;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (flow->x > PADDING && flow->x + SAMPLE_WIDTH + width > flow->margin->width - PADDING)
    {
      flow->x = PADDING;
      flow->y += flow->row_height;
    }
  flow->row_height = height + 3.0;
  text_x = flow->x + SAMPLE_WIDTH;
  sample_x = flow->x + SAMPLE_WIDTH / 2.0 - 2.0;
  flow->x += SAMPLE_WIDTH + width + ENTRY_GAP;
  if (flow->cr == NULL)
    return FALSE;

  if (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
    {
      text_x = flow->margin->width - text_x - width;
      sample_x = flow->margin->width - sample_x;
    }
  lieudit_picture_show_layout (flow->margin, layout, text_x, flow->y, flow->cr);
  cairo_save (flow->cr);
  cairo_translate (flow->cr, sample_x, flow->y + height / 2.0);

  return TRUE;
}

static void
add_shape (Flow              *flow,
           LieuditPlaceShape  shape)
{
  if (!begin_entry (flow, lieudit_place_shape_describe (shape)))
    return;

  lieudit_place_shape_draw (shape, SAMPLE_RADIUS, lieudit_place_shape_get_colour (shape, flow->margin->colours),
                            &flow->margin->colours->halo, flow->cr);
  cairo_restore (flow->cr);
}

static void
note_class (const LieuditBaseMapPart *part,
            gpointer                  user_data)
{
  guint *class_bits = user_data;

  *class_bits |= part->class_bits;
}

/* Which classes of a layer the picture shows. */
static guint
find_classes (const LieuditPictureLegend *legend,
              LieuditMapLayer             layer)
{
  double units = LIEUDIT_BASE_MAP_WORLD / lieudit_mercator_get_world_size (legend->extent->zoom);
  LieuditMapBox box = {
    (gint32) CLAMP (legend->extent->left * units, 0, LIEUDIT_BASE_MAP_WORLD),
    (gint32) CLAMP (legend->extent->top * units, 0, LIEUDIT_BASE_MAP_WORLD),
    (gint32) CLAMP ((legend->extent->left + legend->extent->width) * units, 0, LIEUDIT_BASE_MAP_WORLD),
    (gint32) CLAMP ((legend->extent->top + legend->extent->height) * units, 0, LIEUDIT_BASE_MAP_WORLD),
  };
  guint class_bits = 0;

  if (legend->base_map != NULL)
    lieudit_base_map_visit (legend->base_map, layer, (guint) legend->extent->zoom, &box, note_class, &class_bits);

  return class_bits;
}

static void
add_line (Flow                       *flow,
          const LieuditPictureLegend *legend,
          const LieuditMapLine       *line)
{
  if (line->is_plain || !lieudit_map_line_draw (line, legend->style, legend->extent->zoom, LINE_LENGTH, NULL) ||
      !(find_classes (legend, line->layer) & line->class_bits) || !begin_entry (flow, _(line->text)))
    return;

  lieudit_map_line_draw (line, legend->style, legend->extent->zoom, LINE_LENGTH, flow->cr);
  cairo_restore (flow->cr);
}

/*
 * lieudit_picture_draw_legend:
 * @margin: how to set it
 * @legend: what it explains
 * @cr: (nullable): where to draw, the origin being its corner, or %NULL to measure only
 *
 * Explains the symbols that the picture shows, and only those.
 *
 * Returns: how high it is, in pixels; 0 if there is nothing to explain
 */
double
lieudit_picture_draw_legend (const LieuditPictureMargin *margin,
                             const LieuditPictureLegend *legend,
                             cairo_t                    *cr)
{
  Flow flow = { margin, cr, PADDING, SPACING, 0.0 };
  const LieuditMapLine *lines;
  guint n_lines;

  for (guint shape = 0; legend->symbols != NULL && shape < LIEUDIT_PLACE_N_SHAPES; shape++)
    {
      if (lieudit_picture_symbols_have (legend->symbols, (LieuditPlaceShape) shape))
        add_shape (&flow, (LieuditPlaceShape) shape);
    }
  lines = lieudit_map_line_get_all (&n_lines);
  for (guint i = 0; i < n_lines; i++)
    add_line (&flow, legend, &lines[i]);

  return flow.row_height > 0.0 ? flow.y + flow.row_height : 0.0;
}

/* The longest of 1, 2 and 5 times a power of ten that is not longer than @most. */
static double
choose_length (double most)
{
  double power = pow (10.0, floor (log10 (most)));

  return most >= 5.0 * power ? 5.0 * power : most >= 2.0 * power ? 2.0 * power : power;
}

/* How long the bar is in pixels, and what is written over it. */
static PangoLayout *
create_scale (const LieuditPictureMargin *margin,
              const LieuditMapExtent     *extent,
              double                     *pixels)
{
  double latitude = lieudit_mercator_y_to_latitude (extent->top + extent->height / 2.0, extent->zoom);
  double metres_a_pixel = lieudit_mercator_get_metres_per_pixel (latitude, extent->zoom);
  double length = choose_length (LONGEST_SCALE * metres_a_pixel);
  g_autofree char *text = NULL;

  *pixels = length / metres_a_pixel;
  /* Translators: the length of a map's scale bar, in kilometres or metres */
  text = length >= 1000.0 ? g_strdup_printf (_("%g km"), length / 1000.0) : g_strdup_printf (_("%g m"), length);

  return lieudit_picture_create_layout (margin, text, LEGEND_SIZE, PANGO_WEIGHT_NORMAL);
}

/*
 * lieudit_picture_measure_scale:
 * @margin: how to set it
 * @extent: what the picture shows
 *
 * Returns: what the scale bar covers of the map, in its pixels
 */
LieuditPixelBox
lieudit_picture_measure_scale (const LieuditPictureMargin *margin,
                               const LieuditMapExtent     *extent)
{
  double pixels;
  g_autoptr (PangoLayout) layout = create_scale (margin, extent, &pixels);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);

  return (LieuditPixelBox) {
    .x = 0.0,
    .y = extent->height - SCALE_MARGIN - height - 2.0 * SCALE_TEXT_Y,
    .width = SCALE_MARGIN + MAX (pixels, width + SCALE_TEXT_X) + SCALE_TEXT_X,
    .height = SCALE_MARGIN + height + 2.0 * SCALE_TEXT_Y,
  };
}

/*
 * lieudit_picture_draw_scale:
 * @margin: how to set it
 * @extent: what the picture shows
 * @cr: where to draw; the origin is the map's corner
 *
 * Draws a scale bar in the lower left corner of a map, true at the latitude of the map's middle.
 */
void
lieudit_picture_draw_scale (const LieuditPictureMargin *margin,
                            const LieuditMapExtent     *extent,
                            cairo_t                    *cr)
{
  double pixels;
  g_autoptr (PangoLayout) layout = create_scale (margin, extent, &pixels);
  double y = extent->height - SCALE_MARGIN;
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  cairo_save (cr);
  for (guint pass = 0; pass < 2; pass++)
    {
      set_colour (cr, pass == 0 ? &margin->colours->halo : &margin->colours->ink);
      cairo_set_line_width (cr, pass == 0 ? 4.5 : 1.5);
      cairo_new_path (cr);
      cairo_move_to (cr, SCALE_MARGIN, y - SCALE_HEIGHT);
      cairo_line_to (cr, SCALE_MARGIN, y);
      cairo_line_to (cr, SCALE_MARGIN + pixels, y);
      cairo_line_to (cr, SCALE_MARGIN + pixels, y - SCALE_HEIGHT);
      cairo_stroke (cr);

      cairo_move_to (cr, SCALE_MARGIN + SCALE_TEXT_X, y - height - SCALE_TEXT_Y);
      pango_cairo_update_layout (cr, layout);
      pango_cairo_layout_path (cr, layout);
      if (pass == 0)
        cairo_stroke (cr);
      else
        cairo_fill (cr);
    }
  cairo_restore (cr);
}

/*
 * lieudit_picture_draw_frame:
 * @margin: how to set it
 * @extent: what the picture shows
 * @cr: where to draw; the origin is the map's corner
 *
 * Draws a line around a map.
 */
void
lieudit_picture_draw_frame (const LieuditPictureMargin *margin,
                            const LieuditMapExtent     *extent,
                            cairo_t                    *cr)
{
  const LieuditMapColour *ink = &margin->colours->ink;

  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.6);
  cairo_set_line_width (cr, 0.75);
  cairo_rectangle (cr, 0.0, 0.0, extent->width, extent->height);
  cairo_stroke (cr);
}
