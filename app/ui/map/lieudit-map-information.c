/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-information.h"

#include <glib/gi18n.h>

/**
 * LieuditMapInformation:
 *
 * A window that says what the map is and what it is not: whose view of the borders it shows, what in it is approximate, and where its
 * data comes from.
 */
struct _LieuditMapInformation
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *background_group;
  AdwPreferencesGroup *sources_group;
};

G_DEFINE_FINAL_TYPE (LieuditMapInformation, lieudit_map_information, ADW_TYPE_WINDOW)

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_sources (LieuditMapInformation *self,
             LieuditBaseMap        *base_map)
{
  const LieuditBaseMapCredit *credits;
  guint n_credits;

  credits = lieudit_base_map_get_credits (base_map, &n_credits);
  for (guint i = 0; i < n_credits; i++)
    {
      const guint32 parts[] = { credits[i].licence, credits[i].version, credits[i].url };
      g_autoptr (GString) subtitle = g_string_new (NULL);

      for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
        {
          const char *text = lieudit_base_map_get_string (base_map, parts[part]);

          if (*text != '\0')
            g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", text);
        }
      add_row (self->sources_group, lieudit_base_map_get_string (base_map, credits[i].title), subtitle->str);
    }
}

static void
lieudit_map_information_class_init (LieuditMapInformationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/map-information.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditMapInformation, background_group);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapInformation, sources_group);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lieudit_map_information_init (LieuditMapInformation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_map_information_new:
 * @base_map: (nullable): the map on board, if there is one
 * @background: (nullable): the other map that is shown, if there is one
 *
 * Creates a window.
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
lieudit_map_information_new (LieuditBaseMap   *base_map,
                             LieuditTileStore *background)
{
  LieuditMapInformation *self = g_object_new (LIEUDIT_TYPE_MAP_INFORMATION, NULL);

  g_return_val_if_fail (base_map == NULL || LIEUDIT_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (background == NULL || LIEUDIT_IS_TILE_STORE (background), NULL);

  if (base_map != NULL)
    add_sources (self, base_map);
  gtk_widget_set_visible (GTK_WIDGET (self->background_group), background != NULL);
  if (background != NULL)
    {
      const char *attribution = lieudit_tile_store_get_attribution (background);

      add_row (self->background_group, lieudit_tile_store_get_title (background), attribution != NULL ? attribution : "");
    }

  return GTK_WIDGET (self);
}
