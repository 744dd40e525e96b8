/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that a chart shows. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-place.h"

/**
 * geoat_chart_place_free:
 * @place: (transfer full): a place
 *
 * Frees a place.
 */
void
geoat_chart_place_free (GeoatChartPlace *place)
{
  g_free (place->label);
  g_free (place);
}
