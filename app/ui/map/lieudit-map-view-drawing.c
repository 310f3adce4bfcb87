/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing on the map: by pointer or pen, and by keyboard in the middle of the map. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "geo/lieudit-geodesic.h"
#include "map/lieudit-drawing-entry.h"
#include "map/lieudit-map-zoom.h"

/* A press that moved less than this was a click; in pixels. */
#define CLICK_DISTANCE 8.0

/* A line drawn by hand has a point each so many pixels. */
#define POINT_DISTANCE 3.0

#define ERASER "eraser"
#define NO_TOOL "none"

static gboolean
get_kind (LieuditMapView     *self,
          LieuditDrawingKind *kind)
{
  return lieudit_drawing_kind_from_nick (self->drawing_tool, kind);
}

static gboolean
is_erasing (LieuditMapView *self)
{
  return g_strcmp0 (self->drawing_tool, ERASER) == 0;
}

/**
 * lieudit_map_view_is_drawing:
 * @self: a map
 *
 * Returns: whether presses and Enter draw or erase
 */
gboolean
lieudit_map_view_is_drawing (LieuditMapView *self)
{
  LieuditDrawingKind kind;

  return self->drawings != NULL && (get_kind (self, &kind) || is_erasing (self));
}

static void
say (LieuditMapView *self,
     const char     *text)
{
  gtk_label_set_label (self->drawing_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->drawing_label), *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drawing_label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
say_what_to_do (LieuditMapView *self)
{
  LieuditDrawingKind kind;

  if (is_erasing (self))
    say (self, _("Click a drawing to remove it, or move it to the middle of the map and press Enter"));
  else if (!get_kind (self, &kind))
    say (self, "");
  else if (kind == LIEUDIT_DRAWING_TEXT)
    say (self, _("Click where to write, or press Enter for the middle of the map"));
  else if (kind == LIEUDIT_DRAWING_CIRCLE)
    say (self, _("Drag from the centre, or click it to enter the kilometres; Enter is for the middle of the map"));
  else
    say (self, _("Drag to draw, or press Enter at each point and Escape at the end"));
}

static void
forget_draft (LieuditMapView *self)
{
  g_array_set_size (self->drawn_spots, 0);
  lieudit_drawing_layer_set_draft (self->drawing_layer, NULL);
}

static void
add_spot (LieuditMapView *self,
          double          latitude,
          double          longitude)
{
  LieuditSpot spot = { latitude, longitude };

  if (self->drawn_spots->len < LIEUDIT_DRAWING_MOST_POINTS)
    g_array_append_val (self->drawn_spots, spot);
}

static LieuditSpot *
get_spot (LieuditMapView *self,
          guint           index)
{
  return &g_array_index (self->drawn_spots, LieuditSpot, index);
}

/* What the spots make with the tool; NULL while they make nothing. */
static LieuditDrawing *
create_drawing (LieuditMapView *self)
{
  guint n_spots = self->drawn_spots->len;
  LieuditDrawingKind kind;
  double radius = 0.0;

  if (!get_kind (self, &kind) || n_spots < 2)
    return NULL;

  if (kind == LIEUDIT_DRAWING_CIRCLE)
    {
      const LieuditSpot *centre = get_spot (self, 0), *edge = get_spot (self, n_spots - 1);

      radius = lieudit_geodesic_distance (centre->latitude, centre->longitude, edge->latitude, edge->longitude) / 1000.0;
      n_spots = 1;
    }

  return lieudit_drawing_new (kind, self->drawing_ink, (const LieuditSpot *) self->drawn_spots->data, n_spots, radius, NULL);
}

static void
update_draft (LieuditMapView *self)
{
  g_autoptr (LieuditDrawing) draft = create_drawing (self);

  lieudit_drawing_layer_set_draft (self->drawing_layer, draft);
}

static void
finish (LieuditMapView *self)
{
  g_autoptr (LieuditDrawing) drawing = create_drawing (self);

  if (drawing != NULL)
    lieudit_drawings_add (self->drawings, drawing, self->drawing_history);
  forget_draft (self);
}

static gboolean
on_entered (LieuditMapView *self,
            const char     *text)
{
  g_autoptr (LieuditDrawing) drawing = NULL;
  LieuditDrawingKind kind;

  if (!get_kind (self, &kind))
    return FALSE;

  drawing = lieudit_drawing_new (kind, self->drawing_ink, &self->asked_spot, 1, lieudit_drawing_parse_radius (text), text);
  if (drawing == NULL)
    return FALSE;
  lieudit_drawings_add (self->drawings, drawing, self->drawing_history);

  return TRUE;
}

static void
on_entry_closed (LieuditMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
ask (LieuditMapView *self,
     double          x,
     double          y,
     const char     *prompt)
{
  GdkRectangle area = { (int) x, (int) y, 1, 1 };

  if (self->drawing_entry == NULL)
    {
      self->drawing_entry = lieudit_drawing_entry_new ();
      gtk_widget_set_parent (self->drawing_entry, GTK_WIDGET (self));
      g_signal_connect_object (self->drawing_entry, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->drawing_entry, "closed", G_CALLBACK (on_entry_closed), self, G_CONNECT_SWAPPED);
    }
  lieudit_drawing_entry_ask (LIEUDIT_DRAWING_ENTRY (self->drawing_entry), prompt, &area);
}

static void
erase_at (LieuditMapView *self,
          double          x,
          double          y)
{
  guint index;

  if (lieudit_drawing_layer_find_at (self->drawing_layer, x, y, &index))
    lieudit_drawings_remove (self->drawings, index, self->drawing_history);
}

/* What a single point does with the tool. */
static void
click_at (LieuditMapView *self,
          double          x,
          double          y)
{
  LieuditDrawingKind kind;

  forget_draft (self);
  if (is_erasing (self))
    {
      erase_at (self, x, y);
      return;
    }
  if (!get_kind (self, &kind) || (kind != LIEUDIT_DRAWING_CIRCLE && kind != LIEUDIT_DRAWING_TEXT))
    return;
  /* A circle around a place is around the place, not beside it. */
  lieudit_map_view_find_spot (self, x, y, &self->asked_spot.latitude, &self->asked_spot.longitude);
  ask (self, x, y, kind == LIEUDIT_DRAWING_CIRCLE ? _("Radius in kilometres") : _("Text on the map"));
}

static void
on_drag_begin (LieuditMapView *self,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  double latitude, longitude;

  if (!lieudit_map_view_is_drawing (self))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  /* The map stays where it is, no card opens, and nothing zooms. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  lieudit_drawing_layer_set_cross (self->drawing_layer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  forget_draft (self);
  self->drawn_x = x;
  self->drawn_y = y;
  lieudit_map_view_find_spot (self, x, y, &latitude, &longitude);
  add_spot (self, latitude, longitude);
}

static void
drag_to (LieuditMapView *self,
         double          x,
         double          y)
{
  gboolean is_line = g_strcmp0 (self->drawing_tool, "line") == 0;
  double latitude, longitude;

  if (self->drawn_spots->len == 0 || (is_line && hypot (x - self->drawn_x, y - self->drawn_y) < POINT_DISTANCE))
    return;

  lieudit_map_view_find_point (self, x, y, &latitude, &longitude);
  if (!is_line)
    g_array_set_size (self->drawn_spots, 1);
  add_spot (self, latitude, longitude);
  if (is_line)
    {
      self->drawn_x = x;
      self->drawn_y = y;
    }
  update_draft (self);
}

static void
on_drag_update (LieuditMapView *self,
                double          right,
                double          down,
                GtkGesture     *gesture)
{
  double x, y;

  if (lieudit_map_view_is_drawing (self) && gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    drag_to (self, x + right, y + down);
}

static void
on_drag_end (LieuditMapView *self,
             double          right,
             double          down,
             GtkGesture     *gesture)
{
  double x, y;

  if (!lieudit_map_view_is_drawing (self) || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    return;
  if (hypot (right, down) <= CLICK_DISTANCE || is_erasing (self))
    click_at (self, x, y);
  else if (g_strcmp0 (self->drawing_tool, "text") == 0)
    click_at (self, x + right, y + down);
  else
    finish (self);
}

static void
on_enter (LieuditMapView *self)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self->map)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self->map)) / 2.0;
  double latitude, longitude;
  LieuditDrawingKind kind;

  lieudit_drawing_layer_set_cross (self->drawing_layer, TRUE);
  if (!get_kind (self, &kind) || kind == LIEUDIT_DRAWING_CIRCLE || kind == LIEUDIT_DRAWING_TEXT)
    {
      click_at (self, x, y);
      return;
    }
  lieudit_map_view_find_point (self, x, y, &latitude, &longitude);
  add_spot (self, latitude, longitude);
  update_draft (self);
}

/* First what is being drawn is ended, then drawing itself. */
static void
on_escape (LieuditMapView *self)
{
  if (self->drawn_spots->len > 0)
    finish (self);
  else
    lieudit_map_view_set_drawing_tool (self, NO_TOOL);
}

/*
 * lieudit_map_view_drawing_key:
 * @self: a map
 * @keyval: a key
 *
 * Returns: whether the key drew something
 */
gboolean
lieudit_map_view_drawing_key (LieuditMapView *self,
                              guint           keyval)
{
  if (!lieudit_map_view_is_drawing (self))
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      on_enter (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      if (self->drawn_spots->len > 0)
        g_array_set_size (self->drawn_spots, self->drawn_spots->len - 1);
      update_draft (self);
      return TRUE;
    case GDK_KEY_Escape:
      on_escape (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
remove_drawings_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  lieudit_map_view_remove_drawings (LIEUDIT_MAP_VIEW (widget));
}

/*
 * lieudit_map_view_class_init_drawing:
 * @klass: the class of the map
 *
 * Installs the actions of the menu for drawing.
 */
void
lieudit_map_view_class_init_drawing (LieuditMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_property_action (widget_class, "map.drawing-tool", "drawing-tool");
  gtk_widget_class_install_property_action (widget_class, "map.drawing-ink", "drawing-ink");
  gtk_widget_class_install_action (widget_class, "map.remove-drawings", NULL, remove_drawings_action);
}

static GtkLabel *
create_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                   "justify", GTK_JUSTIFY_CENTER,
                                   "visible", FALSE,
                                   "wrap", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, "osd");
  gtk_widget_add_css_class (label, "notice");

  return GTK_LABEL (label);
}

/*
 * lieudit_map_view_add_drawing:
 * @self: a map
 *
 * Adds the layer of what a person draws over those that are there.
 */
void
lieudit_map_view_add_drawing (LieuditMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->drawing_tool = g_strdup (NO_TOOL);
  self->drawn_spots = g_array_new (FALSE, FALSE, sizeof (LieuditSpot));
  self->drawing_layer = lieudit_drawing_layer_new (shumate_map_get_viewport (self->map));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->drawing_layer));
  self->drawing_label = create_label ();
  gtk_box_append (GTK_BOX (self->notices), GTK_WIDGET (self->drawing_label));
  /* Not of the whole, whose popover would look so as well. */
  gtk_widget_add_css_class (gtk_widget_get_first_child (self->drawing_button), "osd");

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (forget_draft), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (drag));
}

