/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartLevels:
 *
 * How the indicators of the plan and of each principle are spread over the levels.
 */
#define GEOAT_TYPE_CHART_LEVELS (geoat_chart_levels_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartLevels, geoat_chart_levels, GEOAT, CHART_LEVELS, GeoatChart)

G_END_DECLS
