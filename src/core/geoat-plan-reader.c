/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a plan, and trusts nothing of what it reads.
 *
 * How it works: three steps. First the bytes are checked strictly (geoat-json-check.c), because
 * json-glib takes more than JSON. Then json-glib parses them. Then the tree is walked once: each
 * value is checked and put into a plan that nobody else knows yet; what is wrong is added to a list
 * of problems. Reading stops at the first of them, checking goes on. Only a plan without a problem
 * leaves this file.
 *
 * For each object the members that we know are looked up by name. When they are not all that the
 * object has, the others are copied, in their order, to be written again. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "geoat-date.h"
#include "geoat-entry-private.h"
#include "geoat-id.h"
#include "geoat-json-check-private.h"
#include "geoat-language-private.h"
#include "geoat-plan-format.h"
#include "geoat-plan-private.h"
#include "geoat-plan-problems.h"
#include "geoat-rating-private.h"
#include "geoat-unknown.h"

#define MAX_PROBLEMS 1000

typedef struct
{
  GeoatPlan *plan;
  GeoatProblems problems;
  gboolean has_framework; /* FALSE: it is not known, and what depends on it is not checked */
} Reader;

/* Members that are no fields, by part; NULL at the end. */
static const char *const plan_names[] = {
  "format", "version",  "id",      "framework", "administration", "target_levels", "working_group",
  "rounds", "left_out", "entries", NULL,
};
static const char *const target_level_names[] = { "principles", NULL };
static const char *const item_names[] = { "id", NULL };
static const char *const entry_names[] = { "id", "ratings", "actions", NULL };
static const char *const rating_names[] = {
  "level", "reason", "carried", "indicator", "current_activities", NULL,
};
static const char *const no_names[] = { NULL };

static gboolean
is_known (const char *name, const char *const *names, GeoatField first, GeoatField last)
{
  if (g_strv_contains (names, name))
    return TRUE;

  for (guint field = first; first != GEOAT_FIELD_NONE && field <= last; field++)
    if (strcmp (geoat_field_get_info ((GeoatField) field)->member, name) == 0)
      return TRUE;
  return FALSE;
}

/* Copies of the members that are neither among the names nor among the fields, in their order; NULL
 * when there are none, as the number of known ones that were found tells at once. */
static JsonObject *
copy_unknown (
    JsonObject *object, guint n_found, const char *const *names, GeoatField first, GeoatField last)
{
  g_autoptr (JsonObject) unknown = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (json_object_get_size (object) == n_found)
    return NULL;

  unknown = json_object_new ();
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!is_known (name, names, first, last))
      json_object_set_member (unknown, name, json_node_ref (node));

  return geoat_unknown_copy (unknown);
}

static gboolean
check_round (Reader *reader, const GeoatJsonPlace *place, JsonNode *node, const char *id)
{
  if (geoat_plan_find (reader->plan, GEOAT_PART_ROUND, id) != NULL)
    return TRUE;
  return geoat_problems_add_value (&reader->problems, place, node,
                                   _ ("there is no round with the id %s"));
}

/* Checks of a text that depend on the field it is in. */
static gboolean
check_text (Reader *reader,
            const GeoatFieldInfo *info,
            const GeoatJsonPlace *place,
            JsonNode *node,
            const char *text)
{
  GeoatProblems *problems = &reader->problems;

  if (info->kind == GEOAT_FIELD_KIND_DATE && !geoat_date_is_valid (text))
    return geoat_problems_add_value (problems, place, node, _ ("%s is not a date"));

  switch (info->field)
    {
    case GEOAT_FIELD_LANGUAGE:
      if (!geoat_language_tag_is_valid (text))
        return geoat_problems_add_value (problems, place, node, _ ("%s is not a language tag"));
      return TRUE;

    case GEOAT_FIELD_KEY_ELEMENT:
      if (reader->has_framework &&
          geoat_framework_find_key_element (reader->plan->framework, text) < 0)
        return geoat_problems_add_value (problems, place, node,
                                         _ ("%s is not a key element of the framework"));
      return TRUE;

    case GEOAT_FIELD_SINCE:
    case GEOAT_FIELD_RETIRED:
      return check_round (reader, place, node, text);

    default:
      return TRUE;
    }
}

