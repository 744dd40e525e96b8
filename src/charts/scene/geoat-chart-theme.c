/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours of the charts: one table, a row a colour, a column a theme.
 *
 * How it works: levels are one hue whose lightness falls in even steps (L* 94, 82, 70, 57, 41, 25),
 * so that the order is read in grey as well and no level looks good or bad. Their text is nearly
 * black up to level 3 and white from level 4, which keeps it above 4.5:1. What is drawn with a
 * level has an outline (EDGE), because the palest vanishes on white and the deepest on a dark
 * surface. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-theme.h"

#include <math.h>

/* 0xRRGGBBAA for light, dark, print */
static const guint32 colors[GEOAT_CHART_N_COLORS][GEOAT_CHART_N_THEMES] = {
  [GEOAT_CHART_COLOR_NONE] = { 0, 0, 0 },
  [GEOAT_CHART_COLOR_SURFACE] = { 0xffffffff, 0x353535ff, 0xffffffff },
  [GEOAT_CHART_COLOR_TEXT] = { 0x1d2230ff, 0xf4f5f7ff, 0x000000ff },
  [GEOAT_CHART_COLOR_DIM] = { 0x565c68ff, 0xc3c8d0ff, 0x3c4048ff },
  [GEOAT_CHART_COLOR_ALERT] = { 0xb3151bff, 0xff9d94ff, 0xa00f15ff },
  [GEOAT_CHART_COLOR_GRID] = { 0xd5d9e0ff, 0x575b62ff, 0xc4c8cfff },
  [GEOAT_CHART_COLOR_AXIS] = { 0x8b93a1ff, 0x979eaaff, 0x6b7280ff },
  [GEOAT_CHART_COLOR_TRACK] = { 0xeef1f6ff, 0x45484dff, 0xf1f3f7ff },
  [GEOAT_CHART_COLOR_EDGE] = { 0x7d8ca6ff, 0x9fb3d1ff, 0x5d6b85ff },
  [GEOAT_CHART_COLOR_HATCH] = { 0x6b7280ff, 0xaeb4bfff, 0x565c68ff },
  [GEOAT_CHART_COLOR_ROUND] = { 0x1c5fb8ff, 0x8ab8f5ff, 0x174f9aff },
  [GEOAT_CHART_COLOR_ROUND_AREA] = { 0x1c5fb829, 0x8ab8f533, 0x174f9a24 },
  [GEOAT_CHART_COLOR_COMPARE] = { 0xa8480fff, 0xf0a873ff, 0x94400eff },
  [GEOAT_CHART_COLOR_TARGET] = { 0x4a4f58ff, 0xd0d3d8ff, 0x33373eff },
  [GEOAT_CHART_COLOR_SERIES_1] = { 0x1c5fb8ff, 0x8ab8f5ff, 0x174f9aff },
  [GEOAT_CHART_COLOR_SERIES_2] = { 0xa8480fff, 0xf0a873ff, 0x94400eff },
  [GEOAT_CHART_COLOR_SERIES_3] = { 0x1a6b54ff, 0x7fd1b5ff, 0x125541ff },
  [GEOAT_CHART_COLOR_SERIES_4] = { 0x7a3b96ff, 0xd3a6eaff, 0x65307dff },
  [GEOAT_CHART_COLOR_SERIES_5] = { 0x665208ff, 0xe0c878ff, 0x544307ff },
  [GEOAT_CHART_COLOR_SERIES_6] = { 0x3d4654ff, 0xd5dae2ff, 0x2b313bff },
  [GEOAT_CHART_COLOR_LEVEL_0] = { 0xe8eff9ff, 0xe8eff9ff, 0xe8eff9ff },
  [GEOAT_CHART_COLOR_LEVEL_1] = { 0xbccfecff, 0xbccfecff, 0xbccfecff },
  [GEOAT_CHART_COLOR_LEVEL_2] = { 0x8eaedeff, 0x8eaedeff, 0x8eaedeff },
  [GEOAT_CHART_COLOR_LEVEL_3] = { 0x5f8bcbff, 0x5f8bcbff, 0x5f8bcbff },
  [GEOAT_CHART_COLOR_LEVEL_4] = { 0x2d61abff, 0x2d61abff, 0x2d61abff },
  [GEOAT_CHART_COLOR_LEVEL_5] = { 0x143a75ff, 0x143a75ff, 0x143a75ff },
  [GEOAT_CHART_COLOR_ON_LEVEL_0] = { 0x0c1424ff, 0x0c1424ff, 0x0c1424ff },
  [GEOAT_CHART_COLOR_ON_LEVEL_1] = { 0x0c1424ff, 0x0c1424ff, 0x0c1424ff },
  [GEOAT_CHART_COLOR_ON_LEVEL_2] = { 0x0c1424ff, 0x0c1424ff, 0x0c1424ff },
  [GEOAT_CHART_COLOR_ON_LEVEL_3] = { 0x0c1424ff, 0x0c1424ff, 0x0c1424ff },
  [GEOAT_CHART_COLOR_ON_LEVEL_4] = { 0xffffffff, 0xffffffff, 0xffffffff },
  [GEOAT_CHART_COLOR_ON_LEVEL_5] = { 0xffffffff, 0xffffffff, 0xffffffff },
};

