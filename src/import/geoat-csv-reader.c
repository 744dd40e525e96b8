/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV as others write it: with commas, semicolons, tabs or bars; in the encodings of
 * geoat_text_decode().
 *
 * The separator is the one of the four that stands most often in the first row that has one,
 * outside of quotation marks, or the one that Excel's first line names: "sep=;". Where that row has
 * but one, the rows below it are looked at too. Nothing is trimmed. The apostrophe that makes a
 * cell harmless for a spreadsheet is taken away.
 *
 * libcsv reads what is written as it should be. Where a quotation mark stands in the wrong place,
 * the cells are told apart here: a mark within a cell belongs to its text, and so does one at its
 * beginning that nothing closes before another cell begins with one. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-csv-reader.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-sheet.h"
#include "geoat-text-reader.h"

#define MAX_ROWS_LOOKED_AT 50 /* to find out what separates the cells */
#define MAX_SEPARATORS 64     /* of a row that are told apart */
#define BLOCK (1 << 16)       /* bytes that are read before somebody looks whether to go on */

typedef struct
{
  GeoatSheet *sheet;
  GPtrArray *row;
  guint number;
  gsize size;         /* of the table, see geoat_sheet_reserve() */
  gboolean too_large; /* there was more than fits */
  gboolean unclosed;  /* a mark has been looked for up to the end, and there was none */
} Reader;

static int
is_space (unsigned char c)
{
  return 0; /* blanks at the ends of a cell belong to it */
}

/* Whether "'=1" stands there, or "''=1": one apostrophe is not the author's. */
static gboolean
is_made_harmless (const char *text)
{
  gsize n = strspn (text, "'");

  return n > 0 && text[n] != '\0' &&
         (strchr ("=+-@\t\r\n", text[n]) != NULL ||
          g_utf8_strchr ("＝＋－＠", -1, g_utf8_get_char (text + n)) != NULL);
}

static void
cell_cb (void *text, size_t length, void *data)
{
  Reader *reader = data;
  g_autofree char *raw = NULL;
  g_autofree char *valid = NULL;

  reader->too_large = reader->too_large || !geoat_sheet_reserve (&reader->size, length);
  if (reader->too_large)
    return;
  raw = g_strndup (text ? text : "", length);
  valid = g_utf8_make_valid (raw, -1);
  g_ptr_array_add (reader->row, g_strdup (is_made_harmless (valid) ? valid + 1 : valid));
}

static void
row_cb (int c, void *data)
{
  Reader *reader = data;

  reader->too_large =
      reader->too_large || !geoat_sheet_reserve (&reader->size, GEOAT_SHEET_ROW_SIZE);
  if (reader->too_large)
    return;
  g_ptr_array_add (reader->row, NULL);
  geoat_sheet_take_row (reader->sheet, (char **) g_ptr_array_free (reader->row, FALSE),
                        ++reader->number);
  reader->row = g_ptr_array_new_with_free_func (g_free);
}

static const char candidates[] = { ',', ';', '\t', '|' };

/* How often each candidate stands in the row that begins at @at, outside of quotation marks;
 * returns where the next one begins. */
static gsize
count_separators (const char *text, gsize length, gsize at, guint counts[G_N_ELEMENTS (candidates)])
{
  gboolean quoted = FALSE;

  memset (counts, 0, G_N_ELEMENTS (candidates) * sizeof *counts);
  for (; at < length && (quoted || (text[at] != '\n' && text[at] != '\r')); at++)
    {
      if (text[at] == '"')
        quoted = !quoted;
      for (gsize j = 0; !quoted && j < G_N_ELEMENTS (candidates); j++)
        counts[j] += text[at] == candidates[j] ? 1 : 0;
    }
  return at + 1;
}

static gsize
find_most (const guint counts[G_N_ELEMENTS (candidates)])
{
  gsize best = 0;

  for (gsize j = 1; j < G_N_ELEMENTS (candidates); j++)
    if (counts[j] > counts[best])
      best = j;
  return best;
}

/* One comma may be that of a title above the table: what counts is which separator the most rows
 * have equally often. */
static unsigned char
find_separator (const char *text, gsize length)
{
  guint rows[G_N_ELEMENTS (candidates)][MAX_SEPARATORS] = { { 0 } };
  guint equal[G_N_ELEMENTS (candidates)] = { 0 };
  guint counts[G_N_ELEMENTS (candidates)];
  gboolean has_first = FALSE;
  gsize first = 0;
  gsize at = 0;

  for (guint n_rows = 0; at < length && n_rows < MAX_ROWS_LOOKED_AT;)
    {
      at = count_separators (text, length, at, counts);
      if (counts[find_most (counts)] == 0)
        continue;
      n_rows++;
      if (!has_first)
        {
          first = find_most (counts);
          if (counts[first] > 1)
            return (unsigned char) candidates[first];
          has_first = TRUE;
        }
      for (gsize j = 0; j < G_N_ELEMENTS (candidates); j++)
        {
          guint n = MIN (counts[j], MAX_SEPARATORS - 1);

          if (n > 0)
            equal[j] = MAX (equal[j], ++rows[j][n]);
        }
    }
  if (equal[find_most (equal)] > equal[first])
    first = find_most (equal);
  return (unsigned char) candidates[first];
}

/* How long the first line is when it is one of Excel's, which names the separator: sep=; or, from
 * a cell, "sep=;"; 0: it is none. */
