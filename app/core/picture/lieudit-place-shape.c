/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one vocabulary of symbols for the places of an article. */
#include "config.h"

#include "picture/lieudit-place-shape.h"

#include "geo/lieudit-mercator.h"
#include "geoparse/lieudit-confidence.h"

#include <glib/gi18n.h>
#include <math.h>

/* Half a symbol's size, in pixels, from a place named once to one named so often that it does not grow any more. */
#define SMALLEST_RADIUS 3.5
#define LARGEST_RADIUS 7.5
#define GROWTH 1.3 /* each time it is named twice as often */

/* How much of its colour the inside of an area's square has. */
#define AREA_OPACITY 0.25

/* The point of an area is nowhere in particular: it may be moved by this share of the area's radius, and by so many pixels. */
#define FREE_SHARE 0.35
#define MAX_FREEDOM 48.0

/* Shapes with something inside are not readable as small as a disc is. */
static const struct {
  const char *name;
  const char *text;
  double smallest_radius;
} shapes[LIEUDIT_PLACE_N_SHAPES] = {
  [LIEUDIT_PLACE_SHAPE_TOWN] = { "town", N_("Town"), SMALLEST_RADIUS },
  [LIEUDIT_PLACE_SHAPE_CAPITAL] = { "capital", N_("Capital"), 5.0 },
  [LIEUDIT_PLACE_SHAPE_SITE] = { "site", N_("Site"), 4.0 },
  [LIEUDIT_PLACE_SHAPE_AREA] = { "area", N_("Country, province or region"), 4.0 },
  [LIEUDIT_PLACE_SHAPE_NATURE] = { "nature", N_("Waters, mountains, roads"), 4.5 },
  [LIEUDIT_PLACE_SHAPE_FIGURATIVE] = { "figurative", N_("Stands for a government or the like"), 5.5 },
  [LIEUDIT_PLACE_SHAPE_UNSURE] = { "unsure", N_("Perhaps another place of that name"), 5.5 },
};

/**
 * lieudit_place_shape_choose:
 * @found_place: a place that an article names
 *
 * Chooses the shape of a place. That it may be another place, or stands for a government, is more to know than what kind it is.
 *
 * Returns: the shape
 */
LieuditPlaceShape
lieudit_place_shape_choose (LieuditFoundPlace *found_place)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (found_place), LIEUDIT_PLACE_SHAPE_TOWN);

  if (lieudit_found_place_get_confidence (found_place) < LIEUDIT_SURE_CONFIDENCE)
    return LIEUDIT_PLACE_SHAPE_UNSURE;
  if (!lieudit_found_place_has_literal (found_place))
    return LIEUDIT_PLACE_SHAPE_FIGURATIVE;

  switch (lieudit_place_get_feature_class (lieudit_found_place_get_place (found_place)))
    {
    case LIEUDIT_FEATURE_COUNTRY:
    case LIEUDIT_FEATURE_REGION:
    case LIEUDIT_FEATURE_DISTRICT:
    case LIEUDIT_FEATURE_AREA:
      return LIEUDIT_PLACE_SHAPE_AREA;
    case LIEUDIT_FEATURE_WATER:
    case LIEUDIT_FEATURE_RELIEF:
    case LIEUDIT_FEATURE_ROAD:
      return LIEUDIT_PLACE_SHAPE_NATURE;
    case LIEUDIT_FEATURE_CAPITAL:
      return LIEUDIT_PLACE_SHAPE_CAPITAL;
    case LIEUDIT_FEATURE_SITE:
      return LIEUDIT_PLACE_SHAPE_SITE;
    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_QUARTER:
    case LIEUDIT_FEATURE_OTHER:
    default:
      return LIEUDIT_PLACE_SHAPE_TOWN;
    }
}

/**
 * lieudit_place_shape_get_radius:
 * @shape: a shape
 * @n_mentions: how often the article names the place
 *
 * Tells how large a symbol is: what is named often is larger.
 *
 * Returns: half its size, in pixels
 */
