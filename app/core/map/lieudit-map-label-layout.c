/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-label-layout.h"

#include <string.h>

/* Names of areas are broken into lines no wider than this many times their size. */
#define LINE_WIDTH 9.0

/* Letters that join cannot be set apart, and are never slanted. */
static gboolean
has_joined_letters (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (c));

      if (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_SYRIAC)
        return TRUE;
    }

  return FALSE;
}

/*
 * lieudit_map_label_layout_new:
 * @context: where the font comes from
 * @rule: how names of its kind are set
 * @zoom: the zoom level, which decides the size
 * @name: the name
 *
 * Sets a name for the map: in one line beside a dot, else in as many as keep it compact.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
lieudit_map_label_layout_new (PangoContext              *context,
                              const LieuditMapLabelRule *rule,
                              double                     zoom,
                              const char                *name)
{
  double size = lieudit_map_stops_get (&rule->size, zoom);
  gboolean is_joined = has_joined_letters (name);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) rule->weight);
  pango_font_description_set_style (font, rule->is_italic && !is_joined ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, name, -1);
  /* Names in two scripts begin at the same side, where the dot is. */
  pango_layout_set_auto_dir (layout, strchr (name, '\n') == NULL);

  if (rule->spacing > 0.0 && !is_joined)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (rule->spacing * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }

  if (rule->dot.n_stops == 0)
    {
      int width;

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (width > LINE_WIDTH * size)
        {
          pango_layout_set_width (layout, (int) (LINE_WIDTH * size * PANGO_SCALE));
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
        }
    }

  return layout;
}
