/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns the GeoJSON files of data/basemap into the one file that the map is drawn from:
 *
 *     lieudit-compile-base-map OUTPUT FOLDER [TOWNS]
 *
 * TOWNS is the table of the world gazetteer, whose towns are named where the map is looked at closely.
 */
#include "config.h"

#include "map/compiler/lieudit-base-map-writer.h"
#include "map/compiler/lieudit-map-divide.h"
#include "map/compiler/lieudit-map-labels-input.h"
#include "map/compiler/lieudit-map-simplify.h"
#include "map/lieudit-map-json.h"

#include <locale.h>
#include <string.h>

/* The largest triangle that may go, and the smallest island or lake that stays, in square half pixels at a band's closest zoom. */
#define SMALLEST_TRIANGLE 2.4
#define SMALLEST_RING 6.0

/* An island or lake that would have fewer points than this is simplified less: what is small is made of small triangles. */
#define FEWEST_POINTS 7
#define MOST_HALVINGS 3

/* What a zoom level's pixel covers on a sharp screen, where a tile is 512 pixels wide. */
#define UNITS_A_PIXEL(zoom) ((double) LIEUDIT_BASE_MAP_WORLD / 512.0 / (double) (1 << (zoom)))

typedef struct {
  guint min_zoom;
  guint max_zoom;
  gboolean is_full; /* nothing is simplified */
} Band;

/* From zoom 6 on the data itself is no finer than a pixel outside the home region, and drawn whole inside it. */
static const Band bands[] = {
  { 0, 2, FALSE }, { 3, 3, FALSE }, { 4, 4, FALSE }, { 5, 5, FALSE }, { 6, 24, TRUE },
};

static const char *const inputs[] = {
  "land.geojson", "lakes.geojson", "rivers.geojson", "provinces.geojson", "borders.geojson", "roads.geojson",
  "railways.geojson", NULL
};

static const struct {
  const char *member;
  const char *value;
  LieuditMapClass class_bit;
} classes[] = {
  { "kind", "disputed", LIEUDIT_MAP_CLASS_DISPUTED },
  { "kind", "control", LIEUDIT_MAP_CLASS_CONTROL },
  { "class", "motorway", LIEUDIT_MAP_CLASS_MOTORWAY },
  { "class", "trunk", LIEUDIT_MAP_CLASS_TRUNK },
  { "class", "primary", LIEUDIT_MAP_CLASS_PRIMARY },
};

/* The zoom from which water is drawn, by Natural Earth's rank of it; the last stands for all higher ranks. */
static const guint8 zoom_of_rank[] = { 2, 2, 3, 4, 5, 5, 6, 7, 7, 8, 8, 9 };

static guint8
get_class (JsonObject *properties)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (g_str_equal (json_object_get_string_member_with_default (properties, classes[i].member, ""), classes[i].value))
        return classes[i].class_bit;
    }

  return LIEUDIT_MAP_CLASS_PLAIN;
}

static guint8
get_min_zoom (JsonObject *properties)
{
  gint64 rank = json_object_get_int_member_with_default (properties, "rank", 0);

  if (json_object_has_member (properties, "min_zoom"))
    return (guint8) CLAMP (json_object_get_int_member (properties, "min_zoom"), 0, 24);
  if (json_object_has_member (properties, "rank"))
    return zoom_of_rank[CLAMP (rank, 0, (gint64) G_N_ELEMENTS (zoom_of_rank) - 1)];

  return 0;
}

static JsonNode *
read_input (const char            *folder,
            const char            *name,
            LieuditBaseMapWriter  *writer,
            GError               **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *sources;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  root = lieudit_map_json_parse (text, length, error);
  if (root == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  sources = json_object_get_array_member (json_object_get_object_member (json_node_get_object (root), "lieudit"), "sources");
  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      JsonObject *source = json_array_get_object_element (sources, i);

      lieudit_base_map_writer_add_source (writer,
                                          json_object_get_string_member_with_default (source, "title", ""),
                                          json_object_get_string_member_with_default (source, "version", ""),
                                          json_object_get_string_member_with_default (source, "licence", ""),
                                          json_object_get_string_member_with_default (source, "url", ""));
    }

  return g_steal_pointer (&root);
}

