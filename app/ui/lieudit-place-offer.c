/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for other programs: what is dragged out, and the menu of what they are copied as. */
#include "config.h"

#include "lieudit-place-offer.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lieudit-place-copy.h"

/**
 * lieudit_place_offer_new:
 * @places: (element-type LieuditFoundPlace): places
 *
 * Offers places to whoever they are dropped on: as geo: URIs, which map programs
 * open, and as text with names and coordinates.
 *
 * Returns: (transfer full): the offer
 */
GdkContentProvider *
lieudit_place_offer_new (GListModel *places)
{
  g_autofree char *names = lieudit_copy_places (NULL, places, LIEUDIT_COPY_NAMES);
  g_autofree char *coordinates = lieudit_copy_places (NULL, places, LIEUDIT_COPY_DECIMAL);
  g_autofree char *text = g_list_model_get_n_items (places) > 1 ? g_strdup (coordinates) : g_strdup_printf ("%s\t%s", names, coordinates);
  g_autoptr(GBytes) uris = NULL;
  GdkContentProvider *providers[2];
  char *list = lieudit_copy_uri_list (places);

  uris = g_bytes_new_take (list, strlen (list));
  providers[0] = gdk_content_provider_new_for_bytes ("text/uri-list", uris);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * lieudit_place_offer_set_icon:
 * @source: what is being dragged
 * @places: (element-type LieuditFoundPlace): places
 *
 * Shows under the pointer which places are dragged.
 */
void
lieudit_place_offer_set_icon (GtkDragSource *source,
                              GListModel    *places)
{
  GdkDrag *drag = gtk_drag_source_get_drag (source);
  guint n_places = g_list_model_get_n_items (places);
  g_autoptr(LieuditFoundPlace) first = g_list_model_get_item (places, 0);
  g_autofree char *several = g_strdup_printf (ngettext ("%u place", "%u places", n_places), n_places);
  GtkWidget *label = gtk_label_new (n_places == 1 ? lieudit_found_place_get_name (first) : several);

  gtk_widget_add_css_class (label, "dragged-place");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

/**
 * lieudit_copy_menu_new:
 * @action: an action that takes the nick of a #LieuditCopyForm
 *
 * Returns: (transfer full): a menu of all that places can be copied as
 */
GMenuModel *
lieudit_copy_menu_new (const char *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < LIEUDIT_N_COPY_FORMS; i++)
    {
      LieuditCopyForm form = (LieuditCopyForm) i;
      g_autoptr(GMenuItem) item = g_menu_item_new (lieudit_copy_form_get_title (form), NULL);

      g_menu_item_set_action_and_target (item, action, "s", lieudit_copy_form_to_nick (form));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}
