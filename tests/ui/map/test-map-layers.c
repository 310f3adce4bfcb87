/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layers of areas, of measuring and of tiles draw and say. */
#include <adwaita.h>
#include <shumate/shumate.h>

#include "map/lieudit-area-layer.h"
#include "map/lieudit-base-map-source.h"
#include "map/lieudit-map-camera.h"
#include "map/lieudit-marker-layer.h"
#include "map/lieudit-measure-layer.h"
#include "map/lieudit-tile-layer.h"
#include "../reading-fixture.h"

static const char text[] = "La Syrie et Alep comptent leurs morts. Le gouvernorat d'Alep aussi.";

#define await(condition)                                               \
  G_STMT_START                                                         \
  {                                                                    \
    gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;   \
    while (!(condition) && g_get_monotonic_time () < deadline)         \
      if (!g_main_context_iteration (NULL, FALSE))                     \
        g_usleep (1000);                                               \
    g_assert_true (condition);                                         \
  }                                                                    \
  G_STMT_END

static ShumateMap *
show_map (ReadingFixture       *fixture,
          LieuditBaseMapSource *source)
{
  ShumateMap *map = shumate_map_new ();
  ShumateViewport *viewport = shumate_map_get_viewport (map);

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  shumate_viewport_set_zoom_level (viewport, 6.0);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 35.0, 38.0);
  gtk_widget_set_size_request (GTK_WIDGET (map), 600, 400);
  reading_fixture_show (fixture, GTK_WIDGET (map));

  return map;
}

/* How much a layer covers of what is under a spot, from 0 to 255. */
static guint
get_cover (GtkWidget *layer,
           double     latitude,
           double     longitude)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (layer));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (layer), gtk_widget_get_height (layer));
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  double x, y;
  guint cover;

  GTK_WIDGET_GET_CLASS (layer)->snapshot (layer, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  shumate_viewport_location_to_widget_coords (viewport, layer, latitude, longitude, &x, &y);
  cover = *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface) + 4 * (int) x) >> 24;
  cairo_surface_destroy (surface);

  return cover;
}

/* At once after the map moves: what was drawn before stands in for what is not drawn yet. */
static void
check_areas (LieuditAreaLayer *layer,
             double            zoom)
{
  static const struct {
    const char *what;
    double latitude;
    double longitude;
    gboolean is_covered;
  } cases[] = {
    { "the desert of Syria", 34.6, 39.0, TRUE },
    { "the countryside of Aleppo", 36.2, 37.7, TRUE },
    { "the Mediterranean", 35.0, 34.5, FALSE },
    { "Anatolia", 37.6, 36.0, FALSE },
  };

  shumate_viewport_set_zoom_level (shumate_layer_get_viewport (SHUMATE_LAYER (layer)), zoom);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s at zoom %.1f", cases[i].what, zoom);
      g_assert_cmpint (get_cover (GTK_WIDGET (layer), cases[i].latitude, cases[i].longitude) > 0, ==, cases[i].is_covered);
    }
}

static void
test_areas (ReadingFixture *fixture,
            gconstpointer   user_data)
{
  static const double zooms[] = { 6.0, 6.2, 6.4, 5.9, 6.0 };
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  ShumateMap *map = show_map (fixture, source);
  LieuditAreaLayer *layer = lieudit_area_layer_new (shumate_map_get_viewport (map), source);

  shumate_map_add_layer (map, SHUMATE_LAYER (layer));
  await (gtk_widget_get_width (GTK_WIDGET (layer)) > 0);
  g_assert_cmpuint (get_cover (GTK_WIDGET (layer), 34.6, 39.0), ==, 0);

  lieudit_area_layer_set_selection (layer, fixture->selection);
  await (get_cover (GTK_WIDGET (layer), 34.6, 39.0) > 0);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    check_areas (layer, zooms[i]);

  lieudit_area_layer_set_selection (layer, NULL);
  g_assert_cmpuint (get_cover (GTK_WIDGET (layer), 34.6, 39.0), ==, 0);
}

