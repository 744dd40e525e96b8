/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatColumnHeading:
 *
 * The heading of a column above its field, with a button that shows what to write there.
 */
#define GEOAT_TYPE_COLUMN_HEADING (geoat_column_heading_get_type ())
G_DECLARE_FINAL_TYPE (GeoatColumnHeading, geoat_column_heading, GEOAT, COLUMN_HEADING, GtkWidget)

GtkWidget *geoat_column_heading_new (void);
void
geoat_column_heading_set_text (GeoatColumnHeading *self, const char *heading, const char *prompt);
GtkWidget *geoat_column_heading_get_label (GeoatColumnHeading *self);
void geoat_column_heading_show_help (GeoatColumnHeading *self);

G_END_DECLS
