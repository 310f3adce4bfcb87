/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <libglib-testing/signal-logger.h>
#include <shumate/shumate.h>

#include "map/lieudit-cluster-marker.h"
#include "map/lieudit-map-view.h"
#include "map/lieudit-marker.h"
#include "map/lieudit-marker-layer.h"
#include "map/lieudit-tile-layer.h"
#include "../reading-fixture.h"

/* Four towns of one region, and one place two thousand kilometres away that is only named for its government. */
static const char text[] = "Combats à Alep, à Saraqeb et à Lattaquié. Alep et Hama restent calmes. L'accord a été annoncé par Moscou.";
static const char crowded_text[] = "Les rebelles tiennent Alep. La citadelle d'Alep est tombée. Alep est calme.";
static const char long_text[] = "Alep, Idleb, Saraqeb, Lattaquié, Hama, Homs, Damas, Deraa, Tartous, Raqqa, Palmyre, Deir ez-Zor, Hassaké, "
                                "Manbij et Kamechliyé sont des villes de Syrie.";
static const char placeless_text[] = "Rien de nouveau sous le soleil.";

/* How many markers may come in one frame. */
#define MOST_A_FRAME 6

/* Waits for what only the next frames bring. */
#define await(condition)                                               \
  G_STMT_START                                                         \
  {                                                                    \
    gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;   \
    while (!(condition) && g_get_monotonic_time () < deadline)         \
      if (!g_main_context_iteration (NULL, FALSE))                     \
        g_usleep (1000);                                               \
    g_assert_true (condition);                                         \
  }                                                                    \
  G_STMT_END

