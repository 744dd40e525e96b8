/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of a workbook, whoever has written it.
 *
 * How it works: the workbook lists its sheets with ids of relations, the relations name the parts
 * that hold them, the shared strings hold most texts, the styles say which numbers are dates. Each
 * of these parts is read as a stream of elements, told by their local names. A sheet only stores
 * cells that are not empty, each with its address: the rows here are filled up with empty ones, as
 * far as something stands in them, so that a sheet of a billion blanks costs nothing. A merged cell
 * below the first of its column has the text of that one. Numbers come as they are shown, dates as
 * YYYY-MM-DD, truth as TRUE or FALSE, formulas as the value that was stored with them; one without
 * a value, which no spreadsheet has calculated yet, as it stands.
 *
 * Comments are in parts of their own, to which the sheet is related: the old ones, which are called
 * notes now, and those with answers. Of each of the latter there is a stand-in among the former,
 * which does not count. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/geoat-date.h"
#include "core/geoat-error.h"
#include "geoat-package.h"
#include "geoat-part-reader.h"
#include "geoat-sheet.h"

#define MAX_COLUMNS 256  /* more than any template has */
#define MAX_ROWS 1048576 /* what a sheet can have */
#define MAX_SHEETS 100
#define MAX_BYTES ((gsize) 256 << 20) /* of all sheets together */
#define MAX_MERGED 1000000            /* rows that merged cells reach over, all together */

typedef enum
{
  NUMBER_PLAIN,
  NUMBER_DATE,
  NUMBER_PERCENT,
} NumberKind;

typedef struct
{
  char *name;
  char *relation;
} SheetName;

typedef struct
{
  GBytes *package;
  GPtrArray *names;     /* of SheetName */
  GPtrArray *relations; /* of GeoatRelation */
  GPtrArray *strings;
  GArray *kinds; /* of NumberKind, by style */
  gboolean since_1904;
  gsize size;         /* of the tables, see geoat_sheet_reserve() */
  gsize strings_size; /* of the shared strings, likewise */
  gboolean too_large; /* there was more than fits */
  GCancellable *cancellable;
} Workbook;

static void
sheet_name_free (SheetName *name)
{
  g_free (name->name);
  g_free (name->relation);
  g_free (name);
}

/* "_x000D_" stands for a carriage return (ECMA-376, part 1, 22.9.2.19). */
static char *
unescape (const char *text)
{
  GString *plain;

  if (strstr (text, "_x") == NULL)
    return g_strdup (text);

  plain = g_string_new (NULL);
  while (*text != '\0')
    {
      gunichar c = 0;
      int digits = 0;

      if (text[0] == '_' && text[1] == 'x')
        while (digits < 4 && g_ascii_isxdigit (text[2 + digits]))
          c = c * 16 + (gunichar) g_ascii_xdigit_value (text[2 + digits++]);
      if (digits == 4 && text[6] == '_' && c != 0 && g_unichar_validate (c))
        {
          g_string_append_unichar (plain, c);
          text += 7;
        }
      else
        g_string_append_c (plain, *text++);
    }
  return g_string_free (plain, FALSE);
}

/* The list of sheets, and what ties them to their parts */

static gboolean
workbook_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Workbook *self = data;

  if (!begins)
    return TRUE;
  if (g_str_equal (name, "sheet") && self->names->len <= MAX_SHEETS)
    {
      SheetName *sheet = g_new0 (SheetName, 1);

      sheet->name = geoat_part_get_attribute (xml, "name");
      sheet->relation = geoat_part_get_attribute (xml, "id");
      g_ptr_array_add (self->names, sheet);
    }
  else if (g_str_equal (name, "workbookPr"))
    {
      g_autofree char *value = geoat_part_get_attribute (xml, "date1904");

      self->since_1904 = value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
    }
  return TRUE;
}

/* The shared strings */

typedef struct
{
  Workbook *workbook;
  GString *text;    /* of the string that is being read, or NULL */
  gboolean in_text; /* inside <t> */
  int in_phonetic;  /* inside a reading aid, which is not part of the text */
} Strings;

static gboolean
string_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Strings *self = data;

  if (g_str_equal (name, "si") && begins && self->text == NULL)
    self->text = g_string_new (NULL);
  else if (g_str_equal (name, "si") && !begins && self->text != NULL)
    {
      if (geoat_sheet_reserve (&self->workbook->strings_size, self->text->len))
        g_ptr_array_add (self->workbook->strings, unescape (self->text->str));
      else
        self->workbook->too_large = TRUE;
      g_string_free (self->text, TRUE);
      self->text = NULL;
    }
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic += begins ? 1 : -1;
  else if (g_str_equal (name, "t"))
    self->in_text = begins;
  return !self->workbook->too_large;
}

