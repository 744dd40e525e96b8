/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Principle scores on a radar.
 *
 * How it works: the first principle is at the top, the others follow clockwise (in a right-to-left
 * language the scene turns that over); the centre is level 0, the outer ring level 5. A principle
 * without a score is a gap: the line stops at its neighbours and goes on behind it, and the area
 * between two neighbours is filled only when both have a score.
 *
 * The labels are what needs room. They are tried from full names down to numbers, each with rings
 * as large as possible, until all of them fit side by side; full names are taken when they cost the
 * rings hardly anything. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-radar.h"

#include <math.h>

#include "geoat-chart-legend.h"

#define LABEL_GAP 9.0
#define LABEL_WIDTH 176.0
#define N_SIZES 12
#define MAX_LINES 3
#define HIT 28.0

typedef enum
{
  NAMES_LONG,
  NAMES_SHORT,
  NAMES_CUT, /* short ones, with an ellipsis where it must be */
  NAMES_NUMBERS,
  NAMES_BARE, /* numbers, without the score */
  NAMES_NONE,
  N_NAMES
} Names;

struct _GeoatChartRadar
{
  GeoatChart parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatChartRadar, geoat_chart_radar, GEOAT_TYPE_CHART)

/* Where everything is while a scene is laid out. */
typedef struct
{
  GeoatChart *chart;
  GeoatChartScene *scene;
  const GeoatChartFigures *figures;
  guint n;
  double scale;
  GeoatChartBox area; /* all but the legend */
  double x, y, radius;
  Names names;
  GeoatChartBox *labels; /* of name and score together */
} Radar;

static GeoatChartPoint
get_point (const Radar *radar, guint principle, double level)
{
  double angle = -G_PI_2 + 2 * G_PI * principle / MAX (radar->n, 1);
  double distance = radar->radius * level / GEOAT_LEVEL_MAX;

  return (GeoatChartPoint){ radar->x + distance * cos (angle), radar->y + distance * sin (angle) };
}

static char *
dup_name (const Radar *radar, guint principle)
{
  if (radar->names >= NAMES_NUMBERS)
    return g_strdup (
        geoat_framework_get_principle_id (geoat_chart_get_framework (radar->chart), principle));
  return geoat_chart_dup_principle (radar->chart, principle, radar->names != NAMES_LONG);
}

/* How much of a label is the score, below the name. */
static double
get_score_height (const Radar *radar)
{
  return radar->names == NAMES_BARE
             ? 0
             : geoat_chart_scene_get_line_height (radar->scene, GEOAT_CHART_SIZE_NORMAL);
}

/* The room beside the rings at a principle; its place in y follows from the size of the label. */
static GeoatChartLabel
get_label (const Radar *radar, guint principle, const char *name)
{
  GeoatChartPoint vertex = get_point (radar, principle, GEOAT_LEVEL_MAX);
  double gap = LABEL_GAP * radar->scale, width = LABEL_WIDTH * radar->scale;
  GeoatChartLabel label = {
    .text = name,
    .size = GEOAT_CHART_SIZE_SMALL,
    .color = GEOAT_CHART_COLOR_TEXT,
    .max_lines = MAX_LINES,
    .whole = radar->names != NAMES_CUT,
    .role = "principle",
    .index = principle,
  };
  double left = radar->area.x, right = radar->area.x + radar->area.width;

  if (fabs (vertex.x - radar->x) < radar->radius * 0.2)
    {
      width = MIN (width, 2 * MIN (vertex.x - left, right - vertex.x));
      label.box.x = vertex.x - width / 2;
      label.x_align = 0.5;
    }
  else if (vertex.x > radar->x)
    {
      label.box.x = vertex.x + gap;
      width = MIN (width, right - label.box.x);
    }
  else
    {
      width = MIN (width, vertex.x - gap - left);
      label.box.x = vertex.x - gap - width;
      label.x_align = 1;
    }
  label.box.width = MAX (width, 0);
  label.box.height = radar->area.height;
  return label;
}

static gboolean
touch (const GeoatChartBox *a, const GeoatChartBox *b)
{
  return a->x + a->width + 4 > b->x && b->x + b->width + 4 > a->x && a->y + a->height > b->y &&
         b->y + b->height > a->y;
}

