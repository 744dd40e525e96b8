/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The template of eight columns as a plan fills it in one round. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-template.h"

#include "geoat-date.h"

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
  self->order = geoat_plan_order_new (plan, self->round);
  self->rows = self->order->entries;
  self->n_rows = self->order->n_entries;
  self->first_rows = self->order->first;
  return self;
}

void
geoat_template_free (GeoatTemplate *self)
{
  g_object_unref (self->plan);
  geoat_plan_order_free (self->order);
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
