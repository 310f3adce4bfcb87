/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands over the map of a picture if asked for: an arrow to the north, and a small map of where the picture is. */
#include "config.h"

#include "picture/lieudit-picture-furniture.h"

#include "picture/lieudit-map-ground.h"

#include <glib/gi18n.h>
#include <math.h>

/* How far from the edges of the map, in pixels. */
#define EDGE 10.0

/* The inset's width, as a part of the map's and in pixels, and how much less high it is. */
#define INSET_PART 0.22
#define SMALLEST_INSET 90.0
#define LARGEST_INSET 200.0
#define INSET_ASPECT 1.5

/* How many zoom levels farther away it looks from, and how far at most. */
#define LEVELS_AWAY 4.0
#define FARTHEST 0.5

/* What is to be seen of the picture in it however small it is, in pixels. */
#define SMALLEST_VIEW 5.0

/* The letter of the arrow, in pixels, and the room below the arrow for it. */
#define LETTER_SIZE 13.0
#define LETTER_ROOM 18.0

static double
measure_overlap (const LieuditPixelBox *a,
                 const LieuditPixelBox *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0.0 && height > 0.0 ? width * height : 0.0;
}

/* The upper right corner is the first choice; the lower left one has the scale. */
static LieuditPixelBox
choose_corner (const LieuditMapExtent *extent,
               GArray                 *taken,
               double                  width,
               double                  height)
{
  double right = extent->width - EDGE - width;
  double bottom = extent->height - EDGE - height;
  const LieuditPixelBox corners[] = {
    { right, EDGE, width, height }, { EDGE, EDGE, width, height }, { right, bottom, width, height },
  };
  double least = INFINITY;
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double covered = 0.0;

      for (guint j = 0; j < taken->len; j++)
        covered += measure_overlap (&corners[i], &g_array_index (taken, LieuditPixelBox, j));
      if (covered < least)
        {
          least = covered;
          best = i;
        }
    }
  g_array_append_val (taken, corners[best]);
  return corners[best];
}

/*
 * lieudit_picture_place_inset:
 * @extent: what the picture shows
 * @taken: (element-type LieuditPixelBox): what symbols and names cover; the inset is added
 *
 * Returns: where a small map covers least
 */
LieuditPixelBox
lieudit_picture_place_inset (const LieuditMapExtent *extent,
                             GArray                 *taken)
{
  double width = CLAMP (round (extent->width * INSET_PART), SMALLEST_INSET, LARGEST_INSET);

  return choose_corner (extent, taken, width, round (width / INSET_ASPECT));
}

/*
 * lieudit_picture_place_north_arrow:
 * @extent: what the picture shows
 * @taken: (element-type LieuditPixelBox): what symbols and names cover; the arrow is added
 *
 * Returns: where an arrow covers least
 */
LieuditPixelBox
lieudit_picture_place_north_arrow (const LieuditMapExtent *extent,
                                   GArray                 *taken)
{
  return choose_corner (extent, taken, LIEUDIT_NORTH_ARROW_WIDTH, LIEUDIT_NORTH_ARROW_HEIGHT);
}

/* The whole world is turned until the picture is in its middle. */
static LieuditMapExtent
look_from_afar (const LieuditPixelBox  *box,
                const LieuditMapExtent *extent)
{
  double zoom = MAX (floor (extent->zoom - LEVELS_AWAY), FARTHEST);
  double scale = exp2 (zoom - extent->zoom);

  return (LieuditMapExtent) {
    .zoom = zoom,
    .left = (extent->left + extent->width / 2.0) * scale - box->width / 2.0,
    .top = (extent->top + extent->height / 2.0) * scale - box->height / 2.0,
    .width = box->width,
    .height = box->height,
  };
}

static void
set_colour (cairo_t                *cr,
            const LieuditMapColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/*
 * lieudit_picture_draw_inset:
 * @box: where it goes
 * @base_map: (nullable): what is drawn
 * @style: how
 * @extent: what the picture shows
 * @scale: how many device pixels a pixel is
 * @cr: where to draw; the origin is the map's corner
 *
 * Draws a small map of what is around the picture, with a frame where the picture is.
 */
void
lieudit_picture_draw_inset (const LieuditPixelBox  *box,
                            LieuditBaseMap         *base_map,
                            LieuditMapStyle        *style,
                            const LieuditMapExtent *extent,
                            double                  scale,
                            cairo_t                *cr)
{
  const LieuditMapPictureColours *colours = lieudit_map_style_get_picture (style);
  LieuditMapExtent around = look_from_afar (box, extent);
  double shrink = exp2 (around.zoom - extent->zoom);
  double width = MAX (extent->width * shrink, SMALLEST_VIEW);
  double height = MAX (extent->height * shrink, SMALLEST_VIEW);

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  cairo_rectangle (cr, 0.0, 0.0, box->width, box->height);
  cairo_clip_preserve (cr);
  cairo_save (cr);
  cairo_new_path (cr);
  lieudit_map_ground_draw (base_map, style, &around, scale, cr);
  cairo_restore (cr);

  set_colour (cr, &colours->mark);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, (box->width - width) / 2.0, (box->height - height) / 2.0, width, height);
  cairo_stroke (cr);
  set_colour (cr, &colours->ink);
  cairo_rectangle (cr, 0.0, 0.0, box->width, box->height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * lieudit_north_arrow_draw:
 * @letter: the letter for north
 * @cr: where to draw in its colour, from the origin
 *
 * Draws an arrow to the north, whose half in the east is empty, as on a compass, and the letter below it.
 */
void
lieudit_north_arrow_draw (PangoLayout *letter,
                          cairo_t     *cr)
{
  double middle = LIEUDIT_NORTH_ARROW_WIDTH / 2.0, base = LIEUDIT_NORTH_ARROW_HEIGHT - LETTER_ROOM;
  int letter_width;

  cairo_set_line_width (cr, 1.2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, middle, 2.0);
  cairo_line_to (cr, middle - 7.0, base);
  cairo_line_to (cr, middle, base - 5.0);
  cairo_close_path (cr);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_move_to (cr, middle, 2.0);
  cairo_line_to (cr, middle + 7.0, base);
  cairo_line_to (cr, middle, base - 5.0);
  cairo_stroke (cr);

  pango_layout_get_pixel_size (letter, &letter_width, NULL);
  cairo_move_to (cr, middle - letter_width / 2.0, base);
  pango_cairo_show_layout (cr, letter);
}

/*
 * lieudit_picture_draw_north_arrow:
 * @box: where it goes
 * @context: where fonts come from
 * @colours: the picture's colours
 * @cr: where to draw; the origin is the map's corner
 *
 * Draws an arrow to the north on a ground that sets it off from the map.
 */
void
lieudit_picture_draw_north_arrow (const LieuditPixelBox          *box,
                                  PangoContext                   *context,
                                  const LieuditMapPictureColours *colours,
                                  cairo_t                        *cr)
{
  g_autoptr (PangoLayout) letter = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, LETTER_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (letter, font);
  /* Translators: the letter for north on a map */
  pango_layout_set_text (letter, C_("north arrow", "N"), -1);

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  set_colour (cr, &colours->halo);
  cairo_rectangle (cr, -2.0, -2.0, box->width + 4.0, box->height + 4.0);
  cairo_fill (cr);
  set_colour (cr, &colours->ink);
  lieudit_north_arrow_draw (letter, cr);
  cairo_restore (cr);
}
