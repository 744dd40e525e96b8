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
#include "geoat-error.h"

static const GeoatChartKind kinds[] = {
  { "radar", N_ ("Principle scores"), geoat_chart_radar_get_type },
  { "heatmap", N_ ("Key elements"), geoat_chart_heatmap_get_type },
  { "levels", N_ ("Levels reached"), geoat_chart_levels_get_type },
  { "bars", N_ ("Key element scores"), geoat_chart_bars_get_type },
  { "trend", N_ ("Scores over the rounds"), geoat_chart_trend_get_type },
  { "moves", N_ ("What changed between rounds"), geoat_chart_moves_get_type },
  { "coverage", N_ ("Progress of the assessment"), geoat_chart_coverage_get_type },
  { "actions", N_ ("Activities by status"), geoat_chart_actions_get_type },
};

/**
 * geoat_chart_get_kinds:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): all kinds of chart
 */
const GeoatChartKind *
geoat_chart_get_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

static const GeoatChartKind *
find_kind (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].id, id) == 0)
      return &kinds[i];

  return NULL;
}

/**
 * geoat_chart_new:
 * @kind: the id of a kind, see geoat_chart_get_kinds()
 * @options: what it is made from
 * @error: where to put an error
 *
 * Makes a chart. It fails with %GEOAT_ERROR_NOT_FOUND when there is no such kind.
 *
 * Returns: (transfer full): a chart, or %NULL
 */
GeoatChart *
geoat_chart_new (const char *kind, const GeoatChartOptions *options, GError **error)
{
  const GeoatChartKind *info = find_kind (kind);
  GeoatChart *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (options != NULL && GEOAT_IS_PLAN (options->plan), NULL);

  if (info == NULL)
    {
      g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND, _ ("There is no kind of chart “%s”"),
                   kind);
      return NULL;
    }

  self = g_object_new (info->get_type (), NULL);
  geoat_chart_set_up (self, info->id, options);
  return self;
}
