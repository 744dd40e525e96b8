/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scores of the principles over all rounds: a line each, that stops where a round has no score.
 *
 * How it works: rounds stand at equal distances, the first at the left edge of the plot and the
 * last at the right. Where there is room the names stand behind the ends of their lines, pushed
 * apart so that they do not touch, each tied to its line; where there is not, a legend stands
 * below. Lines differ in dash and sign as well as in colour. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-trend.h"

#include <math.h>

#include "geoat-chart-legend.h"

/* in units at font scale 1 */
#define WIDE 520.0
#define NAMES_SHARE 0.3
#define NAMES_MAX 230.0
#define TIE 18.0
#define SIGN 9.0
#define GAP 8.0
#define PLOT_HEIGHT 260.0
#define TITLE_MIN 64.0
#define TITLE_LINES 3
#define NAME_LINES 2
#define LEGEND_SHARE 0.5 /* of the height, at most */
#define TITLES_SHARE 0.35

struct _GeoatChartTrend
{
  GeoatChart parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatChartTrend, geoat_chart_trend, GEOAT_TYPE_CHART)

typedef struct
{
  GeoatChart *chart;
  GeoatChartScene *scene; /* NULL while only the height is asked for */
  GeoatChartTexts *texts;
  const GeoatChartFigures *figures;
  double scale;
  gboolean wide;
  double names_width;
  GeoatChartBox plot; /* from level 5 at the top to 0 at the bottom */
  double first_x, last_x;
  double distance; /* between two rounds */
  double titles_height;
  guint step; /* every how many rounds have a title */
} Trend;

/* How the line of a principle looks; the looks repeat only after thirty principles. */
static GeoatChartLine
get_line (guint principle)
{
  return principle % GEOAT_CHART_N_LINES;
}

static GeoatChartMarker
get_marker (guint principle)
{
  static const GeoatChartMarker markers[] = {
    GEOAT_CHART_MARKER_CIRCLE,      GEOAT_CHART_MARKER_DIAMOND,       GEOAT_CHART_MARKER_SQUARE,
    GEOAT_CHART_MARKER_TRIANGLE_UP, GEOAT_CHART_MARKER_TRIANGLE_DOWN, GEOAT_CHART_MARKER_RING,
  };

  return markers[principle % G_N_ELEMENTS (markers)];
}

static GeoatChartColor
get_color (guint principle)
{
  return GEOAT_CHART_COLOR_SERIES_1 + principle % GEOAT_CHART_N_SERIES;
}

static const GeoatScore *
get_score (const GeoatChartFigures *figures, guint round, guint principle)
{
  const GeoatScore *scores = g_ptr_array_index (figures->rounds, round);

  return &scores[1 + principle];
}

static double
get_x (const Trend *trend, guint round)
{
  guint n = trend->figures->rounds->len;

  if (n < 2)
    return (trend->first_x + trend->last_x) / 2;
  return trend->first_x + (trend->last_x - trend->first_x) * round / (n - 1);
}

static double
get_y (const Trend *trend, double level)
{
  return trend->plot.y + trend->plot.height * (1 - level / GEOAT_LEVEL_MAX);
}

static GeoatChartLegend *
create_legend (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatChartLegend *legend = geoat_chart_legend_new ();

  for (guint i = 0; i < figures->n_principles; i++)
    {
      g_autofree char *name = geoat_chart_dup_principle (chart, i, TRUE);

      geoat_chart_legend_add_line (legend, get_line (i), get_marker (i), get_color (i), name);
    }
  return legend;
}

static void
add_scale (const Trend *trend)
{
  double height = geoat_chart_scene_get_line_height (trend->scene, GEOAT_CHART_SIZE_SMALL);
  double right = trend->plot.x + trend->plot.width;

  for (int level = 0; level <= GEOAT_LEVEL_MAX; level++)
    {
      double y = get_y (trend, level);
      g_autofree char *digit = g_strdup_printf ("%d", level);
      const GeoatChartPoint line[] = { { trend->plot.x, y }, { right, y } };
      const GeoatChartLabel label = {
        .text = digit,
        .box = { 0, y - height / 2, trend->plot.x - 4, height },
        .x_align = 1,
        .size = GEOAT_CHART_SIZE_SMALL,
        .color = GEOAT_CHART_COLOR_DIM,
        .role = "scale",
        .index = level,
      };

      geoat_chart_scene_add_path (
          trend->scene, "grid", level, line, 2, FALSE, GEOAT_CHART_COLOR_NONE,
          level == 0 ? GEOAT_CHART_COLOR_AXIS : GEOAT_CHART_COLOR_GRID, 1, GEOAT_CHART_LINE_SOLID);
      geoat_chart_scene_add_text (trend->scene, &label);
    }
}

