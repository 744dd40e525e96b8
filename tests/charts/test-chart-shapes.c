/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lengths, places and fills: whether what is drawn is what the numbers say. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"

#include <math.h>
#include <string.h>

#define WIDTH 800.0
#define EPSILON 1e-6
#define ROUNDING 2.0 /* the gap between two segments */

static GeoatChartScene *
get_scene (GeoatChart *chart)
{
  return geoat_chart_get_scene (chart, WIDTH, geoat_chart_get_height_for_width (chart, WIDTH, 1),
                                1);
}

/* The @nth shape of a role and index, in drawing order. */
static const GeoatChartShape *
find_shape (GeoatChart *chart, const char *role, int index, guint nth)
{
  GPtrArray *shapes = geoat_chart_scene_get_shapes (get_scene (chart));

  for (guint i = 0; i < shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (shapes, i);

      if (g_strcmp0 (shape->role, role) == 0 && shape->index == index && nth-- == 0)
        return shape;
    }
  return NULL;
}

static double
middle (const GeoatChartBox *box)
{
  return box->x + box->width / 2;
}

/* A score of 2.5 is half of the track, 5 all of it, 0 nothing; no score has no bar. */
static void
test_bars (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  const GeoatChartShape *track, *bar;
  const double expected[] = { 0.5, 1, 0 };

  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_2);
  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_3);
  chart_fixture_add (fixture, "1B", GEOAT_LEVEL_5);
  chart_fixture_add (fixture, "1C", GEOAT_LEVEL_0);
  chart_fixture_add (fixture, "1D", GEOAT_LEVEL_NOT_APPLICABLE);
  chart = chart_fixture_chart (fixture, "bars", NULL);

  for (int i = 0; i < (int) G_N_ELEMENTS (expected); i++)
    {
      track = find_shape (chart, "track", i, 0);
      bar = find_shape (chart, "bar", i, 0);
      g_assert_cmpfloat_with_epsilon (bar->box.width, track->box.width * expected[i], EPSILON);
      g_assert_cmpfloat_with_epsilon (bar->box.x, track->box.x, EPSILON);
    }
  g_assert_null (find_shape (chart, "bar", 3, 0));
  g_assert_nonnull (find_shape (chart, "gap", 3, 0));
  g_assert_nonnull (find_shape (chart, "gap", 4, 0));
}

/* The other round and the target are marks at their scores. */
static void
test_bar_marks (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  GeoatEntry *entry = chart_fixture_add (fixture, "1A", GEOAT_LEVEL_1);
  const GeoatChartBox *track;

  geoat_history_set_principle_target (fixture->history, 0, GEOAT_LEVEL_4);
  chart_fixture_open (fixture, "Review 2025");
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_3);
  chart = chart_fixture_chart (fixture, "bars", geoat_plan_get_round (fixture->plan, 0));

  track = &find_shape (chart, "track", 0, 0)->box;
  g_assert_cmpfloat_with_epsilon (find_shape (chart, "bar", 0, 0)->box.width, track->width * 3 / 5,
                                  EPSILON);
  g_assert_cmpfloat_with_epsilon (middle (&find_shape (chart, "compare", 0, 0)->box),
                                  track->x + track->width / 5, EPSILON);
  g_assert_cmpfloat_with_epsilon (middle (&find_shape (chart, "target", 0, 0)->box),
                                  track->x + track->width * 4 / 5, EPSILON);
  g_assert_cmpstr (find_shape (chart, "note", 0, 0)->text, ==, "+2.0");
  g_assert_cmpstr (find_shape (chart, "value", 0, 0)->text, ==, "3.0");
}