double
lieudit_place_shape_get_radius (LieuditPlaceShape shape,
                                guint             n_mentions)
{
  g_return_val_if_fail (shape < LIEUDIT_PLACE_N_SHAPES, SMALLEST_RADIUS);

  return CLAMP (SMALLEST_RADIUS + GROWTH * log2 (MAX (n_mentions, 1)), shapes[shape].smallest_radius, LARGEST_RADIUS);
}

/**
 * lieudit_place_shape_describe:
 * @shape: a shape
 *
 * Returns: (transfer none): what it stands for, as a key to the map says it
 */
const char *
lieudit_place_shape_describe (LieuditPlaceShape shape)
{
  g_return_val_if_fail (shape < LIEUDIT_PLACE_N_SHAPES, "");

  return _(shapes[shape].text);
}

/**
 * lieudit_place_shape_get_name:
 * @shape: a shape
 *
 * Returns: (transfer none): its name in style sheets
 */
const char *
lieudit_place_shape_get_name (LieuditPlaceShape shape)
{
  g_return_val_if_fail (shape < LIEUDIT_PLACE_N_SHAPES, "");

  return shapes[shape].name;
}

/**
 * lieudit_place_shape_get_colour:
 * @shape: a shape
 * @colours: the colours of a style
 *
 * Chooses the colour that repeats what the shape says. They stay apart to the colour-blind.
 *
 * Returns: (transfer none): one of @colours
 */
const LieuditMapColour *
lieudit_place_shape_get_colour (LieuditPlaceShape               shape,
                                const LieuditMapPictureColours *colours)
{
  switch (shape)
    {
    case LIEUDIT_PLACE_SHAPE_AREA:
    case LIEUDIT_PLACE_SHAPE_NATURE:
      return &colours->area_mark;
    case LIEUDIT_PLACE_SHAPE_FIGURATIVE:
      return &colours->figurative_mark;
    case LIEUDIT_PLACE_SHAPE_UNSURE:
      return &colours->unsure_mark;
    case LIEUDIT_PLACE_SHAPE_TOWN:
    case LIEUDIT_PLACE_SHAPE_CAPITAL:
    case LIEUDIT_PLACE_SHAPE_SITE:
    case LIEUDIT_PLACE_N_SHAPES:
    default:
      return &colours->mark;
    }
}

static void
set_colour (cairo_t                *cr,
            const LieuditMapColour *colour,
            double                  opacity)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * opacity);
}

static void
add_polygon (cairo_t *cr,
             double   radius,
             gsize    n_corners,
             const double (*corners)[2])
{
  for (gsize i = 0; i < n_corners; i++)
    cairo_line_to (cr, corners[i][0] * radius, corners[i][1] * radius);
  cairo_close_path (cr);
}

static void
add_outline (LieuditPlaceShape  shape,
             double             radius,
             cairo_t           *cr)
{
  static const double diamond[][2] = { { 0.0, -1.2 }, { 1.2, 0.0 }, { 0.0, 1.2 }, { -1.2, 0.0 } };
  static const double square[][2] = { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } };
  static const double triangle[][2] = { { 0.0, -1.1 }, { 1.1, 0.9 }, { -1.1, 0.9 } };
  static const double flag[][2] = { { -0.7, 1.1 }, { -0.7, -1.1 }, { 1.1, -0.5 }, { -0.4, 0.15 }, { -0.4, 1.1 } };

  cairo_new_path (cr);
  switch (shape)
    {
    case LIEUDIT_PLACE_SHAPE_SITE:
      add_polygon (cr, radius, G_N_ELEMENTS (diamond), diamond);
      break;
    case LIEUDIT_PLACE_SHAPE_AREA:
      add_polygon (cr, radius, G_N_ELEMENTS (square), square);
      break;
    case LIEUDIT_PLACE_SHAPE_NATURE:
      add_polygon (cr, radius, G_N_ELEMENTS (triangle), triangle);
      break;
    case LIEUDIT_PLACE_SHAPE_FIGURATIVE:
      add_polygon (cr, radius, G_N_ELEMENTS (flag), flag);
      break;
    case LIEUDIT_PLACE_SHAPE_TOWN:
    case LIEUDIT_PLACE_SHAPE_CAPITAL:
    case LIEUDIT_PLACE_SHAPE_UNSURE:
    case LIEUDIT_PLACE_N_SHAPES:
    default:
      cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
      break;
    }
}

