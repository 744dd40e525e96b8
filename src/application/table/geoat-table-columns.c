/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the table: which are shown, how wide, and where.
 *
 * How it works: until somebody drags an edge, the widths are those that come with the table, and
 * what the window has more is shared out by how much text the columns hold. After that they are as
 * they were dragged. When they are fitted, they share exactly the width of the window. The number
 * of the row and the first column do not scroll sideways, unless the window is so narrow that
 * nothing would be left beside them: then the number alone. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#include "geoat-text-layout.h"

#define NUMBER_WIDTH 40
#define MIN_WIDTH 48
#define MAX_WIDTH 2000
#define LEVEL_WEIGHT 12 /* a level needs no more room than this many letters */
#define MIN_WEIGHT 40

/* Pixels with text of the usual size. */
static const int default_widths[GEOAT_N_COLUMNS] = { 190, 140, 76, 200, 200, 140, 104, 164 };

void
geoat_table_columns_init (GeoatTable *self)
{
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    {
      self->shown[i] = TRUE;
      self->set_widths[i] = (int) (default_widths[i] * geoat_text_layout_get_scale ());
      self->widths[i] = self->set_widths[i];
    }
  self->number_width = (int) (NUMBER_WIDTH * geoat_text_layout_get_scale ());
  self->frozen = TRUE;
}

/* Where a column begins: the frozen one in the window, the others in what scrolls. */
int
geoat_table_get_column_x (GeoatTable *self, guint column)
{
  int x = 0;

  if (geoat_table_column_is_frozen (self, column))
    return self->number_width;
  for (guint i = self->frozen ? 1 : 0; i < column; i++)
    x += self->widths[i];
  return x;
}

gboolean
geoat_table_column_is_frozen (GeoatTable *self, guint column)
{
  return column == 0 && self->frozen;
}

/* What does not scroll sideways. */
int
geoat_table_get_frozen_width (GeoatTable *self)
{
  return self->number_width + (self->frozen ? self->widths[0] : 0);
}

/* The width of what scrolls sideways. */
int
geoat_table_get_scrolled_width (GeoatTable *self)
{
  return geoat_table_get_column_x (self, GEOAT_N_COLUMNS);
}

/* The column beside @column, or @column when it is the last on that side. */
guint
geoat_table_step_column (GeoatTable *self, guint column, int step)
{
  for (int i = (int) column + step; i >= 0 && i < GEOAT_N_COLUMNS; i += step)
    if (self->shown[i])
      return (guint) i;
  return column;
}

guint
geoat_table_get_last_column (GeoatTable *self)
{
  return geoat_table_step_column (self, GEOAT_N_COLUMNS, -1);
}

/* How much room the texts of the columns ask for, in letters. Not worked out again for each change,
 * or the columns would move while somebody types. */
static void
weigh (GeoatTable *self)
{
  guint n = geoat_table_get_n_blocks (self);
  double *weights = self->weights;

  if (self->weighed)
    return;
  self->weighed = TRUE;
  for (guint column = 0; column < GEOAT_N_COLUMNS; column++)
    weights[column] = self->fields[column] == GEOAT_FIELD_NONE ? LEVEL_WEIGHT : MIN_WEIGHT;
  for (guint i = 0; i < n; i++)
    {
      GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, i);

      for (guint row = 0; row < block->n_rows; row++)
        for (guint column = 0; column < GEOAT_N_COLUMNS; column++)
          if (row == 0 || !geoat_table_column_is_shared (column))
            weights[column] +=
                (double) strlen (geoat_table_get_text (self, block->first_row + row, column)) / n;
    }
}

/* Widths that fill @width together: each has at least what it has in @least. */
static void
share_out (GeoatTable *self, int width, const int least[GEOAT_N_COLUMNS])
{
  const double *weights = self->weights;
  double all = 0;
  int left = width;

  weigh (self);
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    if (self->shown[i])
      {
        all += weights[i];
        left -= least[i];
      }
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    if (self->shown[i])
      {
        int share = left > 0 ? (int) (left * weights[i] / all + 0.5) : 0;

        self->widths[i] = least[i] + share;
        left -= share;
        all -= weights[i];
      }
}

