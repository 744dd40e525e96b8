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

static void
write_action (GeoatXlsx *self, lxw_worksheet *sheet, lxw_row_t row, GeoatAction *action)
{
  static const GeoatField fields[] = { GEOAT_FIELD_ACTIVITY, GEOAT_FIELD_UNITS,
                                       GEOAT_FIELD_TIMELINE, GEOAT_FIELD_TARGETS };
  GeoatItem *item = GEOAT_ITEM (action);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    geoat_xlsx_write_text (self, sheet, row, (lxw_col_t) (4 + i),
                           geoat_item_get_text (item, fields[i]));
  geoat_xlsx_write_text (
      self, sheet, row, GEOAT_XLSX_STATUS,
      geoat_template_get_status_name (self->template, geoat_action_get_status (action)));
  geoat_xlsx_write_text (self, sheet, row, GEOAT_XLSX_LEAD,
                         geoat_item_get_text (item, GEOAT_FIELD_LEAD));
  geoat_xlsx_write_date (self, sheet, row, GEOAT_XLSX_START, item, GEOAT_FIELD_START);
  geoat_xlsx_write_date (self, sheet, row, GEOAT_XLSX_DUE, item, GEOAT_FIELD_DUE);
}

/* One row; @number is that of the activity, and @action may be NULL. */
static void
write_row (GeoatXlsx *self,
           lxw_worksheet *sheet,
           lxw_row_t row,
           const GeoatTemplateRow *entry,
           guint number,
           GeoatAction *action)
{
  geoat_xlsx_write_text (self, sheet, row, 0, entry->indicator);
  geoat_xlsx_write_text (self, sheet, row, 1,
                         geoat_item_get_text (GEOAT_ITEM (entry->entry), GEOAT_FIELD_ALIGNMENT));
  write_level (self, sheet, row, entry->level);
  geoat_xlsx_write_text (self, sheet, row, 3, entry->current_activities);
  geoat_xlsx_write_text (self, sheet, row, GEOAT_XLSX_KEY_ELEMENT,
                         geoat_entry_get_key_element (entry->entry));
  worksheet_write_number (sheet, row, GEOAT_XLSX_NUMBER, number, self->level);

  if (action != NULL)
    {
      write_action (self, sheet, row, action);
      return;
    }
  for (lxw_col_t i = 4; i < GEOAT_XLSX_N_COLUMNS; i++)
    if (i != GEOAT_XLSX_KEY_ELEMENT && i != GEOAT_XLSX_NUMBER)
      geoat_xlsx_write_text (self, sheet, row, i, "");
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

  for (guint i = 0; i < n; i++)
    ids[i] = geoat_framework_get_key_element_id (framework, i);
  worksheet_data_validation_range (sheet, 1, GEOAT_XLSX_LEVEL, last_row, GEOAT_XLSX_LEVEL,
                                   &level_list);
  worksheet_data_validation_range (sheet, 1, GEOAT_XLSX_KEY_ELEMENT, last_row,
                                   GEOAT_XLSX_KEY_ELEMENT, &key_element_list);
  geoat_xlsx_add_status_list (self, sheet, last_row, GEOAT_XLSX_STATUS);
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
  static const char *const more[] = { "column.key_element", "column.number", "column.status",
                                      "column.lead",        "column.start",  "column.due" };
  static const double widths[GEOAT_XLSX_N_COLUMNS] = { 36, 24, 11, 36, 36, 24, 16,
                                                       24, 9,  9,  13, 16, 12, 12 };
  const GeoatTemplate *template = self->template;
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  const char *headings[GEOAT_XLSX_N_COLUMNS + 1] = { NULL };
  lxw_worksheet *sheet = geoat_xlsx_add_sheet (self, "sheet.template");
  gboolean blank = geoat_template_is_blank (template);
  lxw_row_t row = 1;

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    headings[i] = geoat_framework_get_column_heading (framework, i,
                                                      geoat_language_get_tag (template->language));
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    headings[GEOAT_N_COLUMNS + i] = geoat_language_get_text (template->language, more[i]);
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

  worksheet_autofilter (sheet, 0, 0, MAX (row - 1, 1), GEOAT_XLSX_N_COLUMNS - 1);
  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_repeat_rows (sheet, 0, 0);
  add_lists (self, sheet, row - 1 + GEOAT_XLSX_SPARE_ROWS);
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
  static const char *const keys[] = { "column.key_element", "column.indicator", "column.activity",
                                      "column.lead",        "column.start",     "column.due",
                                      "column.status",      "column.completed", "column.progress" };
  static const double widths[G_N_ELEMENTS (keys)] = { 9, 36, 44, 18, 12, 12, 13, 12, 30 };
  const GeoatTemplate *template = self->template;
  const char *headings[G_N_ELEMENTS (keys) + 1] = { NULL };
  lxw_worksheet *sheet = geoat_xlsx_add_sheet (self, "sheet.activities");
  lxw_row_t row = 1;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    headings[i] = geoat_language_get_text (template->language, keys[i]);
  geoat_xlsx_write_headings (self, sheet, 0, headings, widths);

  for (guint i = 0; i < template->n_rows; i++)
    {
      GeoatTemplateRow entry;

      geoat_template_get_row (template, i, &entry);
      for (guint j = 0; j < geoat_entry_get_n_actions (entry.entry); j++, row++)
        {
          GeoatAction *action = geoat_entry_get_action (entry.entry, j);
          GeoatItem *item = GEOAT_ITEM (action);

          geoat_xlsx_write_text (self, sheet, row, 0, geoat_entry_get_key_element (entry.entry));
          geoat_xlsx_write_text (self, sheet, row, 1, entry.indicator);
          geoat_xlsx_write_text (self, sheet, row, 2,
                                 geoat_item_get_text (item, GEOAT_FIELD_ACTIVITY));
          geoat_xlsx_write_text (self, sheet, row, 3, geoat_item_get_text (item, GEOAT_FIELD_LEAD));
          geoat_xlsx_write_date (self, sheet, row, 4, item, GEOAT_FIELD_START);
          geoat_xlsx_write_date (self, sheet, row, 5, item, GEOAT_FIELD_DUE);
          geoat_xlsx_write_text (
              self, sheet, row, 6,
              geoat_template_get_status_name (template, geoat_action_get_status (action)));
          geoat_xlsx_write_date (self, sheet, row, 7, item, GEOAT_FIELD_COMPLETED);
          geoat_xlsx_write_text (self, sheet, row, 8,
                                 geoat_item_get_text (item, GEOAT_FIELD_PROGRESS));
          geoat_xlsx_end_row (self, sheet, row);
        }
    }

  worksheet_autofilter (sheet, 0, 0, MAX (row - 1, 1), G_N_ELEMENTS (keys) - 1);
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  geoat_xlsx_add_status_list (self, sheet, row - 1 + GEOAT_XLSX_SPARE_ROWS, 6);
}
