/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/compiler/lieudit-map-labels-input.h"

#include "map/compiler/lieudit-map-towns-input.h"

static const char *const kinds[LIEUDIT_MAP_N_LABEL_KINDS] = {
  "sea", "country", "capital", "seat", "region", "town", "lake", "road", "river", "site",
};
static const char *const languages[LIEUDIT_MAP_N_LANGUAGES] = { "en", "fr", "ar", "tr" };

#define DEFAULT_MAX_ZOOM 24

static gboolean
read_label (JsonObject           *feature,
            LieuditBaseMapWriter *writer,
            LieuditBaseMapLabel  *label)
{
  JsonObject *properties = json_object_get_object_member (feature, "properties");
  JsonObject *names = json_object_get_object_member (properties, "names");
  JsonObject *geometry = json_object_get_object_member (feature, "geometry");
  const char *local = json_object_get_string_member_with_default (properties, "local", "");
  const char *kind = json_object_get_string_member_with_default (properties, "kind", "");

  while (label->kind < LIEUDIT_MAP_N_LABEL_KINDS && !g_str_equal (kinds[label->kind], kind))
    label->kind++;

  if (label->kind == LIEUDIT_MAP_N_LABEL_KINDS
      || !lieudit_map_point_from_json (json_object_get_array_member (geometry, "coordinates"), &label->point))
    return FALSE;

  label->min_zoom = (guint8) CLAMP (json_object_get_int_member_with_default (properties, "min_zoom", 0), 0, 24);
  label->max_zoom = (guint8) CLAMP (json_object_get_int_member_with_default (properties, "max_zoom", DEFAULT_MAX_ZOOM), 0, 24);
  label->population = (guint32) CLAMP (json_object_get_int_member_with_default (properties, "population", 0), 0, G_MAXINT32);

  label->angle = (gint8) CLAMP (json_object_get_int_member_with_default (properties, "angle", 0), -90, 90);

  for (guint i = 0; i < LIEUDIT_MAP_N_LANGUAGES; i++)
    {
      label->names[i] = lieudit_base_map_writer_add_string (writer, json_object_get_string_member_with_default (names, languages[i], NULL));
      if (g_str_equal (languages[i], local))
        label->local_name = label->names[i];
    }

  return TRUE;
}

/* The most important first: those that show from farther away, then countries and seas before towns, then larger towns. */
static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const LieuditBaseMapLabel *label_a = a;
  const LieuditBaseMapLabel *label_b = b;

  if (label_a->min_zoom != label_b->min_zoom)
    return label_a->min_zoom < label_b->min_zoom ? -1 : 1;
  if (label_a->kind != label_b->kind)
    return label_a->kind < label_b->kind ? -1 : 1;
  if (label_a->population != label_b->population)
    return label_a->population > label_b->population ? -1 : 1;
  if (label_a->point.x != label_b->point.x)
    return label_a->point.x < label_b->point.x ? -1 : 1;

  return label_a->point.y < label_b->point.y ? -1 : 1;
}

/*
 * lieudit_map_labels_input_write:
 * @collection: the GeoJSON feature collection of labels
 * @towns: (nullable): path of a table of towns to name besides
 * @writer: where to write them
 * @error: return location for an error
 *
 * Reads the names of the base map and writes them by importance.
 *
 * Returns: whether all of them could be read
 */
gboolean
lieudit_map_labels_input_write (JsonObject            *collection,
                                const char            *towns,
                                LieuditBaseMapWriter  *writer,
                                GError               **error)
{
  JsonArray *features = json_object_get_array_member (collection, "features");
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (LieuditBaseMapLabel));

  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      LieuditBaseMapLabel label = { 0 };

      if (!read_label (json_array_get_object_element (features, i), writer, &label))
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "labels: feature %u has no known kind or no position", i);
          return FALSE;
        }
      g_array_append_val (labels, label);
    }

  if (towns != NULL && !lieudit_map_towns_input_read (towns, collection, writer, labels, error))
    return FALSE;

  g_array_sort (labels, compare_labels);
  for (guint i = 0; i < labels->len; i++)
    lieudit_base_map_writer_add_label (writer, &g_array_index (labels, LieuditBaseMapLabel, i));

  return TRUE;
}
