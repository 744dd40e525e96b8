/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of a workbook that hold the plan: the template, and all activities.
 *
 * The template sheet has one row an activity, with columns 1 to 4 repeated: so that it can be
 * filtered and sorted, which merged cells cannot. The column "activity no." tells the rows of one
 * indicator apart: number 1 is the row that counts in the scores. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-xlsx-private.h"

/**
 * geoat_xlsx_count_rows:
 * @template: the template
 *
 * Returns: how many rows the template sheet has below its headings
 */
guint
geoat_xlsx_count_rows (const GeoatTemplate *template)
{
  guint n = 0;

  for (guint i = 0; i < template->n_rows; i++)
    n += MAX (1, geoat_entry_get_n_actions (template->rows[i]));
  return n;
}

static void
write_level (GeoatXlsx *self, lxw_worksheet *sheet, lxw_row_t row, GeoatLevel level)
{
  if (geoat_level_is_rated (level))
    worksheet_write_number (sheet, row, GEOAT_XLSX_LEVEL, level, self->level);
  else if (level == GEOAT_LEVEL_NOT_APPLICABLE)
    worksheet_write_string (sheet, row, GEOAT_XLSX_LEVEL, geoat_level_get_mark (level),
                            self->level);
  else
    worksheet_write_blank (sheet, row, GEOAT_XLSX_LEVEL, self->level);
}

/* How wide the column of a field is, in characters. */
static double
get_width (GeoatField field)
{
  switch (field)
    {
    case GEOAT_FIELD_KEY_ELEMENT:
      return 9;
    case GEOAT_FIELD_STATUS:
      return 13;
    case GEOAT_FIELD_LEAD:
      return 16;
    default:
      return geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_DATE ? 12 : 24;
    }
}

static void
write_field (GeoatXlsx *self,
             lxw_worksheet *sheet,
             lxw_row_t row,
             lxw_col_t column,
             GeoatItem *item,
             GeoatField field)
{
  if (geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_DATE)
    geoat_xlsx_write_date (self, sheet, row, column, item, field);
  else
    geoat_xlsx_write_text (self, sheet, row, column,
                           geoat_template_get_cell (self->template, item, field));
}

/* One row of the template sheet; @number is that of the activity, and @action may be NULL. */
static void
write_row (GeoatXlsx *self,
           lxw_worksheet *sheet,
           lxw_row_t row,
           const GeoatTemplateRow *entry,
           guint number,
           GeoatAction *action)
{
  GeoatField beside[GEOAT_N_FIELDS];
  guint n_beside = geoat_template_list_beside (beside);

  geoat_xlsx_write_text (self, sheet, row, 0, entry->indicator);
  geoat_xlsx_write_text (self, sheet, row, 1,
                         geoat_item_get_text (GEOAT_ITEM (entry->entry), GEOAT_FIELD_ALIGNMENT));
  write_level (self, sheet, row, entry->level);
  geoat_xlsx_write_text (self, sheet, row, 3, entry->current_activities);
  geoat_xlsx_write_text (self, sheet, row, GEOAT_XLSX_KEY_ELEMENT,
                         geoat_entry_get_key_element (entry->entry));
  worksheet_write_number (sheet, row, GEOAT_XLSX_NUMBER, number, self->level);

  for (lxw_col_t i = GEOAT_FIRST_ACTION_COLUMN; i < GEOAT_N_COLUMNS; i++)
    geoat_xlsx_write_text (
        self, sheet, row, i,
        action ? geoat_item_get_text (GEOAT_ITEM (action), geoat_template_column_get_field (i))
               : "");
  for (guint i = 0; i < n_beside; i++)
    if (action != NULL)
      write_field (self, sheet, row, (lxw_col_t) (GEOAT_XLSX_BESIDE + i), GEOAT_ITEM (action),
                   beside[i]);
    else
      geoat_xlsx_write_text (self, sheet, row, (lxw_col_t) (GEOAT_XLSX_BESIDE + i), "");
}

static void
add_lists (GeoatXlsx *self, lxw_worksheet *sheet, lxw_row_t last_row)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->template->plan);
  const char *levels[] = { "0", "1", "2", "3", "4", "5", "N/A", NULL };
  guint n = geoat_framework_get_n_key_elements (framework);
  g_autofree const char **ids = g_new0 (const char *, n + 1);
  lxw_data_validation level_list = { .validate = LXW_VALIDATION_TYPE_LIST,
                                     .value_list = (gpointer) levels };
  lxw_data_validation key_element_list = { .validate = LXW_VALIDATION_TYPE_LIST,
                                           .value_list = (gpointer) ids };
  GeoatField beside[GEOAT_N_FIELDS];
  guint n_beside = geoat_template_list_beside (beside);

  for (guint i = 0; i < n; i++)
    ids[i] = geoat_framework_get_key_element_id (framework, i);
  worksheet_data_validation_range (sheet, 1, GEOAT_XLSX_LEVEL, last_row, GEOAT_XLSX_LEVEL,
                                   &level_list);
  worksheet_data_validation_range (sheet, 1, GEOAT_XLSX_KEY_ELEMENT, last_row,
                                   GEOAT_XLSX_KEY_ELEMENT, &key_element_list);
  for (guint i = 0; i < n_beside; i++)
    if (beside[i] == GEOAT_FIELD_STATUS)
      geoat_xlsx_add_status_list (self, sheet, last_row, (lxw_col_t) (GEOAT_XLSX_BESIDE + i));
}

/**
 * geoat_xlsx_write_template:
 * @self: the workbook
 *
 * Writes the sheet with the template. In one to fill in the rows have no height: they grow with
 * what is written into them, which rows of a set height do not.
 */
