/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-chart.h"

G_BEGIN_DECLS

/**
 * GeoatChartNumbersWindow:
 *
 * What a chart shows, as a table.
 */
#define GEOAT_TYPE_CHART_NUMBERS_WINDOW (geoat_chart_numbers_window_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatChartNumbersWindow, geoat_chart_numbers_window, GEOAT, CHART_NUMBERS_WINDOW, AdwWindow)

GtkWidget *geoat_chart_numbers_window_new (GeoatChart *chart);

G_END_DECLS