static GPtrArray *
read_shapes (const char            *folder,
             const char            *name,
             LieuditBaseMapWriter  *writer,
             GError               **error)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) lieudit_map_shape_free);
  g_autoptr (JsonNode) root = read_input (folder, name, writer, error);
  JsonArray *features;

  if (root == NULL)
    return NULL;

  features = json_object_get_array_member (json_node_get_object (root), "features");
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);
      JsonObject *properties = json_object_get_object_member (feature, "properties");
      LieuditMapShape *shape = lieudit_map_shape_from_json (feature, get_class (properties), get_min_zoom (properties));

      if (shape == NULL)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: feature %u is not a line or an area", name, i);
          return NULL;
        }
      g_ptr_array_add (shapes, shape);
    }

  return g_steal_pointer (&shapes);
}

static GArray *
simplify_ring (const GArray *ring,
               double        smallest_triangle)
{
  GArray *result = lieudit_map_simplify (ring, smallest_triangle);

  for (guint i = 0; i < MOST_HALVINGS && result->len < MIN (FEWEST_POINTS, ring->len); i++)
    {
      g_array_unref (result);
      smallest_triangle /= 2.0;
      result = lieudit_map_simplify (ring, smallest_triangle);
    }
  return result;
}

/* A copy of @shape for a band, or NULL when nothing of it is large enough. */
static LieuditMapShape *
simplify_shape (const LieuditMapShape *shape,
                const Band            *band,
                gboolean               is_area)
{
  g_autoptr (LieuditMapShape) result = lieudit_map_shape_new (shape->class_bits, shape->min_zoom);
  double pixel = band->is_full ? 0.0 : UNITS_A_PIXEL (band->max_zoom);

  if (shape->min_zoom > band->max_zoom)
    return NULL;

  for (guint i = 0; i < shape->rings->len; i++)
    {
      double smallest_triangle = SMALLEST_TRIANGLE * pixel * pixel;
      g_autoptr (GArray) ring = is_area ? simplify_ring (shape->rings->pdata[i], smallest_triangle)
                                        : lieudit_map_simplify (shape->rings->pdata[i], smallest_triangle);
      gboolean stays = is_area ? ring->len >= 4 && lieudit_map_ring_area (ring) > SMALLEST_RING * pixel * pixel : ring->len >= 2;

      if (stays)
        g_ptr_array_add (result->rings, g_steal_pointer (&ring));
      else if (i == 0)
        return NULL;
    }

  return result->rings->len > 0 ? g_steal_pointer (&result) : NULL;
}

static GPtrArray *
simplify_layer (GPtrArray  *shapes,
                const Band *band,
                gboolean    is_area)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) lieudit_map_shape_free);

  for (guint i = 0; i < shapes->len; i++)
    {
      LieuditMapShape *shape = simplify_shape (shapes->pdata[i], band, is_area);

      if (shape != NULL)
        g_ptr_array_add (result, shape);
    }

  return result;
}

static void
write_areas (LieuditBaseMapWriter *writer,
             GPtrArray            *shapes,
             const Band           *band)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) lieudit_map_shape_free);
  guint depth = CLAMP ((int) band->max_zoom - 2, 0, 6);

  for (guint i = 0; i < shapes->len; i++)
    lieudit_map_divide_area (shapes->pdata[i], depth, (gint32) (4 * UNITS_A_PIXEL (MAX (band->min_zoom, 2))), pieces);

  lieudit_base_map_writer_begin_layer (writer);
  for (guint i = 0; i < pieces->len; i++)
    lieudit_base_map_writer_add_area (writer, pieces->pdata[i]);
  lieudit_base_map_writer_end_layer (writer);
}

/* The map is cut at the antimeridian and at the poles; no coast runs there. */
static gboolean
is_cut (const LieuditMapPoint *a,
        const LieuditMapPoint *b)
{
  const gint32 near = LIEUDIT_BASE_MAP_WORLD >> 14;
  const gint32 far = LIEUDIT_BASE_MAP_WORLD - near;

  return (a->x < near && b->x < near) || (a->x > far && b->x > far) || (a->y > far && b->y > far);
}

static void
write_outline (LieuditBaseMapWriter *writer,
               const GArray         *ring,
               guint8                class_bits,
               guint8                min_zoom)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (LieuditMapPoint));
  const LieuditMapPoint *points = (const LieuditMapPoint *) ring->data;

  for (guint i = 0; i < ring->len; i++)
    {
      if (i > 0 && is_cut (&points[i - 1], &points[i]))
        {
          if (line->len >= 2)
            lieudit_base_map_writer_add_line (writer, line, class_bits, min_zoom);
          g_array_set_size (line, 0);
        }
      g_array_append_val (line, points[i]);
    }

  if (line->len >= 2)
    lieudit_base_map_writer_add_line (writer, line, class_bits, min_zoom);
}