static void
draw_inside (LieuditPlaceShape       shape,
             double                  radius,
             const LieuditMapColour *mark,
             cairo_t                *cr)
{
  if (shape == LIEUDIT_PLACE_SHAPE_UNSURE)
    return;
  add_outline (shape, shape == LIEUDIT_PLACE_SHAPE_CAPITAL ? radius - 2.2 : radius, cr);
  set_colour (cr, mark, shape == LIEUDIT_PLACE_SHAPE_AREA ? AREA_OPACITY : 1.0);
  cairo_fill (cr);
}

static void
draw_line (LieuditPlaceShape       shape,
           double                  radius,
           const LieuditMapColour *mark,
           cairo_t                *cr)
{
  gboolean has_line = shape == LIEUDIT_PLACE_SHAPE_CAPITAL || shape == LIEUDIT_PLACE_SHAPE_AREA || shape == LIEUDIT_PLACE_SHAPE_UNSURE;
  double dash = 2.0 * G_PI * (radius - 0.4) / 12.0;

  if (!has_line)
    return;
  add_outline (shape, radius - 0.4, cr);
  set_colour (cr, mark, 1.0);
  cairo_set_line_width (cr, shape == LIEUDIT_PLACE_SHAPE_CAPITAL ? 1.2 : 1.8);
  if (shape == LIEUDIT_PLACE_SHAPE_UNSURE)
    cairo_set_dash (cr, &dash, 1, dash / 2.0);
  cairo_stroke (cr);
}

/**
 * lieudit_place_shape_draw:
 * @shape: what to draw
 * @radius: half its size, in pixels
 * @mark: its colour
 * @halo: the colour behind and around it
 * @cr: where to draw; the origin is its middle
 *
 * Draws one symbol.
 */
void
lieudit_place_shape_draw (LieuditPlaceShape       shape,
                          double                  radius,
                          const LieuditMapColour *mark,
                          const LieuditMapColour *halo,
                          cairo_t                *cr)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_outline (shape, radius, cr);
  set_colour (cr, halo, 1.0);
  cairo_set_line_width (cr, 2 * LIEUDIT_PLACE_SHAPE_HALO);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
  draw_inside (shape, radius, mark, cr);
  draw_line (shape, radius, mark, cr);
  cairo_restore (cr);
}

/**
 * lieudit_found_place_get_rank:
 * @found_place: a place that an article names
 *
 * Tells how important a place is to its article. Among places named equally often, those that something happens in come first, and
 * points before areas.
 *
 * Returns: a number that is larger for what should be drawn on top and named first
 */
double
lieudit_found_place_get_rank (LieuditFoundPlace *found_place)
{
  LieuditPlace *place;

  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (found_place), 0.0);

  place = lieudit_found_place_get_place (found_place);
  return 10.0 * lieudit_found_place_get_n_mentions (found_place)
         + (lieudit_found_place_has_literal (found_place) ? 5.0 : 0.0)
         + (lieudit_feature_is_area (lieudit_place_get_feature_code (place)) ? 0.0 : 2.0);
}

/**
 * lieudit_found_place_get_freedom:
 * @found_place: a place that an article names
 * @zoom: zoom level
 *
 * Tells how far a symbol may be drawn from its point. An area's symbol may give way to the towns in it; a point's may not.
 *
 * Returns: a distance, in pixels
 */
double
lieudit_found_place_get_freedom (LieuditFoundPlace *found_place,
                                 double             zoom)
{
  LieuditPlace *place;
  double metres_a_pixel;

  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (found_place), 0.0);

  place = lieudit_found_place_get_place (found_place);
  if (!lieudit_feature_is_area (lieudit_place_get_feature_code (place)))
    return 0.0;
  metres_a_pixel = lieudit_mercator_get_metres_per_pixel (lieudit_place_get_latitude (place), zoom);
  return MIN (FREE_SHARE * lieudit_place_get_uncertainty_km (place) * 1000.0 / metres_a_pixel, MAX_FREEDOM);
}
