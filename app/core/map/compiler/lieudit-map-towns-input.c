/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The towns of the world gazetteer that the base map's own names do not have, so that a map that is looked at closely is not empty
 * anywhere. */
#include "config.h"

#include "map/compiler/lieudit-map-towns-input.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define DEFAULT_MAX_ZOOM 24

/* Two towns of one name no farther apart than this are one, in degrees. */
#define SAME_TOWN 0.3

/* The columns of data/world/places.tsv.gz; see data/world.md. */
enum
{
  COLUMN_ID,
  COLUMN_FEATURE,
  COLUMN_COUNTRY,
  COLUMN_LATITUDE = 5,
  COLUMN_LONGITUDE,
  COLUMN_POPULATION,
  COLUMN_FRENCH = 9,
  COLUMN_ENGLISH,
  COLUMN_ARABIC,
  COLUMN_OTHER,
  N_COLUMNS = 14
};

/* From which zoom level a town is named, by its inhabitants; a smaller one is not. */
static const struct {
  guint32 population;
  guint8 min_zoom;
} zooms[] = {
  { 300000, 6 }, { 100000, 7 }, { 40000, 8 }, { 15000, 9 }, { 7000, 10 }, { 5000, 11 },
};

static const char *const arabic_countries[] = {
  "AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE", NULL
};

/* What the map names already: identifiers, and English names with where they are. */
typedef struct {
  GHashTable *identifiers; /* of "geonames:ID" */
  GHashTable *names;       /* English name → LieuditMapPoint */
} Known;

static void
learn (Known      *known,
       JsonObject *feature)
{
  JsonObject *properties = json_object_get_object_member (feature, "properties");
  JsonObject *names = json_object_get_object_member (properties, "names");
  JsonArray *coordinates = json_object_get_array_member (json_object_get_object_member (feature, "geometry"), "coordinates");
  LieuditMapPoint *point = g_new0 (LieuditMapPoint, 1);

  g_hash_table_add (known->identifiers, g_strdup (json_object_get_string_member_with_default (properties, "source", "")));
  lieudit_map_point_from_json (coordinates, point);
  g_hash_table_insert (known->names, g_strdup (json_object_get_string_member_with_default (names, "en", "")), point);
}

static gboolean
is_known (const Known               *known,
          const char                *identifier,
          const char                *name,
          const LieuditBaseMapLabel *label)
{
  g_autofree char *source = g_strconcat ("geonames:", identifier, NULL);
  const LieuditMapPoint *point = g_hash_table_lookup (known->names, name);
  double reach = LIEUDIT_BASE_MAP_WORLD / 360.0 * SAME_TOWN;

  if (g_hash_table_contains (known->identifiers, source))
    return TRUE;
  return point != NULL && fabs ((double) point->x - label->point.x) < reach && fabs ((double) point->y - label->point.y) < reach;
}

/* Lists of names are separated by bars, the preferred one first. */
static char *
dup_first_name (const char *list)
{
  return g_strndup (list, strcspn (list, "|"));
}

static guint8
find_min_zoom (guint32 population)
{
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (population >= zooms[i].population)
      return zooms[i].min_zoom;
  return 0;
}

static gboolean
find_point (char            **columns,
            LieuditMapPoint  *point)
{
  g_autoptr (JsonArray) coordinates = json_array_new ();

  json_array_add_double_element (coordinates, g_ascii_strtod (columns[COLUMN_LONGITUDE], NULL));
  json_array_add_double_element (coordinates, g_ascii_strtod (columns[COLUMN_LATITUDE], NULL));
  return lieudit_map_point_from_json (coordinates, point);
}

static void
set_names (char                 **columns,
           const char            *english,
           LieuditBaseMapWriter  *writer,
           LieuditBaseMapLabel   *label)
{
  g_autofree char *french = dup_first_name (columns[COLUMN_FRENCH]);
  g_autofree char *arabic = dup_first_name (columns[COLUMN_ARABIC]);

  label->names[LIEUDIT_MAP_LANGUAGE_ENGLISH] = lieudit_base_map_writer_add_string (writer, english);
  label->names[LIEUDIT_MAP_LANGUAGE_FRENCH] = lieudit_base_map_writer_add_string (writer, french);
  label->names[LIEUDIT_MAP_LANGUAGE_ARABIC] = lieudit_base_map_writer_add_string (writer, arabic);
  if (g_strv_contains (arabic_countries, columns[COLUMN_COUNTRY]))
    label->local_name = label->names[LIEUDIT_MAP_LANGUAGE_ARABIC];
}

/* Quarters are named by nobody who does not name their town, and areas by the map's own names. */
static void
read_town (char                 **columns,
           const Known           *known,
           LieuditBaseMapWriter  *writer,
           GArray                *labels)
{
  const char *feature = columns[COLUMN_FEATURE];
  guint32 population = (guint32) g_ascii_strtoull (columns[COLUMN_POPULATION], NULL, 10);
  g_autofree char *english = dup_first_name (*columns[COLUMN_ENGLISH] != '\0' ? columns[COLUMN_ENGLISH] : columns[COLUMN_OTHER]);
  LieuditBaseMapLabel label = { .max_zoom = DEFAULT_MAX_ZOOM, .population = population, .min_zoom = find_min_zoom (population) };

  if (!g_str_has_prefix (feature, "PPL") || g_str_equal (feature, "PPLX") || label.min_zoom == 0 || *english == '\0')
    return;
  if (!g_str_has_prefix (columns[COLUMN_ID], "gn-") || !find_point (columns, &label.point))
    return;
  if (is_known (known, columns[COLUMN_ID] + strlen ("gn-"), english, &label))
    return;

  label.kind = g_str_equal (feature, "PPLA") ? LIEUDIT_MAP_LABEL_SEAT : LIEUDIT_MAP_LABEL_TOWN;
  set_names (columns, english, writer, &label);
  g_array_append_val (labels, label);
}

static GInputStream *
open_table (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) packed = g_file_read (file, NULL, error);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  if (packed == NULL)
    return NULL;
  return g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (decompressor));
}

/*
 * lieudit_map_towns_input_read:
 * @path: the gazetteer's table, packed
 * @collection: the GeoJSON feature collection of the names that the map has already
 * @writer: where to write names
 * @labels: (element-type LieuditBaseMapLabel): where to add towns
 * @error: return location for an error
 *
 * Adds the towns of the world that the map does not name yet.
 *
 * Returns: whether the table could be read
 */
gboolean
lieudit_map_towns_input_read (const char            *path,
                              JsonObject            *collection,
                              LieuditBaseMapWriter  *writer,
                              GArray                *labels,
                              GError               **error)
{
  g_autoptr (GHashTable) identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GInputStream) stream = open_table (path, error);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) read_error = NULL;
  JsonArray *features = json_object_get_array_member (collection, "features");
  Known known = { identifiers, names };
  char *text;

  if (stream == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (features); i++)
    learn (&known, json_array_get_object_element (features, i));

  lines = g_data_input_stream_new (stream);
  while ((text = g_data_input_stream_read_line (lines, NULL, NULL, &read_error)) != NULL)
    {
      g_autofree char *line = text;
      g_auto (GStrv) columns = g_strsplit (line, "\t", 0);

      if (g_strv_length (columns) != N_COLUMNS)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: a line does not have %d columns", path, N_COLUMNS);
          return FALSE;
        }
      read_town (columns, &known, writer, labels);
    }
  if (read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  return TRUE;
}
