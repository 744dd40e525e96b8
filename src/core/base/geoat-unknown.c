/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members of the file that this version does not know are kept as the JSON they are.
 *
 * A copy of a plan is read in another thread while the plan lives on, and json-glib counts the
 * references to its objects without atomic operations: so nothing is shared between the two, a copy
 * goes all the way down. The depth is at most GEOAT_JSON_MAX_DEPTH. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-json-names.h"
#include "geoat-unknown.h"

static JsonNode *
copy_node (JsonNode *node)
{
  JsonNode *copy;

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (copy, geoat_unknown_copy (json_node_get_object (node)));
      return copy;

    case JSON_NODE_ARRAY:
      {
        JsonArray *array = json_node_get_array (node);
        guint length = json_array_get_length (array);
        JsonArray *elements = json_array_sized_new (length);

        for (guint i = 0; i < length; i++)
          json_array_add_element (elements, copy_node (json_array_get_element (array, i)));
        copy = json_node_new (JSON_NODE_ARRAY);
        json_node_take_array (copy, elements);
        return copy;
      }

    case JSON_NODE_VALUE:
    case JSON_NODE_NULL:
    default:
      return json_node_copy (node);
    }
}

/**
 * geoat_unknown_copy:
 * @object: (nullable): members
 *
 * Returns: (transfer full) (nullable): a copy that shares nothing with @object
 */
JsonObject *
geoat_unknown_copy (JsonObject *object)
{
  JsonObject *copy;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return NULL;

  copy = json_object_new ();
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (copy, name, copy_node (node));

  return copy;
}

/**
 * geoat_unknown_equal:
 * @a: (nullable): members
 * @b: (nullable): others
 *
 * Returns: whether both have the same members, in the same order, with equal values
 */
gboolean
geoat_unknown_equal (JsonObject *a, JsonObject *b)
{
  g_autoptr (GList) names = NULL;
  g_autoptr (GList) others = NULL;
  GList *i;
  GList *j;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || json_object_get_size (a) != json_object_get_size (b))
    return FALSE;

  names = json_object_get_members (a);
  others = json_object_get_members (b);
  for (i = names, j = others; i != NULL; i = i->next, j = j->next)
    if (!g_str_equal (geoat_json_name (i->data), geoat_json_name (j->data)) ||
        !json_node_equal (json_object_get_member (a, i->data), json_object_get_member (b, j->data)))
      return FALSE;

  return TRUE;
}
