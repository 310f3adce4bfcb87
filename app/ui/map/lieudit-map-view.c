/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include "map/lieudit-map-theme.h"
#include "map/lieudit-map-zoom.h"
#include "picture/lieudit-article-marks.h"
#include "picture/lieudit-map-framing.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <shumate/shumate.h>

enum
{
  PROP_SELECTION = 1,
  PROP_DRAWING_TOOL,
  PROP_DRAWING_INK,
  N_PROPERTIES
};

enum
{
  PLACE_ACTIVATED,
  PLACE_MOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditMapView, lieudit_map_view, GTK_TYPE_WIDGET)

static LieuditAnalysis *
get_analysis (LieuditMapView *self)
{
  return self->selection != NULL ? lieudit_selection_get_shown (self->selection) : NULL;
}

static void
report_selected_place (LieuditMapView *self)
{
  LieuditFoundPlace *place = self->selection != NULL ? lieudit_selection_get_place (self->selection) : NULL;
  GdkRectangle area;

  if (place == NULL)
    {
      self->reported_place = NULL;
      return;
    }
  lieudit_marker_layer_find_place (self->markers, place, &area);
  if (place == self->reported_place && gdk_rectangle_equal (&area, &self->reported_area))
    return;
  self->reported_place = place;
  self->reported_area = area;
  g_signal_emit (self, signals[PLACE_MOVED], 0, place, &area);
}

static void
update_outside_button (LieuditMapView *self)
{
  guint n_outside = lieudit_marker_layer_count_outside (self->markers);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u place outside the view", "%u places outside the view", n_outside), n_outside);
  gtk_label_set_label (self->outside_label, text);
  gtk_widget_set_visible (self->outside_button, n_outside > 0);
}

static void
on_markers_moved (LieuditMapView *self)
{
  GArray *taken = lieudit_marker_layer_get_taken (self->markers);

  lieudit_label_layer_set_obstacles (self->labels, (LieuditPixelBox *) taken->data, taken->len);
  report_selected_place (self);
}

static void
on_place_activated (LieuditMapView    *self,
                    LieuditFoundPlace *place)
{
  GdkRectangle area;

  if (lieudit_map_view_is_measuring (self))
    {
      LieuditPlace *point = lieudit_found_place_get_place (place);

      lieudit_map_view_measure_to (self, lieudit_place_get_latitude (point), lieudit_place_get_longitude (point));
      return;
    }
  self->is_activating = TRUE;
  if (self->selection != NULL)
    lieudit_selection_select_place (self->selection, place);
  self->is_activating = FALSE;
  lieudit_marker_layer_find_place (self->markers, place, &area);
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, place, &area);
}

/* Goes just near enough for the places to be drawn one by one. Places on the same spot can only be gone through in turn. */
static void
on_cluster_activated (LieuditMapView *self,
                      GPtrArray      *places)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double level = shumate_viewport_get_zoom_level (viewport);
  double zoom = lieudit_map_zoom_from_level (viewport, level);
  double separating_zoom = lieudit_frame_separating_zoom (places);
  LieuditBounds bounds = lieudit_bounds_empty ();

  if (level >= shumate_viewport_get_max_zoom_level (viewport) || isinf (separating_zoom))
    {
      guint index = 0;

      g_ptr_array_find (places, lieudit_selection_get_place (self->selection), &index);
      on_place_activated (self, g_ptr_array_index (places, (index + 1) % places->len));
      return;
    }
  for (guint i = 0; i < places->len; i++)
    {
      LieuditPlace *place = lieudit_found_place_get_place (g_ptr_array_index (places, i));

      lieudit_bounds_extend (&bounds, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
    }
  self->framed = FRAMED_NOTHING;
  lieudit_map_camera_fit (self->camera, &bounds, MAX (separating_zoom, zoom + 1.0), TRUE);
}

static void
on_analysis_changed (LieuditMapView *self)
{
  LieuditAnalysis *analysis = get_analysis (self);
  LieuditArticle *article = analysis != NULL ? lieudit_analysis_get_article (analysis) : NULL;

  /* A place is named by its marker, not by the map as well. */
  lieudit_label_layer_take_marks (self->labels, lieudit_map_marks_new_for_article (analysis));
  lieudit_map_view_update_names (self);
  /* The same article was analysed again: the reader has moved the map where it is. */
  if (g_set_object (&self->article, article) || article == NULL)
    lieudit_map_view_frame (self, FRAMED_CORE, FALSE);
}

static void
on_place_changed (LieuditMapView *self)
{
  LieuditFoundPlace *place = lieudit_selection_get_place (self->selection);

  if (place != NULL && !self->is_activating)
    lieudit_map_view_reveal_place (self, place);
}