/* Finds the box of a label: the name above, the score below it. */
static gboolean
fit_label (Radar *radar, guint principle)
{
  g_autofree char *name = dup_name (radar, principle);
  GeoatChartLabel label = get_label (radar, principle, name);
  GeoatChartPoint vertex = get_point (radar, principle, GEOAT_LEVEL_MAX);
  double gap = LABEL_GAP * radar->scale, up = (radar->y - vertex.y) / MAX (radar->radius, 1);
  GeoatChartText text;
  GeoatChartBox *box = &radar->labels[principle];
  double score_width = 0;

  if (radar->names != NAMES_BARE)
    score_width = geoat_chart_scene_get_text_width (radar->scene, "0.0", TRUE);

  if (!geoat_chart_scene_try (radar->scene, &label, &text) || text.broken ||
      label.box.width < score_width)
    return FALSE;
  box->width = MAX (text.width, score_width);
  box->height = text.height + get_score_height (radar);
  box->x = label.box.x + (label.box.width - box->width) * label.x_align;
  /* wholly above at the top, wholly below at the bottom, beside it in between */
  box->y = vertex.y - box->height * (0.5 + up / 2) - gap * up * (label.x_align == 0.5 ? 1 : 0.4);

  if (box->y < radar->area.y || box->y + box->height > radar->area.y + radar->area.height)
    return FALSE;
  for (guint i = 0; i < principle; i++)
    if (touch (box, &radar->labels[i]))
      return FALSE;
  return TRUE;
}

/* The rings are in the middle of the room that the labels above and below leave. */
static void
set_radius (Radar *radar, double radius, double above, double below)
{
  double height = radar->area.height - above - below;
  double depth = radius;

  /* a polygon with an odd number of corners has no corner at the bottom */
  if (radar->n > 2 && radar->n % 2 == 1)
    depth = radius * cos (G_PI / radar->n);
  radar->radius = radius;
  radar->x = radar->area.x + radar->area.width / 2;
  radar->y = radar->area.y + above + (height - radius - depth) / 2 + radius;
}

static double
get_label_height (Radar *radar, guint principle)
{
  g_autofree char *name = dup_name (radar, principle);
  GeoatChartLabel label = get_label (radar, principle, name);
  GeoatChartText text;
  double height = geoat_chart_scene_try (radar->scene, &label, &text) ? text.height : 0;

  return height + get_score_height (radar) + LABEL_GAP * radar->scale;
}

/* The largest rings for one kind of name, or 0. */
static double
fit_names (Radar *radar, Names names)
{
  double most, above = 0, below = 0;

  radar->names = names;
  set_radius (radar, MIN (radar->area.width, radar->area.height) / 4, 0, 0);
  if (names == NAMES_NONE || radar->n == 0)
    above = below = LABEL_GAP;
  else
    {
      above = get_label_height (radar, 0);
      below = radar->n % 2 == 0 ? get_label_height (radar, radar->n / 2) : 0;
    }
  most = MIN (radar->area.width - LABEL_GAP, radar->area.height - above - below) / 2;
  if (names == NAMES_NONE)
    {
      set_radius (radar, MAX (most, MIN (radar->area.width, radar->area.height) / 4), above, below);
      return radar->radius;
    }

  for (guint i = 0; i < N_SIZES; i++)
    {
      double radius = most * (1 - 0.65 * i / N_SIZES);
      guint fitting = 0;

      if (radius < 24)
        break;
      set_radius (radar, radius, above, below);
      while (fitting < radar->n && fit_label (radar, fitting))
        fitting++;
      if (fitting == radar->n)
        return radius;
    }
  return 0;
}

static void
choose_names (Radar *radar)
{
  double sizes[N_NAMES];
  Names best = NAMES_NONE;

  for (int i = NAMES_LONG; i < N_NAMES; i++)
    sizes[i] = fit_names (radar, i);
  for (int i = NAMES_NONE; i >= NAMES_LONG; i--)
    {
      /* more text may make the rings smaller, but not much; numbers are worth less than names */
      double share = i == NAMES_LONG ? 0.85 : i < NAMES_NUMBERS ? 0.45 : 0.55;

      if (sizes[i] > 0 && sizes[i] >= sizes[best] * share)
        best = i;
    }
  fit_names (radar, best);
}

