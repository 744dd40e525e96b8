/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatBanner:
 *
 * A strip below a header bar that says one lasting thing and offers one button. libadwaita has one
 * from 1.3 on. Properties: `title`, `button-label`, `revealed`. Signal `button-clicked`.
 */
#define GEOAT_TYPE_BANNER (geoat_banner_get_type ())
G_DECLARE_FINAL_TYPE (GeoatBanner, geoat_banner, GEOAT, BANNER, GtkWidget)

GtkWidget *geoat_banner_new (void);
void geoat_banner_set_title (GeoatBanner *self, const char *title);
void geoat_banner_set_button_label (GeoatBanner *self, const char *label);
gboolean geoat_banner_get_revealed (GeoatBanner *self);
void geoat_banner_set_revealed (GeoatBanner *self, gboolean revealed);

G_END_DECLS
