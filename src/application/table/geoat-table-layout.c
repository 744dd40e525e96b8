/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells and places of the table: what is in sight gets cells, before the layout; the layout gives
 * them their places. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#include <glib/gi18n-lib.h>

static int
get_header_height (GeoatTable *self)
{
  int height = 0;

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    {
      int natural;

      if (!self->shown[i])
        continue;
      gtk_widget_measure (self->headers[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (self->headers[i], GTK_ORIENTATION_VERTICAL, self->widths[i], NULL,
                          &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
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
      gtk_accessible_reset_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_HIDDEN);
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
      /* or a screen reader would still meet it, with what it said last */
      gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
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
  if (gtk_widget_has_css_class (cell, "new-row"))
    gtk_widget_remove_css_class (cell, "new-row");
  if (where->entry == NULL)
    {
      gtk_widget_add_css_class (cell, "new-row");
      geoat_table_cell_show_text (GEOAT_TABLE_CELL (cell), heading,
                                  column == 0 ? _ ("New indicator") : "");
    }
  else if (self->fields[column] == GEOAT_FIELD_NONE)
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
  if (geoat_table_block_is_heading (block))
    {
      if (place->cells->len == 0)
        g_ptr_array_add (place->cells, take_cell (self));
      geoat_table_cell_set_place (g_ptr_array_index (place->cells, 0), block->first_row,
                                  GEOAT_TABLE_HEADING_COLUMN);
      geoat_table_cell_show_text (g_ptr_array_index (place->cells, 0), _ ("Key element"),
                                  block->heading);
      gtk_widget_remove_css_class (g_ptr_array_index (place->cells, 0), "new-row");
      gtk_widget_add_css_class (g_ptr_array_index (place->cells, 0), "key-element");
      gtk_widget_set_can_focus (g_ptr_array_index (place->cells, 0), FALSE);
      return;
    }
  for (guint i = 0; i < block->n_rows; i++)
    for (guint column = 0; column < GEOAT_N_COLUMNS; column++)
      {
        if (!self->shown[column] || (i > 0 && geoat_table_column_is_shared (column)))
          continue;
        if (n == place->cells->len)
          g_ptr_array_add (place->cells, take_cell (self));
        fill_cell (self, g_ptr_array_index (place->cells, n++), block->first_row + i, column);
      }
}

/* Where a cell is, in the content of the table: a frozen column is beside what scrolls sideways. */
void
geoat_table_get_content_area (GeoatTable *self, guint row, guint column, GdkRectangle *area)
{
  guint position = geoat_table_rows_get_block_of_row (self->rows, row);
  GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, position);
  GeoatTablePlace *place = geoat_table_get_place (self, position);

  geoat_table_measure_block (self, position);
  area->x = geoat_table_get_column_x (self, column);
  area->width = self->widths[column];
  area->y = geoat_table_get_block_y (self, position);
  area->height = place->height;
  if (geoat_table_column_is_shared (column))
    return;
  for (guint i = block->first_row; i < row; i++)
    area->y += place->row_heights[i - block->first_row];
  area->height = place->row_heights[row - block->first_row];
}

/* Where something in a column is, in the table: with the scrolling and the direction of the script.
 */
static void
place_in_column (GeoatTable *self, guint column, GdkRectangle *area)
{
  if (!geoat_table_column_is_frozen (self, column))
    area->x +=
        geoat_table_get_frozen_width (self) - (int) gtk_adjustment_get_value (self->hadjustment);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area->x = gtk_widget_get_width (GTK_WIDGET (self)) - area->x - area->width;
}

/* Where a cell is, in the table. */
void
geoat_table_get_cell_area (GeoatTable *self, guint row, guint column, GdkRectangle *area)
{
  geoat_table_get_content_area (self, row, column, area);
  area->y += self->header_height - (int) gtk_adjustment_get_value (self->vadjustment);
  place_in_column (self, column, area);
}

static void
allocate_child (GtkWidget *child, const GdkRectangle *area)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, area, -1);
}

static void
allocate_in_column (GeoatTable *self, GtkWidget *child, guint column, int y, int height)
{
  GdkRectangle area = { geoat_table_get_column_x (self, column), y, self->widths[column], height };

  place_in_column (self, column, &area);
  allocate_child (child, &area);
}

static void
allocate_block (GeoatTable *self, guint position, int y)
{
  GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, position);
  GeoatTablePlace *place = geoat_table_get_place (self, position);
  guint n = 0;

  if (geoat_table_block_is_heading (block))
    {
      GdkRectangle area = { 0, y, gtk_widget_get_width (GTK_WIDGET (self)), place->height };

      allocate_child (g_ptr_array_index (place->cells, 0), &area);
      return;
    }
  for (guint i = 0, row_y = 0; i < block->n_rows; row_y += (guint) place->row_heights[i], i++)
    for (guint column = 0; column < GEOAT_N_COLUMNS; column++)
      {
        gboolean shared = geoat_table_column_is_shared (column);

        if (self->shown[column] && (i == 0 || !shared))
          allocate_in_column (self, g_ptr_array_index (place->cells, n++), column, y + (int) row_y,
                              shared ? place->height : place->row_heights[i]);
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
  GdkRectangle corner = { 0, 0, self->number_width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    corner.x = gtk_widget_get_width (GTK_WIDGET (self)) - corner.width;
  allocate_child (self->corner, &corner);
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    if (self->shown[i])
      allocate_in_column (self, self->headers[i], i, 0, height);
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

/* How much of what scrolls sideways can be seen in a table of that width. */
static int
get_scrolled_page (GeoatTable *self, int width)
{
  return MAX (width - geoat_table_get_frozen_width (self), 1);
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
  if (geoat_table_update_widths (self))
    geoat_table_forget_heights (self);
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
                        get_scrolled_page (self, gtk_widget_get_width (GTK_WIDGET (self))),
                        geoat_table_get_scrolled_width (self));
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
      get_scrolled_page (self, width) != (int) gtk_adjustment_get_page_size (self->hadjustment))
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
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? geoat_table_get_frozen_width (self) + geoat_table_get_scrolled_width (self)
                 : 400;
}

void
geoat_table_layout_class_init (GtkWidgetClass *widget_class)
{
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
}
