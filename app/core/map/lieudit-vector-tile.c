/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a tile of shapes says of itself, before anything draws it: a Mapbox Vector Tile, in the wire format of Protocol Buffers. Whoever
 * draws it follows the numbers in it without asking whether they lead anywhere. Only that is looked at here.
 */
#include "config.h"

#include "map/lieudit-vector-tile.h"

#include "map/lieudit-tile-image.h"
#include "map/lieudit-tile-store.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define CHUNK 65536

/* More of them take longer to draw than anybody waits, and many times the bytes that they have in the file. */
#define MOST_FEATURES 100000

/* How far shapes may reach over the tile's edges, in tiles. */
#define MOST_TILES_AWAY 16

#define LARGEST_EXTENT 65536

typedef enum {
  WIRE_NUMBER = 0,
  WIRE_EIGHT_BYTES = 1,
  WIRE_BYTES = 2,
  WIRE_FOUR_BYTES = 5
} Wire;

typedef enum {
  TILE_LAYER = 3
} TileField;

typedef enum {
  LAYER_NAME = 1,
  LAYER_FEATURE = 2,
  LAYER_KEY = 3,
  LAYER_VALUE = 4,
  LAYER_EXTENT = 5,
  LAYER_VERSION = 15
} LayerField;

typedef enum {
  FEATURE_TAGS = 2,
  FEATURE_KIND = 3,
  FEATURE_GEOMETRY = 4
} FeatureField;

typedef enum {
  GO_TO = 1,
  DRAW_TO = 2,
  CLOSE = 7
} Command;

/* Bytes to read; empty at the end, and once something was wrong with them. */
typedef struct {
  const guint8 *data;
  gsize length;
  gboolean is_broken;
} Cursor;

/* One field; a number, or bytes. */
typedef struct {
  guint64 number;
  guint tag;
  Wire wire;
  Cursor bytes;
} Field;

typedef struct {
  guint64 n_keys;
  guint64 n_values;
  guint64 extent;
  guint n_features;
  gboolean has_name;
  gboolean has_version;
} Layer;

static void
break_off (Cursor *self)
{
  self->length = 0;
  self->is_broken = TRUE;
}

static guint64
read_number (Cursor *self)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 64 && self->length > 0; shift += 7)
    {
      guint8 byte = *self->data++;

      self->length--;
      number |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return number;
    }
  break_off (self);

  return 0;
}

static Cursor
read_bytes (Cursor  *self,
            guint64  length)
{
  Cursor bytes = { self->data, 0, FALSE };

  if (length > self->length)
    {
      break_off (self);
      return bytes;
    }
  bytes.length = length;
  self->data += length;
  self->length -= length;

  return bytes;
}

/* Goes on to the next field; FALSE is the end, or that there is no going on. */
static gboolean
read_field (Cursor *self,
            Field  *field)
{
  guint64 key;

  if (self->length == 0)
    return FALSE;
  key = read_number (self);
  field->wire = key & 7;
  field->tag = key >> 3 <= G_MAXUINT ? (guint) (key >> 3) : 0;
  if (field->wire == WIRE_NUMBER)
    field->number = read_number (self);
  else if (field->wire == WIRE_EIGHT_BYTES)
    field->bytes = read_bytes (self, 8);
  else if (field->wire == WIRE_FOUR_BYTES)
    field->bytes = read_bytes (self, 4);
  else if (field->wire == WIRE_BYTES)
    field->bytes = read_bytes (self, read_number (self));
  else
    break_off (self);
  if (field->tag == 0)
    break_off (self);

  return !self->is_broken;
}

/* Keys and values by turns. */
static gboolean
check_tags (Cursor       tags,
            const Layer *layer)
{
  for (guint i = 0; tags.length > 0; i++)
    {
      if (read_number (&tags) >= (i % 2 == 0 ? layer->n_keys : layer->n_values))
        return FALSE;
    }

  return !tags.is_broken;
}

static gboolean
move (Cursor      *geometry,
      gint64      *position,
      const Layer *layer)
{
  guint64 number = read_number (geometry);
  gint64 limit = (gint64) layer->extent * MOST_TILES_AWAY;

  if (number > G_MAXUINT32)
    return FALSE;
  *position += (gint64) (number >> 1) ^ -(gint64) (number & 1);

  return ABS (*position) <= limit;
}

static gboolean
check_geometry (Cursor       geometry,
                const Layer *layer)
{
  gint64 x = 0, y = 0;
  gboolean has_begun = FALSE;

  while (geometry.length > 0)
    {
      guint64 number = read_number (&geometry);
      guint command = number & 7;
      guint64 n_times = number >> 3;

      if (command == CLOSE && n_times == 1 && has_begun)
        continue;
      /* No more of them than there are bytes left. */
      if ((command != GO_TO && (command != DRAW_TO || !has_begun)) || n_times < 1 || n_times > geometry.length)
        return FALSE;
      for (guint64 i = 0; i < n_times; i++)
        {
          if (!move (&geometry, &x, layer) || !move (&geometry, &y, layer))
            return FALSE;
        }
      has_begun = TRUE;
    }

  return !geometry.is_broken;
}

