/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatFlatGroup:
 *
 * The one picture of many widgets that move together, if they move.
 */
typedef struct _GeoatFlatGroup GeoatFlatGroup;

GeoatFlatGroup *geoat_flat_group_new (void);
void geoat_flat_group_free (GeoatFlatGroup *self);
void geoat_flat_group_snapshot (GeoatFlatGroup *self,
                                GtkWidget *widget,
                                GskRenderNode *node,
                                GtkSnapshot *snapshot);
void geoat_flat_group_forget (GeoatFlatGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatFlatGroup, geoat_flat_group_free)

G_END_DECLS
