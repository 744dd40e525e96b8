/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartCoverage:
 *
 * How far the assessment of each key element has come.
 */
#define GEOAT_TYPE_CHART_COVERAGE (geoat_chart_coverage_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartCoverage, geoat_chart_coverage, GEOAT, CHART_COVERAGE, GeoatChart)

G_END_DECLS
