/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several rows at once: one step of undo leads back to the same bytes. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-row-edits.h"
#include "plan-fixture.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatRowTarget rows[4]; /* one with two actions, two without, three without */
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatAction) first = geoat_action_new_with_text ("First", "HR", "", "");
  g_autoptr (GeoatAction) second = geoat_action_new_with_text ("Second", "IT", "", "");
  GeoatEntry *one, *two, *three;

  fixture->plan = plan_fixture_new ();
  fixture->history = geoat_history_new (fixture->plan);
  one = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_1);
  two = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_NOT_ASSESSED);
  three = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_5);
  geoat_history_add_action (fixture->history, one, first, G_MAXUINT);
  geoat_history_add_action (fixture->history, one, second, G_MAXUINT);
  geoat_history_set_text (fixture->history, GEOAT_ITEM (one), GEOAT_FIELD_ALIGNMENT, "Law");
  fixture->rows[0] = (GeoatRowTarget){ one, first };
  fixture->rows[1] = (GeoatRowTarget){ one, second };
  fixture->rows[2] = (GeoatRowTarget){ two, NULL };
  fixture->rows[3] = (GeoatRowTarget){ three, NULL };
  fixture->before = plan_fixture_dump (fixture->plan);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->before);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static void
assert_undone (Fixture *fixture)
{
  g_autofree char *after = NULL;

  geoat_history_undo (fixture->history);
  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (after, ==, fixture->before);
}

static GeoatLevel
get_level (Fixture *fixture, guint row)
{
  return geoat_entry_get_level (fixture->rows[row].entry,
                                geoat_plan_get_last_round (fixture->plan));
}

static void
assert_action (Fixture *fixture, guint row, guint action, GeoatField field, const char *text)
{
  g_assert_cmpstr (
      geoat_item_get_text (GEOAT_ITEM (geoat_entry_get_action (fixture->rows[row].entry, action)),
                           field),
      ==, text);
}

static void
test_rate (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (geoat_rows_rate (fixture->history, fixture->rows, 3, GEOAT_LEVEL_4), ==, 2);
  g_assert_cmpint (get_level (fixture, 0), ==, GEOAT_LEVEL_4);
  g_assert_cmpint (get_level (fixture, 2), ==, GEOAT_LEVEL_4);
  g_assert_cmpint (get_level (fixture, 3), ==, GEOAT_LEVEL_5);
  assert_undone (fixture);
}

static void
test_closed_round (Fixture *fixture, gconstpointer data)
{
  GDate today;

  plan_fixture_date (&today, "2025-02-01");
  geoat_history_close_round (fixture->history, &today);
  g_assert_cmpuint (geoat_rows_rate (fixture->history, fixture->rows, 4, GEOAT_LEVEL_4), ==, 0);
  g_assert_cmpint (get_level (fixture, 0), ==, GEOAT_LEVEL_1);
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  GDate today;

  plan_fixture_date (&today, "2025-02-01");
  g_assert_cmpuint (
      geoat_rows_set_status (fixture->history, fixture->rows, 4, GEOAT_STATUS_DONE, &today), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (geoat_action_get_status (fixture->rows[i].action), ==, GEOAT_STATUS_DONE);
      assert_action (fixture, 0, i, GEOAT_FIELD_COMPLETED, "2025-02-01");
    }
  assert_undone (fixture);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (geoat_rows_remove (fixture->history, fixture->rows, 3), ==, 2);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, 1);
  assert_undone (fixture);
  g_assert_cmpuint (geoat_rows_remove_actions (fixture->history, fixture->rows, 3), ==, 2);
  g_assert_cmpuint (geoat_entry_get_n_actions (fixture->rows[0].entry), ==, 0);
  assert_undone (fixture);
}

static void
test_move_to (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (geoat_rows_move_to (fixture->history, fixture->rows, 3, "6C"), ==, 2);
  g_assert_cmpstr (geoat_entry_get_key_element (fixture->rows[0].entry), ==, "6C");
  g_assert_true (geoat_plan_get_entry (fixture->plan, 1) == fixture->rows[0].entry);
  g_assert_true (geoat_plan_get_entry (fixture->plan, 2) == fixture->rows[2].entry);
  assert_undone (fixture);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  geoat_rows_clear (fixture->history, fixture->rows, 2, 1, 4);
  g_assert_cmpint (get_level (fixture, 0), ==, GEOAT_LEVEL_NOT_ASSESSED);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->rows[0].entry), GEOAT_FIELD_ALIGNMENT),
                   ==, "");
  assert_action (fixture, 0, 0, GEOAT_FIELD_ACTIVITY, "");
  assert_action (fixture, 0, 1, GEOAT_FIELD_ACTIVITY, "");
  assert_action (fixture, 0, 0, GEOAT_FIELD_UNITS, "HR");
  assert_undone (fixture);
}

/* Levels and texts go to the rows below; an activity is made where there is none. */
static void
test_fill_down (Fixture *fixture, gconstpointer data)
{
  geoat_rows_fill_down (fixture->history, fixture->rows, 4, 1, 5);
  g_assert_cmpint (get_level (fixture, 2), ==, GEOAT_LEVEL_1);
  g_assert_cmpint (get_level (fixture, 3), ==, GEOAT_LEVEL_1);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->rows[3].entry), GEOAT_FIELD_ALIGNMENT),
                   ==, "Law");
  assert_action (fixture, 0, 1, GEOAT_FIELD_ACTIVITY, "First");
  g_assert_cmpuint (geoat_entry_get_n_actions (fixture->rows[2].entry), ==, 1);
  assert_action (fixture, 2, 0, GEOAT_FIELD_ACTIVITY, "First");
  assert_action (fixture, 2, 0, GEOAT_FIELD_UNITS, "HR");
  assert_undone (fixture);
}

/* The wording that a closed round has kept is neither emptied nor written over. */
static void
test_kept_wording (Fixture *fixture, gconstpointer data)
{
  GDate today;

  plan_fixture_date (&today, "2025-02-01");
  geoat_history_close_round (fixture->history, &today);
  geoat_rows_clear (fixture->history, fixture->rows, 1, 0, 1);
  g_assert_cmpstr (geoat_entry_get_indicator (fixture->rows[0].entry), ==, "An indicator");
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->rows[0].entry), GEOAT_FIELD_ALIGNMENT),
                   ==, "");

  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->rows[2].entry),
                          GEOAT_FIELD_INDICATOR, "Another");
  geoat_rows_fill_down (fixture->history, fixture->rows + 2, 2, 0, 0);
  g_assert_cmpstr (geoat_entry_get_indicator (fixture->rows[3].entry), ==, "An indicator");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/row-edits/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rate", test_rate);
  ADD ("closed-round", test_closed_round);
  ADD ("status", test_status);
  ADD ("remove", test_remove);
  ADD ("move-to", test_move_to);
  ADD ("clear", test_clear);
  ADD ("fill-down", test_fill_down);
  ADD ("kept-wording", test_kept_wording);
  return g_test_run ();
}
