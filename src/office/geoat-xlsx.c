/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook: the template with filters and drop-down lists, scores as formulas over it, all
 * activities, and charts of the workbook's own.
 *
 * libxlsxwriter writes to a file of its own, see geoat-xlsx-file.c. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-xlsx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-file.h"
#include "geoat-xlsx-file.h"
#include "geoat-xlsx-private.h"

/* In points: of the font of a workbook; and the highest that a row can be. */
#define LINE_HEIGHT 15.0
#define MAX_ROW_HEIGHT 409.0

/* Of a cell, in units of UTF-16. */
#define MAX_TEXT_LENGTH 32767

/**
 * geoat_xlsx_add_sheet:
 * @self: the workbook
 * @name: the key of its name in the catalogue
 *
 * Returns: a new sheet, printed landscape on the width of one page
 */
lxw_worksheet *
geoat_xlsx_add_sheet (GeoatXlsx *self, const char *name)
{
  GeoatLanguage *language = self->template->language;
  const char *classification =
      geoat_item_get_text (GEOAT_ITEM (self->template->plan), GEOAT_FIELD_CLASSIFICATION);
  lxw_worksheet *sheet =
      workbook_add_worksheet (self->workbook, geoat_language_get_text (language, name));

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&C&P / &N");
  if (geoat_language_is_right_to_left (language))
    worksheet_right_to_left (sheet);

  /* A header has room for 255 characters, and & begins a code in it. */
  if (*classification != '\0')
    {
      g_auto (GStrv) parts = g_strsplit (classification, "&", -1);
      g_autofree char *escaped = g_strjoinv ("&&", parts);
      g_autofree char *header = g_strconcat ("&C", escaped, NULL);

      if (g_utf8_strlen (header, -1) > 250)
        *g_utf8_offset_to_pointer (header, 250) = '\0';
      worksheet_set_header (sheet, header);
    }
  return sheet;
}

/* How wide a character is, in those of a usual width. Marks and wide characters begin at U+0300. */
static guint
get_character_width (gunichar c)
{
  if (c < 0x300)
    return 1;
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* How many lines a text takes that is wrapped at @width characters of a usual width: rather one too
 * many. */
static guint
count_lines (const char *text, guint width)
{
  guint n_lines = 1;
  guint line = 0; /* what is on the line before the word */
  guint word = 0;

  while (*text != '\0')
    {
      gboolean ascii = (guchar) *text < 0x80;
      gunichar c = ascii ? (guchar) *text : g_utf8_get_char (text);
      guint character = ascii ? 1 : get_character_width (c);

      text = ascii ? text + 1 : g_utf8_next_char (text);
      if (c == '\n')
        {
          n_lines += line + word > width ? 2 : 1;
          line = word = 0;
          continue;
        }
      word += character;
      if (c == ' ' || character > 1)
        {
          /* a space may stand behind the end of a line */
          if (line + word > width + (c == ' ' ? 1 : 0))
            {
              n_lines++;
              line = 0;
            }
          line += word;
          word = 0;
        }
      else if (word > width)
        {
          n_lines++;
          word = character;
        }
    }
  return n_lines + (line + word > width ? 1 : 0);
}

static void
add_to_row (GeoatXlsx *self, lxw_col_t column, const char *text)
{
  self->n_lines = MAX (self->n_lines, count_lines (text, (guint) self->widths[column]));
}

/**
 * geoat_xlsx_end_row:
 * @self: the workbook
 * @sheet: a sheet
 * @row: a row
 *
 * Makes a row as high as its texts take since the last one, as far as rows can be. Excel does that
 * by itself for a row that has no height, but LibreOffice does not, and shows one line.
 */
void
geoat_xlsx_end_row (GeoatXlsx *self, lxw_worksheet *sheet, lxw_row_t row)
{
  if (self->n_lines > 1)
    worksheet_set_row (sheet, row, MIN (self->n_lines * LINE_HEIGHT, MAX_ROW_HEIGHT), NULL);
  self->n_lines = 0;
}

/**
 * geoat_xlsx_write_headings:
 * @self: the workbook
 * @sheet: a sheet
 * @row: the row of the headings
 * @headings: (array zero-terminated=1): the headings
 * @widths: widths of the columns, in characters; they must live as long as the sheet is written
 *
 * Writes the headings, and sets the widths of the columns.
 */
void
geoat_xlsx_write_headings (GeoatXlsx *self,
                           lxw_worksheet *sheet,
                           lxw_row_t row,
                           const char *const *headings,
                           const double *widths)
{
  self->widths = widths;
  for (lxw_col_t i = 0; headings[i] != NULL; i++)
    {
      worksheet_set_column (sheet, i, i, widths[i], NULL);
      worksheet_write_string (sheet, row, i, headings[i], self->heading);
      add_to_row (self, i, headings[i]);
    }
  geoat_xlsx_end_row (self, sheet, row);
}

/* Whether "_x0041_" stands there, which a workbook takes for the character U+0041. */
static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

/* The text as libxlsxwriter must be given it to arrive as it is: it writes control characters as
 * "_x0001_", but leaves alone what already looks like that, and what XML has no place for. NULL
 * when nothing is to be done. */
static char *
prepare (const char *text)
{
  GString *other;

  if (strstr (text, "_x") == NULL && strstr (text, "\xef\xbf\xbe") == NULL &&
      strstr (text, "\xef\xbf\xbf") == NULL)
    return NULL;

  other = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_escape (at))
        g_string_append (other, "_x005F_");
      else
        g_string_append_unichar (other, c == 0xfffe || c == 0xffff ? 0xfffd : c);
    }
  return g_string_free (other, FALSE);
}

