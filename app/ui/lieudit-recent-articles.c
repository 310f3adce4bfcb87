/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-recent-articles.h"

#include <glib/gi18n.h>

#define N_RECENT_ARTICLES 10

static gint
compare_last_first (gconstpointer a,
                    gconstpointer b)
{
  GDateTime *time_a = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *time_b = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (time_b, time_a);
}

static gboolean
is_article (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, g_get_application_name ()) &&
         (!gtk_recent_info_is_local (info) || gtk_recent_info_exists (info));
}

static void
append_article (GMenu         *menu,
                GtkRecentInfo *info)
{
  g_autoptr(GMenuItem) item = NULL;
  g_auto(GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
recent_changed_cb (GtkRecentManager *recent,
                   GMenu            *menu)
{
  GList *infos = gtk_recent_manager_get_items (recent);
  guint n_articles = 0;

  infos = g_list_sort (infos, compare_last_first);
  g_menu_remove_all (menu);

  for (GList *link = infos; link != NULL && n_articles < N_RECENT_ARTICLES; link = link->next)
    {
      if (!is_article (link->data))
        continue;

      append_article (menu, link->data);
      n_articles++;
    }

  /* An item without an action is shown, but cannot be chosen. */
  if (n_articles == 0)
    g_menu_append (menu, _("No article opened yet"), "win.nothing");

  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

/**
 * lieudit_recent_articles_new_menu:
 * @recent: the recent files of the desktop
 *
 * Makes a menu of the articles opened last, the very last first. It follows
 * @recent, and its items activate `win.open-uri`.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
lieudit_recent_articles_new_menu (GtkRecentManager *recent)
{
  GMenu *menu;

  g_return_val_if_fail (GTK_IS_RECENT_MANAGER (recent), NULL);

  menu = g_menu_new ();
  g_signal_connect_object (recent, "changed", G_CALLBACK (recent_changed_cb), menu, 0);
  recent_changed_cb (recent, menu);

  return G_MENU_MODEL (menu);
}

/**
 * lieudit_recent_articles_add:
 * @recent: the recent files of the desktop
 * @file: an article or a session that was opened
 * @mime_type: which of both
 *
 * Puts an article first among the recent ones.
 */
void
lieudit_recent_articles_add (GtkRecentManager *recent,
                             GFile            *file,
                             const char       *mime_type)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .mime_type = (char *) mime_type,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "lieudit %u",
  };

  g_return_if_fail (GTK_IS_RECENT_MANAGER (recent));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (recent, uri, &data);
}
