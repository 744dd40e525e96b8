/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a report says beside the template: titles, coverage, and the tables of scores, working
 * group, activities and remarks. The formats that people read (DOCX, HTML) only lay it out. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-report.h"

#include "geoat-sharing.h"

#include <string.h>

#include "geoat-date.h"

static const char *
text (const GeoatTemplate *template, const char *key)
{
  return geoat_language_get_text (template->language, key);
}

/**
 * geoat_report_get_title:
 * @template: the template
 *
 * Returns: (transfer full): the title of the plan, or what such a plan is called
 */
char *
geoat_report_get_title (const GeoatTemplate *template)
{
  const char *title = geoat_plan_get_title (template->plan);

  return g_strdup (*title != '\0' ? title : text (template, "report.title"));
}

static char *
format_date (const GeoatTemplate *template, GeoatItem *item, GeoatField field)
{
  GDate date;

  return geoat_item_get_date (item, field, &date)
             ? geoat_language_format_date (template->language, &date, FALSE)
             : NULL;
}

/**
 * geoat_report_get_round:
 * @template: the template
 *
 * Returns: (transfer full): the title of the round with its dates
 */
char *
geoat_report_get_round (const GeoatTemplate *template)
{
  GeoatItem *round = GEOAT_ITEM (template->round);
  const char *title = geoat_round_get_title (template->round);
  g_autofree char *opened = format_date (template, round, GEOAT_FIELD_OPENED);
  g_autofree char *closed = format_date (template, round, GEOAT_FIELD_CLOSED);

  if (opened == NULL)
    return g_strdup (title);
  if (closed == NULL)
    return geoat_language_format (template->language, "report.round_open", "title", title, "opened",
                                  opened, NULL);
  return geoat_language_format (template->language, "report.round_closed", "title", title, "opened",
                                opened, "closed", closed, NULL);
}

/**
 * geoat_report_get_coverage:
 * @template: the template
 * @score: a score
 *
 * Returns: (transfer full): the mean and what it is the mean of, as sentences
 */
char *
geoat_report_get_coverage (const GeoatTemplate *template, const GeoatScore *score)
{
  g_autofree char *mean =
      geoat_language_format_tenths (template->language, geoat_score_get_tenths (score));
  g_autofree char *assessed = g_strdup_printf ("%u", geoat_score_get_assessed (score));
  g_autofree char *total = g_strdup_printf ("%u", score->total);
  g_autofree char *not_applicable = g_strdup_printf ("%u", score->not_applicable);

  return geoat_language_format (template->language, "report.coverage", "mean", mean, "assessed",
                                assessed, "total", total, "not_applicable", not_applicable, NULL);
}

/**
 * geoat_report_get_level:
 * @template: the template
 * @level: a level
 *
 * Returns: (transfer full): its number and name: "3 Moderate implementation"; empty when nobody has
 *   assessed it
 */
char *
geoat_report_get_level (const GeoatTemplate *template, GeoatLevel level)
{
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);

  if (level == GEOAT_LEVEL_NOT_ASSESSED)
    return g_strdup ("");
  return geoat_language_format (template->language, "level.with_name", "level",
                                geoat_level_get_mark (level), "name",
                                geoat_framework_get_level_name (
                                    framework, level, geoat_language_get_tag (template->language)),
                                NULL);
}

/**
 * geoat_report_get_key_element:
 * @template: the template
 * @key_element: its position in the framework
 *
 * Returns: (transfer full): its id and name
 */
char *
geoat_report_get_key_element (const GeoatTemplate *template, guint key_element)
{
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);

  return g_strdup_printf ("%s %s", geoat_framework_get_key_element_id (framework, key_element),
                          geoat_framework_get_key_element_name (
                              framework, key_element, geoat_language_get_tag (template->language)));
}

/**
 * geoat_report_get_principle:
 * @template: the template
 * @principle: its position in the framework
 *
 * Returns: (transfer full): its id and name
 */
