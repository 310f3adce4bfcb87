/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-camera.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-zoom.h"

#include <math.h>

/* Long enough to see which way the map went, too short to wait for. */
#define TRAVEL_MILLISECONDS 350
#define STEP_MILLISECONDS 150

/* A class follows the map over longer ways, which take longer, but never so long that it waits. */
#define SHORTEST_FLIGHT 400.0
#define LONGEST_FLIGHT 1200.0
/* In milliseconds for each width of the view that is flown over, and for each zoom level. */
#define FLIGHT_A_VIEW 150.0
#define FLIGHT_A_LEVEL 120.0

/* An area that is this many times larger than the view is shown whole instead of from inside. */
#define MUCH_LARGER 2.0

struct _LieuditMapCamera
{
  GObject parent_instance;

  ShumateMap *map; /* unowned; the map view holds both */
  int width;
  int height;
  GtkBorder margins;

  /* Where the animation that runs will end, so that a second key press adds to the first. */
  gboolean is_moving;
  double target_latitude;
  double target_longitude;
  double target_zoom;
};

G_DEFINE_FINAL_TYPE (LieuditMapCamera, lieudit_map_camera, G_TYPE_OBJECT)

static ShumateViewport *
get_viewport (LieuditMapCamera *self)
{
  return shumate_map_get_viewport (self->map);
}

static void
read_target (LieuditMapCamera *self)
{
  ShumateViewport *viewport = get_viewport (self);

  if (self->is_moving)
    return;
  self->target_latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));
  self->target_longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  self->target_zoom = lieudit_map_zoom_from_level (viewport, shumate_viewport_get_zoom_level (viewport));
}

static double
clamp_zoom (LieuditMapCamera *self,
            double            zoom)
{
  ShumateViewport *viewport = get_viewport (self);

  return CLAMP (zoom, shumate_viewport_get_min_zoom_level (viewport), shumate_viewport_get_max_zoom_level (viewport));
}

static gboolean
animations_are_on (LieuditMapCamera *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->map)), "gtk-enable-animations", &enabled, NULL);
  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self->map));
}

static void
go (LieuditMapCamera *self,
    double            latitude,
    double            longitude,
    double            zoom,
    guint             milliseconds)
{
  double level;

  shumate_map_stop_go_to (self->map);
  self->target_latitude = CLAMP (latitude, -LIEUDIT_MERCATOR_MAX_LATITUDE, LIEUDIT_MERCATOR_MAX_LATITUDE);
  self->target_longitude = CLAMP (longitude, SHUMATE_MIN_LONGITUDE, SHUMATE_MAX_LONGITUDE);
  self->target_zoom = clamp_zoom (self, zoom);
  level = lieudit_map_zoom_to_level (get_viewport (self), self->target_zoom);
  self->is_moving = TRUE;
  if (milliseconds > 0 && animations_are_on (self))
    {
      shumate_map_go_to_full_with_duration (self->map, CLAMP (latitude, SHUMATE_MIN_LATITUDE, SHUMATE_MAX_LATITUDE),
                                            self->target_longitude, level, milliseconds);
      return;
    }
  shumate_viewport_set_zoom_level (get_viewport (self), level);
  shumate_map_center_on (self->map, self->target_latitude, self->target_longitude);
  self->is_moving = FALSE;
}

static double
wrap (double degrees)
{
  return remainder (degrees, 360.0);
}

/* Centres what is at a point in the part of the view that no control covers. */
static void
go_to_centre (LieuditMapCamera *self,
              double            latitude,
              double            longitude,
              double            zoom,
              guint             milliseconds)
{
  double x, y;

  zoom = clamp_zoom (self, zoom);
  x = lieudit_mercator_longitude_to_x (longitude, zoom) + (self->margins.right - self->margins.left) / 2.0;
  y = lieudit_mercator_latitude_to_y (latitude, zoom) + (self->margins.bottom - self->margins.top) / 2.0;
  go (self, lieudit_mercator_y_to_latitude (y, zoom), wrap (lieudit_mercator_x_to_longitude (x, zoom)), zoom, milliseconds);
}

static double
free_width (LieuditMapCamera *self)
{
  return MAX (self->width - self->margins.left - self->margins.right, 1);
}

static double
free_height (LieuditMapCamera *self)
{
  return MAX (self->height - self->margins.top - self->margins.bottom, 1);
}

static gboolean
target_shows (LieuditMapCamera *self,
              double            latitude,
              double            longitude)
{
  double zoom = self->target_zoom;
  double x = lieudit_mercator_longitude_to_x (wrap (longitude - self->target_longitude) - 180.0, zoom);
  double y = lieudit_mercator_latitude_to_y (latitude, zoom) - lieudit_mercator_latitude_to_y (self->target_latitude, zoom);

  x += self->width / 2.0;
  y += self->height / 2.0;
  return x >= self->margins.left && x <= self->width - self->margins.right && y >= self->margins.top &&
         y <= self->height - self->margins.bottom;
}

