/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-scores.h"
#include "geoat-template.h"

G_BEGIN_DECLS

/**
 * GeoatReportTable:
 * @title: its heading
 * @headings: the headings of its columns, %NULL-terminated
 * @widths: (array): how wide the columns are, in parts of 100
 * @numbers: (array): which columns hold numbers
 * @rows: an array of string vectors, each as long as @headings
 *
 * A table of a report that is not the template itself.
 */
typedef struct
{
  char *title;
  char **headings;
  guint *widths;
  gboolean *numbers;
  GPtrArray *rows;
} GeoatReportTable;

void geoat_report_table_free (GeoatReportTable *table);

/* What a report says beside the template, in the language of the template. All full. */
char *geoat_report_get_title (const GeoatTemplate *template);
char *geoat_report_get_round (const GeoatTemplate *template);
char *geoat_report_get_coverage (const GeoatTemplate *template, const GeoatScore *score);
char *geoat_report_get_level (const GeoatTemplate *template, GeoatLevel level);
char *geoat_report_get_key_element (const GeoatTemplate *template, guint key_element);
char *geoat_report_get_principle (const GeoatTemplate *template, guint principle);
gboolean geoat_report_has_key_element (const GeoatTemplate *template, guint key_element);
gboolean geoat_report_has_principle (const GeoatTemplate *template, guint principle);
gboolean geoat_report_is_right_to_left (const char *text);
gboolean geoat_report_is_shared_copy (const GeoatTemplate *template);

/* A table without rows is NULL. */
GeoatReportTable *geoat_report_get_scores (const GeoatTemplate *template, GeoatScores *scores);
GeoatReportTable *geoat_report_get_working_group (const GeoatTemplate *template);
GeoatReportTable *geoat_report_get_activities (const GeoatTemplate *template);
GeoatReportTable *geoat_report_get_remarks (const GeoatTemplate *template);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatReportTable, geoat_report_table_free)

G_END_DECLS
