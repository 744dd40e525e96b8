/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV as others write it: with commas, semicolons or tabs; in the encodings of geoat_text_decode().
 *
 * The separator is the one of the three that stands most often in the first row that has one,
 * outside of quotation marks, or the one that Excel's first line names: "sep=;". Where that row has
 * but one, the rows below it are looked at too. Nothing is trimmed. The apostrophe that makes a
 * cell harmless for a spreadsheet is taken away. */

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

  return n > 0 && text[n] != '\0' && strchr ("=+-@\t\r", text[n]) != NULL;
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

static const char candidates[] = { ',', ';', '\t' };

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
      if (counts[0] + counts[1] + counts[2] == 0)
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

/* How long the first line is when it is one of Excel's, which names the separator; 0: it is none.
 */
static gsize
skip_separator_line (const char *text, gsize length, unsigned char *separator)
{
  gsize end;

  if (length < 6 || !g_str_has_prefix (text, "sep=") || strchr (",;\t", text[4]) == NULL)
    return 0;
  end = 5 + strspn (text + 5, "\r\n");
  if (end > 5)
    *separator = (unsigned char) text[4];
  return end > 5 ? end : 0;
}

/* FALSE with an error when it is no CSV, or too much of it, or was stopped. */
static gboolean
parse (Reader *reader,
       struct csv_parser *parser,
       const char *text,
       gsize length,
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
  done = done && !reader->too_large && csv_fini (parser, cell_cb, row_cb, reader) == 0;
  if (reader->too_large)
    geoat_sheet_fail_too_large (error);
  else if (!done)
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                 _ ("row %u: a quotation mark is in the wrong place"), reader->number + 1);
  return done && !reader->too_large;
}

/**
 * geoat_csv_read:
 * @bytes: the content of a file
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of one #GeoatSheet; %NULL when this is no CSV, or too much of
 *   it, or when it was stopped
 */
GPtrArray *
geoat_csv_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
  g_autofree char *text = NULL;
  Reader reader = { NULL };
  struct csv_parser parser;
  unsigned char separator;
  gsize length, start;
  gboolean done;

  text = geoat_text_decode (bytes, &length, error);
  if (text == NULL)
    return NULL;

  reader.sheet = geoat_sheet_new ("");
  reader.row = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sheets, reader.sheet);
  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
  separator = find_separator (text, length);
  start = skip_separator_line (text, length, &separator);
  reader.number = start > 0 ? 1 : 0;
  csv_set_delim (&parser, separator);
  csv_set_space_func (&parser, is_space);
  done = parse (&reader, &parser, text + start, length - start, cancellable, error);
  csv_free (&parser);
  g_ptr_array_unref (reader.row);
  return done ? g_steal_pointer (&sheets) : NULL;
}
