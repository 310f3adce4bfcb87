/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks and the crosshair on the map of a quiz. */
#include "config.h"

#include "quiz/lieudit-quiz-map-private.h"

#include <math.h>

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-area.h"

/* In pixels. */
#define MARK_RADIUS 9.0
#define MARK_WIDTH 3.0
#define HALO_WIDTH 6.0
#define CROSSHAIR_GAP 7.0
#define CROSSHAIR_LENGTH 22.0
#define NAME_GAP 14.0

#define AREA_OPACITY 0.30
#define FINEST_STEP 0.7

static void
set_colour (cairo_t                *cr,
            const LieuditMapColour *colour,
            double                  opacity)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * opacity);
}

/* Right and wrong differ by their shape first: a ring with a dot, and a cross. */
static const LieuditMapColour *
get_colour (const LieuditQuizOverlay *self,
            LieuditQuizMark           mark)
{
  switch (mark)
    {
    case LIEUDIT_QUIZ_MARK_RIGHT:
      return &self->colours->area_mark;
    case LIEUDIT_QUIZ_MARK_WRONG:
    case LIEUDIT_QUIZ_MARK_ASKED:
    default:
      return &self->colours->mark;
    }
}

static void
locate (const LieuditMapExtent *extent,
        double                  latitude,
        double                  longitude,
        double                 *x,
        double                 *y)
{
  double world = lieudit_mercator_get_world_size (extent->zoom);
  double middle = extent->left + extent->width / 2.0;

  *x = extent->width / 2.0 + remainder (lieudit_mercator_longitude_to_x (longitude, extent->zoom) - middle, world);
  *y = lieudit_mercator_latitude_to_y (latitude, extent->zoom) - extent->top;
}

static void
stroke_with_halo (const LieuditQuizOverlay *self,
                  const LieuditMapColour   *colour,
                  cairo_t                  *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, HALO_WIDTH);
  set_colour (cr, &self->colours->halo, 1.0);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, MARK_WIDTH);
  set_colour (cr, colour, 1.0);
  cairo_stroke (cr);
}

static void
draw_area (const LieuditQuizOverlay *self,
           const LieuditQuizMarking *marking,
           const LieuditMapExtent   *extent,
           cairo_t                  *cr)
{
  const LieuditMapColour *colour = get_colour (self, marking->mark);

  cairo_new_path (cr);
  lieudit_map_area_add_path (self->base_map, marking->area, extent, FINEST_STEP, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_colour (cr, colour, AREA_OPACITY);
  cairo_fill_preserve (cr);
  set_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, MARK_WIDTH);
  cairo_stroke (cr);
}

static void
draw_symbol (const LieuditQuizOverlay *self,
             LieuditQuizMark           mark,
             double                    x,
             double                    y,
             cairo_t                  *cr)
{
  cairo_new_path (cr);
  if (mark == LIEUDIT_QUIZ_MARK_WRONG)
    {
      cairo_move_to (cr, x - MARK_RADIUS * 0.7, y - MARK_RADIUS * 0.7);
      cairo_line_to (cr, x + MARK_RADIUS * 0.7, y + MARK_RADIUS * 0.7);
      cairo_move_to (cr, x + MARK_RADIUS * 0.7, y - MARK_RADIUS * 0.7);
      cairo_line_to (cr, x - MARK_RADIUS * 0.7, y + MARK_RADIUS * 0.7);
    }
  else
    {
      cairo_arc (cr, x, y, MARK_RADIUS, 0.0, 2.0 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, MARK_WIDTH / 2.0, 0.0, 2.0 * G_PI);
    }
  stroke_with_halo (self, get_colour (self, mark), cr);
}

static void
draw_name (const LieuditQuizOverlay *self,
           const char               *name,
           double                    x,
           double                    y,
           const LieuditMapExtent   *extent,
           PangoContext             *context,
           cairo_t                  *cr)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, name, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  x += x + NAME_GAP + width > extent->width ? -NAME_GAP - width : NAME_GAP;

  cairo_new_path (cr);
  cairo_move_to (cr, x, y - height / 2.0);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 4.0);
  set_colour (cr, &self->colours->halo, 1.0);
  cairo_stroke_preserve (cr);
  set_colour (cr, &self->colours->ink, 1.0);
  cairo_fill (cr);
}

static void
draw_crosshair (const LieuditQuizOverlay *self,
                const LieuditMapExtent   *extent,
                cairo_t                  *cr)
{
  static const double directions[][2] = { { 1.0, 0.0 }, { -1.0, 0.0 }, { 0.0, 1.0 }, { 0.0, -1.0 } };
  double x, y;

  locate (extent, self->latitude, self->longitude, &x, &y);
  cairo_new_path (cr);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      cairo_move_to (cr, x + directions[i][0] * CROSSHAIR_GAP, y + directions[i][1] * CROSSHAIR_GAP);
      cairo_line_to (cr, x + directions[i][0] * CROSSHAIR_LENGTH, y + directions[i][1] * CROSSHAIR_LENGTH);
    }
  stroke_with_halo (self, &self->colours->ink, cr);
}

/*
 * lieudit_quiz_overlay_draw:
 * @self: what lies over the map
 * @extent: what the map shows
 * @context: how to set names
 * @cr: where to draw; the origin is the map's corner
 */
void
lieudit_quiz_overlay_draw (const LieuditQuizOverlay *self,
                           const LieuditMapExtent   *extent,
                           PangoContext             *context,
                           cairo_t                  *cr)
{
  for (guint i = 0; i < self->markings->len; i++)
    {
      const LieuditQuizMarking *marking = &g_array_index (self->markings, LieuditQuizMarking, i);

      if (marking->area != NULL)
        draw_area (self, marking, extent, cr);
    }
  for (guint i = 0; i < self->markings->len; i++)
    {
      const LieuditQuizMarking *marking = &g_array_index (self->markings, LieuditQuizMarking, i);
      double x, y;

      if (marking->area != NULL)
        continue;
      locate (extent, marking->latitude, marking->longitude, &x, &y);
      draw_symbol (self, marking->mark, x, y, cr);
      if (marking->name != NULL)
        draw_name (self, marking->name, x, y, extent, context, cr);
    }
  if (self->has_crosshair)
    draw_crosshair (self, extent, cr);
}
