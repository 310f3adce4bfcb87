/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-base-map-source.h"
#include "map/lieudit-tile-image.h"
#include "map/lieudit-tile-paintable.h"

typedef struct {
  guint n_left;
  guint n_done;
  guint n_cancelled;
} Filling;

static void
on_filled (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Filling *filling = user_data;
  g_autoptr (GError) error = NULL;

  if (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &error))
    {
      filling->n_done++;
    }
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      filling->n_cancelled++;
    }

  filling->n_left--;
}

static void
fill (LieuditBaseMapSource *source,
      ShumateTile          *tile,
      GCancellable         *cancellable,
      Filling              *filling)
{
  filling->n_left++;
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, cancellable, on_filled, filling);
}

static void
wait_for (Filling *filling)
{
  while (filling->n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Draws a tile at its own size, its corner at @left, @top. */
static void
draw_tile (cairo_t     *cr,
           ShumateTile *tile,
           double       left,
           double       top)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  gdk_paintable_snapshot (shumate_tile_get_paintable (tile), snapshot, 256, 256);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
}

static guint32
read_pixel (cairo_surface_t *surface,
            int              x,
            int              y)
{
  cairo_surface_flush (surface);
  return *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x);
}

static guint32
get_pixel (ShumateTile *tile,
           int          x,
           int          y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 256, 256);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  draw_tile (cr, tile, 0, 0);
  pixel = read_pixel (surface, x, y);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return pixel;
}

static void
test_fills (void)
{
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  g_autoptr (ShumateTile) tile = shumate_tile_new_full (154, 100, 256, 8);
  Filling filling = { 0 };

  g_assert_null (lieudit_base_map_source_get_error (source));
  g_assert_nonnull (g_strstr_len (lieudit_base_map_source_get_attribution (source), -1, "Natural Earth"));
  g_assert_cmpstr (shumate_map_source_get_license (SHUMATE_MAP_SOURCE (source)), ==, lieudit_base_map_source_get_attribution (source));

  fill (source, tile, NULL, &filling);
  wait_for (&filling);

  g_assert_cmpuint (filling.n_done, ==, 1);
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (shumate_tile_get_paintable (tile)), ==, 256);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (shumate_tile_get_paintable (tile)), ==, 256);
}

static void
test_every_tile_ends_done (void)
{
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func (g_object_unref);
  Filling filling = { 0 };

  for (guint i = 0; i < 64; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      ShumateTile *tile = shumate_tile_new_full (600 + i % 8, 396 + i / 8, 256, 10);

      g_ptr_array_add (tiles, tile);
      fill (source, tile, cancellable, &filling);
      if (i % 2 == 0)
        g_cancellable_cancel (cancellable);
    }

  wait_for (&filling);
  g_assert_cmpuint (filling.n_done, ==, 32);
  g_assert_cmpuint (filling.n_cancelled, ==, 32);
  for (guint i = 0; i < tiles->len; i++)
    g_assert_cmpint (shumate_tile_get_state (tiles->pdata[i]), ==, SHUMATE_STATE_DONE);
}

/* Tiles that were asked for before the window turned dark keep their palette, tiles asked for afterwards have the other. */
static void
test_dark (void)
{
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  g_autoptr (ShumateTile) light = shumate_tile_new_full (154, 100, 256, 8);
  g_autoptr (ShumateTile) late_light = shumate_tile_new_full (154, 100, 256, 8);
  g_autoptr (ShumateTile) dark = shumate_tile_new_full (154, 100, 256, 8);
  g_autofree char *light_id = g_strdup (shumate_map_source_get_id (SHUMATE_MAP_SOURCE (source)));
  Filling filling = { 0 };

  fill (source, light, NULL, &filling);
  wait_for (&filling);
  fill (source, late_light, NULL, &filling);
  lieudit_base_map_source_set_dark (source, TRUE);
  fill (source, dark, NULL, &filling);
  wait_for (&filling);

  g_assert_cmphex (get_pixel (late_light, 20, 20), ==, get_pixel (light, 20, 20));
  g_assert_cmphex (get_pixel (dark, 20, 20), !=, get_pixel (light, 20, 20));
  g_assert_cmpstr (shumate_map_source_get_id (SHUMATE_MAP_SOURCE (source)), !=, light_id);
}

