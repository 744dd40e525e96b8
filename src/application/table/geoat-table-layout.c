/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heights, cells and places of the table: what is in sight gets cells and exact heights. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-flat-snapshot.h"

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

static int
get_total_width (GeoatTable *self)
{
  int width = 0;

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    width += self->widths[i];
  return width;
}

static int
get_column_x (GeoatTable *self, guint column)
{
  int x = 0;

  for (guint i = 0; i < column; i++)
    x += self->widths[i];
  return x;
}

static int
get_header_height (GeoatTable *self)
{
  int height = 0;

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    {
      int natural;

      gtk_widget_measure (self->headers[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (self->headers[i], GTK_ORIENTATION_VERTICAL, self->widths[i], NULL,
                          &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

void
geoat_table_ensure_layout (GeoatTable *self)
{
  if (self->layout != NULL)
    return;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
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
static gboolean
is_edited (GeoatTable *self, guint row, guint column)
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
  if (is_edited (self, row, column))
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
  if (block->entry == NULL)
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

static void
configure_adjustment (GtkAdjustment *adjustment, double value, int page, int upper)
{
  upper = MAX (upper, page);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, page * 0.1,
                            page * 0.9, page);
}

static GtkWidget *
take_cell (GeoatTable *self)
{
  GtkWidget *cell;

  if (self->pool->len > 0)
    {
      cell = g_ptr_array_steal_index_fast (self->pool, self->pool->len - 1);
      gtk_widget_set_child_visible (cell, TRUE);
      gtk_widget_set_can_focus (cell, TRUE);
    }
  else
    {
      cell = geoat_table_cell_new ();
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
    }
  return cell;
}

void
geoat_table_release_cells (GeoatTable *self, GeoatTablePlace *place)
{
  if (place->cells == NULL)
    return;
  for (guint i = 0; i < place->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (place->cells, i);

      gtk_widget_set_child_visible (cell, FALSE);
      gtk_widget_set_can_focus (cell, FALSE);
      g_ptr_array_add (self->pool, cell);
    }
  g_clear_pointer (&place->cells, g_ptr_array_unref);
}

static void
fill_cell (GeoatTable *self, GtkWidget *cell, guint row, guint column)
{
  GeoatRound *round = geoat_perspective_get_round (self->perspective);
  GeoatRowTarget *where = geoat_table_rows_get_row (self->rows, row);
  const char *heading = geoat_table_get_heading (self, column);
  const GeoatRating *rating;

  geoat_table_cell_set_place (GEOAT_TABLE_CELL (cell), row, column);
  if (gtk_widget_has_css_class (cell, "key-element"))
    gtk_widget_remove_css_class (cell, "key-element");
  if (self->fields[column] == GEOAT_FIELD_NONE)
    {
      rating = geoat_entry_get_rating (where->entry, round);
      geoat_table_cell_show_level (GEOAT_TABLE_CELL (cell), heading,
                                   geoat_entry_get_level (where->entry, round),
                                   rating != NULL && geoat_rating_get_carried (rating));
    }
  else
    geoat_table_cell_show_text (GEOAT_TABLE_CELL (cell), heading,
                                geoat_table_get_text (self, row, column));
}

void
geoat_table_fill_cells (GeoatTable *self, guint position)
{
  GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, position);
  GeoatTablePlace *place = geoat_table_get_place (self, position);
  guint n = 0;

  if (place->cells == NULL)
    place->cells = g_ptr_array_new ();
  if (block->entry == NULL)
    {
      if (place->cells->len == 0)
        g_ptr_array_add (place->cells, take_cell (self));
      geoat_table_cell_set_place (g_ptr_array_index (place->cells, 0), block->first_row,
                                  GEOAT_TABLE_HEADING_COLUMN);
      geoat_table_cell_show_text (g_ptr_array_index (place->cells, 0), _ ("Key element"),
                                  block->heading);
      gtk_widget_add_css_class (g_ptr_array_index (place->cells, 0), "key-element");
      gtk_widget_set_can_focus (g_ptr_array_index (place->cells, 0), FALSE);
      return;
    }
  for (guint i = 0; i < block->n_rows; i++)
    for (guint column = 0; column < GEOAT_N_COLUMNS; column++)
      {
        if (i > 0 && geoat_table_column_is_shared (column))
          continue;
        if (n == place->cells->len)
          g_ptr_array_add (place->cells, take_cell (self));
        fill_cell (self, g_ptr_array_index (place->cells, n++), block->first_row + i, column);
      }
}

/* Where a cell is, in the content of the table. */
void
geoat_table_get_content_area (GeoatTable *self, guint row, guint column, GdkRectangle *area)
{
  guint position = geoat_table_rows_get_block_of_row (self->rows, row);
  GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, position);
  GeoatTablePlace *place = geoat_table_get_place (self, position);

  geoat_table_measure_block (self, position);
  area->x = get_column_x (self, column);
  area->width = self->widths[column];
  area->y = geoat_table_get_block_y (self, position);
  area->height = place->height;
  if (geoat_table_column_is_shared (column))
    return;
  for (guint i = block->first_row; i < row; i++)
    area->y += place->row_heights[i - block->first_row];
  area->height = place->row_heights[row - block->first_row];
}

/* Where a cell is, in the table: with the scrolling and the direction of the script. */
void
geoat_table_get_cell_area (GeoatTable *self, guint row, guint column, GdkRectangle *area)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  geoat_table_get_content_area (self, row, column, area);
  area->x -= (int) gtk_adjustment_get_value (self->hadjustment);
  area->y += self->header_height - (int) gtk_adjustment_get_value (self->vadjustment);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area->x = width - area->x - area->width;
}

static void
allocate_child (GeoatTable *self, GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation area = { x - (int) gtk_adjustment_get_value (self->hadjustment), y, width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.x = gtk_widget_get_width (GTK_WIDGET (self)) - area.x - width;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &area, -1);
}

static void
allocate_block (GeoatTable *self, guint position, int y)
{
  GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, position);
  GeoatTablePlace *place = geoat_table_get_place (self, position);
  guint n = 0;

  if (block->entry == NULL)
    {
      allocate_child (self, g_ptr_array_index (place->cells, 0), 0, y, get_total_width (self),
                      place->height);
      return;
    }
  for (guint i = 0, row_y = 0; i < block->n_rows; row_y += (guint) place->row_heights[i], i++)
    {
      int x = 0;

      for (guint column = 0; column < GEOAT_N_COLUMNS; x += self->widths[column], column++)
        {
          gboolean shared = geoat_table_column_is_shared (column);

          if (i > 0 && shared)
            continue;
          allocate_child (self, g_ptr_array_index (place->cells, n++), x, y + (int) row_y,
                          self->widths[column], shared ? place->height : place->row_heights[i]);
        }
    }
}

/* Measures what is in sight, and keeps in place what is visible. Returns the first block. */
static guint
measure_visible (GeoatTable *self, int page, double *value)
{
  guint n = geoat_table_get_n_blocks (self);
  guint first = 0;
  int y = 0;

  while (first + 1 < n && y + geoat_table_get_place (self, first)->height <= *value)
    y += geoat_table_get_place (self, first++)->height;
  if (n > 0 && !geoat_table_get_place (self, first)->measured)
    {
      int guessed = geoat_table_get_place (self, first)->height;

      geoat_table_measure_block (self, first);
      if (y < *value)
        *value = MAX (*value + geoat_table_get_place (self, first)->height - guessed, y);
    }
  for (guint i = first; i < n && y < *value + page; i++)
    {
      geoat_table_measure_block (self, i);
      y += geoat_table_get_place (self, i)->height;
    }
  return first;
}

static gboolean
has_focus_in (GeoatTable *self, GeoatTablePlace *place)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return place->cells != NULL && focus != NULL && g_ptr_array_find (place->cells, focus, NULL);
}

