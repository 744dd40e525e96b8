/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatShareWindow:
 *
 * Shares a plan: asks who it is for, shows what goes out, and writes that into a file. Signal
 * `shared (GFile *)`: the file is there.
 */
#define GEOAT_TYPE_SHARE_WINDOW (geoat_share_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatShareWindow, geoat_share_window, GEOAT, SHARE_WINDOW, AdwWindow)

GtkWidget *
geoat_share_window_new (GeoatPerspective *perspective, GSettings *settings, const char *file_name);

G_END_DECLS