static GtkWidget *
find_marker_in (GtkWidget  *root,
                const char *name)
{
  if (LIEUDIT_IS_MARKER (root) &&
      g_ascii_strcasecmp (lieudit_found_place_get_name (lieudit_marker_get_place (LIEUDIT_MARKER (root))), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_marker_in (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_marker (GtkWidget  *map,
             const char *name)
{
  GtkWidget *marker = find_marker_in (map, name);

  return marker != NULL && gtk_widget_get_mapped (marker) ? marker : NULL;
}

static ShumateViewport *
get_viewport (GtkWidget *map)
{
  return shumate_map_get_viewport (SHUMATE_MAP (find_widget (map, SHUMATE_TYPE_MAP)));
}

static double
get_zoom (GtkWidget *map)
{
  return shumate_viewport_get_zoom_level (get_viewport (map));
}

static gboolean
shows (GtkWidget         *map,
       LieuditFoundPlace *found_place)
{
  LieuditPlace *place = lieudit_found_place_get_place (found_place);
  double x, y;

  shumate_viewport_location_to_widget_coords (get_viewport (map), map, lieudit_place_get_latitude (place),
                                              lieudit_place_get_longitude (place), &x, &y);
  return x >= 0.0 && x <= gtk_widget_get_width (map) && y >= 0.0 && y <= gtk_widget_get_height (map);
}

static GtkWidget *
show_map (ReadingFixture *fixture)
{
  GtkWidget *map = lieudit_map_view_new ();

  g_object_set (gtk_widget_get_settings (map), "gtk-enable-animations", FALSE, NULL);
  lieudit_map_view_set_selection (LIEUDIT_MAP_VIEW (map), fixture->selection);
  reading_fixture_show (fixture, map);
  if (g_list_model_get_n_items (lieudit_analysis_get_places (fixture->analysis)) > 0)
    await (find_marker (map, "Alep") != NULL);
  return map;
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
press (GtkWidget *map,
       guint      keyval)
{
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (find_controller (map, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0, 0, &is_handled);
  return is_handled;
}

static void
test_marks_every_place_in_view (ReadingFixture *fixture,
                                gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  static const char *names[] = { "Alep", "Saraqeb", "Lattaquié", "Hama" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      LieuditFoundPlace *place = reading_fixture_get_place (fixture, names[i]);
      const char *code = lieudit_place_get_feature_code (lieudit_found_place_get_place (place));
      g_autofree char *expected = g_strdup_printf ("%s, %s, %s", names[i], lieudit_feature_describe (code),
                                                   i == 0 ? "named 2 times" : "named once");
      GtkWidget *marker = find_marker (map, names[i]);

      g_assert_nonnull (marker);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (marker), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
      g_assert_true (gtk_widget_get_focusable (marker));
    }
}

static void
test_frames_the_region_before_the_world (ReadingFixture *fixture,
                                         gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  static const char *names[] = { "Alep", "Saraqeb", "Lattaquié", "Hama" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (shows (map, reading_fixture_get_place (fixture, names[i])));
  g_assert_false (shows (map, reading_fixture_get_place (fixture, "Moscou")));

  g_assert_true (press (map, GDK_KEY_Home));
  g_assert_true (shows (map, reading_fixture_get_place (fixture, "Moscou")));
  g_assert_true (shows (map, reading_fixture_get_place (fixture, "Lattaquié")));

  g_assert_true (press (map, GDK_KEY_Home));
  g_assert_false (shows (map, reading_fixture_get_place (fixture, "Moscou")));
}

static void
test_a_pressed_marker_selects_its_place (ReadingFixture *fixture,
                                         gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  LieuditFoundPlace *place = reading_fixture_get_place (fixture, "Saraqeb");
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (LieuditFoundPlace) activated = NULL;
  g_autofree GdkRectangle *area = NULL;

  gt_signal_logger_connect (logger, map, "place-activated");
  g_signal_emit_by_name (find_marker (map, "Saraqeb"), "clicked");

  g_assert_true (lieudit_selection_get_place (fixture->selection) == place);
  gt_signal_logger_assert_emission_pop (logger, map, "place-activated", &activated, &area);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_true (activated == place);
  g_assert_cmpint (area->width, >, 0);
  await (gtk_widget_has_css_class (find_marker (map, "Saraqeb"), "selected"));
  g_assert_false (gtk_widget_has_css_class (find_marker (map, "Alep"), "selected"));
}

static void
test_a_place_selected_elsewhere_is_shown (ReadingFixture *fixture,
                                          gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  LieuditFoundPlace *near = reading_fixture_get_place (fixture, "Hama");
  LieuditFoundPlace *far = reading_fixture_get_place (fixture, "Moscou");
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (get_viewport (map)));
  double zoom = get_zoom (map);

  lieudit_selection_select_place (fixture->selection, near);
  await (gtk_widget_has_css_class (find_marker (map, "Hama"), "selected"));
  g_assert_cmpfloat (shumate_location_get_latitude (SHUMATE_LOCATION (get_viewport (map))), ==, latitude);

  lieudit_selection_select_place (fixture->selection, far);
  g_assert_true (shows (map, far));
  g_assert_cmpfloat_with_epsilon (get_zoom (map), zoom, 0.001);
  await (find_marker (map, "Moscou") != NULL);
  g_assert_true (gtk_widget_has_css_class (find_marker (map, "Moscou"), "selected"));
}

static void
test_tells_where_the_selected_place_went (ReadingFixture *fixture,
                                          gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  LieuditFoundPlace *place = reading_fixture_get_place (fixture, "Alep");
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (LieuditFoundPlace) moved = NULL;
  g_autofree GdkRectangle *area = NULL;

  lieudit_selection_select_place (fixture->selection, place);
  await (gtk_widget_has_css_class (find_marker (map, "Alep"), "selected"));
  gt_signal_logger_connect (logger, map, "place-moved");

  shumate_location_set_location (SHUMATE_LOCATION (get_viewport (map)), -30.0, -60.0);
  await (gt_signal_logger_get_n_emissions (logger) > 0);
  gt_signal_logger_assert_emission_pop (logger, map, "place-moved", &moved, &area);
  g_assert_true (moved == place);
  g_assert_cmpint (area->width, ==, 0);
}

static void
test_hovering_lights_both_sides (ReadingFixture *fixture,
                                 gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  LieuditFoundPlace *place = reading_fixture_get_place (fixture, "Hama");
  GtkEventController *motion = find_controller (find_marker (map, "Alep"), GTK_TYPE_EVENT_CONTROLLER_MOTION);

  lieudit_selection_set_hovered_place (fixture->selection, place);
  await (gtk_widget_has_css_class (find_marker (map, "Hama"), "hovered"));
  lieudit_selection_set_hovered_place (fixture->selection, NULL);
  await (!gtk_widget_has_css_class (find_marker (map, "Hama"), "hovered"));

  g_signal_emit_by_name (motion, "enter", 1.0, 1.0);
  g_assert_true (lieudit_selection_get_hovered_place (fixture->selection) == reading_fixture_get_place (fixture, "Alep"));
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (lieudit_selection_get_hovered_place (fixture->selection));
}

static void
test_keys_move_the_map (ReadingFixture *fixture,
                        gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  ShumateLocation *location = SHUMATE_LOCATION (get_viewport (map));
  double latitude = shumate_location_get_latitude (location);
  double longitude = shumate_location_get_longitude (location);
  double zoom = get_zoom (map);

  g_assert_true (press (map, GDK_KEY_Right));
  g_assert_cmpfloat (shumate_location_get_longitude (location), >, longitude);
  g_assert_true (press (map, GDK_KEY_Left));
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (location), longitude, 0.001);
  g_assert_true (press (map, GDK_KEY_Up));
  g_assert_cmpfloat (shumate_location_get_latitude (location), >, latitude);
  g_assert_true (press (map, GDK_KEY_Down));
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (location), latitude, 0.001);
  g_assert_true (press (map, GDK_KEY_plus));
  g_assert_cmpfloat (get_zoom (map), >, zoom);
  g_assert_true (press (map, GDK_KEY_minus));
  g_assert_cmpfloat_with_epsilon (get_zoom (map), zoom, 0.001);
  g_assert_false (press (map, GDK_KEY_x));
}

static void
test_escape_clears_the_selection_once (ReadingFixture *fixture,
                                       gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);

  lieudit_selection_select_place (fixture->selection, reading_fixture_get_place (fixture, "Alep"));
  g_assert_true (press (map, GDK_KEY_Escape));
  g_assert_null (lieudit_selection_get_place (fixture->selection));
  g_assert_false (press (map, GDK_KEY_Escape));
}

static void
test_tab_follows_the_text (ReadingFixture *fixture,
                           gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  static const char *names[] = { "Alep", "Saraqeb", "Lattaquié", "Hama" };

  gtk_widget_grab_focus (map);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_marker (map, names[i]));
    }
  for (int i = G_N_ELEMENTS (names) - 2; i >= 0; i--)
    {
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_marker (map, names[i]));
    }
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == map);
}

