/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as text, the way LibreOffice Calc and Excel put them on the clipboard.
 *
 * How it works: tabs separate cells and line ends (of any kind) rows. A cell with a tab, a line
 * break or a quote stands in quotes, in which a quote is doubled. Not all programs do that, so a
 * cell that begins with a quote is only taken as quoted when the closing quote is where a cell can
 * end; else the quote is a part of its text.
 *
 * A spreadsheet takes a text that begins with =, +, - or @ as a formula, whoever wrote it. So one '
 * goes before such a text, and before one that has ' there already, and one is taken away when it
 * comes back: what is copied out and in again is the same. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-clipboard-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"

struct _GeoatClipboardTable
{
  grefcount references;
  GPtrArray *rows; /* of GPtrArray of char * */
};

static gboolean
is_formula (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/* Takes @text over. */
static void
add_read_cell (GeoatClipboardTable *self, char *text)
{
  GPtrArray *row = g_ptr_array_index (self->rows, self->rows->len - 1);
  char *from;
  char *to;

  if (*text == '\'' && is_formula (text))
    memmove (text, text + 1, strlen (text));

  for (from = to = text; *from != '\0'; from++)
    if (*from != '\r')
      *to++ = *from;
    else if (from[1] != '\n')
      *to++ = '\n';
  *to = '\0';

  g_ptr_array_add (row, text);
}

static gboolean
ends_cell (const char *p, const char *end)
{
  return p == end || *p == '\t' || *p == '\n' || *p == '\r';
}

/* The cell at @p in quotes; NULL when it is none. */
static char *
read_quoted (const char *p, const char *end, const char **behind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (p++; p < end; p++)
    {
      if (*p != '"')
        g_string_append_c (text, *p);
      else if (p + 1 < end && p[1] == '"')
        {
          g_string_append_c (text, '"');
          p++;
        }
      else if (ends_cell (p + 1, end))
        {
          *behind = p + 1;
          return g_string_free (g_steal_pointer (&text), FALSE);
        }
      else
        return NULL;
    }
  return NULL;
}

static char *
read_plain (const char *p, const char *end, const char **behind)
{
  const char *start = p;

  while (!ends_cell (p, end))
    p++;
  *behind = p;
  return g_strndup (start, (gsize) (p - start));
}

static void
append_cell (GString *out, const char *cell)
{
  g_autofree char *safe = is_formula (cell) ? g_strconcat ("'", cell, NULL) : g_strdup (cell);

  if (strpbrk (safe, "\t\n\r\"") == NULL)
    {
      g_string_append (out, safe);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = safe; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * geoat_clipboard_table_new:
 *
 * Returns: (transfer full): a table without rows
 */
GeoatClipboardTable *
geoat_clipboard_table_new (void)
{
  GeoatClipboardTable *self = g_new (GeoatClipboardTable, 1);

  g_ref_count_init (&self->references);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * geoat_clipboard_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): the same
 */
GeoatClipboardTable *
geoat_clipboard_table_ref (GeoatClipboardTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->references);
  return self;
}

/**
 * geoat_clipboard_table_unref:
 * @self: (transfer full): a table
 */
void
geoat_clipboard_table_unref (GeoatClipboardTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * geoat_clipboard_table_parse:
 * @text: what is on the clipboard
 * @length: its bytes, -1: it ends with a NUL
 * @error: return location for a #GError
 *
 * Line ends inside of cells become "\n".
 *
 * Returns: (transfer full): the table, or %NULL with %GEOAT_ERROR_INVALID when it is not UTF-8, or
 *   %GEOAT_ERROR_TOO_LARGE
 */
GeoatClipboardTable *
geoat_clipboard_table_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (GeoatClipboardTable) self = geoat_clipboard_table_new ();
  gsize size;
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  if (size > GEOAT_CLIPBOARD_MAX_SIZE)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                           _ ("The clipboard holds too much text: more than 16 MiB."));
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize) size, NULL))
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("What is on the clipboard is not text."));
      return NULL;
    }

  end = text + size;
  for (const char *p = text; p < end;)
    {
      geoat_clipboard_table_add_row (self);
      for (;;)
        {
          char *cell = p < end && *p == '"' ? read_quoted (p, end, &p) : NULL;

          add_read_cell (self, cell != NULL ? cell : read_plain (p, end, &p));
          if (p == end || *p != '\t')
            break;
          p++;
        }
      if (p < end && *p == '\r')
        p++;
      if (p < end && *p == '\n')
        p++;
    }
  return g_steal_pointer (&self);
}

/**
 * geoat_clipboard_table_to_text:
 * @self: a table
 *
 * Returns: (transfer full): the table for the clipboard, for Calc and Excel to paste
 */
char *
geoat_clipboard_table_to_text (GeoatClipboardTable *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->len; j++)
        {
          if (j > 0)
            g_string_append_c (out, '\t');
          append_cell (out, g_ptr_array_index (row, j));
        }

      /* A single cell may as well be pasted into a text. */
      if (self->rows->len > 1 || row->len > 1)
        g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/**
 * geoat_clipboard_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has
 */
guint
geoat_clipboard_table_get_n_rows (GeoatClipboardTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * geoat_clipboard_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many cells its longest row has
 */
guint
geoat_clipboard_table_get_n_columns (GeoatClipboardTable *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    n = MAX (n, ((GPtrArray *) g_ptr_array_index (self->rows, i))->len);
  return n;
}

/**
 * geoat_clipboard_table_get_cell:
 * @self: a table
 * @row: 0 for the first
 * @column: 0 for the first
 *
 * Returns: (transfer none): the text of a cell, "" where there is none
 */
const char *
geoat_clipboard_table_get_cell (GeoatClipboardTable *self, guint row, guint column)
{
  GPtrArray *cells;

  g_return_val_if_fail (self != NULL, "");

  if (row >= self->rows->len)
    return "";
  cells = g_ptr_array_index (self->rows, row);
  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

/**
 * geoat_clipboard_table_add_row:
 * @self: a table
 *
 * Begins another row.
 */
void
geoat_clipboard_table_add_row (GeoatClipboardTable *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

/**
 * geoat_clipboard_table_add_cell:
 * @self: a table with a row at least
 * @text: valid UTF-8
 *
 * Adds a cell to the last row.
 */
void
geoat_clipboard_table_add_cell (GeoatClipboardTable *self, const char *text)
{
  g_return_if_fail (self != NULL && self->rows->len > 0);
  g_return_if_fail (text != NULL);

  g_ptr_array_add (g_ptr_array_index (self->rows, self->rows->len - 1), g_strdup (text));
}
