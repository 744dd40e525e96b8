/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GeoatApplication:
 *
 * The application: its windows, and the plans that they show, one each.
 *
 * Actions: `app.new`, `app.open`, `app.open-uri` (a string), `app.example`, `app.about`,
 * `app.quit`.
 */
#define GEOAT_TYPE_APPLICATION (geoat_application_get_type ())
G_DECLARE_FINAL_TYPE (GeoatApplication, geoat_application, GEOAT, APPLICATION, AdwApplication)

GeoatApplication *geoat_application_new (void);
void geoat_application_open_file (GeoatApplication *self, GFile *file);
GSettings *geoat_application_get_settings (GeoatApplication *self);

G_END_DECLS
