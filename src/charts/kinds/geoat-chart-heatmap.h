/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartHeatmap:
 *
 * The key elements in rows by principle, each with its score and coverage.
 */
#define GEOAT_TYPE_CHART_HEATMAP (geoat_chart_heatmap_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartHeatmap, geoat_chart_heatmap, GEOAT, CHART_HEATMAP, GeoatChart)

G_END_DECLS
