/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-labels.h"

#include <math.h>

typedef struct {
  LieuditBaseMap *small;
  LieuditBaseMap *whole;
  LieuditMapStyle *style;
  PangoContext *context;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *small_path = g_test_build_filename (G_TEST_BUILT, "core", "map", "small.bin", NULL);
  g_autofree char *whole_path = g_build_filename (g_getenv ("LIEUDIT_DATA_DIR"), "basemap", "basemap.bin", NULL);
  g_autofree char *style_path = g_test_build_filename (G_TEST_DIST, "..", "resources", "map", "base-map-style.json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");
  char *text;
  gsize length;

  fixture->small = lieudit_base_map_open (small_path, &error);
  g_assert_no_error (error);
  fixture->whole = lieudit_base_map_open (whole_path, &error);
  g_assert_no_error (error);
  g_file_get_contents (style_path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  fixture->style = lieudit_map_style_new_from_bytes (bytes, "light", &error);
  g_assert_no_error (error);
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (fixture->context, font);
  pango_font_description_free (font);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_clear_object (&fixture->small);
  g_clear_object (&fixture->whole);
  g_clear_object (&fixture->style);
  g_clear_object (&fixture->context);
}

static LieuditMapExtent
look_at (double latitude,
         double longitude,
         double zoom)
{
  return (LieuditMapExtent) {
    zoom,
    lieudit_mercator_longitude_to_x (longitude, zoom) - 400,
    lieudit_mercator_latitude_to_y (latitude, zoom) - 300,
    800,
    600,
  };
}

static const LieuditMapLabel *
find_label (const LieuditMapLabel *labels,
            guint                  n_labels,
            const char            *name)
{
  for (guint i = 0; i < n_labels; i++)
    {
      if (g_str_equal (pango_layout_get_text (labels[i].layout), name))
        return &labels[i];
    }

  return NULL;
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const struct {
    const char *language;
    const char *country;
    const char *capital; /* has an English name only */
  } cases[] = {
    { "en", "Island", "Only English" },
    { "fr", "Île", "Only English" },
    { "fr_FR.UTF-8", "Île", "Only English" },
    { "ar-SY", "جزيرة", "Only English" },
    { "tr", "Island", "Only English" },
    { "arc", "Island", "Only English" },
    { "", "Island", "Only English" },
  };
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);
  LieuditMapExtent extent = look_at (10, 20, 5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LieuditMapLabel *placed;
      guint n_placed;

      lieudit_map_labels_set_language (labels, cases[i].language);
      placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
      g_assert_nonnull (find_label (placed, n_placed, cases[i].country));
      g_assert_nonnull (find_label (placed, n_placed, cases[i].capital));
    }
}

static void
test_local_names (Fixture       *fixture,
                  gconstpointer  user_data)
{
  static const struct {
    const char *language;
    gboolean shows_local;
    const char *text;
  } cases[] = {
    { "fr", FALSE, "Bourg" },
    { "fr", TRUE, "Bourg\nبلدة" },
    { "ar", TRUE, "بلدة" },
    { "fr", TRUE, "Fleuve" }, /* has no local name */
  };
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);
  LieuditMapExtent extent = look_at (6, 22, 7);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LieuditMapLabel *placed;
      guint n_placed;

      lieudit_map_labels_set_language (labels, cases[i].language);
      lieudit_map_labels_set_shows_local (labels, cases[i].shows_local);
      placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
      g_assert_nonnull (find_label (placed, n_placed, cases[i].text));
    }
}

