/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table in a window: nothing of it is ever left without a place, and what it draws is what is
 * in the plan and in the selection. */

#include "config.h"

#include "table-fixture.h"

#include "geoat-template-column.h"

#define N_STEPS 2000

#define LONG_TEXT                                                                                  \
  "The unit has begun to write down who asks for leave, and for how long, for all grades and all " \
  "posts. The figures of the last year are in the report to the board, which was read in March. "  \
  "There is no figure yet for those who work part time, and none for the border posts, because "   \
  "their registers are on paper. A person who knows them is asked to copy them until summer."

/* A text that grows so much that rows leave what is in sight. */
static void
test_longer_text (TableFixture *fixture, gconstpointer data)
{
  for (guint row = 0; row < 4; row++)
    {
      geoat_history_set_text (fixture->history, geoat_table_get_item (fixture->table, row, 3),
                              GEOAT_FIELD_CURRENT_ACTIVITIES, LONG_TEXT);
      table_fixture_draw (fixture);
      table_fixture_assert_cells (fixture);
    }
  while (geoat_history_can_undo (fixture->history))
    {
      geoat_history_undo (fixture->history);
      table_fixture_draw (fixture);
      table_fixture_assert_cells (fixture);
    }
}

/* Levels that come in sight and go, with another size of the window. */
static void
test_sizes (TableFixture *fixture, gconstpointer data)
{
  static const int sizes[][2] = { { 600, 400 }, { 1400, 850 }, { 800, 600 }, { 1900, 300 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), sizes[i][0], sizes[i][1]);
      while (gtk_widget_get_width (GTK_WIDGET (fixture->table)) != sizes[i][0])
        g_main_context_iteration (NULL, TRUE);
      table_fixture_draw (fixture);
      table_fixture_assert_cells (fixture);
    }
}

/* The focus goes elsewhere while a cell is edited, as when places are found one after another. */
static void
test_focus_leaves (TableFixture *fixture, gconstpointer data)
{
  for (guint row = 0; row < 4; row++)
    {
      geoat_table_reveal (fixture->table, geoat_table_get_item (fixture->table, row, 3),
                          GEOAT_FIELD_CURRENT_ACTIVITIES);
      geoat_table_edit_text (fixture->table);
      table_fixture_draw (fixture);
      gtk_widget_grab_focus (fixture->beside);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == fixture->beside);
      table_fixture_draw (fixture);
      table_fixture_assert_cells (fixture);
    }
}

static int
get_cell_x (TableFixture *fixture, guint row, guint column)
{
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (geoat_table_find_cell (fixture->table, row, column),
                                            GTK_WIDGET (fixture->table), &area));
  return (int) area.origin.x;
}

static int
get_all_widths (GeoatTable *table)
{
  return geoat_table_get_frozen_width (table) + geoat_table_get_scrolled_width (table);
}

/* The first column stays where it is while the others scroll sideways. */
static void
test_frozen (TableFixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = fixture->table->hadjustment;
  int first = get_cell_x (fixture, 0, 0);
  int second = get_cell_x (fixture, 0, 1);

  gtk_adjustment_set_value (adjustment, 60);
  table_fixture_draw (fixture);
  g_assert_cmpint (get_cell_x (fixture, 0, 0), ==, first);
  g_assert_cmpint (get_cell_x (fixture, 0, 1), ==, second - 60);

  /* the last column can be scrolled to in full */
  geoat_table_set_cursor (fixture->table, 0, GEOAT_N_COLUMNS - 1, FALSE);
  table_fixture_draw (fixture);
  g_assert_cmpint (get_cell_x (fixture, 0, GEOAT_N_COLUMNS - 1) +
                       fixture->table->widths[GEOAT_N_COLUMNS - 1],
                   <=, gtk_widget_get_width (GTK_WIDGET (fixture->table)));
}

static void
resize (TableFixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->table)) != width)
    g_main_context_iteration (NULL, TRUE);
  table_fixture_draw (fixture);
}