/* Whether a cell can hold it: Excel counts a character beyond the basic plane, such as an emoji, as
 * two, which libxlsxwriter does not. */
static gboolean
fits_cell (const char *text)
{
  gsize length = 0;

  if (strlen (text) <= MAX_TEXT_LENGTH)
    return TRUE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    length += g_utf8_get_char (text) > 0xffff ? 2 : 1;
  return length <= MAX_TEXT_LENGTH;
}

/**
 * geoat_xlsx_write_text:
 * @self: the workbook
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @text: a text; an empty one leaves the cell blank
 *
 * Writes a text as a text, whatever it looks like: it is never a formula. One that does not fit
 * makes the whole export fail. The columns of the sheet have their widths.
 */
void
geoat_xlsx_write_text (
    GeoatXlsx *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text)
{
  g_autofree char *other = prepare (text);

  add_to_row (self, column, text);
  if (*text == '\0')
    worksheet_write_blank (sheet, row, column, self->text);
  else if (!fits_cell (text) || worksheet_write_string (sheet, row, column, other ? other : text,
                                                        self->text) != LXW_NO_ERROR)
    {
      g_free (self->problem);
      self->problem = g_strdup (text);
    }
}

/**
 * geoat_xlsx_write_date:
 * @self: the workbook
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @item: what has the date
 * @field: the field that holds it
 *
 * Writes a date as a date; a day before 1900, which workbooks do not know, as a text.
 */
void
geoat_xlsx_write_date (GeoatXlsx *self,
                       lxw_worksheet *sheet,
                       lxw_row_t row,
                       lxw_col_t column,
                       GeoatItem *item,
                       GeoatField field)
{
  GDate date;

  if (geoat_item_get_date (item, field, &date) && g_date_get_year (&date) >= 1900)
    {
      lxw_datetime day = {
        .year = g_date_get_year (&date),
        .month = (int) g_date_get_month (&date),
        .day = g_date_get_day (&date),
      };

      worksheet_write_datetime (sheet, row, column, &day, self->date);
    }
  else
    geoat_xlsx_write_text (self, sheet, row, column, geoat_item_get_text (item, field));
}

/**
 * geoat_xlsx_add_status_list:
 * @self: the workbook
 * @sheet: a sheet
 * @last_row: the last of its rows
 * @column: the column of the status
 *
 * Gives the cells of a column, from the second row on, a drop-down list of the statuses.
 */
void
geoat_xlsx_add_status_list (GeoatXlsx *self,
                            lxw_worksheet *sheet,
                            lxw_row_t last_row,
                            lxw_col_t column)
{
  const char *names[GEOAT_N_STATUSES + 1] = { NULL };
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .value_list = (gpointer) names,
  };

  for (guint i = 0; i < GEOAT_N_STATUSES; i++)
    names[i] = geoat_template_get_status_name (self->template, (GeoatStatus) i);
  worksheet_data_validation_range (sheet, 1, column, last_row, column, &validation);
}

static lxw_format *
add_format (GeoatXlsx *self, const char *number_format, int align)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, 0x8A9BB0);
  if (number_format != NULL)
    format_set_num_format (format, number_format);
  if (align != LXW_ALIGN_NONE)
    format_set_align (format, (uint8_t) align);
  return format;
}

static void
add_formats (GeoatXlsx *self)
{
  self->heading = add_format (self, NULL, LXW_ALIGN_NONE);
  format_set_bold (self->heading);
  format_set_bg_color (self->heading, 0xDCE4EE);
  self->text = add_format (self, NULL, LXW_ALIGN_NONE);
  self->level = add_format (self, NULL, LXW_ALIGN_CENTER);
  self->date = add_format (self, "yyyy-mm-dd", LXW_ALIGN_CENTER);
  self->number = add_format (self, "0", LXW_ALIGN_CENTER);
  self->mean = add_format (self, "0.0", LXW_ALIGN_CENTER);
  self->strong = add_format (self, "0", LXW_ALIGN_CENTER);
  format_set_bold (self->strong);
  self->strong_mean = add_format (self, "0.0", LXW_ALIGN_CENTER);
  format_set_bold (self->strong_mean);
}

