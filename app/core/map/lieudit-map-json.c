/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-json.h"

#include "map/lieudit-base-map.h"
#include "text/lieudit-json-check.h"

#include <glib/gi18n.h>

#define MAX_LENGTH (64 * 1024 * 1024)
#define MAX_DEPTH 32

/*
 * lieudit_map_json_parse:
 * @data: (array length=length): JSON text
 * @length: its length, in bytes
 * @error: return location for an error
 *
 * Parses a style or an input of the base map, unless it is too long or nested too deeply to be one.
 *
 * Returns: (transfer full) (nullable): the root, an object, or %NULL on error
 */
JsonNode *
lieudit_map_json_parse (const char  *data,
                        gsize        length,
                        GError     **error)
{
  g_autoptr (JsonParser) parser = NULL;
  const char *problem;
  JsonNode *root;

  if (length == 0)
    problem = _("The JSON text does not hold an object.");
  else if (length > MAX_LENGTH)
    problem = _("The text is too long.");
  else
    problem = lieudit_json_check (data, length, MAX_DEPTH);

  if (problem != NULL)
    {
      g_set_error_literal (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_STYLE, problem);
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, length, error))
    return NULL;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_STYLE,
                           _("The JSON text does not hold an object."));
      return NULL;
    }

  return json_node_ref (root);
}
