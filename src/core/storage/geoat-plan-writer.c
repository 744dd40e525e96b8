/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a plan in its canonical form: the order of members is that of the table of fields, empty
 * optional members are left out, and what this version does not know comes last. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <string.h>

#include "geoat-entry-private.h"
#include "geoat-json-writer.h"
#include "geoat-plan-format.h"
#include "geoat-plan-private.h"
#include "geoat-plan-writer-private.h"
#include "geoat-rating-private.h"

static void write_item (GeoatJsonWriter *writer, GeoatItem *item);

static void
write_text (GeoatJsonWriter *writer, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    geoat_json_writer_string (writer, name, text);
}

static void
write_field (GeoatJsonWriter *writer, GeoatItem *item, const GeoatFieldInfo *info)
{
  gboolean required = (info->flags & GEOAT_FIELD_FLAG_REQUIRED) != 0;
  int number;

  if (info->kind < GEOAT_FIELD_KIND_LEVEL)
    {
      const char *text = geoat_item_get_text (item, info->field);

      if (required || *text != '\0')
        geoat_json_writer_string (writer, info->member, text);
      return;
    }

  number = geoat_item_get_number (item, info->field);
  if (!required && number == geoat_field_get_none (info->field))
    return;
  if (info->kind == GEOAT_FIELD_KIND_STATUS)
    geoat_json_writer_string (writer, info->member, geoat_status_to_string ((GeoatStatus) number));
  else
    geoat_json_writer_int (writer, info->member, number);
}

/* Those in that object of the item; NULL: in the item itself. */
static void
write_fields (GeoatJsonWriter *writer, GeoatItem *item, const char *group)
{
  GeoatPart part = geoat_item_get_part (item);
  GeoatField last = geoat_field_last (part);

  for (guint field = geoat_field_first (part); field <= last; field++)
    {
      const GeoatFieldInfo *info = geoat_field_get_info ((GeoatField) field);

      if (g_strcmp0 (info->group, group) == 0)
        write_field (writer, item, info);
    }
}

static void
write_level (GeoatJsonWriter *writer, const char *name, GeoatLevel level)
{
  if (level == GEOAT_LEVEL_NOT_APPLICABLE)
    geoat_json_writer_string (writer, name, geoat_level_to_string (level));
  else
    geoat_json_writer_int (writer, name, level);
}

static void
write_ratings (GeoatJsonWriter *writer, GeoatEntry *entry)
{
  if (entry->n_ratings == 0)
    return;

  geoat_json_writer_begin_object (writer, "ratings");
  for (guint i = 0; i < entry->n_ratings; i++)
    {
      const GeoatRating *rating = entry->ratings[i].rating;

      geoat_json_writer_begin_object (writer,
                                      geoat_item_get_id (GEOAT_ITEM (entry->ratings[i].round)));
      write_level (writer, "level", geoat_rating_get_level (rating));
      write_text (writer, "reason", geoat_rating_get_reason (rating));
      if (geoat_rating_get_carried (rating))
        geoat_json_writer_boolean (writer, "carried", TRUE);
      write_text (writer, "indicator", geoat_rating_get_indicator (rating));
      write_text (writer, "current_activities", geoat_rating_get_current_activities (rating));
      geoat_json_writer_members (writer, geoat_rating_get_unknown (rating));
      geoat_json_writer_end_object (writer);
    }
  geoat_json_writer_end_object (writer);
}

/* The lists from @first to before @after. */
static void
write_lists (GeoatJsonWriter *writer, GeoatItem *item, guint first, guint after)
{
  for (guint kind = first; kind < after; kind++)
    {
      const GeoatListInfo *info = geoat_list_kind_get_info ((GeoatListKind) kind);
      guint n = geoat_item_get_n_items (item, info->kind);

      if (n == 0 && !(info->flags & GEOAT_LIST_FLAG_REQUIRED))
        continue;
      geoat_json_writer_begin_array (writer, info->member);
      for (guint i = 0; i < n; i++)
        write_item (writer, geoat_item_get_item (item, info->kind, i));
      geoat_json_writer_end_array (writer);
    }
}

