/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits of many entries: each is one step of undo, and does what it says to all of them. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-plan-order.h"
#include "geoat-starters.h"
#include "plan-fixture.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatRound *round;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = plan_fixture_new ();
  fixture->history = geoat_history_new (fixture->plan);
  fixture->round = geoat_plan_get_last_round (fixture->plan);
}

/* Whatever the test has done was one step. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;

  geoat_history_undo (fixture->history);
  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (after, ==, fixture->before);
  g_free (fixture->before);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static void
start (Fixture *fixture)
{
  geoat_history_break (fixture->history);
  fixture->before = plan_fixture_dump (fixture->plan);
}

static void
test_not_applicable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  g_ptr_array_add (entries, plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_NOT_ASSESSED));
  g_ptr_array_add (entries, plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_4));
  geoat_history_set_reason (fixture->history, entries->pdata[1], "Was written before");
  start (fixture);

  geoat_history_set_not_applicable (fixture->history, entries, "No border posts");
  for (guint i = 0; i < entries->len; i++)
    {
      const GeoatRating *rating = geoat_entry_get_rating (entries->pdata[i], fixture->round);

      g_assert_cmpint (geoat_rating_get_level (rating), ==, GEOAT_LEVEL_NOT_APPLICABLE);
      g_assert_cmpstr (geoat_rating_get_reason (rating), ==, "No border posts");
    }
}

static void
test_starters (Fixture *fixture, gconstpointer data)
{
  GeoatFramework *framework = geoat_plan_get_framework (fixture->plan);
  guint n = geoat_framework_get_n_indicators (framework, 0);
  g_autoptr (GArray) unused = NULL;
  g_autoptr (GArray) left = NULL;
  GeoatEntry *first;

  g_assert_cmpuint (n, >, 2);
  geoat_history_add_starter (fixture->history, 0, 1);
  start (fixture);

  unused = geoat_starters_list_unused (fixture->plan, fixture->round, 0);
  g_assert_cmpuint (unused->len, ==, n - 1);
  g_assert_cmpuint (g_array_index (unused, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (unused, guint, 1), ==, 2);

  first = geoat_history_add_unused_starters (fixture->history, 0);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (first), GEOAT_FIELD_SOURCE), ==,
                   geoat_framework_get_indicator_source (framework, 0, 0));
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n);
  left = geoat_starters_list_unused (fixture->plan, fixture->round, 0);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_null (geoat_history_add_unused_starters (fixture->history, 0));
}

/* The order of the template is that of the framework, and within a key element that of the plan. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *last = plan_fixture_add (fixture->history, "6C", GEOAT_LEVEL_1);
  GeoatEntry *first = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_1);
  GeoatEntry *second = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_2);
  g_autoptr (GeoatPlanOrder) order = NULL;
  g_autoptr (GeoatPlanOrder) later = NULL;
  g_autoptr (GeoatPlanOrder) all = NULL;
  GDate today;

  order = geoat_plan_order_new (fixture->plan, fixture->round);
  g_assert_cmpuint (order->n_entries, ==, 3);
  g_assert_true (order->entries[0] == first && order->entries[1] == second);
  g_assert_true (order->entries[2] == last);
  g_assert_cmpuint (order->first[0], ==, 0);
  g_assert_cmpuint (order->first[1], ==, 2);
  g_assert_cmpuint (order->first[17], ==, 2);
  g_assert_cmpuint (order->first[18], ==, 3);

  plan_fixture_date (&today, "2025-02-01");
  geoat_history_open_round (fixture->history, "Review", &today);
  start (fixture);
  g_assert_true (geoat_history_remove_entry (fixture->history, first)); /* retired */
  later = geoat_plan_order_new (fixture->plan, geoat_plan_get_last_round (fixture->plan));
  g_assert_cmpuint (later->n_entries, ==, 2);
  all = geoat_plan_order_new (fixture->plan, NULL);
  g_assert_cmpuint (all->n_entries, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/history-bulk/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("not-applicable", test_not_applicable);
  ADD ("starters", test_starters);
  ADD ("order", test_order);
#undef ADD

  return g_test_run ();
}
