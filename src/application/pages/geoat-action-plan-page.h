/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatActionPlanPage:
 *
 * Every action of the plan in one list, filtered and sorted; status and due date are changed in
 * place. Signals: `show-item (GeoatItem *item, GeoatField field)`: go to where an action is
 * written; `activated (page)`: go to another page.
 */
#define GEOAT_TYPE_ACTION_PLAN_PAGE (geoat_action_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatActionPlanPage, geoat_action_plan_page, GEOAT, ACTION_PLAN_PAGE, GtkWidget)

GtkWidget *geoat_action_plan_page_new (void);
void geoat_action_plan_page_set_perspective (GeoatActionPlanPage *self,
                                             GeoatPerspective *perspective);
gboolean geoat_action_plan_page_reveal (GeoatActionPlanPage *self, GeoatItem *item);

G_END_DECLS
