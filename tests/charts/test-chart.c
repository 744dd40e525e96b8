/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart follows its plan, and is not busy without need. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"
#include "geoat-chart-kinds.h"
#include "geoat-error.h"

static void
count_cb (GeoatChart *chart, guint *n_changed)
{
  (*n_changed)++;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A radar of two rated entries, watched. */
typedef struct
{
  ChartFixture *fixture;
  GeoatEntry *first, *second;
  GeoatChart *chart;
  guint n_changed;
} Watched;

static void
set_up (Watched *self, gconstpointer data)
{
  self->fixture = chart_fixture_new (NULL);
  self->first = chart_fixture_add (self->fixture, "1A", GEOAT_LEVEL_2);
  self->second = chart_fixture_add (self->fixture, "1B", GEOAT_LEVEL_4);
  self->chart = chart_fixture_chart (self->fixture, "radar", NULL);
  g_signal_connect (self->chart, "changed", G_CALLBACK (count_cb), &self->n_changed);
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_cmpuint (geoat_chart_get_n_computed (self->chart), ==, 1);
}

static void
tear_down (Watched *self, gconstpointer data)
{
  g_assert_finalize_object (self->chart);
  chart_fixture_free (self->fixture);
}

/* Typing text into forms costs a chart nothing. */
static void
test_text_is_ignored (Watched *self, gconstpointer data)
{
  GeoatHistory *history = self->fixture->history;

  geoat_history_set_text (history, GEOAT_ITEM (self->first), GEOAT_FIELD_CURRENT_ACTIVITIES,
                          "Courses");
  geoat_history_set_text (history, GEOAT_ITEM (self->first), GEOAT_FIELD_INDICATOR, "Another");
  geoat_history_set_text (history, GEOAT_ITEM (self->fixture->plan), GEOAT_FIELD_ADMINISTRATION,
                          "Customs");
  geoat_history_set_reason (history, self->first, "Because");
  chart_fixture_add_action (history, self->first, GEOAT_STATUS_DONE, "2026-01-01");
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 0);
  /* a reason comes with a rating: it is looked at once, and nothing has changed */
  g_assert_cmpuint (geoat_chart_get_n_computed (self->chart), <=, 2);
}

static void
test_rating_is_shown (Watched *self, gconstpointer data)
{
  g_autoptr (GeoatChartNumbers) before = geoat_chart_get_numbers (self->chart);
  g_autoptr (GeoatChartNumbers) after = NULL;

  geoat_history_set_level (self->fixture->history, self->first, GEOAT_LEVEL_5);
  /* at once for who asks */
  after = geoat_chart_get_numbers (self->chart);
  g_assert_cmpstr (((char **) g_ptr_array_index (before->rows, 0))[2], ==, "3.0");
  g_assert_cmpstr (((char **) g_ptr_array_index (after->rows, 0))[2], ==, "4.5");
  g_assert_cmpuint (self->n_changed, ==, 0);
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpuint (geoat_chart_get_n_computed (self->chart), ==, 2);

  geoat_history_undo (self->fixture->history);
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 2);
}

/* Two indicators change places: the mean, which is all that a radar shows, stays. */
static void
test_same_mean_is_no_change (Watched *self, gconstpointer data)
{
  geoat_history_begin (self->fixture->history, "Swap");
  geoat_history_set_level (self->fixture->history, self->first, GEOAT_LEVEL_4);
  geoat_history_set_level (self->fixture->history, self->second, GEOAT_LEVEL_2);
  geoat_history_end (self->fixture->history);
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_cmpuint (geoat_chart_get_n_computed (self->chart), ==, 2);
}

/* Five hundred edits at once are one count and one signal. */
static void
test_bulk_is_one_change (Watched *self, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    chart_fixture_add (self->fixture, "2A", GEOAT_LEVEL_1);
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpuint (geoat_chart_get_n_computed (self->chart), ==, 2);
}

/* Drawing again, at whatever size, does not count again. */
static void
test_drawing_does_not_compute (Watched *self, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      geoat_chart_get_scene (self->chart, 300 + i, 300, 1);
      g_free (geoat_chart_describe (self->chart));
      geoat_chart_numbers_free (geoat_chart_get_numbers (self->chart));
    }
  g_assert_cmpuint (geoat_chart_get_n_computed (self->chart), ==, 1);
}

/* Without a round of its own a chart shows the last, also when that becomes another one and back.
 */
static void
test_follows_the_last_round (Watched *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  before = geoat_chart_describe (self->chart);
  chart_fixture_open (self->fixture, "Review 2025");
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 1);
  after = geoat_chart_describe (self->chart);
  g_assert_nonnull (strstr (before, "Baseline 2024"));
  g_assert_nonnull (strstr (after, "Review 2025"));

  geoat_chart_set_round (self->chart, geoat_plan_get_round (self->fixture->plan, 1));
  geoat_history_undo (self->fixture->history);
  undone = geoat_chart_describe (self->chart);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_compare (Watched *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  chart_fixture_open (self->fixture, "Review 2025");
  geoat_history_set_level (self->fixture->history, self->first, GEOAT_LEVEL_5);
  geoat_chart_set_compare (self->chart, geoat_plan_get_round (self->fixture->plan, 0));
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 1);
  text = geoat_chart_describe (self->chart);
  g_assert_nonnull (strstr (
      text, "Since Baseline 2024 the mean of the 2 indicators rated in both rounds has changed by "
            "+1.5."));
}

static void
test_unknown_kind (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GError) error = NULL;
  const GeoatChartOptions options = { .plan = fixture->plan };

  g_assert_null (geoat_chart_new ("pie", &options, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, test) g_test_add (path, Watched, NULL, set_up, test, tear_down)
  ADD ("/chart/text-is-ignored", test_text_is_ignored);
  ADD ("/chart/rating-is-shown", test_rating_is_shown);
  ADD ("/chart/same-mean-is-no-change", test_same_mean_is_no_change);
  ADD ("/chart/bulk-is-one-change", test_bulk_is_one_change);
  ADD ("/chart/drawing-does-not-compute", test_drawing_does_not_compute);
  ADD ("/chart/follows-the-last-round", test_follows_the_last_round);
  ADD ("/chart/compare", test_compare);
#undef ADD
  g_test_add_func ("/chart/unknown-kind", test_unknown_kind);

  return g_test_run ();
}
