/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-base-map.h"

#include <string.h>
#include <zlib.h>

static const LieuditMapBox everywhere = { -LIEUDIT_BASE_MAP_WORLD, -LIEUDIT_BASE_MAP_WORLD, LIEUDIT_BASE_MAP_WORLD, LIEUDIT_BASE_MAP_WORLD };

static char *
build_small_path (void)
{
  return g_test_build_filename (G_TEST_BUILT, "core", "map", "small.bin", NULL);
}

static guint8 *
read_small (gsize *length)
{
  g_autofree char *path = build_small_path ();
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return (guint8 *) contents;
}

static LieuditMapBox
box_around (double longitude,
            double latitude,
            double degrees)
{
  const double zoom = LIEUDIT_BASE_MAP_WORLD_BITS - 8;

  return (LieuditMapBox) {
    (gint32) lieudit_mercator_longitude_to_x (longitude - degrees, zoom),
    (gint32) lieudit_mercator_latitude_to_y (latitude + degrees, zoom),
    (gint32) lieudit_mercator_longitude_to_x (longitude + degrees, zoom),
    (gint32) lieudit_mercator_latitude_to_y (latitude - degrees, zoom),
  };
}

static void
count_part (const LieuditBaseMapPart *part,
            gpointer                  user_data)
{
  (*(guint *) user_data)++;
}

typedef struct {
  LieuditBaseMap *base_map;
  gint64 sum;
} Reading;

static void
read_part (const LieuditBaseMapPart *part,
           gpointer                  user_data)
{
  Reading *reading = user_data;

  for (guint i = 0; i < part->n_rings; i++)
    {
      guint n_points;
      const LieuditMapPoint *points = lieudit_base_map_get_ring (reading->base_map, part, i, &n_points);

      for (guint j = 0; j < n_points; j++)
        reading->sum += points[j].x ^ points[j].y;
    }
}

/* Follows every offset there is; a sanitizer or a crash tells of one that leads outside. */
static void
read_all (LieuditBaseMap *base_map)
{
  Reading reading = { base_map, 0 };
  const LieuditBaseMapLabel *labels;
  g_autofree char *attribution = NULL;
  guint n_labels;

  for (guint layer = 0; layer < LIEUDIT_MAP_N_LAYERS; layer++)
    {
      for (guint zoom = 0; zoom <= 24; zoom++)
        lieudit_base_map_visit (base_map, (LieuditMapLayer) layer, zoom, &everywhere, read_part, &reading);
    }

  labels = lieudit_base_map_get_labels (base_map, &n_labels);
  for (guint i = 0; i < n_labels; i++)
    {
      for (guint j = 0; j < LIEUDIT_MAP_N_LANGUAGES; j++)
        g_assert_true (g_utf8_validate (lieudit_base_map_get_string (base_map, labels[i].names[j]), -1, NULL));
    }

  attribution = lieudit_base_map_get_attribution (base_map);
  g_assert_nonnull (attribution);
}

/* Makes the size and checksum right again, so that the checks behind them are reached. */
static void
seal (guint8 *data,
      gsize   length)
{
  LieuditBaseMapHeader header;

  if (length < sizeof header)
    return;

  memcpy (&header, data, sizeof header);
  header.size = length;
  header.checksum = (guint32) crc32_z (crc32_z (0, NULL, 0), data + sizeof header, length - sizeof header);
  memcpy (data, &header, sizeof header);
}

static LieuditBaseMap *
open_copy (const guint8  *data,
           gsize          length,
           GError       **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return lieudit_base_map_new_from_bytes (bytes, error);
}

static void
test_opens (void)
{
  g_autofree char *path = build_small_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditBaseMap) base_map = lieudit_base_map_open (path, &error);
  g_autofree char *attribution = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (base_map);
  attribution = lieudit_base_map_get_attribution (base_map);
  g_assert_cmpstr (attribution, ==, "Test data (CC0-1.0)");
  read_all (base_map);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditBaseMap) base_map = lieudit_base_map_open ("/nowhere/basemap.bin", &error);

  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_null (base_map);
  g_assert_nonnull (strstr (error->message, "/nowhere/basemap.bin"));
}

