/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV: the eight columns of the template, then key element, number of the activity, status, lead,
 * dates. One row an action, with columns 1 to 4 repeated; an indicator without an
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

#define MAX_CELLS (GEOAT_N_COLUMNS + 2 + GEOAT_N_FIELDS)
#define BLOCK (1 << 16)

static gboolean
looks_like_formula (const char *text)
{
  text += strspn (text, "'");
  return *text && (strchr ("=+-@\t\r\n", *text) != NULL ||
                   g_utf8_strchr ("＝＋－＠", -1, g_utf8_get_char (text)) != NULL);
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
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  const char *cells[MAX_CELLS + 1] = { NULL };
  GeoatField beside[GEOAT_N_FIELDS];
  guint n_beside = geoat_template_list_beside (beside);
  guint n = 0;

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    cells[n++] = geoat_framework_get_column_heading (framework, i,
                                                     geoat_language_get_tag (template->language));
  cells[n++] = geoat_template_get_heading (template, GEOAT_FIELD_KEY_ELEMENT);
  cells[n++] = geoat_language_get_text (template->language, "column.number");
  for (guint i = 0; i < n_beside; i++)
    cells[n++] = geoat_template_get_heading (template, beside[i]);
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
  const char *cells[MAX_CELLS + 1] = { NULL };
  GeoatField beside[GEOAT_N_FIELDS];
  guint n_beside = geoat_template_list_beside (beside);
  guint n = 0;

  cells[n++] = row->indicator;
  cells[n++] = geoat_item_get_text (GEOAT_ITEM (row->entry), GEOAT_FIELD_ALIGNMENT);
  cells[n++] = geoat_level_get_mark (row->level);
  cells[n++] = row->current_activities;
  for (; n < GEOAT_N_COLUMNS; n++)
    cells[n] = item ? geoat_item_get_text (item, geoat_template_column_get_field (n)) : "";
  cells[n++] = geoat_entry_get_key_element (row->entry);
  g_snprintf (digits, sizeof digits, "%u", number);
  cells[n++] = item ? digits : "";
  for (guint i = 0; i < n_beside; i++)
    cells[n++] = item ? geoat_template_get_cell (template, item, beside[i]) : "";
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