/* What a wide window has to spare goes to the columns with the most text, until one is dragged. */
static void
test_spare_width (TableFixture *fixture, gconstpointer data)
{
  GeoatTable *table = fixture->table;
  g_autoptr (GVariant) saved = NULL;
  int level = table->widths[GEOAT_COLUMN_LEVEL];

  g_object_get (table, "column-widths", &saved, NULL);
  g_assert_cmpuint (g_variant_n_children (saved), ==, 0);
  resize (fixture, 1900);
  g_assert_cmpint (get_all_widths (table), ==, 1900);
  g_assert_cmpint (table->widths[3] - table->set_widths[3], >,
                   table->widths[GEOAT_COLUMN_LEVEL] - level);

  geoat_table_set_width (table, 1, 90);
  table_fixture_draw (fixture);
  g_assert_cmpint (table->widths[1], ==, 90);
  g_assert_cmpint (get_all_widths (table), <, 1900);
  resize (fixture, 1000);
  g_assert_cmpint (table->widths[1], ==, 90);

  geoat_table_fit_to_width (table);
  table_fixture_draw (fixture);
  g_assert_cmpint (get_all_widths (table), ==, 1000);
  table_fixture_assert_cells (fixture);
}

/* A hidden column has no cells, the cursor passes over it, and it is kept hidden. */
static void
test_hidden_column (TableFixture *fixture, gconstpointer data)
{
  GeoatTable *table = fixture->table;
  g_autoptr (GVariant) saved = NULL;

  geoat_table_set_cursor (table, 0, 1, FALSE);
  geoat_table_show_column (table, 1, FALSE);
  table_fixture_draw (fixture);
  table_fixture_assert_cells (fixture);
  g_assert_cmpuint (table->cursor_column, ==, 0);
  geoat_table_move_cursor (table, 0, 1, FALSE);
  g_assert_cmpuint (table->cursor_column, ==, 2);

  g_object_get (table, "column-widths", &saved, NULL);
  geoat_table_show_column (table, 1, TRUE);
  g_object_set (table, "column-widths", saved, NULL);
  table_fixture_draw (fixture);
  g_assert_false (geoat_table_shows_column (table, 1));
  table_fixture_assert_cells (fixture);
}

/* Selects cells as the mouse does. */
static void
select_cells (TableFixture *fixture, guint row, guint column, guint last_row, guint last_column)
{
  geoat_table_set_cursor (fixture->table, row, column, FALSE);
  geoat_table_set_cursor (fixture->table, last_row, last_column, TRUE);
}

static GeoatLevel
get_level (TableFixture *fixture, guint entry)
{
  return geoat_entry_get_level (geoat_plan_get_entry (fixture->plan, entry),
                                geoat_perspective_get_round (fixture->perspective));
}

/* What is done with a selection is done with all of it, in one step. */
static void
test_selection (TableFixture *fixture, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (fixture->table);
  guint n_rows = geoat_table_rows_get_n_rows (fixture->table->rows);
  guint64 state = geoat_history_get_state (fixture->history);
  g_autofree char *first = NULL;

  select_cells (fixture, 0, GEOAT_COLUMN_LEVEL, 3, GEOAT_COLUMN_LEVEL);
  gtk_widget_activate_action (table, "table.rate", "i", GEOAT_LEVEL_4);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (get_level (fixture, i), ==, GEOAT_LEVEL_4);
  geoat_history_undo (fixture->history);
  g_assert_cmpuint (geoat_history_get_state (fixture->history), ==, state);

  select_cells (fixture, 0, 1, 3, 1);
  first = g_strdup (geoat_table_get_text (fixture->table, 0, 1));
  gtk_widget_activate_action (table, "table.fill-down", NULL);
  for (guint row = 1; row <= 3; row++)
    g_assert_cmpstr (geoat_table_get_text (fixture->table, row, 1), ==, first);
  geoat_history_undo (fixture->history);
  g_assert_cmpuint (geoat_history_get_state (fixture->history), ==, state);

  select_cells (fixture, 0, 0, 3, 0);
  gtk_widget_activate_action (table, "table.move-to", "s", "6C");
  table_fixture_draw (fixture);
  table_fixture_assert_cells (fixture);
  g_assert_cmpuint (geoat_table_rows_get_n_rows (fixture->table->rows), <, n_rows);
  geoat_history_undo (fixture->history);
  table_fixture_draw (fixture);

  select_cells (fixture, 0, 0, 3, 0);
  gtk_widget_activate_action (table, "table.remove", NULL);
  table_fixture_draw (fixture);
  g_assert_cmpuint (geoat_table_rows_get_n_rows (fixture->table->rows), ==, n_rows - 4);
  geoat_history_undo (fixture->history);
  table_fixture_draw (fixture);
  g_assert_cmpuint (geoat_table_rows_get_n_rows (fixture->table->rows), ==, n_rows);
  g_assert_cmpuint (geoat_history_get_state (fixture->history), ==, state);
}

