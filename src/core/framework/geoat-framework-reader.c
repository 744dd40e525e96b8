/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads and validates the data file of a framework.
 *
 * What the code itself relies on is checked here: that all seven levels and all eight columns are
 * there. How many principles, key elements and indicators there are is the data's business. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "geoat-framework-private.h"
#include "geoat-id.h"
#include "geoat-json-data.h"

/* The columns of the template, by which code and data speak of them. */
static const char *const column_ids[GEOAT_N_COLUMNS] = {
  "indicator", "alignment", "level",    "current_activities",
  "activity",  "units",     "timeline", "targets",
};

static gboolean
read_text (JsonObject *object,
           const GeoatJsonPlace *place,
           const char *name,
           GeoatText *text,
           GError **error)
{
  const GeoatJsonPlace here = { place, name, 0 };
  JsonObject *wordings = geoat_json_get_object (object, place, name, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonObjectIter iter;
  const char *tag;

  if (wordings == NULL || geoat_json_get_string (wordings, &here, "en", error) == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iter, wordings);
  while (json_object_iter_next_ordered (&iter, &tag, NULL))
    {
      const char *wording = geoat_json_get_string (wordings, &here, tag, error);

      if (wording == NULL)
        return FALSE;
      g_strv_builder_add (builder, tag);
      g_strv_builder_add (builder, wording);
    }

  *text = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_id (JsonObject *object, const GeoatJsonPlace *place, char **id, GError **error)
{
  const char *text = geoat_json_get_string (object, place, "id", error);

  if (text == NULL)
    return FALSE;
  if (!geoat_id_is_valid (text))
    return geoat_json_fail (error, GEOAT_JSON_MEMBER (place, "id"), _ ("“%s” is not a valid id"),
                            text);
  *id = g_strdup (text);
  return TRUE;
}

static gboolean
read_level_number (JsonObject *object, const GeoatJsonPlace *place, int *slot, GError **error)
{
  const GeoatJsonPlace here = { place, "level", 0 };
  JsonNode *node = geoat_json_get_member (object, place, "level", error);
  g_autofree char *found = NULL;

  if (node == NULL)
    return FALSE;

  if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0 &&
      json_node_get_int (node) <= GEOAT_LEVEL_MAX)
    *slot = LEVEL_SLOT ((int) json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_STRING &&
           strcmp (json_node_get_string (node), "na") == 0)
    *slot = LEVEL_SLOT (GEOAT_LEVEL_NOT_APPLICABLE);
  else
    {
      found = geoat_json_describe (node);
      return geoat_json_fail (error, &here, _ ("%s is not a level"), found);
    }
  return TRUE;
}

static gboolean
read_level (GeoatFramework *self, JsonNode *node, const GeoatJsonPlace *place, GError **error)
{
  static const char *const names[] = { "level", "name", "short", "meaning", NULL };
  JsonObject *object = geoat_json_node_get_object (node, place, error);
  GeoatFrameworkLevel *level;
  int slot = 0;

  if (object == NULL || !geoat_json_only_members (object, place, names, error) ||
      !read_level_number (object, place, &slot, error))
    return FALSE;

  level = &self->levels[slot];
  if (level->name != NULL)
    return geoat_json_fail (error, GEOAT_JSON_MEMBER (place, "level"),
                            _ ("this level is there twice"));

  return read_text (object, place, "name", &level->name, error) &&
         read_text (object, place, "short", &level->short_name, error) &&
         read_text (object, place, "meaning", &level->meaning, error);
}

static gboolean
read_levels (GeoatFramework *self, JsonObject *root, GError **error)
{
  const GeoatJsonPlace here = { NULL, "levels", 0 };
  JsonArray *array = geoat_json_get_array (root, NULL, "levels", error);

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_level (self, json_array_get_element (array, i), GEOAT_JSON_ELEMENT (&here, i), error))
      return FALSE;

  for (int level = GEOAT_LEVEL_NOT_APPLICABLE; level <= GEOAT_LEVEL_MAX; level++)
    if (self->levels[LEVEL_SLOT (level)].name == NULL)
      return geoat_json_fail (error, &here, _ ("the level “%s” is missing"),
                              geoat_level_to_string (level));
  return TRUE;
}