static char *
dup_title (const Trend *trend, guint round)
{
  return geoat_chart_dup_round (trend->chart,
                                geoat_plan_get_round (geoat_chart_get_plan (trend->chart), round));
}

/* The room for a title, in x: around its round, and inside of the plot. */
static void
get_title_room (const Trend *trend, guint round, double *from, double *to)
{
  double x = get_x (trend, round);
  double reach = MAX (trend->distance * trend->step - GAP, 1) / 2;

  *from = MAX (trend->plot.x, x - reach);
  *to = MAX (*from, MIN (trend->last_x, x + reach));
}

/* The first and the last title stay inside of the plot. */
static double
get_title_align (const Trend *trend, guint round)
{
  guint n = trend->figures->rounds->len;

  if (n == 1 || (round > 0 && round < n - 1))
    return 0.5;
  return round == 0 ? 0 : 1;
}

/* Every title when there is room, otherwise every second, third …, and always the last. */
static void
add_titles (const Trend *trend)
{
  guint n = trend->figures->rounds->len;
  double top = trend->plot.y + trend->plot.height + GAP;

  for (guint i = 0; i < n; i++)
    {
      guint round = n - 1 - i;
      g_autofree char *title = dup_title (trend, round);
      double x = get_x (trend, round), y = get_y (trend, 0), from, to;
      const GeoatChartPoint tick[] = { { x, y }, { x, y + 4 } };
      GeoatChartLabel label = {
        .text = title,
        .x_align = get_title_align (trend, round),
        .size = GEOAT_CHART_SIZE_SMALL,
        .color = GEOAT_CHART_COLOR_TEXT,
        .max_lines = TITLE_LINES,
        .role = "round-title",
        .index = round,
      };

      get_title_room (trend, round, &from, &to);
      label.box = (GeoatChartBox){ from, top, to - from, trend->titles_height - GAP + 0.1 };
      geoat_chart_scene_add_path (trend->scene, "tick", round, tick, 2, FALSE,
                                  GEOAT_CHART_COLOR_NONE, GEOAT_CHART_COLOR_AXIS, 1,
                                  GEOAT_CHART_LINE_SOLID);
      geoat_chart_scene_add_hint (trend->scene, title, -1, -1, &label.box);
      if (i % trend->step == 0)
        geoat_chart_scene_add_text (trend->scene, &label);
    }
}

static void
add_line (const Trend *trend, guint principle)
{
  double level, before, size = MIN (SIGN, 2 * trend->plot.y);

  for (guint i = 0; i + 1 < trend->figures->rounds->len; i++)
    if (geoat_score_get_mean (get_score (trend->figures, i, principle), &before) &&
        geoat_score_get_mean (get_score (trend->figures, i + 1, principle), &level))
      {
        const GeoatChartPoint line[] = { { get_x (trend, i), get_y (trend, before) },
                                         { get_x (trend, i + 1), get_y (trend, level) } };

        geoat_chart_scene_add_path (trend->scene, "line", principle, line, 2, FALSE,
                                    GEOAT_CHART_COLOR_NONE, get_color (principle), 2,
                                    get_line (principle));
      }
  for (guint i = 0; i < trend->figures->rounds->len; i++)
    if (geoat_score_get_mean (get_score (trend->figures, i, principle), &level))
      geoat_chart_scene_add_marker (trend->scene, "point", principle, get_x (trend, i),
                                    get_y (trend, level), size, get_marker (principle),
                                    get_color (principle));
}

