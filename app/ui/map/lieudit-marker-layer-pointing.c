/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-marker-layer-private.h"

#include "map/lieudit-cluster-marker.h"
#include "map/lieudit-marker.h"

#include <math.h>

/* A press that moved farther than this was meant for the map; in pixels. */
#define DRAG_THRESHOLD 8.0

static void
on_marker_activate (LieuditMarkerLayer *self)
{
  self->is_dragging = FALSE;
}

static void
on_marker_clicked (LieuditMarkerLayer *self,
                   LieuditMarker      *marker)
{
  if (!self->is_dragging)
    g_signal_emit_by_name (self, "place-activated", lieudit_marker_get_place (marker));
  self->is_dragging = FALSE;
}

static void
on_cluster_clicked (LieuditMarkerLayer   *self,
                    LieuditClusterMarker *cluster)
{
  if (!self->is_dragging)
    g_signal_emit_by_name (self, "cluster-activated", lieudit_cluster_marker_get_places (cluster));
  self->is_dragging = FALSE;
}

static void
on_marker_enter (GtkEventController *controller,
                 double              x,
                 double              y,
                 LieuditMarkerLayer *self)
{
  LieuditMarker *marker = LIEUDIT_MARKER (gtk_event_controller_get_widget (controller));

  if (self->selection != NULL)
    lieudit_selection_set_hovered_place (self->selection, lieudit_marker_get_place (marker));
}

static void
on_marker_leave (GtkEventController *controller,
                 LieuditMarkerLayer *self)
{
  LieuditMarker *marker = LIEUDIT_MARKER (gtk_event_controller_get_widget (controller));

  if (lieudit_marker_layer_get_hovered (self) == lieudit_marker_get_place (marker))
    lieudit_selection_set_hovered_place (self->selection, NULL);
}

static void
ensure_marker (LieuditMarkerLayer *self,
               LieuditMarkerItem  *item)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  GtkEventController *motion;

  if (item->marker != NULL)
    return;
  item->marker = lieudit_marker_new (item->place, lieudit_analysis_get_language (analysis), &self->look);
  g_signal_connect_object (item->marker, "activate", G_CALLBACK (on_marker_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item->marker, "clicked", G_CALLBACK (on_marker_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item->marker, "notify::has-focus", G_CALLBACK (lieudit_marker_layer_queue_update), self, G_CONNECT_SWAPPED);
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_marker_enter), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_marker_leave), self, 0);
  gtk_widget_add_controller (item->marker, motion);
  gtk_widget_set_parent (item->marker, GTK_WIDGET (self));
}

static void
set_faded (GtkWidget *marker,
           gboolean   is_faded)
{
  if (is_faded)
    gtk_widget_add_css_class (marker, "faded");
  else
    gtk_widget_remove_css_class (marker, "faded");
}

static void
update_marker (LieuditMarkerLayer *self,
               LieuditMarkerItem  *item)
{
  ensure_marker (self, item);
  gtk_widget_set_child_visible (item->marker, TRUE);
  set_faded (item->marker, item->is_faded);
  lieudit_marker_set_selected (LIEUDIT_MARKER (item->marker), item->place == lieudit_marker_layer_get_selected (self));
  lieudit_marker_set_hovered (LIEUDIT_MARKER (item->marker), item->place == lieudit_marker_layer_get_hovered (self));
}

static void
put_cluster_away (LieuditMarkerLayer *self,
                  LieuditMarkerItem  *item)
{
  if (item->cluster == NULL)
    return;
  gtk_widget_set_visible (item->cluster, FALSE);
  g_ptr_array_add (self->spare_clusters, g_steal_pointer (&item->cluster));
}

