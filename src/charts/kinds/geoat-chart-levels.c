/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the indicators are spread over the levels: a bar for the plan and one for each principle,
 * each as long as the others, cut into the levels 0 to 5, N/A and not yet assessed. This comes
 * before any mean: the tool shows where an administration lacks, it does not grade. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-levels.h"

#include "geoat-chart-segments.h"

#define N_SEGMENTS (GEOAT_N_LEVELS + 2)

struct _GeoatChartLevels
{
  GeoatChart parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatChartLevels, geoat_chart_levels, GEOAT_TYPE_CHART)

static GeoatLevel
get_level (guint segment)
{
  if (segment < GEOAT_N_LEVELS)
    return segment;
  return segment == GEOAT_N_LEVELS ? GEOAT_LEVEL_NOT_APPLICABLE : GEOAT_LEVEL_NOT_ASSESSED;
}

/* "2 beginning" */
static char *
dup_level_name (GeoatChart *chart, GeoatLevel level)
{
  GeoatLanguage *language = geoat_chart_get_language (chart);
  g_autofree char *digit = NULL;

  if (level == GEOAT_LEVEL_NOT_ASSESSED)
    return g_strdup (geoat_language_get_text (language, "level.not_assessed"));
  if (level == GEOAT_LEVEL_NOT_APPLICABLE)
    return g_strdup (geoat_language_get_text (language, "level.not_applicable"));
  digit = g_strdup_printf ("%d", level);
  return geoat_language_format (language, "chart.name", "id", digit, "name",
                                geoat_framework_get_level_short (geoat_chart_get_framework (chart),
                                                                 level,
                                                                 geoat_language_get_tag (language)),
                                NULL);
}

static guint
get_count (const GeoatScore *score, GeoatLevel level)
{
  if (level == GEOAT_LEVEL_NOT_ASSESSED)
    return score->not_assessed;
  if (level == GEOAT_LEVEL_NOT_APPLICABLE)
    return score->not_applicable;
  return score->levels[level];
}

static void
fill_segments (const GeoatScore *score, char *const *names, GeoatChartSegment *segments)
{
  for (guint i = 0; i < N_SEGMENTS; i++)
    {
      GeoatLevel level = get_level (i);

      segments[i] = (GeoatChartSegment){
        .role = "level",
        .index = level,
        .count = get_count (score, level),
        .fill = GEOAT_CHART_FILL_SOLID,
        .name = names[i],
      };
      if (geoat_level_is_rated (level))
        {
          segments[i].color = geoat_chart_color_for_level (level);
          segments[i].stroke = GEOAT_CHART_COLOR_EDGE;
          continue;
        }
      segments[i].fill =
          level == GEOAT_LEVEL_NOT_APPLICABLE ? GEOAT_CHART_FILL_HATCHED : GEOAT_CHART_FILL_DASHED;
      segments[i].color = segments[i].stroke = GEOAT_CHART_COLOR_HATCH;
    }
}

static char **
dup_names (GeoatChart *chart)
{
  char **names = g_new0 (char *, N_SEGMENTS + 1);

  for (guint i = 0; i < N_SEGMENTS; i++)
    names[i] = dup_level_name (chart, get_level (i));
  return names;
}

static GeoatChartRows *
create_rows (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatChartRows *rows = geoat_chart_rows_new ();
  g_auto (GStrv) names = dup_names (chart);

  for (guint i = 0; i <= figures->n_principles; i++)
    geoat_chart_rows_add_scope (rows, chart, (int) i - 1, -1)->value =
        g_strdup_printf ("%u", figures->scores[i].total);
  for (guint i = 0; i < N_SEGMENTS; i++)
    geoat_chart_legend_add_level (geoat_chart_rows_get_legend (rows), get_level (i), names[i]);
  return rows;
}

static void
geoat_chart_levels_layout (GeoatChart *chart, GeoatChartScene *scene)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  g_autoptr (GeoatChartRows) rows = create_rows (chart);
  g_auto (GStrv) names = dup_names (chart);

  geoat_chart_rows_place (rows, scene);
  for (guint i = 0; i < geoat_chart_rows_get_n (rows); i++)
    {
      GeoatChartSegment segments[N_SEGMENTS];

      fill_segments (&figures->scores[i], names, segments);
      geoat_chart_segments_place (chart, scene, geoat_chart_rows_get (rows, i), segments,
                                  N_SEGMENTS, figures->scores[i].total, "chart.place.indicators");
    }
}

static char *
geoat_chart_levels_describe (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  const GeoatScore *score = &figures->scores[0];
  g_autofree char *round = geoat_chart_dup_round (chart, figures->round);
  char counts[N_SEGMENTS][16];

  for (guint i = 0; i < N_SEGMENTS; i++)
    g_snprintf (counts[i], sizeof counts[i], "%u", get_count (score, get_level (i)));
  return geoat_language_format_count (
      geoat_chart_get_language (chart), "chart.levels.describe", score->total, "round", round,
      "level_0", counts[0], "level_1", counts[1], "level_2", counts[2], "level_3", counts[3],
      "level_4", counts[4], "level_5", counts[5], "na", counts[6], "open", counts[7], NULL);
}

static void
geoat_chart_levels_fill_numbers (GeoatChart *chart, GeoatChartNumbers *numbers)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);

  geoat_chart_numbers_add_columns (numbers, chart, "chart.column.number", "chart.column.principle",
                                   NULL);
  for (guint i = 0; i < N_SEGMENTS; i++)
    geoat_chart_numbers_add_column (numbers, dup_level_name (chart, get_level (i)));
  geoat_chart_numbers_add_columns (numbers, chart, "chart.column.total", NULL);

  for (guint i = 0; i <= figures->n_principles; i++)
    {
      geoat_chart_numbers_add_scope (numbers, chart, (int) i - 1, -1);
      for (guint j = 0; j < N_SEGMENTS; j++)
        geoat_chart_numbers_add_count (numbers, get_count (&figures->scores[i], get_level (j)));
      geoat_chart_numbers_add_count (numbers, figures->scores[i].total);
    }
}

static void
geoat_chart_levels_class_init (GeoatChartLevelsClass *klass)
{
  GeoatChartClass *chart_class = GEOAT_CHART_CLASS (klass);

  chart_class->shows = GEOAT_CHART_SHOWS_SCORES | GEOAT_CHART_SHOWS_LEVELS;
  chart_class->width = 640;
  chart_class->create_rows = create_rows;
  chart_class->get_height = geoat_chart_rows_get_chart_height;
  chart_class->layout = geoat_chart_levels_layout;
  chart_class->describe = geoat_chart_levels_describe;
  chart_class->fill_numbers = geoat_chart_levels_fill_numbers;
}

static void
geoat_chart_levels_init (GeoatChartLevels *self)
{
}