/* An item of a list: its id, its fields, its lists. The ratings of an entry are column 3 of the
 * template. */
static void
write_item (GeoatJsonWriter *writer, GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);
  GeoatField last = geoat_field_last (part);

  geoat_json_writer_begin_object (writer, NULL);
  geoat_json_writer_string (writer, "id", geoat_item_get_id (item));
  for (guint field = geoat_field_first (part); field <= last; field++)
    {
      if (field == GEOAT_FIELD_CURRENT_ACTIVITIES)
        write_ratings (writer, GEOAT_ENTRY (item));
      write_field (writer, item, geoat_field_get_info ((GeoatField) field));
    }
  write_lists (writer, item, geoat_list_kind_first (part), geoat_list_kind_after (part));
  geoat_json_writer_members (writer, geoat_item_get_unknown (item));
  geoat_json_writer_end_object (writer);
}

static gboolean
has_principle_targets (GeoatPlan *plan)
{
  for (guint i = 0; i < geoat_framework_get_n_principles (plan->framework); i++)
    if (geoat_level_is_rated (geoat_plan_get_principle_target (plan, i)))
      return TRUE;
  return FALSE;
}

static void
write_target_levels (GeoatJsonWriter *writer, GeoatPlan *plan)
{
  JsonObject *unknown = geoat_plan_get_unknown (plan, GEOAT_PLACE_TARGET_LEVELS);
  gboolean has_targets = has_principle_targets (plan);

  if (!has_targets && unknown == NULL &&
      *geoat_item_get_text (GEOAT_ITEM (plan), GEOAT_FIELD_TARGETS_BY) == '\0')
    return;

  geoat_json_writer_begin_object (writer, "target_levels");
  write_fields (writer, GEOAT_ITEM (plan), "target_levels");
  if (has_targets)
    {
      geoat_json_writer_begin_object (writer, "principles");
      for (guint i = 0; i < geoat_framework_get_n_principles (plan->framework); i++)
        if (geoat_level_is_rated (geoat_plan_get_principle_target (plan, i)))
          geoat_json_writer_int (writer, geoat_framework_get_principle_id (plan->framework, i),
                                 geoat_plan_get_principle_target (plan, i));
      geoat_json_writer_end_object (writer);
    }
  geoat_json_writer_members (writer, unknown);
  geoat_json_writer_end_object (writer);
}

static void
write_left_out (GeoatJsonWriter *writer, GeoatPlan *plan)
{
  const char *const *left_out = geoat_plan_get_left_out (plan);

  if (left_out == NULL || left_out[0] == NULL)
    return;

  geoat_json_writer_begin_array (writer, "left_out");
  for (guint i = 0; left_out[i] != NULL; i++)
    geoat_json_writer_string (writer, NULL, left_out[i]);
  geoat_json_writer_end_array (writer);
}

/* All in front of the entries. */
static void
write_head (GeoatJsonWriter *writer, GeoatPlan *plan)
{
  GeoatItem *item = GEOAT_ITEM (plan);

  geoat_json_writer_begin_object (writer, NULL);
  geoat_json_writer_string (writer, "format", GEOAT_PLAN_FORMAT);
  geoat_json_writer_int (writer, "version", GEOAT_PLAN_VERSION);
  geoat_json_writer_string (writer, "id", geoat_item_get_id (item));
  geoat_json_writer_string (writer, "framework", geoat_framework_get_id (plan->framework));
  write_fields (writer, item, NULL);

  geoat_json_writer_begin_object (writer, "administration");
  write_fields (writer, item, "administration");
  geoat_json_writer_members (writer, geoat_plan_get_unknown (plan, GEOAT_PLACE_ADMINISTRATION));
  geoat_json_writer_end_object (writer);

  write_target_levels (writer, plan);
  write_lists (writer, item, GEOAT_BEFORE_PLAN_LISTS + 1, GEOAT_LIST_ENTRIES);
  write_left_out (writer, plan);

  geoat_json_writer_begin_array (writer, "entries");
}

