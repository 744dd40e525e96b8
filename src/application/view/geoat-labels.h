/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-language.h"
#include "geoat-level.h"

G_BEGIN_DECLS

/* How values are written on the screen, in the screen's language. */

const char *geoat_label_get_level (GeoatLevel level);
GListModel *geoat_label_create_months (void);
char *geoat_label_format_date (const GDate *date);
char *geoat_label_format_change (GeoatLanguage *language, int tenths);
char *geoat_label_get_file_name (GFile *file);
char *geoat_label_get_first_line (const char *text);
double geoat_label_get_text_scale (void);
PangoLayout *geoat_label_create_layout (GtkWidget *widget, const char *text);

/* Names for screen readers. */
void geoat_label_set_name (GtkWidget *widget, const char *name);
void geoat_label_set_list_name (GtkWidget *row, const char *name);
void geoat_label_set_description (GtkWidget *widget, const char *description);
void geoat_label_describe_row (AdwActionRow *row);
void geoat_label_check_row (AdwActionRow *row);
void geoat_label_describe_rows (GtkWidget *widget);

G_END_DECLS
