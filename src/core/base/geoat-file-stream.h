/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to the core: a stream into a file that is open, which counts and, when @hash is
 * wanted, hashes what goes through it. It does not close the file. */
#define GEOAT_TYPE_FILE_STREAM (geoat_file_stream_get_type ())
G_DECLARE_FINAL_TYPE (GeoatFileStream, geoat_file_stream, GEOAT, FILE_STREAM, GOutputStream)

GeoatFileStream *geoat_file_stream_new (int fd, gboolean hash); /* full */
guint64 geoat_file_stream_get_size (GeoatFileStream *self);
void geoat_file_stream_get_hash (GeoatFileStream *self, guint8 hash[32]); /* at the end, once */

G_END_DECLS
