/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "geoat-level.h"

G_BEGIN_DECLS

typedef enum
{
  GEOAT_CHART_THEME_LIGHT,
  GEOAT_CHART_THEME_DARK,
  GEOAT_CHART_THEME_PRINT,
} GeoatChartTheme;

/**
 * GeoatChartColor:
 *
 * What a colour is for. A chart is laid out in these; a theme turns them into colours when it is
 * drawn, so that one layout serves the screen, the dark screen and paper.
 */
typedef enum
{
  GEOAT_CHART_COLOR_NONE,
  GEOAT_CHART_COLOR_SURFACE, /* what the chart lies on */
  GEOAT_CHART_COLOR_TEXT,
  GEOAT_CHART_COLOR_DIM,   /* text that stands back */
  GEOAT_CHART_COLOR_ALERT, /* overdue */
  GEOAT_CHART_COLOR_GRID,
  GEOAT_CHART_COLOR_AXIS,
  GEOAT_CHART_COLOR_TRACK, /* the empty part of a bar */
  GEOAT_CHART_COLOR_EDGE,  /* the outline of what is filled with a level */
  GEOAT_CHART_COLOR_HATCH, /* N/A, dashed outlines */
  GEOAT_CHART_COLOR_ROUND, /* the round that is shown */
  GEOAT_CHART_COLOR_ROUND_AREA,
  GEOAT_CHART_COLOR_COMPARE, /* the round beside it */
  GEOAT_CHART_COLOR_TARGET,
  GEOAT_CHART_COLOR_SERIES_1, /* the lines of several principles */
  GEOAT_CHART_COLOR_SERIES_2,
  GEOAT_CHART_COLOR_SERIES_3,
  GEOAT_CHART_COLOR_SERIES_4,
  GEOAT_CHART_COLOR_SERIES_5,
  GEOAT_CHART_COLOR_SERIES_6,
  GEOAT_CHART_COLOR_LEVEL_0,
  GEOAT_CHART_COLOR_LEVEL_1,
  GEOAT_CHART_COLOR_LEVEL_2,
  GEOAT_CHART_COLOR_LEVEL_3,
  GEOAT_CHART_COLOR_LEVEL_4,
  GEOAT_CHART_COLOR_LEVEL_5,
  GEOAT_CHART_COLOR_ON_LEVEL_0, /* text on that level */
  GEOAT_CHART_COLOR_ON_LEVEL_1,
  GEOAT_CHART_COLOR_ON_LEVEL_2,
  GEOAT_CHART_COLOR_ON_LEVEL_3,
  GEOAT_CHART_COLOR_ON_LEVEL_4,
  GEOAT_CHART_COLOR_ON_LEVEL_5,
  GEOAT_CHART_N_COLORS
} GeoatChartColor;

#define GEOAT_CHART_N_SERIES 6
#define GEOAT_CHART_N_THEMES (GEOAT_CHART_THEME_PRINT + 1)

/* Red, green, blue, alpha; each from 0 to 1. */
typedef struct
{
  double red, green, blue, alpha;
} GeoatChartRgba;

void
geoat_chart_theme_get_color (GeoatChartTheme theme, GeoatChartColor color, GeoatChartRgba *rgba);
void geoat_chart_theme_set_source (GeoatChartTheme theme, GeoatChartColor color, cairo_t *cr);
GeoatChartColor geoat_chart_color_for_level (GeoatLevel level);
GeoatChartColor geoat_chart_color_on_level (GeoatLevel level);
GeoatChartColor geoat_chart_color_on (GeoatChartColor background);
double geoat_chart_contrast (const GeoatChartRgba *a, const GeoatChartRgba *b);

G_END_DECLS