/* The numbers in a list are packed; elsewhere, or once more, they would be read by one and not by the other. */
static gboolean
check_feature (Cursor       feature,
               const Layer *layer)
{
  Field field;
  gboolean has_tags = FALSE, has_geometry = FALSE;

  while (read_field (&feature, &field))
    {
      if (field.tag == FEATURE_KIND && (field.wire != WIRE_NUMBER || field.number > 3))
        return FALSE;
      if (field.tag == FEATURE_TAGS && (field.wire != WIRE_BYTES || has_tags || !check_tags (field.bytes, layer)))
        return FALSE;
      if (field.tag == FEATURE_GEOMETRY && (field.wire != WIRE_BYTES || has_geometry || !check_geometry (field.bytes, layer)))
        return FALSE;
      has_tags |= field.tag == FEATURE_TAGS;
      has_geometry |= field.tag == FEATURE_GEOMETRY;
    }

  return !feature.is_broken;
}

static gboolean
is_well_formed (Cursor message)
{
  Field field;

  while (read_field (&message, &field))
    continue;

  return !message.is_broken;
}

/* What features refer to may stand behind them. */
static gboolean
count_layer (Cursor  cursor,
             Layer  *layer)
{
  Field field;

  while (read_field (&cursor, &field))
    {
      Wire wire = field.tag == LAYER_EXTENT || field.tag == LAYER_VERSION ? WIRE_NUMBER : WIRE_BYTES;

      if ((field.tag <= LAYER_EXTENT || field.tag == LAYER_VERSION) && field.wire != wire)
        return FALSE;
      if (field.tag == LAYER_VALUE && !is_well_formed (field.bytes))
        return FALSE;
      layer->n_keys += field.tag == LAYER_KEY;
      layer->n_values += field.tag == LAYER_VALUE;
      layer->n_features += field.tag == LAYER_FEATURE;
      layer->has_name |= field.tag == LAYER_NAME;
      layer->has_version |= field.tag == LAYER_VERSION;
      if (field.tag == LAYER_EXTENT)
        layer->extent = field.number;
    }

  return !cursor.is_broken && layer->has_name && layer->has_version && layer->extent >= 1 && layer->extent <= LARGEST_EXTENT;
}

static gboolean
check_layer (Cursor  cursor,
             guint  *n_features)
{
  Layer layer = { .extent = 4096 };
  Field field;

  if (!count_layer (cursor, &layer))
    return FALSE;
  *n_features += layer.n_features;
  if (*n_features > MOST_FEATURES)
    return FALSE;
  while (read_field (&cursor, &field))
    {
      if (field.tag == LAYER_FEATURE && !check_feature (field.bytes, &layer))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_tile (GBytes *bytes)
{
  gsize length;
  Cursor cursor = { g_bytes_get_data (bytes, &length), 0, FALSE };
  Field field;
  guint n_features = 0;

  cursor.length = length;
  while (read_field (&cursor, &field))
    {
      if (field.tag == TILE_LAYER && (field.wire != WIRE_BYTES || !check_layer (field.bytes, &n_features)))
        return FALSE;
    }

  return !cursor.is_broken;
}

static gboolean
is_packed (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

static GBytes *
decompress (GBytes  *bytes,
            GError **error)
{
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) plain = g_converter_input_stream_new (packed, G_CONVERTER (decompressor));
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n_read;

  while ((n_read = g_input_stream_read (plain, chunk, CHUNK, NULL, NULL)) > 0)
    {
      g_byte_array_append (all, chunk, (guint) n_read);
      if (all->len > LIEUDIT_VECTOR_TILE_MOST_BYTES)
        {
          g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile is too large."));
          return NULL;
        }
    }
  if (n_read < 0)
    {
      g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_DAMAGED, _("It is damaged."));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * lieudit_vector_tile_recognise:
 * @bytes: a tile
 *
 * Tells whether a tile seems to hold shapes: these are packed with gzip, or begin with their first layer. Images begin otherwise.
 *
 * Returns: whether it may
 */
gboolean
lieudit_vector_tile_recognise (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return is_packed (bytes) || (length >= 1 && data[0] == (TILE_LAYER << 3 | WIRE_BYTES));
}

/**
 * lieudit_vector_tile_unpack:
 * @bytes: a tile of shapes, packed or not
 * @error: return location for an error
 *
 * Unpacks a Mapbox Vector Tile, and checks that whatever it refers to is there and that its shapes are about where the tile is, so that
 * it can be drawn by what trusts it.
 *
 * Returns: (transfer full) (nullable): the tile, or %NULL if it cannot be drawn
 */
GBytes *
lieudit_vector_tile_unpack (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (GBytes) tile = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > LIEUDIT_TILE_MOST_BYTES)
    {
      g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_UNSUITABLE, _("A tile is too large."));
      return NULL;
    }
  tile = is_packed (bytes) ? decompress (bytes, error) : g_bytes_ref (bytes);
  if (tile == NULL)
    return NULL;
  if (!check_tile (tile))
    {
      g_set_error_literal (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_DAMAGED, _("It is damaged."));
      return NULL;
    }

  return g_steal_pointer (&tile);
}
