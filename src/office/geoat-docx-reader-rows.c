/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a Word document.
 *
 * How it works: a cell that is merged with the one above has its text; one that spans columns is
 * followed by empty ones. A table inside a cell counts as text of the cell. When the table around
 * has no more than two columns it is only there for the layout: then one inside it with three or
 * more is a table of its own, whose name is what stands above it in the cell.
 *
 * Where somebody has dragged the borders of a row its cells begin at other columns than those of
 * the rows around. When it has as many cells as they have, or its first cell reaches below the
 * second heading, its cells are taken in their order, which is told. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <string.h>

#include "geoat-docx-reader-private.h"

#define TABLE_SIZE 512 /* what a table takes, beside its rows */
#define MAX_TABLES 4   /* inside each other; deeper ones are text */
#define N_LAYOUT 2     /* columns that a table has that is there for the layout */
#define N_OF_A_TABLE 3 /* columns that one has that is not */

static void
inner_free (gpointer data)
{
  GeoatDocxInner *inner = data;

  g_clear_pointer (&inner->sheet, geoat_sheet_free);
  g_free (inner);
}

static GeoatDocxTable *
table_new (GeoatSheet *sheet)
{
  GeoatDocxTable *table = g_new0 (GeoatDocxTable, 1);

  table->sheet = sheet;
  table->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  table->inner = g_ptr_array_new_with_free_func (inner_free);
  return table;
}

void
geoat_docx_table_free (GeoatDocxTable *table)
{
  g_clear_pointer (&table->sheet, geoat_sheet_free);
  g_clear_pointer (&table->row, g_ptr_array_unref);
  g_clear_pointer (&table->starts, g_array_unref);
  if (table->cell != NULL)
    g_string_free (table->cell, TRUE);
  g_ptr_array_unref (table->shapes);
  g_ptr_array_unref (table->inner);
  g_free (table);
}

/* The innermost table, or NULL. */
GeoatDocxTable *
geoat_docx_text_get_table (GeoatDocxText *self)
{
  guint n = self->tables->len;

  return n > 0 && self->depth == (int) n ? g_ptr_array_index (self->tables, n - 1) : NULL;
}

/* The next table, whose name is the text since the last one, full. */
GeoatSheet *
geoat_docx_text_take_next (GeoatDocxText *self)
{
  GeoatSheet *sheet = self->next;

  g_free (sheet->name);
  sheet->name = g_strdup (g_strstrip (self->text->str));
  sheet->name_is_text = TRUE;
  sheet->follows = TRUE;
  g_string_truncate (self->text, 0);
  self->paragraph = 0;
  self->next = geoat_sheet_new ("");
  return sheet;
}

void
geoat_docx_text_begin_table (GeoatDocxText *self)
{
  GeoatDocxTable *around = geoat_docx_text_get_table (self);
  gboolean is_outermost = self->depth == 0 && self->note == NULL;

  if (is_outermost || (around != NULL && around->cell != NULL && self->depth < MAX_TABLES))
    {
      GeoatSheet *sheet = is_outermost ? geoat_docx_text_take_next (self) : geoat_sheet_new ("");

      geoat_docx_text_reserve (self, TABLE_SIZE);
      if (!is_outermost)
        {
          GeoatDocxInner *inner = g_new0 (GeoatDocxInner, 1);

          inner->row = around->sheet->rows->len;
          inner->column = around->row->len;
          inner->start = around->cell->len;
          g_ptr_array_add (around->inner, inner);
        }
      g_ptr_array_add (self->tables, table_new (sheet));
    }
  self->depth++;
}

/* The columns at which the cells of most rows begin; the first of those that are as many. */
static const GArray *
find_shape (const GeoatDocxTable *table)
{
  const GArray *best = NULL;
  guint most = 0;

  for (guint i = 0; i < table->shapes->len && i < 100; i++)
    {
      const GArray *shape = g_ptr_array_index (table->shapes, i);
      guint n = 0;

      if (shape->len < N_OF_A_TABLE + 1)
        continue;
      for (guint j = 0; j < table->shapes->len && j < 100; j++)
        {
          const GArray *other = g_ptr_array_index (table->shapes, j);

          n += other->len == shape->len &&
               memcmp (other->data, shape->data, shape->len * sizeof (guint)) == 0;
        }
      if (n > most)
        {
          most = n;
          best = shape;
        }
    }
  return best;
}

/* Whether the cells of a row are to be taken in their order. Each shape ends with the width of the
 * row, which dragging leaves as it is. */
