/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a plan, and trusts nothing of what it reads.
 *
 * How it works: three steps. First the bytes are checked strictly (geoat-json-check.c), because
 * json-glib takes more than JSON. Then json-glib parses them. Then the tree is walked once: each
 * value is checked and put into a plan that nobody else knows yet; what is wrong is added to a list
 * of problems. Reading stops at the first of them, checking goes on. Only a plan without a problem
 * leaves this file.
 *
 * The entries are nearly all of a file. Their tree would take several times the memory of the plan,
 * and by the time it is walked it would have left the processor's cache. So the check notes where
 * each of them is; the file is parsed without them first, and then they are, some at a time.
 */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "geoat-entry-private.h"
#include "geoat-item-reader.h"
#include "geoat-json-check-private.h"
#include "geoat-plan-format.h"
#include "geoat-plan-private.h"
#include "geoat-plan-reader.h"
#include "geoat-rating-private.h"

/* Bytes of entries that are parsed together: their tree fits into the processor's cache. */
#define BATCH_SIZE ((gsize) 8 * 1024)

typedef struct
{
  GeoatItemReader base;
  const char *bytes;
  GBytes *spread;       /* what they are of, when names had to be spread, or NULL */
  GeoatJsonSplit split; /* the entries */
} Reader;

/* Members that are neither fields nor lists; NULL at the end. */
static const char *const plan_names[] = {
  "format", "version", "id", "framework", "administration", "target_levels", "left_out", NULL,
};
static const char *const target_level_names[] = { "principles", NULL };
static const char *const entry_names[] = { "id", "ratings", NULL };
static const char *const item_names[] = { "id", NULL };
static const char *const rating_names[] = {
  "level", "reason", "carried", "indicator", "current_activities", NULL,
};
static const char *const no_names[] = { NULL };

static void
read_lists (Reader *reader, GeoatItem *owner, JsonObject *object, const GeoatJsonPlace *place);

/* What has passed the check json-glib takes; whatever it did not would be a problem like others. */
static gboolean
parse (Reader *reader, JsonParser *parser, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  if (json_parser_load_from_data (parser, text, (gssize) length, &error))
    return TRUE;

  geoat_problems_take (&reader->base.problems, GEOAT_ERROR_SYNTAX, g_strdup (""),
                       g_strdup (error->message));
  return FALSE;
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
  return geoat_problems_text (&reader->base.problems, GEOAT_JSON_MEMBER (parent, name), node);
}

static GeoatLevel
read_rating_level (Reader *reader, JsonNode *node, const GeoatJsonPlace *place)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING &&
      strcmp (json_node_get_string (node), "na") == 0)
    return GEOAT_LEVEL_NOT_APPLICABLE;
  return (GeoatLevel) geoat_problems_level (&reader->base.problems, place, node);
}

static GeoatRating *
read_rating (Reader *reader, JsonNode *node, const GeoatJsonPlace *place)
{
  JsonObject *object = geoat_problems_object (&reader->base.problems, place, node);
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
  level_node = geoat_problems_require (&reader->base.problems, place, object, "level");
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
        geoat_problems_add_value (&reader->base.problems, GEOAT_JSON_MEMBER (place, "carried"),
                                  carried_node, _ ("true or false is expected here, not %s"));
    }

  unknown = geoat_item_reader_copy_unknown (object, n_found, rating_names, NULL, NULL);
  return geoat_rating_new_full (level, reason, carried, indicator, current_activities, unknown);
}

