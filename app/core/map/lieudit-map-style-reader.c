/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a style from its file, and says what is wrong with the file in words for the designer who changed it. */
#include "config.h"

#include "map/lieudit-map-style-private.h"

#include "map/lieudit-base-map.h"
#include "text/lieudit-json-members.h"

#include <glib/gi18n.h>

#define STYLE_VERSION 1
#define MAX_RULES 200
#define MAX_ZOOM 24
#define MAX_PIXELS 200.0

static const char *const layer_names[] = { "land", "coast", "lakes", "rivers", "provinces", "borders", "roads", "railways", NULL };
static const char *const class_names[] = { "plain", "disputed", "control", "motorway", "trunk", "primary", "lake", NULL };
static const char *const label_names[] = {
  "sea", "country", "capital", "seat", "region", "town", "lake", "road", "river", "site", NULL,
};
static const char *const shape_names[] = { "disc", "square", "diamond", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (layer_names) == LIEUDIT_MAP_N_LAYERS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (label_names) == LIEUDIT_MAP_N_LABEL_KINDS + 1);

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError     **error,
      const char  *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_STYLE, _("The map’s style cannot be used: %s"), reason);

  return FALSE;
}

static int
find_name (const char *const *names,
           const char        *name)
{
  for (int i = 0; names[i] != NULL; i++)
    {
      if (g_strcmp0 (names[i], name) == 0)
        return i;
    }

  return -1;
}

static gboolean
get_number (JsonNode *node,
            double    low,
            double    high,
            double   *number)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  *number = json_node_get_double (node);

  return *number >= low && *number <= high;
}

static gboolean
read_flag (JsonObject  *object,
           const char  *member,
           gboolean    *flag,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && !(JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN))
    return fail (error, _("“%s” is neither true nor false."), member);

  *flag = node != NULL && json_node_get_boolean (node);

  return TRUE;
}

/* Reads "#rrggbb" or "#rrggbbaa". */
static gboolean
parse_colour (const char       *text,
              LieuditMapColour *colour)
{
  double *channels[] = { &colour->red, &colour->green, &colour->blue, &colour->alpha };
  gsize length = text != NULL ? strlen (text) : 0;

  if ((length != 7 && length != 9) || text[0] != '#')
    return FALSE;

  colour->alpha = 1.0;
  for (gsize i = 0; i < (length - 1) / 2; i++)
    {
      int high = g_ascii_xdigit_value (text[1 + 2 * i]);
      int low = g_ascii_xdigit_value (text[2 + 2 * i]);

      if (high < 0 || low < 0)
        return FALSE;

      *channels[i] = (16 * high + low) / 255.0;
    }

  return TRUE;
}

static gboolean
read_palette (LieuditMapStyle  *self,
              JsonObject       *root,
              const char       *name,
              GError          **error)
{
  JsonObject *palettes = lieudit_json_get_object (root, "palettes");
  JsonObject *palette = lieudit_json_get_object (palettes, name);
  JsonObjectIter iter;
  const char *colour_name;

  if (palette == NULL)
    return fail (error, _("there is no palette “%s”."), name);

  json_object_iter_init_ordered (&iter, palette);
  while (json_object_iter_next_ordered (&iter, &colour_name, NULL))
    {
      g_autofree LieuditMapColour *colour = g_new0 (LieuditMapColour, 1);

      if (!parse_colour (lieudit_json_get_string (palette, colour_name), colour))
        return fail (error, _("the colour “%s” of the palette “%s” is not written as “#rrggbb” or “#rrggbbaa”."), colour_name, name);

      g_hash_table_insert (self->palette, g_strdup (colour_name), g_steal_pointer (&colour));
    }

  return TRUE;
}

static gboolean
read_colour (LieuditMapStyle   *self,
             JsonObject        *object,
             const char        *member,
             LieuditMapColour  *colour,
             GError           **error)
{
  const char *name = lieudit_json_get_string (object, member);

  if (name == NULL || !lieudit_map_style_get_colour (self, name, colour))
    return fail (error, _("“%s” does not name a colour of the palette."), member);

  return TRUE;
}

/* Reads [[zoom, value], ...]. */
static gboolean
read_stops (JsonObject       *object,
            const char       *member,
            LieuditMapStops  *stops,
            GError          **error)
{
  JsonArray *array = lieudit_json_get_array (object, member);
  guint length = array != NULL ? json_array_get_length (array) : 0;

  if (length == 0 || length > LIEUDIT_MAP_MAX_STOPS)
    return fail (error, _("“%s” is not a list of 1 to %d pairs of zoom and value."), member, LIEUDIT_MAP_MAX_STOPS);

  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (pair == NULL || json_array_get_length (pair) != 2
          || !get_number (json_array_get_element (pair, 0), 0, MAX_ZOOM, &stops->zooms[i])
          || !get_number (json_array_get_element (pair, 1), 0, MAX_PIXELS, &stops->values[i])
          || (i > 0 && stops->zooms[i] <= stops->zooms[i - 1]))
        return fail (error, _("“%s” is not made of pairs of a rising zoom level and a value from 0 to %g."), member, MAX_PIXELS);
    }

  stops->n_stops = length;

  return TRUE;
}

