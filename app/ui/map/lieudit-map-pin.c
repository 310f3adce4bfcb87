/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-pin.h"

#include <glib/gi18n.h>

#define ICON_SIZE 32

struct _LieuditMapPin
{
  ShumateMarker parent_instance;

  GtkWidget *button;
};

/* Marks one spot that the reader has looked for. A click takes the mark away. */
G_DEFINE_FINAL_TYPE (LieuditMapPin, lieudit_map_pin, SHUMATE_TYPE_MARKER)

static void
lieudit_map_pin_class_init (LieuditMapPinClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "map-pin");
}

static void
lieudit_map_pin_init (LieuditMapPin *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = gtk_image_new_from_icon_name ("mark-location-symbolic");

  self->button = gtk_button_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (image), ICON_SIZE);
  gtk_button_set_child (GTK_BUTTON (self->button), image);
  gtk_button_set_has_frame (GTK_BUTTON (self->button), FALSE);
  gtk_widget_set_size_request (self->button, ICON_SIZE, ICON_SIZE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (lieudit_map_pin_hide), self, G_CONNECT_SWAPPED);

  /* Markers are centred on their spot: what is below the tip of the pin takes as much room as the pin. */
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_BOX, "height-request", ICON_SIZE, "can-target", FALSE, NULL));
  shumate_marker_set_child (SHUMATE_MARKER (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lieudit_map_pin_new:
 *
 * Returns: (transfer floating): a pin that is not shown
 */
LieuditMapPin *
lieudit_map_pin_new (void)
{
  return g_object_new (LIEUDIT_TYPE_MAP_PIN, NULL);
}

/**
 * lieudit_map_pin_show:
 * @self: a pin
 * @latitude: in degrees
 * @longitude: in degrees
 * @name: what is there
 *
 * Puts the pin somewhere.
 */
void
lieudit_map_pin_show (LieuditMapPin *self,
                      double         latitude,
                      double         longitude,
                      const char    *name)
{
  g_autofree char *label = NULL;

  g_return_if_fail (LIEUDIT_IS_MAP_PIN (self));
  g_return_if_fail (name != NULL);

  /* Translators: a mark on the map at a place that was looked for; pressing it takes it away */
  label = g_strdup_printf (_("Remove the pin from %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (self->button, name);
  shumate_location_set_location (SHUMATE_LOCATION (self), latitude, longitude);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * lieudit_map_pin_hide:
 * @self: a pin
 *
 * Takes the pin away.
 */
void
lieudit_map_pin_hide (LieuditMapPin *self)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PIN (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