static void
read_ratings (Reader *reader, GeoatEntry *entry, JsonNode *node, const GeoatJsonPlace *parent)
{
  JsonObject *object = geoat_problems_object (&reader->base.problems, parent, node);
  JsonObjectIter iter;
  const char *id;
  JsonNode *rating_node;

  if (object == NULL)
    return;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &rating_node))
    {
      const GeoatJsonPlace place = { parent, geoat_json_name (id), 0 };
      GeoatRound *round = geoat_plan_find (reader->base.plan, GEOAT_PART_ROUND, place.name);
      g_autoptr (GeoatRating) rating = NULL;

      if (round == NULL)
        geoat_problems_add (&reader->base.problems, &place, _ ("there is no round with this id"));

      rating = read_rating (reader, rating_node, &place);
      if (round != NULL && rating != NULL)
        geoat_entry_append_rating (entry, round, rating);
      if (geoat_problems_is_full (&reader->base.problems))
        return;
    }
  geoat_entry_sort_ratings (entry);
}

/* How many lists of the item are there. */
static guint
count_lists (GeoatItem *item, JsonObject *object)
{
  GeoatPart part = geoat_item_get_part (item);
  guint n = 0;

  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    n += json_object_has_member (object, geoat_list_kind_get_info ((GeoatListKind) kind)->member);
  return n;
}

/* An item of a list, with all that is in it. */
static void
read_item (Reader *reader,
           GeoatItem *owner,
           const GeoatListInfo *info,
           JsonObject *object,
           const GeoatJsonPlace *place)
{
  g_autoptr (GeoatItem) item = g_object_new (info->get_type (), NULL);
  gboolean is_entry = info->part == GEOAT_PART_ENTRY;
  JsonNode *ratings = is_entry ? json_object_get_member (object, "ratings") : NULL;
  g_autoptr (JsonObject) unknown = NULL;
  guint n_found = 1;

  geoat_item_reader_read_id (&reader->base, item, object, place);
  n_found += geoat_item_reader_read_fields (&reader->base, item, object, place, NULL);
  if (ratings != NULL)
    {
      n_found++;
      read_ratings (reader, GEOAT_ENTRY (item), ratings, GEOAT_JSON_MEMBER (place, "ratings"));
    }
  n_found += count_lists (item, object);
  unknown = geoat_item_reader_copy_unknown (object, n_found, is_entry ? entry_names : item_names,
                                            item, NULL);
  if (unknown != NULL)
    geoat_item_set_unknown (item, unknown);

  if (!geoat_item_append (owner, item))
    {
      geoat_item_reader_add_duplicate (&reader->base, item, place);
      geoat_item_append (owner, item);
    }
  read_lists (reader, item, object, place);
}

static void
read_items (Reader *reader,
            GeoatItem *owner,
            const GeoatListInfo *info,
            JsonArray *array,
            const GeoatJsonPlace *parent)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const GeoatJsonPlace place = { parent, NULL, i };
      JsonObject *object =
          geoat_problems_object (&reader->base.problems, &place, json_array_get_element (array, i));

      if (object != NULL)
        read_item (reader, owner, info, object, &place);
      if (geoat_problems_is_full (&reader->base.problems))
        return;
    }
}

/* How many entries from @first on are parsed together. */
static guint
get_batch_length (Reader *reader, guint first)
{
  const GeoatJsonSlice *slices = &g_array_index (reader->split.elements, GeoatJsonSlice, 0);
  guint n = 1;

  while (first + n < reader->split.elements->len &&
         slices[first + n].end - slices[first].start < BATCH_SIZE)
    n++;
  return n;
}

/* The entries are not in the array of the tree, but where the check has found them. */
static void
read_entries (Reader *reader, const GeoatJsonPlace *parent)
{
  const GeoatJsonSlice *slices = (const GeoatJsonSlice *) (gpointer) reader->split.elements->data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) text = g_string_sized_new (BATCH_SIZE);
  guint n;

  for (guint i = 0; i < reader->split.elements->len; i += n)
    {
      JsonArray *array;

      n = get_batch_length (reader, i);
      g_string_assign (text, "[");
      g_string_append_len (text, reader->bytes + slices[i].start,
                           (gssize) (slices[i + n - 1].end - slices[i].start));
      g_string_append_c (text, ']');
      if (!parse (reader, parser, text->str, text->len))
        return;

      array = json_node_get_array (json_parser_get_root (parser));
      for (guint k = 0; k < n; k++)
        {
          const GeoatJsonPlace place = { parent, NULL, i + k };
          JsonObject *object = geoat_problems_object (&reader->base.problems, &place,
                                                      json_array_get_element (array, k));

          if (object != NULL)
            read_item (reader, GEOAT_ITEM (reader->base.plan),
                       geoat_list_kind_get_info (GEOAT_LIST_ENTRIES), object, &place);
          if (geoat_problems_is_full (&reader->base.problems))
            return;
        }
    }
}

