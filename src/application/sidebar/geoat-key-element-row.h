/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-framework.h"
#include "geoat-score.h"

G_BEGIN_DECLS

/**
 * GeoatKeyElementRow:
 *
 * A key element in the sidebar: coverage, letter, name, score.
 */
#define GEOAT_TYPE_KEY_ELEMENT_ROW (geoat_key_element_row_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatKeyElementRow, geoat_key_element_row, GEOAT, KEY_ELEMENT_ROW, GtkListBoxRow)

GtkWidget *geoat_key_element_row_new (GeoatFramework *framework, guint key_element);
guint geoat_key_element_row_get_key_element (GeoatKeyElementRow *self);
void geoat_key_element_row_set_score (GeoatKeyElementRow *self, const GeoatScore *score);

G_END_DECLS
