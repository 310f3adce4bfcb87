/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-map-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "geo/lieudit-mercator.h"
#include "picture/lieudit-map-ground.h"

/* In pixels. */
#define FRAME_MARGIN 48.0

/* A quiz about one place is not looked at from nearer than this. */
#define ONE_PLACE_ZOOM 8.0

G_DEFINE_FINAL_TYPE (LieuditQuizMap, lieudit_quiz_map, GTK_TYPE_WIDGET)

typedef struct {
  LieuditBaseMap *base_map;
  LieuditMapStyle *style;
  LieuditMapExtent extent;
  int scale;
} Drawing;

static void
drawing_free (Drawing *drawing)
{
  g_clear_object (&drawing->base_map);
  g_clear_object (&drawing->style);
  g_free (drawing);
}

static void
clear_marking (gpointer data)
{
  LieuditQuizMarking *marking = data;

  g_free (marking->name);
}

void
lieudit_quiz_map_get_extent (LieuditQuizMap   *self,
                             LieuditMapExtent *extent)
{
  extent->zoom = self->zoom;
  extent->width = gtk_widget_get_width (GTK_WIDGET (self));
  extent->height = gtk_widget_get_height (GTK_WIDGET (self));
  extent->left = lieudit_mercator_longitude_to_x (self->longitude, self->zoom) - extent->width / 2.0;
  extent->top = lieudit_mercator_latitude_to_y (self->latitude, self->zoom) - extent->height / 2.0;
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Drawing *drawing = task_data;
  int width = (int) drawing->extent.width * drawing->scale;
  int height = (int) drawing->extent.height * drawing->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, drawing->scale, drawing->scale);
  lieudit_map_ground_draw (drawing->base_map, drawing->style, &drawing->extent, drawing->scale, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                                         (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes, stride);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  LieuditQuizMap *self = LIEUDIT_QUIZ_MAP (source);
  const Drawing *drawing = g_task_get_task_data (G_TASK (result));
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->drawing);
  if (surface == NULL)
    return;

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      g_clear_object (&self->texture);
      self->texture = create_texture (surface);
      self->texture_extent = drawing->extent;
    }
  cairo_surface_destroy (surface);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->is_outdated)
    lieudit_quiz_map_redraw (self);
}

void
lieudit_quiz_map_redraw (LieuditQuizMap *self)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->is_outdated = self->drawing != NULL;
  if (self->is_outdated || self->style == NULL || !self->has_view || gtk_widget_get_width (GTK_WIDGET (self)) < 1)
    return;

  self->drawing = g_cancellable_new ();
  drawing = g_new0 (Drawing, 1);
  g_set_object (&drawing->base_map, self->base_map);
  drawing->style = g_object_ref (self->style);
  drawing->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  lieudit_quiz_map_get_extent (self, &drawing->extent);
  task = g_task_new (self, self->drawing, drawn_cb, NULL);
  g_task_set_source_tag (task, lieudit_quiz_map_redraw);
  g_task_set_task_data (task, drawing, (GDestroyNotify) drawing_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/* Where the crosshair is, in words, for those who do not see the map. */
void
lieudit_quiz_map_describe_crosshair (LieuditQuizMap *self)
{
  g_autofree char *text = NULL;

  if (self->is_pointing)
    text = g_strdup_printf (_("Crosshair at latitude %.2f°, longitude %.2f°. Arrows move it, Enter answers."), self->cross_latitude,
                            self->cross_longitude);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static void
centre_crosshair (LieuditQuizMap *self)
{
  self->cross_latitude = self->latitude;
  self->cross_longitude = remainder (self->longitude, 360.0);
  lieudit_quiz_map_describe_crosshair (self);
}

void
lieudit_quiz_map_fit (LieuditQuizMap *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (lieudit_bounds_is_empty (&self->bounds) || width < 1.0 || height < 1.0)
    return;

  lieudit_bounds_get_centre (&self->bounds, &self->latitude, &self->longitude);
  self->zoom = CLAMP (lieudit_mercator_get_zoom_for_bounds (&self->bounds, MAX (width - 2 * FRAME_MARGIN, 1.0), MAX (height - 2 * FRAME_MARGIN, 1.0)),
                      LIEUDIT_QUIZ_MAP_LEAST_ZOOM, ONE_PLACE_ZOOM);
  self->latitude = lieudit_mercator_y_to_latitude ((lieudit_mercator_latitude_to_y (self->bounds.north, self->zoom)
                                                    + lieudit_mercator_latitude_to_y (self->bounds.south, self->zoom)) / 2.0, self->zoom);
  self->has_view = TRUE;
  centre_crosshair (self);
  lieudit_quiz_map_redraw (self);
}

static void
follow_theme (LieuditQuizMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);
  gboolean has_contrast = adw_style_manager_get_high_contrast (manager);
  LieuditMapStyle *style = lieudit_map_style_open (has_contrast ? (is_dark ? "high-contrast-dark" : "high-contrast")
                                                                : (is_dark ? "dark" : "light"), NULL);

  if (style == NULL)
    return;
  g_set_object (&self->style, style);
  g_object_unref (style);
  lieudit_quiz_map_redraw (self);
}

static void
lieudit_quiz_map_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LieuditQuizMap *self = LIEUDIT_QUIZ_MAP (widget);
  LieuditQuizOverlay overlay;
  LieuditMapExtent extent;
  graphene_rect_t bounds;
  cairo_t *cr;

  lieudit_quiz_map_get_extent (self, &extent);
  if (!self->has_view || self->style == NULL || extent.width < 1.0)
    return;

  graphene_rect_init (&bounds, 0.0f, 0.0f, (float) extent.width, (float) extent.height);
  gtk_snapshot_push_clip (snapshot, &bounds);
  if (self->texture != NULL)
    {
      double growth = pow (2.0, extent.zoom - self->texture_extent.zoom);
      graphene_rect_t place;

      graphene_rect_init (&place, (float) (self->texture_extent.left * growth - extent.left),
                          (float) (self->texture_extent.top * growth - extent.top),
                          (float) (self->texture_extent.width * growth), (float) (self->texture_extent.height * growth));
      gtk_snapshot_append_texture (snapshot, self->texture, &place);
    }
  overlay = (LieuditQuizOverlay) { self->base_map, lieudit_map_style_get_picture (self->style), self->markings, self->is_pointing,
                                   self->cross_latitude, self->cross_longitude };
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  lieudit_quiz_overlay_draw (&overlay, &extent, gtk_widget_get_pango_context (widget), cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
lieudit_quiz_map_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  LieuditQuizMap *self = LIEUDIT_QUIZ_MAP (widget);

  if (self->has_view)
    lieudit_quiz_map_redraw (self);
  else
    lieudit_quiz_map_fit (self);
}

static void
lieudit_quiz_map_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 480;
}

