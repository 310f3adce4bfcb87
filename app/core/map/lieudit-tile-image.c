/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a tile's image says of itself, before anything takes it apart: a few bytes can claim to be a picture that fills the memory, and
 * what a server calls an image may be none. Only sizes are read here.
 */
#include "config.h"

#include "map/lieudit-tile-image.h"

#include "map/lieudit-tile-store.h"
#include "map/lieudit-vector-tile.h"

#include <glib/gi18n.h>

typedef struct {
  guint width;
  guint height;
} Size;

static guint
read_big (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

static guint
read_little (const guint8 *data)
{
  return (guint) data[1] << 8 | data[0];
}

static gboolean
begins_with (const guint8 *data,
             gsize         length,
             gsize         offset,
             const char   *magic,
             gsize         magic_length)
{
  return length >= offset + magic_length && memcmp (data + offset, magic, magic_length) == 0;
}

#define BEGINS_WITH(data, length, offset, magic) begins_with (data, length, offset, magic, sizeof (magic) - 1)

static gboolean
read_png (const guint8 *data,
          gsize         length,
          Size         *size)
{
  if (!BEGINS_WITH (data, length, 0, "\x89PNG\r\n\x1a\n") || !BEGINS_WITH (data, length, 12, "IHDR") || length < 24)
    return FALSE;

  /* More than 16 bits are out of the question. */
  size->width = read_big (data + 16) != 0 ? G_MAXUINT : read_big (data + 18);
  size->height = read_big (data + 20) != 0 ? G_MAXUINT : read_big (data + 22);

  return TRUE;
}

static gboolean
is_frame_marker (guint8 marker)
{
  /* All kinds of frames, but for three tables that have numbers among them. */
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
read_jpeg (const guint8 *data,
           gsize         length,
           Size         *size)
{
  gsize offset = 2;

  if (!BEGINS_WITH (data, length, 0, "\xff\xd8\xff"))
    return FALSE;

  while (offset + 9 <= length && data[offset] == 0xff)
    {
      guint8 marker = data[offset + 1];

      if (is_frame_marker (marker))
        {
          size->height = read_big (data + offset + 5);
          size->width = read_big (data + offset + 7);
          return TRUE;
        }
      /* Bytes to fill up, and segments of a marker alone. */
      if (marker == 0xff)
        offset += 1;
      else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7))
        offset += 2;
      else
        offset += 2 + MAX (read_big (data + offset + 2), 2);
    }

  return FALSE;
}

static gboolean
read_webp (const guint8 *data,
           gsize         length,
           Size         *size)
{
  if (!BEGINS_WITH (data, length, 0, "RIFF") || !BEGINS_WITH (data, length, 8, "WEBP") || length < 30)
    return FALSE;

  if (BEGINS_WITH (data, length, 12, "VP8X"))
    {
      size->width = 1 + (read_little (data + 24) | (guint) data[26] << 16);
      size->height = 1 + (read_little (data + 27) | (guint) data[29] << 16);
    }
  else if (BEGINS_WITH (data, length, 12, "VP8L"))
    {
      guint32 bits = read_little (data + 21) | read_little (data + 23) << 16;

      size->width = 1 + (bits & 0x3fff);
      size->height = 1 + (bits >> 14 & 0x3fff);
    }
  else if (BEGINS_WITH (data, length, 12, "VP8 "))
    {
      size->width = read_little (data + 26) & 0x3fff;
      size->height = read_little (data + 28) & 0x3fff;
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

static gboolean
fail (GError          **error,
      LieuditTileError  code,
      const char       *message)
{
  g_set_error_literal (error, LIEUDIT_TILE_ERROR, code, message);

  return FALSE;
}

/**
 * lieudit_tile_image_check:
 * @bytes: what is said to be the image of a tile
 * @error: return location for an error
 *
 * Checks that bytes begin as a PNG, JPEG or WebP image of a size that a tile may have. Only a decoder can tell whether the rest is
 * sound.
 *
 * Returns: whether they may be decoded
 */
gboolean
lieudit_tile_image_check (GBytes  *bytes,
                          GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Size size = { 0, 0 };

  if (length > LIEUDIT_TILE_MOST_BYTES)
    return fail (error, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile is too large."));

  if (lieudit_vector_tile_recognise (bytes))
    return fail (error, LIEUDIT_TILE_ERROR_VECTOR, _("It holds vector tiles, which cannot be drawn here; take a map of images (PNG, JPEG or WebP)."));

  if (!read_png (data, length, &size) && !read_jpeg (data, length, &size) && !read_webp (data, length, &size))
    return fail (error, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile is no PNG, JPEG or WebP image."));

  if (size.width < 1 || size.height < 1 || size.width > LIEUDIT_TILE_LARGEST_SIDE || size.height > LIEUDIT_TILE_LARGEST_SIDE)
    return fail (error, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile has too many pixels, or none."));

  return TRUE;
}