/* Works out the widths for the width of the table. Returns whether they have changed. */
gboolean
geoat_table_update_widths (GeoatTable *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - self->number_width;
  int least[GEOAT_N_COLUMNS];
  int old[GEOAT_N_COLUMNS];
  gboolean was_frozen = self->frozen;

  memcpy (old, self->widths, sizeof old);
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    {
      self->widths[i] = self->shown[i] ? self->set_widths[i] : 0;
      least[i] = self->widths[i];
    }
  if (self->sizing == GEOAT_TABLE_SIZING_FIT)
    for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
      least[i] = MIN (least[i], (int) (MIN_WIDTH * geoat_text_layout_get_scale ()));
  if (self->sizing != GEOAT_TABLE_SIZING_SET && self->rows != NULL)
    share_out (self, width, least);
  self->frozen = self->shown[0] && 2 * self->widths[0] < width;
  return was_frozen != self->frozen || memcmp (old, self->widths, sizeof old) != 0;
}

/* The widths as they are kept: empty while nobody has set them, negative for a hidden column. */
GVariant *
geoat_table_save_widths (GeoatTable *self)
{
  int widths[GEOAT_N_COLUMNS];
  gboolean set = self->sizing == GEOAT_TABLE_SIZING_SET;

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    {
      widths[i] = self->shown[i] ? self->set_widths[i] : -self->set_widths[i];
      set |= !self->shown[i];
    }
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, widths, set ? GEOAT_N_COLUMNS : 0,
                                    sizeof (int));
}

static void
columns_changed (GeoatTable *self)
{
  gboolean had_focus = GEOAT_IS_TABLE_CELL (gtk_widget_get_focus_child (GTK_WIDGET (self)));

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    gtk_widget_set_child_visible (self->headers[i], self->shown[i]);
  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    geoat_table_release_cells (self, geoat_table_get_place (self, i));
  if (!self->shown[self->cursor_column])
    self->cursor_column = geoat_table_step_column (self, self->cursor_column, -1);
  if (!self->shown[self->anchor_column])
    self->anchor_column = self->cursor_column;
  if (had_focus)
    geoat_table_set_cursor (self, self->cursor_row, self->cursor_column, FALSE);
  geoat_table_queue_prepare (self);
}

void
geoat_table_load_widths (GeoatTable *self, GVariant *variant)
{
  const int *widths;
  gsize n;

  if (variant == NULL)
    return;
  widths = g_variant_get_fixed_array (variant, &n, sizeof (int));
  for (gsize i = 0; i < MIN (n, GEOAT_N_COLUMNS); i++)
    {
      self->set_widths[i] = CLAMP (ABS (widths[i]), MIN_WIDTH, MAX_WIDTH);
      self->shown[i] = i == 0 || widths[i] >= 0;
    }
  if (n > 0)
    self->sizing = GEOAT_TABLE_SIZING_SET;
  columns_changed (self);
}

/* What is dragged is set from then on; the other columns keep the width they have. */
void
geoat_table_set_width (GeoatTable *self, guint column, int width)
{
  if (self->sizing != GEOAT_TABLE_SIZING_SET)
    for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
      if (self->shown[i])
        self->set_widths[i] = self->widths[i];
  self->sizing = GEOAT_TABLE_SIZING_SET;
  self->set_widths[column] = CLAMP (width, MIN_WIDTH, MAX_WIDTH);
  geoat_table_queue_prepare (self);
}

/**
 * geoat_table_fit_to_width:
 * @self: a table
 *
 * Makes all columns fit into the width of the window, as wide as their texts ask for.
 */
void
geoat_table_fit_to_width (GeoatTable *self)
{
  g_return_if_fail (GEOAT_IS_TABLE (self));

  self->sizing = GEOAT_TABLE_SIZING_FIT;
  self->weighed = FALSE;
  geoat_table_queue_prepare (self);
  g_object_notify (G_OBJECT (self), "column-widths");
}

/**
 * geoat_table_show_column:
 * @self: a table
 * @column: a column of the template, not the first
 * @shown: whether it is to be seen
 */
void
geoat_table_show_column (GeoatTable *self, guint column, gboolean shown)
{
  g_return_if_fail (GEOAT_IS_TABLE (self));
  g_return_if_fail (column < GEOAT_N_COLUMNS);

  if (column == 0 || self->shown[column] == shown)
    return;
  geoat_table_stop_editing (self, FALSE);
  self->shown[column] = shown;
  columns_changed (self);
  g_object_notify (G_OBJECT (self), "column-widths");
}

/**
 * geoat_table_shows_column:
 * @self: a table
 * @column: a column of the template
 *
 * Returns: whether it can be seen
 */
gboolean
geoat_table_shows_column (GeoatTable *self, guint column)
{
  g_return_val_if_fail (GEOAT_IS_TABLE (self), FALSE);
  g_return_val_if_fail (column < GEOAT_N_COLUMNS, FALSE);

  return self->shown[column];
}
