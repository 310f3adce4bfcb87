/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map that the person has chosen to see behind the places, kept in the settings. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "lieudit-toolkit.h"
#include "map/lieudit-tile-archive.h"
#include "map/lieudit-tile-server.h"
#include "map/lieudit-tile-template.h"
#include "network/lieudit-network.h"

#define BACKGROUND "map-background"
#define MAP_FILE "map-file"
#define ADDRESS "map-address"
#define ATTRIBUTION "map-attribution"

#define BUILT_IN "built-in"
#define FROM_FILE "file"
#define ONLINE "online"

#define FILE_ENDING ".mbtiles"

static void
show_problem (LieuditWindow *self,
              GFile         *file,
              const GError  *error)
{
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: a file's name, then a sentence that says what is wrong with it */
  g_autofree char *message = g_strdup_printf (_("The map “%s” cannot be shown. %s"), name, error->message);

  lieudit_window_show_message (self, message);
}

/* Whatever was being opened is not wanted any more. */
static GCancellable *
start_opening (LieuditWindow *self)
{
  g_cancellable_cancel (self->opening_map);
  g_clear_object (&self->opening_map);
  self->opening_map = g_cancellable_new ();

  return self->opening_map;
}

static void
remembered_opened_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditTileStore) store = lieudit_tile_archive_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  lieudit_map_view_set_background (self->map_view, store);
  if (error != NULL)
    show_problem (self, G_FILE (source), error);
}

static LieuditTileStore *
open_server (LieuditWindow  *self,
             GError        **error)
{
  g_autofree char *address = g_settings_get_string (self->settings, ADDRESS);
  g_autofree char *attribution = g_settings_get_string (self->settings, ATTRIBUTION);

  if (!lieudit_network_check (error) || !lieudit_tile_template_check (address, error))
    return NULL;

  return lieudit_tile_server_new (address, attribution, NULL, LIEUDIT_TILE_CACHE_MOST_BYTES);
}

static void
show_online (LieuditWindow *self,
             gboolean       is_news)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditTileStore) store = open_server (self, &error);
  g_autofree char *message = NULL;

  lieudit_map_view_set_background (self->map_view, store);
  if (store != NULL && !is_news)
    return;
  if (store != NULL)
    /* Translators: %s is the name of a server */
    message = g_strdup_printf (_("The map comes from %s, which learns what areas you look at."), lieudit_tile_store_get_title (store));
  else
    /* Translators: %s is a sentence that says why */
    message = g_strdup_printf (_("The built-in map is shown. %s"), error->message);
  lieudit_window_show_message (self, message);
}

static void
show_background (LieuditWindow *self,
                 gboolean       is_news)
{
  g_autofree char *choice = g_settings_get_string (self->settings, BACKGROUND);
  g_autofree char *uri = g_settings_get_string (self->settings, MAP_FILE);
  GCancellable *opening = start_opening (self);

  if (g_str_equal (choice, FROM_FILE) && *uri != '\0')
    {
      g_autoptr(GFile) file = g_file_new_for_uri (uri);

      lieudit_tile_archive_open_async (file, lieudit_toolkit_draws_vector_tiles (), opening, remembered_opened_cb, g_object_ref (self));
    }
  else if (g_str_equal (choice, FROM_FILE))
    {
      /* Nothing is remembered: one window asks for all. */
      lieudit_map_view_set_background (self->map_view, NULL);
      if (is_news && gtk_application_get_active_window (gtk_window_get_application (GTK_WINDOW (self))) == GTK_WINDOW (self))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.open-map", NULL);
    }
  else if (g_str_equal (choice, ONLINE))
    {
      show_online (self, is_news);
    }
  else
    {
      lieudit_map_view_set_background (self->map_view, NULL);
    }
}

static void
update_background (LieuditWindow *self)
{
  show_background (self, TRUE);
}