/* A row is inserted beside that of the cursor, which is where somebody wants to write. */
static void
test_insert (TableFixture *fixture, gconstpointer data)
{
  GeoatTable *table = fixture->table;
  GeoatEntry *second;

  geoat_table_set_cursor (table, 0, 1, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.insert-below", NULL);
  second = geoat_plan_get_entry (fixture->plan, 1);
  g_assert_true (geoat_table_get_focus_entry (table) == second);
  g_assert_true (table->editing);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (second), GEOAT_FIELD_INDICATOR), ==, "");
  geoat_table_stop_editing (table, FALSE);

  gtk_widget_activate_action (GTK_WIDGET (table), "table.insert-above", NULL);
  g_assert_true (geoat_plan_get_entry (fixture->plan, 2) == second);
  geoat_table_stop_editing (table, FALSE);
  table_fixture_draw (fixture);
  table_fixture_assert_cells (fixture);
}

static guint
go_to_new_row (TableFixture *fixture, guint column)
{
  guint row = geoat_table_rows_get_n_rows (fixture->table->rows) - 1;

  g_assert_null (geoat_table_rows_get_row (fixture->table->rows, row)->entry);
  geoat_table_set_cursor (fixture->table, row, column, FALSE);
  return row;
}

/* Written into, the new row is an indicator; left empty it is not. */
static void
test_new_row (TableFixture *fixture, gconstpointer data)
{
  static const guint columns[] = { 0, 3, 5 };
  GeoatTable *table = fixture->table;
  guint n = geoat_plan_get_n_entries (fixture->plan);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (geoat_text_field_get_view (table->editor));
      guint row = go_to_new_row (fixture, columns[i]);

      geoat_table_edit_text (table);
      geoat_table_stop_editing (table, FALSE);
      table_fixture_draw (fixture);
      g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n);

      geoat_table_set_cursor (table, row, columns[i], FALSE);
      geoat_table_edit_text (table);
      gtk_text_buffer_insert_at_cursor (buffer, "Written", -1);
      geoat_table_stop_editing (table, FALSE);
      table_fixture_draw (fixture);
      table_fixture_assert_cells (fixture);
      g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, ++n);
      g_assert_cmpstr (geoat_table_get_text (table, row, columns[i]), ==, "Written");
      g_assert_cmpstr (geoat_entry_get_key_element (geoat_table_get_focus_entry (table)), ==, "1A");
    }
}

static void
paste (TableFixture *fixture, const char *text)
{
  guint64 state = geoat_history_get_state (fixture->history);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->table)), text);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.paste", NULL);
  while (geoat_history_get_state (fixture->history) == state)
    g_main_context_iteration (NULL, TRUE);
  table_fixture_draw (fixture);
  table_fixture_assert_cells (fixture);
}