static void
string_text_cb (const char *text, gpointer data)
{
  Strings *self = data;

  if (self->text != NULL && self->in_text && self->in_phonetic == 0)
    g_string_append (self->text, text);
}

static gboolean
read_strings (Workbook *self, GBytes *part)
{
  Strings strings = { .workbook = self };
  gboolean done = geoat_part_read (part, string_cb, string_text_cb, &strings, self->cancellable);

  if (strings.text != NULL)
    g_string_free (strings.text, TRUE);
  return done;
}

/* The styles: which of them show a number as a date or with a percent sign */

typedef struct
{
  Workbook *workbook;
  GHashTable *codes; /* number of a format → NumberKind, both as pointers */
  gboolean in_cells; /* inside <cellXfs> */
} Styles;

/* What a format shows: "dd/mm/yyyy" has a day or a year, "mmm" a month, "0.00%" a percent sign,
 * outside of quotes and brackets. What is only there for its width, "_D", or to fill, is not shown;
 * beside hours and seconds "m" is a minute. */
static NumberKind
get_kind (const char *code)
{
  gboolean quoted = FALSE;
  gboolean bracketed = FALSE;
  gboolean has_month = FALSE;
  gboolean has_time = FALSE;

  for (; *code != '\0'; code++)
    {
      if (*code == '"')
        quoted = !quoted;
      else if (*code == '[' || *code == ']')
        bracketed = *code == '[';
      else if (!quoted && strchr ("\\_*", *code) != NULL && code[1] != '\0')
        code++;
      else if (!quoted && !bracketed && strchr ("dDyY", *code) != NULL)
        return NUMBER_DATE;
      else if (!quoted && !bracketed && *code == '%')
        return NUMBER_PERCENT;
      else if (!quoted && !bracketed)
        {
          has_month = has_month || g_ascii_toupper (*code) == 'M';
          has_time = has_time || strchr ("hHsS", *code) != NULL;
        }
    }
  return has_month && !has_time ? NUMBER_DATE : NUMBER_PLAIN;
}

static int
get_number (xmlTextReaderPtr xml, const char *name)
{
  g_autofree char *value = geoat_part_get_attribute (xml, name);
  guint64 number;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &number, NULL)
             ? (int) number
             : -1;
}

static gboolean
style_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Styles *self = data;

  if (g_str_equal (name, "numFmt") && begins)
    {
      g_autofree char *code = geoat_part_get_attribute (xml, "formatCode");
      int id = get_number (xml, "numFmtId");

      if (code != NULL && id >= 0)
        g_hash_table_insert (self->codes, GINT_TO_POINTER (id), GINT_TO_POINTER (get_kind (code)));
    }
  else if (g_str_equal (name, "cellXfs"))
    self->in_cells = begins;
  else if (g_str_equal (name, "xf") && begins && self->in_cells)
    {
      int id = get_number (xml, "numFmtId");
      /* 14 to 17 and 22 are dates in every language, 27 to 36 and 50 to 58 in some. */
      gboolean is_date =
          (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
      NumberKind kind =
          (NumberKind) GPOINTER_TO_INT (g_hash_table_lookup (self->codes, GINT_TO_POINTER (id)));

      if (is_date)
        kind = NUMBER_DATE;
      else if (id == 9 || id == 10)
        kind = NUMBER_PERCENT;
      g_array_append_val (self->workbook->kinds, kind);
    }
  return TRUE;
}

static gboolean
read_styles (Workbook *self, GBytes *part)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  Styles styles = { self, codes, FALSE };

  return geoat_part_read (part, style_cb, NULL, &styles, self->cancellable);
}

/* The sheets */

typedef struct
{
  Workbook *workbook;
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
  GPtrArray *merges; /* of addresses: "A2:A4" */
} Cells;