static void
test_finds_what_is_there (void)
{
  static const struct {
    LieuditMapLayer layer;
    guint zoom;
    double longitude;
    double latitude;
    gboolean is_there;
  } cases[] = {
    { LIEUDIT_MAP_LAYER_LAND, 3, 25, 10, TRUE },
    { LIEUDIT_MAP_LAYER_LAND, 12, 25, 10, TRUE },
    { LIEUDIT_MAP_LAYER_LAND, 12, 60, 10, FALSE },
    { LIEUDIT_MAP_LAYER_COAST, 12, 30, 10, TRUE },
    { LIEUDIT_MAP_LAYER_LAKES, 12, 15, 5, TRUE },
    { LIEUDIT_MAP_LAYER_LAKES, 12, 25, 5, FALSE },
    { LIEUDIT_MAP_LAYER_ROADS, 12, 25, 8, TRUE },
    { LIEUDIT_MAP_LAYER_RAILWAYS, 12, 23, 10, TRUE },
    { LIEUDIT_MAP_LAYER_RAILWAYS, 12, 15, 10, FALSE },
    { LIEUDIT_MAP_LAYER_PROVINCES, 3, 20, 14, FALSE },
    { LIEUDIT_MAP_LAYER_PROVINCES, 4, 20, 14, TRUE },
  };
  g_autofree char *path = build_small_path ();
  g_autoptr (LieuditBaseMap) base_map = lieudit_base_map_open (path, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditMapBox box = box_around (cases[i].longitude, cases[i].latitude, 0.6);
      guint n_parts = 0;

      lieudit_base_map_visit (base_map, cases[i].layer, cases[i].zoom, &box, count_part, &n_parts);
      g_assert_cmpint (n_parts > 0, ==, cases[i].is_there);
    }
}

static void
test_truncated (void)
{
  gsize length;
  g_autofree guint8 *data = read_small (&length);

  for (gsize i = 0; i < length; i += 97)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LieuditBaseMap) base_map = open_copy (data, i, &error);

      g_assert_error (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_DAMAGED);
      g_assert_null (base_map);
    }
}

static void
test_truncated_and_sealed (void)
{
  gsize length;
  g_autofree guint8 *data = read_small (&length);

  for (gsize i = sizeof (LieuditBaseMapHeader); i < length; i += 97)
    {
      g_autofree guint8 *copy = g_memdup2 (data, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (LieuditBaseMap) base_map = NULL;

      seal (copy, i);
      base_map = open_copy (copy, i, &error);
      g_assert_error (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_DAMAGED);
    }
}

static void
test_flipped (void)
{
  gsize length;
  g_autofree guint8 *data = read_small (&length);

  for (gsize i = 0; i < length; i += 13)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LieuditBaseMap) base_map = NULL;
      const gsize reserved = G_STRUCT_OFFSET (LieuditBaseMapHeader, reserved);

      if (i >= reserved && i < reserved + 4)
        continue;

      data[i] ^= 0x81;
      base_map = open_copy (data, length, &error);
      data[i] ^= 0x81;

      g_assert_null (base_map);
      g_assert_nonnull (error);
      g_assert_true (error->domain == LIEUDIT_BASE_MAP_ERROR);
    }
}

/* A file may be wrong on purpose: what opens must be safe to read to the end. */
static void
test_flipped_and_sealed (void)
{
  gsize length;
  g_autofree guint8 *data = read_small (&length);
  guint n_refused = 0;

  for (gsize i = 12; i < length; i++)
    {
      static const guint8 masks[] = { 0x01, 0x80, 0xff };
      g_autofree guint8 *copy = NULL;
      g_autoptr (LieuditBaseMap) base_map = NULL;

      /* All of the header, and of the rest one byte in eleven. */
      if (i > sizeof (LieuditBaseMapHeader) && i % 11 != 0)
        continue;

      copy = g_memdup2 (data, length);
      copy[i] ^= masks[i % G_N_ELEMENTS (masks)];
      seal (copy, length);
      base_map = open_copy (copy, length, NULL);

      if (base_map != NULL)
        read_all (base_map);
      else
        n_refused++;
    }

  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_other_version (void)
{
  static const gsize fields[] = { G_STRUCT_OFFSET (LieuditBaseMapHeader, version), G_STRUCT_OFFSET (LieuditBaseMapHeader, byte_order) };
  gsize length;
  g_autofree guint8 *data = read_small (&length);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LieuditBaseMap) base_map = NULL;

      data[fields[i]] ^= 0x40;
      base_map = open_copy (data, length, &error);
      data[fields[i]] ^= 0x40;

      g_assert_error (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_VERSION);
    }
}

/* The one that is installed. */
static void
test_installed (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LIEUDIT_DATA_DIR"), "basemap", "basemap.bin", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditBaseMap) base_map = lieudit_base_map_open (path, &error);
  g_autofree char *attribution = NULL;

  g_assert_no_error (error);
  read_all (base_map);

  attribution = lieudit_base_map_get_attribution (base_map);
  g_assert_nonnull (strstr (attribution, "Natural Earth"));
  g_assert_nonnull (strstr (attribution, "GSHHG"));
  g_assert_nonnull (strstr (attribution, "CC BY 4.0"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base-map/opens", test_opens);
  g_test_add_func ("/base-map/missing", test_missing);
  g_test_add_func ("/base-map/finds-what-is-there", test_finds_what_is_there);
  g_test_add_func ("/base-map/truncated", test_truncated);
  g_test_add_func ("/base-map/truncated-and-sealed", test_truncated_and_sealed);
  g_test_add_func ("/base-map/flipped", test_flipped);
  g_test_add_func ("/base-map/flipped-and-sealed", test_flipped_and_sealed);
  g_test_add_func ("/base-map/other-version", test_other_version);
  g_test_add_func ("/base-map/installed", test_installed);

  return g_test_run ();
}
