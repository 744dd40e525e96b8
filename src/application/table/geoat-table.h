/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatTable:
 *
 * The eight-column template of one key element, or of the whole plan, as a table that is edited in
 * place. A #GtkScrollable. Property: `column-widths` (`ai`, pixels; to be remembered).
 */
#define GEOAT_TYPE_TABLE (geoat_table_get_type ())
G_DECLARE_FINAL_TYPE (GeoatTable, geoat_table, GEOAT, TABLE, GtkWidget)

GtkWidget *geoat_table_new (void);
void
geoat_table_set_content (GeoatTable *self, GeoatPerspective *perspective, const char *key_element);
void geoat_table_reveal (GeoatTable *self, GeoatItem *item, GeoatField field);
void geoat_table_edit_text (GeoatTable *self);
void geoat_table_show_key_element (GeoatTable *self, const char *key_element);
void geoat_table_show_column (GeoatTable *self, guint column, gboolean shown);
gboolean geoat_table_shows_column (GeoatTable *self, guint column);
void geoat_table_fit_to_width (GeoatTable *self);
void geoat_table_move_item (GeoatTable *self, int step);
void geoat_table_remove_item (GeoatTable *self);
GeoatEntry *geoat_table_get_focus_entry (GeoatTable *self);
GPtrArray *geoat_table_get_selected_entries (GeoatTable *self);

G_END_DECLS