/* Rows that go past the end are new ones. */
static void
test_paste (TableFixture *fixture, gconstpointer data)
{
  GeoatTable *table = fixture->table;
  guint n = geoat_plan_get_n_entries (fixture->plan);
  guint row = go_to_new_row (fixture, 0);

  geoat_table_set_cursor (table, row - 1, 0, FALSE);
  paste (fixture, "One\tLaw\t3\nTwo\tLaw\t2\nThree\tLaw\tN/A\n");
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n + 2);
  g_assert_cmpstr (geoat_table_get_text (table, row - 1, 0), ==, "One");
  g_assert_cmpstr (geoat_table_get_text (table, row + 1, 0), ==, "Three");

  row = go_to_new_row (fixture, 0);
  paste (fixture, "Four");
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n + 3);
  g_assert_cmpstr (geoat_table_get_text (table, row, 0), ==, "Four");
}

/* Sorted and filtered, cells show what is in the plan; what is found is shown anyway. */
static void
test_view (TableFixture *fixture, gconstpointer data)
{
  GeoatTable *table = fixture->table;
  GeoatEntry *last = geoat_table_rows_get_row (table->rows, 0)->entry;
  GeoatLevel level = get_level (fixture, 0);
  guint64 state = geoat_history_get_state (fixture->history);

  geoat_table_sort (table, GEOAT_COLUMN_LEVEL, TRUE);
  table_fixture_draw (fixture);
  table_fixture_assert_cells (fixture);
  geoat_table_show_levels (
      table, geoat_table_view_get_bit (level == GEOAT_LEVEL_0 ? GEOAT_LEVEL_1 : GEOAT_LEVEL_0));
  table_fixture_draw (fixture);
  table_fixture_assert_cells (fixture);
  geoat_table_reveal (table, GEOAT_ITEM (last), GEOAT_FIELD_INDICATOR);
  g_assert_true (geoat_table_get_focus_entry (table) == last);
  geoat_table_sort (table, -1, FALSE);
  table_fixture_draw (fixture);
  table_fixture_assert_cells (fixture);
  g_assert_true (geoat_table_rows_get_row (table->rows, 0)->entry == last);
  g_assert_cmpuint (geoat_history_get_state (fixture->history), ==, state);
}

static void
edit_something (TableFixture *fixture, GRand *random)
{
  GeoatTable *table = fixture->table;
  GeoatItem *item = geoat_table_get_item (table, table->cursor_row, table->cursor_column);
  GeoatField field = table->fields[table->cursor_column];
  guint length = g_rand_int_range (random, 0, 2) == 0 ? 40 : strlen (LONG_TEXT);
  g_autofree char *text = g_strndup (LONG_TEXT, length);

  if (item == NULL)
    return;
  if (field != GEOAT_FIELD_NONE)
    geoat_history_set_text (fixture->history, item, field, text);
  else
    geoat_history_set_level (fixture->history, GEOAT_ENTRY (item),
                             g_rand_int_range (random, GEOAT_LEVEL_0, GEOAT_LEVEL_5 + 1));
  geoat_history_break (fixture->history);
}

static void
take_step (TableFixture *fixture, GRand *random)
{
  GeoatTable *table = fixture->table;
  guint n_rows = geoat_table_rows_get_n_rows (table->rows);
  gboolean extend = g_rand_boolean (random);

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
    case 1:
      gtk_adjustment_set_value (table->vadjustment, gtk_adjustment_get_value (table->vadjustment) +
                                                        g_rand_double_range (random, -900, 900));
      break;
    case 2:
      gtk_adjustment_set_value (table->hadjustment, g_rand_double_range (random, 0, 500));
      break;
    case 3:
    case 4:
      geoat_table_move_cursor (table, g_rand_int_range (random, -3, 4),
                               g_rand_int_range (random, -1, 2), extend);
      break;
    case 5:
      geoat_table_set_cursor (table, g_rand_int_range (random, 0, (int) n_rows),
                              g_rand_int_range (random, 0, GEOAT_N_COLUMNS), extend);
      break;
    case 6:
      geoat_table_edit_text (table);
      break;
    case 7:
      if (g_rand_boolean (random))
        gtk_widget_grab_focus (fixture->beside);
      else
        geoat_table_stop_editing (table, extend);
      break;
    case 8:
      if (!table->editing)
        edit_something (fixture, random);
      break;
    default:
      if (!table->editing && geoat_history_can_undo (fixture->history))
        geoat_history_undo (fixture->history);
      break;
    }
}

