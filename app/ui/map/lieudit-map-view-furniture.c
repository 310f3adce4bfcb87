/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map has in its corners: a key, an arrow to the north, an overview, and whom it comes from. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <glib/gi18n.h>

#include "map/lieudit-map-information.h"
#include "map/lieudit-map-key.h"
#include "map/lieudit-map-overview.h"
#include "picture/lieudit-picture-furniture.h"

static void
draw_north_arrow (GtkDrawingArea *area,
                  cairo_t        *cr,
                  int             width,
                  int             height,
                  gpointer        user_data)
{
  /* Translators: the letter for north on a map */
  g_autoptr (PangoLayout) letter = gtk_widget_create_pango_layout (GTK_WIDGET (area), C_("north arrow", "N"));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  lieudit_north_arrow_draw (letter, cr);
}

static GtkWidget *
create_north_arrow (void)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_DRAWING_AREA,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                   "can-target", FALSE,
                                   "halign", GTK_ALIGN_START,
                                   "content-width", LIEUDIT_NORTH_ARROW_WIDTH,
                                   "content-height", LIEUDIT_NORTH_ARROW_HEIGHT,
                                   NULL);

  gtk_widget_add_css_class (arrow, "north-arrow");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (arrow), draw_north_arrow, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("North is up"), -1);

  return arrow;
}

static void
information_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  lieudit_map_view_show_information (LIEUDIT_MAP_VIEW (widget));
}

/*
 * lieudit_map_view_class_init_furniture:
 * @klass: the class of the map
 *
 * Installs the action that tells of the map.
 */
void
lieudit_map_view_class_init_furniture (LieuditMapViewClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "map.information", NULL, information_action);
}

/*
 * lieudit_map_view_add_furniture:
 * @self: a map that has its layers
 * @source: the map on board
 *
 * Adds the key, and what the person may ask for.
 */
void
lieudit_map_view_add_furniture (LieuditMapView       *self,
                                LieuditBaseMapSource *source)
{
  self->base_map = lieudit_base_map_source_get_base_map (source);
  if (self->base_map != NULL)
    g_object_ref (self->base_map);

  self->north_arrow = create_north_arrow ();
  self->overview = lieudit_map_overview_new (SHUMATE_LAYER (self->labels), source);
  gtk_widget_set_visible (self->north_arrow, FALSE);
  gtk_widget_set_visible (self->overview, FALSE);
  gtk_box_append (GTK_BOX (self->corner), self->north_arrow);
  gtk_box_append (GTK_BOX (self->corner), self->overview);
  /* Not of the whole, whose popover would look so as well. */
  gtk_widget_add_css_class (gtk_widget_get_first_child (self->key_button), "osd");
  gtk_scrolled_window_set_child (self->key_window, lieudit_map_key_new (source));
}

/**
 * lieudit_map_view_bind_settings:
 * @self: a map
 * @settings: the application's settings
 *
 * Shows the arrow to the north and the overview as the person wishes, now and later.
 */
void
lieudit_map_view_bind_settings (LieuditMapView *self,
                                GSettings      *settings)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_bind (settings, "map-north-arrow", self->north_arrow, "visible", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "map-overview", self->overview, "visible", G_SETTINGS_BIND_GET);
}

/**
 * lieudit_map_view_show_information:
 * @self: a map
 *
 * Opens a window that says what the map shows and where it comes from.
 */
void
lieudit_map_view_show_information (LieuditMapView *self)
{
  LieuditTileStore *background;
  GtkRoot *root;
  GtkWidget *window;

  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  background = self->background != NULL ? lieudit_background_source_get_store (self->background) : NULL;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  window = lieudit_map_information_new (self->base_map, background);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
