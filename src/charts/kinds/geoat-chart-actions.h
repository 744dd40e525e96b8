/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartActions:
 *
 * The actions by status, with those that are overdue.
 */
#define GEOAT_TYPE_CHART_ACTIONS (geoat_chart_actions_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartActions, geoat_chart_actions, GEOAT, CHART_ACTIONS, GeoatChart)

G_END_DECLS
