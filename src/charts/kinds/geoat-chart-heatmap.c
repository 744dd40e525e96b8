/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key elements as a map: a row for each principle, a cell for each key element, coloured by the
 * level that its score is nearest to (half up), with id, score, name and coverage as far as there
 * is room. A key element that is wholly N/A is hatched, one without a rating has a dashed outline.
 *
 * How it works: the label of a principle stands beside its cells, or above them where the chart is
 * narrow. All cells have one width, that of the longest row, so that the map is a grid; all have
 * one height, that of what they show at that width. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-heatmap.h"

#include <math.h>

#include "geoat-chart-legend.h"

/* in units at font scale 1 */
#define NARROW 460.0
#define LABEL_MAX 200.0
#define LABEL_SHARE 0.26
#define GAP 4.0
#define LABEL_GAP 10.0
#define PADDING 6.0
#define METER 4.0
#define NAME_MIN 124.0
#define LEGEND_GAP 12.0
#define MAX_LABEL_LINES 3
#define NAME_LINES 4

struct _GeoatChartHeatmap
{
  GeoatChart parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatChartHeatmap, geoat_chart_heatmap, GEOAT_TYPE_CHART)

/* The grid at one size. */
typedef struct
{
  GeoatChart *chart;
  GeoatChartTexts *texts;
  double width;
  double scale;
  guint n_rows;
  guint n_columns;
  gboolean above; /* labels */
  double label_width;
  double label_height; /* of a label above its row */
  double cell_width;
  double cell_height;
  double row_gap;
  double line;
  double small_line;
} Grid;

static guint
get_n_columns (GeoatFramework *framework)
{
  guint most = 1;

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      guint first, n;

      geoat_framework_get_principle_range (framework, i, &first, &n);
      most = MAX (most, n);
    }
  return most;
}

static const char *
get_name (const Grid *grid, guint key_element)
{
  return geoat_framework_get_key_element_name (
      geoat_chart_get_framework (grid->chart), key_element,
      geoat_language_get_tag (geoat_chart_get_language (grid->chart)));
}

static double
get_inner_width (const Grid *grid)
{
  return grid->cell_width - 2 * PADDING * grid->scale;
}

/* The height of the names of the key elements, of which each takes at most NAME_LINES. */
static double
get_name_height (const Grid *grid)
{
  GeoatFramework *framework = geoat_chart_get_framework (grid->chart);
  double height = 0;

  if (grid->cell_width < NAME_MIN * grid->scale)
    return 0;
  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    height =
        MAX (height, geoat_chart_texts_get (grid->texts, get_name (grid, i), GEOAT_CHART_SIZE_SMALL,
                                            FALSE, grid->scale, get_inner_width (grid), NAME_LINES)
                         .height);
  return height;
}

/* Whether id and score fit side by side. */
static gboolean
is_one_line (const Grid *grid)
{
  return get_inner_width (grid) >=
         geoat_chart_texts_get_width (grid->texts, "0W  0.0", TRUE, grid->scale);
}

static double
get_cell_height (const Grid *grid)
{
  double height = grid->line * (is_one_line (grid) ? 1 : 2) + get_name_height (grid);

  return height + grid->small_line + (2 * PADDING + METER + 2) * grid->scale;
}

static void
set_columns (Grid *grid)
{
  GeoatFramework *framework = geoat_chart_get_framework (grid->chart);
  double width;

  grid->n_rows = geoat_framework_get_n_principles (framework);
  grid->n_columns = get_n_columns (framework);
  grid->above = grid->width < NARROW * grid->scale;
  grid->line =
      geoat_chart_texts_get_line_height (grid->texts, GEOAT_CHART_SIZE_NORMAL, grid->scale);
  grid->small_line =
      geoat_chart_texts_get_line_height (grid->texts, GEOAT_CHART_SIZE_SMALL, grid->scale);
  grid->label_height = grid->above ? grid->line + 3 * grid->scale : 0;
  grid->label_width = grid->above ? 0 : MIN (grid->width * LABEL_SHARE, LABEL_MAX * grid->scale);
  width = grid->width - grid->label_width + GAP;
  grid->cell_width = MAX (width / grid->n_columns - GAP, 1);
  grid->cell_height = get_cell_height (grid);
  grid->row_gap = grid->above ? 2 * GAP * grid->scale : GAP;
}

