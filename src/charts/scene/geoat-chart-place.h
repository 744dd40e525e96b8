/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GeoatChartPlace:
 * @label: what the point shows, as a short text for a tooltip: "2 Employment, Career Development
 * and Compensation: 2.3"
 * @principle: 0-based position, or -1
 * @key_element: 0-based position, or -1
 * @bounds: where it is drawn
 *
 * One thing that a chart shows: what lies at a point, and a stop of the keyboard.
 */
typedef struct
{
  char *label;
  int principle;
  int key_element;
  struct
  {
    double x, y, width, height;
  } bounds;
} GeoatChartPlace;

void geoat_chart_place_free (GeoatChartPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatChartPlace, geoat_chart_place_free)

G_END_DECLS
