/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatLevelField:
 *
 * The rating of an entry in an open form: level buttons, the meaning of the level, the level of the
 * round before, and the reason.
 */
#define GEOAT_TYPE_LEVEL_FIELD (geoat_level_field_get_type ())
G_DECLARE_FINAL_TYPE (GeoatLevelField, geoat_level_field, GEOAT, LEVEL_FIELD, GtkWidget)

GtkWidget *geoat_level_field_new (void);
void
geoat_level_field_bind (GeoatLevelField *self, GeoatPerspective *perspective, GeoatEntry *entry);

G_END_DECLS
