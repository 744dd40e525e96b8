/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-file.h"

G_BEGIN_DECLS

/* geoat_file_write() off the main thread. @writer is called there, with @writer_data. */
void geoat_file_write_async (GFile *file,
                             GeoatFileWriter writer,
                             gpointer writer_data,
                             GDestroyNotify free_writer_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean geoat_file_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
