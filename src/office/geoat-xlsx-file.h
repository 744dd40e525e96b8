/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes a workbook as the file of that name. */
typedef gboolean (*GeoatXlsxFileFunc) (gconstpointer data, const char *path, GError **error);

GBytes *geoat_xlsx_file_make (GeoatXlsxFileFunc make,
                              gconstpointer data,
                              GCancellable *cancellable,
                              GError **error); /* full */

G_END_DECLS