/* The plan's bar is cut in proportion, in the order of the levels. */
static void
test_levels (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  const GeoatChartShape *zero, *three, *na, *open;
  double whole;

  for (guint i = 0; i < 4; i++)
    chart_fixture_add (fixture, "1A", GEOAT_LEVEL_0);
  for (guint i = 0; i < 3; i++)
    chart_fixture_add (fixture, "2A", GEOAT_LEVEL_3);
  for (guint i = 0; i < 2; i++)
    chart_fixture_add (fixture, "3A", GEOAT_LEVEL_NOT_APPLICABLE);
  chart_fixture_add (fixture, "4A", GEOAT_LEVEL_NOT_ASSESSED);
  chart = chart_fixture_chart (fixture, "levels", NULL);

  zero = find_shape (chart, "level", GEOAT_LEVEL_0, 0);
  three = find_shape (chart, "level", GEOAT_LEVEL_3, 0);
  na = find_shape (chart, "level", GEOAT_LEVEL_NOT_APPLICABLE, 0);
  open = find_shape (chart, "level", GEOAT_LEVEL_NOT_ASSESSED, 0);
  whole = open->box.x + open->box.width - zero->box.x;
  g_assert_cmpfloat_with_epsilon (zero->box.width, whole * 0.4, ROUNDING);
  g_assert_cmpfloat_with_epsilon (three->box.width, whole * 0.3, ROUNDING);
  g_assert_cmpfloat_with_epsilon (na->box.width, whole * 0.2, ROUNDING);
  g_assert_cmpfloat_with_epsilon (three->box.x, zero->box.x + whole * 0.4, EPSILON);
  g_assert_cmpfloat_with_epsilon (na->box.x, zero->box.x + whole * 0.7, EPSILON);
  g_assert_cmpstr (find_shape (chart, "count", GEOAT_LEVEL_0, 0)->text, ==, "4");

  /* the three states are never mixed up */
  g_assert_cmpint (zero->fill, ==, GEOAT_CHART_FILL_SOLID);
  g_assert_cmpint (na->fill, ==, GEOAT_CHART_FILL_HATCHED);
  g_assert_cmpint (open->fill, ==, GEOAT_CHART_FILL_DASHED);
}

/* Key elements share one scale: twice as many indicators are twice as long. */
static void
test_coverage (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;

  for (guint i = 0; i < 4; i++)
    chart_fixture_add (fixture, "1A", GEOAT_LEVEL_1);
  for (guint i = 0; i < 2; i++)
    chart_fixture_add (fixture, "1B", GEOAT_LEVEL_5);
  chart = chart_fixture_chart (fixture, "coverage", NULL);

  /* the plan, then 1A, then 1B */
  g_assert_cmpfloat_with_epsilon (find_shape (chart, "rated", 0, 1)->box.width,
                                  2 * find_shape (chart, "rated", 0, 2)->box.width, EPSILON);
  g_assert_cmpstr (find_shape (chart, "value", 0, 1)->text, ==, "4 of 4");
}

/* Cells have the colour of the nearest level, half up; without a score none. */
static void
test_heatmap (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  const GeoatChartShape *cell;

  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_2);
  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_3);
  chart_fixture_add (fixture, "1B", GEOAT_LEVEL_0);
  chart_fixture_add (fixture, "1C", GEOAT_LEVEL_NOT_APPLICABLE);
  chart_fixture_add (fixture, "1D", GEOAT_LEVEL_NOT_ASSESSED);
  chart_fixture_add (fixture, "1D", GEOAT_LEVEL_NOT_APPLICABLE);
  chart = chart_fixture_chart (fixture, "heatmap", NULL);

  g_assert_cmpint (find_shape (chart, "cell", 0, 0)->color, ==, GEOAT_CHART_COLOR_LEVEL_3);
  g_assert_cmpint (find_shape (chart, "cell", 1, 0)->color, ==, GEOAT_CHART_COLOR_LEVEL_0);
  g_assert_cmpint (find_shape (chart, "cell", 2, 0)->fill, ==, GEOAT_CHART_FILL_HATCHED);
  g_assert_cmpint (find_shape (chart, "cell", 3, 0)->fill, ==, GEOAT_CHART_FILL_DASHED);
  g_assert_cmpint (find_shape (chart, "cell", 4, 0)->fill, ==, GEOAT_CHART_FILL_DASHED);
  g_assert_cmpstr (find_shape (chart, "score", 0, 0)->text, ==, "2.5");
  g_assert_cmpstr (find_shape (chart, "score", 1, 0)->text, ==, "0.0");
  g_assert_cmpstr (find_shape (chart, "score", 2, 0)->text, ==, "–");
  g_assert_cmpstr (find_shape (chart, "coverage", 3, 0)->text, ==, "1 of 2");

  /* the meter of 1D is half of its cell's width */
  cell = find_shape (chart, "meter-track", 3, 0);
  g_assert_cmpfloat_with_epsilon (find_shape (chart, "meter", 3, 0)->box.width * 2,
                                  g_array_index (cell->points, GeoatChartPoint, 1).x -
                                      g_array_index (cell->points, GeoatChartPoint, 0).x,
                                  EPSILON);
}