static void
add_places (const Trend *trend)
{
  for (guint round = 0; round < trend->figures->rounds->len; round++)
    for (guint i = 0; i < trend->figures->n_principles; i++)
      {
        const GeoatScore *score = get_score (trend->figures, round, i);
        g_autofree char *name = geoat_chart_dup_principle (trend->chart, i, FALSE);
        g_autofree char *title = dup_title (trend, round);
        g_autofree char *mean = geoat_chart_dup_tenths (trend->chart, score);
        g_autofree char *coverage = geoat_chart_dup_coverage (trend->chart, score);
        double level;
        GeoatChartBox box = { get_x (trend, round) - 7, 0, 14, 14 };

        if (!geoat_score_get_mean (score, &level))
          continue;
        box.y = get_y (trend, level) - 7;
        geoat_chart_scene_add_place (trend->scene,
                                     geoat_language_format (geoat_chart_get_language (trend->chart),
                                                            "chart.place.trend", "name", name,
                                                            "round", title, "score", mean,
                                                            "coverage", coverage, NULL),
                                     i, -1, &box);
      }
}

/* The last score of a principle and the round it is of; FALSE: it has none in any round. */
static gboolean
get_last (const GeoatChartFigures *figures, guint principle, guint *round, double *level)
{
  for (guint i = figures->rounds->len; i > 0; i--)
    if (geoat_score_get_mean (get_score (figures, i - 1, principle), level))
      {
        *round = i - 1;
        return TRUE;
      }
  return FALSE;
}

/* A name behind the end of a line. */
typedef struct
{
  guint principle;
  double line_x, line_y; /* the end of the line */
  double height;
  double y; /* of its middle */
} End;

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a, *other = b;

  if (one->line_y != other->line_y)
    return one->line_y < other->line_y ? -1 : 1;
  return (int) one->principle - (int) other->principle;
}

/* Pushes the names apart: down where they touch, and all that is too low back up. */
static void
spread (GArray *ends, double top, double bottom)
{
  double limit = top;

  g_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len; i++)
    {
      End *end = &g_array_index (ends, End, i);

      end->y = MAX (end->line_y, limit + end->height / 2);
      limit = end->y + end->height / 2;
    }
  limit = bottom;
  for (guint i = ends->len; i > 0; i--)
    {
      End *end = &g_array_index (ends, End, i - 1);

      end->y = MIN (end->y, limit - end->height / 2);
      limit = end->y - end->height / 2;
    }
}

static void
add_end (const Trend *trend, const End *end, GeoatChartLabel *label)
{
  const GeoatChartPoint tie[] = {
    { MAX (end->line_x, trend->last_x) + 6, end->line_y },
    { label->box.x - 4, end->y },
  };

  label->index = end->principle;
  label->box.y = end->y - end->height / 2;
  label->box.height = end->height + 0.1;
  if (geoat_chart_scene_add_text (trend->scene, label) != NULL && end->line_x >= trend->last_x)
    geoat_chart_scene_add_path (trend->scene, "tie", end->principle, tie, 2, FALSE,
                                GEOAT_CHART_COLOR_NONE, get_color (end->principle), 1,
                                GEOAT_CHART_LINE_SOLID);
}

/* Names behind the lines, or only their numbers where the chart is narrow. */
static void
add_ends (const Trend *trend)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));
  GeoatFramework *framework = geoat_chart_get_framework (trend->chart);
  GeoatChartLabel label = {
    .box = { trend->last_x + 6 + TIE * trend->scale, 0, trend->names_width, 1000 },
    .size = GEOAT_CHART_SIZE_SMALL,
    .color = GEOAT_CHART_COLOR_TEXT,
    .max_lines = NAME_LINES,
    .role = "name",
  };

  for (guint i = 0; i < trend->figures->n_principles; i++)
    {
      g_autofree char *name = geoat_chart_dup_principle (trend->chart, i, TRUE);
      End end = { .principle = i };
      guint round;
      double level;

      if (!get_last (trend->figures, i, &round, &level))
        continue;
      label.text = trend->wide ? name : geoat_framework_get_principle_id (framework, i);
      end.line_x = get_x (trend, round);
      end.line_y = get_y (trend, level);
      end.height = geoat_chart_texts_get (trend->texts, label.text, label.size, FALSE, trend->scale,
                                          label.box.width, NAME_LINES)
                       .height;
      g_array_append_val (ends, end);
    }
  spread (ends, 0, trend->plot.y + trend->plot.height + trend->plot.y);

  for (guint i = 0; i < ends->len; i++)
    {
      const End *end = &g_array_index (ends, End, i);
      g_autofree char *name = geoat_chart_dup_principle (trend->chart, end->principle, TRUE);
      g_autofree char *full = geoat_chart_dup_principle (trend->chart, end->principle, FALSE);

      label.text =
          trend->wide ? name : geoat_framework_get_principle_id (framework, end->principle);
      add_end (trend, end, &label);
      geoat_chart_scene_add_hint (trend->scene, full, end->principle, -1, &label.box);
    }
}

