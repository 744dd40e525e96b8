/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-page.h"

G_BEGIN_DECLS

/**
 * GeoatSidebar:
 *
 * The pages of a plan: those of the table of pages, and the key elements under their principles.
 *
 * Property: `page` (notify; the name of the chosen page: "overview", "2B").
 * Signals: `activated`: a page was chosen on purpose, so that a sidebar over the page can go;
 * `find-activated (GeoatMatch *)`: this place is to be shown.
 */
#define GEOAT_TYPE_SIDEBAR (geoat_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (GeoatSidebar, geoat_sidebar, GEOAT, SIDEBAR, GeoatPlanWidget)

GtkWidget *geoat_sidebar_new (void);
void geoat_sidebar_add_page (GeoatSidebar *self, const GeoatPageInfo *info);
const char *geoat_sidebar_get_page (GeoatSidebar *self);
gboolean geoat_sidebar_set_page (GeoatSidebar *self, const char *page);
void geoat_sidebar_set_example (GeoatSidebar *self, gboolean example);
void geoat_sidebar_find (GeoatSidebar *self);
void geoat_sidebar_open_menu (GeoatSidebar *self);
void geoat_sidebar_find_step (GeoatSidebar *self, int step);
void geoat_sidebar_step (GeoatSidebar *self, int step);
void geoat_sidebar_focus_page (GeoatSidebar *self);

G_END_DECLS
