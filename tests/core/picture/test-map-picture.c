/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer.h"
#include "lieudit-data-directory.h"
#include "picture/lieudit-picture-file.h"
#include "session/lieudit-drawing.h"

#include <string.h>

#define WIDTH 600
#define HEIGHT 400

static const char article_text[] = "Combats près d'Alep\n\nLes forces gouvernementales ont quitté Saraqeb, sur l'autoroute M5, au sud d'Alep.";

typedef struct {
  LieuditBaseMap *base_map;
  LieuditAnalysis *analysis;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *map_path = lieudit_build_data_path ("basemap/basemap.bin");
  g_autoptr (LieuditGazetteer) gazetteer = NULL;
  g_autoptr (LieuditArticle) article = lieudit_article_new (article_text, "Combats près d'Alep", NULL, "fr", NULL);
  g_autoptr (GError) error = NULL;

  fixture->base_map = lieudit_base_map_open (map_path, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_installed (&error);
  g_assert_no_error (error);
  fixture->analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_clear_object (&fixture->base_map);
  g_clear_object (&fixture->analysis);
}

static LieuditMapPicture *
create_picture (Fixture    *fixture,
                const char *palette)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditMapStyle) style = lieudit_map_style_open (palette, &error);
  LieuditMapPicture *picture;

  g_assert_no_error (error);
  picture = lieudit_map_picture_new (fixture->base_map, style);
  lieudit_map_picture_set_size (picture, WIDTH, HEIGHT);
  lieudit_map_picture_set_analysis (picture, fixture->analysis);
  lieudit_map_picture_set_title (picture, "Combats près d'Alep");

  return picture;
}

static cairo_surface_t *
draw (LieuditMapPicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  lieudit_map_picture_draw (picture, cr, 1.0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);

  return pixel & 0xffffff;
}

static guint
count_pixels_unlike (cairo_surface_t *surface,
                     cairo_surface_t *other)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        n += get_pixel (surface, x, y) != get_pixel (other, x, y);
    }

  return n;
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const struct {
    const char *path;
    const char *start;
  } cases[] = { { "map.png", "\x89PNG\r\n" }, { "Map.SVG", "<?xml" }, { "map.pdf", "%PDF-" } };
  g_autoptr (LieuditMapPicture) picture = create_picture (fixture, "light");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      LieuditPictureFormat format;

      g_assert_true (lieudit_picture_format_from_path (cases[i].path, &format));
      bytes = lieudit_map_picture_encode (picture, format, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (cases[i].start), cases[i].start, strlen (cases[i].start));
    }
}

static void
test_no_other_format (void)
{
  static const char *const paths[] = { "", "map", "png", "map.jpeg", "map.png.txt" };
  LieuditPictureFormat format;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_false (lieudit_picture_format_from_path (paths[i], &format));
}

/* The width of a PNG stands at its seventeenth byte, the height after it. */
static void
test_scale (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (LieuditMapPicture) picture = create_picture (fixture, "light");

  for (guint scale = 1; scale <= LIEUDIT_PICTURE_MAX_SCALE; scale++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = lieudit_map_picture_encode (picture, LIEUDIT_PICTURE_PNG, scale, &error);
      const guint8 *data = g_bytes_get_data (bytes, NULL);

      g_assert_no_error (error);
      g_assert_cmpuint (data[18] << 8 | data[19], ==, WIDTH * scale);
      g_assert_cmpuint (data[22] << 8 | data[23], ==, HEIGHT * scale);
    }
}

