/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/compiler/lieudit-base-map-writer.h"

#include "map/compiler/lieudit-map-divide.h"

#include <string.h>
#include <zlib.h>

struct _LieuditBaseMapWriter
{
  GArray *sections[LIEUDIT_BASE_MAP_N_SECTIONS];
  GHashTable *strings; /* string → offset */
  guint first_part;    /* of the layer being written */
};

static const guint record_sizes[LIEUDIT_BASE_MAP_N_SECTIONS] = {
  sizeof (LieuditBaseMapBand),  sizeof (LieuditBaseMapLayer), sizeof (LieuditBaseMapNode),
  sizeof (LieuditBaseMapPart),  sizeof (LieuditBaseMapRing),  sizeof (LieuditMapPoint),
  sizeof (LieuditBaseMapArea),  sizeof (LieuditBaseMapLabel), sizeof (LieuditBaseMapCredit), 1,
};

typedef struct {
  guint32 key;
  guint32 index;
} SortKey;

LieuditBaseMapWriter *
lieudit_base_map_writer_new (void)
{
  LieuditBaseMapWriter *self = g_new0 (LieuditBaseMapWriter, 1);

  for (guint i = 0; i < LIEUDIT_BASE_MAP_N_SECTIONS; i++)
    self->sections[i] = g_array_new (FALSE, TRUE, record_sizes[i]);

  self->strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lieudit_base_map_writer_add_string (self, "");

  return self;
}

void
lieudit_base_map_writer_free (LieuditBaseMapWriter *self)
{
  for (guint i = 0; i < LIEUDIT_BASE_MAP_N_SECTIONS; i++)
    g_array_unref (self->sections[i]);

  g_hash_table_unref (self->strings);
  g_free (self);
}

void
lieudit_base_map_writer_add_band (LieuditBaseMapWriter *self,
                                  guint                 min_zoom,
                                  guint                 max_zoom)
{
  LieuditBaseMapBand band = { min_zoom, max_zoom };

  g_array_append_val (self->sections[LIEUDIT_BASE_MAP_BANDS], band);
}

/* Layers are written one after the other in the order of LieuditMapLayer, for each band in turn. */
void
lieudit_base_map_writer_begin_layer (LieuditBaseMapWriter *self)
{
  self->first_part = self->sections[LIEUDIT_BASE_MAP_PARTS]->len;
}

static void
add_ring (LieuditBaseMapWriter  *self,
          const LieuditMapPoint *points,
          guint                  n_points)
{
  LieuditBaseMapRing ring = { self->sections[LIEUDIT_BASE_MAP_POINTS]->len, n_points };

  g_array_append_val (self->sections[LIEUDIT_BASE_MAP_RINGS], ring);
  g_array_append_vals (self->sections[LIEUDIT_BASE_MAP_POINTS], points, n_points);
}

static void
extend_box (LieuditMapBox       *box,
            const LieuditMapBox *other)
{
  box->left = MIN (box->left, other->left);
  box->top = MIN (box->top, other->top);
  box->right = MAX (box->right, other->right);
  box->bottom = MAX (box->bottom, other->bottom);
}

void
lieudit_base_map_writer_add_area (LieuditBaseMapWriter  *self,
                                  const LieuditMapShape *area)
{
  LieuditBaseMapPart part = {
    .box = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 },
    .first_ring = self->sections[LIEUDIT_BASE_MAP_RINGS]->len,
    .n_rings = (guint16) area->rings->len,
    .class_bits = area->class_bits,
    .min_zoom = area->min_zoom,
  };

  g_assert (area->rings->len <= G_MAXUINT16);

  for (guint i = 0; i < area->rings->len; i++)
    {
      const GArray *ring = area->rings->pdata[i];
      LieuditMapBox box = lieudit_map_points_get_box ((const LieuditMapPoint *) ring->data, ring->len);

      extend_box (&part.box, &box);
      add_ring (self, (const LieuditMapPoint *) ring->data, ring->len);
    }

  g_array_append_val (self->sections[LIEUDIT_BASE_MAP_PARTS], part);
}

