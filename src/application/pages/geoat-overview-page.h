/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatOverviewPage:
 *
 * Where the administration stands, on one page. Property: `perspective`. Signal `activated (page)`:
 * something was clicked that is about another page, whose name is given.
 */
#define GEOAT_TYPE_OVERVIEW_PAGE (geoat_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (GeoatOverviewPage, geoat_overview_page, GEOAT, OVERVIEW_PAGE, GtkWidget)

GtkWidget *geoat_overview_page_new (void);
void geoat_overview_page_set_perspective (GeoatOverviewPage *self, GeoatPerspective *perspective);

G_END_DECLS
