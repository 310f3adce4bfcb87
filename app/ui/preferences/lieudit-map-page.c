/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences/lieudit-map-page.h"

#include <glib/gi18n.h>

#include "lieudit-toast.h"
#include "map/lieudit-tile-server.h"
#include "map/lieudit-tile-template.h"
#include "network/lieudit-network.h"

/**
 * LieuditMapPage:
 *
 * The preferences page on which the person chooses the map behind the places, and whether anything may come from the network.
 */
struct _LieuditMapPage
{
  AdwPreferencesPage parent_instance;

  AdwComboRow *background_row;
  AdwActionRow *file_row;
  AdwEntryRow *address_row;
  AdwEntryRow *attribution_row;
  GtkSwitch *north_arrow_switch;
  GtkSwitch *overview_switch;
  GtkSwitch *network_switch;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (LieuditMapPage, lieudit_map_page, ADW_TYPE_PREFERENCES_PAGE)

/* In the order of the row's choices. */
static const char *const backgrounds[] = { "built-in", "file", "online" };

static gboolean
background_to_position (GValue   *value,
                        GVariant *variant,
                        gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (backgrounds); i++)
    if (g_str_equal (backgrounds[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
background_from_position (const GValue       *value,
                          const GVariantType *type,
                          gpointer            user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (backgrounds) ? g_variant_new_string (backgrounds[position]) : NULL;
}

static void
update_file (LieuditMapPage *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "map-file");
  g_autoptr(GFile) file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;

  adw_action_row_set_subtitle (self->file_row, name != NULL ? name : _("None was opened yet"));
}

static void
show_message (LieuditMapPage *self,
              const char     *message)
{
  lieudit_toast_show_in_preferences (lieudit_toast_new (message), GTK_WIDGET (self));
}

/* An address that no tile can have is not taken, and stays to be mended. */
static void
address_applied (LieuditMapPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address_row));
  g_autofree char *address = g_strstrip (g_strdup (text));
  g_autoptr(GError) error = NULL;

  if (lieudit_tile_template_check (address, &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->address_row), "error");
      g_settings_set_string (self->settings, "map-address", address);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->address_row), "error");
  show_message (self, error->message);
}

static void
attribution_applied (LieuditMapPage *self)
{
  g_settings_set_string (self->settings, "map-attribution", gtk_editable_get_text (GTK_EDITABLE (self->attribution_row)));
}

/* The two belong together: who comes back to OpenStreetMap has to name it again. */
static void
reset_clicked (LieuditMapPage *self)
{
  g_autofree char *address = NULL;
  g_autofree char *attribution = NULL;

  g_settings_reset (self->settings, "map-address");
  g_settings_reset (self->settings, "map-attribution");
  address = g_settings_get_string (self->settings, "map-address");
  attribution = g_settings_get_string (self->settings, "map-attribution");
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
  gtk_editable_set_text (GTK_EDITABLE (self->attribution_row), attribution);
  gtk_widget_remove_css_class (GTK_WIDGET (self->address_row), "error");
}

static void
clear_clicked (LieuditMapPage *self)
{
  g_autofree char *folder = lieudit_tile_server_get_cache_folder ();
  g_autoptr(LieuditTileCache) cache = lieudit_tile_cache_new (folder, LIEUDIT_TILE_CACHE_MOST_BYTES);

  lieudit_tile_cache_clear (cache);
  show_message (self, _("The tiles that were kept are deleted."));
}

static void
lieudit_map_page_dispose (GObject *object)
{
  LieuditMapPage *self = LIEUDIT_MAP_PAGE (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lieudit_map_page_parent_class)->dispose (object);
}

static void
lieudit_map_page_class_init (LieuditMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_map_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditMapPage, background_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapPage, attribution_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapPage, north_arrow_switch);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapPage, overview_switch);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapPage, network_switch);
  gtk_widget_class_bind_template_callback (widget_class, address_applied);
  gtk_widget_class_bind_template_callback (widget_class, attribution_applied);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked);
}

static void
lieudit_map_page_init (LieuditMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_settings (LieuditMapPage *self)
{
  const struct {
    GtkSwitch *widget;
    const char *key;
  } switches[] = {
    { self->north_arrow_switch, "map-north-arrow" },
    { self->overview_switch, "map-overview" },
    { self->network_switch, LIEUDIT_NETWORK_ACCESS_KEY },
  };
  g_autofree char *address = g_settings_get_string (self->settings, "map-address");
  g_autofree char *attribution = g_settings_get_string (self->settings, "map-attribution");

  g_settings_bind_with_mapping (self->settings, "map-background", self->background_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                background_to_position, background_from_position, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_settings_bind (self->settings, switches[i].key, switches[i].widget, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
  gtk_editable_set_text (GTK_EDITABLE (self->attribution_row), attribution);
  g_signal_connect_object (self->settings, "changed::map-file", G_CALLBACK (update_file), self, G_CONNECT_SWAPPED);
  update_file (self);
}

/**
 * lieudit_map_page_new:
 * @settings: the application's settings
 *
 * Creates the page.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
lieudit_map_page_new (GSettings *settings)
{
  LieuditMapPage *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LIEUDIT_TYPE_MAP_PAGE, NULL);
  self->settings = g_object_ref (settings);
  bind_settings (self);

  return GTK_WIDGET (self);
}