static double
get_grid_height (const Grid *grid)
{
  return grid->n_rows * (grid->label_height + grid->cell_height) +
         MAX ((int) grid->n_rows - 1, 0) * grid->row_gap;
}

static GeoatChartLegend *
create_legend (GeoatChart *chart)
{
  GeoatFramework *framework = geoat_chart_get_framework (chart);
  GeoatLanguage *language = geoat_chart_get_language (chart);
  GeoatChartLegend *legend = geoat_chart_legend_new ();

  for (int level = 0; level <= GEOAT_LEVEL_MAX; level++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", level);
      g_autofree char *text = geoat_language_format (
          language, "chart.name", "id", digit, "name",
          geoat_framework_get_level_short (framework, level, geoat_language_get_tag (language)),
          NULL);

      geoat_chart_legend_add_level (legend, level, text);
    }
  geoat_chart_legend_add_level (legend, GEOAT_LEVEL_NOT_APPLICABLE,
                                geoat_language_get_text (language, "level.not_applicable"));
  geoat_chart_legend_add_level (legend, GEOAT_LEVEL_NOT_ASSESSED,
                                geoat_language_get_text (language, "level.not_assessed"));
  return legend;
}

/* The level whose colour a score has: the nearest one, half up, from whole sums. */
static GeoatLevel
get_level (const GeoatScore *score)
{
  guint n = geoat_score_get_rated (score);

  if (n > 0)
    return (2 * geoat_score_get_sum (score) + n) / (2 * n);
  if (score->total > 0 && score->not_applicable == score->total)
    return GEOAT_LEVEL_NOT_APPLICABLE;
  return GEOAT_LEVEL_NOT_ASSESSED;
}

/* How much has been assessed: a bar along the foot of a cell, on a thin line. */
static void
add_meter (GeoatChartScene *scene,
           const GeoatScore *score,
           guint key_element,
           const GeoatChartBox *inner,
           GeoatChartColor color)
{
  double height = METER * geoat_chart_scene_get_font_scale (scene);
  GeoatChartBox box = { inner->x, inner->y + inner->height - height, inner->width, height };
  const GeoatChartPoint track[] = { { box.x, box.y + height / 2 },
                                    { box.x + box.width, box.y + height / 2 } };

  geoat_chart_scene_add_path (scene, "meter-track", key_element, track, 2, FALSE,
                              GEOAT_CHART_COLOR_NONE, color, 1, GEOAT_CHART_LINE_SOLID);
  box.width = box.width * geoat_score_get_assessed (score) / MAX (score->total, 1);
  if (box.width > 0)
    geoat_chart_scene_add_area (scene, "meter", key_element, &box, GEOAT_CHART_FILL_SOLID, color,
                                GEOAT_CHART_COLOR_NONE, height / 2);
}

static char *
dup_coverage (const Grid *grid, const GeoatScore *score, const char *key)
{
  g_autofree char *assessed = g_strdup_printf ("%u", geoat_score_get_assessed (score));
  g_autofree char *total = g_strdup_printf ("%u", score->total);

  return geoat_language_format (geoat_chart_get_language (grid->chart), key, "assessed", assessed,
                                "total", total, NULL);
}

