/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartBars:
 *
 * The score of each key element, with the change since another round.
 */
#define GEOAT_TYPE_CHART_BARS (geoat_chart_bars_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartBars, geoat_chart_bars, GEOAT, CHART_BARS, GeoatChart)

G_END_DECLS
