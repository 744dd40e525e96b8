/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans that are kept in the state folder: recovery files and saved versions.
 *
 * How it works: such a file is one line of JSON that says what it is (which file it belongs to,
 * when it was written, how much is in it), then the plan as in its own file, byte for byte. The
 * line tells length and SHA-256 of what follows, so that a file that is not whole is noticed before
 * anybody believes it. One file rather than two: it is replaced atomically, and there is no moment
 * at which what it says and what it holds do not belong together. Reading trusts nothing: somebody
 * else may have put the file there. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-kept-plan.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-json-check.h"
#include "geoat-plan-snapshot.h"

#define HEADER_MAX 65536

typedef struct
{
  const char *header;
  GBytes *plan;
} Content;

static char *
bytes_to_hex (const guint8 *bytes, gsize length)
{
  GString *hex = g_string_sized_new (2 * length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  return g_string_free (hex, FALSE);
}

static gboolean
hex_to_bytes (const char *hex, guint8 *bytes, gsize length)
{
  if (hex == NULL || strlen (hex) != 2 * length)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]);
      int low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = (guint8) (16 * high + low);
    }
  return TRUE;
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonObject *
state_to_json (const GeoatFileState *state)
{
  JsonObject *object = json_object_new ();
  g_autofree char *hash = bytes_to_hex (state->hash, sizeof state->hash);

  json_object_set_int_member (object, "size", (gint64) state->size);
  json_object_set_int_member (object, "modified", state->modified);
  json_object_set_string_member (object, "hash", hash);
  return object;
}

static char *
make_header (const GeoatKeptPlan *self, const char *format, GBytes *plan)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GDateTime) written = g_date_time_new_from_unix_utc (self->written / G_USEC_PER_SEC);
  g_autoptr (GDateTime) exactly = g_date_time_add (written, self->written % G_USEC_PER_SEC);
  g_autofree char *time = g_date_time_format_iso8601 (exactly);
  JsonObject *object = json_object_new ();
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, plan);

  json_object_set_string_member (object, "format", format);
  json_object_set_int_member (object, "version", 1);
  json_object_set_string_member (object, "written", time);
  add_text (object, "id", self->plan_id);
  add_text (object, "file", self->uri);
  add_text (object, "name", self->name);
  add_text (object, "title", self->title);
  add_text (object, "administration", self->administration);
  add_text (object, "reason", self->reason);
  json_object_set_int_member (object, "entries", self->n_entries);
  json_object_set_int_member (object, "ratings", self->n_ratings);
  json_object_set_int_member (object, "actions", self->n_actions);
  if (self->based_on.exists)
    json_object_set_object_member (object, "based_on", state_to_json (&self->based_on));
  json_object_set_int_member (object, "length", (gint64) g_bytes_get_size (plan));
  json_object_set_string_member (object, "hash", hash);

  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

static gboolean
write_content (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  Content *content = data;
  gsize size;
  const void *plan = g_bytes_get_data (content->plan, &size);

  return g_output_stream_write_all (stream, content->header, strlen (content->header), NULL,
                                    cancellable, error) &&
         g_output_stream_write_all (stream, "\n", 1, NULL, cancellable, error) &&
         g_output_stream_write_all (stream, plan, size, NULL, cancellable, error);
}

static JsonNode *
get_member (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
             ? node
             : NULL;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name, G_TYPE_STRING);

  return node == NULL ? NULL : json_node_get_string (node);
}

static gint64
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name, G_TYPE_INT64);

  return node == NULL ? 0 : json_node_get_int (node);
}

static guint
get_count (JsonObject *object, const char *name)
{
  return (guint) CLAMP (get_number (object, name), 0, G_MAXINT);
}

static void
read_state (JsonObject *object, GeoatFileState *state)
{
  JsonNode *node = json_object_get_member (object, "based_on");
  JsonObject *from;

  memset (state, 0, sizeof *state);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  from = json_node_get_object (node);
  state->exists = hex_to_bytes (get_text (from, "hash"), state->hash, sizeof state->hash);
  state->size = (guint64) MAX (get_number (from, "size"), 0);
  state->modified = get_number (from, "modified");
}

