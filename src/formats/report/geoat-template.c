/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The template of eight columns as a plan fills it in one round.
 *
 * The entries that count in the round, by key element in the framework's order and in the plan's
 * order within each: one pass that counts, one that places. A closed round shows the wording that
 * was kept when it was closed. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-template.h"

#include "geoat-date.h"

static void
collect_rows (GeoatTemplate *self)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);
  guint n_key_elements = geoat_framework_get_n_key_elements (framework);
  guint n_entries = geoat_plan_get_n_entries (self->plan);
  g_autofree guint *next = g_new0 (guint, n_key_elements + 1);
  g_autofree int *places = g_new (int, n_entries);

  self->first_rows = g_new0 (guint, n_key_elements + 1);
  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (self->plan, i);

      places[i] = -1;
      if (geoat_entry_is_in_round (entry, self->round))
        places[i] =
            geoat_framework_find_key_element (framework, geoat_entry_get_key_element (entry));
      if (places[i] >= 0)
        self->first_rows[places[i] + 1]++;
    }
  for (guint i = 0; i < n_key_elements; i++)
    {
      self->first_rows[i + 1] += self->first_rows[i];
      next[i] = self->first_rows[i];
    }

  self->n_rows = self->first_rows[n_key_elements];
  self->rows = g_new (GeoatEntry *, self->n_rows);
  for (guint i = 0; i < n_entries; i++)
    {
      if (places[i] >= 0)
        self->rows[next[places[i]]++] = geoat_plan_get_entry (self->plan, i);
    }
}

/**
 * geoat_template_new:
 * @plan: the plan
 * @options: (nullable): round, language and day; what is missing is the last round, the plan's
 *   language, the present day
 *
 * Returns: (transfer full): the template as @plan fills it; @plan must not change while it is used
 */
GeoatTemplate *
geoat_template_new (GeoatPlan *plan, const GeoatExportOptions *options)
{
  GeoatTemplate *self = g_new0 (GeoatTemplate, 1);

  self->plan = g_object_ref (plan);
  self->round = options && options->round ? options->round : geoat_plan_get_last_round (plan);
  self->language = options && options->language
                       ? options->language
                       : geoat_language_get (geoat_plan_get_language (plan));
  if (options && options->today)
    self->today = *options->today;
  else
    geoat_date_today (&self->today);
  self->without_charts = options && options->without_charts;
  collect_rows (self);
  return self;
}

void
geoat_template_free (GeoatTemplate *self)
{
  g_object_unref (self->plan);
  g_free (self->rows);
  g_free (self->first_rows);
  g_free (self);
}

/**
 * geoat_template_is_blank:
 * @self: the template
 *
 * Returns: whether it is one to fill in: nothing is said of its indicators, so that there is
 *   nothing yet to count
 */
gboolean
geoat_template_is_blank (const GeoatTemplate *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      GeoatTemplateRow row;

      geoat_template_get_row (self, i, &row);
      if (row.level != GEOAT_LEVEL_NOT_ASSESSED || *row.current_activities != '\0' ||
          geoat_entry_get_n_actions (row.entry) > 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * geoat_template_get_row:
 * @self: the template
 * @position: from 0
 * @row: (out): what stands there; its texts belong to the plan
 */
void
geoat_template_get_row (const GeoatTemplate *self, guint position, GeoatTemplateRow *row)
{
  GeoatEntry *entry = self->rows[position];

  row->entry = entry;
  row->rating = geoat_entry_get_rating (entry, self->round);
  row->level = geoat_entry_get_level (entry, self->round);
  row->indicator = geoat_entry_get_wording (entry, self->round, GEOAT_FIELD_INDICATOR);
  row->current_activities =
      geoat_entry_get_wording (entry, self->round, GEOAT_FIELD_CURRENT_ACTIVITIES);
}

/**
 * geoat_template_get_status_name:
 * @self: the template
 * @status: the status of an action
 *
 * Returns: its name in the language of the template
 */
const char *
geoat_template_get_status_name (const GeoatTemplate *self, GeoatStatus status)
{
  static const char *const keys[GEOAT_N_STATUSES] = { "status.planned", "status.in_progress",
                                                      "status.done", "status.dropped" };

  return geoat_language_get_text (self->language, keys[status]);
}

/**
 * geoat_template_get_heading:
 * @self: the template
 * @field: a field that has a heading
 *
 * Returns: the heading of a column that holds @field, in the language of the template
 */
const char *
geoat_template_get_heading (const GeoatTemplate *self, GeoatField field)
{
  const GeoatFieldInfo *info = geoat_field_get_info (field);
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);

  if (info->heading != NULL)
    return geoat_language_get_text (self->language, info->heading);

  return geoat_framework_get_column_heading (
      framework, (guint) geoat_framework_find_column (framework, info->column),
      geoat_language_get_tag (self->language));
}

/**
 * geoat_template_get_cell:
 * @self: the template
 * @item: an entry or an action
 * @field: a text of it, or its status
 *
 * Returns: what stands in the column of @field: a date as in the file, a status by its name
 */
const char *
geoat_template_get_cell (const GeoatTemplate *self, GeoatItem *item, GeoatField field)
{
  if (geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_STATUS)
    return geoat_template_get_status_name (self, (GeoatStatus) geoat_item_get_number (item, field));
  return geoat_item_get_text (item, field);
}

/**
 * geoat_template_list_beside:
 * @fields: (out caller-allocates): the fields, in the order of the columns
 *
 * Returns: how many fields of an activity have a column beside the eight of the template
 */
guint
geoat_template_list_beside (GeoatField fields[GEOAT_N_FIELDS])
{
  static const GeoatField first[] = { GEOAT_FIELD_STATUS, GEOAT_FIELD_NONE };

  return geoat_field_list (GEOAT_PART_ACTION, GEOAT_FIELD_FLAG_BESIDE, first, fields);
}
