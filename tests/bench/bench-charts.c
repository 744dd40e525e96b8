/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long an edit of a large plan keeps the charts busy: all kinds, 2,000 indicators, three
 * rounds. Counting and laying out must take less than a frame together; drawing comes on top.
 * Meant for `meson test --benchmark`, not for the tests. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"
#include "geoat-chart-kinds.h"

#include <stdlib.h>
#include <time.h>

#define N_PER_KEY_ELEMENT 112 /* 18 of them: 2,016 indicators */
#define N_EDITS 40
#define WIDTH 640.0
#define FRAME 16.6 /* milliseconds */

/* Milliseconds of the processor, over all charts. */
typedef struct
{
  double count, layout, draw;
} Times;

static double
since (clock_t start)
{
  return (clock () - start) * 1000.0 / CLOCKS_PER_SEC;
}

static void
redraw (GeoatChart *chart, cairo_t *cr, Times *times)
{
  clock_t start = clock ();
  double height;

  geoat_chart_get_figures (chart);
  times->count += since (start);

  start = clock ();
  height = geoat_chart_get_height_for_width (chart, WIDTH, 1);
  geoat_chart_get_scene (chart, WIDTH, height, 1);
  times->layout += since (start);

  start = clock ();
  geoat_chart_draw (chart, cr, WIDTH, height, GEOAT_CHART_THEME_LIGHT, 1);
  times->draw += since (start);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const Times *one = a, *other = b;
  double difference = one->count + one->layout - other->count - other->layout;

  return difference < 0 ? -1 : difference > 0;
}

int
main (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_new (NULL);
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_kinds;
  const GeoatChartKind *kinds = geoat_chart_get_kinds (&n_kinds);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 700, 1000);
  cairo_t *cr = cairo_create (surface);
  Times times[N_EDITS] = { { 0 } }, median;

  chart_fixture_add_all (fixture, N_PER_KEY_ELEMENT, GEOAT_LEVEL_NOT_ASSESSED);
  chart_fixture_rate_mixed (fixture, 0);
  chart_fixture_open (fixture, "Review 2025");
  chart_fixture_rate_mixed (fixture, 1);
  chart_fixture_open (fixture, "Review 2026");
  for (guint i = 0; i < n_kinds; i++)
    {
      Times warm = { 0 };

      g_ptr_array_add (charts, chart_fixture_chart (fixture, kinds[i].id,
                                                    geoat_plan_get_round (fixture->plan, 0)));
      redraw (g_ptr_array_index (charts, i), cr, &warm);
    }

  for (guint i = 0; i < N_EDITS; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (fixture->plan, i * 50);

      geoat_history_set_level (
          fixture->history, entry,
          (geoat_entry_get_level (entry, geoat_plan_get_last_round (fixture->plan)) + 3) %
              GEOAT_N_LEVELS);
      chart_fixture_add_action (fixture->history, entry, GEOAT_STATUS_PLANNED, "2026-01-01");
      for (guint j = 0; j < charts->len; j++)
        redraw (g_ptr_array_index (charts, j), cr, &times[i]);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  qsort (times, N_EDITS, sizeof *times, compare_times);
  median = times[N_EDITS / 2];
  g_print ("all %u charts of %u indicators after an edit, median of %d: "
           "count %.2f ms, lay out %.2f ms, draw %.2f ms\n",
           n_kinds, geoat_plan_get_n_entries (fixture->plan), N_EDITS, median.count, median.layout,
           median.draw);
  return median.count + median.layout < FRAME ? 0 : 1;
}