static void
allocate_headers (GeoatTable *self, int height)
{
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    allocate_child (self, self->headers[i], get_column_x (self, i), 0, self->widths[i], height);
}

void
geoat_table_allocate_editor (GeoatTable *self)
{
  GdkRectangle area;

  if (!self->editing)
    return;
  geoat_table_get_cell_area (self, self->edit_row, self->edit_column, &area);
  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  /* so that it knows when it needs another height */
  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_VERTICAL, area.width, NULL, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->editor), &area, -1);
}

/* What is in sight gets cells and exact heights, and what is not gives its cells back. Called
 * before the layout of a frame, never in it: a cell that is made, filled or hidden asks for a new
 * layout of all that is around the table, and what asks in the middle of its own layout is left
 * without a place, and empty. */
void
geoat_table_prepare (GeoatTable *self)
{
  int page = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 1);
  double value = gtk_adjustment_get_value (self->vadjustment);
  guint n = geoat_table_get_n_blocks (self);
  guint first;
  int y;

  if (self->preparing)
    return;
  self->preparing = TRUE;
  geoat_table_ensure_layout (self);
  /* what is measured may be lower than was guessed, so that something above comes in sight */
  do
    {
      value = CLAMP (value, 0, MAX (geoat_table_get_total_height (self) - page, 0));
      first = measure_visible (self, page, &value);
    }
  while (value > MAX (geoat_table_get_total_height (self) - page, 0));
  configure_adjustment (self->vadjustment, value, page, geoat_table_get_total_height (self));
  configure_adjustment (self->hadjustment, gtk_adjustment_get_value (self->hadjustment),
                        gtk_widget_get_width (GTK_WIDGET (self)), get_total_width (self));
  y = geoat_table_get_block_y (self, first) - (int) gtk_adjustment_get_value (self->vadjustment);
  for (guint i = 0; i < n; i++)
    {
      GeoatTablePlace *place = geoat_table_get_place (self, i);
      gboolean visible = i >= first && y < page;

      if (visible && place->cells == NULL)
        geoat_table_fill_cells (self, i);
      else if (!visible && !has_focus_in (self, place))
        geoat_table_release_cells (self, place);
      if (place->cells != NULL)
        geoat_table_measure_block (self, i);
      if (i >= first)
        y += place->height;
    }
  geoat_table_update_selection (self);
  geoat_table_allocate_editor (self);
  self->preparing = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
