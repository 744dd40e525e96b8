/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatPlanDetailsWindow:
 *
 * What a plan says of itself: administration, titles, targets, working group, rounds. Every change
 * goes through the history at once; there is nothing to confirm.
 */
#define GEOAT_TYPE_PLAN_DETAILS_WINDOW (geoat_plan_details_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatPlanDetailsWindow,
                      geoat_plan_details_window,
                      GEOAT,
                      PLAN_DETAILS_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *geoat_plan_details_window_new (GeoatPerspective *perspective);
void geoat_plan_details_window_reveal (GeoatPlanDetailsWindow *self, GeoatItem *item);

G_END_DECLS