static gboolean
read_column (GeoatFrameworkColumn *column,
             const char *expected,
             JsonNode *node,
             const GeoatJsonPlace *place,
             GError **error)
{
  static const char *const names[] = { "id", "heading", "prompt", NULL };
  JsonObject *object = geoat_json_node_get_object (node, place, error);

  if (object == NULL || !geoat_json_only_members (object, place, names, error) ||
      !read_id (object, place, &column->id, error))
    return FALSE;

  if (strcmp (column->id, expected) != 0)
    return geoat_json_fail (error, GEOAT_JSON_MEMBER (place, "id"),
                            _ ("this must be the column “%s”, not “%s”"), expected, column->id);

  return read_text (object, place, "heading", &column->heading, error) &&
         read_text (object, place, "prompt", &column->prompt, error);
}

static gboolean
read_columns (GeoatFramework *self, JsonObject *root, GError **error)
{
  const GeoatJsonPlace here = { NULL, "columns", 0 };
  JsonArray *array = geoat_json_get_array (root, NULL, "columns", error);
  guint n;

  if (array == NULL)
    return FALSE;

  n = json_array_get_length (array);
  for (guint i = 0; i < MIN (n, GEOAT_N_COLUMNS); i++)
    if (!read_column (&self->columns[i], column_ids[i], json_array_get_element (array, i),
                      GEOAT_JSON_ELEMENT (&here, i), error))
      return FALSE;

  if (n < GEOAT_N_COLUMNS)
    return geoat_json_fail (error, &here, _ ("the column “%s” is missing"), column_ids[n]);
  if (n > GEOAT_N_COLUMNS)
    return geoat_json_fail (error, GEOAT_JSON_ELEMENT (&here, GEOAT_N_COLUMNS),
                            _ ("there is a column too many"));
  return TRUE;
}

static gboolean
read_indicator (GeoatFramework *self,
                GHashTable *ids,
                JsonNode *node,
                const GeoatJsonPlace *place,
                GError **error)
{
  static const char *const names[] = { "id", "text", NULL };
  JsonObject *object = geoat_json_node_get_object (node, place, error);
  g_autofree char *id = NULL;
  GeoatFrameworkIndicator indicator = { 0 };

  if (object == NULL || !geoat_json_only_members (object, place, names, error) ||
      !read_id (object, place, &id, error) ||
      !read_text (object, place, "text", &indicator.text, error))
    return FALSE;

  indicator.source = g_strdup_printf ("%s/%s", self->id, id);
  g_array_append_val (self->indicators, indicator);

  if (!g_hash_table_add (ids, g_steal_pointer (&id)))
    return geoat_json_fail (error, GEOAT_JSON_MEMBER (place, "id"), _ ("this id is there twice"));
  return TRUE;
}