static void
test_too_many_pixels (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (LieuditMapPicture) picture = create_picture (fixture, "light");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  lieudit_map_picture_set_size (picture, LIEUDIT_MAP_PICTURE_LARGEST, LIEUDIT_MAP_PICTURE_LARGEST);
  bytes = lieudit_map_picture_encode (picture, LIEUDIT_PICTURE_PNG, LIEUDIT_PICTURE_MAX_SCALE, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_null (bytes);
}

/* Print-ready means that no pixel has a colour. */
static void
test_print_is_grey (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (LieuditMapPicture) picture = create_picture (fixture, "print");
  cairo_surface_t *surface = draw (picture);

  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        {
          guint32 pixel = get_pixel (surface, x, y);

          g_assert_cmphex (pixel >> 16, ==, pixel & 0xff);
          g_assert_cmphex (pixel >> 16, ==, pixel >> 8 & 0xff);
        }
    }
  cairo_surface_destroy (surface);
}

static void
test_shows_the_article (Fixture       *fixture,
                        gconstpointer  user_data)
{
  g_autoptr (LieuditMapPicture) picture = create_picture (fixture, "light");
  g_autoptr (LieuditMapPicture) same = create_picture (fixture, "light");
  g_autoptr (LieuditMapPicture) untitled = create_picture (fixture, "light");
  g_autoptr (LieuditMapPicture) other_names = create_picture (fixture, "light");
  g_autoptr (LieuditMapPicture) bare = create_picture (fixture, "light");
  g_autoptr (LieuditMapPicture) elsewhere = create_picture (fixture, "light");
  cairo_surface_t *surface = draw (picture);
  cairo_surface_t *others[5];

  lieudit_map_picture_set_title (untitled, NULL);
  lieudit_map_picture_set_language (other_names, "ar");
  lieudit_map_picture_set_bare (bare, TRUE);
  lieudit_map_picture_set_view (elsewhere, 48.85, 2.35, 9.0);

  others[0] = draw (same);
  others[1] = draw (untitled);
  others[2] = draw (other_names);
  others[3] = draw (bare);
  others[4] = draw (elsewhere);

  g_assert_cmpuint (count_pixels_unlike (surface, others[0]), ==, 0);
  for (guint i = 1; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpuint (count_pixels_unlike (surface, others[i]), >, 200);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    cairo_surface_destroy (others[i]);
  cairo_surface_destroy (surface);
}

static void
test_shows_drawings (Fixture       *fixture,
                     gconstpointer  user_data)
{
  static const char *const palettes[] = { "light", "print" };
  const LieuditSpot spots[] = { { 35.8, 36.8 }, { 36.1, 37.1 } };
  g_autoptr (GPtrArray) drawings = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (drawings, lieudit_drawing_new (LIEUDIT_DRAWING_ARROW, LIEUDIT_INK_BLUE, spots, 2, 0.0, NULL));
  g_ptr_array_add (drawings, lieudit_drawing_new (LIEUDIT_DRAWING_CIRCLE, LIEUDIT_INK_RED, spots, 1, 20.0, NULL));
  g_ptr_array_add (drawings, lieudit_drawing_new (LIEUDIT_DRAWING_TEXT, LIEUDIT_INK_GREEN, spots, 1, 0.0, "Ici"));
  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      g_autoptr (LieuditMapPicture) picture = create_picture (fixture, palettes[i]);
      cairo_surface_t *without = draw (picture), *with;

      lieudit_map_picture_set_drawings (picture, drawings);
      with = draw (picture);
      g_assert_cmpuint (count_pixels_unlike (with, without), >, 500);
      /* In black and white, what is drawn has no colour either. */
      for (int y = 0; i == 1 && y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          {
            guint32 pixel = get_pixel (with, x, y);

            g_assert_cmphex (pixel & 0xff, ==, (pixel >> 8) & 0xff);
            g_assert_cmphex (pixel & 0xff, ==, pixel >> 16);
          }
      cairo_surface_destroy (with);
      cairo_surface_destroy (without);
    }
}

/* The lowest row with a stretch of one dark colour where the bar of the scale begins. */
static int
find_scale_bar (cairo_surface_t *surface,
                int              left,
                int              right)
{
  for (int y = HEIGHT - 1; y > 0; y--)
    {
      guint32 first = get_pixel (surface, left, y);
      int x = left;

      while (x < right && get_pixel (surface, x, y) == first)
        x++;
      if (x == right && (first & 0xff) < 0x60)
        return y;
    }

  return -1;
}

/* In another language names look otherwise, and the scale does not: where both are alike there is no name. */
static void
test_names_keep_out_of_the_scale (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  enum { LEFT = 32, RIGHT = 60, ABOVE = 16, BELOW = 10 };
  guint n_unlike = 0;

  /* All around the Mediterranean, so that some name comes to lie where the scale is. */
  for (double longitude = 0.0; longitude < 60.0; longitude += 4.0)
    {
      g_autoptr (LieuditMapPicture) picture = create_picture (fixture, "light");
      cairo_surface_t *french, *arabic;
      int bar;

      lieudit_map_picture_set_analysis (picture, NULL);
      lieudit_map_picture_set_view (picture, 44.0, longitude, 4.0);
      lieudit_map_picture_set_language (picture, "fr");
      french = draw (picture);
      lieudit_map_picture_set_language (picture, "ar");
      arabic = draw (picture);
      n_unlike += count_pixels_unlike (french, arabic);

      bar = find_scale_bar (french, LEFT, RIGHT);
      g_assert_cmpint (bar, >, HEIGHT / 2);
      for (int y = bar - ABOVE; y < bar + BELOW; y++)
        for (int x = LEFT; x < RIGHT; x++)
          g_assert_cmphex (get_pixel (french, x, y), ==, get_pixel (arabic, x, y));
      cairo_surface_destroy (french);
      cairo_surface_destroy (arabic);
    }
  g_assert_cmpuint (n_unlike, >, 5000);
}

/* Across the antimeridian the world goes on: no strip may be left in the colour of the paper. */
static void
test_the_world_goes_on (Fixture       *fixture,
                        gconstpointer  user_data)
{
  g_autoptr (LieuditMapPicture) picture = create_picture (fixture, "print");
  cairo_surface_t *surface;

  lieudit_map_picture_set_bare (picture, TRUE);
  lieudit_map_picture_set_view (picture, 0.0, 179.5, 7.0);
  surface = draw (picture);
  for (int x = 0; x < WIDTH; x++)
    g_assert_cmphex (get_pixel (surface, x, HEIGHT / 2), !=, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_without_a_base_map (Fixture       *fixture,
                         gconstpointer  user_data)
{
  g_autoptr (LieuditMapPicture) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_clear_object (&fixture->base_map);
  picture = create_picture (fixture, "light");
  bytes = lieudit_map_picture_encode (picture, LIEUDIT_PICTURE_PNG, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/map-picture/formats", Fixture, NULL, set_up, test_formats, tear_down);
  g_test_add_func ("/map-picture/no-other-format", test_no_other_format);
  g_test_add ("/map-picture/scale", Fixture, NULL, set_up, test_scale, tear_down);
  g_test_add ("/map-picture/too-many-pixels", Fixture, NULL, set_up, test_too_many_pixels, tear_down);
  g_test_add ("/map-picture/print-is-grey", Fixture, NULL, set_up, test_print_is_grey, tear_down);
  g_test_add ("/map-picture/shows-the-article", Fixture, NULL, set_up, test_shows_the_article, tear_down);
  g_test_add ("/map-picture/shows-drawings", Fixture, NULL, set_up, test_shows_drawings, tear_down);
  g_test_add ("/map-picture/names-keep-out-of-the-scale", Fixture, NULL, set_up, test_names_keep_out_of_the_scale, tear_down);
  g_test_add ("/map-picture/the-world-goes-on", Fixture, NULL, set_up, test_the_world_goes_on, tear_down);
  g_test_add ("/map-picture/without-a-base-map", Fixture, NULL, set_up, test_without_a_base_map, tear_down);

  return g_test_run ();
}