void
lieudit_base_map_writer_add_line (LieuditBaseMapWriter *self,
                                  const GArray         *line,
                                  guint8                class_bits,
                                  guint8                min_zoom)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LieuditMapPoint));
  g_autoptr (GArray) first_points = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  lieudit_map_divide_line (line, points, first_points, starts);

  for (guint i = 0; i < first_points->len; i++)
    {
      guint first = g_array_index (first_points, guint, i);
      guint last = i + 1 < first_points->len ? g_array_index (first_points, guint, i + 1) : points->len - 1;
      const LieuditMapPoint *piece = &g_array_index (points, LieuditMapPoint, first);
      LieuditBaseMapPart part = {
        .box = lieudit_map_points_get_box (piece, last - first + 1),
        .first_ring = self->sections[LIEUDIT_BASE_MAP_RINGS]->len,
        .n_rings = 1,
        .class_bits = class_bits,
        .min_zoom = min_zoom,
        .start = g_array_index (starts, guint32, i),
      };

      add_ring (self, piece, last - first + 1);
      g_array_append_val (self->sections[LIEUDIT_BASE_MAP_PARTS], part);
    }
}

/* Unlike the areas of layers, outlines are not divided, and not found by where they are. */
void
lieudit_base_map_writer_add_outline (LieuditBaseMapWriter  *self,
                                     const LieuditMapShape *shape,
                                     LieuditMapAreaKind     kind,
                                     const char            *country)
{
  LieuditBaseMapArea area = {
    .box = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 },
    .first_ring = self->sections[LIEUDIT_BASE_MAP_RINGS]->len,
    .n_rings = shape->rings->len,
    .country = { country[0], country[1] },
    .kind = kind,
  };

  for (guint i = 0; i < shape->rings->len; i++)
    {
      const GArray *ring = shape->rings->pdata[i];
      LieuditMapBox box = lieudit_map_points_get_box ((const LieuditMapPoint *) ring->data, ring->len);

      extend_box (&area.box, &box);
      add_ring (self, (const LieuditMapPoint *) ring->data, ring->len);
    }

  g_array_append_val (self->sections[LIEUDIT_BASE_MAP_AREAS], area);
}

/* Where a point of a grid of 2^16 by 2^16 cells lies on D. Hilbert's curve ("Über die stetige Abbildung einer Linie auf ein
 * Flächenstück", Mathematische Annalen 38, 1891): at each level the quadrant is counted, and the curve in it turned. */
static guint32
hilbert_index (guint32 x,
               guint32 y)
{
  guint32 index = 0;

  for (guint32 side = 1 << 15; side > 0; side >>= 1)
    {
      guint32 right = (x & side) != 0;
      guint32 below = (y & side) != 0;

      index += side * side * ((3 * right) ^ below);
      if (!below)
        {
          guint32 old_x;

          if (right)
            {
              x = 0xffff - x;
              y = 0xffff - y;
            }
          old_x = x;
          x = y;
          y = old_x;
        }
    }

  return index;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const SortKey *key_a = a;
  const SortKey *key_b = b;

  if (key_a->key != key_b->key)
    return key_a->key < key_b->key ? -1 : 1;

  return key_a->index < key_b->index ? -1 : 1;
}

static void
sort_parts (LieuditBaseMapPart *parts,
            guint               n_parts)
{
  g_autofree SortKey *keys = g_new (SortKey, MAX (n_parts, 1));
  g_autofree LieuditBaseMapPart *copy = g_memdup2 (parts, n_parts * sizeof *parts);

  for (guint i = 0; i < n_parts; i++)
    {
      gint64 x = ((gint64) parts[i].box.left + parts[i].box.right) / 2;
      gint64 y = ((gint64) parts[i].box.top + parts[i].box.bottom) / 2;

      x = CLAMP (x, 0, LIEUDIT_BASE_MAP_WORLD - 1) >> (LIEUDIT_BASE_MAP_WORLD_BITS - 16);
      y = CLAMP (y, 0, LIEUDIT_BASE_MAP_WORLD - 1) >> (LIEUDIT_BASE_MAP_WORLD_BITS - 16);
      keys[i] = (SortKey) { hilbert_index ((guint32) x, (guint32) y), i };
    }

  qsort (keys, n_parts, sizeof *keys, compare_keys);

  for (guint i = 0; i < n_parts; i++)
    parts[i] = copy[keys[i].index];
}