static void
read_number (Reader *reader,
             GeoatItem *item,
             const GeoatFieldInfo *info,
             const GeoatJsonPlace *place,
             JsonNode *node)
{
  GeoatProblems *problems = &reader->problems;
  GeoatStatus status;
  const char *text;
  gint64 month;
  int level;

  switch (info->kind)
    {
    case GEOAT_FIELD_KIND_LEVEL:
      level = geoat_problems_level (problems, place, node);
      if (level >= 0)
        geoat_item_set_number (item, info->field, level);
      break;

    case GEOAT_FIELD_KIND_MONTH:
      if (geoat_json_get_whole (node, &month) && month >= 1 && month <= 12)
        geoat_item_set_number (item, info->field, (int) month);
      else
        geoat_problems_add_value (problems, place, node, _ ("%s is not a month from 1 to 12"));
      break;

    case GEOAT_FIELD_KIND_STATUS:
      text = geoat_problems_text (problems, place, node);
      if (text != NULL && geoat_status_from_string (text, &status))
        geoat_item_set_number (item, info->field, status);
      else if (text != NULL)
        geoat_problems_add_value (problems, place, node, _ ("%s is not a status"));
      break;

    case GEOAT_FIELD_KIND_TEXT:
    case GEOAT_FIELD_KIND_LINE:
    case GEOAT_FIELD_KIND_DATE:
    case GEOAT_FIELD_KIND_ID:
    default:
      g_assert_not_reached ();
    }
}

/* Returns how many members were found. */
static guint
read_fields (Reader *reader,
             GeoatItem *item,
             JsonObject *object,
             const GeoatJsonPlace *parent,
             GeoatField first,
             GeoatField last)
{
  guint n_found = 0;

  for (guint i = first; i <= last; i++)
    {
      const GeoatFieldInfo *info = geoat_field_get_info ((GeoatField) i);
      const GeoatJsonPlace place = { parent, info->member, 0 };
      JsonNode *node = json_object_get_member (object, info->member);
      const char *text;

      if (node == NULL)
        {
          if (info->required)
            geoat_problems_add (&reader->problems, &place, _ ("this member is missing"));
          continue;
        }

      n_found++;
      if (!geoat_field_is_text (info->field))
        {
          read_number (reader, item, info, &place, node);
          continue;
        }
      text = geoat_problems_text (&reader->problems, &place, node);
      if (text != NULL && check_text (reader, info, &place, node, text))
        geoat_item_set_text (item, info->field, text);
    }
  return n_found;
}

static void
read_id (Reader *reader, GeoatItem *item, JsonObject *object, const GeoatJsonPlace *place)
{
  JsonNode *node = geoat_problems_require (&reader->problems, place, object, "id");
  const char *id;

  if (node == NULL)
    return;

  id = geoat_problems_id (&reader->problems, GEOAT_JSON_MEMBER (place, "id"), node);
  if (id != NULL)
    geoat_item_set_id (item, id);
}

static void
add_duplicate (Reader *reader, GeoatItem *item, const GeoatJsonPlace *place)
{
  g_autofree char *id = NULL;

  geoat_problems_add (&reader->problems, GEOAT_JSON_MEMBER (place, "id"),
                      _ ("the id “%s” is there twice"), geoat_item_get_id (item));

  /* So that what is in it can be checked like everything else. */
  id = geoat_id_generate ();
  geoat_item_set_id (item, id);
}

/* Reads the id, the fields and what is unknown of an item that is new. */
static void
read_item (Reader *reader, GeoatItem *item, JsonObject *object, const GeoatJsonPlace *place)
{
  GeoatPart part = geoat_item_get_part (item);
  GeoatField first = geoat_field_first (part);
  GeoatField last = geoat_field_last (part);
  g_autoptr (JsonObject) unknown = NULL;
  guint n_found = 1;

  read_id (reader, item, object, place);
  n_found += read_fields (reader, item, object, place, first, last);
  unknown = copy_unknown (object, n_found, item_names, first, last);
  if (unknown != NULL)
    geoat_item_set_unknown (item, unknown);
}

