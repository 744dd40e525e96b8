/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The radar's geometry: where its vertices are, where its gaps are. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"
#include "geoat-chart-kinds.h"

#include <math.h>

#define WIDTH 900.0
#define HEIGHT 500.0

static GPtrArray *
get_shapes (GeoatChart *chart)
{
  return geoat_chart_scene_get_shapes (geoat_chart_get_scene (chart, WIDTH, HEIGHT, 1));
}

static const GeoatChartShape *
find_shape (GeoatChart *chart, const char *role, int index, GeoatChartShapeKind kind)
{
  GPtrArray *shapes = get_shapes (chart);

  for (guint i = 0; i < shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (shapes, i);

      if (g_strcmp0 (shape->role, role) == 0 && shape->index == index && shape->kind == kind)
        return shape;
    }
  return NULL;
}

/* How far out a point is, from 0 in the centre to 1 at the outer ring's corner. */
static double
get_distance (GeoatChart *chart, guint principle, double x, double y)
{
  const GeoatChartShape *axis = find_shape (chart, "axis", principle, GEOAT_CHART_SHAPE_PATH);
  const GeoatChartPoint *centre = &g_array_index (axis->points, GeoatChartPoint, 0);
  const GeoatChartPoint *corner = &g_array_index (axis->points, GeoatChartPoint, 1);

  return hypot (x - centre->x, y - centre->y) /
         hypot (corner->x - centre->x, corner->y - centre->y);
}

static void
test_vertex (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  const GeoatChartShape *marker;
  const double expected[] = { 0.5, 0, 1, 0.4, 0.75, 0.3 };

  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_2);
  chart_fixture_add (fixture, "1C", GEOAT_LEVEL_3);
  chart_fixture_add (fixture, "2A", GEOAT_LEVEL_0);
  chart_fixture_add (fixture, "3A", GEOAT_LEVEL_5);
  chart_fixture_add (fixture, "4A", GEOAT_LEVEL_2);
  chart_fixture_add (fixture, "5A", GEOAT_LEVEL_5);
  chart_fixture_add (fixture, "5A", GEOAT_LEVEL_5);
  chart_fixture_add (fixture, "5A", GEOAT_LEVEL_5);
  chart_fixture_add (fixture, "5B", GEOAT_LEVEL_0);
  chart_fixture_add (fixture, "6A", GEOAT_LEVEL_1);
  chart_fixture_add (fixture, "6B", GEOAT_LEVEL_2);
  chart_fixture_add (fixture, "6C", GEOAT_LEVEL_NOT_APPLICABLE);
  chart = chart_fixture_chart (fixture, "radar", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      marker = find_shape (chart, "round", i, GEOAT_CHART_SHAPE_MARKER);
      g_assert_nonnull (marker);
      g_assert_cmpfloat_with_epsilon (get_distance (chart, i, marker->box.x + marker->box.width / 2,
                                                    marker->box.y + marker->box.height / 2),
                                      expected[i], 1e-6);
    }
  /* the first is straight above the centre */
  marker = find_shape (chart, "round", 0, GEOAT_CHART_SHAPE_MARKER);
  g_assert_cmpfloat_with_epsilon (marker->box.x + marker->box.width / 2, WIDTH / 2, 1e-6);
  /* the third, 5, is on the right */
  marker = find_shape (chart, "round", 2, GEOAT_CHART_SHAPE_MARKER);
  g_assert_cmpfloat (marker->box.x, >, WIDTH / 2);
}

