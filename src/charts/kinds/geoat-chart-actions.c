/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the plan and of each principle by status. Those that are overdue are a segment of
 * their own beside the others of their status, with a heavy outline and a sign, and are counted
 * behind the bar. The bars of the principles have one scale; the bar of the plan has its own. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-actions.h"

#include "geoat-chart-segments.h"

struct _GeoatChartActions
{
  GeoatChart parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatChartActions, geoat_chart_actions, GEOAT_TYPE_CHART)

/* The segments in their order: what is done first, what is left after it. */
static const struct
{
  const char *role;
  const char *key;
  GeoatStatus status;
  gboolean overdue;
  GeoatChartFill fill;
  GeoatChartColor color;
} looks[] = {
  { "done", "status.done", GEOAT_STATUS_DONE, FALSE, GEOAT_CHART_FILL_SOLID,
    GEOAT_CHART_COLOR_LEVEL_5 },
  { "in-progress", "status.in_progress", GEOAT_STATUS_IN_PROGRESS, FALSE, GEOAT_CHART_FILL_SOLID,
    GEOAT_CHART_COLOR_LEVEL_3 },
  { "in-progress-overdue", "chart.actions.in_progress_overdue", GEOAT_STATUS_IN_PROGRESS, TRUE,
    GEOAT_CHART_FILL_SOLID, GEOAT_CHART_COLOR_LEVEL_3 },
  { "planned", "status.planned", GEOAT_STATUS_PLANNED, FALSE, GEOAT_CHART_FILL_SOLID,
    GEOAT_CHART_COLOR_LEVEL_1 },
  { "planned-overdue", "chart.actions.planned_overdue", GEOAT_STATUS_PLANNED, TRUE,
    GEOAT_CHART_FILL_SOLID, GEOAT_CHART_COLOR_LEVEL_1 },
  { "dropped", "status.dropped", GEOAT_STATUS_DROPPED, FALSE, GEOAT_CHART_FILL_HATCHED,
    GEOAT_CHART_COLOR_HATCH },
};

#define N_SEGMENTS G_N_ELEMENTS (looks)

static guint
get_count (const GeoatChartActionCount *actions, guint segment)
{
  GeoatStatus status = looks[segment].status;

  if (looks[segment].overdue)
    return actions->overdue[status];
  return actions->by_status[status] - actions->overdue[status];
}

static guint
get_total (const GeoatChartActionCount *actions)
{
  guint total = 0;

  for (guint i = 0; i < GEOAT_N_STATUSES; i++)
    total += actions->by_status[i];
  return total;
}

static guint
get_overdue (const GeoatChartActionCount *actions)
{
  guint overdue = 0;

  for (guint i = 0; i < GEOAT_N_STATUSES; i++)
    overdue += actions->overdue[i];
  return overdue;
}

static void
fill_segments (GeoatChart *chart, const GeoatChartActionCount *actions, GeoatChartSegment *segments)
{
  for (guint i = 0; i < N_SEGMENTS; i++)
    {
      gboolean hatched = looks[i].fill == GEOAT_CHART_FILL_HATCHED;

      segments[i] = (GeoatChartSegment){
        .role = looks[i].role,
        .index = i,
        .count = get_count (actions, i),
        .fill = looks[i].fill,
        .color = looks[i].color,
        .stroke = looks[i].overdue ? GEOAT_CHART_COLOR_ALERT
                  : hatched        ? GEOAT_CHART_COLOR_HATCH
                                   : GEOAT_CHART_COLOR_EDGE,
        .marker = looks[i].overdue ? GEOAT_CHART_MARKER_WARNING : GEOAT_CHART_MARKER_NONE,
        .name = geoat_chart_get_text (chart, looks[i].key),
      };
    }
}

static void
set_columns (GeoatChart *chart, GeoatChartRow *row, const GeoatChartActionCount *actions)
{
  guint overdue = get_overdue (actions);

  row->value = g_strdup_printf ("%u", get_total (actions));
  if (overdue == 0)
    return;
  row->note = geoat_language_format_count (geoat_chart_get_language (chart),
                                           "chart.actions.overdue", overdue, NULL);
  row->note_color = GEOAT_CHART_COLOR_ALERT;
}