/* Puts up to sixteen children that follow each other under each new node. */
static void
pack_level (LieuditBaseMapWriter *self,
            guint                 first,
            guint                 length,
            gboolean              is_leaf)
{
  GArray *nodes = self->sections[LIEUDIT_BASE_MAP_NODES];

  for (guint i = 0; i < length; i += LIEUDIT_BASE_MAP_NODE_SIZE)
    {
      LieuditBaseMapNode node = {
        .box = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 },
        .first_child = first + i,
        .n_children = (guint16) MIN (length - i, LIEUDIT_BASE_MAP_NODE_SIZE),
        .is_leaf = is_leaf,
      };

      for (guint j = 0; j < node.n_children; j++)
        {
          extend_box (&node.box, is_leaf
                        ? &g_array_index (self->sections[LIEUDIT_BASE_MAP_PARTS], LieuditBaseMapPart, first + i + j).box
                        : &g_array_index (nodes, LieuditBaseMapNode, first + i + j).box);
        }

      g_array_append_val (nodes, node);
    }
}

void
lieudit_base_map_writer_end_layer (LieuditBaseMapWriter *self)
{
  GArray *parts = self->sections[LIEUDIT_BASE_MAP_PARTS];
  GArray *nodes = self->sections[LIEUDIT_BASE_MAP_NODES];
  LieuditBaseMapLayer layer = { .first_node = nodes->len };
  guint n_parts = parts->len - self->first_part;

  if (n_parts > 0)
    {
      guint first = nodes->len;

      sort_parts (&g_array_index (parts, LieuditBaseMapPart, self->first_part), n_parts);
      pack_level (self, self->first_part, n_parts, TRUE);

      while (nodes->len - first > 1)
        {
          guint length = nodes->len - first;

          pack_level (self, first, length, FALSE);
          first += length;
        }
    }

  layer.n_nodes = nodes->len - layer.first_node;
  g_array_append_val (self->sections[LIEUDIT_BASE_MAP_LAYERS], layer);
}

guint32
lieudit_base_map_writer_add_string (LieuditBaseMapWriter *self,
                                    const char           *string)
{
  GArray *strings = self->sections[LIEUDIT_BASE_MAP_STRINGS];
  gpointer known;

  if (string == NULL)
    string = "";

  if (g_hash_table_lookup_extended (self->strings, string, NULL, &known))
    return GPOINTER_TO_UINT (known);

  known = GUINT_TO_POINTER (strings->len);
  g_hash_table_insert (self->strings, g_strdup (string), known);
  g_array_append_vals (strings, string, strlen (string) + 1);

  return GPOINTER_TO_UINT (known);
}

void
lieudit_base_map_writer_add_label (LieuditBaseMapWriter      *self,
                                   const LieuditBaseMapLabel *label)
{
  g_array_append_vals (self->sections[LIEUDIT_BASE_MAP_LABELS], label, 1);
}

void
lieudit_base_map_writer_add_source (LieuditBaseMapWriter *self,
                                    const char           *title,
                                    const char           *version,
                                    const char           *licence,
                                    const char           *url)
{
  GArray *sources = self->sections[LIEUDIT_BASE_MAP_SOURCES];
  LieuditBaseMapCredit source = {
    lieudit_base_map_writer_add_string (self, title),
    lieudit_base_map_writer_add_string (self, version),
    lieudit_base_map_writer_add_string (self, licence),
    lieudit_base_map_writer_add_string (self, url),
  };

  for (guint i = 0; i < sources->len; i++)
    {
      if (g_array_index (sources, LieuditBaseMapCredit, i).title == source.title)
        return;
    }

  g_array_append_val (sources, source);
}

GBytes *
lieudit_base_map_writer_finish (LieuditBaseMapWriter *self)
{
  LieuditBaseMapHeader header = {
    .version = LIEUDIT_BASE_MAP_VERSION,
    .byte_order = LIEUDIT_BASE_MAP_BYTE_ORDER,
  };
  g_autoptr (GByteArray) file = g_byte_array_new ();
  static const guint8 padding[8] = { 0 };

  memcpy (header.magic, LIEUDIT_BASE_MAP_MAGIC, sizeof header.magic);
  g_byte_array_append (file, (const guint8 *) &header, sizeof header);

  for (guint i = 0; i < LIEUDIT_BASE_MAP_N_SECTIONS; i++)
    {
      GArray *section = self->sections[i];

      g_byte_array_append (file, padding, (8 - file->len % 8) % 8);
      header.sections[i] = (LieuditBaseMapSection) { file->len, section->len, record_sizes[i] };
      g_byte_array_append (file, (const guint8 *) section->data, section->len * record_sizes[i]);
    }

  header.size = file->len;
  header.checksum = (guint32) crc32_z (crc32_z (0, NULL, 0), file->data + sizeof header, file->len - sizeof header);
  memcpy (file->data, &header, sizeof header);

  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}