/* A river's name follows its course, and takes the room of its slanted rectangle; a road's number stands upright in a frame. */
static void
test_turned_and_framed (Fixture       *fixture,
                        gconstpointer  user_data)
{
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);
  LieuditMapExtent extent = look_at (5, 23, 7);
  const LieuditMapLabel *placed, *river, *road;
  guint n_placed;
  int width, height;

  placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);

  river = find_label (placed, n_placed, "River");
  g_assert_nonnull (river);
  g_assert_cmpfloat_with_epsilon (river->angle, G_PI / 4, 1e-6);
  pango_layout_get_pixel_size (river->layout, &width, &height);
  g_assert_cmpfloat_with_epsilon (river->box.width, (width + height) * sqrt (0.5), 0.01);
  g_assert_cmpfloat_with_epsilon (river->box.height, (width + height) * sqrt (0.5), 0.01);

  road = find_label (placed, n_placed, "M5");
  g_assert_nonnull (road);
  pango_layout_get_pixel_size (road->layout, &width, &height);
  g_assert_cmpfloat_with_epsilon (road->box.width, width + 2 * LIEUDIT_MAP_LABEL_FRAME, 0.01);
  g_assert_cmpfloat (road->angle, ==, 0.0);
}

/* On paper no name may be cut: whatever is placed lies within the extent. */
static void
test_keeps_inside (Fixture       *fixture,
                   gconstpointer  user_data)
{
  static const double zooms[] = { 3, 5.5, 7, 9, 11 };
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->whole, fixture->style);
  guint n_all = 0;

  lieudit_map_labels_set_keeps_inside (labels, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      LieuditMapExtent extent = look_at (35.8, 36.8, zooms[i]);
      guint n_placed;
      const LieuditMapLabel *placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);

      for (guint j = 0; j < n_placed; j++)
        {
          g_assert_cmpfloat (placed[j].box.x, >=, 0.0);
          g_assert_cmpfloat (placed[j].box.y, >=, 0.0);
          g_assert_cmpfloat (placed[j].box.x + placed[j].box.width, <=, extent.width);
          g_assert_cmpfloat (placed[j].box.y + placed[j].box.height, <=, extent.height);
        }
      n_all += n_placed;
    }
  g_assert_cmpuint (n_all, >, 40);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const struct {
    double zoom;
    gboolean has_country; /* named from 2 to 8 */
    gboolean has_town;    /* from 5 on */
  } cases[] = { { 1.9, FALSE, FALSE }, { 2, TRUE, FALSE }, { 4.9, TRUE, FALSE }, { 5, TRUE, TRUE }, { 8.9, TRUE, TRUE }, { 9, FALSE, TRUE } };
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditMapExtent at_country = look_at (10, 17, cases[i].zoom);
      LieuditMapExtent at_town = look_at (5, 22, cases[i].zoom);
      const LieuditMapLabel *placed;
      guint n_placed;

      placed = lieudit_map_labels_place (labels, fixture->context, &at_country, NULL, 0, &n_placed);
      g_assert_cmpint (find_label (placed, n_placed, "Island") != NULL, ==, cases[i].has_country);
      placed = lieudit_map_labels_place (labels, fixture->context, &at_town, NULL, 0, &n_placed);
      g_assert_cmpint (find_label (placed, n_placed, "Borough") != NULL, ==, cases[i].has_town);
    }
}

static void
test_the_larger_town_goes_first (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);
  LieuditMapExtent far = look_at (5, 22, 6);
  LieuditMapExtent near = look_at (5, 22, 14);
  const LieuditMapLabel *placed;
  guint n_placed;

  placed = lieudit_map_labels_place (labels, fixture->context, &far, NULL, 0, &n_placed);
  g_assert_nonnull (find_label (placed, n_placed, "Borough"));
  g_assert_null (find_label (placed, n_placed, "Little Borough"));

  placed = lieudit_map_labels_place (labels, fixture->context, &near, NULL, 0, &n_placed);
  g_assert_nonnull (find_label (placed, n_placed, "Borough"));
  g_assert_nonnull (find_label (placed, n_placed, "Little Borough"));
}

