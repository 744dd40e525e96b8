/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-find.h"

#include "geoat-plan-widget.h"

G_BEGIN_DECLS

/**
 * GeoatFindPanel:
 *
 * Finds a text in the whole plan as it is typed, with the place of each result, and replaces it.
 *
 * Property: `perspective`. Signals: `activated (GeoatMatch *)`: show this place; `closed`: the user
 * is done.
 */
#define GEOAT_TYPE_FIND_PANEL (geoat_find_panel_get_type ())
G_DECLARE_FINAL_TYPE (GeoatFindPanel, geoat_find_panel, GEOAT, FIND_PANEL, GeoatPlanWidget)

GtkWidget *geoat_find_panel_new (void);
void geoat_find_panel_start (GeoatFindPanel *self);
void geoat_find_panel_stop (GeoatFindPanel *self);
void geoat_find_panel_step (GeoatFindPanel *self, int step);

G_END_DECLS
