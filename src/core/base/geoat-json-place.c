/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places in a JSON document, for messages: JSON pointers (RFC 6901). */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-json-number.h"
#include "geoat-json-place.h"

/* A pointer stands in a message on one line: a name of the file that is longer than this, or that
 * holds control characters, is shortened or escaped there. */
#define MAX_NAME 80

/* Appends @text so that it stays on one line and does not fill the screen. */
static void
append_printable (GString *string, const char *text, gsize length, gboolean is_pointer)
{
  const char *end = text + length;
  const char *p = text;

  for (guint n = 0; p < end; n++, p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (n == MAX_NAME)
        {
          g_string_append (string, "…");
          break;
        }

      if (is_pointer && ch == '~')
        g_string_append (string, "~0");
      else if (is_pointer && ch == '/')
        g_string_append (string, "~1");
      else if (g_unichar_iscntrl (ch) || ch == 0x2028 || ch == 0x2029)
        g_string_append_printf (string, "\\u%04x", ch);
      else
        g_string_append_len (string, p, g_utf8_next_char (p) - p);
    }
}

/*
 * geoat_json_pointer_append:
 * @pointer: a JSON pointer
 * @name: a name of a member
 * @length: its length in bytes
 *
 * Appends one step to a JSON pointer.
 */
void
geoat_json_pointer_append (GString *pointer, const char *name, gsize length)
{
  g_string_append_c (pointer, '/');
  append_printable (pointer, name, length, TRUE);
}

static void
append_place (GString *pointer, const GeoatJsonPlace *self)
{
  if (self == NULL)
    return;

  append_place (pointer, self->parent);
  if (self->name != NULL)
    geoat_json_pointer_append (pointer, self->name, strlen (self->name));
  else
    g_string_append_printf (pointer, "/%u", self->index);
}

/*
 * geoat_json_place_to_pointer:
 * @self: (nullable): a place; %NULL is the whole document
 *
 * Returns: (transfer full): its JSON pointer, "" for the whole document
 */
char *
geoat_json_place_to_pointer (const GeoatJsonPlace *self)
{
  GString *pointer = g_string_new (NULL);

  append_place (pointer, self);
  return g_string_free (pointer, FALSE);
}

/*
 * geoat_json_describe:
 * @node: a value
 *
 * Returns: (transfer full): the value as it can stand in a message: short, on one line
 */
char *
geoat_json_describe (JsonNode *node)
{
  GString *text;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (_ ("a list"));
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("null");
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      geoat_json_format_double (json_node_get_double (node), number);
      return g_strdup (number);
    }
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return json_to_string (node, FALSE);

  text = g_string_new ("“");
  append_printable (text, json_node_get_string (node), strlen (json_node_get_string (node)), FALSE);
  g_string_append (text, "”");
  return g_string_free (text, FALSE);
}
