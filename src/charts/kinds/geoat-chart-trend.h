/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartTrend:
 *
 * The scores of the principles over all rounds.
 */
#define GEOAT_TYPE_CHART_TREND (geoat_chart_trend_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartTrend, geoat_chart_trend, GEOAT, CHART_TREND, GeoatChart)

G_END_DECLS
