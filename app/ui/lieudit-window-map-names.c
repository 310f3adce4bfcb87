/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The person's choice of the map's languages, kept in the settings. */
#include "config.h"

#include "lieudit-window-private.h"

#define LANGUAGE "map-language"
#define LOCAL_NAMES "map-local-names"

static void
update_map_names (LieuditWindow *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, LANGUAGE);

  lieudit_map_view_set_names_language (self->map_view, language);
  lieudit_map_view_set_local_names (self->map_view, g_settings_get_boolean (self->settings, LOCAL_NAMES));
}

/*
 * lieudit_window_init_map_names:
 * @self: a window
 *
 * Lets the menu change the languages of the map, and the map follow.
 */
void
lieudit_window_init_map_names (LieuditWindow *self)
{
  static const char *const keys[] = { LANGUAGE, LOCAL_NAMES };

  if (self->settings == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(GAction) action = g_settings_create_action (self->settings, keys[i]);
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (self), action);
      g_signal_connect_object (self->settings, signal, G_CALLBACK (update_map_names), self, G_CONNECT_SWAPPED);
    }
  update_map_names (self);
}
