/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-style-private.h"

#include "lieudit-data-directory.h"
#include "map/lieudit-base-map.h"
#include "map/lieudit-map-json.h"

#include <glib/gi18n.h>

#define INSTALLED_STYLE "basemap/base-map-style.json"

G_DEFINE_FINAL_TYPE (LieuditMapStyle, lieudit_map_style, G_TYPE_OBJECT)

static void
lieudit_map_style_finalize (GObject *object)
{
  LieuditMapStyle *self = LIEUDIT_MAP_STYLE (object);

  g_clear_pointer (&self->palette, g_hash_table_unref);
  g_clear_pointer (&self->rules, g_array_unref);

  G_OBJECT_CLASS (lieudit_map_style_parent_class)->finalize (object);
}

static void
lieudit_map_style_class_init (LieuditMapStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lieudit_map_style_finalize;
}

static void
lieudit_map_style_init (LieuditMapStyle *self)
{
  self->palette = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rules = g_array_new (FALSE, FALSE, sizeof (LieuditMapRule));
}

/**
 * lieudit_map_style_new_from_bytes:
 * @bytes: a style file's contents
 * @palette: which of its palettes to use, such as "light" or "dark"
 * @error: return location for an error
 *
 * Reads a style.
 *
 * Returns: (transfer full) (nullable): the style, or %NULL with %LIEUDIT_BASE_MAP_ERROR_STYLE or a JSON error
 */
LieuditMapStyle *
lieudit_map_style_new_from_bytes (GBytes      *bytes,
                                  const char  *palette,
                                  GError     **error)
{
  g_autoptr (LieuditMapStyle) self = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (palette != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  node = lieudit_map_json_parse (data, length, error);
  if (node == NULL)
    return NULL;

  root = json_node_get_object (node);
  self = g_object_new (LIEUDIT_TYPE_MAP_STYLE, NULL);
  if (!lieudit_map_style_read (self, root, palette, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * lieudit_map_style_open:
 * @palette: which of the style's palettes to use, such as "light", "dark" or "print"
 * @error: return location for an error
 *
 * Reads the style that is installed with the base map.
 *
 * Returns: (transfer full) (nullable): the style, or %NULL with %LIEUDIT_BASE_MAP_ERROR_STYLE or a JSON error
 */
LieuditMapStyle *
lieudit_map_style_open (const char  *palette,
                        GError     **error)
{
  g_autofree char *path = lieudit_build_data_path (INSTALLED_STYLE);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_return_val_if_fail (palette != NULL, NULL);

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_set_error (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_STYLE,
                   _("The map’s style cannot be read from “%s”. Install Lieudit again, or set LIEUDIT_DATA_DIR to where its data is."), path);
      return NULL;
    }

  bytes = g_bytes_new_take (text, length);

  return lieudit_map_style_new_from_bytes (bytes, palette, error);
}

/**
 * lieudit_map_style_get_background:
 * @self: a style
 *
 * Gets the colour of what no rule draws: the sea.
 *
 * Returns: (transfer none): the colour
 */
const LieuditMapColour *
lieudit_map_style_get_background (LieuditMapStyle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (self), NULL);

  return &self->background;
}

/**
 * lieudit_map_style_get_rules:
 * @self: a style
 * @n_rules: (out): how many rules there are
 *
 * Gets the steps of drawing a map, the first to be drawn first.
 *
 * Returns: (transfer none) (array length=n_rules): the rules
 */
const LieuditMapRule *
lieudit_map_style_get_rules (LieuditMapStyle *self,
                             guint           *n_rules)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (self), NULL);
  g_return_val_if_fail (n_rules != NULL, NULL);

  *n_rules = self->rules->len;

  return (const LieuditMapRule *) self->rules->data;
}

/**
 * lieudit_map_style_get_label_rule:
 * @self: a style
 * @kind: what is named
 *
 * Gets how names of a kind are set.
 *
 * Returns: (transfer none): the rule
 */
const LieuditMapLabelRule *
lieudit_map_style_get_label_rule (LieuditMapStyle     *self,
                                  LieuditMapLabelKind  kind)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (self), NULL);
  g_return_val_if_fail (kind < LIEUDIT_MAP_N_LABEL_KINDS, NULL);

  return &self->labels[kind];
}

/**
 * lieudit_map_style_get_picture:
 * @self: a style
 *
 * Gets the colours of what a picture shows besides the map.
 *
 * Returns: (transfer none): the colours
 */
const LieuditMapPictureColours *
lieudit_map_style_get_picture (LieuditMapStyle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (self), NULL);

  return &self->picture;
}

/**
 * lieudit_map_style_get_graticule:
 * @self: a style
 *
 * Returns: (transfer none): how meridians and parallels are drawn
 */
const LieuditMapGraticule *
lieudit_map_style_get_graticule (LieuditMapStyle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (self), NULL);

  return &self->graticule;
}

/**
 * lieudit_map_style_get_colour:
 * @self: a style
 * @name: the name of a colour in the palette, such as "land"
 * @colour: (out): return location for the colour
 *
 * Looks a colour up.
 *
 * Returns: whether the palette has it
 */
gboolean
lieudit_map_style_get_colour (LieuditMapStyle  *self,
                              const char       *name,
                              LieuditMapColour *colour)
{
  const LieuditMapColour *found;

  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (self), FALSE);
  g_return_val_if_fail (name != NULL && colour != NULL, FALSE);

  found = g_hash_table_lookup (self->palette, name);
  if (found != NULL)
    *colour = *found;

  return found != NULL;
}

/**
 * lieudit_map_stops_get:
 * @stops: a number that depends on the zoom level
 * @zoom: a zoom level, not necessarily whole
 *
 * Gets the number at a zoom level.
 *
 * Returns: the number
 */
double
lieudit_map_stops_get (const LieuditMapStops *stops,
                       double                 zoom)
{
  if (stops->n_stops == 0)
    return 0.0;

  for (guint i = 0; i < stops->n_stops; i++)
    {
      double part;

      if (zoom > stops->zooms[i])
        continue;
      if (i == 0)
        return stops->values[0];

      part = (zoom - stops->zooms[i - 1]) / (stops->zooms[i] - stops->zooms[i - 1]);
      return stops->values[i - 1] + part * (stops->values[i] - stops->values[i - 1]);
    }

  return stops->values[stops->n_stops - 1];
}
