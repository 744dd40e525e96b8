/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a sheet of a workbook.
 *
 * How it works: a sheet only stores cells that are not empty, each with its address: the rows here
 * are filled up with empty ones, as far as something stands in them, so that a sheet of a billion
 * blanks costs nothing. A merged cell below the first of its column has the text of that one.
 * Numbers come as they are shown, dates as YYYY-MM-DD, truth as TRUE or FALSE, formulas as the
 * value that was stored with them; one without a value, which no spreadsheet has calculated yet, as
 * it stands. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <math.h>
#include <string.h>

#include "geoat-date.h"
#include "geoat-hash.h"
#include "geoat-xlsx-reader-private.h"

#define MAX_COLUMNS 256    /* more than any template has */
#define MAX_MERGED 1000000 /* rows that merged cells reach over, all together */

typedef struct
{
  GeoatWorkbook *workbook;
  GeoatSheet *sheet;
  GPtrArray *row; /* the cells of the row so far, or NULL */
  guint number;   /* of the row */
  guint column;   /* of the cell */
  guint next;     /* that of a cell without an address */
  char *type;     /* of the cell: "s", "inlineStr", … */
  int style;
  GString *value;
  gboolean in_value;
  int in_phonetic; /* inside a reading aid, which is not part of the text */
  GString *formula;
  gboolean in_formula;
  GPtrArray *merges;  /* of addresses: "A2:A4" */
  GString *margin;    /* a header or footer that is being read, or NULL */
  GeoatXlsxRun run;   /* how the present part of a text in a cell looks */
  GString *struck;    /* what of the text is struck through */
  gboolean is_hidden; /* the row is */
  guint hidden_from;  /* the hidden rows that have not been told of; 0: there are none */
  guint hidden_to;
  GArray *columns;     /* of guint: pairs of the first and last column that are hidden, from 1 */
  GHashTable *prompts; /* a set of those that were told */
  int in_fallback;     /* inside the second version that there is of some objects */
} Cells;

/* The column and row of an address such as "C12", both from 0; FALSE: it is none. */
gboolean
geoat_workbook_parse_address (const char *address, guint *column, guint *row)
{
  guint64 number;
  guint letters = 0;

  for (; g_ascii_isalpha (*address) && letters <= MAX_COLUMNS * 26; address++)
    letters = letters * 26 + (guint) (g_ascii_toupper (*address) - 'A') + 1;
  if (letters == 0 ||
      !g_ascii_string_to_unsigned (address, 10, 1, GEOAT_WORKBOOK_MAX_ROWS, &number, NULL))
    return FALSE;
  *column = letters - 1;
  *row = (guint) number - 1;
  return TRUE;
}

/* The format of the present cell, or NULL. */
static const GeoatXlsxFormat *
get_format (Cells *self)
{
  guint style = (guint) MAX (self->style, 0);

  return self->workbook->formats != NULL && style < self->workbook->formats->len
             ? g_ptr_array_index (self->workbook->formats, style)
             : NULL;
}

static void
tell (Cells *self, GeoatAsideKind kind, const char *text)
{
  geoat_workbook_add_aside (self->workbook, self->sheet, kind, self->number, self->column + 1,
                            text);
}

/* A number that is a date; a workbook counts days from the end of 1899, or from 1904. */
static char *
format_date (const GeoatWorkbook *self, double number)
{
  guint32 base = self->since_1904 ? 695056 : 693594; /* as Julian days of GLib */
  char text[11];
  GDate date;

  if (number < 61 || number > 2958465) /* before March 1900 there is a day too many in it */
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, base + (guint32) number);
  geoat_date_format (&date, text);
  return g_strdup (text);
}

/* As much of a date as is shown: 2026-03, 2026. */
static char *
shorten_date (char *date, GeoatNumberKind kind)
{
  if (date != NULL && kind == GEOAT_NUMBER_MONTH)
    date[strlen ("2026-03")] = '\0';
  else if (date != NULL && kind == GEOAT_NUMBER_YEAR)
    date[strlen ("2026")] = '\0';
  return date;
}

