/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-format.h"

G_BEGIN_DECLS

/* Writes @plan to a file without holding up the window. @plan belongs to the work until it ends:
 * nobody else may read or change it. End with geoat_file_write_finish(). */
void geoat_export_async (const GeoatFormat *format,
                         GeoatPlan *plan,
                         const GeoatExportOptions *options,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data);

G_END_DECLS
