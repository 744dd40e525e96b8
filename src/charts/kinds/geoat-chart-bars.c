/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The score of each key element as a bar from 0 to 5, grouped by principle. The other round is a
 * diamond on the bar, the target an upright line; the change stands behind the score. A key element
 * without a score has an empty, dashed bar. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-bars.h"

#include "geoat-chart-rows.h"

struct _GeoatChartBars
{
  GeoatChart parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatChartBars, geoat_chart_bars, GEOAT_TYPE_CHART)

static void
fill_legend (GeoatChart *chart, GeoatChartLegend *legend)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  g_autofree char *round = geoat_chart_dup_round (chart, figures->round);

  geoat_chart_legend_add_area (legend, GEOAT_CHART_FILL_SOLID, GEOAT_CHART_COLOR_ROUND,
                               GEOAT_CHART_COLOR_NONE, GEOAT_CHART_MARKER_NONE, round);
  if (figures->compare != NULL)
    {
      g_autofree char *compare = geoat_chart_dup_round (chart, figures->compare);

      geoat_chart_legend_add_marker (legend, GEOAT_CHART_MARKER_DIAMOND, GEOAT_CHART_COLOR_COMPARE,
                                     compare);
    }
  if (geoat_chart_shows_targets (chart) && figures->scores[0].n_targets > 0)
    {
      g_autofree char *target = geoat_chart_dup_target_name (chart);

      geoat_chart_legend_add_marker (legend, GEOAT_CHART_MARKER_BAR, GEOAT_CHART_COLOR_TARGET,
                                     target);
    }
}

static GeoatChartRows *
create_rows (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatChartRows *rows = geoat_chart_rows_new ();

  geoat_chart_rows_set_axis (rows, TRUE);
  geoat_chart_rows_add_key_elements (rows, chart);
  for (guint i = 0; i < geoat_chart_rows_get_n (rows); i++)
    {
      GeoatChartRow *row = geoat_chart_rows_get (rows, i);
      guint scope = geoat_chart_figures_index (figures, row->principle, row->key_element);

      if (row->heading)
        continue;
      row->value = geoat_chart_dup_tenths (chart, &figures->scores[scope]);
      if (figures->compare != NULL)
        row->note = geoat_chart_dup_change (chart, &figures->changes[scope]);
    }
  fill_legend (chart, geoat_chart_rows_get_legend (rows));
  return rows;
}

static double
get_x (const GeoatChartBox *bar, double level)
{
  return bar->x + bar->width * level / GEOAT_LEVEL_MAX;
}

/* The digits of the scale above the first bar. */
static void
add_digits (GeoatChartScene *scene, const GeoatChartBox *bar)
{
  double height = geoat_chart_scene_get_line_height (scene, GEOAT_CHART_SIZE_SMALL);
  double width = geoat_chart_scene_get_text_width (scene, "0", FALSE);
  double right = MAX (geoat_chart_scene_get_width (scene), width);

  for (int level = 0; level <= GEOAT_LEVEL_MAX; level++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", level);
      const GeoatChartLabel label = {
        .text = digit,
        .box = { CLAMP (get_x (bar, level) - width / 2, 0, right - width), 0, width, height },
        .x_align = 0.5,
        .size = GEOAT_CHART_SIZE_SMALL,
        .color = GEOAT_CHART_COLOR_DIM,
        .role = "scale",
        .index = level,
      };

      geoat_chart_scene_add_text (scene, &label);
    }
}

/* The lines of the scale from the top of a bar to the bottom of another one. */
static void
add_grid (GeoatChartScene *scene, const GeoatChartBox *first, const GeoatChartBox *last)
{
  for (int level = 0; level <= GEOAT_LEVEL_MAX; level++)
    {
      double x = get_x (first, level);
      const GeoatChartPoint line[] = { { x, first->y }, { x, last->y + last->height } };

      geoat_chart_scene_add_path (scene, "grid", level, line, 2, FALSE, GEOAT_CHART_COLOR_NONE,
                                  GEOAT_CHART_COLOR_GRID, 1, GEOAT_CHART_LINE_SOLID);
    }
}

/* Not through a heading, nor through a label that stands above its bar. */
static void
add_grids (GeoatChartScene *scene, GeoatChartRows *rows)
{
  guint n = geoat_chart_rows_get_n (rows);
  const GeoatChartRow *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      const GeoatChartRow *row = geoat_chart_rows_get (rows, i);
      const GeoatChartRow *next = i + 1 < n ? geoat_chart_rows_get (rows, i + 1) : NULL;

      if (row->heading)
        continue;
      if (first == NULL)
        first = row;
      if (next != NULL && !next->heading && row->bar.x > 0)
        continue;
      add_grid (scene, &first->bar, &row->bar);
      first = NULL;
    }
}

static GeoatChartBox
get_track (const GeoatChartRow *row)
{
  double inset = row->bar.height * 0.15;

  return (GeoatChartBox){ row->bar.x, row->bar.y + inset, row->bar.width,
                          row->bar.height - 2 * inset };
}

typedef void (*AddToRow) (GeoatChart *chart,
                          GeoatChartScene *scene,
                          const GeoatChartRow *row,
                          guint scope);