static void
test_measure_says (ReadingFixture *fixture,
                   gconstpointer   user_data)
{
  /* Along the equator and a meridian, where anybody can tell; "" is what to do. */
  static const struct {
    double latitude;
    double longitude;
    const char *starts;
  } steps[] = {
    { 0.0, 0.0, "Click where to measure to" },
    { 0.0, 1.0, "111 km, east (90°)" },
    { 1.0, 1.0, "222 km in all; last leg 111 km, north (0°)" },
    { 1.0, 1.0, "222 km in all; last leg 0 km" },
  };
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  ShumateMap *map = show_map (fixture, source);
  LieuditMeasureLayer *layer = lieudit_measure_layer_new (shumate_map_get_viewport (map));
  g_autofree char *nothing = NULL;

  shumate_map_add_layer (map, SHUMATE_LAYER (layer));
  lieudit_measure_layer_set_active (layer, TRUE);
  nothing = lieudit_measure_layer_describe (layer);
  g_assert_true (g_str_has_prefix (nothing, "Click where to measure from"));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *said = NULL;

      lieudit_measure_layer_add_point (layer, steps[i].latitude, steps[i].longitude);
      said = lieudit_measure_layer_describe (layer);
      if (!g_str_has_prefix (said, steps[i].starts))
        g_error ("“%s” does not begin with “%s”", said, steps[i].starts);
    }
  for (guint i = G_N_ELEMENTS (steps) - 1; i > 0; i--)
    {
      g_autofree char *said = NULL;

      lieudit_measure_layer_remove_point (layer);
      said = lieudit_measure_layer_describe (layer);
      g_assert_true (g_str_has_prefix (said, steps[i - 1].starts));
    }
}

static void
test_measure_draws (ReadingFixture *fixture,
                    gconstpointer   user_data)
{
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  ShumateMap *map = show_map (fixture, source);
  LieuditMeasureLayer *layer = lieudit_measure_layer_new (shumate_map_get_viewport (map));

  shumate_map_add_layer (map, SHUMATE_LAYER (layer));
  await (gtk_widget_get_width (GTK_WIDGET (layer)) > 0);
  lieudit_measure_layer_set_active (layer, TRUE);
  /* Beside the middle of the map, which is marked for Enter. */
  g_assert_cmpuint (get_cover (GTK_WIDGET (layer), 35.0, 39.0), ==, 0);

  lieudit_measure_layer_add_point (layer, 36.0, 39.0);
  lieudit_measure_layer_add_point (layer, 34.0, 39.0);
  g_assert_cmpuint (get_cover (GTK_WIDGET (layer), 35.0, 39.0), >, 0);
  g_assert_cmpuint (get_cover (GTK_WIDGET (layer), 35.0, 37.0), ==, 0);

  lieudit_measure_layer_set_active (layer, FALSE);
  g_assert_cmpuint (get_cover (GTK_WIDGET (layer), 35.0, 39.0), ==, 0);
}

/* A reader who has turned animations off sees no map fly; for others it flies, and comes to the same place. */
static void
test_reduced_motion (ReadingFixture *fixture,
                     gconstpointer   user_data)
{
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  ShumateMap *map = show_map (fixture, source);
  ShumateLocation *location = SHUMATE_LOCATION (shumate_map_get_viewport (map));
  g_autoptr (LieuditMapCamera) camera = lieudit_map_camera_new (map);
  LieuditBounds paris = lieudit_bounds_around (48.85, 2.35, 1.0);

  await (gtk_widget_get_mapped (GTK_WIDGET (map)));
  lieudit_map_camera_set_size (camera, 600, 400);
  for (int animated = FALSE; animated <= TRUE; animated++)
    {
      g_object_set (gtk_widget_get_settings (GTK_WIDGET (map)), "gtk-enable-animations", animated, NULL);
      shumate_location_set_location (location, 35.0, 38.0);
      lieudit_map_camera_fit (camera, &paris, 10.0, TRUE);
      g_assert_cmpint (lieudit_map_camera_is_moving (camera), ==, animated);
      if (animated)
        g_assert_cmpfloat (shumate_location_get_longitude (location), >, 30.0);
      await (!lieudit_map_camera_is_moving (camera));
      g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (location), 2.35, 0.01);
      g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (location), 48.85, 0.01);
    }
}

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller; /* the widget keeps it */
    }
  g_assert_not_reached ();
}