static void
add_rings (const Radar *radar)
{
  guint corners = radar->n > 2 ? radar->n : 48;
  g_autofree GeoatChartPoint *points = g_new (GeoatChartPoint, corners);
  Radar round = *radar;

  round.n = corners;
  for (int level = 1; level <= GEOAT_LEVEL_MAX; level++)
    {
      for (guint i = 0; i < corners; i++)
        points[i] = get_point (&round, i, level);
      geoat_chart_scene_add_path (radar->scene, "ring", level, points, corners, TRUE,
                                  GEOAT_CHART_COLOR_NONE, GEOAT_CHART_COLOR_GRID, 1,
                                  GEOAT_CHART_LINE_SOLID);
    }
  for (guint i = 0; i < radar->n; i++)
    {
      const GeoatChartPoint axis[] = { { radar->x, radar->y },
                                       get_point (radar, i, GEOAT_LEVEL_MAX) };

      geoat_chart_scene_add_path (radar->scene, "axis", i, axis, 2, FALSE, GEOAT_CHART_COLOR_NONE,
                                  GEOAT_CHART_COLOR_GRID, 1, GEOAT_CHART_LINE_SOLID);
    }
}

/* The digits of the scale stand left of the first axis, on the rings; every other one, or only the
 * last, when the rings are narrow. The rings stop around them, the lines of the rounds do not: so
 * the gaps come first and the digits last. */
static void
add_digits (const Radar *radar, gboolean gaps)
{
  double height = geoat_chart_scene_get_line_height (radar->scene, GEOAT_CHART_SIZE_SMALL);
  double width = geoat_chart_scene_get_text_width (radar->scene, "0", FALSE);
  double ring = radar->radius / GEOAT_LEVEL_MAX;
  int step = height <= ring ? 1 : height <= 2 * ring ? 2 : GEOAT_LEVEL_MAX;

  for (int level = GEOAT_LEVEL_MAX; level > 0; level -= step)
    {
      GeoatChartPoint point = get_point (radar, 0, level);
      g_autofree char *digit = g_strdup_printf ("%d", level);
      const GeoatChartLabel label = {
        .text = digit,
        .box = { point.x - width - 7, point.y - height / 2, width, height },
        .x_align = 1,
        .y_align = 0.5,
        .size = GEOAT_CHART_SIZE_SMALL,
        .color = GEOAT_CHART_COLOR_DIM,
        .role = "scale",
        .index = level,
      };

      if (label.box.y < 0 || label.box.x < 0)
        continue;
      if (gaps)
        geoat_chart_scene_add_area (radar->scene, "gap", level, &label.box, GEOAT_CHART_FILL_SOLID,
                                    GEOAT_CHART_COLOR_SURFACE, GEOAT_CHART_COLOR_NONE, 2);
      else
        geoat_chart_scene_add_text (radar->scene, &label);
    }
}

typedef gboolean (*GetLevel) (const GeoatScore *score, double *level);

/* The area of a round, between neighbours that both have a value. */
static void
add_areas (const Radar *radar, const GeoatScore *scores)
{
  for (guint i = 0; i < radar->n; i++)
    {
      guint next = (i + 1) % radar->n;
      double level, next_level;

      if (next != i && geoat_score_get_mean (&scores[1 + i], &level) &&
          geoat_score_get_mean (&scores[1 + next], &next_level))
        {
          const GeoatChartPoint points[] = { get_point (radar, i, level),
                                             get_point (radar, next, next_level),
                                             { radar->x, radar->y } };

          geoat_chart_scene_add_path (radar->scene, "area", i, points, 3, TRUE,
                                      GEOAT_CHART_COLOR_ROUND_AREA, GEOAT_CHART_COLOR_NONE, 0,
                                      GEOAT_CHART_LINE_SOLID);
        }
    }
}