/* What is in a cell, from the most important to the least: each is left out when it has no room. */
static void
add_cell_texts (const Grid *grid,
                GeoatChartScene *scene,
                guint key_element,
                const GeoatChartBox *inner,
                GeoatChartColor background,
                gboolean meter)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (grid->chart);
  const GeoatScore *score = &figures->scores[1 + figures->n_principles + key_element];
  g_autofree char *mean = geoat_chart_dup_tenths (grid->chart, score);
  g_autofree char *coverage = dup_coverage (grid, score, "chart.coverage");
  g_autofree char *brief = dup_coverage (grid, score, "chart.coverage.brief");
  gboolean one_line = is_one_line (grid);
  double foot = meter ? (METER + 2) * grid->scale : 0;
  GeoatChartText text;
  GeoatChartLabel label = {
    .text = mean,
    .box = { inner->x, inner->y + (one_line ? 0 : grid->line), inner->width, grid->line },
    .x_align = one_line ? 1 : 0.5,
    .size = GEOAT_CHART_SIZE_NORMAL,
    .bold = TRUE,
    .whole = TRUE,
    .background = background,
    .role = "score",
    .index = key_element,
  };

  if (inner->height < label.box.y - inner->y + grid->line)
    label.box.y = inner->y + (inner->height - grid->line) / 2;
  geoat_chart_scene_add_text (scene, &label);

  label.text =
      geoat_framework_get_key_element_id (geoat_chart_get_framework (grid->chart), key_element);
  label.role = "id";
  label.bold = FALSE;
  label.x_align = one_line ? 0 : 0.5;
  label.box.y = one_line ? label.box.y : inner->y;
  geoat_chart_scene_add_text (scene, &label);

  label.text = coverage;
  label.role = "coverage";
  label.size = GEOAT_CHART_SIZE_SMALL;
  label.box.height = grid->small_line;
  label.box.y = inner->y + inner->height - foot - grid->small_line;
  if (!geoat_chart_scene_try (scene, &label, &text))
    label.text = brief;
  geoat_chart_scene_add_text (scene, &label);

  if (!one_line || grid->cell_width < NAME_MIN * grid->scale)
    return;
  label.text = get_name (grid, key_element);
  label.role = "name";
  label.whole = FALSE;
  label.max_lines = NAME_LINES;
  label.box.height = label.box.y - inner->y - grid->line;
  label.box.y = inner->y + grid->line;
  geoat_chart_scene_add_text (scene, &label);
}

static void
add_cell (const Grid *grid,
          GeoatChartScene *scene,
          guint principle,
          guint key_element,
          const GeoatChartBox *cell)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (grid->chart);
  guint scope = 1 + figures->n_principles + key_element;
  const GeoatScore *score = &figures->scores[scope];
  GeoatLevel level = get_level (score);
  GeoatChartColor background = GEOAT_CHART_COLOR_SURFACE, ink;
  double padding = PADDING * grid->scale;
  double side = MIN (padding, cell->width * 0.08), top = MIN (padding, cell->height * 0.1);
  GeoatChartBox inner = { cell->x + side, cell->y + top, cell->width - 2 * side,
                          cell->height - 2 * top };
  gboolean meter = inner.height >= grid->line + (METER + 2) * grid->scale;
  g_autofree char *name = geoat_chart_dup_key_element (grid->chart, key_element);

  geoat_chart_scene_add_level (scene, "cell", key_element, cell, level, 4);
  if (geoat_level_is_rated (level))
    background = geoat_chart_color_for_level (level);
  else if (level == GEOAT_LEVEL_NOT_APPLICABLE)
    geoat_chart_scene_add_area (scene, "patch", key_element, &inner, GEOAT_CHART_FILL_SOLID,
                                GEOAT_CHART_COLOR_SURFACE, GEOAT_CHART_COLOR_NONE, 3);
  ink = geoat_chart_color_on (background);
  if (meter)
    add_meter (scene, score, key_element, &inner, ink);
  add_cell_texts (grid, scene, key_element, &inner, background, meter);
  geoat_chart_scene_add_place (scene, geoat_chart_dup_place (grid->chart, name, scope), principle,
                               key_element, cell);
}

static void
add_label (const Grid *grid, GeoatChartScene *scene, guint principle, double y)
{
  g_autofree char *full = geoat_chart_dup_principle (grid->chart, principle, FALSE);
  g_autofree char *brief = geoat_chart_dup_principle (grid->chart, principle, TRUE);
  GeoatChartLabel label = {
    .text = full,
    .box = { 0, y, grid->above ? grid->width : grid->label_width - LABEL_GAP * grid->scale,
             grid->above ? grid->line + 0.1 : grid->cell_height },
    .y_align = grid->above ? 0 : 0.5,
    .size = GEOAT_CHART_SIZE_NORMAL,
    .color = GEOAT_CHART_COLOR_TEXT,
    .max_lines = grid->above ? 1 : MAX_LABEL_LINES,
    .whole = TRUE,
    .role = "label",
    .index = principle,
  };

  geoat_chart_scene_add_hint (scene, full, principle, -1, &label.box);
  if (geoat_chart_scene_add_text (scene, &label) != NULL)
    return;
  label.text = brief;
  if (geoat_chart_scene_add_text (scene, &label) != NULL)
    return;
  label.whole = FALSE;
  geoat_chart_scene_add_text (scene, &label);
}

