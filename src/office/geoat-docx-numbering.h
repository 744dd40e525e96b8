/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GeoatDocxNumbering:
 *
 * The numbers and bullets that Word puts before paragraphs itself.
 */
typedef struct _GeoatDocxNumbering GeoatDocxNumbering;

GeoatDocxNumbering *geoat_docx_numbering_new (GBytes *part, GCancellable *cancellable); /* full */
void geoat_docx_numbering_free (GeoatDocxNumbering *self);
char *geoat_docx_numbering_count (GeoatDocxNumbering *self, int id, int level); /* full */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatDocxNumbering, geoat_docx_numbering_free)

G_END_DECLS
