/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-image.h"
#include "map/lieudit-tile-store.h"
#include "map/lieudit-vector-tile.h"

#include <gio/gio.h>

#define SOUND -1

#define BYTES(text) text, sizeof (text) - 1

/* Of one byte of length each: a layer, and in it its name and version, keys, values and features. */
#define LAYER(length) "\x1a" length
#define NAME "\x0a\x05water"
#define VERSION "\x78\x02"
#define KEY "\x1a\x05" "class"
#define VALUE "\x22\x07\x0a\x05ocean"
#define EXTENT(number) "\x28" number

/* A square. */
#define POLYGON "\x18\x03\x22\x0b\x09\x00\x00\x1a\x02\x00\x00\x02\x01\x00\x0f"

static void
test_check (void)
{
  static const struct {
    const char *what;
    const char *data;
    gsize length;
    int code; /* SOUND or a LieuditTileError */
  } cases[] = {
    { "nothing", BYTES (""), SOUND },
    { "a layer without features", BYTES (LAYER ("\x09") NAME VERSION), SOUND },
    { "a square", BYTES (LAYER ("\x1a") NAME VERSION "\x12\x0f" POLYGON), SOUND },
    { "a square with tags, before what they refer to",
      BYTES (LAYER ("\x2e") NAME VERSION "\x12\x13\x12\x02\x00\x00" POLYGON KEY VALUE), SOUND },
    { "fields that are not known", BYTES (LAYER ("\x10") NAME VERSION "\x30\x01\x3a\x03" "abc" "\x20\x01"), SOUND },
    { "a tag without a key", BYTES (LAYER ("\x1e") NAME VERSION "\x12\x13\x12\x02\x00\x00" POLYGON), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a tag without a value", BYTES (LAYER ("\x25") NAME VERSION "\x12\x13\x12\x02\x00\x00" POLYGON KEY), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a shape of no kind", BYTES (LAYER ("\x0d") NAME VERSION "\x12\x02\x18\x04"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a shape that ends in a point", BYTES (LAYER ("\x0f") NAME VERSION "\x12\x04\x22\x02\x09\x00"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a shape that begins nowhere", BYTES (LAYER ("\x10") NAME VERSION "\x12\x05\x22\x03\x0a\x02\x02"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a shape that closes what has not begun", BYTES (LAYER ("\x0e") NAME VERSION "\x12\x03\x22\x01\x0f"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a shape that closes for ever",
      BYTES (LAYER ("\x15") NAME VERSION "\x12\x0a\x22\x08\x09\x00\x00\xff\xff\xff\xff\x0f"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a shape with a command of no kind", BYTES (LAYER ("\x11") NAME VERSION "\x12\x06\x22\x04\x09\x00\x00\x0b"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a shape with more points than bytes",
      BYTES (LAYER ("\x14") NAME VERSION "\x12\x09\x22\x07\x09\x00\x00\xfa\xff\xff\x07"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a shape far away",
      BYTES (LAYER ("\x14") NAME VERSION "\x12\x09\x22\x07\x09\xff\xff\xff\xff\x0f\x00"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a layer without a side", BYTES (LAYER ("\x0b") NAME VERSION EXTENT ("\x00")), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a layer of a huge side", BYTES (LAYER ("\x0d") NAME VERSION EXTENT ("\xff\xff\x7f")), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a layer without a name", BYTES (LAYER ("\x02") VERSION), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a layer without a version", BYTES (LAYER ("\x07") NAME), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a layer longer than the tile", BYTES (LAYER ("\x0a") NAME VERSION), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a number that does not end", BYTES (LAYER ("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a field of no kind", BYTES ("\x1b"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "a page", BYTES ("<!DOCTYPE html><title>Log in"), LIEUDIT_TILE_ERROR_DAMAGED },
    { "packed, and cut", BYTES ("\x1f\x8b\x08\0\0\0\0\0\0\3"), LIEUDIT_TILE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].data, cases[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) tile = lieudit_vector_tile_unpack (bytes, &error);

      g_test_message ("%s", cases[i].what);
      if (cases[i].code != SOUND)
        {
          g_assert_null (tile);
          g_assert_error (error, LIEUDIT_TILE_ERROR, cases[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (tile, bytes));
    }
}

/* Whatever a sound tile is cut down to, nothing behind its end is read. */
static void
test_cut (void)
{
  static const char data[] = LAYER ("\x2e") NAME VERSION "\x12\x13\x12\x02\x00\x00" POLYGON KEY VALUE;

  for (gsize length = 1; length < sizeof data - 1; length++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, length);

      g_assert_null (lieudit_vector_tile_unpack (bytes, NULL));
    }
}

static GBytes *
pack (GBytes *bytes)
{
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *result = g_malloc (LIEUDIT_TILE_MOST_BYTES);
  gsize length;

  g_input_stream_read_all (packed, result, LIEUDIT_TILE_MOST_BYTES, &length, NULL, &error);
  g_assert_no_error (error);

  return g_bytes_new (result, length);
}

static void
test_packed (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES (LAYER ("\x1a") NAME VERSION "\x12\x0f" POLYGON));
  g_autoptr (GBytes) packed = pack (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) tile = lieudit_vector_tile_unpack (packed, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (tile, bytes));
  g_assert_true (lieudit_vector_tile_recognise (packed));
  g_assert_true (lieudit_vector_tile_recognise (bytes));
}

/* A few packed bytes can fill the memory. */
static void
test_large (void)
{
  g_autoptr (GBytes) much = g_bytes_new_take (g_malloc0 (LIEUDIT_VECTOR_TILE_MOST_BYTES + 1), LIEUDIT_VECTOR_TILE_MOST_BYTES + 1);
  g_autoptr (GBytes) packed = pack (much);
  GBytes *cases[] = { much, packed };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lieudit_vector_tile_unpack (cases[i], &error));
      g_assert_error (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_UNSUITABLE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vector-tile/check", test_check);
  g_test_add_func ("/vector-tile/cut", test_cut);
  g_test_add_func ("/vector-tile/packed", test_packed);
  g_test_add_func ("/vector-tile/large", test_large);

  return g_test_run ();
}
