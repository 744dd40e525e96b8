/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-page.h"

G_BEGIN_DECLS

#define GEOAT_ACTION_PLAN_PAGE_NAME "action-plan"

/**
 * GeoatActionPlanPage:
 *
 * Every action of the plan in one list, filtered and sorted; status and due date are changed in
 * place.
 */
#define GEOAT_TYPE_ACTION_PLAN_PAGE (geoat_action_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatActionPlanPage, geoat_action_plan_page, GEOAT, ACTION_PLAN_PAGE, GeoatPlanWidget)

GtkWidget *geoat_action_plan_page_new (void);
char *geoat_action_plan_page_get_note (GeoatPerspective *perspective);

G_END_DECLS
