/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-history.h"

G_BEGIN_DECLS

/**
 * GeoatDateField:
 *
 * A date of a plan: a button that shows it, and lets it be typed or picked from a calendar.
 */
#define GEOAT_TYPE_DATE_FIELD (geoat_date_field_get_type ())
G_DECLARE_FINAL_TYPE (GeoatDateField, geoat_date_field, GEOAT, DATE_FIELD, GtkWidget)

GtkWidget *geoat_date_field_new (void);
void geoat_date_field_bind (GeoatDateField *self,
                            GeoatHistory *history,
                            GeoatItem *item,
                            GeoatField field);
void geoat_date_field_unbind (GeoatDateField *self);
void geoat_date_field_set_editable (GeoatDateField *self, gboolean editable);
void geoat_date_field_set_label (GeoatDateField *self, const char *name, const char *empty);

gboolean geoat_date_read_typed (const char *text, GDate *date);

G_END_DECLS