static void
on_animation_completed (LieuditMapCamera *self)
{
  self->is_moving = FALSE;
}

static void
lieudit_map_camera_class_init (LieuditMapCameraClass *klass)
{
}

static void
lieudit_map_camera_init (LieuditMapCamera *self)
{
}

/**
 * lieudit_map_camera_new:
 * @map: (transfer none): the map to move, which has to outlive the camera
 *
 * Creates what moves a map: to frame, reveal, pan and zoom, in at most 350 milliseconds, and at once for a reader who has turned
 * animations off.
 *
 * Returns: (transfer full): a new camera
 */
LieuditMapCamera *
lieudit_map_camera_new (ShumateMap *map)
{
  LieuditMapCamera *self = g_object_new (LIEUDIT_TYPE_MAP_CAMERA, NULL);
  GClosure *completed;

  self->map = map;
  /* libshumate 1.0 declares a marshaller for an argument that the signal has not. */
  completed = g_cclosure_new_object_swap (G_CALLBACK (on_animation_completed), G_OBJECT (self));
  g_closure_set_marshal (completed, g_cclosure_marshal_VOID__VOID);
  g_signal_connect_closure (map, "animation-completed", completed, FALSE);
  return self;
}

/**
 * lieudit_map_camera_set_size:
 * @self: a camera
 * @width: in pixels
 * @height: in pixels
 *
 * Tells how large the map is, or will be once it is allocated.
 */
void
lieudit_map_camera_set_size (LieuditMapCamera *self,
                             int               width,
                             int               height)
{
  g_return_if_fail (LIEUDIT_IS_MAP_CAMERA (self));

  self->width = width;
  self->height = height;
}

/**
 * lieudit_map_camera_set_margins:
 * @self: a camera
 * @margins: the strips along the edges, in pixels, where nothing important should be
 *
 * Keeps what is framed or revealed away from the edges and from the controls over the map.
 */
void
lieudit_map_camera_set_margins (LieuditMapCamera *self,
                                const GtkBorder  *margins)
{
  g_return_if_fail (LIEUDIT_IS_MAP_CAMERA (self));
  g_return_if_fail (margins != NULL);

  self->margins = *margins;
}

/**
 * lieudit_map_camera_is_moving:
 * @self: a camera
 *
 * Tells the camera's movements from those of the reader's pointer.
 *
 * Returns: whether the camera is what changes the viewport at the moment
 */
gboolean
lieudit_map_camera_is_moving (LieuditMapCamera *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_CAMERA (self), FALSE);

  return self->is_moving;
}

static double
find_fit (LieuditMapCamera    *self,
          const LieuditBounds *bounds,
          double               closest_zoom,
          double              *latitude,
          double              *longitude)
{
  double south = lieudit_mercator_latitude_to_y (bounds->south, 0.0);
  double north = lieudit_mercator_latitude_to_y (bounds->north, 0.0);

  lieudit_bounds_get_centre (bounds, latitude, longitude);
  /* Half-way on the map is not half-way in degrees. */
  *latitude = lieudit_mercator_y_to_latitude ((south + north) / 2.0, 0.0);

  return MIN (lieudit_mercator_get_zoom_for_bounds (bounds, free_width (self), free_height (self)), closest_zoom);
}

/**
 * lieudit_map_camera_fit:
 * @self: a camera
 * @bounds: what to show, not empty
 * @closest_zoom: the zoom level to stay at or below
 * @animate: whether to travel there rather than jump
 *
 * Shows all of @bounds as large as it can be inside the margins.
 */
void
lieudit_map_camera_fit (LieuditMapCamera    *self,
                        const LieuditBounds *bounds,
                        double               closest_zoom,
                        gboolean             animate)
{
  double zoom, latitude, longitude;

  g_return_if_fail (LIEUDIT_IS_MAP_CAMERA (self));
  g_return_if_fail (bounds != NULL && !lieudit_bounds_is_empty (bounds));

  zoom = find_fit (self, bounds, closest_zoom, &latitude, &longitude);
  go_to_centre (self, latitude, longitude, zoom, animate ? TRAVEL_MILLISECONDS : 0);
}

/**
 * lieudit_map_camera_fly:
 * @self: a camera
 * @bounds: what to show, not empty
 * @closest_zoom: the zoom level to stay at or below
 *
 * Flies to @bounds as lieudit_map_camera_fit() goes there, at most 1.2 seconds
 * long so that one sees the way.
 */