/* A number as people see it: files hold 33.3 as 33.299999999999997, which is the nearest that a
 * computer has. NULL: not one that is longer than it should be. */
static char *
format_plain (const char *value, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (strlen (value) <= 15 || !isfinite (number))
    return NULL;
  g_ascii_formatd (text, sizeof text, "%.15g", number);
  return strchr (text, 'e') == NULL ? g_strdup (text) : NULL;
}

/* Half a percent is 0.005 in the file. */
static char *
format_percent (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.10g", number * 100);
  return isfinite (number) ? g_strconcat (text, "%", NULL) : NULL;
}

/* The text of the cell that has just ended. */
static char *
get_text (Cells *self)
{
  const char *type = self->type != NULL ? self->type : "n";
  const char *value = self->value->str;
  char *end;
  double number;

  if (*value == '\0' && self->formula->len > 0 && !g_str_equal (type, "str"))
    return g_strconcat ("=", self->formula->str, NULL);
  if (g_str_equal (type, "s"))
    {
      guint64 index;

      if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &index, NULL) &&
          index < self->workbook->strings->len)
        return g_strdup (g_ptr_array_index (self->workbook->strings, index));
      if (*value != '\0')
        geoat_workbook_add_aside (self->workbook, self->sheet, GEOAT_ASIDE_MISSING, self->number,
                                  self->column + 1, value);
      return g_strdup ("");
    }
  if (g_str_equal (type, "inlineStr") || g_str_equal (type, "str"))
    return geoat_workbook_unescape (value);
  if (g_str_equal (type, "b"))
    return g_strdup (g_str_equal (value, "1") ? "TRUE" : "FALSE");
  if (g_str_equal (type, "d")) /* 2026-03-08T00:00:00 */
    return g_strndup (value, strcspn (value, "T"));

  number = g_ascii_strtod (value, &end);
  if (g_str_equal (type, "n") && end != value && *end == '\0')
    {
      const GeoatXlsxFormat *format = get_format (self);
      GeoatNumberKind kind = format != NULL ? format->kind : GEOAT_NUMBER_PLAIN;
      char *shown = NULL;

      if (kind == GEOAT_NUMBER_DATE || kind == GEOAT_NUMBER_MONTH || kind == GEOAT_NUMBER_YEAR)
        shown = shorten_date (format_date (self->workbook, floor (number)), kind);
      else if (kind == GEOAT_NUMBER_PERCENT)
        shown = format_percent (number);
      else
        shown = format_plain (value, number);
      if (shown != NULL)
        return shown;
    }
  return g_strdup (value);
}

/* The address in a formula that makes a link: HYPERLINK("https://…", "here"). */
static void
take_link_of_formula (Cells *self)
{
  static const char function[] = "HYPERLINK(\"";
  const char *begin = strstr (self->formula->str, function);
  const char *end = begin != NULL ? strchr (begin + strlen (function), '"') : NULL;

  if (end != NULL)
    {
      g_autofree char *address =
          g_strndup (begin + strlen (function), (gsize) (end - begin) - strlen (function));

      tell (self, GEOAT_ASIDE_LINK, address);
    }
}

/* Whether the present cell has text, and no number. */
static gboolean
is_text (Cells *self)
{
  return self->type != NULL && (g_str_equal (self->type, "s") || g_str_equal (self->type, "str") ||
                                g_str_equal (self->type, "inlineStr"));
}