/* Appends a member, a round or an action to the plan or to @entry. */
static gboolean
append_item (Reader *reader, GeoatEntry *entry, GeoatItem *item)
{
  switch (geoat_item_get_part (item))
    {
    case GEOAT_PART_MEMBER:
      return geoat_plan_append_member (reader->plan, GEOAT_MEMBER (item));
    case GEOAT_PART_ROUND:
      return geoat_plan_append_round (reader->plan, GEOAT_ROUND (item));
    case GEOAT_PART_ACTION:
      return geoat_entry_append_action (entry, GEOAT_ACTION (item));
    case GEOAT_PART_PLAN:
    case GEOAT_PART_ENTRY:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
read_items (
    Reader *reader, GType type, GeoatEntry *entry, JsonArray *array, const GeoatJsonPlace *parent)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n && !geoat_problems_is_full (&reader->problems); i++)
    {
      const GeoatJsonPlace place = { parent, NULL, i };
      JsonObject *object =
          geoat_problems_object (&reader->problems, &place, json_array_get_element (array, i));
      g_autoptr (GeoatItem) item = NULL;

      if (object == NULL)
        continue;

      item = g_object_new (type, NULL);
      read_item (reader, item, object, &place);
      if (!append_item (reader, entry, item))
        {
          add_duplicate (reader, item, &place);
          append_item (reader, entry, item);
        }
    }
}

/* An optional text of a rating; NULL when it is not there. */
static const char *
read_rating_text (Reader *reader,
                  JsonObject *object,
                  const GeoatJsonPlace *parent,
                  const char *name,
                  guint *n_found)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;

  *n_found += 1;
  return geoat_problems_text (&reader->problems, GEOAT_JSON_MEMBER (parent, name), node);
}

static GeoatLevel
read_rating_level (Reader *reader, JsonNode *node, const GeoatJsonPlace *place)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING &&
      strcmp (json_node_get_string (node), "na") == 0)
    return GEOAT_LEVEL_NOT_APPLICABLE;
  return (GeoatLevel) geoat_problems_level (&reader->problems, place, node);
}

static GeoatRating *
read_rating (Reader *reader, JsonNode *node, const GeoatJsonPlace *place)
{
  JsonObject *object = geoat_problems_object (&reader->problems, place, node);
  g_autoptr (JsonObject) unknown = NULL;
  JsonNode *level_node;
  JsonNode *carried_node;
  GeoatLevel level;
  gboolean carried = FALSE;
  const char *reason;
  const char *indicator;
  const char *current_activities;
  guint n_found = 1;

  if (object == NULL)
    return NULL;
  level_node = geoat_problems_require (&reader->problems, place, object, "level");
  if (level_node == NULL)
    return NULL;

  level = read_rating_level (reader, level_node, GEOAT_JSON_MEMBER (place, "level"));
  reason = read_rating_text (reader, object, place, "reason", &n_found);
  indicator = read_rating_text (reader, object, place, "indicator", &n_found);
  current_activities = read_rating_text (reader, object, place, "current_activities", &n_found);

  carried_node = json_object_get_member (object, "carried");
  if (carried_node != NULL)
    {
      n_found++;
      if (json_node_get_value_type (carried_node) == G_TYPE_BOOLEAN)
        carried = json_node_get_boolean (carried_node);
      else
        geoat_problems_add_value (&reader->problems, GEOAT_JSON_MEMBER (place, "carried"),
                                  carried_node, _ ("true or false is expected here, not %s"));
    }

  unknown = copy_unknown (object, n_found, rating_names, GEOAT_FIELD_NONE, GEOAT_FIELD_NONE);
  return geoat_rating_new_full (level, reason, carried, indicator, current_activities, unknown);
}

static void
read_ratings (Reader *reader, GeoatEntry *entry, JsonNode *node, const GeoatJsonPlace *parent)
{
  JsonObject *object = geoat_problems_object (&reader->problems, parent, node);
  JsonObjectIter iter;
  const char *id;
  JsonNode *rating_node;

  if (object == NULL)
    return;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &rating_node))
    {
      const GeoatJsonPlace place = { parent, id, 0 };
      GeoatRound *round = geoat_plan_find (reader->plan, GEOAT_PART_ROUND, id);
      g_autoptr (GeoatRating) rating = NULL;

      if (round == NULL)
        geoat_problems_add (&reader->problems, &place, _ ("there is no round with this id"));

      rating = read_rating (reader, rating_node, &place);
      if (round != NULL && rating != NULL)
        geoat_entry_append_rating (entry, round, rating);
      if (geoat_problems_is_full (&reader->problems))
        return;
    }
  geoat_entry_sort_ratings (entry);
}

