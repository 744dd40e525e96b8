/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores: the numbers that a manager reports. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-entry-private.h"
#include "geoat-plan-private.h"
#include "geoat-scores.h"
#include "plan-fixture.h"

#define NA GEOAT_LEVEL_NOT_APPLICABLE
#define NONE GEOAT_LEVEL_NOT_ASSESSED
#define END 9

/* The mean equals AVERAGE over the same cells of a spreadsheet, with one decimal rounded half up.
 */
static void
test_mean (void)
{
  static const struct
  {
    const char *name;
    int levels[12];
    int tenths;
    guint rated;
    guint assessed;
    guint total;
  } cases[] = {
    { "nothing", { END }, -1, 0, 0, 0 },
    { "not yet assessed", { NONE, NONE, END }, -1, 0, 0, 2 },
    { "only N/A", { NA, NA, END }, -1, 0, 2, 2 },
    { "zero is a result", { 0, END }, 0, 1, 1, 1 },
    { "zero counts in the mean", { 0, 4, END }, 20, 2, 2, 2 },
    { "N/A does not", { NA, 4, NONE, END }, 40, 1, 2, 3 },
    { "2.25 is 2.3", { 2, 2, 2, 3, END }, 23, 4, 4, 4 },
    { "2.75 is 2.8", { 2, 3, 3, 3, END }, 28, 4, 4, 4 },
    { "0.25 is 0.3", { 0, 0, 0, 1, END }, 3, 4, 4, 4 },
    { "0.09 is 0.1", { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, END }, 1, 11, 11, 11 },
    { "2.333 is 2.3", { 2, 2, 3, END }, 23, 3, 3, 3 },
    { "1.857 is 1.9", { 1, 1, 1, 2, 2, 3, 3, END }, 19, 7, 7, 7 },
    { "all 5", { 5, 5, 5, END }, 50, 3, 3, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GeoatPlan) plan = plan_fixture_new ();
      g_autoptr (GeoatHistory) history = geoat_history_new (plan);
      g_autoptr (GeoatScores) scores = NULL;
      const GeoatScore *score;
      guint sum = 0;
      double mean = -1;

      for (guint j = 0; cases[i].levels[j] != END; j++)
        {
          plan_fixture_add (history, "4B", cases[i].levels[j]);
          sum += (guint) MAX (cases[i].levels[j], 0);
        }

      g_test_message ("%s", cases[i].name);
      scores = geoat_scores_new (plan, geoat_plan_get_last_round (plan));
      score = geoat_scores_get_plan_score (scores);
      g_assert_cmpint (geoat_score_get_tenths (score), ==, cases[i].tenths);
      g_assert_cmpuint (geoat_score_get_rated (score), ==, cases[i].rated);
      g_assert_cmpuint (geoat_score_get_assessed (score), ==, cases[i].assessed);
      g_assert_cmpuint (score->total, ==, cases[i].total);
      g_assert_cmpuint (geoat_score_get_sum (score), ==, sum);
      g_assert_cmpint (geoat_score_get_mean (score, &mean), ==, cases[i].rated > 0);
      if (cases[i].rated > 0)
        g_assert_cmpfloat (mean, ==, (double) sum / cases[i].rated);
      g_assert_false (geoat_score_get_target (score, NULL));
      g_assert_cmpint (geoat_score_get_target_tenths (score), ==, -1);

      g_assert_cmpmem (score, sizeof *score, geoat_scores_get_principle (scores, 3), sizeof *score);
      g_assert_cmpuint (geoat_scores_get_principle (scores, 2)->total, ==, 0);
    }
}

/* A principle is the mean of its indicators, not of its key elements. */
static void
test_scopes (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatScores) scores = geoat_scores_new (plan, geoat_plan_get_last_round (plan));

  plan_fixture_add (history, "1A", 1);
  plan_fixture_add (history, "1B", 4);
  plan_fixture_add (history, "1B", 4);
  plan_fixture_add (history, "2A", 0);
  g_assert_cmpint (geoat_score_get_tenths (geoat_scores_get_key_element (scores, 0)), ==, 10);
  g_assert_cmpint (geoat_score_get_tenths (geoat_scores_get_key_element (scores, 1)), ==, 40);
  g_assert_cmpint (geoat_score_get_tenths (geoat_scores_get_key_element (scores, 2)), ==, -1);
  g_assert_cmpint (geoat_score_get_tenths (geoat_scores_get_principle (scores, 0)), ==, 30);
  g_assert_cmpint (geoat_score_get_tenths (geoat_scores_get_plan_score (scores)), ==, 23);
}

