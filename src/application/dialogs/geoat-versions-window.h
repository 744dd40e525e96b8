/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-document.h"

G_BEGIN_DECLS

/**
 * GeoatVersionsWindow:
 *
 * The saved versions of a plan: look at when and what, restore one as one undo step, or clear them.
 */
#define GEOAT_TYPE_VERSIONS_WINDOW (geoat_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatVersionsWindow, geoat_versions_window, GEOAT, VERSIONS_WINDOW, AdwWindow)

GtkWidget *geoat_versions_window_new (GeoatDocument *document);

G_END_DECLS
