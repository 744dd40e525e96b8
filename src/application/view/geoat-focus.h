/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean geoat_focus_children (GtkWidget *widget, GtkDirectionType direction);

/**
 * GeoatFocusBox:
 *
 * A #GtkBox through which Tab goes in the order of the children, wherever they stand.
 */
#define GEOAT_TYPE_FOCUS_BOX (geoat_focus_box_get_type ())
G_DECLARE_FINAL_TYPE (GeoatFocusBox, geoat_focus_box, GEOAT, FOCUS_BOX, GtkBox)

G_END_DECLS