static void
lieudit_quiz_map_dispose (GObject *object)
{
  LieuditQuizMap *self = LIEUDIT_QUIZ_MAP (object);

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->base_map);
  g_clear_object (&self->style);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (lieudit_quiz_map_parent_class)->dispose (object);
}

static void
lieudit_quiz_map_finalize (GObject *object)
{
  g_array_unref (LIEUDIT_QUIZ_MAP (object)->markings);

  G_OBJECT_CLASS (lieudit_quiz_map_parent_class)->finalize (object);
}

static void
lieudit_quiz_map_class_init (LieuditQuizMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_quiz_map_dispose;
  object_class->finalize = lieudit_quiz_map_finalize;
  widget_class->snapshot = lieudit_quiz_map_snapshot;
  widget_class->size_allocate = lieudit_quiz_map_size_allocate;
  widget_class->measure = lieudit_quiz_map_measure;

  /**
   * LieuditQuizMap::pointed:
   * @self: a map
   * @latitude: in degrees
   * @longitude: in degrees
   *
   * A spot was clicked, or chosen with the crosshair.
   */
  g_signal_new ("pointed", LIEUDIT_TYPE_QUIZ_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "quizmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lieudit_quiz_map_init (LieuditQuizMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->bounds = lieudit_bounds_empty ();
  self->markings = g_array_new (FALSE, FALSE, sizeof (LieuditQuizMarking));
  g_array_set_clear_func (self->markings, clear_marking);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map without names"), -1);
  lieudit_quiz_map_add_controllers (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (follow_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (follow_theme), self, G_CONNECT_SWAPPED);
  follow_theme (self);
}

/**
 * lieudit_quiz_map_set_base_map:
 * @self: a map
 * @base_map: (nullable): what it shows the Earth by
 *
 * Changes the base map.
 */
void
lieudit_quiz_map_set_base_map (LieuditQuizMap *self,
                               LieuditBaseMap *base_map)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_MAP (self));

  lieudit_quiz_map_clear_marks (self);
  g_set_object (&self->base_map, base_map);
  lieudit_quiz_map_redraw (self);
}

/**
 * lieudit_quiz_map_set_bounds:
 * @self: a map
 * @bounds: what it has to show
 *
 * Shows a stretch of the Earth, with the crosshair in its middle.
 */
void
lieudit_quiz_map_set_bounds (LieuditQuizMap      *self,
                             const LieuditBounds *bounds)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_MAP (self));

  self->bounds = *bounds;
  self->has_view = FALSE;
  lieudit_quiz_map_fit (self);
}

/**
 * lieudit_quiz_map_set_pointing:
 * @self: a map
 * @is_pointing: whether a spot is asked for
 *
 * Shows or hides the crosshair; with it, spots can be pointed at.
 */
void
lieudit_quiz_map_set_pointing (LieuditQuizMap *self,
                               gboolean        is_pointing)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_MAP (self));

  self->is_pointing = !!is_pointing;
  lieudit_quiz_map_describe_crosshair (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_quiz_map_clear_marks:
 * @self: a map
 *
 * Takes all marks off the map.
 */
void
lieudit_quiz_map_clear_marks (LieuditQuizMap *self)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_MAP (self));

  g_array_set_size (self->markings, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_quiz_map_add_mark:
 * @self: a map
 * @mark: what it says
 * @latitude: in degrees
 * @longitude: in degrees
 * @name: (nullable): what stands beside it
 *
 * Marks a spot.
 */
void
lieudit_quiz_map_add_mark (LieuditQuizMap  *self,
                           LieuditQuizMark  mark,
                           double           latitude,
                           double           longitude,
                           const char      *name)
{
  LieuditQuizMarking marking = { mark, latitude, longitude, g_strdup (name), NULL };

  g_return_if_fail (LIEUDIT_IS_QUIZ_MAP (self));

  g_array_append_val (self->markings, marking);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_quiz_map_add_area:
 * @self: a map
 * @mark: what it says
 * @area: (transfer none): an outline of its base map
 *
 * Tints an area.
 */
void
lieudit_quiz_map_add_area (LieuditQuizMap           *self,
                           LieuditQuizMark           mark,
                           const LieuditBaseMapArea *area)
{
  LieuditQuizMarking marking = { mark, 0.0, 0.0, NULL, area };

  g_return_if_fail (LIEUDIT_IS_QUIZ_MAP (self));
  g_return_if_fail (area != NULL && self->base_map != NULL);

  g_array_append_val (self->markings, marking);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
