/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-drawing-painter.h"

#include <glib/gi18n.h>
#include <math.h>

#include "geo/lieudit-geodesic.h"
#include "geo/lieudit-mercator.h"

/* In pixels. */
#define LINE_WIDTH 3.5
#define HALO_WIDTH 2.0
#define ARROW_HEAD 16.0
#define ARROW_ANGLE 0.45
#define LETTERS 15.0

/* A press this near to a drawing is meant for it. */
#define REACH 9.0

#define CIRCLE_POINTS 180

/* Smaller circles are told to the hundred metres. */
#define WHOLE_KILOMETRES 10.0

/* On the light map and on the dark one; each keeps at least 3:1 with land and sea (WCAG 2.1, 1.4.11). */
static const LieuditMapColour inks[LIEUDIT_N_INKS][2] = {
  [LIEUDIT_INK_RED] = { { 0.72, 0.09, 0.11, 1.0 }, { 1.0, 0.48, 0.39, 1.0 } },
  [LIEUDIT_INK_BLUE] = { { 0.08, 0.30, 0.62, 1.0 }, { 0.52, 0.75, 1.0, 1.0 } },
  [LIEUDIT_INK_GREEN] = { { 0.10, 0.37, 0.18, 1.0 }, { 0.56, 0.94, 0.64, 1.0 } },
  [LIEUDIT_INK_BLACK] = { { 0.0, 0.0, 0.0, 1.0 }, { 1.0, 1.0, 1.0, 1.0 } },
};

static const LieuditMapColour halos[2] = { { 1.0, 1.0, 1.0, 0.85 }, { 0.0, 0.0, 0.0, 0.75 } };

/* On from *x by the shorter way round the world; the first point is on the turn that is nearest to the middle of the view. */
static double
find_x (const LieuditDrawingPainter *self,
        double                       longitude,
        double                       near)
{
  double world = lieudit_mercator_get_world_size (self->extent->zoom);
  double x = lieudit_mercator_longitude_to_x (longitude, self->extent->zoom) - self->extent->left;

  return near + remainder (x - near, world);
}

static double
find_y (const LieuditDrawingPainter *self,
        double                       latitude)
{
  double clamped = CLAMP (latitude, -LIEUDIT_MERCATOR_MAX_LATITUDE, LIEUDIT_MERCATOR_MAX_LATITUDE);

  return lieudit_mercator_latitude_to_y (clamped, self->extent->zoom) - self->extent->top;
}

static void
find_spot (const LieuditDrawingPainter *self,
           const LieuditSpot           *spot,
           double                      *x,
           double                      *y)
{
  *x = find_x (self, spot->longitude, *x);
  *y = find_y (self, spot->latitude);
}

static void
add_line (const LieuditDrawingPainter *self,
          LieuditDrawing              *drawing,
          cairo_t                     *cr)
{
  guint n_spots;
  const LieuditSpot *spots = lieudit_drawing_get_spots (drawing, &n_spots);
  double x = self->extent->width / 2.0, y;

  for (guint i = 0; i < n_spots; i++)
    {
      find_spot (self, &spots[i], &x, &y);
      cairo_line_to (cr, x, y);
    }
}

/* In the direction of the last stretch that is long enough to have one. */
static void
add_head (const LieuditDrawingPainter *self,
          LieuditDrawing              *drawing,
          cairo_t                     *cr)
{
  double head = ARROW_HEAD * self->scale;
  guint n_spots;
  const LieuditSpot *spots = lieudit_drawing_get_spots (drawing, &n_spots);
  double x = self->extent->width / 2.0, tip_x = x, tip_y = 0.0, from_x = x, from_y = 0.0, angle;

  for (guint i = 0; i < n_spots; i++)
    find_spot (self, &spots[i], &tip_x, &tip_y);
  for (guint i = 0; i + 1 < n_spots; i++)
    {
      double y;

      find_spot (self, &spots[i], &x, &y);
      if (i == 0 || hypot (tip_x - x, tip_y - y) > head)
        {
          from_x = x;
          from_y = y;
        }
    }
  angle = atan2 (tip_y - from_y, tip_x - from_x);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, tip_x, tip_y);
      cairo_line_to (cr, tip_x - head * cos (angle + side * ARROW_ANGLE), tip_y - head * sin (angle + side * ARROW_ANGLE));
    }
}

/* All that is as far: on the map no circle, the less the farther from the equator. */
static void
add_circle (const LieuditDrawingPainter *self,
            LieuditDrawing              *drawing,
            cairo_t                     *cr)
{
  double world = lieudit_mercator_get_world_size (self->extent->zoom);
  guint n_spots;
  const LieuditSpot *centre = lieudit_drawing_get_spots (drawing, &n_spots);
  double x = find_x (self, centre->longitude, self->extent->width / 2.0), first_x = 0.0;

  for (guint i = 0; i <= CIRCLE_POINTS; i++)
    {
      LieuditSpot spot;

      lieudit_geodesic_destination (centre->latitude, centre->longitude, 360.0 * i / CIRCLE_POINTS,
                                    lieudit_drawing_get_radius (drawing) * 1000.0, &spot.latitude, &spot.longitude);
      x = find_x (self, spot.longitude, x);
      if (i == 0)
        first_x = x;
      cairo_line_to (cr, x, find_y (self, spot.latitude));
    }
  /* Around a pole, it goes once around the world and does not close. */
  if (fabs (x - first_x) < world / 2.0)
    cairo_close_path (cr);
}

