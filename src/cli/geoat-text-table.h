/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GeoatTextTable GeoatTextTable;

GeoatTextTable *geoat_text_table_new (const char *alignment);
void geoat_text_table_free (GeoatTextTable *self);
void geoat_text_table_add (GeoatTextTable *self, const char *const *cells);
void geoat_text_table_add_rule (GeoatTextTable *self);
char *geoat_text_table_to_text (GeoatTextTable *self);

guint geoat_text_table_get_width (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatTextTable, geoat_text_table_free)

G_END_DECLS
