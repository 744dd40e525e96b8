/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatProgressRow:
 *
 * One indicator over the rounds: its levels, what happened between the two rounds that are
 * compared, the reasons, and how the current activities were worded. A carried rating can be
 * confirmed.
 */
#define GEOAT_TYPE_PROGRESS_ROW (geoat_progress_row_get_type ())
G_DECLARE_FINAL_TYPE (GeoatProgressRow, geoat_progress_row, GEOAT, PROGRESS_ROW, GtkWidget)

GtkWidget *geoat_progress_row_new (void);
void
geoat_progress_row_bind (GeoatProgressRow *self, GeoatPerspective *perspective, GeoatEntry *entry);
void geoat_progress_row_unbind (GeoatProgressRow *self);

G_END_DECLS
