/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report and the page for management as files: the pages that the print dialog has. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-chart-font.h"

#include "geoat-pages.h"
#include "geoat-pdf.h"

static GeoatPages *
create_pages (GeoatPlan *plan,
              GeoatPagesKind kind,
              const GeoatExportOptions *options,
              GCancellable *cancellable)
{
  GeoatPagesOptions pages_options = { .paper = options->paper };
  GeoatRound *round = options->round ? options->round : geoat_plan_get_last_round (plan);
  guint index = geoat_round_get_index (round);

  pages_options.round = round;
  pages_options.compare = index > 0 ? geoat_plan_get_round (plan, index - 1) : NULL;
  pages_options.language = options->language;
  pages_options.today = options->today;
  pages_options.without_charts = options->without_charts;
  pages_options.cancellable = cancellable;
  return geoat_pages_new (plan, kind, &pages_options);
}

static gboolean
export_pages (GeoatPlan *plan,
              GeoatPagesKind kind,
              const GeoatExportOptions *options,
              GOutputStream *stream,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GeoatPages) pages = create_pages (plan, kind, options, cancellable);

  return geoat_pages_write_pdf (pages, stream, cancellable, error);
}

/**
 * geoat_pdf_prepare:
 *
 * Lets Pango read which fonts there are, in a thread of its own.
 */
void
geoat_pdf_prepare (void)
{
  geoat_chart_font_prepare (geoat_language_get (NULL));
}

/**
 * geoat_pdf_export:
 * @plan: a plan
 * @options: round, language, day, charts, paper
 * @stream: where the PDF goes
 * @cancellable: (nullable): checked before every row that is laid out and every page
 * @error: return location
 *
 * Writes the whole report, compared with the round before.
 *
 * Returns: %TRUE on success
 */
gboolean
geoat_pdf_export (GeoatPlan *plan,
                  const GeoatExportOptions *options,
                  GOutputStream *stream,
                  GCancellable *cancellable,
                  GError **error)
{
  return export_pages (plan, GEOAT_PAGES_REPORT, options, stream, cancellable, error);
}

/**
 * geoat_summary_export:
 * @plan: a plan
 * @options: round, language, day, paper
 * @stream: where the PDF goes
 * @cancellable: (nullable): checked before every row that is laid out and every page
 * @error: return location
 *
 * Writes the one page for management, compared with the round before.
 *
 * Returns: %TRUE on success
 */
gboolean
geoat_summary_export (GeoatPlan *plan,
                      const GeoatExportOptions *options,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  return export_pages (plan, GEOAT_PAGES_SUMMARY, options, stream, cancellable, error);
}

/**
 * geoat_summary_find_overdue:
 * @plan: a plan
 * @options: round, language, day, paper
 *
 * Returns: (transfer full): the ids of the activities that the page for management lists
 */
GHashTable *
geoat_summary_find_overdue (GeoatPlan *plan, const GeoatExportOptions *options)
{
  g_autoptr (GeoatPages) pages = create_pages (plan, GEOAT_PAGES_SUMMARY, options, NULL);

  return g_hash_table_ref (geoat_pages_get_overdue (pages));
}
