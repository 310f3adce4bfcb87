/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-base-map.h"

#include "map/lieudit-base-map-check.h"

#include <glib/gi18n.h>
#include <sys/mman.h>

/**
 * LieuditBaseMap:
 *
 * The lines, areas and names of the world that the map is drawn from, mapped into memory from one compiled file.
 *
 * It never changes once open, so that any number of threads may read it at once.
 */
struct _LieuditBaseMap
{
  GObject parent_instance;

  GBytes *bytes;
  const LieuditBaseMapHeader *header;
};

G_DEFINE_FINAL_TYPE (LieuditBaseMap, lieudit_base_map, G_TYPE_OBJECT)
G_DEFINE_QUARK (lieudit-base-map-error-quark, lieudit_base_map_error)

static gconstpointer
get_section (LieuditBaseMap            *self,
             LieuditBaseMapSectionKind  kind)
{
  return (const guint8 *) self->header + self->header->sections[kind].offset;
}

static gboolean
boxes_touch (const LieuditMapBox *a,
             const LieuditMapBox *b)
{
  return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

/* The zoom levels between and beyond the bands use the nearest band below, or the first. */
static guint
find_band (LieuditBaseMap *self,
           guint           zoom)
{
  const LieuditBaseMapBand *bands = get_section (self, LIEUDIT_BASE_MAP_BANDS);
  guint n_bands = self->header->sections[LIEUDIT_BASE_MAP_BANDS].count;
  guint band = 0;

  while (band + 1 < n_bands && bands[band + 1].min_zoom <= zoom)
    band++;

  return band;
}

static void
visit_node (LieuditBaseMap           *self,
            const LieuditBaseMapNode *node,
            const LieuditMapBox      *box,
            guint                     zoom,
            LieuditBaseMapVisit       visit,
            gpointer                  user_data)
{
  const LieuditBaseMapNode *nodes = get_section (self, LIEUDIT_BASE_MAP_NODES);
  const LieuditBaseMapPart *parts = get_section (self, LIEUDIT_BASE_MAP_PARTS);

  for (guint i = 0; i < node->n_children; i++)
    {
      guint32 child = node->first_child + i;

      if (!node->is_leaf)
        {
          if (boxes_touch (&nodes[child].box, box))
            visit_node (self, &nodes[child], box, zoom, visit, user_data);
        }
      else if (boxes_touch (&parts[child].box, box) && parts[child].min_zoom <= zoom)
        {
          visit (&parts[child], user_data);
        }
    }
}

static void
lieudit_base_map_finalize (GObject *object)
{
  LieuditBaseMap *self = LIEUDIT_BASE_MAP (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (lieudit_base_map_parent_class)->finalize (object);
}

static void
lieudit_base_map_class_init (LieuditBaseMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lieudit_base_map_finalize;
}

static void
lieudit_base_map_init (LieuditBaseMap *self)
{
}

/**
 * lieudit_base_map_open:
 * @path: (type filename): a file made by lieudit-compile-base-map
 * @error: return location for an error
 *
 * Maps a compiled base map into memory and checks all of it.
 *
 * Fails with %LIEUDIT_BASE_MAP_ERROR, or with %G_FILE_ERROR when there is no such file or it cannot be read.
 *
 * Returns: (transfer full) (nullable): the base map, or %NULL on error
 */
LieuditBaseMap *
lieudit_base_map_open (const char  *path,
                       GError     **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  LieuditBaseMap *self;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_mapped_file_new (path, FALSE, &local_error);
  if (file == NULL)
    {
      g_set_error (error, local_error->domain, local_error->code,
                   _("The base map cannot be read from “%s”. Install Lieudit again, or set LIEUDIT_DATA_DIR to where its data is."), path);
      return NULL;
    }

  bytes = g_mapped_file_get_bytes (file);
  self = lieudit_base_map_new_from_bytes (bytes, error);

  /* The check has read all of it, of which a view needs little. */
  if (self != NULL)
    madvise (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), MADV_DONTNEED);

  return self;
}

/**
 * lieudit_base_map_new_from_bytes:
 * @bytes: the contents of a compiled base map
 * @error: return location for an error
 *
 * Opens a base map that is in memory already.
 *
 * Returns: (transfer full) (nullable): the base map, or %NULL with %LIEUDIT_BASE_MAP_ERROR
 */
LieuditBaseMap *
lieudit_base_map_new_from_bytes (GBytes  *bytes,
                                 GError **error)
{
  g_autoptr (LieuditBaseMap) self = NULL;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!lieudit_base_map_check (data, size, error))
    return NULL;

  self = g_object_new (LIEUDIT_TYPE_BASE_MAP, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->header = (gconstpointer) data;

  return g_steal_pointer (&self);
}

/**
 * lieudit_base_map_visit:
 * @self: a base map
 * @layer: which of its layers to search
 * @zoom: the zoom level to draw at, which decides how finely the geometry is simplified
 * @box: what to search, in units of %LIEUDIT_BASE_MAP_WORLD to the world
 * @visit: (scope call): called for each piece whose box touches @box
 * @user_data: for @visit
 *
 * Finds the geometry of a layer in a rectangle.
 *
 * The index is an R-tree packed along the Hilbert curve (I. Kamel and C. Faloutsos, "On Packing R-trees", CIKM 1993).
 */
void
lieudit_base_map_visit (LieuditBaseMap      *self,
                        LieuditMapLayer      layer,
                        guint                zoom,
                        const LieuditMapBox *box,
                        LieuditBaseMapVisit  visit,
                        gpointer             user_data)
{
  const LieuditBaseMapLayer *layers, *found;
  const LieuditBaseMapNode *nodes;

  g_return_if_fail (LIEUDIT_IS_BASE_MAP (self));
  g_return_if_fail (layer < LIEUDIT_MAP_N_LAYERS);
  g_return_if_fail (box != NULL && visit != NULL);

  layers = get_section (self, LIEUDIT_BASE_MAP_LAYERS);
  nodes = get_section (self, LIEUDIT_BASE_MAP_NODES);
  found = &layers[find_band (self, zoom) * LIEUDIT_MAP_N_LAYERS + layer];

  if (found->n_nodes > 0)
    visit_node (self, &nodes[found->first_node + found->n_nodes - 1], box, zoom, visit, user_data);
}

/**
 * lieudit_base_map_get_ring:
 * @self: a base map
 * @part: a piece of its geometry
 * @index: which ring (or line) of it, below @part's number of rings
 * @n_points: (out): how many points the ring has
 *
 * Gets the points of a ring or line.
 *
 * Returns: (transfer none) (array length=n_points): the points, in units of %LIEUDIT_BASE_MAP_WORLD to the world
 */
const LieuditMapPoint *
lieudit_base_map_get_ring (LieuditBaseMap           *self,
                           const LieuditBaseMapPart *part,
                           guint                     index,
                           guint                    *n_points)
{
  const LieuditBaseMapRing *rings = get_section (self, LIEUDIT_BASE_MAP_RINGS);
  const LieuditMapPoint *points = get_section (self, LIEUDIT_BASE_MAP_POINTS);

  *n_points = rings[part->first_ring + index].n_points;

  return &points[rings[part->first_ring + index].first_point];
}

/**
 * lieudit_base_map_get_areas:
 * @self: a base map
 * @n_areas: (out): how many there are
 *
 * Gets the outlines of countries and first-level areas.
 *
 * Returns: (transfer none) (array length=n_areas): the areas
 */
const LieuditBaseMapArea *
lieudit_base_map_get_areas (LieuditBaseMap *self,
                            guint          *n_areas)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (self), NULL);
  g_return_val_if_fail (n_areas != NULL, NULL);

  *n_areas = self->header->sections[LIEUDIT_BASE_MAP_AREAS].count;

  return get_section (self, LIEUDIT_BASE_MAP_AREAS);
}