static void
read_entry (Reader *reader, JsonObject *object, const GeoatJsonPlace *place)
{
  g_autoptr (GeoatEntry) entry = g_object_new (GEOAT_TYPE_ENTRY, NULL);
  JsonNode *ratings = json_object_get_member (object, "ratings");
  const GeoatJsonPlace actions_place = { place, "actions", 0 };
  JsonNode *actions = json_object_get_member (object, "actions");
  g_autoptr (JsonObject) unknown = NULL;
  guint n_found = 1;

  read_id (reader, GEOAT_ITEM (entry), object, place);
  n_found += read_fields (reader, GEOAT_ITEM (entry), object, place, GEOAT_FIELD_KEY_ELEMENT,
                          GEOAT_FIELD_RETIRED);
  if (ratings != NULL)
    {
      n_found++;
      read_ratings (reader, entry, ratings, GEOAT_JSON_MEMBER (place, "ratings"));
    }
  if (actions != NULL)
    n_found++;
  unknown =
      copy_unknown (object, n_found, entry_names, GEOAT_FIELD_KEY_ELEMENT, GEOAT_FIELD_RETIRED);
  if (unknown != NULL)
    geoat_item_set_unknown (GEOAT_ITEM (entry), unknown);

  if (!geoat_plan_append_entry (reader->plan, entry))
    {
      add_duplicate (reader, GEOAT_ITEM (entry), place);
      geoat_plan_append_entry (reader->plan, entry);
    }
  if (actions != NULL)
    read_items (reader, GEOAT_TYPE_ACTION, entry,
                geoat_problems_array (&reader->problems, &actions_place, actions), &actions_place);
}

static void
read_entries (Reader *reader, JsonArray *array, const GeoatJsonPlace *parent)
{
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n && !geoat_problems_is_full (&reader->problems); i++)
    {
      const GeoatJsonPlace place = { parent, NULL, i };
      JsonObject *object =
          geoat_problems_object (&reader->problems, &place, json_array_get_element (array, i));

      if (object != NULL)
        read_entry (reader, object, &place);
    }
}

static void
read_administration (Reader *reader, JsonNode *node)
{
  const GeoatJsonPlace place = { NULL, "administration", 0 };
  JsonObject *object = geoat_problems_object (&reader->problems, &place, node);
  g_autoptr (JsonObject) unknown = NULL;
  guint n_found;

  if (object == NULL)
    return;

  n_found = read_fields (reader, GEOAT_ITEM (reader->plan), object, &place,
                         GEOAT_FIELD_ADMINISTRATION, GEOAT_FIELD_FISCAL_YEAR_START);
  unknown = copy_unknown (object, n_found, no_names, GEOAT_FIELD_ADMINISTRATION,
                          GEOAT_FIELD_FISCAL_YEAR_START);
  geoat_plan_set_unknown (reader->plan, GEOAT_PLACE_ADMINISTRATION, unknown);
}

static void
read_principle_targets (Reader *reader, JsonNode *node, const GeoatJsonPlace *parent)
{
  JsonObject *object = geoat_problems_object (&reader->problems, parent, node);
  JsonObjectIter iter;
  const char *id;
  JsonNode *level_node;

  if (object == NULL)
    return;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &level_node))
    {
      const GeoatJsonPlace place = { parent, id, 0 };
      int principle = geoat_framework_find_principle (reader->plan->framework, id);
      int level = geoat_problems_level (&reader->problems, &place, level_node);

      if (principle < 0 && reader->has_framework)
        geoat_problems_add (&reader->problems, &place,
                            _ ("this is not a principle of the framework"));
      else if (principle >= 0 && level >= 0)
        geoat_plan_set_principle_target (reader->plan, (guint) principle, (GeoatLevel) level);
    }
}

static void
read_target_levels (Reader *reader, JsonNode *node)
{
  const GeoatJsonPlace place = { NULL, "target_levels", 0 };
  JsonObject *object = geoat_problems_object (&reader->problems, &place, node);
  g_autoptr (JsonObject) unknown = NULL;
  JsonNode *principles;
  guint n_found;

  if (object == NULL)
    return;

  n_found = read_fields (reader, GEOAT_ITEM (reader->plan), object, &place, GEOAT_FIELD_TARGETS_BY,
                         GEOAT_FIELD_TARGETS_BY);
  principles = json_object_get_member (object, "principles");
  if (principles != NULL)
    {
      n_found++;
      read_principle_targets (reader, principles, GEOAT_JSON_MEMBER (&place, "principles"));
    }
  unknown = copy_unknown (object, n_found, target_level_names, GEOAT_FIELD_TARGETS_BY,
                          GEOAT_FIELD_TARGETS_BY);
  geoat_plan_set_unknown (reader->plan, GEOAT_PLACE_TARGET_LEVELS, unknown);
}