char *
geoat_report_get_principle (const GeoatTemplate *template, guint principle)
{
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);

  return g_strdup_printf ("%s %s", geoat_framework_get_principle_id (framework, principle),
                          geoat_framework_get_principle_name (
                              framework, principle, geoat_language_get_tag (template->language)));
}

/**
 * geoat_report_has_key_element:
 * @template: the template
 * @key_element: its position in the framework
 *
 * Returns: whether it has a place in the report: without indicators too, as a table to fill in,
 *   unless it was left out of a shared copy
 */
gboolean
geoat_report_has_key_element (const GeoatTemplate *template, guint key_element)
{
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);

  return template->first_rows[key_element] < template->first_rows[key_element + 1] ||
         !geoat_sharing_lacks (template->plan, GEOAT_SHARING_KEY_ELEMENT,
                               geoat_framework_get_key_element_id (framework, key_element));
}

/**
 * geoat_report_has_principle:
 * @template: the template
 * @principle: its position in the framework
 *
 * Returns: whether one of its key elements has a place in the report
 */
gboolean
geoat_report_has_principle (const GeoatTemplate *template, guint principle)
{
  guint first, n;

  geoat_framework_get_principle_range (geoat_plan_get_framework (template->plan), principle, &first,
                                       &n);
  for (guint i = first; i < first + n; i++)
    if (geoat_report_has_key_element (template, i))
      return TRUE;
  return FALSE;
}

/**
 * geoat_report_is_right_to_left:
 * @text: a text that someone wrote
 *
 * Returns: whether its first letter belongs to a script that is written from right to left
 */
gboolean
geoat_report_is_right_to_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalpha (c))
        switch (g_unichar_get_script (c))
          {
          case G_UNICODE_SCRIPT_ARABIC:
          case G_UNICODE_SCRIPT_HEBREW:
          case G_UNICODE_SCRIPT_SYRIAC:
          case G_UNICODE_SCRIPT_THAANA:
          case G_UNICODE_SCRIPT_NKO:
            return TRUE;
          default:
            return FALSE;
          }
    }
  return FALSE;
}

/**
 * geoat_report_is_shared_copy:
 * @template: the template
 *
 * Returns: whether something was left out of the plan before it was shared
 */
gboolean
geoat_report_is_shared_copy (const GeoatTemplate *template)
{
  return geoat_plan_get_left_out (template->plan) != NULL;
}

/* The tables. A column is its heading (a key of the catalogue, or the text itself after '=', or
 * that of a field), its width in parts of 100, and whether it holds numbers. */
typedef struct
{
  const char *heading;
  guint width;
  gboolean numbers;
  GeoatField field;
} Column;

static const char *
get_heading (const GeoatTemplate *template, const Column *column)
{
  if (column->field != GEOAT_FIELD_NONE)
    return geoat_template_get_heading (template, column->field);
  return *column->heading == '=' ? column->heading + 1 : text (template, column->heading);
}

static GeoatReportTable *
table_new (const GeoatTemplate *template, const char *title, const Column *columns, gsize n)
{
  GeoatReportTable *table = g_new0 (GeoatReportTable, 1);

  table->title = g_strdup (text (template, title));
  table->headings = g_new0 (char *, n + 1);
  table->widths = g_new (guint, n);
  table->numbers = g_new (gboolean, n);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (gsize i = 0; i < n; i++)
    {
      table->headings[i] = g_strdup (get_heading (template, &columns[i]));
      table->widths[i] = columns[i].width;
      table->numbers[i] = columns[i].numbers;
    }
  return table;
}