/* Tells of what the format of a cell with that text says. Returns the text as it looks, full. */
static char *
take_format (Cells *self, char *text)
{
  const GeoatXlsxFormat *format = get_format (self);
  guint64 index;

  if (self->struck->len > 0)
    tell (self, GEOAT_ASIDE_STRUCK, self->struck->str);
  else if (g_strcmp0 (self->type, "s") == 0 &&
           g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT, &index, NULL) &&
           index < self->workbook->struck->len &&
           g_ptr_array_index (self->workbook->struck, index) != NULL)
    tell (self, GEOAT_ASIDE_STRUCK, g_ptr_array_index (self->workbook->struck, index));
  else if (format != NULL && format->run.struck)
    tell (self, GEOAT_ASIDE_STRUCK, text);
  if (format == NULL)
    return text;

  if (is_text (self) && (format->run.font != NULL || format->run.raised != 0))
    {
      GString *shown = g_string_new (NULL);

      geoat_xlsx_run_append (&format->run, shown, NULL, text);
      g_free (text);
      text = g_string_free (shown, FALSE);
    }
  else if (!is_text (self) && format->after != NULL && self->type == NULL)
    {
      g_autofree char *shown = g_strconcat (format->before, text, format->after, NULL);

      tell (self, GEOAT_ASIDE_SHOWN, g_strstrip (shown));
    }
  return text;
}

static void
begin_cell (Cells *self, xmlTextReaderPtr xml)
{
  g_autofree char *address = geoat_part_get_attribute (xml, "r");
  guint row;

  /* A cell without an address follows the one before it, also when that is empty. */
  if (address == NULL || !geoat_workbook_parse_address (address, &self->column, &row))
    self->column = self->next;
  g_free (self->type);
  self->type = geoat_part_get_attribute (xml, "t");
  if (g_strcmp0 (self->type, "n") == 0)
    g_clear_pointer (&self->type, g_free);
  self->style = geoat_workbook_get_number (xml, "s");
  g_string_truncate (self->value, 0);
  g_string_truncate (self->formula, 0);
  g_string_truncate (self->struck, 0);
  geoat_xlsx_run_clear (&self->run);
}

/* Adds a cell to the row, if it fits. @text is taken. */
static gboolean
add_cell (Cells *self, char *text)
{
  GeoatWorkbook *workbook = self->workbook;

  if (workbook->too_large || !geoat_sheet_reserve (&workbook->size, strlen (text)))
    {
      workbook->too_large = TRUE;
      g_free (text);
      return FALSE;
    }
  g_ptr_array_add (self->row, text);
  return TRUE;
}

static void
end_cell (Cells *self)
{
  char *shown = get_text (self);
  g_autofree char *text = NULL;

  /* Cells stand in the order of their columns; one that does not follows the one before it. */
  self->column = MAX (self->column, self->row->len);
  self->next = self->column + 1;
  text = shown;
  if (self->formula->len > 0)
    take_link_of_formula (self);
  if (*text == '\0')
    return;
  if (self->column >= MAX_COLUMNS) /* further right than any template reaches */
    {
      tell (self, GEOAT_ASIDE_TEXT, text);
      return;
    }
  text = take_format (self, text);
  while (self->row->len < self->column)
    if (!add_cell (self, g_strdup ("")))
      return;
  add_cell (self, g_steal_pointer (&text));
}

/* Tells of the hidden rows so far. */
static void
tell_hidden_rows (Cells *self)
{
  g_autofree char *text = NULL;

  if (self->hidden_from == 0)
    return;
  text = self->hidden_to > self->hidden_from
             ? g_strdup_printf ("%u–%u", self->hidden_from, self->hidden_to)
             : g_strdup_printf ("%u", self->hidden_from);
  geoat_workbook_add_aside (self->workbook, self->sheet, GEOAT_ASIDE_UNSEEN, self->hidden_from, 1,
                            text);
  self->hidden_from = 0;
}

/* The letters of a column, from 1, full. */
static char *
name_column (guint column)
{
  char letters[4] = "";

  for (int i = 2; i >= 0 && column > 0; i--, column = (column - 1) / 26)
    letters[i] = (char) ('A' + (column - 1) % 26);
  return g_strdup (letters[1] == '\0' ? letters + 2 : letters[0] == '\0' ? letters + 1 : letters);
}

