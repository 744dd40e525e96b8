/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart.h"

G_BEGIN_DECLS

/**
 * GeoatChartKindInfo:
 * @kind: what everyone may know of it
 * @get_type: its class
 *
 * A kind of chart.
 */
typedef struct
{
  GeoatChartKind kind;
  GType (*get_type) (void);
} GeoatChartKindInfo;

const GeoatChartKindInfo *geoat_chart_kind_find (const char *id); /* none; NULL: none has it */

G_END_DECLS
