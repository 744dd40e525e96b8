/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-legend.h"
#include "geoat-chart-private.h"

G_BEGIN_DECLS

/**
 * GeoatChartRow:
 * @principle, @key_element: what it is about; -1 for none
 * @name: its label
 * @short_name: stands for the name where that would not be whole; may be %NULL
 * @brief: what stands for the name where there is no room for it
 * @value: stands at the end of the bar; may be %NULL
 * @note: stands behind the value; may be %NULL
 * @note_color: its colour
 * @heading: whether it is a heading over rows, without a bar
 * @strong: whether its name is bold
 * @bar: where its bar is; set by geoat_chart_rows_place()
 * @note_box: where its note is; set by geoat_chart_rows_place(); without a note empty
 *
 * A row of a chart that is made of rows.
 */
typedef struct
{
  int principle, key_element;
  char *name;
  char *short_name;
  char *brief;
  char *value;
  char *note;
  GeoatChartColor note_color;
  gboolean heading;
  gboolean strong;
  GeoatChartBox bar;
  GeoatChartBox note_box;
} GeoatChartRow;

/* Rows of a label, a bar, a value and a note, with a legend below: what most charts are made of. */
GeoatChartRows *geoat_chart_rows_new (void);
void geoat_chart_rows_free (GeoatChartRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatChartRows, geoat_chart_rows_free)

GeoatChartRow *geoat_chart_rows_add (
    GeoatChartRows *self, int principle, int key_element, char *name, const char *brief);
GeoatChartRow *geoat_chart_rows_add_scope (GeoatChartRows *self,
                                           GeoatChart *chart,
                                           int principle,
                                           int key_element);
void geoat_chart_rows_add_key_elements (GeoatChartRows *self, GeoatChart *chart);
GeoatChartLegend *geoat_chart_rows_get_legend (GeoatChartRows *self);
void geoat_chart_rows_set_axis (GeoatChartRows *self, gboolean axis);

double geoat_chart_rows_get_height (GeoatChartRows *self,
                                    GeoatChartTexts *texts,
                                    double width,
                                    double font_scale);
void geoat_chart_rows_place (GeoatChartRows *self, GeoatChartScene *scene);
guint geoat_chart_rows_get_n (GeoatChartRows *self);
GeoatChartRow *geoat_chart_rows_get (GeoatChartRows *self, guint position);
double geoat_chart_rows_get_chart_height (GeoatChart *chart,
                                          GeoatChartTexts *texts,
                                          double width,
                                          double font_scale);

G_END_DECLS
