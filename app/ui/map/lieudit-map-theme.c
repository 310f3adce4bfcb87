/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-theme.h"

#include <adwaita.h>

#define RULES "/org/lieudit/Lieudit/map.css"
#define DARK_PALETTE "/org/lieudit/Lieudit/map-dark.css"

#define INSTALLED "lieudit-map-theme"

static void
on_dark_changed (AdwStyleManager *style_manager,
                 GParamSpec      *pspec,
                 GtkCssProvider  *palette)
{
  GdkDisplay *display = adw_style_manager_get_display (style_manager);

  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (palette));
  /* A palette outranks the rules' own, and both leave the application the last word. */
  if (adw_style_manager_get_dark (style_manager))
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (palette), GTK_STYLE_PROVIDER_PRIORITY_SETTINGS + 2);
}

/**
 * lieudit_map_theme_install:
 * @display: the display that maps are shown on
 *
 * Styles the markers and controls of all maps on a display, in light and in dark. Further calls do nothing.
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
  gtk_css_provider_load_from_resource (palette, DARK_PALETTE);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (rules), GTK_STYLE_PROVIDER_PRIORITY_SETTINGS + 1);
  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (on_dark_changed), palette, 0);
  on_dark_changed (style_manager, NULL, palette);
  g_object_set_data_full (G_OBJECT (display), INSTALLED, g_steal_pointer (&palette), g_object_unref);
}
