/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GeoatOwnTexts:
 *
 * What a document or workbook that we have exported says beside the template.
 */
typedef struct _GeoatOwnTexts GeoatOwnTexts;

GeoatOwnTexts *geoat_own_texts_new (GBytes *package, GCancellable *cancellable); /* full */
void geoat_own_texts_free (GeoatOwnTexts *self);
gboolean geoat_own_texts_has (GeoatOwnTexts *self, const char *text);
gboolean geoat_own_texts_has_heading (GeoatOwnTexts *self, const char *text);
gboolean geoat_own_texts_take_margin (GeoatOwnTexts *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatOwnTexts, geoat_own_texts_free)

G_END_DECLS
