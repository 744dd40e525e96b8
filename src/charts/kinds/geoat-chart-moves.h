/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartMoves:
 *
 * What happened to the indicators between two rounds.
 */
#define GEOAT_TYPE_CHART_MOVES (geoat_chart_moves_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartMoves, geoat_chart_moves, GEOAT, CHART_MOVES, GeoatChart)

G_END_DECLS
