/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window looks at, when rounds come, close and go. */

#include "config.h"

#include <glib.h>

#include "geoat-perspective.h"

typedef struct
{
  GeoatDocument *document;
  GeoatHistory *history;
  GeoatPlan *plan;
  GeoatPerspective *perspective;
  GDate today;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatEntry) entry =
      geoat_entry_new ("2B", "", "Vacancies are announced to all staff.");

  g_date_set_dmy (&fixture->today, 4, G_DATE_NOVEMBER, 2024);
  fixture->plan = geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara",
                                  "Plan", "Baseline 2024", &fixture->today);
  fixture->document = geoat_document_new (fixture->plan);
  fixture->history = geoat_document_get_history (fixture->document);
  geoat_history_add_entry (fixture->history, entry, G_MAXUINT);
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_3);
  fixture->perspective = geoat_perspective_new (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->perspective);
  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (fixture->plan);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_first_round (Fixture *fixture, gconstpointer data)
{
  GeoatPerspective *perspective = fixture->perspective;

  g_assert_true (geoat_perspective_get_round (perspective) ==
                 geoat_plan_get_round (fixture->plan, 0));
  g_assert_null (geoat_perspective_get_compare (perspective));
  g_assert_null (geoat_perspective_get_round_before (perspective));
  g_assert_true (geoat_perspective_get_can_edit (perspective));
  g_assert_true (geoat_perspective_get_can_rate (perspective));
  g_assert_cmpint (geoat_score_get_tenths (
                       geoat_scores_get_plan_score (geoat_perspective_get_scores (perspective))),
                   ==, 30);
}

static void
test_new_round_is_shown (Fixture *fixture, gconstpointer data)
{
  GeoatPerspective *perspective = fixture->perspective;
  guint n_rounds = 0, n_scores = 0;
  GeoatRound *review;

  g_signal_connect_swapped (perspective, "notify::round", G_CALLBACK (count_cb), &n_rounds);
  g_signal_connect_swapped (perspective, "notify::scores", G_CALLBACK (count_cb), &n_scores);
  review = geoat_history_open_round (fixture->history, "Review 2025", &fixture->today);

  g_assert_true (geoat_perspective_get_round (perspective) == review);
  g_assert_true (geoat_perspective_get_compare (perspective) ==
                 geoat_plan_get_round (fixture->plan, 0));
  g_assert_true (geoat_scores_get_round (geoat_perspective_get_scores (perspective)) == review);
  g_assert_true (geoat_perspective_get_can_rate (perspective));
  g_assert_cmpuint (n_rounds, ==, 1);
  g_assert_cmpuint (n_scores, ==, 1);

  geoat_history_undo (fixture->history);
  g_assert_true (geoat_perspective_get_round (perspective) ==
                 geoat_plan_get_round (fixture->plan, 0));
  g_assert_null (geoat_perspective_get_compare (perspective));
  g_assert_true (geoat_perspective_get_can_rate (perspective));
}

static void
test_earlier_round_stays (Fixture *fixture, gconstpointer data)
{
  GeoatPerspective *perspective = fixture->perspective;
  GeoatRound *baseline = geoat_plan_get_round (fixture->plan, 0);

  geoat_history_open_round (fixture->history, "Review 2025", &fixture->today);
  geoat_perspective_set_round (perspective, baseline);
  g_assert_false (geoat_perspective_get_can_edit (perspective));
  g_assert_false (geoat_perspective_get_can_rate (perspective));

  geoat_history_open_round (fixture->history, "Review 2026", &fixture->today);
  g_assert_true (geoat_perspective_get_round (perspective) == baseline);
}

static void
test_closed_round_takes_no_rating (Fixture *fixture, gconstpointer data)
{
  GeoatPerspective *perspective = fixture->perspective;
  guint n = 0;

  g_signal_connect_swapped (perspective, "notify::can-rate", G_CALLBACK (count_cb), &n);
  geoat_history_close_round (fixture->history, &fixture->today);
  g_assert_true (geoat_perspective_get_can_edit (perspective));
  g_assert_false (geoat_perspective_get_can_rate (perspective));

  geoat_history_reopen_round (fixture->history);
  g_assert_true (geoat_perspective_get_can_rate (perspective));
  g_assert_cmpuint (n, ==, 2);
}

static void
test_compare_goes_with_its_round (Fixture *fixture, gconstpointer data)
{
  GeoatPerspective *perspective = fixture->perspective;
  GeoatRound *baseline = geoat_plan_get_round (fixture->plan, 0);
  GeoatRound *review = geoat_history_open_round (fixture->history, "Review 2025", &fixture->today);

  geoat_perspective_set_round (perspective, baseline);
  geoat_perspective_set_compare (perspective, review);
  g_assert_true (geoat_perspective_get_compare (perspective) == review);

  geoat_history_undo (fixture->history);
  g_assert_null (geoat_perspective_get_compare (perspective));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/perspective/first-round", test_first_round },
    { "/perspective/new-round-is-shown", test_new_round_is_shown },
    { "/perspective/earlier-round-stays", test_earlier_round_stays },
    { "/perspective/closed-round-takes-no-rating", test_closed_round_takes_no_rating },
    { "/perspective/compare-goes-with-its-round", test_compare_goes_with_its_round },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