/* One round or the targets: lines between neighbours that both have a value. */
static void
add_series (const Radar *radar,
            const char *role,
            const GeoatScore *scores,
            GetLevel get_level,
            GeoatChartColor color,
            GeoatChartLine line,
            GeoatChartMarker marker)
{
  double size = CLAMP (radar->radius / 14, 5, 9);
  double width = line == GEOAT_CHART_LINE_SOLID ? 2.5 : 2;

  for (guint i = 0; i < radar->n; i++)
    {
      guint next = (i + 1) % radar->n;
      double level, next_level;

      if (next != i && get_level (&scores[1 + i], &level) &&
          get_level (&scores[1 + next], &next_level))
        {
          const GeoatChartPoint points[] = { get_point (radar, i, level),
                                             get_point (radar, next, next_level) };

          geoat_chart_scene_add_path (radar->scene, role, i, points, 2, FALSE,
                                      GEOAT_CHART_COLOR_NONE, color, width, line);
        }
    }
  for (guint i = 0; i < radar->n && marker != GEOAT_CHART_MARKER_NONE; i++)
    {
      double level;

      if (get_level (&scores[1 + i], &level))
        {
          GeoatChartPoint point = get_point (radar, i, level);

          geoat_chart_scene_add_marker (radar->scene, role, i, point.x, point.y, size, marker,
                                        color);
        }
    }
}

static void
add_label (const Radar *radar, guint principle)
{
  g_autofree char *name = dup_name (radar, principle);
  g_autofree char *score =
      geoat_chart_dup_tenths (radar->chart, &radar->figures->scores[1 + principle]);
  GeoatChartLabel label = get_label (radar, principle, name);
  const GeoatChartBox *box = &radar->labels[principle];
  double bottom = get_score_height (radar);

  label.box.y = box->y;
  label.box.height = box->height - bottom;
  geoat_chart_scene_add_text (radar->scene, &label);
  if (radar->names == NAMES_BARE)
    return;

  label.text = score;
  label.box.y = box->y + box->height - bottom;
  label.box.height = bottom + 0.1;
  label.size = GEOAT_CHART_SIZE_NORMAL;
  label.bold = TRUE;
  label.role = "score";
  geoat_chart_scene_add_text (radar->scene, &label);
}

static void
add_place (const Radar *radar, guint principle)
{
  g_autofree char *name = geoat_chart_dup_principle (radar->chart, principle, FALSE);
  char *label = geoat_chart_dup_place (radar->chart, name, 1 + principle);
  double hit = MIN (HIT, radar->radius / 2), level;
  GeoatChartPoint point;
  GeoatChartBox box;

  if (radar->names != NAMES_NONE)
    geoat_chart_scene_add_hint (radar->scene, label, principle, -1, &radar->labels[principle]);
  if (!geoat_score_get_mean (&radar->figures->scores[1 + principle], &level))
    level = 0.5; /* a gap has no vertex: near the centre, on its axis */
  point = get_point (radar, principle, level);
  box = (GeoatChartBox){ point.x - hit / 2, point.y - hit / 2, hit, hit };
  geoat_chart_scene_add_place (radar->scene, label, principle, -1, &box);
}

static GeoatChartLegend *
create_legend (GeoatChart *self)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);
  GeoatChartLegend *legend = geoat_chart_legend_new ();
  g_autofree char *round = geoat_chart_dup_round (self, figures->round);

  geoat_chart_legend_add_line (legend, GEOAT_CHART_LINE_SOLID, GEOAT_CHART_MARKER_CIRCLE,
                               GEOAT_CHART_COLOR_ROUND, round);
  if (figures->compare != NULL)
    {
      g_autofree char *compare = geoat_chart_dup_round (self, figures->compare);

      geoat_chart_legend_add_line (legend, GEOAT_CHART_LINE_DASHED, GEOAT_CHART_MARKER_DIAMOND,
                                   GEOAT_CHART_COLOR_COMPARE, compare);
    }
  if (geoat_chart_shows_targets (self) && figures->scores[0].n_targets > 0)
    {
      g_autofree char *target = geoat_chart_dup_target_name (self);

      geoat_chart_legend_add_line (legend, GEOAT_CHART_LINE_DOTTED, GEOAT_CHART_MARKER_NONE,
                                   GEOAT_CHART_COLOR_TARGET, target);
    }
  return legend;
}

/* The height of the legend, or 0 when it would take too much of the chart. */
static double
get_foot (GeoatChartLegend *legend,
          GeoatChartTexts *texts,
          double width,
          double height,
          double font_scale)
{
  double foot = geoat_chart_legend_get_height (legend, texts, width, font_scale);

  return foot <= height * 0.3 ? foot : 0;
}

