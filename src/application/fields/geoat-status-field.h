/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatStatusField:
 *
 * The status of an action: a button that shows it and lets another be chosen. Light enough to be in
 * every row of a long list.
 */
#define GEOAT_TYPE_STATUS_FIELD (geoat_status_field_get_type ())
G_DECLARE_FINAL_TYPE (GeoatStatusField, geoat_status_field, GEOAT, STATUS_FIELD, GtkWidget)

GtkWidget *geoat_status_field_new (void);
void geoat_status_field_bind (GeoatStatusField *self,
                              GeoatPerspective *perspective,
                              GeoatAction *action);
void geoat_status_field_unbind (GeoatStatusField *self);

G_END_DECLS
