/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include "map/lieudit-base-map-source.h"
#include "map/lieudit-map-theme.h"
#include "map/lieudit-map-zoom.h"
#include "map/lieudit-tile-layer.h"
#include "picture/lieudit-article-marks.h"
#include "picture/lieudit-map-framing.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <shumate/shumate.h>

/* How far the arrow keys move the map, in pixels. */
#define PAN_STEP 80.0

/* Strips without places when a frame is chosen, in pixels: names and controls need them. */
#define MARGIN_SIDE 64
#define MARGIN_TOP 68
#define MARGIN_BOTTOM 52

/* On small maps a margin takes at most this share of the size. */
#define MARGIN_SHARE 0.15

/* Whom the map and the places come from, as short as their licences allow; names are not translated. */
#define SHORT_ATTRIBUTION "Natural Earth · GSHHG · GeoNames (CC BY 4.0)"

enum
{
  PROP_SELECTION = 1,
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
  return self->selection != NULL ? lieudit_selection_get_analysis (self->selection) : NULL;
}

static void
update_margins (LieuditMapView *self)
{
  GtkBorder margins = { 0 };

  margins.left = margins.right = MIN (MARGIN_SIDE, self->width * MARGIN_SHARE);
  margins.top = MIN (MARGIN_TOP, self->height * MARGIN_SHARE);
  margins.bottom = MIN (MARGIN_BOTTOM, self->height * MARGIN_SHARE);
  lieudit_map_camera_set_margins (self->camera, &margins);
}

static void
frame (LieuditMapView *self,
       Framed          what,
       gboolean        animate)
{
  g_autoptr (GArray) places = lieudit_list_framed_places (get_analysis (self));
  const LieuditFramedPlace *first = (const LieuditFramedPlace *) places->data;
  LieuditBounds bounds;
  double closest_zoom;

  self->framed = what;
  if (places->len == 0 || self->width == 0)
    return;
  bounds = what == FRAMED_ALL ? lieudit_frame_all_places (first, places->len) : lieudit_frame_core_places (first, places->len);
  closest_zoom = lieudit_frame_closest_zoom (first, places->len, MIN (self->width, self->height));
  self->is_framing = TRUE;
  lieudit_map_camera_fit (self->camera, &bounds, closest_zoom, animate);
  self->is_framing = FALSE;
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
on_markers_changed (LieuditMapView *self)
{
  GArray *taken = lieudit_marker_layer_get_taken (self->markers);

  lieudit_label_layer_set_obstacles (self->labels, (LieuditPixelBox *) taken->data, taken->len);
  update_outside_button (self);
  report_selected_place (self);
}

static void
on_place_activated (LieuditMapView    *self,
                    LieuditFoundPlace *place)
{
  GdkRectangle area;

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
on_viewport_changed (LieuditMapView *self)
{
  if (!self->is_framing && !lieudit_map_camera_is_moving (self->camera))
    self->framed = FRAMED_NOTHING;
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
    frame (self, FRAMED_CORE, FALSE);
}

static void
on_place_changed (LieuditMapView *self)
{
  LieuditFoundPlace *place = lieudit_selection_get_place (self->selection);

  if (place != NULL && !self->is_activating)
    lieudit_map_view_reveal_place (self, place);
}

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
on_outside_clicked (LieuditMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  frame (self, FRAMED_ALL, TRUE);
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
  add_obstacle (self, GTK_WIDGET (self->attribution), obstacles);
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
  update_margins (self);
  /* A frame stays a frame when the window changes; what the reader has chosen to look at stays where it is. */
  if (is_resized && self->framed != FRAMED_NOTHING)
    frame (self, self->framed, FALSE);
  gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, baseline);
  update_obstacles (self);
  /* The window hangs a place's card on the map. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_map_view_dispose (GObject *object)
{
  LieuditMapView *self = LIEUDIT_MAP_VIEW (object);

  lieudit_map_view_set_selection (self, NULL);
  g_clear_object (&self->article);
  g_clear_object (&self->camera);
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
  widget_class->focus = lieudit_map_view_focus;

  /**
   * LieuditMapView:selection:
   *
   * The article's places, and which of them is selected or hovered.
   */
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, LIEUDIT_TYPE_SELECTION,
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
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, scale);
  gtk_widget_class_bind_template_child (widget_class, LieuditMapView, attribution);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out_clicked);
  gtk_widget_class_bind_template_callback (widget_class, lieudit_map_view_frame_all);
  gtk_widget_class_bind_template_callback (widget_class, on_outside_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);

  lieudit_map_view_class_init_menu (klass);
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
show_attribution (LieuditMapView       *self,
                  LieuditBaseMapSource *source)
{
  const GError *error = lieudit_base_map_source_get_error (source);
  g_autofree char *message = NULL;

  gtk_label_set_label (self->attribution, SHORT_ATTRIBUTION);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->attribution), lieudit_base_map_source_get_attribution (source));
  if (error == NULL)
    return;
  message = g_strdup_printf (_("The places are shown without a map behind them. %s"), error->message);
  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static void
add_layers (LieuditMapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  g_object_bind_property (style_manager, "dark", source, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style_manager, "high-contrast", source, "high-contrast", G_BINDING_SYNC_CREATE);
  show_attribution (self, source);

  self->labels = lieudit_label_layer_new (viewport, source);
  self->claims = lieudit_claim_layer_new (viewport);
  self->markers = lieudit_marker_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (lieudit_tile_layer_new (viewport, source)));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->claims));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->markers));
  lieudit_map_view_add_pin (self);
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
  /* Until there is an article: the world from the Atlantic to the Pacific. */
  shumate_map_center_on (self->map, 25.0, 30.0);

  g_signal_connect_object (self->markers, "changed", G_CALLBACK (on_markers_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->markers, "place-activated", G_CALLBACK (on_place_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->markers, "cluster-activated", G_CALLBACK (on_cluster_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (on_viewport_changed), self, G_CONNECT_SWAPPED);
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
  lieudit_marker_layer_set_selection (self->markers, selection);
  if (selection != NULL)
    {
      g_signal_connect_object (selection, "notify::analysis", G_CALLBACK (on_analysis_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "notify::place", G_CALLBACK (on_place_changed), self, G_CONNECT_SWAPPED);
      on_analysis_changed (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

/**
 * lieudit_map_view_frame_all:
 * @self: a map
 *
 * Frames the article's places: first the region that the article is about and, when that is what the map shows already, every
 * place, however far away.
 */
void
lieudit_map_view_frame_all (LieuditMapView *self)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  frame (self, self->framed == FRAMED_CORE ? FRAMED_ALL : FRAMED_CORE, TRUE);
}

/**
 * lieudit_map_view_reveal_place:
 * @self: a map
 * @place: a place that the article names
 *
 * Moves the map until the place is well inside the view. Does nothing when it is already.
 */
void
lieudit_map_view_reveal_place (LieuditMapView    *self,
                               LieuditFoundPlace *found_place)
{
  LieuditPlace *place;

  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (LIEUDIT_IS_FOUND_PLACE (found_place));

  place = lieudit_found_place_get_place (found_place);
  if (self->width == 0)
    return;
  if (lieudit_map_camera_reveal (self->camera, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place),
                                 lieudit_place_get_uncertainty_km (place) * 1000.0))
    self->framed = FRAMED_NOTHING;
}
