/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meridians and parallels, for where the map is looked at so closely that there may be nothing else in view. */
#include "config.h"

#include "map/lieudit-map-graticule.h"

#include "geo/lieudit-mercator.h"

#include <math.h>

/* Lines are no nearer to each other than this, in pixels. */
#define SMALLEST_SPACING 170.0

/* How far a line's name is from where it is crossed, in pixels, and how far it reaches at most. */
#define NAME_DISTANCE 4.0
#define NAME_REACH 90.0
#define NAME_SIZE 9.0

#define SECONDS_A_DEGREE 3600

/* How far apart lines are, in seconds of arc: round numbers of degrees, minutes and seconds. */
static const int steps[] = { 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 2 * 3600, 5 * 3600, 10 * 3600 };

static int
choose_step (double zoom)
{
  double pixels_a_second = lieudit_mercator_get_world_size (zoom) / 360.0 / SECONDS_A_DEGREE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * pixels_a_second >= SMALLEST_SPACING)
      return steps[i];
  return steps[G_N_ELEMENTS (steps) - 1];
}

static int
first_of (double from,
          int    step)
{
  return (int) ceil (from / step) * step;
}

static double
find_x (int    longitude,
        double zoom)
{
  return lieudit_mercator_longitude_to_x ((double) longitude / SECONDS_A_DEGREE, zoom);
}

static double
find_y (int    latitude,
        double zoom)
{
  return lieudit_mercator_latitude_to_y ((double) latitude / SECONDS_A_DEGREE, zoom);
}

static void
format_angle (int   seconds,
              char *text,
              gsize size)
{
  int whole = ABS (seconds);
  int degrees = whole / SECONDS_A_DEGREE;
  int minutes = whole / 60 % 60;
  /* Cairo draws a text in one font, and a font that many have lacks the minus sign. */
  const char *sign = seconds < 0 ? "–" : "";

  if (whole % 60 != 0)
    g_snprintf (text, (gulong) size, "%s%d°%02d′%02d″", sign, degrees, minutes, whole % 60);
  else if (minutes != 0)
    g_snprintf (text, (gulong) size, "%s%d°%02d′", sign, degrees, minutes);
  else
    g_snprintf (text, (gulong) size, "%s%d°", sign, degrees);
}

/* The rectangle whose lines are drawn. */
typedef struct {
  cairo_t *cr;
  double width;
  double height;
  LieuditMapGraticuleNames names;
} Sheet;

/* A corner of a name, turned as it is, in the sheet's units. */
static gboolean
is_on_sheet (const Sheet  *sheet,
             double        x,
             double        y,
             double        angle,
             double        along,
             double        up)
{
  double right = x + along * cos (angle) + up * sin (angle);
  double down = y + along * sin (angle) - up * cos (angle);

  return right >= 0.0 && right <= sheet->width && down >= 0.0 && down <= sheet->height;
}

static void
draw_name (const Sheet *sheet,
           double       x,
           double       y,
           double       angle,
           int          seconds)
{
  cairo_t *cr = sheet->cr;
  cairo_text_extents_t extents;
  char text[32];

  format_angle (seconds, text, sizeof text);
  cairo_text_extents (cr, text, &extents);
  if (sheet->names == LIEUDIT_MAP_GRATICULE_NAMES_WHOLE
      && !(is_on_sheet (sheet, x, y, angle, 0.0, NAME_DISTANCE)
           && is_on_sheet (sheet, x, y, angle, 2.0 * NAME_DISTANCE + extents.x_advance, 2.0 * NAME_DISTANCE + NAME_SIZE)))
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, NAME_DISTANCE, -NAME_DISTANCE);
  cairo_show_text (cr, text);
  cairo_restore (cr);
}

static void
set_colour (const LieuditMapColour *colour,
            cairo_t                *cr)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
draw_line (cairo_t *cr,
           double   x1,
           double   y1,
           double   x2,
           double   y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/*
 * lieudit_map_graticule_draw:
 * @graticule: how to draw it
 * @cr: where to draw; one unit is one pixel at @zoom
 * @zoom: the zoom level
 * @left: the western edge, in pixels from the antimeridian at @zoom
 * @top: the northern edge, in pixels from the northern edge of the world at @zoom
 * @width: how wide, in pixels
 * @height: how high, in pixels
 * @names: what becomes of names at its edges
 *
 * Draws the lines of a rectangle of the map, and names them where they cross.
 */
void
lieudit_map_graticule_draw (const LieuditMapGraticule *graticule,
                            cairo_t                   *cr,
                            double                     zoom,
                            double                     left,
                            double                     top,
                            double                     width,
                            double                     height,
                            LieuditMapGraticuleNames   names)
{
  const Sheet sheet = { cr, width, height, names };
  int step = choose_step (zoom);
  double west = lieudit_mercator_x_to_longitude (left - NAME_REACH, zoom) * SECONDS_A_DEGREE;
  double east = lieudit_mercator_x_to_longitude (left + width + NAME_REACH, zoom) * SECONDS_A_DEGREE;
  double north = lieudit_mercator_y_to_latitude (top - NAME_REACH, zoom) * SECONDS_A_DEGREE;
  double south = lieudit_mercator_y_to_latitude (top + height + NAME_REACH, zoom) * SECONDS_A_DEGREE;

  cairo_save (cr);
  cairo_select_font_face (cr, "Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, NAME_SIZE);
  cairo_set_line_width (cr, 0.5);
  set_colour (&graticule->line, cr);
  for (int longitude = first_of (west, step); longitude <= east; longitude += step)
    draw_line (cr, find_x (longitude, zoom) - left, 0.0, find_x (longitude, zoom) - left, height);
  for (int latitude = first_of (south, step); latitude <= north; latitude += step)
    draw_line (cr, 0.0, find_y (latitude, zoom) - top, width, find_y (latitude, zoom) - top);

  set_colour (&graticule->text, cr);
  for (int longitude = first_of (west, step); longitude <= east; longitude += step)
    for (int latitude = first_of (south, step); latitude <= north; latitude += step)
      {
        draw_name (&sheet, find_x (longitude, zoom) - left, find_y (latitude, zoom) - top, 0.0, latitude);
        draw_name (&sheet, find_x (longitude, zoom) - left, find_y (latitude, zoom) - top, -G_PI / 2.0, longitude);
      }
  cairo_restore (cr);
}
