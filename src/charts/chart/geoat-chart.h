/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "geoat-chart-place.h"
#include "geoat-chart-theme.h"
#include "geoat-language.h"
#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatChartNumbers:
 * @columns: headings, %NULL-terminated
 * @rows: an array of string vectors, each as long as @columns; no score is ""
 *
 * What a chart shows, as a table.
 */
typedef struct
{
  char **columns;
  GPtrArray *rows;
} GeoatChartNumbers;

void geoat_chart_numbers_free (GeoatChartNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatChartNumbers, geoat_chart_numbers_free)

/**
 * GeoatChart:
 *
 * A chart of a plan. It can draw itself at any size in any theme, describe itself, give its
 * numbers, and say what lies at a point. Screen, PNG, SVG, PDF and paper all use this one object.
 * It follows the plan: signal `changed` when what it shows is no longer what it was, once for any
 * number of edits, from the main loop and before the next frame. What a function gives is always up
 * to date, also before the signal.
 */
#define GEOAT_TYPE_CHART (geoat_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (GeoatChart, geoat_chart, GEOAT, CHART, GObject)

/**
 * GeoatChartOptions:
 * @plan: the plan
 * @round: the round shown; %NULL: the last
 * @compare: another round to show beside it, or %NULL
 * @language: the language of all text, or %NULL for the plan's
 * @today: for what is overdue; %NULL: the present day
 * @without_targets: leaves the target levels out
 * @beside: another chart that is used together with this one, always in the same thread, or %NULL:
 * a text that stands in both is laid out once
 *
 * What a chart is made from. The chart takes references. A round that is taken out of the plan
 * (opening it was undone) is no longer shown: the last round takes its place.
 */
typedef struct
{
  GeoatPlan *plan;
  GeoatRound *round;
  GeoatRound *compare;
  GeoatLanguage *language;
  const GDate *today;
  gboolean without_targets;
  GeoatChart *beside;
} GeoatChartOptions;

const char *geoat_chart_get_kind (GeoatChart *self);
char *geoat_chart_get_title (GeoatChart *self); /* in the chart's language; full */

/* Shows another round, or compares with another one; NULL as in the options. */
void geoat_chart_set_round (GeoatChart *self, GeoatRound *round);
void geoat_chart_set_compare (GeoatChart *self, GeoatRound *compare);

/* Draws into the rectangle 0, 0, width, height in user space; one unit is one pixel at scale 1, or
 * a point on paper. No background, no title. @font_scale: 1 for normal text. */
void geoat_chart_draw (GeoatChart *self,
                       cairo_t *cr,
                       double width,
                       double height,
                       GeoatChartTheme theme,
                       double font_scale);
/* The size of a file of it, with its margin. */
void geoat_chart_get_natural_size (GeoatChart *self, double *width, double *height);
/* The height it wants at a width: charts with rows grow. */
double geoat_chart_get_height_for_width (GeoatChart *self, double width, double font_scale);
char *geoat_chart_describe (GeoatChart *self);                 /* one to three sentences; full */
GeoatChartNumbers *geoat_chart_get_numbers (GeoatChart *self); /* full */
/* In the layout of the last draw at that size; NULL: nothing there. full */
GeoatChartPlace *geoat_chart_get_place_at (
    GeoatChart *self, double width, double height, double font_scale, double x, double y);
/* All places in reading order, for the keyboard: array of GeoatChartPlace. full */
GPtrArray *
geoat_chart_get_places (GeoatChart *self, double width, double height, double font_scale);

/* Files. @size in pixels (PNG) or points (SVG, PDF); background in the theme's colour. SVG carries
 * the title, the description and the numbers in <title> and <desc>, PDF real text and metadata. */
typedef enum
{
  GEOAT_CHART_FORMAT_PNG,
  GEOAT_CHART_FORMAT_SVG,
  GEOAT_CHART_FORMAT_PDF,
} GeoatChartFormat;
GBytes *geoat_chart_render (GeoatChart *self,
                            GeoatChartFormat format,
                            int width,
                            int height,
                            GeoatChartTheme theme,
                            GError **error); /* full */

G_END_DECLS