static void
test_a_cluster_opens (ReadingFixture *fixture,
                      gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  ShumateViewport *viewport = get_viewport (map);
  GtkWidget *cluster;
  double zoom;

  shumate_viewport_set_zoom_level (viewport, 7.0);
  await ((cluster = find_widget (map, LIEUDIT_TYPE_CLUSTER_MARKER)) != NULL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cluster)))), ==, "+1");
  g_assert_null (find_marker (map, "Citadelle d'Alep"));
  zoom = get_zoom (map);

  g_signal_emit_by_name (cluster, "clicked");
  g_assert_cmpfloat (get_zoom (map), >, zoom);
  await (find_marker (map, "Citadelle d'Alep") != NULL);
  g_assert_nonnull (find_marker (map, "Alep"));
  g_assert_false (gtk_widget_get_visible (find_widget (map, LIEUDIT_TYPE_CLUSTER_MARKER)));
}

static void
test_a_covered_place_comes_out_when_selected (ReadingFixture *fixture,
                                              gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  GListModel *places = lieudit_analysis_get_places (fixture->analysis);

  shumate_viewport_set_zoom_level (get_viewport (map), 7.0);
  await (find_widget (map, LIEUDIT_TYPE_CLUSTER_MARKER) != NULL);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) place = g_list_model_get_item (places, i);

      lieudit_selection_select_place (fixture->selection, place);
      await (find_marker (map, lieudit_found_place_get_name (place)) != NULL);
    }
}

