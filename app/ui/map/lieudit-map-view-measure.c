/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measuring on the map, and where the pointer is. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <math.h>

#include "geo/lieudit-coordinates.h"
#include "geo/lieudit-mercator.h"
#include "lieudit-direction.h"
#include "map/lieudit-marker.h"

/* A press that moved farther than this has moved the map; in pixels. */
#define CLICK_DISTANCE 8.0

/* The map goes round the world more than once. */
static double
normalise_longitude (double longitude)
{
  return longitude - 360.0 * floor ((longitude + 180.0) / 360.0);
}

/*
 * lieudit_map_view_find_point:
 * @self: a map
 * @x: pixels from the left edge of the #ShumateMap
 * @y: pixels from its top edge
 * @latitude: (out): in degrees
 * @longitude: (out): in degrees
 *
 * Finds out where a point of the screen is on Earth.
 */
void
lieudit_map_view_find_point (LieuditMapView *self,
                             double          x,
                             double          y,
                             double         *latitude,
                             double         *longitude)
{
  shumate_viewport_widget_coords_to_location (shumate_map_get_viewport (self->map), GTK_WIDGET (self->map), x, y, latitude, longitude);
  *latitude = CLAMP (*latitude, -LIEUDIT_MERCATOR_MAX_LATITUDE, LIEUDIT_MERCATOR_MAX_LATITUDE);
  *longitude = normalise_longitude (*longitude);
}

/**
 * lieudit_map_view_find_spot:
 * @self: a map
 * @x: pixels from the left edge of the #ShumateMap
 * @y: pixels from its top edge
 * @latitude: (out): in degrees
 * @longitude: (out): in degrees
 *
 * Finds out what a point of the screen means: the place whose marker is there, or else where it is on Earth.
 */
void
lieudit_map_view_find_spot (LieuditMapView *self,
                            double          x,
                            double          y,
                            double         *latitude,
                            double         *longitude)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->map), x, y, GTK_PICK_DEFAULT);
  GtkWidget *marker = widget != NULL && LIEUDIT_IS_MARKER (widget) ? widget
                      : widget != NULL ? gtk_widget_get_ancestor (widget, LIEUDIT_TYPE_MARKER) : NULL;

  if (marker != NULL)
    {
      LieuditPlace *place = lieudit_found_place_get_place (lieudit_marker_get_place (LIEUDIT_MARKER (marker)));

      *latitude = lieudit_place_get_latitude (place);
      *longitude = lieudit_place_get_longitude (place);
      return;
    }
  lieudit_map_view_find_point (self, x, y, latitude, longitude);
}

static void
say_measure (LieuditMapView *self)
{
  g_autofree char *text = lieudit_measure_layer_describe (self->measure);

  gtk_label_set_label (self->measure_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->measure_label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * lieudit_map_view_is_measuring:
 * @self: a map
 *
 * Returns: whether clicks and Enter set points of a line
 */
gboolean
lieudit_map_view_is_measuring (LieuditMapView *self)
{
  return gtk_toggle_button_get_active (self->measure_button);
}

/**
 * lieudit_map_view_set_measuring:
 * @self: a map
 * @is_measuring: whether to measure
 *
 * Begins to measure, or ends it.
 */
void
lieudit_map_view_set_measuring (LieuditMapView *self,
                                gboolean        is_measuring)
{
  gtk_toggle_button_set_active (self->measure_button, is_measuring);
}

/**
 * lieudit_map_view_measure_to:
 * @self: a map that measures
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * Makes the line go on to a point.
 */
void
lieudit_map_view_measure_to (LieuditMapView *self,
                             double          latitude,
                             double          longitude)
{
  lieudit_measure_layer_add_point (self->measure, latitude, longitude);
  say_measure (self);
}

/**
 * lieudit_map_view_measure_key:
 * @self: a map
 * @keyval: the key that was pressed on it
 *
 * Sets, takes back and ends with the keyboard.
 *
 * Returns: whether the key has to do with measuring
 */
gboolean
lieudit_map_view_measure_key (LieuditMapView *self,
                              guint           keyval)
{
  double latitude, longitude;

  if (keyval == GDK_KEY_m)
    {
      lieudit_map_view_set_measuring (self, !lieudit_map_view_is_measuring (self));
      return TRUE;
    }
  if (!lieudit_map_view_is_measuring (self))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      lieudit_map_view_find_point (self, gtk_widget_get_width (GTK_WIDGET (self->map)) / 2.0,
                                   gtk_widget_get_height (GTK_WIDGET (self->map)) / 2.0, &latitude, &longitude);
      lieudit_map_view_measure_to (self, latitude, longitude);
      return TRUE;
    case GDK_KEY_BackSpace:
      lieudit_measure_layer_remove_point (self->measure);
      say_measure (self);
      return TRUE;
    case GDK_KEY_Escape:
      lieudit_map_view_set_measuring (self, FALSE);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_measure_toggled (LieuditMapView *self)
{
  gboolean is_measuring = lieudit_map_view_is_measuring (self);

  lieudit_measure_layer_set_active (self->measure, is_measuring);
  say_measure (self);
  gtk_widget_set_visible (GTK_WIDGET (self->measure_label), is_measuring);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), is_measuring ? "crosshair" : NULL);
  if (is_measuring)
    {
      lieudit_map_view_set_drawing_tool (self, "none");
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
}

static void
on_measure_pressed (LieuditMapView *self,
                    int             n_press,
                    double          x,
                    double          y)
{
  self->press_x = x;
  self->press_y = y;
}

static void
on_measure_released (LieuditMapView *self,
                     int             n_press,
                     double          x,
                     double          y,
                     GtkGesture     *gesture)
{
  double latitude, longitude;

  if (!lieudit_map_view_is_measuring (self) || hypot (x - self->press_x, y - self->press_y) > CLICK_DISTANCE)
    return;
  /* Nothing else happens to a click that measures: no card opens, and a second click does not zoom. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  lieudit_map_view_find_spot (self, x, y, &latitude, &longitude);
  lieudit_map_view_measure_to (self, latitude, longitude);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_motion (LieuditMapView *self,
           double          x,
           double          y)
{
  LieuditCoordinates coordinates = { .uncertainty = -1.0 };
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  lieudit_map_view_find_point (self, x, y, &coordinates.latitude, &coordinates.longitude);
  text = lieudit_coordinates_format (&coordinates, LIEUDIT_COORDINATES_DECIMAL);
  label = lieudit_direction_keep_left_to_right (text);
  gtk_label_set_label (self->position_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->position_label), !self->is_presenting);
  lieudit_measure_layer_set_pointer (self->measure, TRUE, coordinates.latitude, coordinates.longitude);
}

static void
on_leave (LieuditMapView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->position_label), FALSE);
  lieudit_measure_layer_set_pointer (self->measure, FALSE, 0.0, 0.0);
}

/**
 * lieudit_map_view_add_measure:
 * @self: a map
 *
 * Adds the layer of the measured line over those that are there.
 */
void
lieudit_map_view_add_measure (LieuditMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->measure = lieudit_measure_layer_new (shumate_map_get_viewport (self->map));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->measure));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_measure_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_measure_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);
  g_signal_connect_object (self->measure_button, "toggled", G_CALLBACK (on_measure_toggled), self, G_CONNECT_SWAPPED);
}
