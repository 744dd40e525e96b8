/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-item.h"

G_BEGIN_DECLS

/**
 * GeoatList:
 *
 * Private to src/core: the items of one kind, in order, as a GListModel that only its owner can
 * change.
 */
#define GEOAT_TYPE_LIST (geoat_list_get_type ())
G_DECLARE_FINAL_TYPE (GeoatList, geoat_list, GEOAT, LIST, GObject)

GeoatList *geoat_list_new (GType item_type);
guint geoat_list_get_length (GeoatList *self);
gpointer geoat_list_get (GeoatList *self, guint position); /* none; NULL past the end */
gpointer *geoat_list_get_items (GeoatList *self);          /* the array itself, for tight loops */
gboolean geoat_list_find (GeoatList *self, GeoatItem *item, guint *position);

/* Neither emits a signal: geoat_list_emit_changed() does, once all is in its place. */
void geoat_list_insert (GeoatList *self, guint position, GeoatItem *item); /* refs it */
void geoat_list_remove (GeoatList *self, guint position);
void geoat_list_emit_changed (GeoatList *self, guint position, guint removed, guint added);

G_END_DECLS