/* 2.5 is half way up; a round without a score is a gap in the line. */
static void
test_trend (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  GeoatEntry *entry = chart_fixture_add (fixture, "1A", GEOAT_LEVEL_5);
  const GeoatChartShape *top, *bottom, *point;
  double zero, five;

  chart_fixture_open (fixture, "Second");
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_NOT_ASSESSED);
  chart_fixture_open (fixture, "Third");
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_2);
  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_3);
  chart_fixture_open (fixture, "Fourth");
  chart = chart_fixture_chart (fixture, "trend", NULL);

  bottom = find_shape (chart, "grid", 0, 0);
  top = find_shape (chart, "grid", 5, 0);
  zero = g_array_index (bottom->points, GeoatChartPoint, 0).y;
  five = g_array_index (top->points, GeoatChartPoint, 0).y;
  point = find_shape (chart, "point", 0, 0);
  g_assert_cmpfloat_with_epsilon (point->box.y + point->box.height / 2, five, EPSILON);
  point = find_shape (chart, "point", 0, 1);
  g_assert_cmpfloat_with_epsilon (point->box.y + point->box.height / 2, (zero + five) / 2, EPSILON);
  /* three points, one line: from the third round to the fourth */
  g_assert_nonnull (find_shape (chart, "point", 0, 2));
  g_assert_null (find_shape (chart, "point", 0, 3));
  g_assert_nonnull (find_shape (chart, "line", 0, 0));
  g_assert_null (find_shape (chart, "line", 0, 1));
}

/* Every principle's line differs from the others in dash or sign. */
static void
test_trend_lines_differ (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_create ("two-rounds");
  g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, "trend", NULL);

  for (int i = 0; i < 6; i++)
    for (int j = 0; j < i; j++)
      {
        const GeoatChartShape *one = find_shape (chart, "point", i, 0);
        const GeoatChartShape *other = find_shape (chart, "point", j, 0);

        g_assert_cmpint (one->marker, !=, other->marker);
      }
}

/* What rises has another sign than what falls, and what is only carried another fill. */
static void
test_moves (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  GeoatEntry *rising, *falling, *lost;

  rising = chart_fixture_add (fixture, "1A", GEOAT_LEVEL_1);
  falling = chart_fixture_add (fixture, "1A", GEOAT_LEVEL_4);
  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_2);
  lost = chart_fixture_add (fixture, "1A", GEOAT_LEVEL_2);
  chart_fixture_open (fixture, "Review 2025");
  geoat_history_set_level (fixture->history, rising, GEOAT_LEVEL_2);
  geoat_history_set_level (fixture->history, falling, GEOAT_LEVEL_3);
  geoat_history_set_level (fixture->history, lost, GEOAT_LEVEL_NOT_APPLICABLE);
  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_2);
  chart = chart_fixture_chart (fixture, "moves", NULL);

  g_assert_cmpint (find_shape (chart, "sign", GEOAT_CHART_MOVE_ROSE, 0)->marker, ==,
                   GEOAT_CHART_MARKER_TRIANGLE_UP);
  g_assert_cmpint (find_shape (chart, "sign", GEOAT_CHART_MOVE_FELL, 0)->marker, ==,
                   GEOAT_CHART_MARKER_TRIANGLE_DOWN);
  g_assert_cmpint (find_shape (chart, "sign", GEOAT_CHART_MOVE_NEW, 0)->marker, ==,
                   GEOAT_CHART_MARKER_PLUS);
  g_assert_cmpint (find_shape (chart, "carried", GEOAT_CHART_MOVE_CARRIED, 0)->fill, ==,
                   GEOAT_CHART_FILL_DOTTED);
  g_assert_cmpint (find_shape (chart, "switched", GEOAT_CHART_MOVE_SWITCHED, 0)->fill, ==,
                   GEOAT_CHART_FILL_HATCHED);
  g_assert_cmpfloat_with_epsilon (find_shape (chart, "rose", GEOAT_CHART_MOVE_ROSE, 0)->box.width,
                                  find_shape (chart, "fell", GEOAT_CHART_MOVE_FELL, 0)->box.width,
                                  EPSILON);
}

/* With one round there is nothing to compare, and the chart says so. */
static void
test_moves_alone (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_create ("all-5");
  g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, "moves", NULL);
  g_autofree char *description = geoat_chart_describe (chart);

  g_assert_cmpstr (find_shape (chart, "message", 0, 0)->text, ==, description);
  g_assert_nonnull (strstr (description, "no earlier round"));
}