/* Each of the four looks has its own colours and, as libshumate keeps tiles by it, its own id. */
static void
test_high_contrast (void)
{
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  g_autoptr (GHashTable) looks = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (ShumateTile) tile = shumate_tile_new_full (154, 100, 256, 8);
      Filling filling = { 0 };

      lieudit_base_map_source_set_dark (source, i % 2 == 1);
      lieudit_base_map_source_set_high_contrast (source, i >= 2);
      fill (source, tile, NULL, &filling);
      wait_for (&filling);
      g_hash_table_add (looks, GUINT_TO_POINTER (get_pixel (tile, 20, 20)));
      g_hash_table_add (ids, g_strdup (shumate_map_source_get_id (SHUMATE_MAP_SOURCE (source))));
    }

  g_assert_cmpuint (g_hash_table_size (looks), ==, 4);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 4);
}

/* Between two zoom levels the edges of tiles fall between pixels; what is behind the map may not shine through there. */
static void
test_no_seams (void)
{
  g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (NULL);
  g_autoptr (ShumateTile) left = shumate_tile_new_full (150, 102, 256, 8);
  g_autoptr (ShumateTile) right = shumate_tile_new_full (151, 102, 256, 8);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 16, 256);
  cairo_t *cr = cairo_create (surface);
  Filling filling = { 0 };

  fill (source, left, NULL, &filling);
  fill (source, right, NULL, &filling);
  wait_for (&filling);
  draw_tile (cr, left, 8.5 - 256, 0);
  draw_tile (cr, right, 8.5, 0);
  cairo_destroy (cr);

  for (int y = 0; y < 256; y++)
    for (int x = 0; x < 16; x++)
      g_assert_cmphex (read_pixel (surface, x, y) >> 24, ==, 0xff);
  cairo_surface_destroy (surface);
}

/* A tile and its source may go while a worker still draws. */
static void
test_let_go_early (void)
{
  for (guint i = 0; i < 20; i++)
    {
      LieuditBaseMapSource *source = lieudit_base_map_source_new (NULL);
      ShumateTile *tile = shumate_tile_new_full (154, 100, 256, 8);
      Filling filling = { 0 };

      fill (source, tile, NULL, &filling);
      g_object_add_weak_pointer (G_OBJECT (source), (gpointer *) &source);
      g_object_unref (tile);
      g_object_unref (source);
      wait_for (&filling);
      while (source != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_without_map (void)
{
  g_autofree char *damaged = g_test_build_filename (G_TEST_DIST, "meson.build", NULL);
  const char *const paths[] = { "/nowhere/basemap.bin", damaged };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (LieuditBaseMapSource) source = lieudit_base_map_source_new (paths[i]);
      g_autoptr (ShumateTile) tile = shumate_tile_new_full (1, 1, 256, 2);
      Filling filling = { 0 };

      g_assert_nonnull (lieudit_base_map_source_get_error (source));
      g_assert_null (lieudit_base_map_source_get_base_map (source));

      fill (source, tile, NULL, &filling);
      wait_for (&filling);
      g_assert_cmpuint (filling.n_done, ==, 1);
      g_assert_cmphex (get_pixel (tile, 100, 100), ==, get_pixel (tile, 200, 150));
    }
}

/* Tiles of images, whole and cut off. The loader of WebP images is a package of its own. */
static void
test_decodes (void)
{
  /* One pixel each. */
  static const struct {
    const char *kind;
    const char *base64;
  } images[] = {
    { "PNG", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" },
    { "WebP", "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    {
      gsize length;
      guint8 *data = g_base64_decode (images[i].base64, &length);
      g_autoptr (GBytes) image = g_bytes_new_take (data, length);
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (image, 0, length - 12);
      g_autoptr (GdkPaintable) paintable = NULL;
      g_autoptr (GdkPaintable) none = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) cut_error = NULL;

      g_assert_true (lieudit_tile_image_check (image, NULL));
      paintable = lieudit_tile_paintable_new_from_image (image, 1, 0, 0, &error);
      if (paintable == NULL && g_str_equal (images[i].kind, "WebP"))
        {
          g_test_skip ("no loader of WebP images is installed");
          g_assert_nonnull (error);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (gdk_paintable_get_intrinsic_width (paintable), ==, 256);
      none = lieudit_tile_paintable_new_from_image (cut, 1, 0, 0, &cut_error);
      g_assert_null (none);
      g_assert_nonnull (cut_error);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base-map-source/fills", test_fills);
  g_test_add_func ("/base-map-source/every-tile-ends-done", test_every_tile_ends_done);
  g_test_add_func ("/base-map-source/dark", test_dark);
  g_test_add_func ("/base-map-source/high-contrast", test_high_contrast);
  g_test_add_func ("/base-map-source/no-seams", test_no_seams);
  g_test_add_func ("/base-map-source/let-go-early", test_let_go_early);
  g_test_add_func ("/base-map-source/without-map", test_without_map);
  g_test_add_func ("/base-map-source/decodes", test_decodes);

  return g_test_run ();
}