static void
read_administration (Reader *reader, JsonNode *node)
{
  const GeoatJsonPlace place = { NULL, "administration", 0 };
  JsonObject *object = geoat_problems_object (&reader->base.problems, &place, node);
  GeoatItem *plan = GEOAT_ITEM (reader->base.plan);
  g_autoptr (JsonObject) unknown = NULL;
  guint n_found;

  if (object == NULL)
    return;

  n_found = geoat_item_reader_read_fields (&reader->base, plan, object, &place, place.name);
  unknown = geoat_item_reader_copy_unknown (object, n_found, no_names, plan, place.name);
  geoat_plan_set_unknown (reader->base.plan, GEOAT_PLACE_ADMINISTRATION, unknown);
}

static void
read_principle_targets (Reader *reader, JsonNode *node, const GeoatJsonPlace *parent)
{
  JsonObject *object = geoat_problems_object (&reader->base.problems, parent, node);
  JsonObjectIter iter;
  const char *id;
  JsonNode *level_node;

  if (object == NULL)
    return;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &level_node))
    {
      const GeoatJsonPlace place = { parent, geoat_json_name (id), 0 };
      int principle = geoat_framework_find_principle (reader->base.plan->framework, place.name);
      int level = geoat_problems_level (&reader->base.problems, &place, level_node);

      if (principle < 0 && reader->base.has_framework)
        geoat_problems_add (&reader->base.problems, &place,
                            _ ("this is not a principle of the framework"));
      else if (principle >= 0 && level >= 0)
        geoat_plan_set_principle_target (reader->base.plan, (guint) principle, (GeoatLevel) level);
    }
}

static void
read_target_levels (Reader *reader, JsonNode *node)
{
  const GeoatJsonPlace place = { NULL, "target_levels", 0 };
  JsonObject *object = geoat_problems_object (&reader->base.problems, &place, node);
  GeoatItem *plan = GEOAT_ITEM (reader->base.plan);
  g_autoptr (JsonObject) unknown = NULL;
  JsonNode *principles;
  guint n_found;

  if (object == NULL)
    return;

  n_found = geoat_item_reader_read_fields (&reader->base, plan, object, &place, place.name);
  principles = json_object_get_member (object, "principles");
  if (principles != NULL)
    {
      n_found++;
      read_principle_targets (reader, principles, GEOAT_JSON_MEMBER (&place, "principles"));
    }
  unknown = geoat_item_reader_copy_unknown (object, n_found, target_level_names, plan, place.name);
  geoat_plan_set_unknown (reader->base.plan, GEOAT_PLACE_TARGET_LEVELS, unknown);
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
          geoat_problems_text (&reader->base.problems, &place, json_array_get_element (array, i));

      if (text != NULL && *text == '\0')
        geoat_problems_add (&reader->base.problems, &place, _ ("this text is empty"));
      else if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  left_out = g_strv_builder_end (builder);
  geoat_plan_set_left_out (reader->base.plan, (const char *const *) left_out);
}

/* Whether it is a plan at all, and of a version that we can read: nothing else matters otherwise.
 */
static gboolean
check_format (Reader *reader, JsonObject *root)
{
  GeoatProblems *problems = &reader->base.problems;
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
  JsonNode *node = geoat_problems_require (&reader->base.problems, NULL, root, "framework");
  const char *id = node != NULL ? geoat_problems_text (&reader->base.problems, &place, node) : NULL;
  GeoatFramework *framework = id != NULL ? geoat_framework_get (id, NULL) : NULL;

  reader->base.has_framework = framework != NULL;
  if (id != NULL && framework == NULL)
    geoat_problems_add_value (&reader->base.problems, &place, node,
                              _ ("there is no framework with the id %s"));

  return framework != NULL ? framework : geoat_framework_get_default ();
}

