/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data are changes to the small base map of the tests: four bytes tell where, one what to write there. The checksum is set right afterwards, so
 * that what lies behind it is reached. */
#include "fuzz.h"
#include "map/lieudit-base-map.h"

#include <string.h>
#include <zlib.h>

#define CHANGE_LENGTH 5

static const guint8 *
get_sound_bytes (gsize *length)
{
  static char *bytes;
  static gsize size;

  if (bytes == NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "core", "map", "small.bin", NULL);
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &bytes, &size, &error);
      g_assert_no_error (error);
    }
  *length = size;

  return (const guint8 *) bytes;
}

static GBytes *
change_bytes (const guint8 *data,
              gsize         size)
{
  gsize length;
  const guint8 *sound = get_sound_bytes (&length);
  guint8 *copy = g_memdup2 (sound, length);
  LieuditBaseMapHeader *header = (gpointer) copy;

  for (gsize i = 0; i + CHANGE_LENGTH <= size; i += CHANGE_LENGTH)
    {
      guint32 where;

      memcpy (&where, data + i, sizeof where);
      copy[GUINT32_FROM_BE (where) % length] = data[i + 4];
    }
  header->checksum = (guint32) crc32_z (crc32_z (0, NULL, 0), copy + sizeof *header, length - sizeof *header);

  return g_bytes_new_take (copy, length);
}

static void
count_points (const LieuditBaseMapPart *part,
              gpointer                  user_data)
{
  LieuditBaseMap *base_map = user_data;

  for (guint i = 0; i < part->n_rings; i++)
    {
      guint n_points;
      const LieuditMapPoint *points = lieudit_base_map_get_ring (base_map, part, i, &n_points);

      if (n_points > 0)
        g_assert_true (points[0].x == points[0].x && points[n_points - 1].y == points[n_points - 1].y);
    }
}

static void
use_base_map (LieuditBaseMap *base_map)
{
  static const LieuditMapBox everywhere = { 0, 0, LIEUDIT_BASE_MAP_WORLD, LIEUDIT_BASE_MAP_WORLD };
  g_autofree char *attribution = lieudit_base_map_get_attribution (base_map);
  const LieuditBaseMapLabel *labels;
  guint n_labels;

  g_assert_true (g_utf8_validate (attribution, -1, NULL));
  for (guint layer = 0; layer < LIEUDIT_MAP_N_LAYERS; layer++)
    {
      lieudit_base_map_visit (base_map, (LieuditMapLayer) layer, 2, &everywhere, count_points, base_map);
      lieudit_base_map_visit (base_map, (LieuditMapLayer) layer, 12, &everywhere, count_points, base_map);
    }

  labels = lieudit_base_map_get_labels (base_map, &n_labels);
  for (guint i = 0; i < n_labels; i++)
    {
      g_assert_cmpuint (labels[i].kind, <, LIEUDIT_MAP_N_LABEL_KINDS);
      g_assert_true (g_utf8_validate (lieudit_base_map_get_string (base_map, labels[i].names[0]), -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = change_bytes (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditBaseMap) base_map = lieudit_base_map_new_from_bytes (bytes, &error);

  g_assert_true ((base_map == NULL) == (error != NULL));
  if (base_map != NULL)
    use_base_map (base_map);

  return 0;
}