static void
test_targets (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatScores) scores = geoat_scores_new (plan, geoat_plan_get_last_round (plan));
  const GeoatScore *principle = geoat_scores_get_principle (scores, 0);
  GeoatEntry *own = plan_fixture_add (history, "1A", 1);
  GeoatEntry *inheriting = plan_fixture_add (history, "1B", NONE);
  double target;

  plan_fixture_add (history, "2A", 2);
  geoat_history_set_number (history, GEOAT_ITEM (own), GEOAT_FIELD_TARGET_LEVEL, 3);
  g_assert_cmpint (geoat_score_get_target_tenths (principle), ==, 30);
  geoat_history_set_principle_target (history, 0, 4);
  g_assert_cmpint (geoat_score_get_target_tenths (principle), ==, 35);
  g_assert_cmpuint (principle->n_targets, ==, 2);
  g_assert_true (geoat_score_get_target (geoat_scores_get_plan_score (scores), &target));
  g_assert_cmpfloat (target, ==, 3.5);

  /* What does not apply has no target. */
  geoat_history_set_level (history, inheriting, NA);
  g_assert_cmpint (geoat_score_get_target_tenths (principle), ==, 30);
  geoat_history_set_principle_target (history, 0, 5);
  g_assert_cmpint (geoat_score_get_target_tenths (principle), ==, 30);
  geoat_history_set_level (history, inheriting, 0);
  g_assert_cmpint (geoat_score_get_target_tenths (principle), ==, 40);
}

static void
test_carried (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatEntry *one = plan_fixture_add (history, "1A", 1);
  g_autoptr (GeoatScores) scores = NULL;
  const GeoatScore *score;
  GDate today;

  plan_fixture_date (&today, "2025-01-15");
  plan_fixture_add (history, "1A", NA);
  plan_fixture_add (history, "1A", NONE);
  scores = geoat_scores_new (plan, geoat_history_open_round (history, "Review", &today));
  score = geoat_scores_get_plan_score (scores);
  g_assert_cmpuint (score->carried, ==, 2);
  g_assert_cmpint (geoat_score_get_tenths (score), ==, 10);
  geoat_history_set_level (history, one, 1);
  g_assert_cmpuint (score->carried, ==, 1);
  geoat_history_set_level (history, one, NONE);
  g_assert_cmpuint (score->carried, ==, 1);
  g_assert_cmpuint (score->not_assessed, ==, 2);
}

/* An indicator that is new is no progress: only what was rated in both rounds is compared. */
static void
test_compare (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatRound *first = geoat_plan_get_last_round (plan);
  GeoatEntry *rises = plan_fixture_add (history, "1A", 1);
  GeoatEntry *falls = plan_fixture_add (history, "1B", 4);
  GeoatEntry *becomes_irrelevant = plan_fixture_add (history, "1B", 5);
  GeoatEntry *newly_rated = plan_fixture_add (history, "1B", NONE);
  GeoatEntry *retired = plan_fixture_add (history, "1A", 5);
  GeoatRound *second;
  GeoatScoreChange change;
  int tenths = 99;
  GDate today;

  plan_fixture_date (&today, "2025-01-15");
  second = geoat_history_open_round (history, "Review", &today);
  geoat_history_set_level (history, rises, 4);
  geoat_history_set_level (history, falls, 3);
  geoat_history_set_level (history, becomes_irrelevant, NA);
  geoat_history_set_level (history, newly_rated, 5);
  geoat_history_remove_entry (history, retired);
  plan_fixture_add (history, "2A", 5);

  geoat_score_compare (plan, first, second, -1, -1, &change);
  g_assert_cmpuint (change.n, ==, 2);
  g_assert_cmpuint (change.from_sum, ==, 5);
  g_assert_cmpuint (change.to_sum, ==, 7);
  g_assert_true (geoat_score_change_get_tenths (&change, &tenths));
  g_assert_cmpint (tenths, ==, 10);

  geoat_score_compare (plan, first, second, 0, 1, &change);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_true (geoat_score_change_get_tenths (&change, &tenths));
  g_assert_cmpint (tenths, ==, -10);

  geoat_score_compare (plan, second, first, 0, -1, &change);
  g_assert_cmpuint (change.n, ==, 2);
  geoat_score_compare (plan, first, second, 1, -1, &change);
  g_assert_cmpuint (change.n, ==, 0);
  g_assert_false (geoat_score_change_get_tenths (&change, &tenths));
}