/* The entries are elsewhere, and a plan without a round says nothing. */
static void
read_list (Reader *reader,
           GeoatItem *owner,
           const GeoatListInfo *info,
           JsonObject *object,
           const GeoatJsonPlace *parent)
{
  const GeoatJsonPlace place = { parent, info->member, 0 };
  JsonNode *node = json_object_get_member (object, info->member);
  JsonArray *array;

  if (node == NULL)
    {
      if (info->flags & GEOAT_LIST_FLAG_REQUIRED)
        geoat_problems_add (&reader->base.problems, &place, _ ("this member is missing"));
      return;
    }

  array = geoat_problems_array (&reader->base.problems, &place, node);
  if (array == NULL)
    return;
  if (info->kind == GEOAT_LIST_ROUNDS && json_array_get_length (array) == 0)
    geoat_problems_add (&reader->base.problems, &place, _ ("a plan needs a round"));
  if (info->kind == GEOAT_LIST_ENTRIES)
    read_entries (reader, &place);
  else
    read_items (reader, owner, info, array, &place);
}

/* The lists from @first to before @after. */
static void
read_lists_between (Reader *reader,
                    GeoatItem *owner,
                    JsonObject *object,
                    const GeoatJsonPlace *place,
                    guint first,
                    guint after)
{
  for (guint kind = first; kind < after; kind++)
    read_list (reader, owner, geoat_list_kind_get_info ((GeoatListKind) kind), object, place);
}

/* All lists of an item. */
static void
read_lists (Reader *reader, GeoatItem *owner, JsonObject *object, const GeoatJsonPlace *place)
{
  GeoatPart part = geoat_item_get_part (owner);

  read_lists_between (reader, owner, object, place, geoat_list_kind_first (part),
                      geoat_list_kind_after (part));
}

static void
read_plan (Reader *reader, JsonObject *root)
{
  const GeoatJsonPlace left_out = { NULL, "left_out", 0 };
  g_autoptr (JsonObject) unknown = NULL;
  JsonArray *array;
  JsonNode *node;
  guint n_found = 4; /* format, version, framework, id */

  reader->base.plan = geoat_plan_new_empty (read_framework (reader, root));
  geoat_item_reader_read_id (&reader->base, GEOAT_ITEM (reader->base.plan), root, NULL);
  n_found += geoat_item_reader_read_fields (&reader->base, GEOAT_ITEM (reader->base.plan), root,
                                            NULL, NULL);

  node = geoat_problems_require (&reader->base.problems, NULL, root, "administration");
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
  n_found += count_lists (GEOAT_ITEM (reader->base.plan), root);
  read_lists_between (reader, GEOAT_ITEM (reader->base.plan), root, NULL,
                      GEOAT_BEFORE_PLAN_LISTS + 1, GEOAT_LIST_ENTRIES);
  node = json_object_get_member (root, left_out.name);
  array = node != NULL ? geoat_problems_array (&reader->base.problems, &left_out, node) : NULL;
  n_found += node != NULL;
  if (array != NULL)
    read_left_out (reader, array, &left_out);
  read_lists_between (reader, GEOAT_ITEM (reader->base.plan), root, NULL, GEOAT_LIST_ENTRIES,
                      GEOAT_AFTER_PLAN_LISTS);

  unknown = geoat_item_reader_copy_unknown (root, n_found, plan_names,
                                            GEOAT_ITEM (reader->base.plan), NULL);
  if (unknown != NULL)
    geoat_item_set_unknown (GEOAT_ITEM (reader->base.plan), unknown);
}

