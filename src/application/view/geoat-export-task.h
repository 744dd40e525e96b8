/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-format.h"

G_BEGIN_DECLS

/* Writes @plan to a file without holding up the window. @plan belongs to the work until it ends:
 * nobody else may read or change it. */
void geoat_export_async (const GeoatFormat *format,
                         GeoatPlan *plan,
                         const GeoatExportOptions *options,
                         const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data);
gboolean geoat_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
