/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes JSON to a stream, piece by piece, in one canonical form: that of Python's
 * json.dumps (indent=2, ensure_ascii=False). What json-glib's generator writes would need the whole
 * tree in memory, and gives doubles fewer digits than they have. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-json-check.h"
#include "geoat-json-names.h"
#include "geoat-json-number.h"
#include "geoat-json-writer.h"

#define CHUNK (64 * 1024)

struct _GeoatJsonWriter
{
  GOutputStream *stream; /* NULL: all stays in @buffer */
  GCancellable *cancellable;
  GString *buffer;
  GError *error;
  guint depth;
  gboolean has_members[GEOAT_JSON_MAX_DEPTH + 1]; /* by depth */
};

static void
flush (GeoatJsonWriter *self)
{
  if (self->stream == NULL)
    return;

  /* Not every stream looks at the cancellable. */
  if (self->error == NULL &&
      !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                               self->cancellable, &self->error);
  g_string_truncate (self->buffer, 0);
}

static void
append_string (GString *buffer, const char *text)
{
  const char *run = text;

  g_string_append_c (buffer, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      static const char short_escapes[] = "btn\0fr";
      guchar ch = *p;

      if (ch >= 0x20 && ch != '"' && ch != '\\')
        continue;

      g_string_append_len (buffer, run, p - run);
      run = p + 1;
      if (ch >= 0x20)
        g_string_append_printf (buffer, "\\%c", ch);
      else if (ch >= '\b' && ch <= '\r' && ch != '\v')
        g_string_append_printf (buffer, "\\%c", short_escapes[ch - '\b']);
      else
        g_string_append_printf (buffer, "\\u%04x", ch);
    }

  g_string_append (buffer, run);
  g_string_append_c (buffer, '"');
}

static void
append_line (GeoatJsonWriter *self)
{
  static const char spaces[] = "                                ";
  gsize n = 2 * self->depth;

  g_string_append_c (self->buffer, '\n');
  for (; n > sizeof spaces - 1; n -= sizeof spaces - 1)
    g_string_append_len (self->buffer, spaces, sizeof spaces - 1);
  g_string_append_len (self->buffer, spaces, n);
}

/* What stands in front of every value. */
static void
begin_value (GeoatJsonWriter *self, const char *name)
{
  if (self->buffer->len >= CHUNK)
    flush (self);

  if (self->depth == 0)
    return;

  if (self->has_members[self->depth])
    g_string_append_c (self->buffer, ',');
  self->has_members[self->depth] = TRUE;
  append_line (self);

  if (name != NULL)
    {
      append_string (self->buffer, name);
      g_string_append (self->buffer, ": ");
    }
}

static void
begin_level (GeoatJsonWriter *self, const char *name, char bracket)
{
  begin_value (self, name);
  g_string_append_c (self->buffer, bracket);

  g_return_if_fail (self->depth < GEOAT_JSON_MAX_DEPTH);
  self->depth++;
  self->has_members[self->depth] = FALSE;
}

static void
end_level (GeoatJsonWriter *self, char bracket)
{
  gboolean has_members = self->has_members[self->depth];

  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (has_members)
    append_line (self);
  g_string_append_c (self->buffer, bracket);
}

/*
 * geoat_json_writer_new:
 * @stream: (nullable): where to; %NULL keeps all in memory
 * @cancellable: (nullable): for the stream
 *
 * Returns: (transfer full): a writer
 */
GeoatJsonWriter *
geoat_json_writer_new (GOutputStream *stream, GCancellable *cancellable)
{
  GeoatJsonWriter *self = g_new0 (GeoatJsonWriter, 1);

  g_set_object (&self->stream, stream);
  g_set_object (&self->cancellable, cancellable);
  self->buffer = g_string_sized_new (stream == NULL ? 1024 : 2 * CHUNK);
  return self;
}

/*
 * geoat_json_writer_free:
 * @self: (transfer full): a writer
 */
void
geoat_json_writer_free (GeoatJsonWriter *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  if (self->buffer != NULL)
    g_string_free (self->buffer, TRUE);
  g_free (self);
}

void
geoat_json_writer_begin_object (GeoatJsonWriter *self, const char *name)
{
  begin_level (self, name, '{');
}

void
geoat_json_writer_end_object (GeoatJsonWriter *self)
{
  end_level (self, '}');
}

void
geoat_json_writer_begin_array (GeoatJsonWriter *self, const char *name)
{
  begin_level (self, name, '[');
}

void
geoat_json_writer_end_array (GeoatJsonWriter *self)
{
  end_level (self, ']');
}

void
geoat_json_writer_string (GeoatJsonWriter *self, const char *name, const char *text)
{
  begin_value (self, name);
  append_string (self->buffer, text);
}

void
geoat_json_writer_int (GeoatJsonWriter *self, const char *name, gint64 number)
{
  begin_value (self, name);
  g_string_append_printf (self->buffer, "%" G_GINT64_FORMAT, number);
}

void
geoat_json_writer_double (GeoatJsonWriter *self, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  geoat_json_format_double (number, text);
  begin_value (self, name);
  g_string_append (self->buffer, text);
}

void
geoat_json_writer_boolean (GeoatJsonWriter *self, const char *name, gboolean value)
{
  begin_value (self, name);
  g_string_append (self->buffer, value ? "true" : "false");
}

void
geoat_json_writer_null (GeoatJsonWriter *self, const char *name)
{
  begin_value (self, name);
  g_string_append (self->buffer, "null");
}

/* Any value. The depth of what is written is that of what was read, so the recursion is bounded. */
void
geoat_json_writer_node (GeoatJsonWriter *self, const char *name, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      geoat_json_writer_begin_object (self, name);
      geoat_json_writer_members (self, json_node_get_object (node));
      geoat_json_writer_end_object (self);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      geoat_json_writer_begin_array (self, name);
      for (guint i = 0; i < json_array_get_length (array); i++)
        geoat_json_writer_node (self, NULL, json_array_get_element (array, i));
      geoat_json_writer_end_array (self);
    }
  else if (JSON_NODE_HOLDS_NULL (node))
    geoat_json_writer_null (self, name);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    geoat_json_writer_string (self, name, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    geoat_json_writer_double (self, name, json_node_get_double (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    geoat_json_writer_boolean (self, name, json_node_get_boolean (node));
  else
    geoat_json_writer_int (self, name, json_node_get_int (node));
}

/* All members of an object, in their order, into the object that is open. */
void
geoat_json_writer_members (GeoatJsonWriter *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    geoat_json_writer_node (self, geoat_json_name (name), node);
}

gsize
geoat_json_writer_get_length (GeoatJsonWriter *self)
{
  g_return_val_if_fail (self->stream == NULL, 0);

  return self->buffer->len;
}

gboolean
geoat_json_writer_finish (GeoatJsonWriter *self, GError **error)
{
  g_return_val_if_fail (self->depth == 0, FALSE);

  g_string_append_c (self->buffer, '\n');
  flush (self);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return TRUE;
}

GBytes *
geoat_json_writer_finish_to_bytes (GeoatJsonWriter *self)
{
  g_return_val_if_fail (self->stream == NULL, NULL);
  g_return_val_if_fail (self->depth == 0, NULL);

  g_string_append_c (self->buffer, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->buffer));
}
