/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatWelcomePage:
 *
 * What a window shows while it has no plan: new plan, open, recent plans, the example.
 */
#define GEOAT_TYPE_WELCOME_PAGE (geoat_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (GeoatWelcomePage, geoat_welcome_page, GEOAT, WELCOME_PAGE, GtkWidget)

GtkWidget *geoat_welcome_page_new (void);

G_END_DECLS
