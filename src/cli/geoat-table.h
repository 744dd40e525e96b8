/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GeoatTable GeoatTable;

GeoatTable *geoat_table_new (const char *alignment);
void geoat_table_free (GeoatTable *self);
void geoat_table_add (GeoatTable *self, const char *const *cells);
void geoat_table_add_rule (GeoatTable *self);
char *geoat_table_to_text (GeoatTable *self);

guint geoat_table_get_width (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatTable, geoat_table_free)

G_END_DECLS