static guint
count_markers (GtkWidget *root)
{
  guint n = LIEUDIT_IS_MARKER (root) && gtk_widget_get_mapped (root) && lieudit_marker_get_side (LIEUDIT_MARKER (root)) != LIEUDIT_LABEL_SIDE_NONE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_markers (child);
  return n;
}

/* All at once they would hold up a frame of a map that flies. */
static void
test_few_markers_come_in_a_frame (ReadingFixture *fixture,
                                  gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  ShumateViewport *viewport = get_viewport (map);
  double zoom = get_zoom (map);
  guint n_all, n, most = 0;

  await (count_markers (map) >= 12);
  n_all = count_markers (map);
  shumate_viewport_set_zoom_level (viewport, zoom - 4.0);
  await (count_markers (map) < n_all / 2);

  n = count_markers (map);
  shumate_viewport_set_zoom_level (viewport, zoom);
  for (gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; n < n_all && g_get_monotonic_time () < end;)
    {
      guint before = n;

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      n = count_markers (map);
      most = MAX (most, n > before ? n - before : 0);
    }
  g_assert_cmpuint (n, ==, n_all);
  g_assert_cmpuint (most, <=, MOST_A_FRAME);
}

static void
test_an_article_without_places_shows_the_world (ReadingFixture *fixture,
                                                gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);

  g_assert_true (press (map, GDK_KEY_Home));
  g_assert_null (find_widget (map, LIEUDIT_TYPE_MARKER));
}

static void
test_markers_do_without_a_base_map (ReadingFixture *fixture,
                                    gconstpointer   data)
{
  g_autofree char *data_dir = g_strdup (g_getenv ("LIEUDIT_DATA_DIR"));
  GtkWidget *map;

  g_setenv ("LIEUDIT_DATA_DIR", "/nonexistent", TRUE);
  map = show_map (fixture);
  g_setenv ("LIEUDIT_DATA_DIR", data_dir, TRUE);
  g_assert_nonnull (find_marker (map, "Hama"));
}

/* Squares of the map this wide, in pixels, are light or dark on the whole, however bright a road through them may be. */
#define SQUARE 64

/* How many squares of the map are light, how many dark, and how many have no tile yet. */
static void
count_squares (GtkWidget *map,
               guint     *n_light,
               guint     *n_dark,
               guint     *n_blank)
{
  GtkWidget *tiles = find_widget (map, LIEUDIT_TYPE_TILE_LAYER);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (tiles);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  int width = gtk_widget_get_width (tiles);
  int height = gtk_widget_get_height (tiles);

  *n_light = *n_dark = *n_blank = 0;
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (map)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  pixels = g_new (guint32, (gsize) width * (gsize) height);
  gdk_texture_download (texture, (guchar *) pixels, 4 * (gsize) width);

  for (int top = 0; top + SQUARE <= height; top += SQUARE)
    for (int left = 0; left + SQUARE <= width; left += SQUARE)
      {
        guint64 green = 0;
        gboolean is_blank = FALSE;

        for (int y = top; y < top + SQUARE; y++)
          for (int x = left; x < left + SQUARE; x++)
            {
              green += (pixels[y * width + x] >> 8) & 0xff;
              is_blank |= pixels[y * width + x] >> 24 == 0;
            }
        if (is_blank)
          (*n_blank)++;
        else if (green > 128 * SQUARE * SQUARE)
          (*n_light)++;
        else
          (*n_dark)++;
      }
}

static gboolean
is_all (GtkWidget *map,
        gboolean   dark)
{
  guint n_light, n_dark, n_blank;

  count_squares (map, &n_light, &n_dark, &n_blank);
  return n_blank == 0 && (dark ? n_dark > 0 && n_light == 0 : n_light > 0 && n_dark == 0);
}