static void
on_outside_clicked (LieuditMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  lieudit_map_view_frame (self, FRAMED_ALL, TRUE);
}

static void
on_pressed (LieuditMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
add_obstacle (LieuditMapView *self,
              GtkWidget      *control,
              GArray         *obstacles)
{
  graphene_rect_t bounds;
  LieuditPixelBox box;

  if (!gtk_widget_get_visible (control) || !gtk_widget_compute_bounds (control, GTK_WIDGET (self), &bounds))
    return;
  box = (LieuditPixelBox) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  g_array_append_val (obstacles, box);
}

static void
update_obstacles (LieuditMapView *self)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));

  add_obstacle (self, self->controls, obstacles);
  add_obstacle (self, self->notices, obstacles);
  add_obstacle (self, GTK_WIDGET (self->scale), obstacles);
  add_obstacle (self, self->attribution_button, obstacles);
  add_obstacle (self, self->north_arrow, obstacles);
  add_obstacle (self, self->overview, obstacles);
  lieudit_marker_layer_set_obstacles (self->markers, (LieuditPixelBox *) obstacles->data, obstacles->len);
}

static void
lieudit_map_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (widget);

  gtk_widget_measure (self->overlay, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
lieudit_map_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (widget);
  gboolean is_resized = width != self->width || height != self->height;

  self->width = width;
  self->height = height;
  lieudit_map_camera_set_size (self->camera, width, height);
  lieudit_map_view_update_margins (self);
  /* A frame stays a frame when the window changes; what the reader has chosen to look at stays where it is. */
  if (is_resized && self->framed != FRAMED_NOTHING)
    lieudit_map_view_frame (self, self->framed, FALSE);
  gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, baseline);
  update_obstacles (self);
  /* The window hangs a place's card on the map. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
lieudit_map_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (object);

  switch (property_id)
    {
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_DRAWING_TOOL:
      g_value_set_string (value, lieudit_map_view_get_drawing_tool (self));
      break;
    case PROP_DRAWING_INK:
      g_value_set_string (value, lieudit_ink_to_nick (self->drawing_ink));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_map_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (object);

  switch (property_id)
    {
    case PROP_SELECTION:
      lieudit_map_view_set_selection (self, g_value_get_object (value));
      break;
    case PROP_DRAWING_TOOL:
      lieudit_map_view_set_drawing_tool (self, g_value_get_string (value));
      break;
    case PROP_DRAWING_INK:
      lieudit_ink_from_nick (g_value_get_string (value), &self->drawing_ink);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_map_view_dispose (GObject *object)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (object);

  lieudit_map_view_set_selection (self, NULL);
  lieudit_map_view_dispose_background (self);
  lieudit_map_view_dispose_drawing (self);
  g_clear_object (&self->base_map);
  g_clear_object (&self->article);
  g_clear_object (&self->camera);
  g_clear_pointer (&self->staged, g_ptr_array_unref);
  g_clear_pointer (&self->stage_current, g_ptr_array_unref);
  g_clear_pointer (&self->stage_earlier, g_ptr_array_unref);
  g_clear_pointer (&self->names_language, g_free);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_map_view_parent_class)->dispose (object);
}

static void
lieudit_map_view_class_init (LieuditMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lieudit_map_view_get_property;
  object_class->set_property = lieudit_map_view_set_property;
  object_class->dispose = lieudit_map_view_dispose;

  widget_class->measure = lieudit_map_view_measure;
  widget_class->size_allocate = lieudit_map_view_size_allocate;

  /**
   * LieuditMapView:selection:
   *
   * The article's places, and which of them is selected or hovered.
   */
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, LIEUDIT_TYPE_SELECTION,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditMapView:drawing-tool:
   *
   * What presses on the map do: `none`, `line`, `arrow`, `circle`, `text` or `eraser`.
   */
  properties[PROP_DRAWING_TOOL] = g_param_spec_string ("drawing-tool", NULL, NULL, "none",
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditMapView:drawing-ink:
   *
   * What is drawn with: `red`, `blue`, `green` or `black`.
   */
  properties[PROP_DRAWING_INK] = g_param_spec_string ("drawing-ink", NULL, NULL, "red",
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * LieuditMapView::place-activated:
   * @self: the map
   * @place: the place whose marker was clicked, or pressed with the keyboard; it is selected already
   * @area: the rectangle of its symbol, in pixels of @self
   */
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", LIEUDIT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 2, LIEUDIT_TYPE_FOUND_PLACE,
                                           GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * LieuditMapView::place-moved:
   * @self: the map
   * @place: the selected place
   * @area: the rectangle of its symbol, in pixels of @self; of zero width when it is not in view any more
   *
   * Emitted at most once a frame, while a place is selected, when its symbol is somewhere else than before.
   */
  signals[PLACE_MOVED] = g_signal_new ("place-moved", LIEUDIT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       2, LIEUDIT_TYPE_FOUND_PLACE, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (SHUMATE_TYPE_SCALE);
  gtk_widget_class_set_css_name (widget_class, "placemap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, map);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, notices);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, outside_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, outside_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, message);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, controls);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, zoom_in_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, zoom_out_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, drawing_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, measure_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, measure_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, position_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, scale);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, attribution);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, attribution_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, corner);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, key_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, key_window);
  gtk_widget_class_bind_template_callback (widget_class, lieudit_map_view_frame_all);
  gtk_widget_class_bind_template_callback (widget_class, on_outside_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);

  lieudit_map_view_class_init_keys (klass);
  lieudit_map_view_class_init_menu (klass);
  lieudit_map_view_class_init_drawing (klass);
  lieudit_map_view_class_init_furniture (klass);
}

/* North stays up: names are written for a map that does not turn. */
static void
forbid_rotation (LieuditMapView *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ROTATE (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
add_layers (LieuditMapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);

  self->source = source;
  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  g_object_bind_property (style_manager, "dark", source, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style_manager, "high-contrast", source, "high-contrast", G_BINDING_SYNC_CREATE);

  self->areas = lieudit_area_layer_new (viewport, source);
  self->labels = lieudit_label_layer_new (viewport, source);
  self->claims = lieudit_claim_layer_new (viewport);
  self->markers = lieudit_marker_layer_new (viewport);
  self->tiles = lieudit_tile_layer_new (viewport, SHUMATE_MAP_SOURCE (source));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->tiles));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->areas));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->claims));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->markers));
  lieudit_map_view_add_drawing (self);
  lieudit_map_view_add_measure (self);
  lieudit_map_view_add_ghosts (self);
  lieudit_map_view_add_pin (self);
  lieudit_map_view_add_background (self, source);
  lieudit_map_view_add_furniture (self, source);
}

