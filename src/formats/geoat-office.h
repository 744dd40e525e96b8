/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-format.h"

G_BEGIN_DECLS

/**
 * GeoatOffice:
 *
 * The formats of src/office, which the table of formats has through the functions below.
 */
typedef struct
{
  const char *version; /* of the program; stays the first member */
  GeoatExportFunc export_docx;
  GeoatExportFunc export_ics;
  GeoatExportFunc export_xlsx;
  GeoatImportFunc read_docx;
  GeoatImportFunc read_xlsx;
} GeoatOffice;

gboolean geoat_office_export_docx (GeoatPlan *plan,
                                   const GeoatExportOptions *options,
                                   GOutputStream *stream,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean geoat_office_export_ics (GeoatPlan *plan,
                                  const GeoatExportOptions *options,
                                  GOutputStream *stream,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean geoat_office_export_xlsx (GeoatPlan *plan,
                                   const GeoatExportOptions *options,
                                   GOutputStream *stream,
                                   GCancellable *cancellable,
                                   GError **error);
GPtrArray *geoat_office_read_docx (GBytes *bytes, GCancellable *cancellable, GError **error);
GPtrArray *geoat_office_read_xlsx (GBytes *bytes, GCancellable *cancellable, GError **error);

/* What src/office has, and all that it has for others. A program that is not linked with it loads
 * it from a file of its own when it is needed. */
const GeoatOffice *geoat_office_get_functions (void) __attribute__ ((weak, visibility ("default")));

G_END_DECLS
