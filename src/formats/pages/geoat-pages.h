/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "geoat-language.h"
#include "geoat-plan.h"

#include "geoat-export-options.h"

G_BEGIN_DECLS

/**
 * GeoatPagesKind:
 * @GEOAT_PAGES_REPORT: landscape, like the template: title page, contents, where we stand, charts,
 * template, action list
 * @GEOAT_PAGES_SUMMARY: one page for management, portrait
 */
typedef enum
{
  GEOAT_PAGES_REPORT,
  GEOAT_PAGES_SUMMARY,
} GeoatPagesKind;

/**
 * GeoatPagesOptions:
 * @paper: the paper
 * @round: the round shown; %NULL: the last
 * @compare: the round to compare with, or %NULL
 * @language: of all headings; %NULL: the plan's
 * @today: the day of the report, and what is overdue follows from it; %NULL: the present day
 * @without_charts: no charts in the report
 * @cancellable: to stop laying out, or %NULL; what is not laid out by then is missing, and the
 * pages are of no use but to be given to geoat_pages_write_pdf() with the same one, which says so
 */
typedef struct
{
  GeoatPaper paper;
  GeoatRound *round;
  GeoatRound *compare;
  GeoatLanguage *language;
  const GDate *today;
  gboolean without_charts;
  GCancellable *cancellable;
} GeoatPagesOptions;

#define GEOAT_TYPE_PAGES (geoat_pages_get_type ())
G_DECLARE_FINAL_TYPE (GeoatPages, geoat_pages, GEOAT, PAGES, GObject)

GeoatPages *
geoat_pages_new (GeoatPlan *plan, GeoatPagesKind kind, const GeoatPagesOptions *options);
guint geoat_pages_get_n_pages (GeoatPages *self);
void geoat_pages_get_size (GeoatPages *self, double *width, double *height);
GHashTable *geoat_pages_get_overdue (GeoatPages *self); /* none; of ids */
void geoat_pages_draw (GeoatPages *self, guint page, cairo_t *cr);
gboolean geoat_pages_write_pdf (GeoatPages *self,
                                GOutputStream *stream,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