/*
 * lieudit_map_view_dispose_drawing:
 * @self: a map that goes away
 *
 * Lets go of what was drawn.
 */
void
lieudit_map_view_dispose_drawing (LieuditMapView *self)
{
  g_clear_pointer (&self->drawing_entry, gtk_widget_unparent);
  g_clear_object (&self->drawings);
  g_clear_object (&self->drawing_history);
  g_clear_pointer (&self->drawing_tool, g_free);
  g_clear_pointer (&self->drawn_spots, g_array_unref);
}

/**
 * lieudit_map_view_set_session:
 * @self: a map
 * @session: the session whose map it is
 *
 * Shows what was drawn in a session, and draws in it.
 */
void
lieudit_map_view_set_session (LieuditMapView *self,
                              LieuditSession *session)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (LIEUDIT_IS_SESSION (session));

  forget_draft (self);
  g_set_object (&self->drawings, lieudit_session_get_drawings (session));
  g_set_object (&self->drawing_history, lieudit_session_get_history (session));
  lieudit_drawing_layer_set_drawings (self->drawing_layer, self->drawings);
}

/**
 * lieudit_map_view_remove_drawings:
 * @self: a map
 *
 * Takes everything away that was drawn, which can be undone.
 */
void
lieudit_map_view_remove_drawings (LieuditMapView *self)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  forget_draft (self);
  if (self->drawings != NULL)
    lieudit_drawings_remove_all (self->drawings, self->drawing_history);
}

