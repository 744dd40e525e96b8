/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table in a window: nothing of it is ever left without a place, and what it draws is what is
 * in the plan and in the selection. */

#include "config.h"

#include "table-fixture.h"

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
  g_test_add ("/table/walk", TableFixture, NULL, table_fixture_set_up, test_walk,
              table_fixture_tear_down);
  return g_test_run ();
}
