/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows the table shows, and which indicator is the next to assess. */

#include "config.h"

#include "geoat-history.h"
#include "geoat-date-field.h"
#include "geoat-entry-order.h"
#include "geoat-table-rows.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatEntry *first;  /* 2A, two activities, level 3 */
  GeoatEntry *second; /* 1A, no activity */
  GeoatEntry *third;  /* 2A, no activity */
} Fixture;

static const GeoatTableView in_order = { -1, FALSE, 0 };

static GeoatEntry *
add_entry (Fixture *fixture, const char *key_element, const char *indicator)
{
  g_autoptr (GeoatEntry) entry = geoat_entry_new (key_element, NULL, indicator);

  geoat_history_add_entry (fixture->history, entry, geoat_plan_get_n_entries (fixture->plan));
  return entry;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatAction) one = geoat_action_new_with_text ("One", "", "", "");
  g_autoptr (GeoatAction) two = geoat_action_new_with_text ("Two", "", "", "");
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, G_DATE_FEBRUARY, 2026);
  fixture->plan = geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara",
                                  "Plan", "Baseline", &today);
  fixture->history = geoat_history_new (fixture->plan);
  fixture->first = add_entry (fixture, "2A", "First");
  fixture->second = add_entry (fixture, "1A", "Second");
  fixture->third = add_entry (fixture, "2A", "Third");
  geoat_history_add_action (fixture->history, fixture->first, one, G_MAXUINT);
  geoat_history_add_action (fixture->history, fixture->first, two, G_MAXUINT);
  geoat_history_set_level (fixture->history, fixture->first, GEOAT_LEVEL_3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->plan);
}

static void
test_whole_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatTableRows) rows = geoat_table_rows_new (
      fixture->plan, geoat_plan_get_last_round (fixture->plan), NULL, &in_order);
  guint row;

  /* heading 1A, Second, heading 2A, First with two rows, Third */
  g_assert_cmpuint (geoat_table_rows_get_n_blocks (rows), ==, 5);
  g_assert_cmpuint (geoat_table_rows_get_n_rows (rows), ==, 4);
  g_assert_null (geoat_table_rows_get_block (rows, 0)->entry);
  g_assert_true (g_str_has_prefix (geoat_table_rows_get_block (rows, 0)->heading, "1A "));
  g_assert_true (geoat_table_rows_get_row (rows, 0)->entry == fixture->second);
  g_assert_null (geoat_table_rows_get_row (rows, 0)->action);
  g_assert_cmpuint (geoat_table_rows_get_block (rows, 3)->n_rows, ==, 2);
  g_assert_cmpuint (geoat_table_rows_get_block_of_row (rows, 2), ==, 3);
  g_assert_true (
      geoat_table_rows_find (rows, GEOAT_ITEM (geoat_entry_get_action (fixture->first, 1)), &row));
  g_assert_cmpuint (row, ==, 2);
}

static void
test_key_element (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatTableRows) rows = geoat_table_rows_new (
      fixture->plan, geoat_plan_get_last_round (fixture->plan), "2A", &in_order);
  guint row;

  g_assert_cmpuint (geoat_table_rows_get_n_blocks (rows), ==, 2);
  g_assert_cmpuint (geoat_table_rows_get_block (rows, 1)->number, ==, 2);
  g_assert_false (geoat_table_rows_find (rows, GEOAT_ITEM (fixture->second), &row));
}

/* Sorted, the numbers stay those of the plan; with levels chosen, only theirs are shown. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);
  GeoatTableView view = { 0, TRUE, 0 };
  g_autoptr (GeoatTableRows) by_text = geoat_table_rows_new (fixture->plan, round, NULL, &view);
  g_autoptr (GeoatTableRows) by_level = NULL;
  g_autoptr (GeoatTableRows) level_3 = NULL;

  /* Third, Second, First, without headings */
  g_assert_cmpuint (geoat_table_rows_get_n_blocks (by_text), ==, 3);
  g_assert_true (geoat_table_rows_get_block (by_text, 0)->entry == fixture->third);
  g_assert_cmpuint (geoat_table_rows_get_block (by_text, 0)->number, ==, 2);
  g_assert_true (geoat_table_rows_get_block (by_text, 2)->entry == fixture->first);

  /* what is rated comes first, whichever way, the others as in the plan */
  view = (GeoatTableView){ 2, TRUE, 0 };
  by_level = geoat_table_rows_new (fixture->plan, round, NULL, &view);
  g_assert_true (geoat_table_rows_get_block (by_level, 0)->entry == fixture->first);
  g_assert_true (geoat_table_rows_get_block (by_level, 1)->entry == fixture->second);

  view = (GeoatTableView){ -1, FALSE, geoat_table_view_get_bit (GEOAT_LEVEL_3) };
  level_3 = geoat_table_rows_new (fixture->plan, round, "2A", &view);
  g_assert_cmpuint (geoat_table_rows_get_n_blocks (level_3), ==, 1);
  g_assert_true (geoat_table_rows_get_block (level_3, 0)->entry == fixture->first);
}

static void
test_columns (void)
{
  GeoatFramework *framework = geoat_framework_get_default ();
  guint column;

  g_assert_cmpint (geoat_table_column_get_field (framework, 0), ==, GEOAT_FIELD_INDICATOR);
  g_assert_cmpint (geoat_table_column_get_field (framework, 2), ==, GEOAT_FIELD_NONE);
  g_assert_cmpint (geoat_table_column_get_field (framework, 7), ==, GEOAT_FIELD_TARGETS);
  g_assert_true (geoat_table_column_find (framework, GEOAT_FIELD_NONE, &column));
  g_assert_cmpuint (column, ==, 2);
  g_assert_false (geoat_table_column_find (framework, GEOAT_FIELD_NOTES, &column));
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);

  /* from the key element that is shown, and past what has a level */
  g_assert_true (geoat_entry_order_next_not_assessed (fixture->plan, round, "2A", NULL) ==
                 fixture->third);
  /* from the start again behind the end */
  g_assert_true (geoat_entry_order_next_not_assessed (fixture->plan, round, "2A", fixture->third) ==
                 fixture->second);
  geoat_history_set_level (fixture->history, fixture->second, GEOAT_LEVEL_NOT_APPLICABLE);
  /* the one in focus is not its own next */
  g_assert_null (geoat_entry_order_next_not_assessed (fixture->plan, round, "2A", fixture->third));
}

static void
test_typed_date (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "2026-03-31", TRUE }, { " 2026-03-31 ", TRUE }, { "2026-02-30", FALSE }, { "soon", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;

      g_assert_cmpint (geoat_date_read_typed (cases[i].text, &date), ==, cases[i].valid);
      if (cases[i].valid)
        g_assert_cmpint (g_date_get_month (&date), ==, G_DATE_MARCH);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/table-rows/whole-plan", Fixture, NULL, set_up, test_whole_plan, tear_down);
  g_test_add ("/table-rows/key-element", Fixture, NULL, set_up, test_key_element, tear_down);
  g_test_add ("/table-rows/view", Fixture, NULL, set_up, test_view, tear_down);
  g_test_add_func ("/table-rows/columns", test_columns);
  g_test_add ("/entry-order/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add_func ("/date-field/typed", test_typed_date);
  return g_test_run ();
}
