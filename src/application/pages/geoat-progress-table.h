/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatProgressTable:
 *
 * The scores of all rounds side by side, a row for each principle or for each key element.
 * Property: `key-elements` (construct-only). Signal `activated (page)`: a row was chosen that is
 * about another page, whose name is given.
 */
#define GEOAT_TYPE_PROGRESS_TABLE (geoat_progress_table_get_type ())
G_DECLARE_FINAL_TYPE (GeoatProgressTable, geoat_progress_table, GEOAT, PROGRESS_TABLE, GtkWidget)

GtkWidget *geoat_progress_table_new (gboolean key_elements);
void geoat_progress_table_update (GeoatProgressTable *self, GeoatPerspective *perspective);

G_END_DECLS