/* The column and row of an address such as "C12", both from 0; FALSE: it is none. */
static gboolean
parse_address (const char *address, guint *column, guint *row)
{
  guint64 number;
  guint letters = 0;

  for (; g_ascii_isalpha (*address) && letters <= MAX_COLUMNS * 26; address++)
    letters = letters * 26 + (guint) (g_ascii_toupper (*address) - 'A') + 1;
  if (letters == 0 || !g_ascii_string_to_unsigned (address, 10, 1, MAX_ROWS, &number, NULL))
    return FALSE;
  *column = letters - 1;
  *row = (guint) number - 1;
  return TRUE;
}

/* A number that is a date; a workbook counts days from the end of 1899, or from 1904. */
static char *
format_date (const Workbook *self, double number)
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

/* Tells of something beside a cell; @column and @row from 1. */
static void
add_aside (Workbook *self,
           GeoatSheet *sheet,
           GeoatAsideKind kind,
           guint row,
           guint column,
           const char *text)
{
  if (self->too_large || !geoat_sheet_add_aside (sheet, kind, row, column, text, &self->size))
    self->too_large = TRUE;
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
        add_aside (self->workbook, self->sheet, GEOAT_ASIDE_MISSING, self->number, self->column + 1,
                   value);
      return g_strdup ("");
    }
  if (g_str_equal (type, "inlineStr") || g_str_equal (type, "str"))
    return unescape (value);
  if (g_str_equal (type, "b"))
    return g_strdup (g_str_equal (value, "1") ? "TRUE" : "FALSE");
  if (g_str_equal (type, "d")) /* 2026-03-08T00:00:00 */
    return g_strndup (value, strcspn (value, "T"));

  number = g_ascii_strtod (value, &end);
  if (g_str_equal (type, "n") && end != value && *end == '\0')
    {
      guint style = (guint) MAX (self->style, 0);
      NumberKind kind = style < self->workbook->kinds->len
                            ? g_array_index (self->workbook->kinds, NumberKind, style)
                            : NUMBER_PLAIN;
      char *shown = NULL;

      if (kind == NUMBER_DATE)
        shown = format_date (self->workbook, floor (number));
      else if (kind == NUMBER_PERCENT)
        shown = format_percent (number);
      else
        shown = format_plain (value, number);
      if (shown != NULL)
        return shown;
    }
  return g_strdup (value);
}

static void
begin_cell (Cells *self, xmlTextReaderPtr xml)
{
  g_autofree char *address = geoat_part_get_attribute (xml, "r");
  guint row;

  /* A cell without an address follows the one before it, also when that is empty. */
  if (address == NULL || !parse_address (address, &self->column, &row))
    self->column = self->next;
  g_free (self->type);
  self->type = geoat_part_get_attribute (xml, "t");
  self->style = get_number (xml, "s");
  g_string_truncate (self->value, 0);
  g_string_truncate (self->formula, 0);
}

/* Adds a cell to the row, if it fits. @text is taken. */
static gboolean
add_cell (Cells *self, char *text)
{
  Workbook *workbook = self->workbook;

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
  g_autofree char *text = get_text (self);

  /* Cells stand in the order of their columns; one that does not follows the one before it. */
  self->column = MAX (self->column, self->row->len);
  self->next = self->column + 1;
  if (*text == '\0' || self->column >= MAX_COLUMNS)
    return;
  while (self->row->len < self->column)
    if (!add_cell (self, g_strdup ("")))
      return;
  add_cell (self, g_steal_pointer (&text));
}

static void
end_row (Cells *self)
{
  if (self->row->len == 0) /* blank rows say nothing */
    {
      g_clear_pointer (&self->row, g_ptr_array_unref);
      return;
    }
  if (!geoat_sheet_reserve (&self->workbook->size, GEOAT_SHEET_ROW_SIZE))
    self->workbook->too_large = TRUE;
  g_ptr_array_add (self->row, NULL);
  geoat_sheet_take_row (self->sheet, (char **) g_ptr_array_free (self->row, FALSE), self->number);
  self->row = NULL;
}

static gboolean
cell_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Cells *self = data;

  if (g_str_equal (name, "row") && begins && self->row == NULL)
    {
      int number = get_number (xml, "r");

      self->number = number > 0 ? (guint) number : self->number + 1;
      self->row = g_ptr_array_new_with_free_func (g_free);
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
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic += begins ? 1 : -1;
  else if (g_str_equal (name, "f"))
    self->in_formula = begins;
  else if (g_str_equal (name, "mergeCell") && begins)
    {
      char *address = geoat_part_get_attribute (xml, "ref");

      if (address != NULL)
        g_ptr_array_add (self->merges, address);
    }
  return !self->workbook->too_large;
}

