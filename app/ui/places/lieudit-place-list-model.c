/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-place-list-model.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* A name that is not located is listed once, by its first mention. */
static GListStore *
gather_not_located (LieuditAnalysis *analysis)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (lieudit_mention_get_place (mention) == NULL &&
          g_hash_table_add (names, (gpointer) lieudit_mention_get_text (mention)))
        g_list_store_append (store, mention);
    }

  return store;
}

/**
 * lieudit_place_list_model_new:
 * @analysis: (nullable): what to show of an article
 * @order: the order of the places
 * @descending: whether to turn it round
 *
 * Makes the list of places to show: each #LieuditFoundPlace, then, if there
 * are names that could not be located, a #GtkStringObject as a heading and
 * one #LieuditMention for each such name.
 *
 * Returns: (transfer full): the list
 */
GListModel *
lieudit_place_list_model_new (LieuditAnalysis   *analysis,
                              LieuditPlaceOrder  order,
                              gboolean           descending)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_return_val_if_fail (analysis == NULL || LIEUDIT_IS_ANALYSIS (analysis), NULL);

  if (analysis != NULL)
    {
      g_autoptr(GListStore) not_located = gather_not_located (analysis);
      g_autoptr(GListModel) places = lieudit_place_order_apply (order, descending, lieudit_analysis_get_places (analysis));

      g_list_store_append (parts, places);
      if (g_list_model_get_n_items (G_LIST_MODEL (not_located)) > 0)
        {
          const char *heading[] = { _("Not located"), NULL };
          g_autoptr(GtkStringList) headings = gtk_string_list_new (heading);

          g_list_store_append (parts, headings);
          g_list_store_append (parts, not_located);
        }
    }

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}