/* Tells of hidden columns in which something stands. */
static void
tell_hidden_columns (Cells *self)
{
  for (guint i = 0; i + 1 < self->columns->len; i += 2)
    {
      guint first = g_array_index (self->columns, guint, i);
      guint last = MIN (g_array_index (self->columns, guint, i + 1), MAX_COLUMNS);
      gboolean found = FALSE;

      for (guint j = 0; !found && j < self->sheet->rows->len; j++)
        {
          char **cells = g_ptr_array_index (self->sheet->rows, j);
          guint n = g_strv_length (cells);

          for (guint k = first; !found && k <= MIN (last, n); k++)
            if (*cells[k - 1] != '\0')
              {
                g_autofree char *from = name_column (first);
                g_autofree char *to = name_column (last);
                g_autofree char *text =
                    last > first ? g_strdup_printf ("%s–%s", from, to) : g_strdup (from);

                found = TRUE;
                geoat_workbook_add_aside (self->workbook, self->sheet, GEOAT_ASIDE_UNSEEN,
                                          g_array_index (self->sheet->numbers, guint, j), k, text);
              }
        }
    }
}

static void
end_row (Cells *self)
{
  if (self->row->len == 0) /* blank rows say nothing */
    {
      g_clear_pointer (&self->row, g_ptr_array_unref);
      return;
    }
  if (!self->is_hidden)
    tell_hidden_rows (self);
  else
    {
      if (self->hidden_from == 0)
        self->hidden_from = self->number;
      self->hidden_to = self->number;
    }
  if (!geoat_sheet_reserve (&self->workbook->size, GEOAT_SHEET_ROW_SIZE))
    self->workbook->too_large = TRUE;
  g_ptr_array_add (self->row, NULL);
  geoat_sheet_take_row (self->sheet, (char **) g_ptr_array_free (self->row, FALSE), self->number);
  self->row = NULL;
}

/* A header or footer of the pages that are odd, even or first begins or ends. */
static void
take_margin (Cells *self, gboolean begins)
{
  if (!begins && self->margin != NULL)
    geoat_workbook_take_margin (self->workbook, self->sheet, self->margin->str);
  if (self->margin != NULL)
    g_string_free (self->margin, TRUE);
  self->margin = begins ? g_string_new (NULL) : NULL;
}

static gboolean
is_set (xmlTextReaderPtr xml, const char *name)
{
  g_autofree char *value = geoat_part_get_attribute (xml, name);

  return value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
}

/* What is shown to whoever fills in a cell, once. */
static void
take_prompt (Cells *self, xmlTextReaderPtr xml)
{
  g_autofree char *title = geoat_part_get_attribute (xml, "promptTitle");
  g_autofree char *prompt = geoat_part_get_attribute (xml, "prompt");
  g_autofree char *cells = geoat_part_get_attribute (xml, "sqref");
  g_autofree char *text = NULL;
  guint column = 0, row = 0;

  if (prompt == NULL && title == NULL)
    return;
  text = title != NULL && prompt != NULL ? g_strconcat (title, ": ", prompt, NULL)
                                         : g_strdup (prompt != NULL ? prompt : title);
  if (!g_hash_table_add (self->prompts, g_strdup (text)))
    return;
  if (cells != NULL)
    {
      cells[strcspn (cells, ": ")] = '\0';
      geoat_workbook_parse_address (cells, &column, &row);
    }
  geoat_workbook_add_aside (self->workbook, self->sheet, GEOAT_ASIDE_PROMPT, row + 1, column + 1,
                            text);
}

static void
take_link (Cells *self, xmlTextReaderPtr xml)
{
  g_autofree char *cells = geoat_part_get_attribute (xml, "ref");
  guint column, row;

  if (cells == NULL)
    return;
  cells[strcspn (cells, ":")] = '\0';
  if (geoat_workbook_parse_address (cells, &column, &row))
    {
      GeoatXlsxLink *link = g_new (GeoatXlsxLink, 1);

      link->row = row + 1;
      link->column = column + 1;
      link->relation = geoat_part_get_attribute (xml, "id");
      g_ptr_array_add (self->workbook->links, link);
    }
}