static void
read_left_out (Reader *reader, JsonArray *array, const GeoatJsonPlace *parent)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) left_out = NULL;

  if (json_array_get_length (array) == 0)
    return;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const GeoatJsonPlace place = { parent, NULL, i };
      const char *text =
          geoat_problems_text (&reader->problems, &place, json_array_get_element (array, i));

      if (text != NULL && *text == '\0')
        geoat_problems_add (&reader->problems, &place, _ ("this text is empty"));
      else if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  left_out = g_strv_builder_end (builder);
  geoat_plan_set_left_out (reader->plan, (const char *const *) left_out);
}

/* Whether it is a plan at all, and of a version that we can read: nothing else matters otherwise.
 */
static gboolean
check_format (Reader *reader, JsonObject *root)
{
  GeoatProblems *problems = &reader->problems;
  JsonNode *format = geoat_problems_require (problems, NULL, root, "format");
  JsonNode *version;
  gint64 number;

  if (format == NULL)
    return FALSE;
  if (json_node_get_value_type (format) != G_TYPE_STRING ||
      strcmp (json_node_get_string (format), GEOAT_PLAN_FORMAT) != 0)
    return geoat_problems_add_value (problems, GEOAT_JSON_MEMBER (NULL, "format"), format,
                                     _ ("this is not a GEOAT plan: “geoat-plan” is expected here, "
                                        "not %s"));

  version = geoat_problems_require (problems, NULL, root, "version");
  if (version == NULL)
    return FALSE;
  if (!geoat_json_get_whole (version, &number) || number < 1)
    return geoat_problems_add_value (problems, GEOAT_JSON_MEMBER (NULL, "version"), version,
                                     _ ("%s is not a version of the format"));
  if (number > GEOAT_PLAN_VERSION)
    {
      geoat_problems_take (
          problems, GEOAT_ERROR_VERSION, g_strdup ("/version"),
          g_strdup_printf (_ ("this plan needs a newer version of the program: the version of its "
                              "format is %" G_GINT64_FORMAT ", this program knows up to %d"),
                           number, GEOAT_PLAN_VERSION));
      return FALSE;
    }
  return TRUE;
}

static GeoatFramework *
read_framework (Reader *reader, JsonObject *root)
{
  const GeoatJsonPlace place = { NULL, "framework", 0 };
  JsonNode *node = geoat_problems_require (&reader->problems, NULL, root, "framework");
  const char *id = node != NULL ? geoat_problems_text (&reader->problems, &place, node) : NULL;
  GeoatFramework *framework = id != NULL ? geoat_framework_get (id, NULL) : NULL;

  reader->has_framework = framework != NULL;
  if (id != NULL && framework == NULL)
    geoat_problems_add_value (&reader->problems, &place, node,
                              _ ("there is no framework with the id %s"));

  return framework != NULL ? framework : geoat_framework_get_default ();
}

/* A list of the plan; NULL when it is missing or no list. */
static JsonArray *
get_list (Reader *reader,
          JsonObject *root,
          const GeoatJsonPlace *place,
          gboolean required,
          guint *n_found)
{
  JsonNode *node = json_object_get_member (root, place->name);

  if (node == NULL)
    {
      if (required)
        geoat_problems_add (&reader->problems, place, _ ("this member is missing"));
      return NULL;
    }
  *n_found += 1;
  return geoat_problems_array (&reader->problems, place, node);
}

static void
read_lists (Reader *reader, JsonObject *root, guint *n_found)
{
  const GeoatJsonPlace members = { NULL, "working_group", 0 };
  const GeoatJsonPlace rounds = { NULL, "rounds", 0 };
  const GeoatJsonPlace left_out = { NULL, "left_out", 0 };
  const GeoatJsonPlace entries = { NULL, "entries", 0 };
  JsonArray *array;

  array = get_list (reader, root, &members, FALSE, n_found);
  read_items (reader, GEOAT_TYPE_MEMBER, NULL, array, &members);

  array = get_list (reader, root, &rounds, TRUE, n_found);
  if (array != NULL && json_array_get_length (array) == 0)
    geoat_problems_add (&reader->problems, &rounds, _ ("a plan needs a round"));
  read_items (reader, GEOAT_TYPE_ROUND, NULL, array, &rounds);

  array = get_list (reader, root, &left_out, FALSE, n_found);
  if (array != NULL)
    read_left_out (reader, array, &left_out);

  array = get_list (reader, root, &entries, TRUE, n_found);
  if (array != NULL)
    read_entries (reader, array, &entries);
}