static void
lieudit_map_view_init (LieuditMapView *self)
{
  ShumateViewport *viewport;

  lieudit_map_theme_install (gtk_widget_get_display (GTK_WIDGET (self)));
  gtk_widget_init_template (GTK_WIDGET (self));

  viewport = shumate_map_get_viewport (self->map);
  self->camera = lieudit_map_camera_new (self->map);
  add_layers (self);
  shumate_scale_set_viewport (self->scale, viewport);
  forbid_rotation (self);
  lieudit_map_view_add_menu (self);
  lieudit_map_view_add_moving (self);
  lieudit_map_view_add_offering (self);
  /* Until there is an article: the world from the Atlantic to the Pacific. */
  shumate_map_center_on (self->map, 25.0, 30.0);

  g_signal_connect_object (self->markers, "changed", G_CALLBACK (update_outside_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->markers, "moved", G_CALLBACK (on_markers_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->markers, "place-activated", G_CALLBACK (on_place_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->markers, "cluster-activated", G_CALLBACK (on_cluster_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (lieudit_map_view_forget_frame), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_map_view_new:
 *
 * Creates a map of the places that an article names.
 *
 * Returns: (transfer floating): a new map
 */
GtkWidget *
lieudit_map_view_new (void)
{
  return g_object_new (LIEUDIT_TYPE_MAP_VIEW, NULL);
}

/**
 * lieudit_map_view_get_selection:
 * @self: a map
 *
 * Returns: (nullable) (transfer none): what the map shows and lets the reader select
 */
LieuditSelection *
lieudit_map_view_get_selection (LieuditMapView *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_VIEW (self), NULL);

  return self->selection;
}

/**
 * lieudit_map_view_set_selection:
 * @self: a map
 * @selection: (nullable) (transfer none): what to show and let the reader select
 *
 * Frames and marks the places of the selection's analysis from now on.
 */
void
lieudit_map_view_set_selection (LieuditMapView   *self,
                                LieuditSelection *selection)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (selection == NULL || LIEUDIT_IS_SELECTION (selection));

  if (self->selection == selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  lieudit_area_layer_set_selection (self->areas, selection);
  lieudit_marker_layer_set_selection (self->markers, selection);
  if (selection != NULL)
    {
      g_signal_connect_object (selection, "notify::shown", G_CALLBACK (on_analysis_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "notify::place", G_CALLBACK (on_place_changed), self, G_CONNECT_SWAPPED);
      on_analysis_changed (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}