/* A town: a marker that is where its place is. */
static LieuditFoundPlace *
find_town (LieuditSelection *selection)
{
  GListModel *places = lieudit_analysis_get_places (lieudit_selection_get_analysis (selection));

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) place = g_list_model_get_item (places, i);

      if (lieudit_place_get_feature_class (lieudit_found_place_get_place (place)) == LIEUDIT_FEATURE_TOWN)
        return place; /* the list keeps it */
    }
  g_assert_not_reached ();
}

/* The map brings a marker under a pointer that does not move, and takes it away again. */
static void
test_resting_pointer (ReadingFixture *fixture,
                      gconstpointer   user_data)
{
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  ShumateMap *map = show_map (fixture, source);
  ShumateViewport *viewport = shumate_map_get_viewport (map);
  GtkWidget *layer = GTK_WIDGET (lieudit_marker_layer_new (viewport));
  LieuditFoundPlace *town = find_town (fixture->selection);
  LieuditPlace *place = lieudit_found_place_get_place (town);
  double x = 0.0, y = 0.0;

  shumate_map_add_layer (map, SHUMATE_LAYER (layer));
  lieudit_marker_layer_set_selection (LIEUDIT_MARKER_LAYER (layer), fixture->selection);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 10.0, 10.0);
  await (gtk_widget_get_width (layer) > 0);
  shumate_viewport_location_to_widget_coords (viewport, layer, 10.0, 10.0, &x, &y);
  g_signal_emit_by_name (find_motion (layer), "enter", x, y);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (lieudit_selection_get_hovered_place (fixture->selection));
      shumate_location_set_location (SHUMATE_LOCATION (viewport), lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
      await (lieudit_selection_get_hovered_place (fixture->selection) == town);
      shumate_location_set_location (SHUMATE_LOCATION (viewport), 10.0, 10.0);
      await (lieudit_selection_get_hovered_place (fixture->selection) == NULL);
    }
}

/* A spot on the map, and whether its tile was drawn in the last frame. */
typedef struct {
  GtkWidget *layer;
  double latitude;
  double longitude;
  gboolean is_drawn;
} Spot;

static void
look_at_spot (Spot *spot)
{
  spot->is_drawn = get_cover (spot->layer, spot->latitude, spot->longitude) > 0;
}

static gboolean
go_on (GtkWidget     *widget,
       GdkFrameClock *clock,
       gpointer       user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Wherever the map jumps to, its tiles come, also while frames follow one another closely: the clock foretells the time of the next. */
static void
test_tiles_come (ReadingFixture *fixture,
                 gconstpointer   user_data)
{
  static const struct {
    double latitude;
    double longitude;
  } spots[] = {
    { 48.85, 2.35 },
    { 35.0, 38.0 },
    { 55.75, 37.62 },
    { 38.9, -77.0 },
  };
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  ShumateMap *map = show_map (fixture, source);
  ShumateViewport *viewport = shumate_map_get_viewport (map);
  GtkWidget *layer = GTK_WIDGET (lieudit_tile_layer_new (viewport, SHUMATE_MAP_SOURCE (source)));

  shumate_map_add_layer (map, SHUMATE_LAYER (layer));
  gtk_widget_add_tick_callback (GTK_WIDGET (map), go_on, NULL, NULL);
  await (gtk_widget_get_mapped (layer));

  for (guint i = 0; i < 4 * G_N_ELEMENTS (spots); i++)
    {
      Spot spot = { layer, spots[i % G_N_ELEMENTS (spots)].latitude, spots[i % G_N_ELEMENTS (spots)].longitude, FALSE };
      GdkFrameClock *clock = gtk_widget_get_frame_clock (layer);
      gulong looking = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (look_at_spot), &spot);

      shumate_location_set_location (SHUMATE_LOCATION (viewport), spot.latitude, spot.longitude);
      await (spot.is_drawn);
      g_signal_handler_disconnect (clock, looking);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (ReadingFixture *, gconstpointer);
  } tests[] = {
    { "/map-layers/areas", test_areas },
    { "/map-layers/measure-says", test_measure_says },
    { "/map-layers/measure-draws", test_measure_draws },
    { "/map-layers/reduced-motion", test_reduced_motion },
    { "/map-layers/resting-pointer", test_resting_pointer },
    { "/map-layers/tiles-come", test_tiles_come },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReadingFixture, text, reading_fixture_set_up, tests[i].test, reading_fixture_tear_down);

  return g_test_run ();
}