/* Cells as high as the height allows, labels above them only when they have room. */
static void
set_heights (Grid *grid, double height)
{
  guint n = MAX (grid->n_rows, 1);
  double room;

  grid->row_gap = MIN (grid->row_gap, height / n / 4);
  room = (height - (n - 1) * grid->row_gap) / n;

  if (room < grid->label_height + grid->line)
    grid->label_height = 0;
  grid->cell_height = MIN (room - grid->label_height, grid->cell_height * 1.6);
  grid->cell_height = MAX (grid->cell_height, 0.5);
}

static void
geoat_chart_heatmap_layout (GeoatChart *chart, GeoatChartScene *scene)
{
  GeoatFramework *framework = geoat_chart_get_framework (chart);
  double height = geoat_chart_scene_get_height (scene), y = 0, foot;
  Grid grid = {
    .chart = chart,
    .texts = geoat_chart_scene_get_texts (scene),
    .width = geoat_chart_scene_get_width (scene),
    .scale = geoat_chart_scene_get_font_scale (scene),
  };
  g_autoptr (GeoatChartLegend) legend = create_legend (chart);

  foot = geoat_chart_legend_get_height (legend, grid.texts, grid.width, grid.scale);
  if (foot > height * 0.3)
    foot = 0;
  set_columns (&grid);
  set_heights (&grid, height - (foot > 0 ? foot + LEGEND_GAP * grid.scale : 0));

  for (guint i = 0; i < grid.n_rows; i++)
    {
      guint first, n;

      if (!grid.above || grid.label_height > 0)
        add_label (&grid, scene, i, y);
      y += grid.label_height;
      geoat_framework_get_principle_range (framework, i, &first, &n);
      for (guint j = 0; j < n; j++)
        {
          const GeoatChartBox cell = { grid.label_width + j * (grid.cell_width + GAP), y,
                                       grid.cell_width, grid.cell_height };

          add_cell (&grid, scene, i, first + j, &cell);
        }
      y += grid.cell_height + grid.row_gap;
    }
  if (foot > 0)
    {
      const GeoatChartBox box = { 0, height - foot, grid.width, foot };

      geoat_chart_legend_place (legend, scene, &box, FALSE);
    }
}

static double
geoat_chart_heatmap_get_height (GeoatChart *chart,
                                GeoatChartTexts *texts,
                                double width,
                                double font_scale)
{
  Grid grid = { .chart = chart, .texts = texts, .width = width, .scale = font_scale };
  g_autoptr (GeoatChartLegend) legend = create_legend (chart);
  double foot = geoat_chart_legend_get_height (legend, texts, width, font_scale);

  set_columns (&grid);
  return ceil (get_grid_height (&grid) + foot + LEGEND_GAP * font_scale);
}

static char *
geoat_chart_heatmap_describe (GeoatChart *chart)
{
  return geoat_chart_join_sentences (geoat_chart_dup_mean_sentence (chart),
                                     geoat_chart_dup_extremes_sentence (chart, TRUE), NULL);
}

static void
geoat_chart_heatmap_fill_numbers (GeoatChart *chart, GeoatChartNumbers *numbers)
{
  geoat_chart_numbers_add_key_elements (numbers, chart);
}

static void
geoat_chart_heatmap_class_init (GeoatChartHeatmapClass *klass)
{
  GeoatChartClass *chart_class = GEOAT_CHART_CLASS (klass);

  chart_class->shows = GEOAT_CHART_SHOWS_SCORES | GEOAT_CHART_SHOWS_KEY_ELEMENTS;
  chart_class->width = 760;
  chart_class->get_height = geoat_chart_heatmap_get_height;
  chart_class->layout = geoat_chart_heatmap_layout;
  chart_class->describe = geoat_chart_heatmap_describe;
  chart_class->fill_numbers = geoat_chart_heatmap_fill_numbers;
}

static void
geoat_chart_heatmap_init (GeoatChartHeatmap *self)
{
}
