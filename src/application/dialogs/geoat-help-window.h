/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GeoatHelpWindow:
 *
 * The help pages.
 */
#define GEOAT_TYPE_HELP_WINDOW (geoat_help_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatHelpWindow, geoat_help_window, GEOAT, HELP_WINDOW, AdwWindow)

GtkWidget *geoat_help_window_new (void);

G_END_DECLS
