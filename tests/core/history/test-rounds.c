/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rounds: what was decided in an earlier one must stay as it was. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-entry-private.h"
#include "geoat-plan-private.h"
#include "geoat-scores.h"
#include "plan-fixture.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatRound *first;
  GeoatEntry *rated;      /* level 2, with a reason */
  GeoatEntry *unrated;    /* not yet assessed */
  GeoatEntry *irrelevant; /* N/A */
  GDate today;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = plan_fixture_new ();
  fixture->history = geoat_history_new (fixture->plan);
  fixture->first = geoat_plan_get_last_round (fixture->plan);
  fixture->rated = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_2);
  geoat_history_set_reason (fixture->history, fixture->rated, "No budget");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->rated),
                          GEOAT_FIELD_CURRENT_ACTIVITIES, "A pilot");
  fixture->unrated = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_NOT_ASSESSED);
  fixture->irrelevant = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_NOT_APPLICABLE);
  plan_fixture_date (&fixture->today, "2025-01-15");
}

/* Whatever a test did: undone it is the empty plan, redone it is what it was. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *end = plan_fixture_dump (fixture->plan);
  g_autofree char *redone = NULL;

  while (geoat_history_can_undo (fixture->history))
    geoat_history_undo (fixture->history);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, 0);
  g_assert_cmpuint (geoat_plan_get_n_rounds (fixture->plan), ==, 1);
  while (geoat_history_can_redo (fixture->history))
    geoat_history_redo (fixture->history);
  redone = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (redone, ==, end);

  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  const GeoatRating *rating;

  geoat_history_close_round (fixture->history, &fixture->today);
  g_assert_true (geoat_round_is_closed (fixture->first));
  g_assert_false (geoat_plan_can_rate (fixture->plan));
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->first), GEOAT_FIELD_CLOSED), ==,
                   "2025-01-15");

  /* What is written later does not change what was found then. */
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->rated),
                          GEOAT_FIELD_CURRENT_ACTIVITIES, "All offices");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->rated), GEOAT_FIELD_INDICATOR,
                          "Another wording");
  rating = geoat_entry_get_rating (fixture->rated, fixture->first);
  g_assert_cmpstr (geoat_rating_get_indicator (rating), ==, "An indicator");
  g_assert_cmpstr (geoat_rating_get_current_activities (rating), ==, "A pilot");
  g_assert_cmpstr (geoat_rating_get_reason (rating), ==, "No budget");
  g_assert_null (geoat_entry_get_rating (fixture->unrated, fixture->first));
  rating = geoat_entry_get_rating (fixture->irrelevant, fixture->first);
  g_assert_cmpstr (geoat_rating_get_indicator (rating), ==, "An indicator");
}

static void
assert_wording (GeoatEntry *entry, GeoatRound *round, const char *indicator, const char *current)
{
  g_assert_cmpstr (geoat_entry_get_wording (entry, round, GEOAT_FIELD_INDICATOR), ==, indicator);
  g_assert_cmpstr (geoat_entry_get_wording (entry, round, GEOAT_FIELD_CURRENT_ACTIVITIES), ==,
                   current);
}

static void
reword (Fixture *fixture, GeoatEntry *entry)
{
  geoat_history_set_text (fixture->history, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR, "Reworded");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES,
                          "More");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (entry), GEOAT_FIELD_ALIGNMENT, "A law");
}

