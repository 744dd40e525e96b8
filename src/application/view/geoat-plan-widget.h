/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatPlanWidget:
 *
 * The base of the widgets that show something of what the window looks at.
 *
 * Property: `perspective` (notify; %NULL while the window has no plan).
 */
#define GEOAT_TYPE_PLAN_WIDGET (geoat_plan_widget_get_type ())
G_DECLARE_DERIVABLE_TYPE (GeoatPlanWidget, geoat_plan_widget, GEOAT, PLAN_WIDGET, GtkWidget)

/**
 * GeoatPlanWidgetClass:
 * @perspective_changed: the widget shows another perspective, or none; what it was given before
 *   still lives. A widget can keep the pointer until it is called again: the base has a reference
 * @update: brings what is shown in line with the plan; called only while the widget is mapped and
 *   has a perspective
 */
struct _GeoatPlanWidgetClass
{
  GtkWidgetClass parent_class;

  void (*perspective_changed) (GeoatPlanWidget *self, GeoatPerspective *perspective);
  void (*update) (GeoatPlanWidget *self);
};

GeoatPerspective *geoat_plan_widget_get_perspective (GeoatPlanWidget *self);
void geoat_plan_widget_set_perspective (GeoatPlanWidget *self, GeoatPerspective *perspective);

/* For subclasses: the callbacks get the widget first, as g_signal_connect_swapped() has it. */
void geoat_plan_widget_follow_perspective (GeoatPlanWidget *self,
                                           const char *signal,
                                           GCallback callback);
void geoat_plan_widget_follow_plan (GeoatPlanWidget *self, const char *signal, GCallback callback);
void
geoat_plan_widget_follow_scores (GeoatPlanWidget *self, const char *signal, GCallback callback);
void geoat_plan_widget_queue_update (GeoatPlanWidget *self);

G_END_DECLS