static gsize
skip_separator_line (const char *text, gsize length, unsigned char *separator)
{
  gboolean quoted = text[0] == '"';
  const char *at = text + (quoted ? 1 : 0);
  gsize end, n_breaks;

  if (g_ascii_strncasecmp (at, "sep=", 4) != 0 || !(g_ascii_ispunct (at[4]) || at[4] == '\t'))
    return 0;
  end = (gsize) (at + 5 - text);
  if (quoted && text[end] != '"')
    return 0;
  end += quoted ? 1 : 0;
  n_breaks = strspn (text + end, "\r\n");
  if (n_breaks == 0 || end + n_breaks > length)
    return 0;
  *separator = (unsigned char) at[4];
  return end + n_breaks;
}

/* Where the mark stands that closes the cell which begins with one at @at; 0: none does. */
static gsize
find_closing (Reader *reader, const char *text, gsize length, gsize at, char separator)
{
  for (gsize i = at + 1; i < length; i++)
    {
      if (text[i] != '"')
        continue;
      if (text[i + 1] == '"')
        {
          i++;
          continue;
        }
      if (i + 1 == length || text[i + 1] == separator || strchr ("\r\n", text[i + 1]) != NULL)
        return i;
      /* A cell begins with a mark: the one at @at was not the beginning of such a cell. */
      if (text[i - 1] == separator || text[i - 1] == '\n')
        return 0;
    }
  reader->unclosed = TRUE;
  return 0;
}

/* Adds the cell at @at, and returns where it ends. *@stray: the first column in which a mark was in
 * the wrong place. */
static gsize
take_loose_cell (
    Reader *reader, const char *text, gsize length, gsize at, char separator, guint *stray)
{
  gboolean marked = text[at] == '"' && !reader->unclosed;
  gsize closing = marked ? find_closing (reader, text, length, at, separator) : 0;
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize end = at;

  if (closing > 0)
    {
      for (end = at + 1; end < closing; end++)
        {
          g_string_append_c (cell, text[end]);
          end += text[end] == '"' ? 1 : 0;
        }
      end = closing + 1;
    }
  else
    for (; end < length && text[end] != separator && strchr ("\r\n", text[end]) == NULL; end++)
      {
        g_string_append_c (cell, text[end]);
        if (text[end] == '"' && *stray == 0)
          *stray = reader->row->len + 1;
      }
  cell_cb (cell->str, cell->len, reader);
  return end;
}

/* The text of the row that was read last in a column, from 1. */
static const char *
get_cell (const Reader *self, guint column)
{
  char **cells = g_ptr_array_index (self->sheet->rows, self->sheet->rows->len - 1);

  return cells[column - 1];
}

/* Reads what libcsv refuses, and tells in which rows a mark was in the wrong place. */
static gboolean
parse_loosely (Reader *reader,
               char separator,
               const char *text,
               gsize length,
               GCancellable *cancellable,
               GError **error)
{
  guint stray = 0; /* a column, from 1 */

  for (gsize at = 0; at < length && !reader->too_large;)
    {
      at = take_loose_cell (reader, text, length, at, separator, &stray);
      if (at < length && text[at] == separator)
        {
          at++;
          if (at < length)
            continue;
          cell_cb (NULL, 0, reader);
        }
      at += at + 1 < length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      row_cb (-1, reader);
      if (stray > 0 && !reader->too_large)
        reader->too_large =
            !geoat_sheet_add_aside (reader->sheet, GEOAT_ASIDE_QUOTE, reader->number, stray,
                                    get_cell (reader, stray), &reader->size);
      stray = 0;
    }
  return !reader->too_large || geoat_sheet_fail_too_large (error);
}

/* FALSE with an error when it was too much, or was stopped. *@strict: nothing was wrong with it. */
static gboolean
parse (Reader *reader,
       struct csv_parser *parser,
       const char *text,
       gsize length,
       gboolean *strict,
       GCancellable *cancellable,
       GError **error)
{
  gboolean done = TRUE;

  for (gsize at = 0; at < length && done && !reader->too_large; at += BLOCK)
    {
      gsize n = MIN (length - at, BLOCK);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      done = csv_parse (parser, text + at, n, cell_cb, row_cb, reader) == n;
    }
  *strict = done && !reader->too_large && csv_fini (parser, cell_cb, row_cb, reader) == 0;
  return !reader->too_large || geoat_sheet_fail_too_large (error);
}

static void
begin_reading (Reader *self, guint number)
{
  g_clear_pointer (&self->sheet, geoat_sheet_free);
  g_clear_pointer (&self->row, g_ptr_array_unref);
  self->sheet = geoat_sheet_new ("");
  self->row = g_ptr_array_new_with_free_func (g_free);
  self->number = number;
  self->size = 0;
}

/**
 * geoat_csv_read:
 * @bytes: the content of a file
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of one #GeoatSheet; %NULL when this is no text, or too much of
 *   it, or when it was stopped
 */
GPtrArray *
geoat_csv_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = NULL;
  Reader reader = { NULL };
  struct csv_parser parser;
  unsigned char separator;
  gboolean done, strict;
  gsize length, start;
  const char *guess;
  GPtrArray *sheets = NULL;

  text = geoat_text_decode (bytes, &length, &guess, error);
  if (text == NULL)
    return NULL;

  separator = find_separator (text, length);
  start = skip_separator_line (text, length, &separator);
  begin_reading (&reader, start > 0 ? 1 : 0);
  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&parser, separator);
  csv_set_space_func (&parser, is_space);
  done = parse (&reader, &parser, text + start, length - start, &strict, cancellable, error);
  csv_free (&parser);
  if (done && !strict)
    {
      begin_reading (&reader, start > 0 ? 1 : 0);
      done = parse_loosely (&reader, (char) separator, text + start, length - start, cancellable,
                            error);
    }
  g_ptr_array_unref (reader.row);
  reader.sheet->encoding = guess;
  if (done)
    {
      sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
      g_ptr_array_add (sheets, g_steal_pointer (&reader.sheet));
    }
  g_clear_pointer (&reader.sheet, geoat_sheet_free);
  return sheets;
}