static gboolean
read_key_element (GeoatFramework *self,
                  GHashTable *ids,
                  JsonNode *node,
                  const GeoatJsonPlace *place,
                  GError **error)
{
  static const char *const names[] = { "id", "name", "about", "indicators", NULL };
  const GeoatJsonPlace here = { place, "indicators", 0 };
  JsonObject *object = geoat_json_node_get_object (node, place, error);
  JsonArray *indicators;
  GeoatFrameworkKeyElement *key_element;
  guint position = self->key_elements->len;

  if (object == NULL || !geoat_json_only_members (object, place, names, error))
    return FALSE;

  g_array_set_size (self->key_elements, position + 1);
  key_element = &g_array_index (self->key_elements, GeoatFrameworkKeyElement, position);
  key_element->principle = self->principles->len - 1;
  key_element->first_indicator = self->indicators->len;

  if (!read_id (object, place, &key_element->id, error) ||
      !read_text (object, place, "name", &key_element->name, error) ||
      !read_text (object, place, "about", &key_element->about, error))
    return FALSE;
  if (!g_hash_table_insert (self->by_id, key_element->id, GUINT_TO_POINTER (position + 1)))
    return geoat_json_fail (error, GEOAT_JSON_MEMBER (place, "id"), _ ("this id is there twice"));

  indicators = geoat_json_get_array (object, place, "indicators", error);
  if (indicators == NULL)
    return FALSE;

  key_element->n_indicators = json_array_get_length (indicators);
  for (guint i = 0; i < key_element->n_indicators; i++)
    if (!read_indicator (self, ids, json_array_get_element (indicators, i),
                         GEOAT_JSON_ELEMENT (&here, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_principle (GeoatFramework *self,
                GHashTable *ids,
                JsonNode *node,
                const GeoatJsonPlace *place,
                GError **error)
{
  static const char *const names[] = { "id", "name", "short", "key_elements", NULL };
  const GeoatJsonPlace here = { place, "key_elements", 0 };
  JsonObject *object = geoat_json_node_get_object (node, place, error);
  JsonArray *key_elements;
  GeoatFrameworkPrinciple *principle;
  guint position = self->principles->len;

  if (object == NULL || !geoat_json_only_members (object, place, names, error))
    return FALSE;

  g_array_set_size (self->principles, position + 1);
  principle = &g_array_index (self->principles, GeoatFrameworkPrinciple, position);
  principle->first_key_element = self->key_elements->len;

  if (!read_id (object, place, &principle->id, error) ||
      !read_text (object, place, "name", &principle->name, error) ||
      !read_text (object, place, "short", &principle->short_name, error))
    return FALSE;
  if (geoat_framework_find_principle (self, principle->id) != (int) position)
    return geoat_json_fail (error, GEOAT_JSON_MEMBER (place, "id"), _ ("this id is there twice"));

  key_elements = geoat_json_get_array (object, place, "key_elements", error);
  if (key_elements == NULL)
    return FALSE;

  principle->n_key_elements = json_array_get_length (key_elements);
  if (principle->n_key_elements == 0)
    return geoat_json_fail (error, &here, _ ("a principle needs a key element"));
  for (guint i = 0; i < principle->n_key_elements; i++)
    if (!read_key_element (self, ids, json_array_get_element (key_elements, i),
                           GEOAT_JSON_ELEMENT (&here, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_principles (GeoatFramework *self, JsonObject *root, GError **error)
{
  const GeoatJsonPlace here = { NULL, "principles", 0 };
  JsonArray *array = geoat_json_get_array (root, NULL, "principles", error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;

  if (array == NULL)
    return FALSE;

  n = json_array_get_length (array);
  if (n == 0)
    return geoat_json_fail (error, &here, _ ("a framework needs a principle"));
  for (guint i = 0; i < n; i++)
    if (!read_principle (self, ids, json_array_get_element (array, i),
                         GEOAT_JSON_ELEMENT (&here, i), error))
      return FALSE;
  return TRUE;
}

/*
 * geoat_framework_read:
 * @self: a new framework
 * @bytes: the content of a framework file
 * @error: return location for an error
 *
 * Returns: %TRUE when it is filled in
 */
gboolean
geoat_framework_read (GeoatFramework *self, GBytes *bytes, GError **error)
{
  static const char *const names[] = { "id",      "name",       "about", "levels",
                                       "columns", "principles", NULL };
  g_autoptr (JsonNode) node = geoat_json_parse (bytes, error);
  JsonObject *root;

  if (node == NULL)
    return FALSE;

  root = geoat_json_node_get_object (node, NULL, error);
  return root != NULL && geoat_json_only_members (root, NULL, names, error) &&
         read_id (root, NULL, &self->id, error) &&
         read_text (root, NULL, "name", &self->name, error) &&
         read_text (root, NULL, "about", &self->about, error) && read_levels (self, root, error) &&
         read_columns (self, root, error) && read_principles (self, root, error);
}
