/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-export-options.h"

G_BEGIN_DECLS

/* Begins a file of CSV: without it Excel in most of Europe reads UTF-8 as Windows-1252. */
#define GEOAT_CSV_BYTE_ORDER_MARK "\xef\xbb\xbf"

void geoat_csv_append_row (GString *text, const char *const *cells);

gboolean geoat_csv_export (GeoatPlan *plan,
                           const GeoatExportOptions *options,
                           GOutputStream *stream,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