/* An attached file, or a control. */
static void
take_object (Cells *self, xmlTextReaderPtr xml, const char *attribute)
{
  g_autofree char *name = geoat_part_get_attribute (xml, attribute);

  if (self->in_fallback == 0)
    geoat_workbook_add_aside (self->workbook, self->sheet, GEOAT_ASIDE_OBJECT, 0, 0,
                              name != NULL ? name : "");
}

/* What there is in a sheet beside its cells; FALSE: none of that. */
static gboolean
take_beside (Cells *self, xmlTextReaderPtr xml, const char *name)
{
  if (g_str_equal (name, "col") && is_set (xml, "hidden"))
    {
      guint range[] = { (guint) geoat_part_get_int (xml, "min", 1),
                        (guint) geoat_part_get_int (xml, "max", 1) };

      if (range[0] > 0 && range[0] <= MAX_COLUMNS && self->columns->len < 2 * MAX_COLUMNS)
        g_array_append_vals (self->columns, range, 2);
    }
  else if (g_str_equal (name, "hyperlink"))
    take_link (self, xml);
  else if (g_str_equal (name, "dataValidation"))
    take_prompt (self, xml);
  else if (g_str_equal (name, "oleObject"))
    take_object (self, xml, "progId");
  else if (g_str_equal (name, "control"))
    take_object (self, xml, "name");
  else
    return FALSE;
  return TRUE;
}

static gboolean
cell_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Cells *self = data;

  if (g_str_equal (name, "row") && begins && self->row == NULL)
    {
      int number = geoat_workbook_get_number (xml, "r");

      self->number = number > 0 ? (guint) number : self->number + 1;
      self->row = g_ptr_array_new_with_free_func (g_free);
      self->is_hidden = is_set (xml, "hidden");
      self->next = 0;
    }
  else if (g_str_equal (name, "row") && self->row != NULL)
    end_row (self);
  else if (g_str_equal (name, "c") && self->row != NULL)
    {
      if (begins)
        begin_cell (self, xml);
      else
        end_cell (self);
    }
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->in_value = begins;
  else if (g_str_equal (name, "r"))
    geoat_xlsx_run_clear (&self->run);
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic += begins ? 1 : -1;
  else if (g_str_equal (name, "Fallback"))
    self->in_fallback += begins ? 1 : -1;
  else if (g_str_equal (name, "f"))
    self->in_formula = begins;
  else if (g_str_has_suffix (name, "Header") || g_str_has_suffix (name, "Footer"))
    take_margin (self, begins);
  else if (g_str_equal (name, "mergeCell") && begins)
    {
      char *address = geoat_part_get_attribute (xml, "ref");

      if (address != NULL)
        g_ptr_array_add (self->merges, address);
    }
  else if (begins && !take_beside (self, xml, name) && self->type != NULL)
    geoat_xlsx_run_take (&self->run, xml, name);
  return !self->workbook->too_large;
}

static void
cell_text_cb (const char *text, gpointer data)
{
  Cells *self = data;

  if (self->in_value && self->in_phonetic == 0)
    geoat_xlsx_run_append (&self->run, self->value, self->struck, text);
  else if (self->in_formula)
    g_string_append (self->formula, text);
  else if (self->margin != NULL)
    g_string_append (self->margin, text);
}

/* The cells of a row, at least @n of them; NULL: that is too much. A row ends where its last text
 * stands, also when what is merged in it stands behind that. */
static char **
widen_row (GeoatWorkbook *self, GeoatSheet *sheet, guint row, guint n)
{
  char **cells = g_ptr_array_index (sheet->rows, row);
  guint length = g_strv_length (cells);
  gboolean merged;

  if (length >= n)
    return cells;

  merged = g_hash_table_remove (sheet->merged, cells);
  cells = g_renew (char *, cells, n + 1);
  sheet->rows->pdata[row] = cells;
  cells[length] = NULL;
  for (; length < n && !self->too_large; length++)
    {
      self->too_large = !geoat_sheet_reserve (&self->size, 0);
      cells[length] = g_strdup ("");
      cells[length + 1] = NULL;
    }
  if (merged)
    g_hash_table_add (sheet->merged, cells);
  return self->too_large ? NULL : cells;
}