/* What a table of the report has that the other sheets do not: a sheet of its own. */
static void
take_table (GeoatXlsx *self, const char *name, GeoatReportTable *table)
{
  g_autofree double *widths = NULL;
  lxw_worksheet *sheet;
  guint n;

  if (table == NULL)
    return;

  n = g_strv_length (table->headings);
  widths = g_new (double, n);
  for (guint i = 0; i < n; i++)
    widths[i] = table->widths[i] * 1.4;
  sheet = geoat_xlsx_add_sheet (self, name);
  geoat_xlsx_write_headings (self, sheet, 0, (const char *const *) table->headings, widths);
  worksheet_freeze_panes (sheet, 1, 0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < n; j++)
        geoat_xlsx_write_text (self, sheet, i + 1, (lxw_col_t) j, row[j]);
      geoat_xlsx_end_row (self, sheet, i + 1);
    }
  geoat_report_table_free (table);
}

/* What the workbook is about: the sheet that comes last, and the properties of the document. */
static void
write_about (GeoatXlsx *self)
{
  const GeoatTemplate *template = self->template;
  GeoatItem *plan = GEOAT_ITEM (template->plan);
  g_autofree char *title = geoat_report_get_title (template);
  g_autofree char *round = geoat_report_get_round (template);
  g_autofree char *today = geoat_language_format_date (template->language, &template->today, FALSE);
  const char *lines[] = {
    title,
    geoat_plan_get_administration (template->plan),
    geoat_item_get_text (plan, GEOAT_FIELD_COUNTRY),
    round,
    today,
    geoat_item_get_text (plan, GEOAT_FIELD_CLASSIFICATION),
    geoat_report_is_shared_copy (template)
        ? geoat_language_get_text (template->language, "report.shared_copy")
        : "",
  };
  lxw_doc_properties properties = {
    .title = title,
    .subject = round,
    .author = (char *) geoat_plan_get_administration (template->plan),
    .category = (char *) geoat_item_get_text (plan, GEOAT_FIELD_CLASSIFICATION),
    /* The day the report is about, at noon: not the moment at which it was made. */
    .created = ((time_t) g_date_get_julian (&template->today) - 719163) * 86400 + 43200,
  };
  lxw_worksheet *sheet = geoat_xlsx_add_sheet (self, "sheet.plan");
  const double width = 90;
  lxw_row_t row = 0;

  worksheet_set_column (sheet, 0, 0, width, NULL);
  self->widths = &width;
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (*lines[i] != '\0')
      {
        geoat_xlsx_write_text (self, sheet, row, 0, lines[i]);
        geoat_xlsx_end_row (self, sheet, row++);
      }
  workbook_set_properties (self->workbook, &properties);
}

/* The workbook as a file. */
static gboolean
write_workbook (gconstpointer template, const char *path, GError **error)
{
  GeoatXlsx xlsx = { .template = template };
  lxw_error status;

  xlsx.workbook = workbook_new (path);
  if (xlsx.workbook == NULL)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
                           _ ("The workbook cannot be made"));
      return FALSE;
    }
  add_formats (&xlsx);
  geoat_xlsx_write_template (&xlsx);
  geoat_xlsx_write_scores (&xlsx);
  geoat_xlsx_write_activities (&xlsx);
  take_table (&xlsx, "sheet.remarks", geoat_report_get_remarks (template));
  take_table (&xlsx, "sheet.working_group", geoat_report_get_working_group (template));
  write_about (&xlsx);

  status = workbook_close (xlsx.workbook);
  if (xlsx.problem != NULL)
    {
      g_autofree char *problem = xlsx.problem;
      g_autofree char *beginning = g_utf8_substring (problem, 0, 40);

      g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
                   _ ("The text “%s…” is too long for a cell of a workbook, which holds 32,767 "
                      "characters"),
                   beginning);
      return FALSE;
    }
  if (status != LXW_NO_ERROR)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
                           _ ("The workbook cannot be made"));
      return FALSE;
    }
  return TRUE;
}

/**
 * geoat_xlsx_export:
 * @plan: the plan
 * @options: round, language and day
 * @stream: where to write
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes the plan as a workbook (Office Open XML).
 *
 * Returns: whether it worked; not when a text is longer than a cell can hold
 */
gboolean
geoat_xlsx_export (GeoatPlan *plan,
                   const GeoatExportOptions *options,
                   GOutputStream *stream,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GeoatTemplate) template = geoat_template_new (plan, options);
  g_autoptr (GBytes) workbook = geoat_xlsx_file_make (write_workbook, template, cancellable, error);

  return workbook != NULL && geoat_file_write_bytes (stream, workbook, cancellable, error);
}
