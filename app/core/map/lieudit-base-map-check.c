/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes sure that whatever a file says, reading it stays within it: after this, no offset needs checking again. */
#include "config.h"

#include "map/lieudit-base-map-check.h"

#include "map/lieudit-base-map.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zlib.h>

/* 16 to the power of 8 pieces are more than 32 bits can count. */
#define MAX_TREE_LEVELS 8

static const guint32 record_sizes[LIEUDIT_BASE_MAP_N_SECTIONS] = {
  [LIEUDIT_BASE_MAP_BANDS] = sizeof (LieuditBaseMapBand),
  [LIEUDIT_BASE_MAP_LAYERS] = sizeof (LieuditBaseMapLayer),
  [LIEUDIT_BASE_MAP_NODES] = sizeof (LieuditBaseMapNode),
  [LIEUDIT_BASE_MAP_PARTS] = sizeof (LieuditBaseMapPart),
  [LIEUDIT_BASE_MAP_RINGS] = sizeof (LieuditBaseMapRing),
  [LIEUDIT_BASE_MAP_POINTS] = sizeof (LieuditMapPoint),
  [LIEUDIT_BASE_MAP_AREAS] = sizeof (LieuditBaseMapArea),
  [LIEUDIT_BASE_MAP_LABELS] = sizeof (LieuditBaseMapLabel),
  [LIEUDIT_BASE_MAP_SOURCES] = sizeof (LieuditBaseMapCredit),
  [LIEUDIT_BASE_MAP_STRINGS] = 1,
};

typedef struct {
  const guint8 *data;
  const LieuditBaseMapHeader *header;
} Check;

static guint32
count (const Check               *check,
       LieuditBaseMapSectionKind  kind)
{
  return check->header->sections[kind].count;
}

static gconstpointer
records (const Check               *check,
         LieuditBaseMapSectionKind  kind)
{
  return check->data + check->header->sections[kind].offset;
}

static gboolean
is_within (guint64 first,
           guint64 length,
           guint64 total)
{
  return first <= total && length <= total - first;
}

static gboolean
check_sections (const Check *check,
                gsize        size)
{
  for (guint i = 0; i < LIEUDIT_BASE_MAP_N_SECTIONS; i++)
    {
      const LieuditBaseMapSection *section = &check->header->sections[i];

      if (section->record_size != record_sizes[i]
          || section->offset % 8 != 0
          || section->offset < sizeof (LieuditBaseMapHeader)
          || !is_within (section->offset, (guint64) section->count * section->record_size, size))
        return FALSE;
    }

  return count (check, LIEUDIT_BASE_MAP_BANDS) > 0
         && count (check, LIEUDIT_BASE_MAP_LAYERS) == count (check, LIEUDIT_BASE_MAP_BANDS) * LIEUDIT_MAP_N_LAYERS;
}

static gboolean
check_bands (const Check *check)
{
  const LieuditBaseMapBand *bands = records (check, LIEUDIT_BASE_MAP_BANDS);

  for (guint i = 0; i < count (check, LIEUDIT_BASE_MAP_BANDS); i++)
    {
      if (bands[i].min_zoom > bands[i].max_zoom || (i > 0 && bands[i].min_zoom <= bands[i - 1].max_zoom))
        return FALSE;
    }

  return TRUE;
}

/* Makes sure that the children of a layer's nodes are shared out one after the other and that the tree is shallow: every node is
 * then reached once, and visiting all of them takes a bounded stack. */