static void
cell_text_cb (const char *text, gpointer data)
{
  Cells *self = data;

  if (self->in_value && self->in_phonetic == 0)
    g_string_append (self->value, text);
  else if (self->in_formula)
    g_string_append (self->formula, text);
}

/* The cells of a row, at least @n of them; NULL: that is too much. A row ends where its last text
 * stands, also when what is merged in it stands behind that. */
static char **
widen_row (Workbook *self, GeoatSheet *sheet, guint row, guint n)
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
spread_merge (Workbook *self, GeoatSheet *sheet, GHashTable *rows, const char *address, guint *left)
{
  g_auto (GStrv) corners = g_strsplit (address, ":", 2);
  guint column, first, last_column, last, place;
  char **above;

  if (g_strv_length (corners) != 2 || !parse_address (corners[0], &column, &first) ||
      !parse_address (corners[1], &last_column, &last))
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
spread_merges (Workbook *self, GeoatSheet *sheet, GPtrArray *merges)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  guint left = MAX_MERGED;

  for (guint i = 0; i < sheet->rows->len; i++)
    g_hash_table_insert (rows, GUINT_TO_POINTER (g_array_index (sheet->numbers, guint, i)),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < merges->len && !self->too_large; i++)
    spread_merge (self, sheet, rows, g_ptr_array_index (merges, i), &left);
}

static GeoatSheet *
read_sheet (Workbook *self, const char *name, GBytes *part)
{
  g_autoptr (GeoatSheet) sheet = geoat_sheet_new (name);
  Cells cells = {
    .workbook = self,
    .sheet = sheet,
    .value = g_string_new (NULL),
    .formula = g_string_new (NULL),
    .merges = g_ptr_array_new_with_free_func (g_free),
  };
  gboolean done = geoat_part_read (part, cell_cb, cell_text_cb, &cells, self->cancellable);

  if (done)
    spread_merges (self, sheet, cells.merges);
  g_clear_pointer (&cells.row, g_ptr_array_unref);
  g_free (cells.type);
  g_string_free (cells.value, TRUE);
  g_string_free (cells.formula, TRUE);
  g_ptr_array_unref (cells.merges);
  return done && !self->too_large ? g_steal_pointer (&sheet) : NULL;
}

/* FALSE with an error: why the workbook is not read to its end. */
static gboolean
fail (Workbook *self, GError **error)
{
  if (self->too_large)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                         _ ("the workbook has too many cells or sheets"));
  else if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("the workbook is damaged"));
  return FALSE;
}

/* The comments */

typedef struct
{
  Workbook *workbook;
  GeoatSheet *sheet;
  GHashTable *threaded; /* a set of the addresses of those with answers */
  gboolean is_threaded; /* it is those that are read */
  char *address;        /* of the cell of the present one, or NULL */
  GString *text;
  gboolean in_text;
  int in_phonetic;
} Comments;

static void
end_comment (Comments *self)
{
  g_autofree char *text = unescape (self->text->str);
  g_autofree char *address = g_steal_pointer (&self->address);
  guint column = 0, row = 0;
  gboolean known = address != NULL && parse_address (address, &column, &row);

  if (!self->is_threaded && known && g_hash_table_contains (self->threaded, address))
    return;
  if (*g_strstrip (text) != '\0')
    add_aside (self->workbook, self->sheet, GEOAT_ASIDE_COMMENT, known ? row + 1 : 0,
               known ? column + 1 : 0, text);
  if (self->is_threaded && known)
    g_hash_table_add (self->threaded, g_steal_pointer (&address));
}

static gboolean
comment_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Comments *self = data;

  if (g_str_equal (name, self->is_threaded ? "threadedComment" : "comment"))
    {
      if (!begins)
        {
          end_comment (self);
          return !self->workbook->too_large;
        }
      g_free (self->address);
      self->address = geoat_part_get_attribute (xml, "ref");
      g_string_truncate (self->text, 0);
    }
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic += begins ? 1 : -1;
  else if (g_str_equal (name, self->is_threaded ? "text" : "t"))
    self->in_text = begins;
  return TRUE;
}

static void
comment_text_cb (const char *text, gpointer data)
{
  Comments *self = data;

  if (self->in_text && self->in_phonetic == 0)
    g_string_append (self->text, text);
}

