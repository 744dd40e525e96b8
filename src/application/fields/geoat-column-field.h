/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-text-field.h"

G_BEGIN_DECLS

/**
 * GeoatColumnField:
 *
 * A text under its heading, with help on what to write there.
 */
#define GEOAT_TYPE_COLUMN_FIELD (geoat_column_field_get_type ())
G_DECLARE_FINAL_TYPE (GeoatColumnField, geoat_column_field, GEOAT, COLUMN_FIELD, GtkWidget)

GtkWidget *geoat_column_field_new (void);
void
geoat_column_field_set_heading (GeoatColumnField *self, const char *heading, const char *prompt);
GeoatTextField *geoat_column_field_get_text_field (GeoatColumnField *self);

G_END_DECLS