void
geoat_report_table_free (GeoatReportTable *table)
{
  g_free (table->title);
  g_strfreev (table->headings);
  g_free (table->widths);
  g_free (table->numbers);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/* The table, or NULL when it has no rows. */
static GeoatReportTable *
table_finish (GeoatReportTable *table)
{
  if (table->rows->len > 0)
    return table;

  geoat_report_table_free (table);
  return NULL;
}

/* Adds a row; @... are its cells, as many as there are columns. */
static void
table_add (GeoatReportTable *table, ...)
{
  guint n = g_strv_length (table->headings);
  char **row = g_new0 (char *, n + 1);
  va_list cells;

  va_start (cells, table);
  for (guint i = 0; i < n; i++)
    row[i] = g_strdup (va_arg (cells, const char *));
  va_end (cells);
  g_ptr_array_add (table->rows, row);
}

static const Column score_columns[] = {
  { "score.scope", 35, FALSE },
  { "score.mean", 8, TRUE },
  { "=0", 5, TRUE },
  { "=1", 5, TRUE },
  { "=2", 5, TRUE },
  { "=3", 5, TRUE },
  { "=4", 5, TRUE },
  { "=5", 5, TRUE },
  { "level.not_applicable", 6, TRUE },
  { "level.not_assessed", 8, TRUE },
  { "score.total", 5, TRUE },
  { "score.carried", 8, TRUE },
};

static void
add_score (const GeoatTemplate *template,
           GeoatReportTable *table,
           char *name,
           const GeoatScore *score)
{
  char **row = g_new0 (char *, G_N_ELEMENTS (score_columns) + 1);
  guint at = 0;

  row[at++] = name;
  row[at++] = geoat_language_format_tenths (template->language, geoat_score_get_tenths (score));
  for (guint i = 0; i < GEOAT_N_LEVELS; i++)
    row[at++] = g_strdup_printf ("%u", score->levels[i]);
  row[at++] = g_strdup_printf ("%u", score->not_applicable);
  row[at++] = g_strdup_printf ("%u", score->not_assessed);
  row[at++] = g_strdup_printf ("%u", score->total);
  row[at++] = g_strdup_printf ("%u", score->carried);
  g_ptr_array_add (table->rows, row);
}

/**
 * geoat_report_get_scores:
 * @template: the template
 * @scores: the scores of its round
 *
 * Returns: (transfer full): the scores of every principle, every key element and the plan, each
 *   with its coverage
 */
GeoatReportTable *
geoat_report_get_scores (const GeoatTemplate *template, GeoatScores *scores)
{
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  GeoatReportTable *table =
      table_new (template, "report.scores", score_columns, G_N_ELEMENTS (score_columns));

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      guint first, n;

      if (!geoat_report_has_principle (template, i))
        continue;
      add_score (template, table, geoat_report_get_principle (template, i),
                 geoat_scores_get_principle (scores, i));
      geoat_framework_get_principle_range (framework, i, &first, &n);
      for (guint j = first; j < first + n; j++)
        if (geoat_report_has_key_element (template, j))
          add_score (template, table, geoat_report_get_key_element (template, j),
                     geoat_scores_get_key_element (scores, j));
    }
  add_score (template, table, g_strdup (text (template, "score.whole_plan")),
             geoat_scores_get_plan_score (scores));
  return table;
}

static const Column member_columns[] = {
  { "member.name", 34, FALSE },
  { "member.unit", 33, FALSE },
  { "member.role", 33, FALSE },
};

/**
 * geoat_report_get_working_group:
 * @template: the template
 *
 * Returns: (transfer full) (nullable): the members of the working group
 */
GeoatReportTable *
geoat_report_get_working_group (const GeoatTemplate *template)
{
  GListModel *members = geoat_plan_get_working_group (template->plan);
  GeoatReportTable *table =
      table_new (template, "report.working_group", member_columns, G_N_ELEMENTS (member_columns));

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (GeoatItem) member = g_list_model_get_item (members, i);

      table_add (table, geoat_item_get_text (member, GEOAT_FIELD_MEMBER_NAME),
                 geoat_item_get_text (member, GEOAT_FIELD_MEMBER_UNIT),
                 geoat_item_get_text (member, GEOAT_FIELD_MEMBER_ROLE));
    }
  return table_finish (table);
}

