/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart.h"

G_BEGIN_DECLS

/**
 * GeoatChartKind:
 * @id: such as "radar"
 * @title: for people, N_(): "Principle scores"; translate it with g_dgettext()
 * @get_type: its class
 *
 * A kind of chart: a row of the table that the command line, the window and the tests walk.
 */
typedef struct
{
  const char *id;
  const char *title;
  GType (*get_type) (void);
} GeoatChartKind;

const GeoatChartKind *geoat_chart_get_kinds (guint *n_kinds);
GeoatChart *geoat_chart_new (const char *kind, const GeoatChartOptions *options, GError **error);

G_END_DECLS