static void
add_track (GeoatChart *chart, GeoatChartScene *scene, const GeoatChartRow *row, guint scope)
{
  const GeoatChartBox track = get_track (row);
  double level;

  if (geoat_score_get_mean (&geoat_chart_get_figures (chart)->scores[scope], &level))
    geoat_chart_scene_add_area (scene, "track", row->key_element, &track, GEOAT_CHART_FILL_SOLID,
                                GEOAT_CHART_COLOR_TRACK, GEOAT_CHART_COLOR_NONE, 2);
  else
    geoat_chart_scene_add_area (scene, "gap", row->key_element, &track, GEOAT_CHART_FILL_DASHED,
                                GEOAT_CHART_COLOR_HATCH, GEOAT_CHART_COLOR_HATCH, 2);
}

static void
add_bar (GeoatChart *chart, GeoatChartScene *scene, const GeoatChartRow *row, guint scope)
{
  GeoatChartBox bar = get_track (row);
  double level;

  if (!geoat_score_get_mean (&geoat_chart_get_figures (chart)->scores[scope], &level))
    return;
  bar.width = get_x (&bar, level) - bar.x;
  geoat_chart_scene_add_area (scene, "bar", row->key_element, &bar, GEOAT_CHART_FILL_SOLID,
                              GEOAT_CHART_COLOR_ROUND, GEOAT_CHART_COLOR_NONE, 2);
}

static void
add_target (GeoatChart *chart, GeoatChartScene *scene, const GeoatChartRow *row, guint scope)
{
  double level;

  if (geoat_chart_shows_targets (chart) &&
      geoat_score_get_target (&geoat_chart_get_figures (chart)->scores[scope], &level))
    geoat_chart_scene_add_marker (scene, "target", row->key_element, get_x (&row->bar, level),
                                  row->bar.y + row->bar.height / 2, row->bar.height,
                                  GEOAT_CHART_MARKER_BAR, GEOAT_CHART_COLOR_TARGET);
}

static void
add_compare (GeoatChart *chart, GeoatChartScene *scene, const GeoatChartRow *row, guint scope)
{
  const GeoatScore *scores = geoat_chart_get_figures (chart)->compare_scores;
  double level;

  if (scores != NULL && geoat_score_get_mean (&scores[scope], &level))
    geoat_chart_scene_add_marker (scene, "compare", row->key_element, get_x (&row->bar, level),
                                  row->bar.y + row->bar.height / 2, MIN (row->bar.height * 0.5, 12),
                                  GEOAT_CHART_MARKER_DIAMOND, GEOAT_CHART_COLOR_COMPARE);
}

static void
add_place (GeoatChart *chart, GeoatChartScene *scene, const GeoatChartRow *row, guint scope)
{
  geoat_chart_scene_add_place (scene, geoat_chart_dup_place (chart, row->name, scope),
                               row->principle, row->key_element, &row->bar);
}

/* The first row that has a bar. */
static const GeoatChartRow *
get_first (GeoatChartRows *rows)
{
  for (guint i = 0; i < geoat_chart_rows_get_n (rows); i++)
    if (!geoat_chart_rows_get (rows, i)->heading)
      return geoat_chart_rows_get (rows, i);
  return NULL;
}

static void
geoat_chart_bars_layout (GeoatChart *chart, GeoatChartScene *scene)
{
  /* what looks alike in all rows after each other, so that it is drawn at once */
  static const AddToRow parts[] = { add_track, add_bar, add_target, add_compare, add_place };
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  g_autoptr (GeoatChartRows) rows = create_rows (chart);
  const GeoatChartRow *first = get_first (rows);

  geoat_chart_rows_place (rows, scene);
  if (first != NULL)
    add_digits (scene, &first->bar);
  add_grids (scene, rows);
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    for (guint i = 0; i < geoat_chart_rows_get_n (rows); i++)
      {
        const GeoatChartRow *row = geoat_chart_rows_get (rows, i);

        if (!row->heading)
          parts[part](chart, scene, row,
                      geoat_chart_figures_index (figures, row->principle, row->key_element));
      }
}

static char *
geoat_chart_bars_describe (GeoatChart *chart)
{
  return geoat_chart_join_sentences (geoat_chart_dup_mean_sentence (chart),
                                     geoat_chart_dup_extremes_sentence (chart, TRUE),
                                     geoat_chart_dup_change_sentence (chart));
}

static void
geoat_chart_bars_fill_numbers (GeoatChart *chart, GeoatChartNumbers *numbers)
{
  geoat_chart_numbers_add_key_elements (numbers, chart);
}

static void
geoat_chart_bars_class_init (GeoatChartBarsClass *klass)
{
  GeoatChartClass *chart_class = GEOAT_CHART_CLASS (klass);

  chart_class->shows = GEOAT_CHART_SHOWS_SCORES | GEOAT_CHART_SHOWS_KEY_ELEMENTS |
                       GEOAT_CHART_SHOWS_COMPARE | GEOAT_CHART_SHOWS_TARGETS;
  chart_class->width = 640;
  chart_class->create_rows = create_rows;
  chart_class->get_height = geoat_chart_rows_get_chart_height;
  chart_class->layout = geoat_chart_bars_layout;
  chart_class->describe = geoat_chart_bars_describe;
  chart_class->fill_numbers = geoat_chart_bars_fill_numbers;
}

static void
geoat_chart_bars_init (GeoatChartBars *self)
{
}