static GtkWidget *
take_cluster (LieuditMarkerLayer *self)
{
  GtkWidget *cluster;

  if (self->spare_clusters->len > 0)
    {
      cluster = g_ptr_array_steal_index_fast (self->spare_clusters, self->spare_clusters->len - 1);
      gtk_widget_set_visible (cluster, TRUE);
      return cluster;
    }
  cluster = lieudit_cluster_marker_new ();
  g_signal_connect_object (cluster, "activate", G_CALLBACK (on_marker_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cluster, "clicked", G_CALLBACK (on_cluster_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (cluster, GTK_WIDGET (self));
  return cluster;
}

/* Shows or takes away the bubble that counts the items that this one is drawn for. */
static void
update_cluster (LieuditMarkerLayer *self,
                guint               index)
{
  LieuditMarkerItem *item = lieudit_marker_items_get (self->items, index);
  g_autoptr (GPtrArray) places = NULL;

  if (item->n_hidden == 0)
    {
      put_cluster_away (self, item);
      return;
    }
  if (item->cluster != NULL && item->clustering == self->clustering)
    return;
  places = lieudit_marker_items_list_cluster (self->items, index);
  if (item->cluster == NULL || !lieudit_cluster_marker_has_places (LIEUDIT_CLUSTER_MARKER (item->cluster), places))
    {
      if (!lieudit_marker_layer_lets_come (self))
        return;
      if (item->cluster == NULL)
        item->cluster = take_cluster (self);
      lieudit_cluster_marker_set_places (LIEUDIT_CLUSTER_MARKER (item->cluster), places);
    }
  item->clustering = self->clustering;
}

/* Markers are kept for when they come into view again, unless there are very many. */
static void
hide_others (LieuditMarkerLayer *self)
{
  guint n_hidden = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (self->items, i);

      if (item->marker == NULL || item->is_shown)
        continue;
      put_cluster_away (self, item);
      /* What is not on the stage is not to be told by a screen reader either. */
      if (item->is_hidden || ++n_hidden > LIEUDIT_MARKER_LAYER_LIMIT)
        g_clear_pointer (&item->marker, gtk_widget_unparent);
      else
        gtk_widget_set_child_visible (item->marker, FALSE);
    }
}

/**
 * lieudit_marker_layer_update_widgets:
 * @self: a layer
 *
 * Makes the markers and bubbles of what is shown, if there are none yet, and has them show what the reader looks at.
 */
void
lieudit_marker_layer_update_widgets (LieuditMarkerLayer *self)
{
  hide_others (self);
  for (guint i = 0; i < self->shown->len; i++)
    {
      guint index = g_array_index (self->shown, guint, i);

      update_marker (self, lieudit_marker_items_get (self->items, index));
      update_cluster (self, index);
    }
}

static void
on_drag_begin (LieuditMarkerLayer *self)
{
  self->is_dragging = FALSE;
}

static void
on_drag_update (LieuditMarkerLayer *self,
                double              right,
                double              down)
{
  if (hypot (right, down) > DRAG_THRESHOLD)
    self->is_dragging = TRUE;
}

/**
 * lieudit_marker_layer_add_drag:
 * @self: a layer
 *
 * Keeps a marker that is dragged along with the map, and so stays under the
 * pointer, from being clicked at the end.
 */
void
lieudit_marker_layer_add_drag (LieuditMarkerLayer *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static gboolean
find_pointed (gpointer data)
{
  LieuditMarkerLayer *self = data;
  GtkWidget *widget, *marker;

  self->pointing_id = 0;
  if (!self->has_pointer || self->is_dragging || self->selection == NULL)
    return G_SOURCE_REMOVE;
  widget = gtk_widget_pick (GTK_WIDGET (self), self->pointer_x, self->pointer_y, GTK_PICK_DEFAULT);
  marker = widget != NULL ? gtk_widget_get_ancestor (widget, LIEUDIT_TYPE_MARKER) : NULL;
  lieudit_selection_set_hovered_place (self->selection, marker != NULL ? lieudit_marker_get_place (LIEUDIT_MARKER (marker)) : NULL);
  return G_SOURCE_REMOVE;
}

/**
 * lieudit_marker_layer_queue_pointing:
 * @self: a layer
 *
 * Has it found out what is under the pointer once markers are where they belong: when the map moves and the pointer rests, no event
 * tells.
 */
void
lieudit_marker_layer_queue_pointing (LieuditMarkerLayer *self)
{
  if (self->has_pointer && self->pointing_id == 0)
    self->pointing_id = g_idle_add (find_pointed, self);
}

static void
on_pointer_moved (LieuditMarkerLayer *self,
                  double              x,
                  double              y)
{
  self->has_pointer = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
on_pointer_left (LieuditMarkerLayer *self)
{
  self->has_pointer = FALSE;
}

/**
 * lieudit_marker_layer_add_pointing:
 * @self: a layer
 *
 * Follows the pointer.
 */
void
lieudit_marker_layer_add_pointing (LieuditMarkerLayer *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_pointer_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
