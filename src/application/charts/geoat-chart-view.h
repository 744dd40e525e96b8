/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-chart.h"

G_BEGIN_DECLS

/**
 * GeoatChartView:
 *
 * Shows a chart. What lies under the pointer is said in a tooltip; the arrow keys go from one thing
 * that the chart shows to the next, and the screen reader says it.
 *
 * Property: `chart`. Signal `activated (GeoatChartPlace *place)`: something in the chart was
 * clicked, or chosen with Enter.
 */
#define GEOAT_TYPE_CHART_VIEW (geoat_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartView, geoat_chart_view, GEOAT, CHART_VIEW, GtkWidget)

GtkWidget *geoat_chart_view_new (void);
GeoatChart *geoat_chart_view_get_chart (GeoatChartView *self);
void geoat_chart_view_set_chart (GeoatChartView *self, GeoatChart *chart);

G_END_DECLS
