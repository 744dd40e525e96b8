/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartRadar:
 *
 * The scores of the principles on a radar: the round, another one, and the target levels.
 */
#define GEOAT_TYPE_CHART_RADAR (geoat_chart_radar_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartRadar, geoat_chart_radar, GEOAT, CHART_RADAR, GeoatChart)

G_END_DECLS
