/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-map-line.h"

#include <glib/gi18n.h>

static const LieuditMapLine lines[] = {
  { LIEUDIT_MAP_LAYER_BORDERS, LIEUDIT_MAP_CLASS_PLAIN, TRUE, N_("Country border") },
  { LIEUDIT_MAP_LAYER_BORDERS, LIEUDIT_MAP_CLASS_DISPUTED, FALSE, N_("Disputed border") },
  { LIEUDIT_MAP_LAYER_BORDERS, LIEUDIT_MAP_CLASS_CONTROL, FALSE, N_("Line of control") },
  { LIEUDIT_MAP_LAYER_PROVINCES, LIEUDIT_MAP_CLASS_PLAIN, TRUE, N_("Provincial border") },
  { LIEUDIT_MAP_LAYER_RIVERS, LIEUDIT_MAP_CLASS_PLAIN, TRUE, N_("River") },
  { LIEUDIT_MAP_LAYER_ROADS, LIEUDIT_MAP_CLASS_MOTORWAY, FALSE, N_("Motorway, approximate") },
  { LIEUDIT_MAP_LAYER_ROADS, LIEUDIT_MAP_CLASS_TRUNK, TRUE, N_("Main road, approximate") },
  { LIEUDIT_MAP_LAYER_RAILWAYS, LIEUDIT_MAP_CLASS_PLAIN, FALSE, N_("Railway, approximate") },
};

/**
 * lieudit_map_line_get_all:
 * @n_lines: (out): how many there are
 *
 * Gets all that can be explained, in the order of a key.
 *
 * Returns: (array length=n_lines) (transfer none): the kinds of lines
 */
const LieuditMapLine *
lieudit_map_line_get_all (guint *n_lines)
{
  *n_lines = G_N_ELEMENTS (lines);

  return lines;
}

static gboolean
is_drawn_by (const LieuditMapLine *self,
             const LieuditMapRule *rule,
             double                zoom)
{
  return rule->layer == self->layer && rule->class_bits & self->class_bits && !rule->is_fill && rule->min_zoom <= zoom &&
         zoom < rule->max_zoom + 1.0;
}

static void
draw_rule (const LieuditMapRule *rule,
           double                zoom,
           double                length,
           cairo_t              *cr)
{
  cairo_save (cr);
  cairo_set_source_rgba (cr, rule->colour.red, rule->colour.green, rule->colour.blue, rule->colour.alpha);
  cairo_set_line_width (cr, lieudit_map_stops_get (&rule->width, zoom));
  cairo_set_dash (cr, rule->dashes, (int) rule->n_dashes, 0);
  cairo_new_path (cr);
  cairo_move_to (cr, -length / 2.0, 0);
  cairo_line_to (cr, length / 2.0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * lieudit_map_line_draw:
 * @self: a kind of line
 * @style: how the base map is drawn
 * @zoom: from how near it is looked at
 * @length: how long the sample is, in pixels
 * @cr: (nullable): where to draw, with the sample's middle as the origin, or %NULL to find out only whether there is one
 *
 * Draws a sample of a line as the base map has it.
 *
 * Returns: whether the base map draws such lines at @zoom
 */
gboolean
lieudit_map_line_draw (const LieuditMapLine *self,
                       LieuditMapStyle      *style,
                       double                zoom,
                       double                length,
                       cairo_t              *cr)
{
  const LieuditMapRule *rules;
  gboolean is_drawn = FALSE;
  guint n_rules;

  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (style), FALSE);

  rules = lieudit_map_style_get_rules (style, &n_rules);
  for (guint i = 0; i < n_rules; i++)
    {
      if (!is_drawn_by (self, &rules[i], zoom))
        continue;
      is_drawn = TRUE;
      if (cr != NULL)
        draw_rule (&rules[i], zoom, length, cr);
    }

  return is_drawn;
}
