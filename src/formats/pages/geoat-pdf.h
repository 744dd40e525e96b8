/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-export-options.h"

G_BEGIN_DECLS

void geoat_pdf_prepare (void);
gboolean geoat_pdf_export (GeoatPlan *plan,
                           const GeoatExportOptions *options,
                           GOutputStream *stream,
                           GCancellable *cancellable,
                           GError **error);
gboolean geoat_summary_export (GeoatPlan *plan,
                               const GeoatExportOptions *options,
                               GOutputStream *stream,
                               GCancellable *cancellable,
                               GError **error);
GHashTable *geoat_summary_find_overdue (GeoatPlan *plan, const GeoatExportOptions *options);

G_END_DECLS
