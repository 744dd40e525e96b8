/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatLevelButtons:
 *
 * The GEOAT evaluation scale of one entry: 0 to 5 and N/A as one group of radio buttons. Shows the
 * rating in the perspective's round, and rates through the history.
 */
#define GEOAT_TYPE_LEVEL_BUTTONS (geoat_level_buttons_get_type ())
G_DECLARE_FINAL_TYPE (GeoatLevelButtons, geoat_level_buttons, GEOAT, LEVEL_BUTTONS, GtkWidget)

GtkWidget *geoat_level_buttons_new (void);
void geoat_level_buttons_bind (GeoatLevelButtons *self,
                               GeoatPerspective *perspective,
                               GeoatEntry *entry);
void geoat_level_buttons_unbind (GeoatLevelButtons *self);

gboolean
geoat_level_from_key (guint keyval, guint keycode, GdkModifierType state, GeoatLevel *level);

G_END_DECLS