static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GeoatChartRgba *rgba)
{
  return 0.2126 * linear (rgba->red) + 0.7152 * linear (rgba->green) + 0.0722 * linear (rgba->blue);
}

/**
 * geoat_chart_theme_get_color:
 * @theme: a theme
 * @color: what the colour is for
 * @rgba: (out): the colour, each channel from 0 to 1, not multiplied by alpha
 *
 * Looks up a colour.
 */
void
geoat_chart_theme_get_color (GeoatChartTheme theme, GeoatChartColor color, GeoatChartRgba *rgba)
{
  guint32 value;

  g_return_if_fail (theme < GEOAT_CHART_N_THEMES);
  g_return_if_fail (color < GEOAT_CHART_N_COLORS);

  value = colors[color][theme];
  rgba->red = (value >> 24 & 0xff) / 255.0;
  rgba->green = (value >> 16 & 0xff) / 255.0;
  rgba->blue = (value >> 8 & 0xff) / 255.0;
  rgba->alpha = (value & 0xff) / 255.0;
}

/**
 * geoat_chart_theme_set_source:
 * @theme: a theme
 * @color: what the colour is for
 * @cr: where to draw
 *
 * Makes a colour the source of @cr.
 */
void
geoat_chart_theme_set_source (GeoatChartTheme theme, GeoatChartColor color, cairo_t *cr)
{
  GeoatChartRgba rgba;

  geoat_chart_theme_get_color (theme, color, &rgba);
  cairo_set_source_rgba (cr, rgba.red, rgba.green, rgba.blue, rgba.alpha);
}

/**
 * geoat_chart_color_for_level:
 * @level: a level from 0 to 5
 *
 * Returns: the colour that a level is filled with
 */
GeoatChartColor
geoat_chart_color_for_level (GeoatLevel level)
{
  g_return_val_if_fail (geoat_level_is_rated (level), GEOAT_CHART_COLOR_SURFACE);

  return GEOAT_CHART_COLOR_LEVEL_0 + level;
}

/**
 * geoat_chart_color_on_level:
 * @level: a level
 *
 * N/A and not assessed have no fill of their own: text on them is text on the surface.
 *
 * Returns: the colour of text on a level
 */
GeoatChartColor
geoat_chart_color_on_level (GeoatLevel level)
{
  return geoat_level_is_rated (level) ? GEOAT_CHART_COLOR_ON_LEVEL_0 + level
                                      : GEOAT_CHART_COLOR_TEXT;
}

/**
 * geoat_chart_color_on:
 * @background: what something is filled with
 *
 * Returns: the colour for text on it
 */
GeoatChartColor
geoat_chart_color_on (GeoatChartColor background)
{
  if (background >= GEOAT_CHART_COLOR_LEVEL_0 && background <= GEOAT_CHART_COLOR_LEVEL_5)
    return GEOAT_CHART_COLOR_ON_LEVEL_0 + (background - GEOAT_CHART_COLOR_LEVEL_0);
  return GEOAT_CHART_COLOR_TEXT;
}

/**
 * geoat_chart_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * The contrast ratio of WCAG 2, from 1 to 21.
 *
 * Returns: the ratio
 */
double
geoat_chart_contrast (const GeoatChartRgba *a, const GeoatChartRgba *b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}