/* An overdue action is a segment with a sign, and is counted in words. */
static void
test_actions (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  GeoatEntry *entry = chart_fixture_add (fixture, "1A", GEOAT_LEVEL_1);
  const GeoatChartShape *overdue;

  chart_fixture_add_action (fixture->history, entry, GEOAT_STATUS_DONE, "2026-01-01");
  chart_fixture_add_action (fixture->history, entry, GEOAT_STATUS_PLANNED, "2026-06-14");
  chart_fixture_add_action (fixture->history, entry, GEOAT_STATUS_PLANNED, "2026-06-15");
  chart_fixture_add_action (fixture->history, entry, GEOAT_STATUS_IN_PROGRESS, "");
  chart = chart_fixture_chart (fixture, "actions", NULL);

  overdue = find_shape (chart, "planned-overdue", 4, 0);
  g_assert_cmpint (overdue->stroke, ==, GEOAT_CHART_COLOR_ALERT);
  g_assert_cmpint (find_shape (chart, "sign", 4, 0)->marker, ==, GEOAT_CHART_MARKER_WARNING);
  g_assert_null (find_shape (chart, "in-progress-overdue", 2, 0));
  g_assert_cmpfloat_with_epsilon (overdue->box.width, find_shape (chart, "done", 0, 0)->box.width,
                                  ROUNDING);
  g_assert_cmpstr (find_shape (chart, "note", 0, 0)->text, ==, "1 overdue");
  g_assert_cmpstr (find_shape (chart, "value", 0, 0)->text, ==, "4");
}

/* At its own size a chart leaves no label out. */
static void
test_nothing_is_left_out (void)
{
  static const struct
  {
    const char *kind;
    const char *role;
    guint n;
  } expected[] = {
    { "levels", "label", 7 },      { "moves", "label", 7 },     { "actions", "label", 7 },
    { "bars", "label", 18 },       { "coverage", "label", 19 }, { "bars", "heading", 6 },
    { "heatmap", "score", 18 },    { "heatmap", "id", 18 },     { "heatmap", "coverage", 18 },
    { "radar", "principle", 6 },   { "radar", "score", 6 },     { "trend", "name", 6 },
    { "trend", "round-title", 2 },
  };
  g_autoptr (ChartFixture) fixture = chart_fixture_create ("two-rounds");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, expected[i].kind, NULL);
      const double widths[] = { 200, 320, 480, 700, 1100, 2000 };

      for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
        {
          double height = geoat_chart_get_height_for_width (chart, widths[j], 1);
          GPtrArray *shapes =
              geoat_chart_scene_get_shapes (geoat_chart_get_scene (chart, widths[j], height, 1));
          guint n = 0;

          for (guint k = 0; k < shapes->len; k++)
            {
              const GeoatChartShape *shape = g_ptr_array_index (shapes, k);

              n += g_strcmp0 (shape->role, expected[i].role) == 0;
            }
          if (n != expected[i].n)
            g_error ("%s at %g: %u of %u %s", expected[i].kind, widths[j], n, expected[i].n,
                     expected[i].role);
        }
    }
}

/* In the height that the page for management has for it, a chart shows short names rather than cut
 * ones. */
static void
test_names_are_whole (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_create ("two-rounds");
  g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, "levels", NULL);
  GPtrArray *shapes = geoat_chart_scene_get_shapes (geoat_chart_get_scene (chart, 527, 138, 0.7));
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (shapes, i);

      if (g_strcmp0 (shape->role, "label") != 0)
        continue;
      n++;
      if (pango_layout_is_ellipsized (shape->layout))
        g_error ("“%s” is cut", shape->text);
    }
  g_assert_cmpuint (n, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/chart-shapes/bars", test_bars);
  g_test_add_func ("/chart-shapes/bar-marks", test_bar_marks);
  g_test_add_func ("/chart-shapes/levels", test_levels);
  g_test_add_func ("/chart-shapes/coverage", test_coverage);
  g_test_add_func ("/chart-shapes/heatmap", test_heatmap);
  g_test_add_func ("/chart-shapes/trend", test_trend);
  g_test_add_func ("/chart-shapes/trend-lines-differ", test_trend_lines_differ);
  g_test_add_func ("/chart-shapes/moves", test_moves);
  g_test_add_func ("/chart-shapes/moves-alone", test_moves_alone);
  g_test_add_func ("/chart-shapes/actions", test_actions);
  g_test_add_func ("/chart-shapes/nothing-is-left-out", test_nothing_is_left_out);
  g_test_add_func ("/chart-shapes/names-are-whole", test_names_are_whole);

  return g_test_run ();
}
