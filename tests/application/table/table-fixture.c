/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table in a window, and what must be true of it after each frame.
 *
 * How it works: nothing is waited for but frames, which are drawn as fast as the machine can. Any
 * warning of GTK ends the test, such as that something is drawn without a place. */

#include "config.h"

#include "table-fixture.h"

#include "geoat-plan-reader.h"

static GBytes *
read_sample (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("GEOAT_SOURCE_ROOT"), "data", "samples", "valmara.geoat", NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* Waits until what has changed is drawn: a frame may ask for another. */
void
table_fixture_draw (TableFixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  guint n = 0;

  do
    {
      gboolean painted = FALSE;
      gulong handler =
          g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

      g_assert_cmpuint (n++, <, 10);
      gtk_widget_queue_draw (GTK_WIDGET (self->table));
      while (!painted)
        g_main_context_iteration (NULL, TRUE);
      g_signal_handler_disconnect (clock, handler);
    }
  while (self->table->prepare_tick != 0);
}

void
table_fixture_set_up (TableFixture *self, gconstpointer key_element)
{
  g_autoptr (GBytes) bytes = read_sample ();
  g_autoptr (GError) error = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->plan = geoat_plan_read (bytes, &error);
  g_assert_no_error (error);
  self->document = geoat_document_new (self->plan);
  self->history = geoat_document_get_history (self->document);
  self->perspective = geoat_perspective_new (self->document);
  self->table = GEOAT_TABLE (geoat_table_new ());
  self->beside = gtk_button_new_with_label ("Beside");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), self->beside);
  gtk_box_append (GTK_BOX (box), scrolled);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  geoat_table_set_content (self->table, self->perspective, key_element);
  while (gtk_widget_get_height (GTK_WIDGET (self->table)) == 0)
    g_main_context_iteration (NULL, TRUE);
  table_fixture_draw (self);
}

void
table_fixture_tear_down (TableFixture *self, gconstpointer key_element)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->perspective);
  g_assert_finalize_object (self->document);
  g_assert_finalize_object (self->plan);
}

/* What a cell says is what the plan has; its box and its tint are those of the selection. */
static void
assert_cell (TableFixture *self, GeoatTableCell *cell)
{
  GeoatTable *table = self->table;
  guint row = geoat_table_cell_get_row (cell);
  guint column = geoat_table_cell_get_column (cell);
  GeoatEntry *entry;
  gboolean same_row;
  guint first_row, last_row, first_column, last_column, last;

  if (column >= GEOAT_N_COLUMNS)
    return;
  entry = geoat_table_rows_get_row (table->rows, row)->entry;
  if (entry == NULL) /* the new row */
    g_assert_cmpstr (geoat_table_cell_get_text (cell), ==, column == 0 ? "New indicator" : "");
  else if (table->fields[column] == GEOAT_FIELD_NONE)
    g_assert_cmpint (
        geoat_table_cell_get_level (cell), ==,
        geoat_entry_get_level (entry, geoat_perspective_get_round (self->perspective)));
  else
    g_assert_cmpstr (geoat_table_cell_get_text (cell), ==,
                     geoat_table_get_text (table, row, column));

  same_row = geoat_table_column_is_shared (column) ? entry == geoat_table_get_focus_entry (table)
                                                   : row == table->cursor_row;
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (cell), "cursor"), ==,
                   same_row && column == table->cursor_column);

  last = row;
  while (geoat_table_column_is_shared (column) &&
         last + 1 < geoat_table_rows_get_n_rows (table->rows) &&
         geoat_table_rows_get_row (table->rows, last + 1)->entry == entry)
    last++;
  geoat_table_get_selection (table, &first_row, &last_row, &first_column, &last_column);
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (cell), "selected"), ==,
                   geoat_table_has_range (table) && column >= first_column &&
                       column <= last_column && last >= first_row && row <= last_row);
}

/* All cells that are drawn, after a frame. */
void
table_fixture_assert_cells (TableFixture *self)
{
  GeoatTable *table = self->table;
  int page = gtk_widget_get_height (GTK_WIDGET (table)) - table->header_height;
  int top = (int) gtk_adjustment_get_value (table->vadjustment);
  guint n_boxes = 0, n_focused = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GEOAT_IS_TABLE_CELL (child) || !gtk_widget_get_child_visible (child))
        continue;
      assert_cell (self, GEOAT_TABLE_CELL (child));
      n_boxes += gtk_widget_has_css_class (child, "cursor");
      n_focused += (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUSED) != 0;
      /* what has the looks of the focus has the keys */
      if ((gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUSED) != 0)
        g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == child);
    }
  g_assert_cmpuint (n_boxes, <=, 1);
  g_assert_cmpuint (n_focused, <=, 1);

  /* all that is in sight has cells */
  for (guint i = 0; i < geoat_table_get_n_blocks (table); i++)
    {
      GeoatTablePlace *place = geoat_table_get_place (table, i);
      int y = geoat_table_get_block_y (table, i);

      if (y + place->height > top && y < top + page)
        {
          g_assert_true (place->measured);
          g_assert_nonnull (place->cells);
        }
    }
}
