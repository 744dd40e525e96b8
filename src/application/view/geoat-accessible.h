/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What screen readers say of a control. */

void geoat_accessible_set_name (GtkWidget *widget, const char *name);
void geoat_accessible_set_list_name (GtkWidget *row, const char *name);
void geoat_accessible_set_description (GtkWidget *widget, const char *description);
void geoat_accessible_describe_row (AdwActionRow *row);
void geoat_accessible_describe_rows (GtkWidget *widget);
void geoat_accessible_check_row (AdwActionRow *row);

G_END_DECLS