/**
 * lieudit_base_map_get_area_ring:
 * @self: a base map
 * @area: one of its areas
 * @index: which ring of it, below @area's number of rings
 * @n_points: (out): how many points the ring has
 *
 * Gets the points of an outline.
 *
 * Returns: (transfer none) (array length=n_points): the points, in units of %LIEUDIT_BASE_MAP_WORLD to the world
 */
const LieuditMapPoint *
lieudit_base_map_get_area_ring (LieuditBaseMap           *self,
                                const LieuditBaseMapArea *area,
                                guint                     index,
                                guint                    *n_points)
{
  const LieuditBaseMapRing *rings = get_section (self, LIEUDIT_BASE_MAP_RINGS);
  const LieuditMapPoint *points = get_section (self, LIEUDIT_BASE_MAP_POINTS);

  *n_points = rings[area->first_ring + index].n_points;

  return &points[rings[area->first_ring + index].first_point];
}

/**
 * lieudit_base_map_get_labels:
 * @self: a base map
 * @n_labels: (out): how many there are
 *
 * Gets the names that the base map can show, the most important first.
 *
 * Returns: (transfer none) (array length=n_labels): the labels
 */
const LieuditBaseMapLabel *
lieudit_base_map_get_labels (LieuditBaseMap *self,
                             guint          *n_labels)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (self), NULL);
  g_return_val_if_fail (n_labels != NULL, NULL);

  *n_labels = self->header->sections[LIEUDIT_BASE_MAP_LABELS].count;

  return get_section (self, LIEUDIT_BASE_MAP_LABELS);
}

/**
 * lieudit_base_map_get_string:
 * @self: a base map
 * @offset: where a string starts, as a record of the base map says
 *
 * Gets a string that a record of the base map points to.
 *
 * Returns: (transfer none): the string, which may be empty
 */
const char *
lieudit_base_map_get_string (LieuditBaseMap *self,
                             guint32         offset)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (self), "");
  g_return_val_if_fail (offset < self->header->sections[LIEUDIT_BASE_MAP_STRINGS].count, "");

  return (const char *) get_section (self, LIEUDIT_BASE_MAP_STRINGS) + offset;
}

/**
 * lieudit_base_map_get_credits:
 * @self: a base map
 * @n_credits: (out): how many there are
 *
 * Gets where the base map's data comes from, each source once.
 *
 * Returns: (array length=n_credits) (transfer none): the sources
 */
const LieuditBaseMapCredit *
lieudit_base_map_get_credits (LieuditBaseMap *self,
                              guint          *n_credits)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (self), NULL);

  *n_credits = self->header->sections[LIEUDIT_BASE_MAP_SOURCES].count;

  return get_section (self, LIEUDIT_BASE_MAP_SOURCES);
}

/**
 * lieudit_base_map_get_attribution:
 * @self: a base map
 *
 * Names where the base map's data comes from and under which licences, for the corner of the map and for exports.
 *
 * Returns: (transfer full): one line of text, such as "Natural Earth 1:10m (Public domain), GSHHG rivers (LGPL-3.0-or-later)"
 */
char *
lieudit_base_map_get_attribution (LieuditBaseMap *self)
{
  const LieuditBaseMapCredit *sources;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_sources;

  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (self), NULL);

  sources = lieudit_base_map_get_credits (self, &n_sources);
  for (guint i = 0; i < n_sources; i++)
    {
      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "",
                              lieudit_base_map_get_string (self, sources[i].title),
                              lieudit_base_map_get_string (self, sources[i].licence));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