/* The widest name, but not more than a share of the chart. */
static double
get_names_width (const Trend *trend, double width)
{
  double most = MIN (width * NAMES_SHARE, NAMES_MAX * trend->scale), widest = 0;

  for (guint i = 0; i < trend->figures->n_principles; i++)
    {
      g_autofree char *name = geoat_chart_dup_principle (trend->chart, i, TRUE);

      widest = MAX (widest, geoat_chart_texts_get (trend->texts, name, GEOAT_CHART_SIZE_SMALL,
                                                   FALSE, trend->scale, most, NAME_LINES)
                                .width);
    }
  return MIN (most, widest + 1);
}

static double
get_titles_height (const Trend *trend)
{
  double height = 0;

  for (guint i = 0; i < trend->figures->rounds->len; i++)
    {
      g_autofree char *title = dup_title (trend, i);
      double from, to;

      get_title_room (trend, i, &from, &to);
      height = MAX (height, geoat_chart_texts_get (trend->texts, title, GEOAT_CHART_SIZE_SMALL,
                                                   FALSE, trend->scale, to - from, TITLE_LINES)
                                .height);
    }
  return GAP + height;
}

/* Divides the width between the digits of the scale, the plot and the names. */
static void
set_columns (Trend *trend, double width)
{
  double digit = geoat_chart_texts_get_width (trend->texts, "0", FALSE, trend->scale);
  double side = MIN (digit + 6, width * 0.15);
  guint n = trend->figures->rounds->len;

  trend->wide = width >= WIDE * trend->scale;
  trend->names_width = trend->wide
                           ? get_names_width (trend, width)
                           : geoat_chart_texts_get_width (trend->texts, "00", FALSE, trend->scale);
  trend->plot.x = side;
  trend->first_x = side + MIN (14 * trend->scale, width * 0.08);
  trend->last_x = MAX (trend->first_x, width - trend->names_width - 6 - TIE * trend->scale);
  trend->plot.width = trend->last_x - side;
  trend->distance = n > 1 ? (trend->last_x - trend->first_x) / (n - 1) : trend->plot.width;
  trend->step = MAX (1, (guint) ceil (TITLE_MIN * trend->scale / MAX (trend->distance, 1)));
}

/* Divides the height between plot, titles and legend; returns the height of the legend. */
static double
set_rows (Trend *trend, GeoatChartLegend *legend, double width, double height)
{
  double small =
      geoat_chart_texts_get_line_height (trend->texts, GEOAT_CHART_SIZE_SMALL, trend->scale);
  double titles = get_titles_height (trend), foot = 0;

  if (!trend->wide)
    foot = geoat_chart_legend_get_height (legend, trend->texts, width, trend->scale) + GAP;
  if (foot > height * LEGEND_SHARE)
    foot = 0;
  if (titles > height * TITLES_SHARE)
    titles = MIN (small + GAP, height * TITLES_SHARE);
  trend->titles_height = titles;
  trend->plot.y = MIN (small / 2 + 2, height * 0.1);
  trend->plot.height = MAX (height - foot - titles - trend->plot.y, height * 0.2);
  return foot;
}

