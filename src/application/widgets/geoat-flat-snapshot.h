/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean geoat_flat_is_drawn_by_cairo (GtkWidget *widget);
GskRenderNode *geoat_flat_node_new (GtkWidget *widget, GskRenderNode *node);
void geoat_flat_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void geoat_flat_snapshot_child (GtkWidget *widget, GtkWidget *child, GtkSnapshot *snapshot);
void geoat_flat_forget_child (GtkWidget *child);

/**
 * GeoatFlatBox:
 *
 * A #GtkBox whose contents cost little while something else is drawn. For what rarely changes.
 */
#define GEOAT_TYPE_FLAT_BOX (geoat_flat_box_get_type ())
G_DECLARE_FINAL_TYPE (GeoatFlatBox, geoat_flat_box, GEOAT, FLAT_BOX, GtkBox)

G_END_DECLS
