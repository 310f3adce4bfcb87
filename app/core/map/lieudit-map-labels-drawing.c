/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-labels.h"

static void
set_colour (cairo_t                *cr,
            const LieuditMapColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
draw_frame (const LieuditMapLabelRule *rule,
            double                     width,
            double                     height,
            cairo_t                   *cr)
{
  double radius = LIEUDIT_MAP_LABEL_FRAME;

  cairo_new_path (cr);
  cairo_arc (cr, width / 2.0 - radius, -height / 2.0 + radius, radius, -G_PI / 2.0, 0.0);
  cairo_arc (cr, width / 2.0 - radius, height / 2.0 - radius, radius, 0.0, G_PI / 2.0);
  cairo_arc (cr, -width / 2.0 + radius, height / 2.0 - radius, radius, G_PI / 2.0, G_PI);
  cairo_arc (cr, -width / 2.0 + radius, -height / 2.0 + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  set_colour (cr, &rule->halo);
  cairo_fill_preserve (cr);
  set_colour (cr, &rule->frame);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

/**
 * lieudit_map_labels_draw_name:
 * @self: labels
 * @label: one of them
 * @cr: where to draw; the origin is the corner of the label's box
 *
 * Draws a name with its halo or frame.
 */
void
lieudit_map_labels_draw_name (LieuditMapLabels      *self,
                              const LieuditMapLabel *label,
                              cairo_t               *cr)
{
  const LieuditMapLabelRule *rule = lieudit_map_style_get_label_rule (lieudit_map_labels_get_style (self), label->kind);
  PangoRectangle extents;

  /* A paragraph that is centred in a width wider than its box starts left of it. */
  pango_layout_get_pixel_extents (label->layout, NULL, &extents);

  cairo_save (cr);
  cairo_translate (cr, label->box.width / 2.0, label->box.height / 2.0);
  if (rule->frame.alpha > 0.0)
    draw_frame (rule, label->box.width, label->box.height, cr);
  cairo_rotate (cr, label->angle);
  cairo_scale (cr, label->scale, label->scale);
  cairo_translate (cr, -extents.x - extents.width / 2.0, -extents.y - extents.height / 2.0);

  cairo_new_path (cr);
  pango_cairo_update_layout (cr, label->layout);
  if (rule->frame.alpha <= 0.0)
    {
      pango_cairo_layout_path (cr, label->layout);
      set_colour (cr, &rule->halo);
      cairo_set_line_width (cr, 2.0 * LIEUDIT_MAP_LABEL_HALO / label->scale);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }

  cairo_move_to (cr, 0.0, 0.0);
  set_colour (cr, &rule->colour);
  pango_cairo_show_layout (cr, label->layout);
  cairo_restore (cr);
}

static void
add_dot (const LieuditMapLabelRule *rule,
         double                     radius,
         cairo_t                   *cr)
{
  cairo_new_path (cr);
  switch (rule->dot_shape)
    {
    case LIEUDIT_MAP_DOT_SQUARE:
      cairo_rectangle (cr, -radius, -radius, 2.0 * radius, 2.0 * radius);
      break;
    case LIEUDIT_MAP_DOT_DIAMOND:
      cairo_move_to (cr, 0.0, -1.3 * radius);
      cairo_line_to (cr, 1.3 * radius, 0.0);
      cairo_line_to (cr, 0.0, 1.3 * radius);
      cairo_line_to (cr, -1.3 * radius, 0.0);
      cairo_close_path (cr);
      break;
    case LIEUDIT_MAP_DOT_DISC:
    default:
      cairo_arc (cr, 0.0, 0.0, radius, 0.0, 2.0 * G_PI);
      break;
    }
}

/**
 * lieudit_map_labels_draw_dot:
 * @self: labels
 * @label: one of them, with a dot
 * @cr: where to draw; the origin is the place itself
 *
 * Draws the dot that stands for a place.
 */
void
lieudit_map_labels_draw_dot (LieuditMapLabels      *self,
                             const LieuditMapLabel *label,
                             cairo_t               *cr)
{
  const LieuditMapLabelRule *rule = lieudit_map_style_get_label_rule (lieudit_map_labels_get_style (self), label->kind);

  cairo_save (cr);
  add_dot (rule, label->dot_radius + 1.0, cr);
  set_colour (cr, &rule->halo);
  cairo_fill (cr);
  add_dot (rule, label->dot_radius, cr);
  set_colour (cr, &rule->dot_colour);
  cairo_fill (cr);
  add_dot (rule, label->dot_radius / 2.0, cr);
  set_colour (cr, &rule->dot_inside);
  cairo_fill (cr);
  cairo_restore (cr);
}
