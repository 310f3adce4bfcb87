/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that are dragged out of the list, to maps, texts and tables of other programs. */
#include "config.h"

#include "places/lieudit-place-drag.h"

#include "lieudit-place-offer.h"
#include "places/lieudit-place-row.h"

#define DRAGGED_PLACES "lieudit-dragged-places"

/* All rows that are selected, if this is one of them, else this one. */
static GListModel *
dup_places (GtkListView     *list_view,
            LieuditPlaceRow *row)
{
  GListStore *places = g_list_store_new (LIEUDIT_TYPE_FOUND_PLACE);
  GtkSelectionModel *model = gtk_list_view_get_model (list_view);

  if (!lieudit_place_row_is_selected (row))
    {
      g_list_store_append (places, lieudit_place_row_get_place (row));
      return G_LIST_MODEL (places);
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (LIEUDIT_IS_FOUND_PLACE (item) && gtk_selection_model_is_selected (model, i))
        g_list_store_append (places, item);
    }

  return G_LIST_MODEL (places);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *list_view)
{
  LieuditPlaceRow *row = lieudit_place_row_find_at (list_view, x, y);
  GListModel *places;

  if (row == NULL)
    return NULL;

  places = dup_places (GTK_LIST_VIEW (list_view), row);
  g_object_set_data_full (G_OBJECT (source), DRAGGED_PLACES, places, g_object_unref);

  return lieudit_place_offer_new (places);
}

static void
begin_cb (GtkDragSource *source)
{
  lieudit_place_offer_set_icon (source, g_object_get_data (G_OBJECT (source), DRAGGED_PLACES));
}

/**
 * lieudit_place_drag_attach:
 * @list_view: a list of #LieuditPlaceRow
 *
 * Lets places be dragged out of a list.
 */
void
lieudit_place_drag_attach (GtkWidget *list_view)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), list_view);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (list_view, GTK_EVENT_CONTROLLER (source));
}
