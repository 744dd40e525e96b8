/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-review.h"

G_BEGIN_DECLS

/**
 * GeoatImportRow:
 *
 * An indicator, a member of the working group or a row without a place that a file has: what it is
 * taken for, and what it would change. Signal `decided`: something in the review has changed.
 *
 * It looks like a row of a #GtkListBox and is none: a list box takes the arrow keys from the
 * choices in a row, and ends the way by Tab at a row without one. A row that has nothing to choose
 * takes the focus itself.
 */
#define GEOAT_TYPE_IMPORT_ROW (geoat_import_row_get_type ())
G_DECLARE_FINAL_TYPE (GeoatImportRow, geoat_import_row, GEOAT, IMPORT_ROW, GtkWidget)

/* @review must live longer than the row; @position is that of the item. */
GtkWidget *geoat_import_row_new (GeoatReview *review, guint position, GeoatFramework *framework);
void geoat_import_row_update (GeoatImportRow *self);

const char *geoat_import_get_state_name (GeoatImportState state);
const char *geoat_import_get_state_icon (GeoatImportState state);
GtkWidget *geoat_import_key_element_choice_new (GeoatFramework *framework, const char *label);

G_END_DECLS
