/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatProgressPage:
 *
 * Rounds side by side, for principles, key elements and indicators. Property: `perspective`.
 * Signals: `show-item (GeoatItem *item, GeoatField field)`: go to an indicator; `activated (page)`:
 * go to another page.
 */
#define GEOAT_TYPE_PROGRESS_PAGE (geoat_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (GeoatProgressPage, geoat_progress_page, GEOAT, PROGRESS_PAGE, GtkWidget)

GtkWidget *geoat_progress_page_new (void);
void geoat_progress_page_set_perspective (GeoatProgressPage *self, GeoatPerspective *perspective);

G_END_DECLS