/* All behind them. */
static void
write_tail (GeoatJsonWriter *writer, GeoatPlan *plan)
{
  geoat_json_writer_end_array (writer);
  write_lists (writer, GEOAT_ITEM (plan), GEOAT_LIST_ENTRIES + 1, GEOAT_AFTER_PLAN_LISTS);
  geoat_json_writer_members (writer, geoat_item_get_unknown (GEOAT_ITEM (plan)));
  geoat_json_writer_end_object (writer);
}

static void
write_plan (GeoatJsonWriter *writer, GeoatPlan *plan)
{
  write_head (writer, plan);
  for (guint i = 0; i < geoat_plan_get_n_entries (plan); i++)
    write_item (writer, GEOAT_ITEM (geoat_plan_get_entry (plan, i)));
  write_tail (writer, plan);
}

/**
 * geoat_plan_write:
 * @plan: a plan
 * @stream: where to
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Streams the plan in its canonical form: UTF-8 JSON, one member a line, the same bytes for the
 * same plan always. It takes little memory, however large the plan.
 *
 * Returns: %FALSE when the stream could not be written or it was cancelled
 */
gboolean
geoat_plan_write (GeoatPlan *plan, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GeoatJsonWriter) writer = NULL;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  writer = geoat_json_writer_new (stream, cancellable);
  write_plan (writer, plan);
  return geoat_json_writer_finish (writer, error);
}

/**
 * geoat_plan_to_bytes:
 * @plan: a plan
 *
 * Returns: (transfer full): what geoat_plan_write() would write
 */
GBytes *
geoat_plan_to_bytes (GeoatPlan *plan)
{
  g_autoptr (GeoatJsonWriter) writer = NULL;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);

  writer = geoat_json_writer_new (NULL, NULL);
  write_plan (writer, plan);
  return geoat_json_writer_finish_to_bytes (writer);
}

/* What the writer puts between the last entry and the end of the array; an empty array has none. */
#define END_OF_ENTRIES "\n  "

void
geoat_plan_frame_to_bytes (GeoatPlan *plan, GBytes **head, GBytes **tail)
{
  g_autoptr (GeoatJsonWriter) writer = geoat_json_writer_new (NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) end = g_string_new (NULL);
  const char *data;
  gsize length;
  gsize size;

  write_head (writer, plan);
  length = geoat_json_writer_get_length (writer);
  write_tail (writer, plan);
  bytes = geoat_json_writer_finish_to_bytes (writer);
  data = g_bytes_get_data (bytes, &size);

  if (geoat_plan_get_n_entries (plan) > 0)
    g_string_append (end, END_OF_ENTRIES);
  g_string_append_len (end, data + length, (gssize) (size - length));
  *head = g_bytes_new (data, length);
  *tail = g_string_free_to_bytes (g_steal_pointer (&end));
}

GBytes *
geoat_plan_entry_to_bytes (GeoatEntry *entry)
{
  g_autoptr (GeoatJsonWriter) writer = geoat_json_writer_new (NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize from;
  gsize to;

  /* At the depth at which it is in a plan: the line breaks are indented. */
  geoat_json_writer_begin_object (writer, NULL);
  geoat_json_writer_begin_array (writer, "entries");
  from = geoat_json_writer_get_length (writer);
  write_item (writer, GEOAT_ITEM (entry));
  to = geoat_json_writer_get_length (writer);
  geoat_json_writer_end_array (writer);
  geoat_json_writer_end_object (writer);

  bytes = geoat_json_writer_finish_to_bytes (writer);
  data = g_bytes_get_data (bytes, NULL);
  return g_bytes_new (data + from, to - from);
}