prepare_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GeoatTable *self = GEOAT_TABLE (widget);

  self->prepare_tick = 0;
  geoat_table_prepare (self);
  return G_SOURCE_REMOVE;
}

/* Before the layout of the next frame. */
void
geoat_table_queue_prepare (GeoatTable *self)
{
  if (self->prepare_tick == 0)
    self->prepare_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), prepare_cb, NULL, NULL);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GeoatTable *self = GEOAT_TABLE (widget);
  int header = get_header_height (self);
  int y = header - (int) gtk_adjustment_get_value (self->vadjustment);

  self->header_height = header;
  if (MAX (height - header, 1) != (int) gtk_adjustment_get_page_size (self->vadjustment) ||
      width != (int) gtk_adjustment_get_page_size (self->hadjustment))
    geoat_table_queue_prepare (self);
  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    {
      GeoatTablePlace *place = geoat_table_get_place (self, i);

      if (place->cells != NULL)
        {
          geoat_table_measure_block (self, i);
          allocate_block (self, i, y);
        }
      y += place->height;
    }
  allocate_headers (self, header);
  geoat_table_allocate_editor (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GeoatTable *self = GEOAT_TABLE (widget);

  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? get_total_width (self) : 400;
}

static gboolean
is_column_in_sight (GeoatTable *self, guint column)
{
  int x = get_column_x (self, column) - (int) gtk_adjustment_get_value (self->hadjustment);

  return x < gtk_widget_get_width (GTK_WIDGET (self)) && x + self->widths[column] > 0;
}

static void
snapshot_cell (GeoatTable *self, GtkWidget *cell, GtkSnapshot *snapshot)
{
  guint column = geoat_table_cell_get_column (GEOAT_TABLE_CELL (cell));

  if (column < GEOAT_N_COLUMNS && !is_column_in_sight (self, column))
    return;
  /* the editor hides it */
  if (is_edited (self, geoat_table_cell_get_row (GEOAT_TABLE_CELL (cell)), column))
    return;
  gtk_widget_snapshot_child (GTK_WIDGET (self), cell, snapshot);
}

static void
snapshot_blocks (GeoatTable *self, guint first, guint end, GtkSnapshot *snapshot)
{
  for (guint i = first; i < end; i++)
    {
      GPtrArray *cells = geoat_table_get_place (self, i)->cells;

      for (guint j = 0; cells != NULL && j < cells->len; j++)
        snapshot_cell (self, g_ptr_array_index (cells, j), snapshot);
    }
}

static void
snapshot_blocks_flat (
    GeoatTable *self, guint first, guint end, GeoatFlatGroup *group, GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *inside = gtk_snapshot_new ();

  snapshot_blocks (self, first, end, inside);
  node = gtk_snapshot_free_to_node (inside);
  geoat_flat_group_snapshot (group, GTK_WIDGET (self), node, snapshot);
}

/* Other blocks change rarely while a cell is edited, and often while scrolling. Its own changes
 * with its height: a picture of it would be made for one frame. */
static void
snapshot_table (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GeoatTable *self = GEOAT_TABLE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int header = self->header_height;
  guint n = geoat_table_get_n_blocks (self);

  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, (float) header, (float) width, (float) (height - header)));
  if (self->editing)
    {
      guint edited = geoat_table_rows_get_block_of_row (self->rows, self->edit_row);

      snapshot_blocks_flat (self, 0, edited, self->flat_above, snapshot);
      snapshot_blocks (self, edited, edited + 1, snapshot);
      snapshot_blocks_flat (self, edited + 1, n, self->flat_below, snapshot);
      gtk_widget_snapshot_child (widget, GTK_WIDGET (self->editor), snapshot);
    }
  else
    snapshot_blocks (self, 0, n, snapshot);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    if (is_column_in_sight (self, i))
      geoat_flat_snapshot_child (widget, self->headers[i], snapshot);
}

void
geoat_table_layout_class_init (GtkWidgetClass *widget_class)
{
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot_table;
}
