/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-recovery.h"

G_BEGIN_DECLS

/**
 * GeoatRecoveryWindow:
 *
 * Offers what was not saved when the application ended without warning. Signal
 * `restored (GeoatRecovery *)`: the user wants it back; it is to be shown in a window.
 */
#define GEOAT_TYPE_RECOVERY_WINDOW (geoat_recovery_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatRecoveryWindow, geoat_recovery_window, GEOAT, RECOVERY_WINDOW, AdwWindow)

GtkWidget *geoat_recovery_window_new (GPtrArray *infos);

G_END_DECLS