void
lieudit_map_camera_fly (LieuditMapCamera    *self,
                        const LieuditBounds *bounds,
                        double               closest_zoom)
{
  double zoom, latitude, longitude, right, down, duration;

  g_return_if_fail (LIEUDIT_IS_MAP_CAMERA (self));
  g_return_if_fail (bounds != NULL && !lieudit_bounds_is_empty (bounds));

  read_target (self);
  zoom = find_fit (self, bounds, closest_zoom, &latitude, &longitude);
  right = wrap (longitude - self->target_longitude) / 360.0 * lieudit_mercator_get_world_size (zoom);
  down = lieudit_mercator_latitude_to_y (latitude, zoom) - lieudit_mercator_latitude_to_y (self->target_latitude, zoom);
  duration = SHORTEST_FLIGHT + FLIGHT_A_VIEW * hypot (right, down) / free_width (self) + FLIGHT_A_LEVEL * fabs (zoom - self->target_zoom);
  go_to_centre (self, latitude, longitude, zoom, (guint) MIN (duration, LONGEST_FLIGHT));
}

/**
 * lieudit_map_camera_reveal:
 * @self: a camera
 * @latitude: in degrees
 * @longitude: in degrees
 * @radius: how far the place reaches around the point, in metres
 *
 * Moves to a place that is not in view inside the margins, without changing the scale; only an area much larger than the view is
 * zoomed out to. Does nothing when the place is in view.
 *
 * Returns: whether the map moves
 */
gboolean
lieudit_map_camera_reveal (LieuditMapCamera *self,
                           double            latitude,
                           double            longitude,
                           double            radius)
{
  double available, covered, zoom;

  g_return_val_if_fail (LIEUDIT_IS_MAP_CAMERA (self), FALSE);

  read_target (self);
  if (target_shows (self, latitude, longitude))
    return FALSE;
  available = MIN (free_width (self), free_height (self));
  covered = 2.0 * radius / lieudit_mercator_get_metres_per_pixel (latitude, self->target_zoom);
  zoom = self->target_zoom;
  if (covered > MUCH_LARGER * available)
    zoom -= log2 (covered / available);
  go_to_centre (self, latitude, longitude, zoom, TRAVEL_MILLISECONDS);
  return TRUE;
}

/**
 * lieudit_map_camera_get_bounds:
 * @self: a camera
 * @bounds: (out caller-allocates): what is in view, or will be at the end of the movement
 *
 * Finds out what the map shows.
 */
void
lieudit_map_camera_get_bounds (LieuditMapCamera *self,
                               LieuditBounds    *bounds)
{
  double zoom, x, y;

  g_return_if_fail (LIEUDIT_IS_MAP_CAMERA (self));
  g_return_if_fail (bounds != NULL);

  read_target (self);
  zoom = self->target_zoom;
  x = lieudit_mercator_longitude_to_x (self->target_longitude, zoom);
  y = lieudit_mercator_latitude_to_y (self->target_latitude, zoom);
  bounds->north = lieudit_mercator_y_to_latitude (y - self->height / 2.0, zoom);
  bounds->south = lieudit_mercator_y_to_latitude (y + self->height / 2.0, zoom);
  bounds->west = -180.0;
  bounds->east = 180.0;
  if (self->width >= lieudit_mercator_get_world_size (zoom))
    return;
  bounds->west = wrap (lieudit_mercator_x_to_longitude (x - self->width / 2.0, zoom));
  bounds->east = wrap (lieudit_mercator_x_to_longitude (x + self->width / 2.0, zoom));
}

/**
 * lieudit_map_camera_pan:
 * @self: a camera
 * @right: how far to look to the right, in pixels
 * @down: how far to look down, in pixels
 *
 * Moves by a step.
 */
void
lieudit_map_camera_pan (LieuditMapCamera *self,
                        double            right,
                        double            down)
{
  double x, y;

  g_return_if_fail (LIEUDIT_IS_MAP_CAMERA (self));

  read_target (self);
  x = lieudit_mercator_longitude_to_x (self->target_longitude, self->target_zoom) + right;
  y = lieudit_mercator_latitude_to_y (self->target_latitude, self->target_zoom) + down;
  go (self, lieudit_mercator_y_to_latitude (y, self->target_zoom),
      wrap (lieudit_mercator_x_to_longitude (x, self->target_zoom)), self->target_zoom, STEP_MILLISECONDS);
}

/**
 * lieudit_map_camera_zoom:
 * @self: a camera
 * @levels: how many zoom levels closer, each of which doubles the scale; below zero to go back
 *
 * Zooms around the middle of the view.
 */
void
lieudit_map_camera_zoom (LieuditMapCamera *self,
                         double            levels)
{
  g_return_if_fail (LIEUDIT_IS_MAP_CAMERA (self));

  read_target (self);
  go (self, self->target_latitude, self->target_longitude, self->target_zoom + levels, STEP_MILLISECONDS);
}
