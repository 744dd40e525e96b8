/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-item.h"

G_BEGIN_DECLS

/* @item was dropped on @widget: on its upper half, or its lower (@behind). */
typedef void (*GeoatReorderFunc) (GtkWidget *widget, GeoatItem *item, gboolean behind);

void geoat_reorder_add_handle (GtkWidget *handle, GtkWidget *widget, GeoatItem *item);
void geoat_reorder_add_target (GtkWidget *widget, GType type, GeoatReorderFunc dropped);

G_END_DECLS
