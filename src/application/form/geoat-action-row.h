/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatActionRow:
 *
 * One suggested forward activity in an open form: columns 5 to 8, due date, status, and on demand
 * lead, progress, start and completion. Actions: `action.duplicate`, `action.remove`,
 * `action.move-up`, `action.move-down`, `action.move-to`, `action.details`.
 */
#define GEOAT_TYPE_ACTION_ROW (geoat_action_row_get_type ())
G_DECLARE_FINAL_TYPE (GeoatActionRow, geoat_action_row, GEOAT, ACTION_ROW, GtkWidget)

GtkWidget *geoat_action_row_new (GeoatPerspective *perspective, GeoatAction *action);
GeoatAction *geoat_action_row_get_action (GeoatActionRow *self);
void geoat_action_row_set_number (GeoatActionRow *self, guint number);
void geoat_action_row_reveal (GeoatActionRow *self, GeoatField field);

G_END_DECLS