/* A closed round shows the wording it was closed with, which is read-only. */
static void
test_wording (Fixture *fixture, gconstpointer data)
{
  GeoatRound *first = fixture->first;
  GeoatRound *second;

  assert_wording (fixture->rated, first, "An indicator", "A pilot");
  g_assert_false (geoat_entry_keeps_wording (fixture->rated, first, GEOAT_FIELD_INDICATOR));

  geoat_history_close_round (fixture->history, &fixture->today);
  reword (fixture, fixture->rated);
  reword (fixture, fixture->irrelevant);
  reword (fixture, fixture->unrated);
  assert_wording (fixture->rated, first, "An indicator", "A pilot");
  g_assert_true (geoat_entry_keeps_wording (fixture->rated, first, GEOAT_FIELD_INDICATOR));
  g_assert_true (geoat_entry_keeps_wording (fixture->rated, first, GEOAT_FIELD_CURRENT_ACTIVITIES));

  /* There were no current activities: that is what was kept. */
  assert_wording (fixture->irrelevant, first, "An indicator", "");
  g_assert_true (
      geoat_entry_keeps_wording (fixture->irrelevant, first, GEOAT_FIELD_CURRENT_ACTIVITIES));

  /* No other field is kept, and nothing of what was not assessed. */
  g_assert_false (geoat_entry_keeps_wording (fixture->rated, first, GEOAT_FIELD_ALIGNMENT));
  g_assert_cmpstr (geoat_entry_get_wording (fixture->rated, first, GEOAT_FIELD_ALIGNMENT), ==,
                   "A law");
  assert_wording (fixture->unrated, first, "Reworded", "More");
  g_assert_false (geoat_entry_keeps_wording (fixture->unrated, first, GEOAT_FIELD_INDICATOR));

  second = geoat_history_open_round (fixture->history, "Review", &fixture->today);
  assert_wording (fixture->rated, first, "An indicator", "A pilot");
  assert_wording (fixture->rated, second, "Reworded", "More");
  g_assert_false (geoat_entry_keeps_wording (fixture->rated, second, GEOAT_FIELD_INDICATOR));
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = plan_fixture_dump (fixture->plan);
  g_autofree char *after = NULL;

  geoat_history_close_round (fixture->history, &fixture->today);
  geoat_history_reopen_round (fixture->history);
  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (geoat_plan_can_rate (fixture->plan));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  GeoatRound *second = geoat_history_open_round (fixture->history, "Review", &fixture->today);
  const GeoatRating *rating = geoat_entry_get_rating (fixture->rated, second);

  g_assert_true (geoat_round_is_closed (fixture->first));
  g_assert_true (geoat_plan_get_last_round (fixture->plan) == second);
  g_assert_cmpstr (geoat_round_get_title (second), ==, "Review");
  g_assert_cmpuint (geoat_round_get_index (second), ==, 1);

  g_assert_cmpint (geoat_rating_get_level (rating), ==, GEOAT_LEVEL_2);
  g_assert_true (geoat_rating_get_carried (rating));
  g_assert_cmpstr (geoat_rating_get_reason (rating), ==, "No budget");
  g_assert_null (geoat_rating_get_indicator (rating));
  g_assert_null (geoat_rating_get_current_activities (rating));
  g_assert_null (geoat_entry_get_rating (fixture->unrated, second));
  rating = geoat_entry_get_rating (fixture->irrelevant, second);
  g_assert_cmpint (geoat_rating_get_level (rating), ==, GEOAT_LEVEL_NOT_APPLICABLE);
  g_assert_true (geoat_rating_get_carried (rating));

  /* One step, although it closed a round as well. */
  geoat_history_undo (fixture->history);
  g_assert_false (geoat_round_is_closed (fixture->first));
  geoat_history_redo (fixture->history);
}

/* The one before was closed on its own day: that day stays. */
static void
test_open_after_close (Fixture *fixture, gconstpointer data)
{
  GDate later;

  plan_fixture_date (&later, "2025-06-01");
  geoat_history_close_round (fixture->history, &fixture->today);
  geoat_history_open_round (fixture->history, "Review", &later);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->first), GEOAT_FIELD_CLOSED), ==,
                   "2025-01-15");
}