/* No score is a gap: no vertex, and no line to or from it. */
static void
test_gap (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;

  chart_fixture_add (fixture, "1A", GEOAT_LEVEL_2);
  chart_fixture_add (fixture, "2A", GEOAT_LEVEL_3);
  chart_fixture_add (fixture, "3A", GEOAT_LEVEL_NOT_APPLICABLE);
  chart_fixture_add (fixture, "4A", GEOAT_LEVEL_0);
  chart_fixture_add (fixture, "5A", GEOAT_LEVEL_1);
  chart_fixture_add (fixture, "6A", GEOAT_LEVEL_NOT_ASSESSED);
  chart = chart_fixture_chart (fixture, "radar", NULL);

  g_assert_nonnull (find_shape (chart, "round", 0, GEOAT_CHART_SHAPE_PATH));
  g_assert_null (find_shape (chart, "round", 1, GEOAT_CHART_SHAPE_PATH));
  g_assert_null (find_shape (chart, "round", 2, GEOAT_CHART_SHAPE_PATH));
  g_assert_nonnull (find_shape (chart, "round", 3, GEOAT_CHART_SHAPE_PATH));
  g_assert_null (find_shape (chart, "round", 4, GEOAT_CHART_SHAPE_PATH));
  g_assert_null (find_shape (chart, "round", 5, GEOAT_CHART_SHAPE_PATH));
  g_assert_null (find_shape (chart, "area", 1, GEOAT_CHART_SHAPE_PATH));
  g_assert_nonnull (find_shape (chart, "area", 3, GEOAT_CHART_SHAPE_PATH));

  g_assert_null (find_shape (chart, "round", 2, GEOAT_CHART_SHAPE_MARKER));
  g_assert_null (find_shape (chart, "round", 5, GEOAT_CHART_SHAPE_MARKER));
  /* 0 is a result: a vertex in the centre */
  g_assert_nonnull (find_shape (chart, "round", 3, GEOAT_CHART_SHAPE_MARKER));
  g_assert_cmpstr (find_shape (chart, "score", 2, GEOAT_CHART_SHAPE_TEXT)->text, ==, "–");
  g_assert_cmpstr (find_shape (chart, "score", 3, GEOAT_CHART_SHAPE_TEXT)->text, ==, "0.0");
}

/* The series can be told apart without colours. */
static void
test_series (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_create ("two-rounds");
  g_autoptr (GeoatChart) chart = NULL, bare = NULL;
  GeoatChartOptions options = { 0 };
  const GeoatChartShape *round, *compare, *target;

  chart = chart_fixture_chart (fixture, "radar", geoat_plan_get_round (fixture->plan, 0));
  round = find_shape (chart, "round", 0, GEOAT_CHART_SHAPE_PATH);
  compare = find_shape (chart, "compare", 0, GEOAT_CHART_SHAPE_PATH);
  target = find_shape (chart, "target", 0, GEOAT_CHART_SHAPE_PATH);
  g_assert_cmpint (round->line, ==, GEOAT_CHART_LINE_SOLID);
  g_assert_cmpint (compare->line, ==, GEOAT_CHART_LINE_DASHED);
  g_assert_cmpint (target->line, ==, GEOAT_CHART_LINE_DOTTED);
  g_assert_cmpint (find_shape (chart, "round", 0, GEOAT_CHART_SHAPE_MARKER)->marker, !=,
                   find_shape (chart, "compare", 0, GEOAT_CHART_SHAPE_MARKER)->marker);

  options.plan = fixture->plan;
  options.without_targets = TRUE;
  bare = geoat_chart_new ("radar", &options, NULL);
  g_assert_null (find_shape (bare, "target", 0, GEOAT_CHART_SHAPE_PATH));
  g_assert_null (find_shape (bare, "compare", 0, GEOAT_CHART_SHAPE_PATH));
}

/* In a right-to-left language the second principle is on the left. */
static void
test_mirrored (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_create ("arabic");
  g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, "radar", NULL);
  const GeoatChartShape *axis = find_shape (chart, "axis", 1, GEOAT_CHART_SHAPE_PATH);

  g_assert_cmpfloat (g_array_index (axis->points, GeoatChartPoint, 1).x, <,
                     g_array_index (axis->points, GeoatChartPoint, 0).x);
}

/* With room for it every label is there in full; without, the numbers are, and the tooltip says the
 * rest. */
static void
test_labels (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GeoatChart) chart = NULL;
  g_autoptr (GeoatChartPlace) place = NULL;

  chart_fixture_add_all (fixture, 1, GEOAT_LEVEL_2);
  chart = chart_fixture_chart (fixture, "radar", NULL);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = geoat_chart_dup_principle (chart, i, FALSE);

      g_assert_cmpstr (find_shape (chart, "principle", i, GEOAT_CHART_SHAPE_TEXT)->text, ==, name);
    }
  geoat_chart_get_scene (chart, 200, 200, 1);
  {
    g_autoptr (GPtrArray) places = geoat_chart_get_places (chart, 200, 200, 1);
    const GeoatChartPlace *second = g_ptr_array_index (places, 1);

    g_assert_cmpuint (places->len, ==, 6);
    g_assert_cmpint (second->principle, ==, 1);
    g_assert_nonnull (
        strstr (second->label, "Employment, Career Development and Compensation: 2.0"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/chart-radar/vertex", test_vertex);
  g_test_add_func ("/chart-radar/gap", test_gap);
  g_test_add_func ("/chart-radar/series", test_series);
  g_test_add_func ("/chart-radar/mirrored", test_mirrored);
  g_test_add_func ("/chart-radar/labels", test_labels);

  return g_test_run ();
}