static gboolean
overlaps (const LieuditPixelBox *a,
          const LieuditPixelBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
test_nothing_overlaps (Fixture       *fixture,
                       gconstpointer  user_data)
{
  static const char *const languages[] = { "en", "fr", "ar" };
  static const double scales[] = { 1.0, 2.2, 1.5 };
  const LieuditPixelBox obstacles[] = { { 300, 200, 120, 60 }, { 500, 300, 40, 40 } };
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->whole, fixture->style);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      lieudit_map_labels_set_language (labels, languages[i]);
      lieudit_map_labels_set_scale (labels, scales[i]);

      for (double zoom = 2; zoom <= 14; zoom += 0.75)
        {
          LieuditMapExtent extent = look_at (35.8, 36.8, zoom);
          guint n_placed;
          const LieuditMapLabel *placed = lieudit_map_labels_place (labels, fixture->context, &extent, obstacles, G_N_ELEMENTS (obstacles), &n_placed);

          for (guint j = 0; j < n_placed; j++)
            {
              for (guint k = 0; k < j; k++)
                g_assert_false (overlaps (&placed[j].box, &placed[k].box));
              for (guint k = 0; k < G_N_ELEMENTS (obstacles); k++)
                g_assert_false (overlaps (&placed[j].box, &obstacles[k]));
            }
        }
    }
}

/* While the map moves by whole pixels, a name that stays away from the edges moves with it and does not change sides. */
static void
test_stable_while_moving (Fixture       *fixture,
                          gconstpointer  user_data)
{
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->whole, fixture->style);
  LieuditMapExtent extent = look_at (35.8, 36.8, 8);
  const LieuditMapLabel *placed, *found;
  double x, y;
  guint n_placed;

  placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
  found = find_label (placed, n_placed, "Aleppo");
  g_assert_nonnull (found);
  x = found->box.x;
  y = found->box.y;

  for (int i = 1; i <= 60; i++)
    {
      extent.left += 3;
      extent.top -= 2;
      placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
      found = find_label (placed, n_placed, "Aleppo");
      g_assert_nonnull (found);
      g_assert_cmpfloat_with_epsilon (found->box.x, x - 3 * i, 0.01);
      g_assert_cmpfloat_with_epsilon (found->box.y, y + 2 * i, 0.01);
    }
}

static void
test_world_repeats (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);
  LieuditMapExtent extent = { 2, -512, 0, 2560, 1024 };
  const LieuditMapLabel *placed;
  guint n_placed, n_islands = 0;

  placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
  for (guint i = 0; i < n_placed; i++)
    n_islands += g_str_equal (pango_layout_get_text (placed[i].layout), "Island");

  /* At 17° E the island is at 560 of 1,024 pixels: seen at 48, 1,072 and 2,096 of a view that begins half a world west. */
  g_assert_cmpuint (n_islands, ==, 3);
}

static void
test_marked_places_are_not_named_twice (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  static const struct {
    const char *name;
    double latitude, longitude;
    const char *label;
    gboolean is_named;
  } cases[] = {
    { "Borough", 5, 22, "Borough", FALSE },
    { "BOURG", 5.1, 22.1, "Borough", FALSE }, /* in another language and case, 16 km away */
    { "Borough", 5.5, 22, "Borough", TRUE },  /* a town 55 km away is another one */
    { "Elsewhere", 5, 22, "Borough", TRUE },
    { "Île", 14, 20, "Island", FALSE },       /* countries are wide */
    { "Île", 40, 60, "Island", TRUE },
    { "Borough", 5, 22, "Island", TRUE },
  };
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);
  LieuditMapExtent extent = look_at (8, 20, 6);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditMapMarks *marks = lieudit_map_marks_new ();
      const LieuditMapLabel *placed;
      guint n_placed;

      lieudit_map_marks_add (marks, cases[i].name, cases[i].latitude, cases[i].longitude);
      lieudit_map_labels_take_marks (labels, marks);
      placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
      g_assert_cmpint (find_label (placed, n_placed, cases[i].label) != NULL, ==, cases[i].is_named);
    }
}

static void
test_generation (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);
  LieuditMapExtent extent = look_at (10, 20, 5.2);
  guint n_placed, generation;

  lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
  generation = lieudit_map_labels_get_generation (labels);

  extent = look_at (10, 21, 5.7);
  lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
  g_assert_cmpuint (lieudit_map_labels_get_generation (labels), ==, generation);

  lieudit_map_labels_set_language (labels, "fr");
  g_assert_cmpuint (lieudit_map_labels_get_generation (labels), !=, generation);
}

