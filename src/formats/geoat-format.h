/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-export-options.h"

G_BEGIN_DECLS

typedef void (*GeoatPrepareFunc) (void);

/* The ids of some of the activities of a plan: a set. */
typedef GHashTable *(*GeoatFindFunc) (GeoatPlan *plan, const GeoatExportOptions *options);

/* Reads the tables of a file: an array of GeoatSheet. */
typedef GPtrArray *(*GeoatImportFunc) (GBytes *bytes, GCancellable *cancellable, GError **error);

/**
 * GeoatFormat:
 * @id: "csv"
 * @name: for people, N_(): "Spreadsheet text (CSV)"
 * @extension: without the dot
 * @mime_type: its MIME type
 * @text: can go to a terminal
 * @lacks: for people, N_(): what of a plan is not in it, a sentence; %NULL: all is
 * @export: writes a plan, or %NULL
 * @import: reads tables, or %NULL
 * @prepare: starts what an export waits for and needs no plan for, or %NULL; to be called while the
 *   plan is not there yet
 * @optional_charts: it has charts, unless they are not wanted
 * @plan_charts: its charts also show target levels and other rounds
 * @paper: its pages are of one size, which cannot be changed later
 * @all_rounds: every round is in it; else one
 * @unnamed_round: it does not say which round it shows
 * @dated_only: only activities that have a date are in it
 * @find_overdue: finds the activities that are in it when these are only such as are overdue, with
 *   their due dates, as many as there is room for; else %NULL
 * @no_place: the parts of a plan (see #GeoatSharingPart) that it has no place for,
 *   %NULL-terminated
 *
 * A format of other people: a row in one table. The command line, the dialogs and the tests walk
 * the table.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *extension;
  const char *mime_type;
  gboolean text;
  const char *lacks;
  GeoatExportFunc export;
  GeoatImportFunc import;
  GeoatPrepareFunc prepare;
  gboolean optional_charts;
  gboolean plan_charts;
  gboolean paper;
  gboolean all_rounds;
  gboolean unnamed_round;
  gboolean dated_only;
  GeoatFindFunc find_overdue;
  const char *no_place[14];
} GeoatFormat;

const GeoatFormat *geoat_format_get_all (guint *n_formats);
const GeoatFormat *geoat_format_find (const char *id); /* NULL: no such format */
gboolean geoat_format_has_place (const GeoatFormat *format, const char *part);

G_END_DECLS
