/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heights of the blocks, rows and cells of the table: guessed from the lengths of the texts, and
 * worked out by Pango when a block comes in sight. A height that is known stays, until the text or
 * the width of its cell changes. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#define PADDING_X GEOAT_TABLE_CELL_PADDING_X
#define PADDING_Y GEOAT_TABLE_CELL_PADDING_Y

GeoatTablePlace *
geoat_table_get_place (GeoatTable *self, guint block)
{
  return &g_array_index (self->places, GeoatTablePlace, block);
}

guint
geoat_table_get_n_blocks (GeoatTable *self)
{
  return self->rows != NULL ? geoat_table_rows_get_n_blocks (self->rows) : 0;
}

void
geoat_table_ensure_layout (GeoatTable *self)
{
  if (self->layout != NULL)
    return;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  geoat_table_cell_set_up_layout (self->layout);
  pango_layout_get_pixel_size (self->layout, NULL, &self->line_height);
}

static int
measure_text (GeoatTable *self, const char *text, int width)
{
  int height;

  if (text[0] == '\0')
    return self->line_height;
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, MAX (width - 2 * PADDING_X, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height;
}

/* The editor is over the cell in the row of the cursor, which can be any that a shared cell spans.
 */
gboolean
geoat_table_is_edited (GeoatTable *self, guint row, guint column)
{
  if (!self->editing || column != self->edit_column)
    return FALSE;
  if (geoat_table_column_is_shared (column))
    return geoat_table_rows_get_block_of_row (self->rows, row) ==
           geoat_table_rows_get_block_of_row (self->rows, self->edit_row);
  return row == self->edit_row;
}

static int
measure_cell (GeoatTable *self, guint row, guint column)
{
  int height;

  if (self->fields[column] == GEOAT_FIELD_NONE)
    return self->line_height + 8 + 2 * PADDING_Y;
  /* the editor has the font and the padding of the cell, and has laid out the text already */
  if (geoat_table_is_edited (self, row, column))
    {
      gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_VERTICAL, self->widths[column],
                          NULL, &height, NULL, NULL);
      return height;
    }
  return measure_text (self, geoat_table_get_text (self, row, column), self->widths[column]) +
         2 * PADDING_Y;
}

/* The height that a cell needs, worked out only when it is not known. */
static int
get_cell_height (GeoatTable *self, GeoatTablePlace *place, guint first_row, guint i, guint column)
{
  int *height = &place->cell_heights[i * GEOAT_N_COLUMNS + column];

  if (*height == 0)
    *height = measure_cell (self, first_row + i, column);
  return *height;
}

/* All cells of a block are to be measured again. */
void
geoat_table_forget_block (GeoatTable *self, guint position)
{
  GeoatTablePlace *place = geoat_table_get_place (self, position);

  place->measured = FALSE;
  g_clear_pointer (&place->cell_heights, g_free);
}

/* One cell of a block is to be measured again. */
void
geoat_table_forget_cell (GeoatTable *self, guint position, guint row, guint column)
{
  GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, position);
  GeoatTablePlace *place = geoat_table_get_place (self, position);

  place->measured = FALSE;
  if (geoat_table_column_is_shared (column))
    row = block->first_row;
  if (place->cell_heights != NULL)
    place->cell_heights[(row - block->first_row) * GEOAT_N_COLUMNS + column] = 0;
}

int
geoat_table_get_heading_height (GeoatTable *self)
{
  return self->line_height + 2 * PADDING_Y;
}

/* Some lines too many or too few do not matter before the block is in sight. */
int
geoat_table_guess_height (GeoatTable *self, GeoatTableBlock *block)
{
  int shared = 1;
  int all = 0;

  for (guint row = 0; row < block->n_rows; row++)
    {
      int lines = 1;

      for (guint column = 0; column < GEOAT_N_COLUMNS; column++)
        {
          const char *text = geoat_table_get_text (self, block->first_row + row, column);
          int per_line = MAX ((self->widths[column] - 2 * PADDING_X) * 2 / self->line_height, 1);
          int wanted = (int) strlen (text) / per_line + 1;

          if (!geoat_table_column_is_shared (column))
            lines = MAX (lines, wanted);
          else if (row == 0)
            shared = MAX (shared, wanted);
        }
      all += lines * self->line_height + 2 * PADDING_Y;
    }
  return MAX (all, shared * self->line_height + 2 * PADDING_Y);
}

void
geoat_table_measure_block (GeoatTable *self, guint position)
{
  GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, position);
  GeoatTablePlace *place = geoat_table_get_place (self, position);
  int shared = 0;
  int total = 0;

  if (place->measured)
    return;
  place->measured = TRUE;
  if (geoat_table_block_is_heading (block))
    {
      place->height = geoat_table_get_heading_height (self);
      return;
    }
  g_free (place->row_heights);
  place->row_heights = g_new0 (int, block->n_rows);
  if (place->cell_heights == NULL)
    place->cell_heights = g_new0 (int, block->n_rows *GEOAT_N_COLUMNS);
  for (guint i = 0; i < block->n_rows; i++)
    {
      for (guint column = 0; column < GEOAT_N_COLUMNS; column++)
        {
          if (!self->shown[column])
            continue;
          if (!geoat_table_column_is_shared (column))
            place->row_heights[i] = MAX (
                place->row_heights[i], get_cell_height (self, place, block->first_row, i, column));
          else if (i == 0)
            shared = MAX (shared, get_cell_height (self, place, block->first_row, 0, column));
        }
      total += place->row_heights[i];
    }
  /* what columns 1 to 4 need more goes to the last row */
  if (shared > total)
    {
      place->row_heights[block->n_rows - 1] += shared - total;
      total = shared;
    }
  place->height = total;
}

int
geoat_table_get_total_height (GeoatTable *self)
{
  int height = 0;

  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    height += geoat_table_get_place (self, i)->height;
  return height;
}

int
geoat_table_get_block_y (GeoatTable *self, guint block)
{
  int y = 0;

  for (guint i = 0; i < block; i++)
    y += geoat_table_get_place (self, i)->height;
  return y;
}

/* All heights are guesses again: the widths, the font or the texts have changed. */
void
geoat_table_forget_heights (GeoatTable *self)
{
  geoat_table_ensure_layout (self);
  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    {
      GeoatTablePlace *place = geoat_table_get_place (self, i);
      GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, i);

      geoat_table_forget_block (self, i);
      if (geoat_table_block_is_heading (block))
        place->height = geoat_table_get_heading_height (self);
      else if (place->height == 0)
        place->height = geoat_table_guess_height (self, block);
    }
  geoat_table_queue_prepare (self);
}
