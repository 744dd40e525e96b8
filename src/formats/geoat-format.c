/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of formats: what the command line, the dialogs and the tests walk. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-format.h"

#include <glib/gi18n-lib.h>

#include "geoat-csv-reader.h"
#include "geoat-csv.h"
#include "geoat-docx-reader.h"
#include "geoat-docx.h"
#include "geoat-html.h"
#include "geoat-ics.h"
#include "geoat-json.h"
#include "geoat-pdf.h"
#include "geoat-xlsx-reader.h"
#include "geoat-xlsx.h"

static const GeoatFormat formats[] = {
  { "docx", N_ ("Word document (DOCX)"), "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FALSE,
    N_ ("Other rounds, target levels and the sources of the wording are not in it; control "
        "characters become replacement characters."),
    geoat_docx_export, geoat_docx_read },
  { "xlsx", N_ ("Excel workbook (XLSX)"), "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FALSE,
    N_ ("Other rounds, target levels and the sources of the wording are not in it; a text of more "
        "than 32,767 characters does not fit."),
    geoat_xlsx_export, geoat_xlsx_read },
  { "pdf", N_ ("Report to print (PDF)"), "pdf", "application/pdf", FALSE,
    N_ ("Other rounds, target levels and the sources of the wording are not in it."),
    geoat_pdf_export, NULL },
  { "summary", N_ ("One page for management (PDF)"), "pdf", "application/pdf", FALSE,
    N_ ("It is a page of figures and charts; the template is not in it."), geoat_summary_export,
    NULL },
  { "html", N_ ("Web page (HTML)"), "html", "text/html", TRUE,
    N_ ("Other rounds, target levels and the sources of the wording are not in it; control "
        "characters become replacement characters."),
    geoat_html_export },
  { "csv", N_ ("Spreadsheet text (CSV)"), "csv", "text/csv", TRUE,
    N_ ("Other rounds, scores, reasons, notes, progress, target levels, the working group and the "
        "sources of the wording are not in it."),
    geoat_csv_export, geoat_csv_read },
  { "ics", N_ ("Calendar of the activities (iCalendar)"), "ics", "text/calendar", TRUE,
    N_ ("Only activities that have dates are in it."), geoat_ics_export },
  { "json", N_ ("The plan itself (GEOAT Planner)"), "geoat", "application/vnd.geoat.plan+json",
    TRUE, NULL, geoat_json_export },
};

/**
 * geoat_format_get_all:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): all formats
 */
const GeoatFormat *
geoat_format_get_all (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * geoat_format_find:
 * @id: the id of a format, such as "csv"
 *
 * Returns: (transfer none) (nullable): the format, or %NULL when there is none with this id
 */
const GeoatFormat *
geoat_format_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].id, id))
        return &formats[i];
    }
  return NULL;
}
