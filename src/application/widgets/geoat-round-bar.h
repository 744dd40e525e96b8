/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-plan-widget.h"

G_BEGIN_DECLS

/**
 * GeoatRoundBar:
 *
 * Which round is shown, with which one it is compared, and what can be done with rounds. Property:
 * `perspective`.
 */
#define GEOAT_TYPE_ROUND_BAR (geoat_round_bar_get_type ())
G_DECLARE_FINAL_TYPE (GeoatRoundBar, geoat_round_bar, GEOAT, ROUND_BAR, GeoatPlanWidget)

GtkWidget *geoat_round_bar_new (void);

G_END_DECLS
