/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-scene.h"

G_BEGIN_DECLS

/**
 * GeoatChartLegend:
 *
 * What the signs of a chart mean: a row of samples with their names, on as many lines as it takes.
 */
typedef struct _GeoatChartLegend GeoatChartLegend;

GeoatChartLegend *geoat_chart_legend_new (void);
void geoat_chart_legend_free (GeoatChartLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatChartLegend, geoat_chart_legend_free)

void geoat_chart_legend_add_area (GeoatChartLegend *self,
                                  GeoatChartFill fill,
                                  GeoatChartColor color,
                                  GeoatChartColor stroke,
                                  GeoatChartMarker marker,
                                  const char *text);
void geoat_chart_legend_add_level (GeoatChartLegend *self, GeoatLevel level, const char *text);
void geoat_chart_legend_add_line (GeoatChartLegend *self,
                                  GeoatChartLine line,
                                  GeoatChartMarker marker,
                                  GeoatChartColor color,
                                  const char *text);
void geoat_chart_legend_add_marker (GeoatChartLegend *self,
                                    GeoatChartMarker marker,
                                    GeoatChartColor color,
                                    const char *text);

double geoat_chart_legend_get_height (GeoatChartLegend *self,
                                      GeoatChartTexts *texts,
                                      double width,
                                      double font_scale);
void geoat_chart_legend_place (GeoatChartLegend *self,
                               GeoatChartScene *scene,
                               const GeoatChartBox *box,
                               gboolean centered);

G_END_DECLS