static guint
get_activity_width (GeoatField field)
{
  switch (field)
    {
    case GEOAT_FIELD_ACTIVITY:
      return 31;
    case GEOAT_FIELD_STATUS:
      return 9;
    case GEOAT_FIELD_PROGRESS:
      return 16;
    default:
      return geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_DATE ? 8 : 13;
    }
}

/* The table of all activities without its rows: the key element, then @fields. The widths are made
 * to fit when there are more columns than they were made for. */
static GeoatReportTable *
create_activities (const GeoatTemplate *template, const GeoatField *fields, guint n_fields)
{
  Column columns[1 + GEOAT_N_FIELDS] = { { .field = GEOAT_FIELD_KEY_ELEMENT, .width = 7 } };
  guint total = columns[0].width;

  for (guint i = 0; i < n_fields; i++)
    {
      columns[i + 1] = (Column){ .field = fields[i], .width = get_activity_width (fields[i]) };
      total += columns[i + 1].width;
    }
  for (guint i = 0; total > 100 && i <= n_fields; i++)
    columns[i].width = columns[i].width * 100 / total;
  return table_new (template, "report.activities", columns, n_fields + 1);
}

/* What stands in the column of a field; the status of what is late says so. */
static char *
format_cell (const GeoatTemplate *template, GeoatAction *action, GeoatField field)
{
  const char *cell = geoat_template_get_cell (template, GEOAT_ITEM (action), field);

  if (field != GEOAT_FIELD_STATUS || !geoat_action_is_overdue (action, &template->today))
    return g_strdup (cell);
  return geoat_language_format (template->language, "status.overdue", "status", cell, NULL);
}

/**
 * geoat_report_get_activities:
 * @template: the template
 *
 * Returns: (transfer full) (nullable): all suggested forward activities, with what the template has
 *   no column for; dates as in the file
 */
GeoatReportTable *
geoat_report_get_activities (const GeoatTemplate *template)
{
  GeoatField fields[GEOAT_N_FIELDS];
  guint n = geoat_field_list (GEOAT_PART_ACTION, GEOAT_FIELD_FLAG_LISTED, NULL, fields);
  GeoatReportTable *table = create_activities (template, fields, n);

  for (guint i = 0; i < template->n_rows; i++)
    {
      GeoatEntry *entry = template->rows[i];

      for (guint j = 0; j < geoat_entry_get_n_actions (entry); j++)
        {
          GeoatAction *action = geoat_entry_get_action (entry, j);
          char **row = g_new0 (char *, n + 2);

          row[0] = g_strdup (geoat_entry_get_key_element (entry));
          for (guint k = 0; k < n; k++)
            row[k + 1] = format_cell (template, action, fields[k]);
          g_ptr_array_add (table->rows, row);
        }
    }
  return table_finish (table);
}

static const Column remark_columns[] = {
  { "column.key_element", 7, FALSE },
  { "column.indicator", 33, FALSE },
  { "column.reason", 30, FALSE },
  { "column.notes", 30, FALSE },
};

/**
 * geoat_report_get_remarks:
 * @template: the template
 *
 * Returns: (transfer full) (nullable): the reasons for the levels and the notes, where there are
 * any
 */
GeoatReportTable *
geoat_report_get_remarks (const GeoatTemplate *template)
{
  GeoatReportTable *table =
      table_new (template, "report.remarks", remark_columns, G_N_ELEMENTS (remark_columns));

  for (guint i = 0; i < template->n_rows; i++)
    {
      GeoatTemplateRow row;
      const char *reason, *notes;

      geoat_template_get_row (template, i, &row);
      reason = row.rating ? geoat_rating_get_reason (row.rating) : "";
      notes = geoat_item_get_text (GEOAT_ITEM (row.entry), GEOAT_FIELD_NOTES);
      if (*reason != '\0' || *notes != '\0')
        table_add (table, geoat_entry_get_key_element (row.entry), row.indicator, reason, notes);
    }
  return table_finish (table);
}
