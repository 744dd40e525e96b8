/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-page.h"

G_BEGIN_DECLS

#define GEOAT_PROGRESS_PAGE_NAME "progress"

/**
 * GeoatProgressPage:
 *
 * Rounds side by side, for principles, key elements and indicators.
 */
#define GEOAT_TYPE_PROGRESS_PAGE (geoat_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (GeoatProgressPage, geoat_progress_page, GEOAT, PROGRESS_PAGE, GeoatPlanWidget)

GtkWidget *geoat_progress_page_new (void);

G_END_DECLS
