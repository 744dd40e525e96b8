/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV: the eight columns of the template, then key element, number of the activity, status, lead,
 * start and due date. One row an action, with columns 1 to 4 repeated; an indicator without an
 * action is one row. The number tells where an indicator begins, beside one that says the same.
 *
 * RFC 4180, UTF-8 with a byte order mark. A spreadsheet runs a cell that begins with one of
 * = + - @ (or a tab or carriage return before such) as a formula, whatever stands there: such a
 * cell gets an apostrophe in front. So does one that has apostrophes before that character, which
 * makes it reversible: a reader takes one apostrophe from whatever matches ^'+[=+\-@\t\r]. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-csv.h"

#include <csv.h>
#include <string.h>

#include "geoat-template.h"

#define N_CELLS (GEOAT_N_COLUMNS + 6)
#define BLOCK (1 << 16)

static gboolean
looks_like_formula (const char *text)
{
  text += strspn (text, "'");
  return *text && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_cell (GString *text, const char *cell)
{
  g_autofree char *harmless = NULL;
  gsize length, quoted, at;

  if (looks_like_formula (cell))
    cell = harmless = g_strconcat ("'", cell, NULL);

  length = strlen (cell);
  quoted = csv_write (NULL, 0, cell, length);
  at = text->len;
  g_string_set_size (text, at + quoted);
  csv_write (text->str + at, quoted, cell, length);
}

/**
 * geoat_csv_append_row:
 * @text: what to append to
 * @cells: (array zero-terminated=1): the cells of the row, UTF-8
 *
 * Appends a row of CSV. Cells that a spreadsheet would run as formulas are made harmless,
 * reversibly.
 */
void
geoat_csv_append_row (GString *text, const char *const *cells)
{
  for (gsize i = 0; cells[i]; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_cell (text, cells[i]);
    }
  g_string_append (text, "\r\n");
}

static void
append_headings (GString *text, const GeoatTemplate *template)
{
  static const char *const more[] = { "column.key_element", "column.number", "column.status",
                                      "column.lead",        "column.start",  "column.due" };
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  const char *cells[N_CELLS + 1] = { NULL };

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    cells[i] = geoat_framework_get_column_heading (framework, i,
                                                   geoat_language_get_tag (template->language));
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    cells[GEOAT_N_COLUMNS + i] = geoat_language_get_text (template->language, more[i]);
  geoat_csv_append_row (text, cells);
}

static void
append_action (GString *text,
               const GeoatTemplate *template,
               const GeoatTemplateRow *row,
               guint number,
               GeoatAction *action)
{
  GeoatItem *item = action ? GEOAT_ITEM (action) : NULL;
  char digits[11];
  const char *cells[N_CELLS + 1] = { NULL };

  cells[0] = row->indicator;
  cells[1] = geoat_item_get_text (GEOAT_ITEM (row->entry), GEOAT_FIELD_ALIGNMENT);
  cells[2] = geoat_level_get_mark (row->level);
  cells[3] = row->current_activities;
  cells[4] = item ? geoat_item_get_text (item, GEOAT_FIELD_ACTIVITY) : "";
  cells[5] = item ? geoat_item_get_text (item, GEOAT_FIELD_UNITS) : "";
  cells[6] = item ? geoat_item_get_text (item, GEOAT_FIELD_TIMELINE) : "";
  cells[7] = item ? geoat_item_get_text (item, GEOAT_FIELD_TARGETS) : "";
  cells[8] = geoat_entry_get_key_element (row->entry);
  g_snprintf (digits, sizeof digits, "%u", number);
  cells[9] = item ? digits : "";
  cells[10] =
      item ? geoat_template_get_status_name (template, geoat_action_get_status (action)) : "";
  cells[11] = item ? geoat_item_get_text (item, GEOAT_FIELD_LEAD) : "";
  cells[12] = item ? geoat_item_get_text (item, GEOAT_FIELD_START) : "";
  cells[13] = item ? geoat_item_get_text (item, GEOAT_FIELD_DUE) : "";
  geoat_csv_append_row (text, cells);
}

static gboolean
flush (GString *text, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error))
    return FALSE;
  g_string_truncate (text, 0);
  return TRUE;
}

/**
 * geoat_csv_export:
 * @plan: the plan
 * @options: round and language
 * @stream: where to write
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes the template as CSV.
 *
 * Returns: whether it worked
 */
gboolean
geoat_csv_export (GeoatPlan *plan,
                  const GeoatExportOptions *options,
                  GOutputStream *stream,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GeoatTemplate) template = geoat_template_new (plan, options);
  g_autoptr (GString) text = g_string_new (GEOAT_CSV_BYTE_ORDER_MARK);

  append_headings (text, template);
  for (guint i = 0; i < template->n_rows; i++)
    {
      GeoatTemplateRow row;
      guint n_actions;

      geoat_template_get_row (template, i, &row);
      n_actions = geoat_entry_get_n_actions (row.entry);
      if (n_actions == 0)
        append_action (text, template, &row, 0, NULL);
      for (guint j = 0; j < n_actions; j++)
        append_action (text, template, &row, j + 1, geoat_entry_get_action (row.entry, j));

      if (text->len >= BLOCK && !flush (text, stream, cancellable, error))
        return FALSE;
    }
  return flush (text, stream, cancellable, error);
}
