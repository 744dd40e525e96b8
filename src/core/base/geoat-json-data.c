/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Strict reading of our own data files: what is missing, misspelt or of another type is an error
 * with its place, never a default. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-error.h"
#include "geoat-json-check.h"
#include "geoat-json-data.h"

/*
 * geoat_json_parse:
 * @bytes: the content of a file
 * @error: return location for an error
 *
 * Checks the bytes strictly, then parses them.
 *
 * Returns: (transfer full): the root, which is immutable
 */
JsonNode *
geoat_json_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) parse_error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!geoat_json_check (data, length, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, length, &parse_error))
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_SYNTAX, parse_error->message);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

/*
 * geoat_json_fail:
 * @error: return location for an error
 * @place: (nullable): where it is
 * @format: the message, as for printf
 *
 * Sets #GEOAT_ERROR_INVALID with the place in front of the message.
 *
 * Returns: %FALSE
 */
gboolean
geoat_json_fail (GError **error, const GeoatJsonPlace *place, const char *format, ...)
{
  g_autofree char *pointer = geoat_json_place_to_pointer (place);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, "%s%s%s", pointer,
               *pointer != '\0' ? ": " : "", message);
  return FALSE;
}

/*
 * geoat_json_fail_type:
 * @error: return location for an error
 * @place: (nullable): where it is
 * @node: what is there
 * @expected: what should be there: "a text"
 *
 * Returns: %FALSE
 */
gboolean
geoat_json_fail_type (GError **error,
                      const GeoatJsonPlace *place,
                      JsonNode *node,
                      const char *expected)
{
  g_autofree char *found = geoat_json_describe (node);

  /* Translators: "a text is expected here, not an object" */
  return geoat_json_fail (error, place, _ ("%s is expected here, not %s"), expected, found);
}

/*
 * geoat_json_node_get_object:
 * @node: a value
 * @place: (nullable): where it is
 * @error: return location for an error
 *
 * Returns: (transfer none): the object, or %NULL when it is none
 */
JsonObject *
geoat_json_node_get_object (JsonNode *node, const GeoatJsonPlace *place, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  geoat_json_fail_type (error, place, node, _ ("an object"));
  return NULL;
}

/*
 * geoat_json_get_member:
 * @object: an object
 * @place: (nullable): where it is
 * @name: the name of a member
 * @error: return location for an error
 *
 * Returns: (transfer none): its value, or %NULL when it is missing
 */
JsonNode *
geoat_json_get_member (JsonObject *object,
                       const GeoatJsonPlace *place,
                       const char *name,
                       GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    geoat_json_fail (error, GEOAT_JSON_MEMBER (place, name), _ ("this member is missing"));
  return node;
}

/*
 * geoat_json_get_object:
 * @object: an object
 * @place: (nullable): where it is
 * @name: the name of a member
 * @error: return location for an error
 *
 * Returns: (transfer none): the object, or %NULL when it is missing or none
 */
JsonObject *
geoat_json_get_object (JsonObject *object,
                       const GeoatJsonPlace *place,
                       const char *name,
                       GError **error)
{
  JsonNode *node = geoat_json_get_member (object, place, name, error);

  if (node == NULL)
    return NULL;
  return geoat_json_node_get_object (node, GEOAT_JSON_MEMBER (place, name), error);
}

/*
 * geoat_json_get_array:
 * @object: an object
 * @place: (nullable): where it is
 * @name: the name of a member
 * @error: return location for an error
 *
 * Returns: (transfer none): the array, or %NULL when it is missing or none
 */
JsonArray *
geoat_json_get_array (JsonObject *object,
                      const GeoatJsonPlace *place,
                      const char *name,
                      GError **error)
{
  JsonNode *node = geoat_json_get_member (object, place, name, error);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  geoat_json_fail_type (error, GEOAT_JSON_MEMBER (place, name), node, _ ("a list"));
  return NULL;
}

/*
 * geoat_json_get_string:
 * @object: an object
 * @place: (nullable): where it is
 * @name: the name of a member
 * @error: return location for an error
 *
 * Returns: (transfer none): the text, or %NULL when it is missing, none or empty
 */
const char *
geoat_json_get_string (JsonObject *object,
                       const GeoatJsonPlace *place,
                       const char *name,
                       GError **error)
{
  JsonNode *node = geoat_json_get_member (object, place, name, error);
  const GeoatJsonPlace here = { place, name, 0 };

  if (node == NULL)
    return NULL;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    geoat_json_fail_type (error, &here, node, _ ("a text"));
  else if (*json_node_get_string (node) == '\0')
    geoat_json_fail (error, &here, _ ("this text is empty"));
  else
    return json_node_get_string (node);

  return NULL;
}

/*
 * geoat_json_only_members:
 * @object: an object
 * @place: (nullable): where it is
 * @names: (array zero-terminated=1): all names it may have
 * @error: return location for an error
 *
 * Returns: %FALSE when it has another member
 */
gboolean
geoat_json_only_members (JsonObject *object,
                         const GeoatJsonPlace *place,
                         const char *const *names,
                         GError **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (names, name))
      return geoat_json_fail (error, GEOAT_JSON_MEMBER (place, name),
                              _ ("a member of this name is not known"));

  return TRUE;
}
