/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the assessment has come: for each key element the indicators that are rated, not
 * applicable, and not yet assessed. The bars of the key elements have one scale, so that a longer
 * bar is more indicators; the bar of the plan has its own. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-coverage.h"

#include "geoat-chart-segments.h"

#define N_SEGMENTS 3

struct _GeoatChartCoverage
{
  GeoatChart parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatChartCoverage, geoat_chart_coverage, GEOAT_TYPE_CHART)

static void
fill_segments (GeoatChart *chart, const GeoatScore *score, GeoatChartSegment *segments)
{
  segments[0] = (GeoatChartSegment){
    .role = "rated",
    .count = geoat_score_get_rated (score),
    .fill = GEOAT_CHART_FILL_SOLID,
    .color = GEOAT_CHART_COLOR_LEVEL_4,
    .stroke = GEOAT_CHART_COLOR_EDGE,
    .name = geoat_chart_get_text (chart, "chart.column.rated"),
  };
  segments[1] = (GeoatChartSegment){
    .role = "not-applicable",
    .count = score->not_applicable,
    .fill = GEOAT_CHART_FILL_HATCHED,
    .color = GEOAT_CHART_COLOR_HATCH,
    .stroke = GEOAT_CHART_COLOR_HATCH,
    .name = geoat_chart_get_text (chart, "chart.column.na"),
  };
  segments[2] = (GeoatChartSegment){
    .role = "not-assessed",
    .count = score->not_assessed,
    .fill = GEOAT_CHART_FILL_DASHED,
    .color = GEOAT_CHART_COLOR_HATCH,
    .stroke = GEOAT_CHART_COLOR_HATCH,
    .name = geoat_chart_get_text (chart, "chart.column.open"),
  };
}

static char *
dup_value (GeoatChart *chart, const GeoatScore *score)
{
  g_autofree char *assessed = g_strdup_printf ("%u", geoat_score_get_assessed (score));
  g_autofree char *total = g_strdup_printf ("%u", score->total);

  return geoat_language_format (geoat_chart_get_language (chart), "chart.coverage", "assessed",
                                assessed, "total", total, NULL);
}

static GeoatChartRows *
create_rows (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatChartRows *rows = geoat_chart_rows_new ();
  GeoatChartSegment segments[N_SEGMENTS];

  geoat_chart_rows_add_scope (rows, chart, -1, -1);
  geoat_chart_rows_add_key_elements (rows, chart);
  for (guint i = 0; i < geoat_chart_rows_get_n (rows); i++)
    {
      GeoatChartRow *row = geoat_chart_rows_get (rows, i);
      guint scope = geoat_chart_figures_index (figures, row->principle, row->key_element);

      if (!row->heading)
        row->value = dup_value (chart, &figures->scores[scope]);
    }
  fill_segments (chart, &figures->scores[0], segments);
  geoat_chart_segments_add_to_legend (segments, N_SEGMENTS, geoat_chart_rows_get_legend (rows));
  return rows;
}

static guint
get_longest (const GeoatChartFigures *figures)
{
  guint longest = 0;

  for (guint i = 1 + figures->n_principles; i < figures->n_scopes; i++)
    longest = MAX (longest, figures->scores[i].total);
  return longest;
}

static void
geoat_chart_coverage_layout (GeoatChart *chart, GeoatChartScene *scene)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  g_autoptr (GeoatChartRows) rows = create_rows (chart);
  guint longest = get_longest (figures);

  geoat_chart_rows_place (rows, scene);
  for (guint i = 0; i < geoat_chart_rows_get_n (rows); i++)
    {
      const GeoatChartRow *row = geoat_chart_rows_get (rows, i);
      guint scope = geoat_chart_figures_index (figures, row->principle, row->key_element);
      GeoatChartSegment segments[N_SEGMENTS];

      if (row->heading)
        continue;
      fill_segments (chart, &figures->scores[scope], segments);
      geoat_chart_segments_place (chart, scene, row, segments, N_SEGMENTS,
                                  scope == 0 ? figures->scores[0].total : longest,
                                  "chart.place.indicators");
    }
}

static char *
geoat_chart_coverage_describe (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatLanguage *language = geoat_chart_get_language (chart);
  const GeoatScore *score = &figures->scores[0];
  g_autofree char *round = geoat_chart_dup_round (chart, figures->round);
  g_autofree char *assessed = g_strdup_printf ("%u", geoat_score_get_assessed (score));
  g_autofree char *complete = NULL;
  g_autofree char *coverage = geoat_chart_dup_coverage (chart, score);
  guint n_complete = 0, n = figures->n_scopes - 1 - figures->n_principles;

  for (guint i = 1 + figures->n_principles; i < figures->n_scopes; i++)
    if (figures->scores[i].total > 0 && figures->scores[i].not_assessed == 0)
      n_complete++;
  complete = g_strdup_printf ("%u", n_complete);
  return geoat_chart_join_sentences (
      geoat_language_format_count (language, "chart.coverage.describe", score->total, "round",
                                   round, "assessed", assessed, "coverage", coverage, NULL),
      geoat_language_format_count (language, "chart.coverage.complete", n, "complete", complete,
                                   NULL),
      NULL);
}

static void
geoat_chart_coverage_fill_numbers (GeoatChart *chart, GeoatChartNumbers *numbers)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);

  geoat_chart_numbers_add_columns (numbers, chart, "chart.column.number",
                                   "chart.column.key-element", NULL);
  geoat_chart_numbers_add_coverage_columns (numbers, chart);
  for (guint i = 1 + figures->n_principles; i < figures->n_scopes; i++)
    {
      geoat_chart_numbers_add_scope (numbers, chart, -1, i - 1 - figures->n_principles);
      geoat_chart_numbers_add_coverage (numbers, &figures->scores[i]);
    }
  geoat_chart_numbers_add_scope (numbers, chart, -1, -1);
  geoat_chart_numbers_add_coverage (numbers, &figures->scores[0]);
}

static void
geoat_chart_coverage_class_init (GeoatChartCoverageClass *klass)
{
  GeoatChartClass *chart_class = GEOAT_CHART_CLASS (klass);

  chart_class->shows = GEOAT_CHART_SHOWS_SCORES | GEOAT_CHART_SHOWS_KEY_ELEMENTS;
  chart_class->width = 640;
  chart_class->create_rows = create_rows;
  chart_class->get_height = geoat_chart_rows_get_chart_height;
  chart_class->layout = geoat_chart_coverage_layout;
  chart_class->describe = geoat_chart_coverage_describe;
  chart_class->fill_numbers = geoat_chart_coverage_fill_numbers;
}

static void
geoat_chart_coverage_init (GeoatChartCoverage *self)
{
}
