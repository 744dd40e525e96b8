/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GeoatPreferencesWindow:
 *
 * What the user can choose for all plans. Every choice works at once.
 */
#define GEOAT_TYPE_PREFERENCES_WINDOW (geoat_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatPreferencesWindow,
                      geoat_preferences_window,
                      GEOAT,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *geoat_preferences_window_new (GSettings *settings);

G_END_DECLS