static gboolean
read_dashes (JsonObject      *object,
             LieuditMapRule  *rule,
             GError         **error)
{
  JsonArray *array = lieudit_json_get_array (object, "dash");

  if (!json_object_has_member (object, "dash"))
    return TRUE;

  rule->n_dashes = array != NULL ? json_array_get_length (array) : 0;
  if (rule->n_dashes == 0 || rule->n_dashes > LIEUDIT_MAP_MAX_DASHES)
    return fail (error, _("“dash” is not a list of 1 to %d lengths."), LIEUDIT_MAP_MAX_DASHES);

  for (guint i = 0; i < rule->n_dashes; i++)
    {
      if (!get_number (json_array_get_element (array, i), 0.1, MAX_PIXELS, &rule->dashes[i]))
        return fail (error, _("“dash” has a length that is not from 0.1 to %g."), MAX_PIXELS);
    }

  return TRUE;
}

static gboolean
read_classes (JsonObject      *object,
              LieuditMapRule  *rule,
              GError         **error)
{
  JsonArray *array = lieudit_json_get_array (object, "class");

  rule->class_bits = LIEUDIT_MAP_CLASS_ANY;
  if (!json_object_has_member (object, "class"))
    return TRUE;

  rule->class_bits = 0;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      int index = JSON_NODE_HOLDS_VALUE (node) ? find_name (class_names, json_node_get_string (node)) : -1;

      if (index < 0)
        return fail (error, _("“class” has a name that is not a class."));

      rule->class_bits |= 1u << index;
    }

  if (rule->class_bits == 0)
    return fail (error, _("“class” is not a list of classes."));

  return TRUE;
}

static gboolean
read_zoom_range (JsonObject      *object,
                 LieuditMapRule  *rule,
                 GError         **error)
{
  double from = 0;
  double to = MAX_ZOOM;

  if ((json_object_has_member (object, "from") && !get_number (json_object_get_member (object, "from"), 0, MAX_ZOOM, &from))
      || (json_object_has_member (object, "to") && !get_number (json_object_get_member (object, "to"), from, MAX_ZOOM, &to)))
    return fail (error, _("“from” and “to” are not rising zoom levels."));

  rule->min_zoom = (guint) from;
  rule->max_zoom = (guint) to;

  return TRUE;
}

static gboolean
read_rule (LieuditMapStyle  *self,
           JsonObject       *object,
           GError          **error)
{
  LieuditMapRule rule = { 0 };
  const char *name = lieudit_json_get_string (object, "layer");
  int layer = find_name (layer_names, name);

  if (layer < 0)
    return fail (error, _("there is no layer “%s”."), name != NULL ? name : "");

  rule.layer = (LieuditMapLayer) layer;
  rule.is_fill = json_object_has_member (object, "fill");
  if (rule.is_fill && layer != LIEUDIT_MAP_LAYER_LAND && layer != LIEUDIT_MAP_LAYER_LAKES)
    return fail (error, _("the layer “%s” is made of lines and cannot be filled."), name);
  if (!rule.is_fill && (layer == LIEUDIT_MAP_LAYER_LAND || layer == LIEUDIT_MAP_LAYER_LAKES))
    return fail (error, _("the layer “%s” is made of areas; its outline is in the layer “coast”."), name);

  if (!read_colour (self, object, rule.is_fill ? "fill" : "stroke", &rule.colour, error)
      || (!rule.is_fill && !read_stops (object, "width", &rule.width, error))
      || (json_object_has_member (object, "bend") && !read_stops (object, "bend", &rule.bend, error))
      || !read_dashes (object, &rule, error)
      || !read_classes (object, &rule, error)
      || !read_zoom_range (object, &rule, error))
    return FALSE;

  /* Areas are drawn in pieces that overlap a little. */
  if (rule.is_fill && rule.colour.alpha < 1.0)
    return fail (error, _("the fill of the layer “%s” is not opaque."), name);

  g_array_append_val (self->rules, rule);

  return TRUE;
}

