/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to the indicators between two rounds: a bar for the plan and one for each
 * principle. Every indicator of the round counts once. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-moves.h"

#include "geoat-chart-segments.h"

struct _GeoatChartMoves
{
  GeoatChart parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatChartMoves, geoat_chart_moves, GEOAT_TYPE_CHART)

static const struct
{
  const char *role;
  const char *key;
  GeoatChartFill fill;
  GeoatChartColor color;
  GeoatChartColor stroke;
  GeoatChartMarker marker;
} looks[GEOAT_CHART_N_MOVES] = {
  [GEOAT_CHART_MOVE_ROSE] = { "rose", "chart.move.rose", GEOAT_CHART_FILL_SOLID,
                              GEOAT_CHART_COLOR_LEVEL_4, GEOAT_CHART_COLOR_EDGE,
                              GEOAT_CHART_MARKER_TRIANGLE_UP },
  [GEOAT_CHART_MOVE_FELL] = { "fell", "chart.move.fell", GEOAT_CHART_FILL_SOLID,
                              GEOAT_CHART_COLOR_SURFACE, GEOAT_CHART_COLOR_COMPARE,
                              GEOAT_CHART_MARKER_TRIANGLE_DOWN },
  [GEOAT_CHART_MOVE_NEW] = { "new", "chart.move.new", GEOAT_CHART_FILL_SOLID,
                             GEOAT_CHART_COLOR_LEVEL_2, GEOAT_CHART_COLOR_EDGE,
                             GEOAT_CHART_MARKER_PLUS },
  [GEOAT_CHART_MOVE_SWITCHED] = { "switched", "chart.move.switched", GEOAT_CHART_FILL_HATCHED,
                                  GEOAT_CHART_COLOR_HATCH, GEOAT_CHART_COLOR_HATCH,
                                  GEOAT_CHART_MARKER_NONE },
  [GEOAT_CHART_MOVE_SAME] = { "same", "chart.move.same", GEOAT_CHART_FILL_SOLID,
                              GEOAT_CHART_COLOR_TRACK, GEOAT_CHART_COLOR_EDGE,
                              GEOAT_CHART_MARKER_NONE },
  [GEOAT_CHART_MOVE_CARRIED] = { "carried", "chart.move.carried", GEOAT_CHART_FILL_DOTTED,
                                 GEOAT_CHART_COLOR_SURFACE, GEOAT_CHART_COLOR_EDGE,
                                 GEOAT_CHART_MARKER_NONE },
  [GEOAT_CHART_MOVE_OPEN] = { "open", "chart.column.open", GEOAT_CHART_FILL_DASHED,
                              GEOAT_CHART_COLOR_HATCH, GEOAT_CHART_COLOR_HATCH,
                              GEOAT_CHART_MARKER_NONE },
};

static guint
fill_segments (GeoatChart *chart, const GeoatChartChange *change, GeoatChartSegment *segments)
{
  guint sum = 0;

  for (guint i = 0; i < GEOAT_CHART_N_MOVES; i++)
    {
      segments[i] = (GeoatChartSegment){
        .role = looks[i].role,
        .index = i,
        .count = change->moves[i],
        .fill = looks[i].fill,
        .color = looks[i].color,
        .stroke = looks[i].stroke,
        .marker = looks[i].marker,
        .name = geoat_chart_get_text (chart, looks[i].key),
      };
      sum += change->moves[i];
    }
  return sum;
}

static GeoatChartRows *
create_rows (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatChartRows *rows = geoat_chart_rows_new ();
  GeoatChartSegment segments[GEOAT_CHART_N_MOVES];

  for (guint i = 0; i <= figures->n_principles; i++)
    {
      GeoatChartRow *row = geoat_chart_rows_add_scope (rows, chart, (int) i - 1, -1);

      row->value = g_strdup_printf ("%u", fill_segments (chart, &figures->changes[i], segments));
    }
  geoat_chart_segments_add_to_legend (segments, GEOAT_CHART_N_MOVES,
                                      geoat_chart_rows_get_legend (rows));
  return rows;
}

/* There is nothing to compare with. */
static void
layout_alone (GeoatChart *chart, GeoatChartScene *scene)
{
  double width = geoat_chart_scene_get_width (scene);
  const char *text = geoat_chart_get_text (chart, "chart.moves.alone");
  const GeoatChartBox box = { 0, 0, width, geoat_chart_scene_get_height (scene) };
  const GeoatChartLabel label = {
    .text = text,
    .box = box,
    .x_align = 0.5,
    .y_align = 0.5,
    .size = GEOAT_CHART_SIZE_NORMAL,
    .color = GEOAT_CHART_COLOR_DIM,
    .max_lines = 6,
    .role = "message",
  };

  geoat_chart_scene_add_text (scene, &label);
  geoat_chart_scene_add_place (scene, g_strdup (text), -1, -1, &box);
}

