/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of chart: a row each. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-chart-actions.h"
#include "geoat-chart-bars.h"
#include "geoat-chart-coverage.h"
#include "geoat-chart-heatmap.h"
#include "geoat-chart-levels.h"
#include "geoat-chart-moves.h"
#include "geoat-chart-radar.h"
#include "geoat-chart-trend.h"

static const GeoatChartKindInfo infos[] = {
  { { "radar", N_ ("Principle scores") }, geoat_chart_radar_get_type },
  { { "heatmap", N_ ("Key elements") }, geoat_chart_heatmap_get_type },
  { { "levels", N_ ("Levels reached") }, geoat_chart_levels_get_type },
  { { "bars", N_ ("Key element scores") }, geoat_chart_bars_get_type },
  { { "trend", N_ ("Scores over the rounds") }, geoat_chart_trend_get_type },
  { { "moves", N_ ("What changed between rounds") }, geoat_chart_moves_get_type },
  { { "coverage", N_ ("Progress of the assessment") }, geoat_chart_coverage_get_type },
  { { "actions", N_ ("Activities by status") }, geoat_chart_actions_get_type },
};

static GeoatChartKind kinds[G_N_ELEMENTS (infos)];

/**
 * geoat_chart_get_kinds:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds of chart
 */
const GeoatChartKind *
geoat_chart_get_kinds (guint *n_kinds)
{
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
        kinds[i] = infos[i].kind;
      g_once_init_leave (&filled, 1);
    }
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * geoat_chart_kind_find:
 * @id: the id of a kind
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL
 */
const GeoatChartKindInfo *
geoat_chart_kind_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (strcmp (infos[i].kind.id, id) == 0)
      return &infos[i];
  return NULL;
}