static gboolean
read_rules (LieuditMapStyle  *self,
            JsonObject       *root,
            GError          **error)
{
  JsonArray *rules = lieudit_json_get_array (root, "rules");
  guint length = rules != NULL ? json_array_get_length (rules) : 0;

  if (length == 0 || length > MAX_RULES)
    return fail (error, _("“rules” is not a list of 1 to %d rules."), MAX_RULES);

  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (rules, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail (error, _("rule %u is not an object."), i + 1);
      if (!read_rule (self, json_node_get_object (node), error))
        {
          g_prefix_error (error, _("Rule %u: "), i + 1);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_dot (LieuditMapStyle      *self,
          JsonObject           *object,
          LieuditMapLabelRule  *rule,
          GError              **error)
{
  int shape = json_object_has_member (object, "dot-shape") ? find_name (shape_names, lieudit_json_get_string (object, "dot-shape")) : 0;

  if (!json_object_has_member (object, "dot"))
    return TRUE;

  if (shape < 0)
    return fail (error, _("“dot-shape” is not disc, square or diamond."));
  rule->dot_shape = (LieuditMapDotShape) shape;

  if (!read_stops (object, "dot", &rule->dot, error) || !read_colour (self, object, "dot-colour", &rule->dot_colour, error))
    return FALSE;

  return !json_object_has_member (object, "dot-inside") || read_colour (self, object, "dot-inside", &rule->dot_inside, error);
}

static gboolean
read_label_rule (LieuditMapStyle      *self,
                 JsonObject           *object,
                 LieuditMapLabelRule  *rule,
                 GError              **error)
{
  double weight = 400;

  if (json_object_has_member (object, "frame") && !read_colour (self, object, "frame", &rule->frame, error))
    return FALSE;

  if (!read_colour (self, object, "colour", &rule->colour, error)
      || !read_colour (self, object, "halo", &rule->halo, error)
      || !read_stops (object, "size", &rule->size, error)
      || !read_dot (self, object, rule, error))
    return FALSE;

  if (json_object_has_member (object, "weight") && !get_number (json_object_get_member (object, "weight"), 100, 1000, &weight))
    return fail (error, _("“weight” is not a number from 100 to 1000."));
  if (json_object_has_member (object, "spacing") && !get_number (json_object_get_member (object, "spacing"), 0, 50, &rule->spacing))
    return fail (error, _("“spacing” is not a number from 0 to 50."));

  rule->weight = (int) weight;

  return read_flag (object, "italic", &rule->is_italic, error);
}

static gboolean
read_labels (LieuditMapStyle  *self,
             JsonObject       *root,
             GError          **error)
{
  JsonObject *labels = lieudit_json_get_object (root, "labels");

  for (guint i = 0; i < LIEUDIT_MAP_N_LABEL_KINDS; i++)
    {
      JsonObject *object = lieudit_json_get_object (labels, label_names[i]);

      if (object == NULL)
        return fail (error, _("“labels” does not say how a “%s” is named."), label_names[i]);
      if (!read_label_rule (self, object, &self->labels[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_picture (LieuditMapStyle  *self,
              JsonObject       *root,
              GError          **error)
{
  JsonObject *picture = lieudit_json_get_object (root, "picture");

  if (picture == NULL)
    return fail (error, _("“picture” does not name the colours of pictures."));

  return read_colour (self, picture, "paper", &self->picture.paper, error)
         && read_colour (self, picture, "ink", &self->picture.ink, error)
         && read_colour (self, picture, "halo", &self->picture.halo, error)
         && read_colour (self, picture, "mark", &self->picture.mark, error)
         && read_colour (self, picture, "area-mark", &self->picture.area_mark, error)
         && read_colour (self, picture, "figurative-mark", &self->picture.figurative_mark, error)
         && read_colour (self, picture, "unsure-mark", &self->picture.unsure_mark, error);
}

/* A style need not have one. */
static gboolean
read_graticule (LieuditMapStyle  *self,
                JsonObject       *root,
                GError          **error)
{
  JsonObject *graticule = lieudit_json_get_object (root, "graticule");
  double from;

  self->graticule.min_zoom = G_MAXUINT;
  if (graticule == NULL)
    return TRUE;
  if (!get_number (json_object_get_member (graticule, "from"), 0, MAX_ZOOM, &from))
    return fail (error, _("“%s” is not a zoom level."), "from");
  self->graticule.min_zoom = (guint) from;

  return read_colour (self, graticule, "line", &self->graticule.line, error)
         && read_colour (self, graticule, "text", &self->graticule.text, error);
}

/*
 * lieudit_map_style_read:
 * @self: an empty style
 * @root: a style file
 * @palette: which of its palettes to use
 * @error: return location for an error
 *
 * Returns: whether the file was understood
 */
gboolean
lieudit_map_style_read (LieuditMapStyle  *self,
                        JsonObject       *root,
                        const char       *palette,
                        GError          **error)
{
  double version;

  if (!get_number (json_object_get_member (root, "version"), STYLE_VERSION, STYLE_VERSION, &version))
    return fail (error, _("its version is not %d."), STYLE_VERSION);

  return read_palette (self, root, palette, error)
         && read_colour (self, root, "background", &self->background, error)
         && read_rules (self, root, error)
         && read_labels (self, root, error)
         && read_picture (self, root, error)
         && read_graticule (self, root, error);
}