static void
read_plan (Reader *reader, JsonObject *root)
{
  g_autoptr (JsonObject) unknown = NULL;
  JsonNode *node;
  guint n_found = 4; /* format, version, framework, id */

  reader->plan = geoat_plan_new_empty (read_framework (reader, root));
  read_id (reader, GEOAT_ITEM (reader->plan), root, NULL);
  n_found += read_fields (reader, GEOAT_ITEM (reader->plan), root, NULL, GEOAT_FIELD_LANGUAGE,
                          GEOAT_FIELD_CLASSIFICATION);

  node = geoat_problems_require (&reader->problems, NULL, root, "administration");
  if (node != NULL)
    {
      n_found++;
      read_administration (reader, node);
    }
  node = json_object_get_member (root, "target_levels");
  if (node != NULL)
    {
      n_found++;
      read_target_levels (reader, node);
    }
  read_lists (reader, root, &n_found);

  unknown =
      copy_unknown (root, n_found, plan_names, GEOAT_FIELD_LANGUAGE, GEOAT_FIELD_CLASSIFICATION);
  if (unknown != NULL)
    geoat_item_set_unknown (GEOAT_ITEM (reader->plan), unknown);
}

/* The tree lives no longer than this function. */
static void
read_bytes (Reader *reader, GBytes *bytes)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *object;
  char *place;
  char *message;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!geoat_json_check_place (data, length, &place, &message))
    {
      geoat_problems_take (&reader->problems, GEOAT_ERROR_SYNTAX, place, message);
      return;
    }

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, data, length, &error))
    {
      geoat_problems_take (&reader->problems, GEOAT_ERROR_SYNTAX, g_strdup (""),
                           g_strdup (error->message));
      return;
    }
  root = json_parser_steal_root (parser);
  g_clear_object (&parser);

  object = geoat_problems_object (&reader->problems, NULL, root);
  if (object != NULL && check_format (reader, object))
    read_plan (reader, object);
}

/**
 * geoat_plan_read:
 * @bytes: the content of a file
 * @error: return location for an error
 *
 * Reads a plan, all or nothing. The message of an error starts with the place, a JSON pointer:
 * "/entries/12/ratings/r1/level: 7 is not a level"; the caller puts the name of the file in front.
 * Any thread may call it: nobody else knows the plan before it is returned.
 *
 * Returns: (transfer full): the plan; %NULL and #GEOAT_ERROR_SYNTAX, #GEOAT_ERROR_INVALID or
 *   #GEOAT_ERROR_VERSION otherwise
 */
GeoatPlan *
geoat_plan_read (GBytes *bytes, GError **error)
{
  Reader reader = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  geoat_problems_init (&reader.problems, 1);
  read_bytes (&reader, bytes);

  if (reader.problems.list->len > 0)
    {
      const GeoatProblem *problem = g_ptr_array_index (reader.problems.list, 0);

      g_set_error (error, GEOAT_ERROR, reader.problems.code, "%s%s%s", problem->place,
                   *problem->place != '\0' ? ": " : "", problem->message);
      g_clear_object (&reader.plan);
    }

  geoat_problems_clear (&reader.problems);
  return reader.plan;
}

/**
 * geoat_plan_check:
 * @bytes: the content of a file
 *
 * Finds all that is wrong with a file, not only the first problem; at most 1,000 problems. When the
 * bytes are no JSON, or no plan of a version that is known, that is the only one.
 *
 * Returns: (transfer full) (element-type GeoatProblem): the problems; empty when the plan is valid
 */
GPtrArray *
geoat_plan_check (GBytes *bytes)
{
  Reader reader = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  geoat_problems_init (&reader.problems, MAX_PROBLEMS);
  read_bytes (&reader, bytes);
  g_clear_object (&reader.plan);

  return g_steal_pointer (&reader.problems.list);
}