static gboolean
is_shifted (const GArray *shape, const GArray *usual)
{
  guint n = shape->len, n_usual = usual->len;
  const guint *starts = (const guint *) (gpointer) shape->data;
  const guint *usual_starts = (const guint *) (gpointer) usual->data;

  if (n < N_OF_A_TABLE + 1 || n > n_usual || starts[0] != usual_starts[0] ||
      starts[n - 1] != usual_starts[n_usual - 1])
    return FALSE;
  if (n == n_usual)
    return memcmp (starts, usual_starts, n * sizeof *starts) != 0;
  return n > N_OF_A_TABLE && starts[1] > usual_starts[1];
}

static guint
count_texts (char **cells)
{
  guint n = 0;

  for (; *cells != NULL; cells++)
    n += **cells != '\0';
  return n;
}

/* Puts the cells of a row below those of the others. */
static void
unshift (GeoatDocxText *self, GeoatDocxTable *table, guint row, const GArray *usual)
{
  const GArray *shape = g_ptr_array_index (table->shapes, row);
  char **cells = g_ptr_array_index (table->sheet->rows, row);
  guint length = g_strv_length (cells);
  char **moved = g_new0 (char *, length + 1);

  for (guint i = 0; i + 1 < shape->len; i++)
    {
      guint from = g_array_index (shape, guint, i);
      guint to = g_array_index (usual, guint, i);

      if (from < length && to < length)
        moved[to] = g_steal_pointer (&cells[from]);
    }
  for (guint i = 0; i < length; i++)
    {
      g_free (cells[i]);
      if (moved[i] == NULL)
        moved[i] = g_strdup ("");
    }
  if (g_hash_table_remove (table->sheet->merged, cells))
    g_hash_table_add (table->sheet->merged, moved);
  g_free (cells);
  table->sheet->rows->pdata[row] = moved;
  self->too_large =
      self->too_large || !geoat_sheet_add_aside (table->sheet, GEOAT_ASIDE_SHIFTED,
                                                 g_array_index (table->sheet->numbers, guint, row),
                                                 0, moved[0], &self->size);
}

static void
straighten (GeoatDocxText *self, GeoatDocxTable *table)
{
  const GArray *usual = find_shape (table);

  for (guint i = 0; usual != NULL && i < table->shapes->len; i++)
    if (is_shifted (g_ptr_array_index (table->shapes, i), usual) &&
        count_texts (g_ptr_array_index (table->sheet->rows, i)) >= N_OF_A_TABLE)
      unshift (self, table, i, usual);
}

static gboolean
is_table (const GeoatSheet *sheet)
{
  for (guint i = 0; sheet->rows->len > 1 && i < sheet->rows->len; i++)
    if (count_texts (g_ptr_array_index (sheet->rows, i)) >= N_OF_A_TABLE)
      return TRUE;
  return FALSE;
}

/* Takes the tables out of one that is only there for the layout. */
static void
take_out (GeoatDocxText *self, GeoatDocxTable *table)
{
  for (guint i = table->inner->len; i > 0; i--)
    {
      GeoatDocxInner *inner = g_ptr_array_index (table->inner, i - 1);
      char **cells = inner->row < table->sheet->rows->len
                         ? g_ptr_array_index (table->sheet->rows, inner->row)
                         : NULL;
      g_autofree char *above = NULL;
      char *text;

      if (cells == NULL || inner->column >= g_strv_length (cells) || !is_table (inner->sheet) ||
          inner->end > strlen (cells[inner->column]))
        {
          geoat_sheet_free (g_steal_pointer (&inner->sheet));
          continue;
        }
      text = cells[inner->column];
      above = g_strndup (text, inner->start);
      g_free (inner->sheet->name);
      inner->sheet->name = g_strdup (g_strstrip (above));
      inner->sheet->name_is_text = inner->sheet->follows = TRUE;
      memmove (text + inner->start, text + inner->end, strlen (text + inner->end) + 1);
      g_strstrip (text);
    }
  for (guint i = 0; i < table->inner->len; i++)
    {
      GeoatDocxInner *inner = g_ptr_array_index (table->inner, i);

      if (inner->sheet != NULL)
        g_ptr_array_add (self->sheets, g_steal_pointer (&inner->sheet));
    }
}

void
geoat_docx_text_end_table (GeoatDocxText *self)
{
  GeoatDocxTable *table = geoat_docx_text_get_table (self);

  if (self->depth > 0)
    self->depth--;
  if (table == NULL)
    return;
  straighten (self, table);
  if (self->depth > 0)
    {
      GeoatDocxTable *around = g_ptr_array_index (self->tables, self->depth - 1);
      GeoatDocxInner *inner = g_ptr_array_index (around->inner, around->inner->len - 1);

      inner->sheet = g_steal_pointer (&table->sheet);
      inner->end = around->cell != NULL ? around->cell->len : 0;
    }
  else
    {
      GeoatSheet *sheet = table->sheet;

      g_ptr_array_add (self->sheets, sheet);
      if (table->n_most <= N_LAYOUT)
        take_out (self, table);
      table->sheet = NULL;
      self->has_paragraph = FALSE;
      self->joins = FALSE;
    }
  g_ptr_array_remove_index (self->tables, self->tables->len - 1);
}

