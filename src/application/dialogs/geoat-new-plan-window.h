/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-document.h"

G_BEGIN_DECLS

/**
 * GeoatNewPlanWindow:
 *
 * Asks what a new plan is about and what it starts from. Signal `created (GeoatDocument *)`: the
 * plan is there, not saved yet.
 */
#define GEOAT_TYPE_NEW_PLAN_WINDOW (geoat_new_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatNewPlanWindow, geoat_new_plan_window, GEOAT, NEW_PLAN_WINDOW, AdwWindow)

GtkWidget *geoat_new_plan_window_new (int fiscal_year_start);

G_END_DECLS