/**
 * lieudit_map_view_set_drawing_tool:
 * @self: a map
 * @tool: `none`, `line`, `arrow`, `circle`, `text` or `eraser`
 *
 * Changes what presses on the map do.
 */
void
lieudit_map_view_set_drawing_tool (LieuditMapView *self,
                                   const char     *tool)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (tool != NULL);

  if (g_strcmp0 (self->drawing_tool, tool) == 0)
    return;

  forget_draft (self);
  g_free (self->drawing_tool);
  self->drawing_tool = g_strdup (tool);
  if (lieudit_map_view_is_drawing (self))
    {
      lieudit_map_view_set_measuring (self, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), lieudit_map_view_is_drawing (self) ? "crosshair" : NULL);
  lieudit_drawing_layer_set_cross (self->drawing_layer, FALSE);
  say_what_to_do (self);
  g_object_notify (G_OBJECT (self), "drawing-tool");
}

/**
 * lieudit_map_view_get_drawing_tool:
 * @self: a map
 *
 * Returns: (transfer none): what presses on the map do
 */
const char *
lieudit_map_view_get_drawing_tool (LieuditMapView *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_VIEW (self), NULL);

  /* The menu asks before the map is whole. */
  return self->drawing_tool != NULL ? self->drawing_tool : NO_TOOL;
}

/**
 * lieudit_map_view_get_drawing_hint:
 * @self: a map
 *
 * What the map says of its tool, for where its notices are not shown. It is another one when
 * [property@MapView:drawing-tool] is.
 *
 * Returns: (transfer none): how to use what is held; empty where nothing is
 */
const char *
lieudit_map_view_get_drawing_hint (LieuditMapView *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_VIEW (self), NULL);

  return gtk_label_get_label (self->drawing_label);
}
