/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of formats: what the command line, the dialogs and the tests walk. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-csv-reader.h"
#include "geoat-csv.h"
#include "geoat-html.h"
#include "geoat-json.h"
#include "geoat-office.h"
#include "geoat-pdf.h"

static const GeoatFormat formats[] = {
  { "docx", N_ ("Word document (DOCX)"), "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FALSE,
    N_ ("Other rounds and target levels are only in its charts, the sources of the wording are not "
        "in it; control characters become replacement characters."),
    geoat_office_export_docx, geoat_office_read_docx, .optional_charts = TRUE, .plan_charts = TRUE,
    .no_place = { "target_levels", "source" } },
  { "xlsx", N_ ("Excel workbook (XLSX)"), "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FALSE,
    N_ ("Other rounds, target levels and the sources of the wording are not in it; a text of more "
        "than 32,767 characters does not fit."),
    geoat_office_export_xlsx, geoat_office_read_xlsx, .optional_charts = TRUE,
    .no_place = { "target_levels", "source" } },
  { "pdf", N_ ("Report to print (PDF)"), "pdf", "application/pdf", FALSE,
    N_ ("Other rounds and target levels are only in its charts, the sources of the wording are not "
        "in it."),
    geoat_pdf_export, NULL, geoat_pdf_prepare, .optional_charts = TRUE, .plan_charts = TRUE,
    .paper = TRUE, .no_place = { "target_levels", "source" } },
  { "summary", N_ ("One page for management (PDF)"), "pdf", "application/pdf", FALSE,
    N_ ("It is a page of figures and charts; of the template only activities that are overdue are "
        "in it, as many as there is room for."),
    geoat_summary_export, NULL, geoat_pdf_prepare, .plan_charts = TRUE, .paper = TRUE,
    .find_overdue = geoat_summary_find_overdue,
    .no_place = { "target_levels", "source", "working_group", "indicator", "alignment", "reasons",
                  "current_activities", "notes", "units", "lead", "targets", "progress" } },
  { "html", N_ ("Web page (HTML)"), "html", "text/html", TRUE,
    N_ ("Other rounds and target levels are only in its charts, the sources of the wording are not "
        "in it; control characters become replacement characters."),
    geoat_html_export, NULL, .optional_charts = TRUE, .plan_charts = TRUE,
    .no_place = { "target_levels", "source" } },
  { "csv", N_ ("Spreadsheet text (CSV)"), "csv", "text/csv", TRUE,
    N_ ("Title, administration, working group, other rounds, scores, reasons, notes, progress, "
        "target levels and the sources of the wording are not in it."),
    geoat_csv_export, geoat_csv_read, .unnamed_round = TRUE,
    .no_place = { "title", "classification", "administration", "working_group", "target_levels",
                  "source", "reasons", "notes", "progress" } },
  { "ics", N_ ("Calendar of the activities (iCalendar)"), "ics", "text/calendar", TRUE,
    N_ ("Only activities that have dates, from 1900 to 2999, are in it, each with its indicator, "
        "units, lead and targets."),
    geoat_office_export_ics, NULL, .unnamed_round = TRUE, .dated_only = TRUE,
    .no_place = { "administration", "working_group", "target_levels", "source", "alignment",
                  "level", "reasons", "current_activities", "notes", "progress" } },
  { "json", N_ ("The plan itself (GEOAT Planner)"), "geoat", "application/vnd.geoat.plan+json",
    TRUE, NULL, geoat_json_export, NULL, .all_rounds = TRUE },
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

/**
 * geoat_format_has_place:
 * @format: a format
 * @part: the id of a part, such as "notes"
 *
 * Returns: whether @format has a place for that part of a plan, beside what charts show of it
 */
gboolean
geoat_format_has_place (const GeoatFormat *format, const char *part)
{
  g_return_val_if_fail (format != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  return !g_strv_contains (format->no_place, part);
}
