/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatActionPlanRow:
 *
 * One action in the list of the action plan: what it is, where it belongs, who is responsible, and
 * in place its status and due date.
 */
#define GEOAT_TYPE_ACTION_PLAN_ROW (geoat_action_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (GeoatActionPlanRow, geoat_action_plan_row, GEOAT, ACTION_PLAN_ROW, GtkWidget)

GtkWidget *geoat_action_plan_row_new (void);
void geoat_action_plan_row_bind (GeoatActionPlanRow *self,
                                 GeoatPerspective *perspective,
                                 GeoatAction *action);
void geoat_action_plan_row_unbind (GeoatActionPlanRow *self);

G_END_DECLS