static void
write_outlines (LieuditBaseMapWriter *writer,
                GPtrArray            *land,
                GPtrArray            *lakes)
{
  lieudit_base_map_writer_begin_layer (writer);
  for (guint i = 0; i < land->len + lakes->len; i++)
    {
      const LieuditMapShape *shape = i < land->len ? land->pdata[i] : lakes->pdata[i - land->len];

      for (guint j = 0; j < shape->rings->len; j++)
        write_outline (writer, shape->rings->pdata[j], i < land->len ? LIEUDIT_MAP_CLASS_PLAIN : LIEUDIT_MAP_CLASS_LAKE, shape->min_zoom);
    }
  lieudit_base_map_writer_end_layer (writer);
}

static void
write_lines (LieuditBaseMapWriter *writer,
             GPtrArray            *shapes)
{
  lieudit_base_map_writer_begin_layer (writer);
  for (guint i = 0; i < shapes->len; i++)
    {
      const LieuditMapShape *shape = shapes->pdata[i];

      lieudit_base_map_writer_add_line (writer, shape->rings->pdata[0], shape->class_bits, shape->min_zoom);
    }
  lieudit_base_map_writer_end_layer (writer);
}

/* In the order of LieuditMapLayer. */
static void
write_band (LieuditBaseMapWriter *writer,
            GPtrArray           **layers,
            const Band           *band)
{
  g_autoptr (GPtrArray) land = simplify_layer (layers[0], band, TRUE);
  g_autoptr (GPtrArray) lakes = simplify_layer (layers[1], band, TRUE);

  lieudit_base_map_writer_add_band (writer, band->min_zoom, band->max_zoom);
  write_areas (writer, land, band);
  write_outlines (writer, land, lakes);
  write_areas (writer, lakes, band);

  for (guint i = 2; inputs[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) lines = simplify_layer (layers[i], band, FALSE);

      write_lines (writer, lines);
    }
}

/* Countries and first-level areas, whole. */
static gboolean
write_outlines_of_areas (LieuditBaseMapWriter  *writer,
                         const char            *folder,
                         GError               **error)
{
  g_autoptr (JsonNode) root = read_input (folder, "areas.geojson", writer, error);
  JsonArray *features;

  if (root == NULL)
    return FALSE;

  features = json_object_get_array_member (json_node_get_object (root), "features");
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);
      JsonObject *properties = json_object_get_object_member (feature, "properties");
      const char *country = json_object_get_string_member_with_default (properties, "country", "");
      const char *kind = json_object_get_string_member_with_default (properties, "kind", "");
      g_autoptr (LieuditMapShape) shape = lieudit_map_shape_from_json (feature, LIEUDIT_MAP_CLASS_PLAIN, 0);

      if (shape == NULL || strlen (country) != 2)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "areas.geojson: feature %u is not an area of a country", i);
          return FALSE;
        }
      lieudit_base_map_writer_add_outline (writer, shape, g_str_equal (kind, "country") ? LIEUDIT_MAP_AREA_COUNTRY : LIEUDIT_MAP_AREA_REGION,
                                           country);
    }

  return TRUE;
}

static gboolean
compile (const char  *output,
         const char  *folder,
         const char  *towns,
         GError     **error)
{
  g_autoptr (LieuditBaseMapWriter) writer = lieudit_base_map_writer_new ();
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (JsonNode) labels = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; inputs[i] != NULL; i++)
    {
      GPtrArray *shapes = read_shapes (folder, inputs[i], writer, error);

      if (shapes == NULL)
        return FALSE;
      g_ptr_array_add (layers, shapes);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    write_band (writer, (GPtrArray **) layers->pdata, &bands[i]);

  if (!write_outlines_of_areas (writer, folder, error))
    return FALSE;

  labels = read_input (folder, "labels.geojson", writer, error);
  if (labels == NULL || !lieudit_map_labels_input_write (json_node_get_object (labels), towns, writer, error))
    return FALSE;

  bytes = lieudit_base_map_writer_finish (writer);

  return g_file_set_contents (output, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");

  if (argc != 3 && argc != 4)
    {
      g_printerr ("Usage: %s OUTPUT FOLDER [TOWNS]\n", argv[0]);
      return 2;
    }

  if (!compile (argv[1], argv[2], argv[3], &error))
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }

  return 0;
}