static PangoLayout *
create_layout (const LieuditDrawingPainter *self,
               const char                  *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, LETTERS * self->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

/* Where the words of a drawing are; FALSE when it has none. */
static gboolean
find_words (const LieuditDrawingPainter *self,
            LieuditDrawing              *drawing,
            PangoLayout                **layout,
            LieuditPixelBox             *box)
{
  g_autofree char *radius = NULL;
  const char *text = lieudit_drawing_get_text (drawing);
  guint n_spots;
  const LieuditSpot *spot = lieudit_drawing_get_spots (drawing, &n_spots);
  LieuditSpot top;
  double x = self->extent->width / 2.0, y;
  int width, height;

  if (lieudit_drawing_get_kind (drawing) == LIEUDIT_DRAWING_CIRCLE)
    {
      text = radius = lieudit_drawing_describe_radius (lieudit_drawing_get_radius (drawing));
      lieudit_geodesic_destination (spot->latitude, spot->longitude, 0.0, lieudit_drawing_get_radius (drawing) * 1000.0,
                                    &top.latitude, &top.longitude);
      spot = &top;
    }
  if (text == NULL)
    return FALSE;

  *layout = create_layout (self, text);
  pango_layout_get_pixel_size (*layout, &width, &height);
  find_spot (self, spot, &x, &y);
  *box = (LieuditPixelBox) { x - width / 2.0, spot == &top ? y - height - LINE_WIDTH * self->scale : y - height / 2.0, width, height };

  return TRUE;
}

static void
set_colour (const LieuditMapColour *colour,
            cairo_t                *cr)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
draw_words (const LieuditDrawingPainter *self,
            LieuditDrawing              *drawing,
            const LieuditMapColour      *ink,
            cairo_t                     *cr)
{
  g_autoptr (PangoLayout) layout = NULL;
  LieuditPixelBox box;

  if (!find_words (self, drawing, &layout, &box))
    return;

  cairo_new_path (cr);
  cairo_move_to (cr, box.x, box.y);
  pango_cairo_layout_path (cr, layout);
  set_colour (&halos[self->is_dark ? 1 : 0], cr);
  cairo_set_line_width (cr, 2.0 * HALO_WIDTH * self->scale);
  cairo_stroke_preserve (cr);
  set_colour (ink, cr);
  cairo_fill (cr);
}

static void
add_outline (const LieuditDrawingPainter *self,
             LieuditDrawing              *drawing,
             cairo_t                     *cr)
{
  cairo_new_path (cr);
  switch (lieudit_drawing_get_kind (drawing))
    {
    case LIEUDIT_DRAWING_LINE:
      add_line (self, drawing, cr);
      break;

    case LIEUDIT_DRAWING_ARROW:
      add_line (self, drawing, cr);
      add_head (self, drawing, cr);
      break;

    case LIEUDIT_DRAWING_CIRCLE:
      add_circle (self, drawing, cr);
      break;

    case LIEUDIT_DRAWING_TEXT:
    default:
      break;
    }
}

/**
 * lieudit_drawing_painter_draw:
 * @self: a painter
 * @drawing: what was drawn
 * @cr: where to draw; one unit is one pixel of the extent
 *
 * Draws it with a light edge, so that it is seen over anything.
 */
void
lieudit_drawing_painter_draw (const LieuditDrawingPainter *self,
                              LieuditDrawing              *drawing,
                              cairo_t                     *cr)
{
  const LieuditMapColour *ink;

  g_return_if_fail (self != NULL);
  g_return_if_fail (LIEUDIT_IS_DRAWING (drawing));
  g_return_if_fail (cr != NULL);

  ink = &inks[self->is_grey ? LIEUDIT_INK_BLACK : lieudit_drawing_get_ink (drawing)][self->is_dark ? 1 : 0];
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  add_outline (self, drawing, cr);
  set_colour (&halos[self->is_dark ? 1 : 0], cr);
  cairo_set_line_width (cr, (LINE_WIDTH + 2.0 * HALO_WIDTH) * self->scale);
  cairo_stroke_preserve (cr);
  set_colour (ink, cr);
  cairo_set_line_width (cr, LINE_WIDTH * self->scale);
  cairo_stroke (cr);
  draw_words (self, drawing, ink, cr);
  cairo_restore (cr);
}

/**
 * lieudit_drawing_painter_hits:
 * @self: a painter
 * @drawing: what was drawn
 * @x: pixels from the left edge of the extent
 * @y: pixels from its upper edge
 *
 * Returns: whether the drawing is at this point, or near enough to be meant
 */
gboolean
lieudit_drawing_painter_hits (const LieuditDrawingPainter *self,
                              LieuditDrawing              *drawing,
                              double                       x,
                              double                       y)
{
  g_autoptr (PangoLayout) layout = NULL;
  cairo_surface_t *surface;
  LieuditPixelBox box;
  gboolean hits;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (LIEUDIT_IS_DRAWING (drawing), FALSE);

  if (find_words (self, drawing, &layout, &box) && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    return TRUE;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (surface);
  add_outline (self, drawing, cr);
  cairo_set_line_width (cr, LINE_WIDTH * self->scale + 2.0 * REACH);
  hits = cairo_in_stroke (cr, x, y);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return hits;
}

/**
 * lieudit_drawing_describe_radius:
 * @radius: in kilometres
 *
 * Returns: (transfer full): how far it is, in words
 */
char *
lieudit_drawing_describe_radius (double radius)
{
  if (radius < WHOLE_KILOMETRES)
    /* Translators: the radius of a circle on the map */
    return g_strdup_printf (_("%.1f km"), radius);

  /* Translators: the radius of a circle on the map */
  return g_strdup_printf (_("%.0f km"), radius);
}
