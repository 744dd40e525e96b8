/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which entries are shown, and where the next one to assess is. */

#include "config.h"

#include "geoat-entry-order.h"

#include "geoat-history.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GDate today;
} Fixture;

/* Entries stand in the file as they came; the window shows them by key element. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const entries[][2] = {
    { "2B", "b1" }, { "1A", "a1" }, { "2B", "b2" }, { "6C", "c1" }, { "1A", "a2" },
  };

  g_date_clear (&fixture->today, 1);
  g_date_set_dmy (&fixture->today, 4, G_DATE_NOVEMBER, 2024);
  fixture->plan = geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara",
                                  "Plan", "Baseline 2024", &fixture->today);
  fixture->history = geoat_history_new (fixture->plan);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GeoatEntry) entry = geoat_entry_new (entries[i][0], "", entries[i][1]);

      geoat_history_add_entry (fixture->history, entry, i);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static GeoatEntry *
get_entry (Fixture *fixture, const char *indicator)
{
  for (guint i = 0; i < geoat_plan_get_n_entries (fixture->plan); i++)
    if (g_str_equal (geoat_entry_get_indicator (geoat_plan_get_entry (fixture->plan, i)),
                     indicator))
      return geoat_plan_get_entry (fixture->plan, i);
  g_assert_not_reached ();
}

static void
assert_order (Fixture *fixture, guint round, const char *key_element, const char *order)
{
  g_autoptr (GPtrArray) entries = geoat_entry_order_list (
      fixture->plan, geoat_plan_get_round (fixture->plan, round), key_element);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            geoat_entry_get_indicator (entries->pdata[i]));
  g_assert_cmpstr (found->str, ==, order);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  assert_order (fixture, 0, NULL, "a1 a2 b1 b2 c1");
  assert_order (fixture, 0, "2B", "b1 b2");
  assert_order (fixture, 0, "3A", "");
}

/* What came later, or is retired, is not in every round. */
static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatEntry) late = geoat_entry_new ("1A", "", "a3");

  geoat_history_set_level (fixture->history, get_entry (fixture, "b1"), GEOAT_LEVEL_3);
  geoat_history_close_round (fixture->history, &fixture->today);
  geoat_history_open_round (fixture->history, "Review 2025", &fixture->today);
  geoat_history_add_entry (fixture->history, late, G_MAXUINT);
  geoat_history_remove_entry (fixture->history, get_entry (fixture, "b1"));
  assert_order (fixture, 0, NULL, "a1 a2 b1 b2 c1");
  assert_order (fixture, 1, NULL, "a1 a2 a3 b2 c1");
}

static void
assert_next (Fixture *fixture, const char *key_element, const char *after, const char *next)
{
  GeoatEntry *found = geoat_entry_order_next_not_assessed (
      fixture->plan, geoat_plan_get_round (fixture->plan, 0), key_element,
      after != NULL ? get_entry (fixture, after) : NULL);

  g_assert_cmpstr (found != NULL ? geoat_entry_get_indicator (found) : NULL, ==, next);
}

static void
test_next_not_assessed (Fixture *fixture, gconstpointer data)
{
  assert_next (fixture, "1A", NULL, "a1");
  assert_next (fixture, "1A", "a1", "a2");
  /* on to the next key elements, past those that have none */
  assert_next (fixture, "1A", "a2", "b1");
  assert_next (fixture, "3A", NULL, "c1");
  /* from the end back to the start */
  assert_next (fixture, "6C", "c1", "a1");

  geoat_history_set_level (fixture->history, get_entry (fixture, "a1"), GEOAT_LEVEL_0);
  geoat_history_set_level (fixture->history, get_entry (fixture, "b1"), GEOAT_LEVEL_NOT_APPLICABLE);
  assert_next (fixture, "6C", "c1", "a2");
  assert_next (fixture, "1A", "a2", "b2");
}

static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  static const char *const all[] = { "a1", "a2", "b2", "c1" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    geoat_history_set_level (fixture->history, get_entry (fixture, all[i]), GEOAT_LEVEL_2);
  assert_next (fixture, "1A", "a1", "b1");
  /* the one that one is at is not the next */
  assert_next (fixture, "2B", "b1", NULL);
  geoat_history_set_level (fixture->history, get_entry (fixture, "b1"), GEOAT_LEVEL_2);
  assert_next (fixture, "1A", NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/entry-order/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/entry-order/rounds", Fixture, NULL, set_up, test_rounds, tear_down);
  g_test_add ("/entry-order/next-not-assessed", Fixture, NULL, set_up, test_next_not_assessed,
              tear_down);
  g_test_add ("/entry-order/nothing-left", Fixture, NULL, set_up, test_nothing_left, tear_down);
  return g_test_run ();
}