/* Reads the comments of the sheet that is in the part of that name. */
static gboolean
read_comments (Workbook *self, GeoatSheet *sheet, const char *name, GError **error)
{
  static const char *const kinds[] = { "threadedComment", "comments" };
  g_autoptr (GPtrArray) relations =
      geoat_package_read_relations (self->package, name, self->cancellable, NULL);
  g_autoptr (GHashTable) threaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *target = geoat_relations_find (relations, kinds[i]);
      g_autoptr (GBytes) part =
          target != NULL
              ? geoat_package_read_member (self->package, target, self->cancellable, error)
              : NULL;
      Comments comments = {
        .workbook = self,
        .sheet = sheet,
        .threaded = threaded,
        .is_threaded = i == 0,
      };
      gboolean done;

      if (target == NULL)
        continue;
      if (part == NULL)
        return FALSE;
      comments.text = g_string_new (NULL);
      done = geoat_part_read (part, comment_cb, comment_text_cb, &comments, self->cancellable);
      g_string_free (comments.text, TRUE);
      g_free (comments.address);
      if (!done)
        return fail (self, error);
    }
  return TRUE;
}

/* Everything that the sheets refer to. */
static gboolean
read_lists (Workbook *self, GError **error)
{
  g_autofree char *name =
      geoat_package_find_main (self->package, "xl/workbook.xml", self->cancellable);
  g_autoptr (GBytes) workbook =
      geoat_package_read_member (self->package, name, self->cancellable, error);
  const char *strings_name, *styles_name;
  g_autoptr (GBytes) strings = NULL;
  g_autoptr (GBytes) styles = NULL;

  if (workbook == NULL)
    return FALSE;
  self->relations = geoat_package_read_relations (self->package, name, self->cancellable, error);
  if (self->relations == NULL)
    return FALSE;
  /* A workbook of numbers alone has no strings, and a plain one no styles. */
  strings_name = geoat_relations_find (self->relations, "sharedStrings");
  styles_name = geoat_relations_find (self->relations, "styles");
  strings = geoat_package_read_member (
      self->package, strings_name ? strings_name : "xl/sharedStrings.xml", self->cancellable, NULL);
  styles = geoat_package_read_member (self->package, styles_name ? styles_name : "xl/styles.xml",
                                      self->cancellable, NULL);

  if (geoat_part_read (workbook, workbook_cb, NULL, self, self->cancellable) &&
      (strings == NULL || read_strings (self, strings)) &&
      (styles == NULL || read_styles (self, styles)))
    return TRUE;
  return fail (self, error);
}

/* The name of the part with a sheet, or NULL. */
static const char *
find_target (Workbook *self, const SheetName *name)
{
  for (guint i = 0; name->relation != NULL && i < self->relations->len; i++)
    {
      const GeoatRelation *relation = g_ptr_array_index (self->relations, i);

      if (g_str_equal (relation->id, name->relation))
        return relation->target;
    }
  return NULL;
}

static gboolean
read_sheets (Workbook *self, GPtrArray *sheets, GError **error)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < self->names->len; i++)
    {
      const SheetName *name = g_ptr_array_index (self->names, i);
      const char *target = find_target (self, name);
      g_autoptr (GBytes) part = NULL;
      GeoatSheet *sheet;

      if (target == NULL || name->name == NULL)
        return fail (self, error);
      part = geoat_package_read_member (self->package, target, self->cancellable, error);
      if (part == NULL)
        return FALSE;
      n_bytes += g_bytes_get_size (part);
      self->too_large = i >= MAX_SHEETS || n_bytes > MAX_BYTES;
      if (self->too_large)
        return fail (self, error);
      sheet = read_sheet (self, name->name, part);
      if (sheet == NULL)
        return fail (self, error);
      g_ptr_array_add (sheets, sheet);
      if (!read_comments (self, sheet, target, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * geoat_xlsx_read:
 * @bytes: the content of a file
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of #GeoatSheet; %NULL when this is no workbook, or it was
 *   stopped
 */
GPtrArray *
geoat_xlsx_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_name_free);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (NumberKind));
  Workbook workbook = {
    .package = bytes,
    .names = names,
    .strings = strings,
    .kinds = kinds,
    .cancellable = cancellable,
  };

  gboolean done = read_lists (&workbook, error) && read_sheets (&workbook, sheets, error) &&
                  !g_cancellable_set_error_if_cancelled (cancellable, error);

  g_clear_pointer (&workbook.relations, g_ptr_array_unref);
  return done ? g_steal_pointer (&sheets) : NULL;
}
