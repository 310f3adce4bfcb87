/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of JSON objects by the type that is wanted: json-glib's own getters complain aloud when a file holds another one. */
#include "config.h"

#include "text/lieudit-json-members.h"

static JsonNode *
get_member (JsonObject   *object,
            const char   *member,
            JsonNodeType  type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

/*
 * lieudit_json_get_object:
 * @object: (nullable): an object
 * @member: the name of one of its members
 *
 * Returns: (transfer none) (nullable): the member, or %NULL if there is none or it is no object
 */
JsonObject *
lieudit_json_get_object (JsonObject *object,
                         const char *member)
{
  JsonNode *node = get_member (object, member, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

/*
 * lieudit_json_get_array:
 * @object: (nullable): an object
 * @member: the name of one of its members
 *
 * Returns: (transfer none) (nullable): the member, or %NULL if there is none or it is no array
 */
JsonArray *
lieudit_json_get_array (JsonObject *object,
                        const char *member)
{
  JsonNode *node = get_member (object, member, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/*
 * lieudit_json_get_string:
 * @object: (nullable): an object
 * @member: the name of one of its members
 *
 * Returns: (transfer none) (nullable): the member, or %NULL if there is none or it is no string
 */
const char *
lieudit_json_get_string (JsonObject *object,
                         const char *member)
{
  JsonNode *node = get_member (object, member, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/*
 * lieudit_json_get_number:
 * @object: (nullable): an object
 * @member: the name of one of its members
 * @number: (inout): the member; left as it is if there is none
 *
 * Returns: whether there is such a member and it is a number
 */
gboolean
lieudit_json_get_number (JsonObject *object,
                         const char *member,
                         double     *number)
{
  JsonNode *node = get_member (object, member, JSON_NODE_VALUE);

  if (node == NULL || (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return FALSE;

  *number = json_node_get_double (node);

  return TRUE;
}
