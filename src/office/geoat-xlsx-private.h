/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "geoat-report.h"

G_BEGIN_DECLS

/* Columns of the template sheet: behind the eight of the template itself the key element and the
 * number of the activity, then the fields of geoat_template_list_beside(). */
enum
{
  GEOAT_XLSX_LEVEL = GEOAT_COLUMN_LEVEL,
  GEOAT_XLSX_KEY_ELEMENT = GEOAT_N_COLUMNS,
  GEOAT_XLSX_NUMBER,
  GEOAT_XLSX_BESIDE,
};

/* How many empty rows below the filled ones have drop-down lists and count in the scores. */
#define GEOAT_XLSX_SPARE_ROWS 500

/**
 * GeoatXlsx:
 *
 * A workbook in the making.
 */
typedef struct
{
  const GeoatTemplate *template;
  lxw_workbook *workbook;
  lxw_format *heading;
  lxw_format *text;
  lxw_format *level;
  lxw_format *date;
  lxw_format *number;
  lxw_format *mean;
  lxw_format *strong;
  lxw_format *strong_mean;
  char *problem; /* a text that does not fit into a cell, or NULL */

  const double *widths; /* of the columns of the sheet, in characters */
  guint n_lines;        /* that the highest text of the row takes */
} GeoatXlsx;

lxw_worksheet *geoat_xlsx_add_sheet (GeoatXlsx *self, const char *name);
void geoat_xlsx_write_headings (GeoatXlsx *self,
                                lxw_worksheet *sheet,
                                lxw_row_t row,
                                const char *const *headings,
                                const double *widths);
void geoat_xlsx_write_text (
    GeoatXlsx *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text);
void geoat_xlsx_end_row (GeoatXlsx *self, lxw_worksheet *sheet, lxw_row_t row);
void geoat_xlsx_write_date (GeoatXlsx *self,
                            lxw_worksheet *sheet,
                            lxw_row_t row,
                            lxw_col_t column,
                            GeoatItem *item,
                            GeoatField field);
void geoat_xlsx_add_status_list (GeoatXlsx *self,
                                 lxw_worksheet *sheet,
                                 lxw_row_t last_row,
                                 lxw_col_t column);

guint geoat_xlsx_count_rows (const GeoatTemplate *template);

void geoat_xlsx_write_template (GeoatXlsx *self);
void geoat_xlsx_write_scores (GeoatXlsx *self);
void geoat_xlsx_write_activities (GeoatXlsx *self);

G_END_DECLS
