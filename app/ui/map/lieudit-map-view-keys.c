/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-view-private.h"

/* How far the arrow keys move the map, in pixels. */
#define PAN_STEP 80.0

static void
on_zoom_in_clicked (LieuditMapView *self)
{
  self->framed = FRAMED_NOTHING;
  lieudit_map_camera_zoom (self->camera, 1.0);
}

static void
on_zoom_out_clicked (LieuditMapView *self)
{
  self->framed = FRAMED_NOTHING;
  lieudit_map_camera_zoom (self->camera, -1.0);
}

static void
pan (LieuditMapView *self,
     double          right,
     double          down)
{
  self->framed = FRAMED_NOTHING;
  lieudit_map_camera_pan (self->camera, right * PAN_STEP, down * PAN_STEP);
}

static gboolean
clear_selection (LieuditMapView *self)
{
  if (self->selection == NULL ||
      (lieudit_selection_get_place (self->selection) == NULL && lieudit_selection_get_mention (self->selection) == NULL))
    return FALSE;
  lieudit_selection_clear (self->selection);
  return TRUE;
}

static gboolean
on_key_pressed (LieuditMapView  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (lieudit_map_view_measure_key (self, keyval) || lieudit_map_view_drawing_key (self, keyval))
    return TRUE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      pan (self, -1.0, 0.0);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      pan (self, 1.0, 0.0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      pan (self, 0.0, -1.0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      pan (self, 0.0, 1.0);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      on_zoom_in_clicked (self);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      on_zoom_out_clicked (self);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      lieudit_map_view_frame_all (self);
      return TRUE;
    case GDK_KEY_Escape:
      return clear_selection (self);
    default:
      return FALSE;
    }
}

static gboolean
contains_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) != NULL;
}

/* The map comes first, then the markers, then what lies over the map; GTK's own order would begin at the top of the screen. */
static gboolean
lieudit_map_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (widget);
  GtkWidget *parts[] = { GTK_WIDGET (self->markers), self->notices, self->controls };
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int part = step > 0 ? 0 : (int) G_N_ELEMENTS (parts) - 1;

  if (step > 0 && !gtk_widget_is_focus (widget) && !contains_focus (widget))
    return gtk_widget_grab_focus (widget);
  if (step < 0 && gtk_widget_is_focus (widget))
    return FALSE;
  for (int i = 0; i < (int) G_N_ELEMENTS (parts); i++)
    if (contains_focus (parts[i]))
      part = i;
  for (; part >= 0 && part < (int) G_N_ELEMENTS (parts); part += step)
    if (gtk_widget_child_focus (parts[part], direction))
      return TRUE;
  return step < 0 && gtk_widget_grab_focus (widget);
}

/**
 * lieudit_map_view_class_init_keys:
 * @klass: the class of the map
 *
 * Lets the map be moved with the keyboard and its buttons, and the focus go
 * through its parts in the order of the text.
 */
void
lieudit_map_view_class_init_keys (LieuditMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = lieudit_map_view_focus;
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}
