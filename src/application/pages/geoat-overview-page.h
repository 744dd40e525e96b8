/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-page.h"

G_BEGIN_DECLS

/**
 * GeoatOverviewPage:
 *
 * Where the administration stands, on one page.
 */
#define GEOAT_TYPE_OVERVIEW_PAGE (geoat_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (GeoatOverviewPage, geoat_overview_page, GEOAT, OVERVIEW_PAGE, GeoatPlanWidget)

GtkWidget *geoat_overview_page_new (void);

G_END_DECLS
