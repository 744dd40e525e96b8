/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-level.h"

G_BEGIN_DECLS

/* Pixels around the text of a cell, in the style sheet too. */
#define GEOAT_TABLE_CELL_PADDING_X 8
#define GEOAT_TABLE_CELL_PADDING_Y 6

/**
 * GeoatTableCell:
 *
 * A cell of the table: text that wraps, or a level. It is told its size.
 */
#define GEOAT_TYPE_TABLE_CELL (geoat_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (GeoatTableCell, geoat_table_cell, GEOAT, TABLE_CELL, GtkWidget)

GtkWidget *geoat_table_cell_new (void);
void geoat_table_cell_set_up_layout (PangoLayout *layout);
void geoat_table_cell_set_place (GeoatTableCell *self, guint row, guint column);
guint geoat_table_cell_get_row (GeoatTableCell *self);
guint geoat_table_cell_get_column (GeoatTableCell *self);
void geoat_table_cell_show_text (GeoatTableCell *self, const char *heading, const char *text);
void geoat_table_cell_show_level (GeoatTableCell *self,
                                  const char *heading,
                                  GeoatLevel level,
                                  gboolean carried);
const char *geoat_table_cell_get_text (GeoatTableCell *self);
GeoatLevel geoat_table_cell_get_level (GeoatTableCell *self);
void geoat_table_cell_set_selected (GeoatTableCell *self, gboolean selected, gboolean cursor);

G_END_DECLS