static void
test_no_tile_keeps_the_other_palette (ReadingFixture *fixture,
                                      gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (map));

  await (is_all (map, FALSE));
  /* Tiles are asked for in one palette and drawn when the other one is wanted already. */
  g_assert_true (press (map, GDK_KEY_plus));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  await (is_all (map, TRUE));
  g_assert_true (press (map, GDK_KEY_minus));
  await (is_all (map, TRUE));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  await (is_all (map, FALSE));
}

/* A picture shows the same places as the map, in the window's view or in a frame of its own. */
static void
test_makes_pictures (ReadingFixture *fixture,
                     gconstpointer   data)
{
  GtkWidget *map = show_map (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditMapPicture) view = lieudit_map_view_create_picture (LIEUDIT_MAP_VIEW (map), TRUE, "light", &error);
  g_autoptr (LieuditMapPicture) article = lieudit_map_view_create_picture (LIEUDIT_MAP_VIEW (map), FALSE, "print", &error);
  g_autoptr (LieuditMapPicture) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (lieudit_map_picture_get_width (view), ==, gtk_widget_get_width (map));
  g_assert_cmpuint (lieudit_map_picture_get_height (view), ==, gtk_widget_get_height (map));
  g_assert_cmpuint (lieudit_map_picture_get_width (article), ==, 1200);

  none = lieudit_map_view_create_picture (LIEUDIT_MAP_VIEW (map), TRUE, "sepia", &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

/* The map's names follow the article unless the person has chosen otherwise. */
static void
test_names_languages (ReadingFixture *fixture,
                      gconstpointer   data)
{
  static const struct {
    const char *choice;
    const char *language;
  } cases[] = { { "article", "fr" }, { "ar", "ar" }, { "tr", "tr" }, { "interface", "C.UTF-8" }, { "article", "fr" } };
  GtkWidget *map = show_map (fixture);

  g_assert_cmpstr (lieudit_map_view_get_names_language (LIEUDIT_MAP_VIEW (map)), ==, "fr");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      lieudit_map_view_set_names_language (LIEUDIT_MAP_VIEW (map), cases[i].choice);
      g_assert_cmpstr (lieudit_map_view_get_names_language (LIEUDIT_MAP_VIEW (map)), ==, cases[i].language);
    }
}

#define add_test(path, article, function)                                                                             \
  g_test_add (path, ReadingFixture, article, reading_fixture_set_up, function, reading_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/map-view/marks-places", text, test_marks_every_place_in_view);
  add_test ("/map-view/frames", text, test_frames_the_region_before_the_world);
  add_test ("/map-view/pressed-marker", text, test_a_pressed_marker_selects_its_place);
  add_test ("/map-view/selected-elsewhere", text, test_a_place_selected_elsewhere_is_shown);
  add_test ("/map-view/place-moved", text, test_tells_where_the_selected_place_went);
  add_test ("/map-view/hovering", text, test_hovering_lights_both_sides);
  add_test ("/map-view/keys", text, test_keys_move_the_map);
  add_test ("/map-view/escape", text, test_escape_clears_the_selection_once);
  add_test ("/map-view/tab", text, test_tab_follows_the_text);
  add_test ("/map-view/cluster", crowded_text, test_a_cluster_opens);
  add_test ("/map-view/covered", crowded_text, test_a_covered_place_comes_out_when_selected);
  add_test ("/map-view/turns", long_text, test_few_markers_come_in_a_frame);
  add_test ("/map-view/no-places", placeless_text, test_an_article_without_places_shows_the_world);
  add_test ("/map-view/palettes", text, test_no_tile_keeps_the_other_palette);
  add_test ("/map-view/pictures", text, test_makes_pictures);
  add_test ("/map-view/names-languages", text, test_names_languages);
  add_test ("/map-view/no-base-map", text, test_markers_do_without_a_base_map);
  return g_test_run ();
}
