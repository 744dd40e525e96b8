/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-plan-widget.h"

G_BEGIN_DECLS

/**
 * GeoatChartCard:
 *
 * A card with one chart of the plan, its title, and a menu: show its numbers, copy it, save it.
 *
 * Properties: `kind` (which chart; construct-only), `perspective`. Signal `activated (page)`:
 * something in the chart was chosen that is about another page, whose name is given.
 */
#define GEOAT_TYPE_CHART_CARD (geoat_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (GeoatChartCard, geoat_chart_card, GEOAT, CHART_CARD, GeoatPlanWidget)

GtkWidget *geoat_chart_card_new (const char *kind);

G_END_DECLS