static gboolean
parse_header (GeoatKeptPlan *self, JsonObject *object, const char *format)
{
  const char *time = get_text (object, "written");
  g_autoptr (GDateTime) written = time == NULL ? NULL : g_date_time_new_from_iso8601 (time, NULL);

  if (g_strcmp0 (get_text (object, "format"), format) != 0 || get_number (object, "version") != 1 ||
      written == NULL)
    return FALSE;

  self->written =
      g_date_time_to_unix (written) * G_USEC_PER_SEC + g_date_time_get_microsecond (written);
  self->plan_id = g_strdup (get_text (object, "id"));
  self->uri = g_strdup (get_text (object, "file"));
  self->name = g_strdup (get_text (object, "name"));
  self->title = g_strdup (get_text (object, "title"));
  self->administration = g_strdup (get_text (object, "administration"));
  self->reason = g_strdup (get_text (object, "reason"));
  self->n_entries = get_count (object, "entries");
  self->n_ratings = get_count (object, "ratings");
  self->n_actions = get_count (object, "actions");
  read_state (object, &self->based_on);
  return TRUE;
}

static gboolean
is_whole (JsonObject *object, GBytes *plan)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, plan);

  return get_number (object, "length") == (gint64) g_bytes_get_size (plan) &&
         g_strcmp0 (get_text (object, "hash"), hash) == 0;
}

void
geoat_kept_plan_clear (GeoatKeptPlan *self)
{
  g_clear_pointer (&self->plan_id, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->administration, g_free);
  g_clear_pointer (&self->reason, g_free);
}

void
geoat_kept_plan_describe (GeoatKeptPlan *self, GeoatPlan *plan)
{
  g_free (self->plan_id);
  g_free (self->title);
  g_free (self->administration);
  self->plan_id = g_strdup (geoat_item_get_id (GEOAT_ITEM (plan)));
  self->title = g_strdup (geoat_plan_get_title (plan));
  self->administration = g_strdup (geoat_plan_get_administration (plan));
}

void
geoat_kept_plan_count (GeoatKeptPlan *self, GeoatPlan *plan)
{
  GeoatRound *round = geoat_plan_get_last_round (plan);

  self->n_entries = geoat_plan_get_n_entries (plan);
  self->n_ratings = 0;
  self->n_actions = 0;
  for (guint i = 0; i < self->n_entries; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);

      self->n_ratings += geoat_entry_get_rating (entry, round) != NULL ? 1 : 0;
      self->n_actions += geoat_entry_get_n_actions (entry);
    }
}

char *
geoat_kept_plan_get_folder (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, name, NULL);
}

gboolean
geoat_kept_plan_write (const GeoatKeptPlan *self,
                       const char *format,
                       GPtrArray *parts,
                       const char *path,
                       GError **error)
{
  g_autoptr (GBytes) plan = geoat_plan_join_parts (parts);
  g_autofree char *header = make_header (self, format, plan);
  Content content = { header, plan };

  return geoat_file_write (path, GEOAT_FILE_PRIVATE, NULL, write_content, &content, NULL, NULL,
                           error);
}

gboolean
geoat_kept_plan_read (
    GeoatKeptPlan *self, const char *format, const char *path, GBytes **plan, GError **error)
{
  g_autoptr (GBytes) bytes = geoat_file_read (path, NULL, NULL, error);
  g_autoptr (GBytes) content = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  const char *data;
  const char *end;
  gsize size;

  memset (self, 0, sizeof *self);
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  end = size == 0 ? NULL : memchr (data, '\n', MIN (size, HEADER_MAX));
  if (end == NULL || !geoat_json_check (data, (gsize) (end - data), NULL) ||
      !json_parser_load_from_data (parser, data, end - data, NULL))
    goto damaged;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    goto damaged;

  content =
      g_bytes_new_from_bytes (bytes, (gsize) (end - data) + 1, size - (gsize) (end - data) - 1);
  if (!is_whole (json_node_get_object (root), content) ||
      !parse_header (self, json_node_get_object (root), format))
    goto damaged;

  if (plan != NULL)
    *plan = g_steal_pointer (&content);
  return TRUE;

damaged:
  g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("%s is damaged"), path);
  return FALSE;
}
