/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-page.h"

G_BEGIN_DECLS

/**
 * GeoatPageRow:
 *
 * A page in the sidebar: icon, title, and what there is to say about it. The name of the widget is
 * the name of the page.
 */
#define GEOAT_TYPE_PAGE_ROW (geoat_page_row_get_type ())
G_DECLARE_FINAL_TYPE (GeoatPageRow, geoat_page_row, GEOAT, PAGE_ROW, GtkListBoxRow)

GtkWidget *geoat_page_row_new (const GeoatPageInfo *info);
void geoat_page_row_update (GeoatPageRow *self, GeoatPerspective *perspective);

G_END_DECLS