static gboolean
check_tree (const Check               *check,
            const LieuditBaseMapLayer *layer)
{
  const LieuditBaseMapNode *nodes = (const LieuditBaseMapNode *) records (check, LIEUDIT_BASE_MAP_NODES) + layer->first_node;
  g_autofree guint8 *levels = g_new0 (guint8, MAX (layer->n_nodes, 1));
  guint32 next = 0;

  for (guint i = 0; i < layer->n_nodes; i++)
    {
      const LieuditBaseMapNode *node = &nodes[i];

      if (node->n_children > LIEUDIT_BASE_MAP_NODE_SIZE)
        return FALSE;

      if (node->is_leaf)
        {
          if (!is_within (node->first_child, node->n_children, count (check, LIEUDIT_BASE_MAP_PARTS)))
            return FALSE;
          continue;
        }

      if (node->first_child != layer->first_node + next || !is_within (next, node->n_children, i))
        return FALSE;

      for (guint j = 0; j < node->n_children; j++)
        levels[i] = MAX (levels[i], levels[next + j] + 1);

      next += node->n_children;
      if (levels[i] > MAX_TREE_LEVELS)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_layers (const Check *check)
{
  const LieuditBaseMapLayer *layers = records (check, LIEUDIT_BASE_MAP_LAYERS);

  for (guint i = 0; i < count (check, LIEUDIT_BASE_MAP_LAYERS); i++)
    {
      if (!is_within (layers[i].first_node, layers[i].n_nodes, count (check, LIEUDIT_BASE_MAP_NODES))
          || !check_tree (check, &layers[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_geometry (const Check *check)
{
  const LieuditBaseMapPart *parts = records (check, LIEUDIT_BASE_MAP_PARTS);
  const LieuditBaseMapRing *rings = records (check, LIEUDIT_BASE_MAP_RINGS);
  const LieuditBaseMapArea *areas = records (check, LIEUDIT_BASE_MAP_AREAS);

  for (guint i = 0; i < count (check, LIEUDIT_BASE_MAP_AREAS); i++)
    {
      if (areas[i].kind >= LIEUDIT_MAP_N_AREA_KINDS
          || !is_within (areas[i].first_ring, areas[i].n_rings, count (check, LIEUDIT_BASE_MAP_RINGS)))
        return FALSE;
    }

  for (guint i = 0; i < count (check, LIEUDIT_BASE_MAP_PARTS); i++)
    {
      if (!is_within (parts[i].first_ring, parts[i].n_rings, count (check, LIEUDIT_BASE_MAP_RINGS)))
        return FALSE;
    }

  for (guint i = 0; i < count (check, LIEUDIT_BASE_MAP_RINGS); i++)
    {
      if (!is_within (rings[i].first_point, rings[i].n_points, count (check, LIEUDIT_BASE_MAP_POINTS)))
        return FALSE;
    }

  return TRUE;
}

/* The strings begin with the empty one and end with a NUL; each offset must be one's beginning or lie within one. */
static gboolean
check_string (const Check *check,
              guint32      offset)
{
  const char *strings = records (check, LIEUDIT_BASE_MAP_STRINGS);

  return offset < count (check, LIEUDIT_BASE_MAP_STRINGS) && g_utf8_validate (strings + offset, -1, NULL);
}

static gboolean
check_strings (const Check *check)
{
  const LieuditBaseMapLabel *labels = records (check, LIEUDIT_BASE_MAP_LABELS);
  const LieuditBaseMapCredit *sources = records (check, LIEUDIT_BASE_MAP_SOURCES);
  const char *strings = records (check, LIEUDIT_BASE_MAP_STRINGS);
  guint32 size = count (check, LIEUDIT_BASE_MAP_STRINGS);

  if (size == 0 || strings[0] != '\0' || strings[size - 1] != '\0')
    return FALSE;

  for (guint i = 0; i < count (check, LIEUDIT_BASE_MAP_LABELS); i++)
    {
      if (labels[i].kind >= LIEUDIT_MAP_N_LABEL_KINDS || labels[i].angle < -90 || labels[i].angle > 90
          || !check_string (check, labels[i].local_name))
        return FALSE;

      for (guint j = 0; j < LIEUDIT_MAP_N_LANGUAGES; j++)
        {
          if (!check_string (check, labels[i].names[j]))
            return FALSE;
        }
    }

  for (guint i = 0; i < count (check, LIEUDIT_BASE_MAP_SOURCES); i++)
    {
      if (!check_string (check, sources[i].title) || !check_string (check, sources[i].version)
          || !check_string (check, sources[i].licence) || !check_string (check, sources[i].url))
        return FALSE;
    }

  return TRUE;
}

/*
 * lieudit_base_map_check:
 * @data: (array length=size): a whole base map file, aligned to eight bytes
 * @size: its length, in bytes
 * @error: return location for an error
 *
 * Checks a compiled base map. Succeeds only when following any of its offsets stays inside @data.
 *
 * Returns: whether it can be used
 */
gboolean
lieudit_base_map_check (const guint8  *data,
                        gsize          size,
                        GError       **error)
{
  const LieuditBaseMapHeader *header = (gconstpointer) data;
  Check check = { .data = data, .header = header };

  if (size < sizeof *header || memcmp (header->magic, LIEUDIT_BASE_MAP_MAGIC, sizeof header->magic) != 0)
    {
      g_set_error_literal (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_DAMAGED,
                           _("The base map is not a base map file. Install Lieudit again."));
      return FALSE;
    }

  if (header->version != LIEUDIT_BASE_MAP_VERSION || header->byte_order != LIEUDIT_BASE_MAP_BYTE_ORDER)
    {
      g_set_error_literal (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_VERSION,
                           _("The base map was made for another version of Lieudit or another kind of computer. Install Lieudit again."));
      return FALSE;
    }

  if (header->size != size
      || header->checksum != crc32_z (crc32_z (0, NULL, 0), data + sizeof *header, size - sizeof *header)
      || !check_sections (&check, size)
      || !check_bands (&check)
      || !check_layers (&check)
      || !check_geometry (&check)
      || !check_strings (&check))
    {
      g_set_error_literal (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_DAMAGED,
                           _("The base map is damaged or incomplete. Install Lieudit again."));
      return FALSE;
    }

  return TRUE;
}