void
geoat_docx_text_begin_row (GeoatDocxText *self)
{
  GeoatDocxTable *table = geoat_docx_text_get_table (self);

  if (table == NULL || table->row != NULL)
    return;
  table->row_depth = xmlTextReaderDepth (self->xml);
  table->row = g_ptr_array_new_with_free_func (g_free);
  table->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  table->merged = FALSE;
  table->is_deleted = FALSE;
}

static void
add_cell (GeoatDocxText *self, GeoatDocxTable *table, const char *text)
{
  if (geoat_docx_text_reserve (self, strlen (text)))
    g_ptr_array_add (table->row, g_strdup (text));
}

void
geoat_docx_text_skip_columns (GeoatDocxText *self, guint n)
{
  GeoatDocxTable *table = geoat_docx_text_get_table (self);

  for (; table != NULL && table->row != NULL && n > 0; n--)
    add_cell (self, table, "");
}

void
geoat_docx_text_begin_cell (GeoatDocxText *self)
{
  GeoatDocxTable *table = geoat_docx_text_get_table (self);

  if (table == NULL || table->row == NULL || table->cell != NULL)
    return;
  table->cell_depth = xmlTextReaderDepth (self->xml);
  table->cell = g_string_new (NULL);
  table->has_paragraph = FALSE;
  table->span = 1;
  table->continues = FALSE;
  table->is_cell_deleted = FALSE;
  self->joins = FALSE;
}

/* The text of the cell above, in the same column of the table. */
static const char *
get_above (const GeoatDocxTable *table)
{
  guint column = table->row->len;
  char **above;

  if (column >= table->n_above)
    return "";
  above = g_ptr_array_index (table->sheet->rows, table->sheet->rows->len - 1);
  return above[column];
}

void
geoat_docx_text_end_cell (GeoatDocxText *self)
{
  GeoatDocxTable *table = geoat_docx_text_get_table (self);
  guint start;

  if (table == NULL || table->cell == NULL || xmlTextReaderDepth (self->xml) != table->cell_depth)
    return;
  if (table->is_cell_deleted && *g_strstrip (table->cell->str) != '\0')
    geoat_docx_text_add_aside (self, GEOAT_ASIDE_DELETED, table->cell->str);
  start = table->row->len;
  g_array_append_val (table->starts, start);
  if (table->is_cell_deleted)
    add_cell (self, table, "");
  else if (table->continues && table->cell->len == 0)
    {
      const char *above = get_above (table);

      table->merged = table->merged || *above != '\0';
      add_cell (self, table, above);
    }
  else
    add_cell (self, table, table->cell->str);
  for (guint i = 1; i < table->span; i++)
    add_cell (self, table, "");
  g_string_free (table->cell, TRUE);
  table->cell = NULL;
}

/* Tells of a row that is deleted in a change that is tracked. */
static void
drop_row (GeoatDocxText *self, GeoatDocxTable *table, char **cells)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", cells[i]);
  if (text->len > 0)
    self->too_large =
        self->too_large || !geoat_sheet_add_aside (table->sheet, GEOAT_ASIDE_DELETED, table->number,
                                                   0, text->str, &self->size);
  for (guint i = table->inner->len; i > 0; i--)
    if (((GeoatDocxInner *) g_ptr_array_index (table->inner, i - 1))->row ==
        table->sheet->rows->len)
      g_ptr_array_remove_index (table->inner, i - 1);
  g_strfreev (cells);
}

void
geoat_docx_text_end_row (GeoatDocxText *self)
{
  GeoatDocxTable *table = geoat_docx_text_get_table (self);
  char **cells;
  guint length;

  if (table == NULL || table->row == NULL || xmlTextReaderDepth (self->xml) != table->row_depth)
    return;
  geoat_docx_text_reserve (self, GEOAT_SHEET_ROW_SIZE);
  length = table->row->len;
  g_ptr_array_add (table->row, NULL);
  cells = (char **) g_ptr_array_free (table->row, FALSE);
  table->row = NULL;
  table->number++;
  if (table->is_deleted)
    {
      g_clear_pointer (&table->starts, g_array_unref);
      drop_row (self, table, cells);
      return;
    }
  table->n_above = length;
  table->n_most = MAX (table->n_most, table->starts->len);
  g_array_append_val (table->starts, length);
  g_ptr_array_add (table->shapes, g_steal_pointer (&table->starts));
  if (table->merged)
    g_hash_table_add (table->sheet->merged, cells);
  geoat_sheet_take_row (table->sheet, cells, table->number);
}