static void
layout_area (Radar *radar)
{
  const GeoatChartFigures *figures = radar->figures;

  choose_names (radar);
  add_rings (radar);
  for (guint i = 0; i < radar->n && radar->names != NAMES_NONE; i++)
    add_label (radar, i);
  add_digits (radar, TRUE);
  if (geoat_chart_shows_targets (radar->chart))
    add_series (radar, "target", figures->scores, geoat_score_get_target, GEOAT_CHART_COLOR_TARGET,
                GEOAT_CHART_LINE_DOTTED, GEOAT_CHART_MARKER_NONE);
  if (figures->compare_scores != NULL)
    add_series (radar, "compare", figures->compare_scores, geoat_score_get_mean,
                GEOAT_CHART_COLOR_COMPARE, GEOAT_CHART_LINE_DASHED, GEOAT_CHART_MARKER_DIAMOND);
  add_areas (radar, figures->scores);
  add_series (radar, "round", figures->scores, geoat_score_get_mean, GEOAT_CHART_COLOR_ROUND,
              GEOAT_CHART_LINE_SOLID, GEOAT_CHART_MARKER_CIRCLE);
  add_digits (radar, FALSE);
  for (guint i = 0; i < radar->n; i++)
    add_place (radar, i);
}

static void
geoat_chart_radar_layout (GeoatChart *chart, GeoatChartScene *scene)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  double width = geoat_chart_scene_get_width (scene);
  double height = geoat_chart_scene_get_height (scene);
  double scale = geoat_chart_scene_get_font_scale (scene);
  g_autoptr (GeoatChartLegend) legend = create_legend (chart);
  double foot = get_foot (legend, geoat_chart_scene_get_texts (scene), width, height, scale);
  g_autofree GeoatChartBox *labels = g_new0 (GeoatChartBox, figures->n_principles);
  Radar radar = {
    .chart = chart,
    .scene = scene,
    .figures = figures,
    .n = figures->n_principles,
    .scale = scale,
    .labels = labels,
  };

  radar.area = (GeoatChartBox){ 0, 0, width, height - foot - (foot > 0 ? 8 : 0) };
  layout_area (&radar);
  if (foot > 0)
    {
      const GeoatChartBox box = { 0, height - foot, width, foot };

      geoat_chart_legend_place (legend, scene, &box, TRUE);
    }
}

static double
geoat_chart_radar_get_height (GeoatChart *chart,
                              GeoatChartTexts *texts,
                              double width,
                              double font_scale)
{
  g_autoptr (GeoatChartLegend) legend = create_legend (chart);
  double least = MIN (260 * font_scale, width * 1.15);
  double height = CLAMP (width * 0.8, least, 460 * font_scale);

  return ceil (height + get_foot (legend, texts, width, height * 1.3, font_scale));
}

static char *
geoat_chart_radar_describe (GeoatChart *chart)
{
  return geoat_chart_join_sentences (geoat_chart_dup_mean_sentence (chart),
                                     geoat_chart_dup_extremes_sentence (chart, FALSE),
                                     geoat_chart_dup_change_sentence (chart));
}

static void
geoat_chart_radar_fill_numbers (GeoatChart *chart, GeoatChartNumbers *numbers)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);

  geoat_chart_numbers_add_columns (numbers, chart, "chart.column.number", "chart.column.principle",
                                   NULL);
  geoat_chart_numbers_add_score_columns (numbers, chart);
  for (guint i = 0; i < figures->n_principles; i++)
    {
      geoat_chart_numbers_add_scope (numbers, chart, i, -1);
      geoat_chart_numbers_add_scores (numbers, chart, 1 + i);
    }
  geoat_chart_numbers_add_scope (numbers, chart, -1, -1);
  geoat_chart_numbers_add_scores (numbers, chart, 0);
}

static void
geoat_chart_radar_class_init (GeoatChartRadarClass *klass)
{
  GeoatChartClass *chart_class = GEOAT_CHART_CLASS (klass);

  chart_class->shows =
      GEOAT_CHART_SHOWS_SCORES | GEOAT_CHART_SHOWS_COMPARE | GEOAT_CHART_SHOWS_TARGETS;
  chart_class->get_height = geoat_chart_radar_get_height;
  chart_class->layout = geoat_chart_radar_layout;
  chart_class->describe = geoat_chart_radar_describe;
  chart_class->fill_numbers = geoat_chart_radar_fill_numbers;
}

static void
geoat_chart_radar_init (GeoatChartRadar *self)
{
}
