/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markers that are dragged out of the map, with the control key: without it, the map or the marker moves. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include "lieudit-place-offer.h"
#include "map/lieudit-marker.h"

#define DRAGGED_PLACES "lieudit-dragged-places"

static GdkContentProvider *
prepare_cb (LieuditMapView *self,
            double          x,
            double          y,
            GtkDragSource  *source)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *marker = widget != NULL ? gtk_widget_get_ancestor (widget, LIEUDIT_TYPE_MARKER) : NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (source));
  GListStore *places;

  if (marker == NULL || !(state & GDK_CONTROL_MASK))
    return NULL;

  places = g_list_store_new (LIEUDIT_TYPE_FOUND_PLACE);
  g_list_store_append (places, lieudit_marker_get_place (LIEUDIT_MARKER (marker)));
  g_object_set_data_full (G_OBJECT (source), DRAGGED_PLACES, places, g_object_unref);

  return lieudit_place_offer_new (G_LIST_MODEL (places));
}

static void
begin_cb (GtkDragSource *source)
{
  lieudit_place_offer_set_icon (source, g_object_get_data (G_OBJECT (source), DRAGGED_PLACES));
}

/*
 * lieudit_map_view_add_offering:
 * @self: a map
 *
 * Lets markers be dragged to other programs.
 */
void
lieudit_map_view_add_offering (LieuditMapView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}