static void
test_walk (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (14);

  for (guint i = 0; i < N_STEPS; i++)
    {
      take_step (fixture, random);
      table_fixture_draw (fixture);
      table_fixture_assert_cells (fixture);
    }
}

/* A round that is closed shows the wording it was closed with, and lets nobody edit it. */
static void
test_closed_round (TableFixture *fixture, gconstpointer data)
{
  GeoatTable *table = fixture->table;
  GeoatItem *entry = geoat_table_get_item (table, 0, 0);
  g_autofree char *indicator = g_strdup (geoat_table_get_text (table, 0, 0));
  GDate today;

  g_date_set_dmy (&today, 8, G_DATE_MARCH, 2026);
  geoat_history_close_round (fixture->history, &today);
  geoat_history_set_text (fixture->history, entry, GEOAT_FIELD_INDICATOR, "Another wording");
  table_fixture_draw (fixture);
  g_assert_cmpstr (geoat_table_get_text (table, 0, 0), ==, indicator);
  table_fixture_assert_cells (fixture);

  geoat_table_set_cursor (table, 0, 0, FALSE);
  geoat_table_edit_text (table);
  g_assert_false (table->editing);
  geoat_table_clear (table);
  g_assert_cmpstr (geoat_item_get_text (entry, GEOAT_FIELD_INDICATOR), ==, "Another wording");

  geoat_table_set_cursor (table, 0, 1, FALSE);
  geoat_table_clear (table);
  g_assert_cmpstr (geoat_item_get_text (entry, GEOAT_FIELD_ALIGNMENT), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  g_test_add ("/table/longer-text", TableFixture, "1A", table_fixture_set_up, test_longer_text,
              table_fixture_tear_down);
  g_test_add ("/table/sizes", TableFixture, "1A", table_fixture_set_up, test_sizes,
              table_fixture_tear_down);
  g_test_add ("/table/focus-leaves", TableFixture, "1A", table_fixture_set_up, test_focus_leaves,
              table_fixture_tear_down);
  g_test_add ("/table/frozen", TableFixture, "1A", table_fixture_set_up, test_frozen,
              table_fixture_tear_down);
  g_test_add ("/table/spare-width", TableFixture, "1A", table_fixture_set_up, test_spare_width,
              table_fixture_tear_down);
  g_test_add ("/table/hidden-column", TableFixture, "1A", table_fixture_set_up, test_hidden_column,
              table_fixture_tear_down);
  g_test_add ("/table/selection", TableFixture, "1A", table_fixture_set_up, test_selection,
              table_fixture_tear_down);
  g_test_add ("/table/insert", TableFixture, "1A", table_fixture_set_up, test_insert,
              table_fixture_tear_down);
  g_test_add ("/table/new-row", TableFixture, "1A", table_fixture_set_up, test_new_row,
              table_fixture_tear_down);
  g_test_add ("/table/paste", TableFixture, "1A", table_fixture_set_up, test_paste,
              table_fixture_tear_down);
  g_test_add ("/table/view", TableFixture, NULL, table_fixture_set_up, test_view,
              table_fixture_tear_down);
  g_test_add ("/table/closed-round", TableFixture, "1A", table_fixture_set_up, test_closed_round,
              table_fixture_tear_down);
  g_test_add ("/table/walk", TableFixture, NULL, table_fixture_set_up, test_walk,
              table_fixture_tear_down);
  return g_test_run ();
}
