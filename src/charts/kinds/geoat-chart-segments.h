/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"
#include "geoat-chart-rows.h"

G_BEGIN_DECLS

/**
 * GeoatChartSegment:
 * @role: for the tests
 * @index: which one of its role
 * @count: how many
 * @fill: how it is filled
 * @color: with which colour
 * @stroke: the colour of its outline
 * @marker: a sign beside the count
 * @name: what it counts; owned by the caller
 *
 * A part of a stacked bar.
 */
typedef struct
{
  const char *role;
  int index;
  guint count;
  GeoatChartFill fill;
  GeoatChartColor color;
  GeoatChartColor stroke;
  GeoatChartMarker marker;
  const char *name;
} GeoatChartSegment;

void geoat_chart_segments_place (GeoatChart *chart,
                                 GeoatChartScene *scene,
                                 const GeoatChartRow *row,
                                 const GeoatChartSegment *segments,
                                 guint n_segments,
                                 guint whole,
                                 const char *place_key);
void geoat_chart_segments_add_to_legend (const GeoatChartSegment *segments,
                                         guint n_segments,
                                         GeoatChartLegend *legend);

G_END_DECLS