static void
geoat_chart_trend_layout (GeoatChart *chart, GeoatChartScene *scene)
{
  g_autoptr (GeoatChartLegend) legend = create_legend (chart);
  double width = geoat_chart_scene_get_width (scene);
  double height = geoat_chart_scene_get_height (scene);
  Trend trend = {
    .chart = chart,
    .scene = scene,
    .texts = geoat_chart_scene_get_texts (scene),
    .figures = geoat_chart_get_figures (chart),
    .scale = geoat_chart_scene_get_font_scale (scene),
  };
  double foot;

  set_columns (&trend, width);
  foot = set_rows (&trend, legend, width, height);

  /* the legend first: the titles of the rounds get what room is left above it */
  if (foot > 0)
    {
      const GeoatChartBox box = { 0, height - foot + GAP, width, foot - GAP };

      geoat_chart_legend_place (legend, scene, &box, FALSE);
    }
  add_scale (&trend);
  add_titles (&trend);
  for (guint i = 0; i < trend.figures->n_principles; i++)
    add_line (&trend, i);
  add_ends (&trend);
  add_places (&trend);
}

static double
geoat_chart_trend_get_height (GeoatChart *chart,
                              GeoatChartTexts *texts,
                              double width,
                              double font_scale)
{
  g_autoptr (GeoatChartLegend) legend = create_legend (chart);
  double plot = MIN (PLOT_HEIGHT * font_scale, MAX (width * 0.6, 160 * font_scale));
  Trend trend = {
    .chart = chart,
    .texts = texts,
    .figures = geoat_chart_get_figures (chart),
    .scale = font_scale,
  };
  double height, foot;

  set_columns (&trend, width);
  height = plot + get_titles_height (&trend);
  if (trend.wide)
    return ceil (height);
  foot = geoat_chart_legend_get_height (legend, texts, width, font_scale) + GAP;
  return ceil (foot <= (height + foot) * LEGEND_SHARE ? height + foot : height);
}

static char *
geoat_chart_trend_describe (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatPlan *plan = geoat_chart_get_plan (chart);
  guint n = figures->rounds->len;
  const GeoatScore *first = g_ptr_array_index (figures->rounds, 0);
  const GeoatScore *last = g_ptr_array_index (figures->rounds, n - 1);
  g_autofree char *first_title = geoat_chart_dup_round (chart, geoat_plan_get_round (plan, 0));
  g_autofree char *last_title = geoat_chart_dup_round (chart, geoat_plan_get_round (plan, n - 1));
  g_autofree char *first_mean = geoat_chart_dup_tenths (chart, first);
  g_autofree char *last_mean = geoat_chart_dup_tenths (chart, last);

  return geoat_language_format_count (geoat_chart_get_language (chart), "chart.trend.describe", n,
                                      "first", first_title, "first_score", first_mean, "last",
                                      last_title, "last_score", last_mean, NULL);
}

static void
geoat_chart_trend_fill_numbers (GeoatChart *chart, GeoatChartNumbers *numbers)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);

  geoat_chart_numbers_add_columns (numbers, chart, "chart.column.number", "chart.column.principle",
                                   NULL);
  for (guint i = 0; i < figures->rounds->len; i++)
    geoat_chart_numbers_add_column (
        numbers,
        geoat_chart_dup_round (chart, geoat_plan_get_round (geoat_chart_get_plan (chart), i)));

  for (guint i = 1; i <= figures->n_principles + 1; i++)
    {
      guint scope = i <= figures->n_principles ? i : 0; /* the plan comes last */

      geoat_chart_numbers_add_scope (numbers, chart, (int) scope - 1, -1);
      for (guint j = 0; j < figures->rounds->len; j++)
        {
          const GeoatScore *scores = g_ptr_array_index (figures->rounds, j);

          geoat_chart_numbers_add_score (numbers, chart, &scores[scope]);
        }
    }
}

static void
geoat_chart_trend_class_init (GeoatChartTrendClass *klass)
{
  GeoatChartClass *chart_class = GEOAT_CHART_CLASS (klass);

  chart_class->shows = GEOAT_CHART_SHOWS_ROUNDS;
  chart_class->width = 640;
  chart_class->get_height = geoat_chart_trend_get_height;
  chart_class->layout = geoat_chart_trend_layout;
  chart_class->describe = geoat_chart_trend_describe;
  chart_class->fill_numbers = geoat_chart_trend_fill_numbers;
}

static void
geoat_chart_trend_init (GeoatChartTrend *self)
{
}