/* A name that is set at one zoom level is drawn larger at the next, and takes more room there. */
static void
test_names_grow (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->whole, fixture->style);
  double height = 0.0;

  for (double zoom = 4.0; zoom <= 7.0; zoom++)
    {
      LieuditMapExtent extent = look_at (35, 38.5, zoom);
      const LieuditMapLabel *placed, *syria;
      guint n_placed;

      placed = lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed);
      syria = find_label (placed, n_placed, "Syria");
      g_assert_nonnull (syria);
      g_assert_cmpfloat (syria->box.height, >, height);
      height = syria->box.height;
    }
}

/* With little time, the most important names come first, the others after them, and in the end it is the same map. */
static void
test_little_time (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (LieuditMapLabels) hurried = lieudit_map_labels_new (fixture->whole, fixture->style);
  g_autoptr (LieuditMapLabels) patient = lieudit_map_labels_new (fixture->whole, fixture->style);
  LieuditMapExtent extent = look_at (35, 38.5, 6);
  const LieuditMapLabel *placed, *expected;
  guint n_placed = 0, n_expected, n_before, n_rounds = 0;

  expected = lieudit_map_labels_place (patient, fixture->context, &extent, NULL, 0, &n_expected);
  g_assert_true (lieudit_map_labels_is_complete (patient));

  lieudit_map_labels_set_most_time (hurried, 1);
  do
    {
      n_before = n_placed;
      placed = lieudit_map_labels_place (hurried, fixture->context, &extent, NULL, 0, &n_placed);
      g_assert_cmpuint (n_placed, <=, n_before + 1);
      n_rounds++;
    }
  while (!lieudit_map_labels_is_complete (hurried));

  g_assert_cmpuint (n_rounds, >, 10);
  g_assert_cmpuint (n_placed, ==, n_expected);
  for (guint i = 0; i < n_placed; i++)
    g_assert_cmpuint (placed[i].index, ==, expected[i].index);
}

/* Before a class, names and dots are larger, whatever was set before. */
static void
test_scale (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (LieuditMapLabels) labels = lieudit_map_labels_new (fixture->small, fixture->style);
  LieuditMapExtent extent = look_at (5, 22, 14);
  guint n_placed;
  LieuditMapLabel usual = *find_label (lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed), n_placed, "Borough");
  guint generation = lieudit_map_labels_get_generation (labels);
  const LieuditMapLabel *large;

  lieudit_map_labels_set_scale (labels, 2.0);
  g_assert_cmpuint (lieudit_map_labels_get_generation (labels), !=, generation);
  large = find_label (lieudit_map_labels_place (labels, fixture->context, &extent, NULL, 0, &n_placed), n_placed, "Borough");
  g_assert_nonnull (large);
  g_assert_cmpfloat_with_epsilon (large->box.width, 2.0 * usual.box.width, 0.01);
  g_assert_cmpfloat_with_epsilon (large->box.height, 2.0 * usual.box.height, 0.01);
  g_assert_cmpfloat_with_epsilon (large->dot_radius, 2.0 * usual.dot_radius, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/map-labels/local-names", test_local_names },
    { "/map-labels/turned-and-framed", test_turned_and_framed },
    { "/map-labels/keeps-inside", test_keeps_inside },
    { "/map-labels/languages", test_languages },
    { "/map-labels/zoom", test_zoom },
    { "/map-labels/the-larger-town-goes-first", test_the_larger_town_goes_first },
    { "/map-labels/nothing-overlaps", test_nothing_overlaps },
    { "/map-labels/stable-while-moving", test_stable_while_moving },
    { "/map-labels/world-repeats", test_world_repeats },
    { "/map-labels/marked-places-are-not-named-twice", test_marked_places_are_not_named_twice },
    { "/map-labels/generation", test_generation },
    { "/map-labels/names-grow", test_names_grow },
    { "/map-labels/little-time", test_little_time },
    { "/map-labels/scale", test_scale },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