void
geoat_xlsx_write_template (GeoatXlsx *self)
{
  double widths[GEOAT_XLSX_BESIDE + GEOAT_N_FIELDS] = { 36, 24, 11, 36, 36, 24, 16, 24, 9, 9 };
  const GeoatTemplate *template = self->template;
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  const char *headings[GEOAT_XLSX_BESIDE + GEOAT_N_FIELDS + 1] = { NULL };
  GeoatField beside[GEOAT_N_FIELDS];
  guint n_columns = GEOAT_XLSX_BESIDE + geoat_template_list_beside (beside);
  lxw_worksheet *sheet = geoat_xlsx_add_sheet (self, "sheet.template");
  gboolean blank = geoat_template_is_blank (template);
  lxw_row_t row = 1;

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    headings[i] = geoat_framework_get_column_heading (framework, i,
                                                      geoat_language_get_tag (template->language));
  headings[GEOAT_XLSX_KEY_ELEMENT] = geoat_template_get_heading (template, GEOAT_FIELD_KEY_ELEMENT);
  headings[GEOAT_XLSX_NUMBER] = geoat_language_get_text (template->language, "column.number");
  for (guint i = GEOAT_XLSX_BESIDE; i < n_columns; i++)
    {
      headings[i] = geoat_template_get_heading (template, beside[i - GEOAT_XLSX_BESIDE]);
      widths[i] = get_width (beside[i - GEOAT_XLSX_BESIDE]);
    }
  geoat_xlsx_write_headings (self, sheet, 0, headings, widths);

  for (guint i = 0; i < template->n_rows; i++)
    {
      GeoatTemplateRow entry;
      guint n_actions;

      geoat_template_get_row (template, i, &entry);
      n_actions = geoat_entry_get_n_actions (entry.entry);
      for (guint j = 0; j < MAX (1, n_actions); j++, row++)
        {
          write_row (self, sheet, row, &entry, j + 1,
                     j < n_actions ? geoat_entry_get_action (entry.entry, j) : NULL);
          if (blank)
            self->n_lines = 0;
          geoat_xlsx_end_row (self, sheet, row);
        }
    }

  worksheet_autofilter (sheet, 0, 0, MAX (row - 1, 1), (lxw_col_t) (n_columns - 1));
  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_repeat_rows (sheet, 0, 0);
  add_lists (self, sheet, row - 1 + GEOAT_XLSX_SPARE_ROWS);
}

/* The columns of the sheet of activities: a field is the entry's or the action's. */
static guint
list_activity_columns (GeoatField fields[GEOAT_N_FIELDS + 2])
{
  fields[0] = GEOAT_FIELD_KEY_ELEMENT;
  fields[1] = GEOAT_FIELD_INDICATOR;
  return 2 + geoat_field_list (GEOAT_PART_ACTION, GEOAT_FIELD_FLAG_LISTED, NULL, &fields[2]);
}

static double
get_activity_width (GeoatField field)
{
  switch (field)
    {
    case GEOAT_FIELD_INDICATOR:
      return 36;
    case GEOAT_FIELD_ACTIVITY:
      return 44;
    case GEOAT_FIELD_LEAD:
      return 18;
    case GEOAT_FIELD_PROGRESS:
      return 30;
    default:
      return get_width (field);
    }
}

static void
write_activity (GeoatXlsx *self,
                lxw_worksheet *sheet,
                lxw_row_t row,
                const GeoatTemplateRow *entry,
                GeoatItem *action,
                const GeoatField *fields,
                guint n)
{
  geoat_xlsx_write_text (self, sheet, row, 0, geoat_entry_get_key_element (entry->entry));
  geoat_xlsx_write_text (self, sheet, row, 1, entry->indicator);
  for (guint i = 2; i < n; i++)
    write_field (self, sheet, row, (lxw_col_t) i, action, fields[i]);
  geoat_xlsx_end_row (self, sheet, row);
}

/**
 * geoat_xlsx_write_activities:
 * @self: the workbook
 *
 * Writes the sheet with all suggested forward activities.
 */
void
geoat_xlsx_write_activities (GeoatXlsx *self)
{
  const GeoatTemplate *template = self->template;
  GeoatField fields[GEOAT_N_FIELDS + 2];
  guint n = list_activity_columns (fields);
  const char *headings[GEOAT_N_FIELDS + 2] = { NULL };
  double widths[GEOAT_N_FIELDS + 2];
  lxw_worksheet *sheet = geoat_xlsx_add_sheet (self, "sheet.activities");
  lxw_row_t row = 1;

  for (guint i = 0; i < n; i++)
    {
      headings[i] = geoat_template_get_heading (template, fields[i]);
      widths[i] = get_activity_width (fields[i]);
    }
  geoat_xlsx_write_headings (self, sheet, 0, headings, widths);

  for (guint i = 0; i < template->n_rows; i++)
    {
      GeoatTemplateRow entry;

      geoat_template_get_row (template, i, &entry);
      for (guint j = 0; j < geoat_entry_get_n_actions (entry.entry); j++, row++)
        write_activity (self, sheet, row, &entry,
                        GEOAT_ITEM (geoat_entry_get_action (entry.entry, j)), fields, n);
    }

  worksheet_autofilter (sheet, 0, 0, MAX (row - 1, 1), (lxw_col_t) (n - 1));
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  for (guint i = 0; i < n; i++)
    if (fields[i] == GEOAT_FIELD_STATUS)
      geoat_xlsx_add_status_list (self, sheet, row - 1 + GEOAT_XLSX_SPARE_ROWS, (lxw_col_t) i);
}