/* What the online map is, or whether it may be, does not matter while another one is shown. */
static void
update_online (LieuditWindow *self)
{
  g_autofree char *choice = g_settings_get_string (self->settings, BACKGROUND);

  if (g_str_equal (choice, ONLINE))
    update_background (self);
}

static void
chosen_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditTileStore) store = lieudit_tile_archive_open_finish (result, &error);
  g_autofree char *uri = g_file_get_uri (G_FILE (source));
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (store == NULL)
    {
      show_problem (self, G_FILE (source), error);
      return;
    }
  lieudit_map_view_set_background (self->map_view, store);
  if (self->settings != NULL)
    {
      /* All windows follow. */
      g_settings_set_string (self->settings, MAP_FILE, uri);
      g_settings_set_string (self->settings, BACKGROUND, FROM_FILE);
    }
  /* Translators: %s is the title of a map */
  message = g_strdup_printf (_("The map is “%s” now."), lieudit_tile_store_get_title (store));
  lieudit_window_show_message (self, message);
}

/**
 * lieudit_window_open_map:
 * @self: a window
 * @file: a file
 *
 * Shows the map in a file behind the places, and remembers it, if the file is of that kind.
 *
 * Returns: whether the file is called as maps are
 */
gboolean
lieudit_window_open_map (LieuditWindow *self,
                         GFile         *file)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (LIEUDIT_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  folded = g_ascii_strdown (name, -1);
  if (!g_str_has_suffix (folded, FILE_ENDING))
    return FALSE;
  lieudit_tile_archive_open_async (file, lieudit_toolkit_draws_vector_tiles (), start_opening (self), chosen_opened_cb, g_object_ref (self));

  return TRUE;
}

static void
open_map_response_cb (LieuditWindow        *self,
                      int                   response,
                      GtkFileChooserNative *native)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *remembered = self->settings != NULL ? g_settings_get_string (self->settings, MAP_FILE) : NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  if (file != NULL)
    lieudit_tile_archive_open_async (file, lieudit_toolkit_draws_vector_tiles (), start_opening (self), chosen_opened_cb, g_object_ref (self));
  else if (remembered != NULL && *remembered == '\0')
    g_settings_reset (self->settings, BACKGROUND);
  g_object_unref (native);
}

static void
open_map_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Open a Map"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Open"), _("_Cancel"));
  g_autoptr(GtkFileFilter) maps = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (maps, _("Maps (MBTiles)"));
  gtk_file_filter_add_suffix (maps, FILE_ENDING + 1);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), maps);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (open_map_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
map_information_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  lieudit_map_view_show_information (LIEUDIT_WINDOW (widget)->map_view);
}

/*
 * lieudit_window_class_init_background:
 * @klass: the class
 *
 * Installs the actions that open a map and tell of it.
 */
void
lieudit_window_class_init_background (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.open-map", NULL, open_map_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.map-information", NULL, map_information_action);
}

/*
 * lieudit_window_init_background:
 * @self: a window
 *
 * Shows the map that was chosen, and follows the choice.
 */
void
lieudit_window_init_background (LieuditWindow *self)
{
  static const char *const map_keys[] = { BACKGROUND, MAP_FILE };
  static const char *const online_keys[] = { ADDRESS, ATTRIBUTION, LIEUDIT_NETWORK_ACCESS_KEY };
  g_autoptr(GAction) action = NULL;

  if (self->settings == NULL)
    return;

  lieudit_map_view_bind_settings (self->map_view, self->settings);
  action = g_settings_create_action (self->settings, BACKGROUND);
  g_action_map_add_action (G_ACTION_MAP (self), action);
  for (guint i = 0; i < G_N_ELEMENTS (map_keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", map_keys[i], NULL);

      g_signal_connect_object (self->settings, signal, G_CALLBACK (update_background), self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (online_keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", online_keys[i], NULL);

      g_signal_connect_object (self->settings, signal, G_CALLBACK (update_online), self, G_CONNECT_SWAPPED);
    }
  show_background (self, FALSE);
}