/* A rise and a fall of the same size look alike. */
static void
test_change_rounding (void)
{
  static const struct
  {
    GeoatScoreChange change;
    int tenths;
  } cases[] = {
    { { 4, 4, 5 }, 3 },  { { 4, 5, 4 }, -3 }, { { 3, 3, 4 }, 3 },
    { { 3, 4, 3 }, -3 }, { { 3, 3, 5 }, 7 },  { { 7, 9, 9 }, 0 },
    { { 40, 1, 0 }, 0 }, { { 20, 0, 1 }, 1 }, { { 20, 1, 0 }, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int tenths = 99;

      g_assert_true (geoat_score_change_get_tenths (&cases[i].change, &tenths));
      g_assert_cmpint (tenths, ==, cases[i].tenths);
    }
}

static void
test_action_count (void)
{
  static const struct
  {
    const char *key_element;
    GeoatStatus status;
    const char *due;
  } actions[] = {
    { "1A", GEOAT_STATUS_PLANNED, "2025-01-14" },     { "1A", GEOAT_STATUS_DONE, "2025-01-14" },
    { "1B", GEOAT_STATUS_IN_PROGRESS, "2025-01-15" }, { "2A", GEOAT_STATUS_DROPPED, "" },
    { "2A", GEOAT_STATUS_IN_PROGRESS, "2024-01-01" },
  };
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatRound *round = geoat_plan_get_last_round (plan);
  GeoatActionCount count;
  GDate today;

  plan_fixture_date (&today, "2025-01-15");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GeoatEntry *entry = plan_fixture_add (history, actions[i].key_element, NONE);
      g_autoptr (GeoatAction) action = geoat_action_new ();

      geoat_history_add_action (history, entry, action, 0);
      geoat_history_set_number (history, GEOAT_ITEM (action), GEOAT_FIELD_STATUS,
                                (int) actions[i].status);
      geoat_history_set_text (history, GEOAT_ITEM (action), GEOAT_FIELD_DUE, actions[i].due);
    }

  geoat_action_count (plan, round, -1, -1, &today, &count);
  g_assert_cmpuint (count.total, ==, 5);
  g_assert_cmpuint (count.overdue, ==, 2);
  g_assert_cmpuint (count.by_status[GEOAT_STATUS_IN_PROGRESS], ==, 2);
  g_assert_cmpuint (count.by_status[GEOAT_STATUS_DROPPED], ==, 1);
  geoat_action_count (plan, round, 0, -1, &today, &count);
  g_assert_cmpuint (count.total, ==, 3);
  g_assert_cmpuint (count.overdue, ==, 1);
  geoat_action_count (plan, round, 0, 1, &today, &count);
  g_assert_cmpuint (count.total, ==, 1);
  g_assert_cmpuint (count.overdue, ==, 0);
}

/* Counted in another way: from the public functions, entry by entry. */
static GeoatScore
count_by_hand (GeoatPlan *plan, GeoatRound *round, const char *prefix)
{
  GeoatScore score = { 0 };

  for (guint i = 0; i < geoat_plan_get_n_entries (plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);
      const GeoatRating *rating = geoat_entry_get_rating (entry, round);
      GeoatLevel level = geoat_entry_get_level (entry, round);
      GeoatLevel target = geoat_entry_get_effective_target (entry);

      if (!geoat_entry_is_in_round (entry, round) ||
          !g_str_has_prefix (geoat_entry_get_key_element (entry), prefix))
        continue;

      score.total++;
      score.not_assessed += level == NONE;
      score.not_applicable += level == NA;
      if (geoat_level_is_rated (level))
        score.levels[level]++;
      score.carried += rating != NULL && geoat_rating_get_carried (rating);
      if (target != NONE && level != NA)
        {
          score.n_targets++;
          score.target_sum += (guint) target;
        }
    }

  return score;
}