static GeoatChartRows *
create_rows (GeoatChart *chart)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  GeoatChartRows *rows = geoat_chart_rows_new ();
  GeoatChartSegment segments[N_SEGMENTS];

  for (guint i = 0; i <= figures->n_principles; i++)
    set_columns (chart, geoat_chart_rows_add_scope (rows, chart, (int) i - 1, -1),
                 &figures->actions[i]);
  fill_segments (chart, &figures->actions[0], segments);
  geoat_chart_segments_add_to_legend (segments, N_SEGMENTS, geoat_chart_rows_get_legend (rows));
  return rows;
}

static void
geoat_chart_actions_layout (GeoatChart *chart, GeoatChartScene *scene)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);
  g_autoptr (GeoatChartRows) rows = create_rows (chart);
  guint longest = 0;

  for (guint i = 1; i <= figures->n_principles; i++)
    longest = MAX (longest, get_total (&figures->actions[i]));

  geoat_chart_rows_place (rows, scene);
  for (guint i = 0; i <= figures->n_principles; i++)
    {
      GeoatChartSegment segments[N_SEGMENTS];

      fill_segments (chart, &figures->actions[i], segments);
      geoat_chart_segments_place (chart, scene, geoat_chart_rows_get (rows, i), segments,
                                  N_SEGMENTS, i == 0 ? get_total (&figures->actions[0]) : longest,
                                  "chart.place.actions");
    }
}

static char *
geoat_chart_actions_describe (GeoatChart *chart)
{
  const GeoatChartActionCount *actions = &geoat_chart_get_figures (chart)->actions[0];
  GeoatLanguage *language = geoat_chart_get_language (chart);
  guint overdue = get_overdue (actions);
  char counts[GEOAT_N_STATUSES][16];

  for (guint i = 0; i < GEOAT_N_STATUSES; i++)
    g_snprintf (counts[i], sizeof counts[i], "%u", actions->by_status[i]);
  return geoat_chart_join_sentences (
      geoat_language_format_count (
          language, "chart.actions.describe", get_total (actions), "done",
          counts[GEOAT_STATUS_DONE], "in_progress", counts[GEOAT_STATUS_IN_PROGRESS], "planned",
          counts[GEOAT_STATUS_PLANNED], "dropped", counts[GEOAT_STATUS_DROPPED], NULL),
      overdue > 0
          ? geoat_language_format_count (language, "chart.actions.describe-overdue", overdue, NULL)
          : NULL,
      NULL);
}

static void
geoat_chart_actions_fill_numbers (GeoatChart *chart, GeoatChartNumbers *numbers)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (chart);

  geoat_chart_numbers_add_columns (numbers, chart, "chart.column.number", "chart.column.principle",
                                   "status.done", "status.in_progress", "status.planned",
                                   "status.dropped", "chart.column.overdue", "chart.column.actions",
                                   NULL);
  for (guint i = 0; i <= figures->n_principles; i++)
    {
      const GeoatChartActionCount *actions = &figures->actions[i];

      geoat_chart_numbers_add_scope (numbers, chart, (int) i - 1, -1);
      geoat_chart_numbers_add_count (numbers, actions->by_status[GEOAT_STATUS_DONE]);
      geoat_chart_numbers_add_count (numbers, actions->by_status[GEOAT_STATUS_IN_PROGRESS]);
      geoat_chart_numbers_add_count (numbers, actions->by_status[GEOAT_STATUS_PLANNED]);
      geoat_chart_numbers_add_count (numbers, actions->by_status[GEOAT_STATUS_DROPPED]);
      geoat_chart_numbers_add_count (numbers, get_overdue (actions));
      geoat_chart_numbers_add_count (numbers, get_total (actions));
    }
}

static void
geoat_chart_actions_class_init (GeoatChartActionsClass *klass)
{
  GeoatChartClass *chart_class = GEOAT_CHART_CLASS (klass);

  chart_class->shows = GEOAT_CHART_SHOWS_ACTIONS;
  chart_class->width = 640;
  chart_class->create_rows = create_rows;
  chart_class->get_height = geoat_chart_rows_get_chart_height;
  chart_class->layout = geoat_chart_actions_layout;
  chart_class->describe = geoat_chart_actions_describe;
  chart_class->fill_numbers = geoat_chart_actions_fill_numbers;
}

static void
geoat_chart_actions_init (GeoatChartActions *self)
{
}
