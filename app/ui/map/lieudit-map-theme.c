/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-theme.h"

#include <adwaita.h>

#include "map/lieudit-map-style.h"

#define RULES "/org/lieudit/Lieudit/map.css"

#define INSTALLED "lieudit-map-theme"

/* Which colours of the map's style the style sheet calls by which names. */
static const struct {
  const char *name;
  const char *style_name;
} colours[] = {
  { "map_background", "land" },
  { "map_ink", "ink" },
  { "map_halo", "halo-land" },
  { "map_accent", "mark" },
  { "map_on_accent", "paper" },
  { "map_area_ink", "area-mark" },
  { "map_figurative", "figurative-mark" },
  { "map_unsure", "unsure-mark" },
};

static const char *
choose_palette (AdwStyleManager *style_manager)
{
  gboolean is_dark = adw_style_manager_get_dark (style_manager);

  if (adw_style_manager_get_high_contrast (style_manager))
    return is_dark ? "high-contrast-dark" : "high-contrast";
  return is_dark ? "dark" : "light";
}

static void
append_colour (GString                *rules,
               const char             *name,
               const LieuditMapColour *colour)
{
  GdkRGBA rgba = { (float) colour->red, (float) colour->green, (float) colour->blue, (float) colour->alpha };
  g_autofree char *text = gdk_rgba_to_string (&rgba);

  g_string_append_printf (rules, "@define-color %s %s;\n", name, text);
}

/* Markers have the colours that the map's own style has for pictures: one palette for the window, for files and for paper. */
static char *
define_colours (const char *palette)
{
  g_autoptr (LieuditMapStyle) style = lieudit_map_style_open (palette, NULL);
  GString *rules = g_string_new (NULL);

  for (guint i = 0; style != NULL && i < G_N_ELEMENTS (colours); i++)
    {
      LieuditMapColour colour;

      if (lieudit_map_style_get_colour (style, colours[i].style_name, &colour))
        append_colour (rules, colours[i].name, &colour);
    }
  return g_string_free (rules, FALSE);
}

static void
on_palette_changed (AdwStyleManager *style_manager,
                    GParamSpec      *pspec,
                    GtkCssProvider  *palette)
{
  g_autofree char *rules = define_colours (choose_palette (style_manager));

  gtk_css_provider_load_from_data (palette, rules, -1);
}

/**
 * lieudit_map_theme_install:
 * @display: the display that maps are shown on
 *
 * Styles the markers and controls of all maps on a display, in the palette that the person has chosen. Further calls do nothing.
 */
void
lieudit_map_theme_install (GdkDisplay *display)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (display);
  g_autoptr (GtkCssProvider) rules = NULL;
  g_autoptr (GtkCssProvider) palette = NULL;

  if (g_object_get_data (G_OBJECT (display), INSTALLED) != NULL)
    return;
  rules = gtk_css_provider_new ();
  palette = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (rules, RULES);
  on_palette_changed (style_manager, NULL, palette);
  /* A palette outranks the rules' own colours, and both leave the application the last word. */
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (rules), GTK_STYLE_PROVIDER_PRIORITY_SETTINGS + 1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (palette), GTK_STYLE_PROVIDER_PRIORITY_SETTINGS + 2);
  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (on_palette_changed), palette, 0);
  g_signal_connect_object (style_manager, "notify::high-contrast", G_CALLBACK (on_palette_changed), palette, 0);
  g_object_set_data_full (G_OBJECT (display), INSTALLED, g_steal_pointer (&palette), g_object_unref);
}
