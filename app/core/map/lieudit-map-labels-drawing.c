/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-labels.h"

static void
set_colour (cairo_t                *cr,
            const LieuditMapColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/**
 * lieudit_map_labels_draw_name:
 * @self: labels
 * @label: one of them
 * @cr: where to draw; the origin is the corner of the label's box
 *
 * Draws a name with its halo.
 */
void
lieudit_map_labels_draw_name (LieuditMapLabels      *self,
                              const LieuditMapLabel *label,
                              cairo_t               *cr)
{
  const LieuditMapLabelRule *rule = lieudit_map_style_get_label_rule (lieudit_map_labels_get_style (self), label->kind);

  cairo_save (cr);

  /* A paragraph that is centred in a width wider than its box starts left of it. */
  if (pango_layout_get_width (label->layout) > 0)
    {
      PangoRectangle extents;

      pango_layout_get_pixel_extents (label->layout, NULL, &extents);
      cairo_translate (cr, -extents.x, -extents.y);
    }

  pango_cairo_update_layout (cr, label->layout);
  pango_cairo_layout_path (cr, label->layout);
  set_colour (cr, &rule->halo);
  cairo_set_line_width (cr, 2.0 * LIEUDIT_MAP_LABEL_HALO);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);

  set_colour (cr, &rule->colour);
  pango_cairo_show_layout (cr, label->layout);
  cairo_restore (cr);
}

/**
 * lieudit_map_labels_draw_dot:
 * @self: labels
 * @label: one of them, with a dot
 * @cr: where to draw; the origin is the place itself
 *
 * Draws the dot that stands for a town.
 */
void
lieudit_map_labels_draw_dot (LieuditMapLabels      *self,
                             const LieuditMapLabel *label,
                             cairo_t               *cr)
{
  const LieuditMapLabelRule *rule = lieudit_map_style_get_label_rule (lieudit_map_labels_get_style (self), label->kind);

  cairo_save (cr);
  cairo_new_path (cr);
  set_colour (cr, &rule->halo);
  cairo_arc (cr, 0, 0, label->dot_radius + 1.0, 0, 2 * G_PI);
  cairo_fill (cr);
  set_colour (cr, &rule->dot_colour);
  cairo_arc (cr, 0, 0, label->dot_radius, 0, 2 * G_PI);
  cairo_fill (cr);
  set_colour (cr, &rule->dot_inside);
  cairo_arc (cr, 0, 0, label->dot_radius / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}