static void
compare_with_hand (GeoatScores *scores)
{
  GeoatPlan *plan = geoat_scores_get_plan (scores);
  GeoatRound *round = geoat_scores_get_round (scores);
  GeoatFramework *framework = geoat_plan_get_framework (plan);
  GeoatScore expected = count_by_hand (plan, round, "");

  g_assert_cmpmem (geoat_scores_get_plan_score (scores), sizeof expected, &expected,
                   sizeof expected);
  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      expected = count_by_hand (plan, round, geoat_framework_get_principle_id (framework, i));
      g_assert_cmpmem (geoat_scores_get_principle (scores, i), sizeof expected, &expected,
                       sizeof expected);
    }
  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    {
      expected = count_by_hand (plan, round, geoat_framework_get_key_element_id (framework, i));
      g_assert_cmpmem (geoat_scores_get_key_element (scores, i), sizeof expected, &expected,
                       sizeof expected);
    }
}

static void
changed_cb (gboolean *changed)
{
  *changed = TRUE;
}

/* What the window shows while somebody works is what it would show after opening the file again, in
 * every round, and whoever watches is told. */
static void
test_incremental (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 800; i++)
    {
      GeoatRound *last;
      GeoatScore before;
      GeoatScores *scores;
      gboolean changed = FALSE;

      /* One for each round; of those that were undone some are left, and are then empty. */
      last = geoat_plan_get_last_round (plan);
      if (all->len == 0 || geoat_scores_get_round (all->pdata[all->len - 1]) != last)
        g_ptr_array_add (all, geoat_scores_new (plan, last));

      scores = all->pdata[g_rand_int_range (random, 0, (int) all->len)];
      before = *geoat_scores_get_plan_score (scores);
      g_signal_connect_swapped (scores, "changed", G_CALLBACK (changed_cb), &changed);
      if (g_rand_int_range (random, 0, 8) == 0)
        geoat_history_undo (history);
      else if (g_rand_int_range (random, 0, 8) == 0)
        geoat_history_redo (history);
      else
        plan_fixture_edit_at_random (history, random);
      g_signal_handlers_disconnect_by_func (scores, changed_cb, &changed);

      if (memcmp (&before, geoat_scores_get_plan_score (scores), sizeof before) != 0)
        g_assert_true (changed);
      for (guint j = 0; j < all->len; j++)
        compare_with_hand (all->pdata[j]);
      if (all->len > 8)
        g_ptr_array_remove_index (all, 0);
    }
}

/* Nothing that does not count makes a chart draw itself again. */
static void
test_quiet (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatEntry *entry = plan_fixture_add (history, "1A", 2);
  g_autoptr (GeoatScores) scores = geoat_scores_new (plan, geoat_plan_get_last_round (plan));
  g_autoptr (GeoatAction) action = geoat_action_new ();
  gboolean changed = FALSE;

  g_signal_connect_swapped (scores, "changed", G_CALLBACK (changed_cb), &changed);
  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES, "Text");
  geoat_history_set_reason (history, entry, "Reason");
  geoat_history_add_action (history, entry, action, 0);
  geoat_history_set_principle_target (history, 5, 3);
  g_assert_false (changed);
  geoat_history_set_level (history, entry, 3);
  g_assert_true (changed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/score/mean", test_mean);
  g_test_add_func ("/score/scopes", test_scopes);
  g_test_add_func ("/score/targets", test_targets);
  g_test_add_func ("/score/carried", test_carried);
  g_test_add_func ("/score/compare", test_compare);
  g_test_add_func ("/score/change-rounding", test_change_rounding);
  g_test_add_func ("/score/action-count", test_action_count);
  g_test_add_func ("/score/quiet", test_quiet);
  for (guint seed = 1; seed <= 2; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/score/incremental/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_incremental);
    }

  return g_test_run ();
}