/* Goes on with the text in which the names are spread, whose length is returned. */
static gsize
spread_names (Reader *reader, gsize length)
{
  g_autoptr (GArray) spread = g_steal_pointer (&reader->split.spread);
  g_autofree char *place = NULL;
  g_autofree char *message = NULL;
  gboolean valid;

  reader->spread = geoat_json_spread_names (reader->bytes, length, spread);
  reader->bytes = g_bytes_get_data (reader->spread, &length);
  g_array_set_size (reader->split.elements, 0);
  valid = geoat_json_check_split (reader->bytes, length, &reader->split, &place, &message);
  g_assert (valid);
  return length;
}

static void
read_bytes (Reader *reader, GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObject *object;
  char *place;
  char *message;
  gsize length;

  reader->bytes = g_bytes_get_data (bytes, &length);
  if (!geoat_json_check_split (reader->bytes, length, &reader->split, &place, &message))
    {
      geoat_problems_take (&reader->base.problems, GEOAT_ERROR_SYNTAX, place, message);
      return;
    }
  if (reader->split.spread->len > 0)
    length = spread_names (reader, length);

  /* All but the entries. */
  g_string_append_len (text, reader->bytes,
                       (gssize) (reader->split.end > 0 ? reader->split.start : length));
  if (reader->split.end > 0)
    g_string_append_len (text, reader->bytes + reader->split.end,
                         (gssize) (length - reader->split.end));
  if (!parse (reader, parser, text->str, text->len))
    return;

  object = geoat_problems_object (&reader->base.problems, NULL, json_parser_get_root (parser));
  if (object != NULL && check_format (reader, object))
    read_plan (reader, object);
}

/* Whether a name is one that this file looks for. */
static gboolean
is_known (const char *name, gsize length)
{
  const char *const *const lists[] = { plan_names, target_level_names, entry_names, rating_names };
  g_autofree char *text = g_strndup (name, length);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_strv_contains (lists[i], text))
      return TRUE;
  for (guint kind = GEOAT_LIST_NONE + 1; kind < GEOAT_N_LISTS; kind++)
    if (g_str_equal (geoat_list_kind_get_info ((GeoatListKind) kind)->member, text))
      return TRUE;
  for (guint field = GEOAT_FIELD_NONE + 1; field < GEOAT_N_FIELDS; field++)
    if (g_str_equal (geoat_field_get_info ((GeoatField) field)->member, text))
      return TRUE;
  return FALSE;
}

static void
reader_init (Reader *reader, guint limit)
{
  geoat_problems_init (&reader->base.problems, limit);
  reader->split.name = "entries";
  reader->split.elements = g_array_new (FALSE, FALSE, sizeof (GeoatJsonSlice));
  reader->split.spread = g_array_new (FALSE, FALSE, sizeof (GeoatJsonSpread));
  reader->split.is_known = is_known;
}

static void
reader_clear (Reader *reader)
{
  geoat_problems_clear (&reader->base.problems);
  g_array_unref (reader->split.elements);
  g_clear_pointer (&reader->split.spread, g_array_unref);
  g_clear_pointer (&reader->spread, g_bytes_unref);
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

  reader_init (&reader, 1);
  read_bytes (&reader, bytes);

  if (reader.base.problems.list->len > 0)
    {
      const GeoatProblem *problem = g_ptr_array_index (reader.base.problems.list, 0);

      g_set_error (error, GEOAT_ERROR, reader.base.problems.code, "%s%s%s", problem->place,
                   *problem->place != '\0' ? ": " : "", problem->message);
      g_clear_object (&reader.base.plan);
    }

  reader_clear (&reader);
  return reader.base.plan;
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
  GPtrArray *problems;

  g_return_val_if_fail (bytes != NULL, NULL);

  reader_init (&reader, GEOAT_PLAN_MAX_PROBLEMS);
  read_bytes (&reader, bytes);
  g_clear_object (&reader.base.plan);

  problems = g_steal_pointer (&reader.base.problems.list);
  reader_clear (&reader);
  return problems;
}