/* Giving a carried rating its own level again says that somebody has looked at it. */
static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  GeoatRound *second = geoat_history_open_round (fixture->history, "Review", &fixture->today);
  const GeoatRating *rating;

  geoat_history_set_level (fixture->history, fixture->rated, GEOAT_LEVEL_2);
  rating = geoat_entry_get_rating (fixture->rated, second);
  g_assert_false (geoat_rating_get_carried (rating));
  g_assert_cmpstr (geoat_rating_get_reason (rating), ==, "No budget");
  g_assert_cmpint (geoat_entry_get_level (fixture->rated, fixture->first), ==, GEOAT_LEVEL_2);

  geoat_history_set_reason (fixture->history, fixture->irrelevant, "No border");
  rating = geoat_entry_get_rating (fixture->irrelevant, second);
  g_assert_false (geoat_rating_get_carried (rating));

  /* What changes now leaves the closed round alone. */
  geoat_history_set_level (fixture->history, fixture->rated, GEOAT_LEVEL_5);
  g_assert_cmpint (geoat_entry_get_level (fixture->rated, fixture->first), ==, GEOAT_LEVEL_2);
}

static void
test_since (Fixture *fixture, gconstpointer data)
{
  GeoatRound *second;
  GeoatEntry *added;

  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->rated), GEOAT_FIELD_SINCE), ==, "");

  second = geoat_history_open_round (fixture->history, "Review", &fixture->today);
  added = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_4);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (added), GEOAT_FIELD_SINCE), ==,
                   geoat_item_get_id (GEOAT_ITEM (second)));
  g_assert_false (geoat_entry_is_in_round (added, fixture->first));
  g_assert_true (geoat_entry_is_in_round (added, second));
  g_assert_true (geoat_entry_is_in_round (fixture->rated, second));
}

/* In the first round, and as long as no other round has rated it, removing is removing. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *added;

  g_assert_true (geoat_history_can_remove_entry (fixture->history, fixture->rated));
  g_assert_false (geoat_history_remove_entry (fixture->history, fixture->rated));
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, 2);
  geoat_history_undo (fixture->history);
  g_assert_cmpint (geoat_entry_get_level (fixture->rated, fixture->first), ==, GEOAT_LEVEL_2);

  geoat_history_open_round (fixture->history, "Review", &fixture->today);
  added = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_4);
  g_assert_false (geoat_history_remove_entry (fixture->history, added));
  g_assert_false (geoat_history_remove_entry (fixture->history, fixture->unrated));
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, 2);
}

/* A result that was reported must not change because an indicator is given up later. */
static void
test_retire (Fixture *fixture, gconstpointer data)
{
  GeoatRound *second = geoat_history_open_round (fixture->history, "Review", &fixture->today);
  GeoatRound *third;
  g_autoptr (GeoatScores) before = geoat_scores_new (fixture->plan, fixture->first);
  GeoatScore reported = *geoat_scores_get_plan_score (before);
  guint64 state;

  geoat_history_set_level (fixture->history, fixture->rated, GEOAT_LEVEL_3);
  g_assert_true (geoat_history_remove_entry (fixture->history, fixture->rated));
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, 3);
  g_assert_null (geoat_entry_get_rating (fixture->rated, second));
  g_assert_true (geoat_entry_is_in_round (fixture->rated, fixture->first));
  g_assert_false (geoat_entry_is_in_round (fixture->rated, second));
  g_assert_cmpmem (geoat_scores_get_plan_score (before), sizeof reported, &reported,
                   sizeof reported);

  /* Again: it is retired already. */
  state = geoat_history_get_state (fixture->history);
  g_assert_true (geoat_history_remove_entry (fixture->history, fixture->rated));
  g_assert_cmpuint (geoat_history_get_state (fixture->history), ==, state);

  third = geoat_history_open_round (fixture->history, "Third", &fixture->today);
  g_assert_false (geoat_entry_is_in_round (fixture->rated, third));
  g_assert_null (geoat_entry_get_rating (fixture->rated, third));
  g_assert_nonnull (geoat_entry_get_rating (fixture->irrelevant, third));
}

