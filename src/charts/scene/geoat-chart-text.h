/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-font.h"
#include "geoat-chart-theme.h"

G_BEGIN_DECLS

typedef enum
{
  GEOAT_CHART_SIZE_SMALL,  /* scale digits, captions */
  GEOAT_CHART_SIZE_NORMAL, /* everything else */
  GEOAT_CHART_SIZE_LARGE,  /* the one number that matters */
  GEOAT_CHART_N_SIZES
} GeoatChartSize;

/**
 * GeoatChartText:
 * @layout: its lines, broken and shortened; owned by the texts that made it
 * @scale: how large the layout is drawn
 * @width, @height: the box of all lines, in units
 * @n_lines: how many
 * @shortened: whether it ends in an ellipsis
 * @broken: whether a line ends inside of a word
 *
 * A text laid out at one width.
 */
typedef struct
{
  PangoLayout *layout;
  double scale;
  double width, height;
  int n_lines;
  gboolean shortened;
  gboolean broken;
} GeoatChartText;

/**
 * GeoatChartTexts:
 *
 * Lays out text and remembers it: a chart that is laid out anew after an edit finds nearly all of
 * its labels here, and so does the next chart of a report.
 */
typedef struct _GeoatChartTexts GeoatChartTexts;

GeoatChartTexts *geoat_chart_texts_new (GeoatLanguage *language);
GeoatChartTexts *geoat_chart_texts_ref (GeoatChartTexts *self);
void geoat_chart_texts_unref (GeoatChartTexts *self);
GeoatLanguage *geoat_chart_texts_get_language (GeoatChartTexts *self);
void geoat_chart_texts_trim (GeoatChartTexts *self);
GeoatChartText geoat_chart_texts_get (GeoatChartTexts *self,
                                      const char *text,
                                      GeoatChartSize size,
                                      gboolean bold,
                                      double font_scale,
                                      double width,
                                      int max_lines);
double
geoat_chart_texts_get_width (GeoatChartTexts *self, const char *text, gboolean bold, double scale);
double geoat_chart_texts_get_line_height (GeoatChartTexts *self, GeoatChartSize size, double scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatChartTexts, geoat_chart_texts_unref)

G_END_DECLS