static void
geoat_chart_moves_layout (GeoatChart *chart, GeoatChartScene *scene)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  g_autoptr (GeoatChartRows) rows = NULL;

  if (figures->compare == NULL)
    {
      layout_alone (chart, scene);
      return;
    }
  rows = create_rows (chart);
  geoat_chart_rows_place (rows, scene);
  for (guint i = 0; i < geoat_chart_rows_get_n (rows); i++)
    {
      GeoatChartSegment segments[GEOAT_CHART_N_MOVES];
      guint sum = fill_segments (chart, &figures->changes[i], segments);

      geoat_chart_segments_place (chart, scene, geoat_chart_rows_get (rows, i), segments,
                                  GEOAT_CHART_N_MOVES, sum, "chart.place.indicators");
    }
}

static double
geoat_chart_moves_get_height (GeoatChart *chart,
                              GeoatChartTexts *texts,
                              double width,
                              double font_scale)
{
  g_autoptr (GeoatChartRows) rows = NULL;

  if (geoat_chart_get_figures (chart)->compare == NULL)
    return 16 + geoat_chart_texts_get (texts, geoat_chart_get_text (chart, "chart.moves.alone"),
                                       GEOAT_CHART_SIZE_NORMAL, FALSE, font_scale, width, 6)
                    .height;
  rows = create_rows (chart);
  return geoat_chart_rows_get_height (rows, texts, width, font_scale);
}

static char *
geoat_chart_moves_describe (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  const guint *moves = figures->changes[0].moves;
  g_autofree char *round = NULL, *compare = NULL;
  char counts[GEOAT_CHART_N_MOVES][16];
  guint sum = 0;

  if (figures->compare == NULL)
    return g_strdup (geoat_chart_get_text (chart, "chart.moves.alone"));
  round = geoat_chart_dup_round (chart, figures->round);
  compare = geoat_chart_dup_round (chart, figures->compare);
  for (guint i = 0; i < GEOAT_CHART_N_MOVES; i++)
    {
      g_snprintf (counts[i], sizeof counts[i], "%u", moves[i]);
      sum += moves[i];
    }
  return geoat_chart_join_sentences (
      geoat_language_format_count (
          geoat_chart_get_language (chart), "chart.moves.describe", sum, "compare", compare,
          "round", round, "rose", counts[GEOAT_CHART_MOVE_ROSE], "fell",
          counts[GEOAT_CHART_MOVE_FELL], "new", counts[GEOAT_CHART_MOVE_NEW], "switched",
          counts[GEOAT_CHART_MOVE_SWITCHED], "same", counts[GEOAT_CHART_MOVE_SAME], "carried",
          counts[GEOAT_CHART_MOVE_CARRIED], "open", counts[GEOAT_CHART_MOVE_OPEN], NULL),
      geoat_chart_dup_change_sentence (chart), NULL);
}

static void
geoat_chart_moves_fill_numbers (GeoatChart *chart, GeoatChartNumbers *numbers)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatChartSegment segments[GEOAT_CHART_N_MOVES];

  geoat_chart_numbers_add_columns (numbers, chart, "chart.column.number", "chart.column.principle",
                                   NULL);
  for (guint i = 0; i < GEOAT_CHART_N_MOVES; i++)
    geoat_chart_numbers_add_columns (numbers, chart, looks[i].key, NULL);
  geoat_chart_numbers_add_columns (numbers, chart, "chart.column.total", NULL);
  if (figures->compare == NULL)
    return;

  for (guint i = 0; i <= figures->n_principles; i++)
    {
      guint sum = fill_segments (chart, &figures->changes[i], segments);

      geoat_chart_numbers_add_scope (numbers, chart, (int) i - 1, -1);
      for (guint j = 0; j < GEOAT_CHART_N_MOVES; j++)
        geoat_chart_numbers_add_count (numbers, segments[j].count);
      geoat_chart_numbers_add_count (numbers, sum);
    }
}

static void
geoat_chart_moves_class_init (GeoatChartMovesClass *klass)
{
  GeoatChartClass *chart_class = GEOAT_CHART_CLASS (klass);

  chart_class->shows = GEOAT_CHART_SHOWS_COMPARE;
  chart_class->compares = TRUE;
  chart_class->width = 640;
  chart_class->get_height = geoat_chart_moves_get_height;
  chart_class->layout = geoat_chart_moves_layout;
  chart_class->describe = geoat_chart_moves_describe;
  chart_class->fill_numbers = geoat_chart_moves_fill_numbers;
}

static void
geoat_chart_moves_init (GeoatChartMoves *self)
{
}