/* While every round is closed there is none to retire from: the way is to open the next one. */
static void
test_remove_when_closed (Fixture *fixture, gconstpointer data)
{
  geoat_history_close_round (fixture->history, &fixture->today);
  g_assert_false (geoat_history_can_remove_entry (fixture->history, fixture->rated));
  g_assert_false (geoat_history_can_remove_entry (fixture->history, fixture->irrelevant));
  g_assert_true (geoat_history_can_remove_entry (fixture->history, fixture->unrated));

  geoat_history_open_round (fixture->history, "Review", &fixture->today);
  g_assert_true (geoat_history_can_remove_entry (fixture->history, fixture->rated));
}

/* A file whose earlier rounds were never closed is valid, and they are read-only all the same. */
static void
test_never_closed (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatRound) second = geoat_round_new ("Second", NULL);
  g_autoptr (GeoatEntry) entry = geoat_entry_new ("1A", NULL, "Wording");
  g_autoptr (GeoatRating) rating = geoat_rating_new (GEOAT_LEVEL_1, NULL, FALSE);
  g_autoptr (GeoatHistory) history = NULL;
  GeoatRound *first = geoat_plan_get_round (plan, 0);

  g_assert_true (geoat_item_append (GEOAT_ITEM (plan), GEOAT_ITEM (second)));
  geoat_entry_append_rating (entry, first, rating);
  g_assert_true (geoat_item_append (GEOAT_ITEM (plan), GEOAT_ITEM (entry)));
  history = geoat_history_new (plan);

  g_assert_true (geoat_plan_can_rate (plan));
  geoat_history_set_level (history, entry, GEOAT_LEVEL_3);
  g_assert_cmpint (geoat_entry_get_level (entry, first), ==, GEOAT_LEVEL_1);
  g_assert_true (geoat_history_remove_entry (history, entry));
  g_assert_true (geoat_entry_is_in_round (entry, first));
}

/* What must be asked before is refused without harm. */
static void
test_guards (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[] = { "rate", "retired", "remove", "close", "closed" };

  if (!g_test_subprocess ())
    {
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *path = g_strdup_printf ("/rounds/guards/subprocess/%s", cases[i]);

          g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_DEFAULT);
          g_test_trap_assert_failed ();
          g_test_trap_assert_stderr ("*CRITICAL*assertion*failed*");
        }
    }
}

static void
test_guard (Fixture *fixture, gconstpointer data)
{
  const char *name = data;

  if (g_str_equal (name, "retired"))
    {
      geoat_history_open_round (fixture->history, "Review", &fixture->today);
      geoat_history_remove_entry (fixture->history, fixture->rated);
      geoat_history_set_level (fixture->history, fixture->rated, GEOAT_LEVEL_1);
      return;
    }

  geoat_history_close_round (fixture->history, &fixture->today);
  if (g_str_equal (name, "rate"))
    geoat_history_set_level (fixture->history, fixture->rated, GEOAT_LEVEL_1);
  else if (g_str_equal (name, "remove"))
    geoat_history_remove_entry (fixture->history, fixture->rated);
  else if (g_str_equal (name, "close"))
    geoat_history_close_round (fixture->history, &fixture->today);
  else if (g_str_equal (name, "closed"))
    geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->first), GEOAT_FIELD_CLOSED, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/rounds/close", test_close);
  ADD ("/rounds/wording", test_wording);
  ADD ("/rounds/reopen", test_reopen);
  ADD ("/rounds/open", test_open);
  ADD ("/rounds/open-after-close", test_open_after_close);
  ADD ("/rounds/confirm", test_confirm);
  ADD ("/rounds/since", test_since);
  ADD ("/rounds/remove", test_remove);
  ADD ("/rounds/retire", test_retire);
  ADD ("/rounds/remove-when-closed", test_remove_when_closed);
  ADD ("/rounds/guards", test_guards);
#undef ADD
#define ADD(name)                                                                                  \
  g_test_add ("/rounds/guards/subprocess/" name, Fixture, name, set_up, test_guard, tear_down)
  ADD ("rate");
  ADD ("retired");
  ADD ("remove");
  ADD ("close");
  ADD ("closed");
#undef ADD
  g_test_add_func ("/rounds/never-closed", test_never_closed);

  return g_test_run ();
}
