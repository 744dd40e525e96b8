/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _GeoatArchive GeoatArchive;

GeoatArchive *
geoat_archive_new (GOutputStream *stream, GCancellable *cancellable, GError **error); /* full */
void geoat_archive_free (GeoatArchive *self);
gboolean geoat_archive_add (GeoatArchive *self, const char *name, GBytes *content, GError **error);
gboolean
geoat_archive_add_text (GeoatArchive *self, const char *name, const char *content, GError **error);
gboolean geoat_archive_close (GeoatArchive *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatArchive, geoat_archive_free)

G_END_DECLS
