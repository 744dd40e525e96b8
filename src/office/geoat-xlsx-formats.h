/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* What a style shows a number as. */
typedef enum
{
  GEOAT_NUMBER_PLAIN,
  GEOAT_NUMBER_DATE,
  GEOAT_NUMBER_MONTH, /* a date of which only month and year are shown */
  GEOAT_NUMBER_YEAR,  /* only the year */
  GEOAT_NUMBER_PERCENT,
} GeoatNumberKind;

/* How text looks, as far as that says something. */
typedef struct
{
  gboolean struck;
  int raised; /* 1: a superscript, -1: a subscript */
  char *font; /* of pictures, or NULL */
} GeoatXlsxRun;

/**
 * GeoatXlsxFormat:
 * @kind: what a number is shown as
 * @before: (nullable): what is shown before it
 * @after: (nullable): what is shown behind it: " EUR"
 * @run: how text looks
 *
 * What matters of the format of a cell.
 */
typedef struct
{
  GeoatNumberKind kind;
  char *before;
  char *after;
  GeoatXlsxRun run;
} GeoatXlsxFormat;

GPtrArray *geoat_xlsx_formats_read (GBytes *part, GCancellable *cancellable); /* full; or NULL */

void geoat_xlsx_run_clear (GeoatXlsxRun *run);
void geoat_xlsx_run_take (GeoatXlsxRun *run, xmlTextReaderPtr xml, const char *name);
void
geoat_xlsx_run_append (const GeoatXlsxRun *run, GString *text, GString *struck, const char *more);

G_END_DECLS