/* Puts the text of the first cell into those below it that are one with it. @rows has the places of
 * the rows in the sheet, from 1, by their numbers; @left is how much more of this may be done. */
static void
spread_merge (
    GeoatWorkbook *self, GeoatSheet *sheet, GHashTable *rows, const char *address, guint *left)
{
  g_auto (GStrv) corners = g_strsplit (address, ":", 2);
  guint column, first, last_column, last, place;
  char **above;

  if (g_strv_length (corners) != 2 || !geoat_workbook_parse_address (corners[0], &column, &first) ||
      !geoat_workbook_parse_address (corners[1], &last_column, &last))
    return;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (rows, GUINT_TO_POINTER (first + 1)));
  above = place > 0 ? g_ptr_array_index (sheet->rows, place - 1) : NULL;
  if (above == NULL || column >= g_strv_length (above) || *above[column] == '\0')
    return;
  for (guint i = first + 1; i <= last && *left > 0; i++, (*left)--)
    {
      char **cells;

      place = GPOINTER_TO_UINT (g_hash_table_lookup (rows, GUINT_TO_POINTER (i + 1)));
      cells = place > 0 ? widen_row (self, sheet, place - 1, column + 1) : NULL;
      if (cells == NULL || *cells[column] != '\0')
        continue;
      if (!geoat_sheet_reserve (&self->size, strlen (above[column])))
        {
          self->too_large = TRUE;
          return;
        }
      g_free (cells[column]);
      cells[column] = g_strdup (above[column]);
      g_hash_table_add (sheet->merged, cells);
    }
}

static void
spread_merges (GeoatWorkbook *self, GeoatSheet *sheet, GPtrArray *merges)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  guint left = MAX_MERGED;

  for (guint i = 0; i < sheet->rows->len; i++)
    g_hash_table_insert (rows, GUINT_TO_POINTER (g_array_index (sheet->numbers, guint, i)),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < merges->len && !self->too_large; i++)
    spread_merge (self, sheet, rows, g_ptr_array_index (merges, i), &left);
}

GeoatSheet *
geoat_workbook_read_cells (GeoatWorkbook *self, const char *name, GBytes *part)
{
  g_autoptr (GeoatSheet) sheet = geoat_sheet_new (name);
  Cells cells = {
    .workbook = self,
    .sheet = sheet,
    .value = g_string_new (NULL),
    .formula = g_string_new (NULL),
    .merges = g_ptr_array_new_with_free_func (g_free),
    .struck = g_string_new (NULL),
    .columns = g_array_new (FALSE, FALSE, sizeof (guint)),
    .prompts = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL),
  };
  gboolean done;

  g_ptr_array_set_size (self->links, 0);
  done = geoat_part_read (part, cell_cb, cell_text_cb, &cells, self->cancellable);
  if (done)
    {
      tell_hidden_rows (&cells);
      tell_hidden_columns (&cells);
    }

  if (done)
    spread_merges (self, sheet, cells.merges);
  g_clear_pointer (&cells.row, g_ptr_array_unref);
  g_free (cells.type);
  g_string_free (cells.value, TRUE);
  g_string_free (cells.formula, TRUE);
  g_ptr_array_unref (cells.merges);
  g_string_free (cells.struck, TRUE);
  g_array_unref (cells.columns);
  g_hash_table_unref (cells.prompts);
  geoat_xlsx_run_clear (&cells.run);
  if (cells.margin != NULL)
    g_string_free (cells.margin, TRUE);
  return done && !self->too_large ? g_steal_pointer (&sheet) : NULL;
}
