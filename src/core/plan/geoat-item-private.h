/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "geoat-item.h"

G_BEGIN_DECLS

/* For the reader, the writer, the history and the parts themselves only. What writes here changes
 * no view and cannot be undone: it is for items that are being built. A living plan changes through
 * geoat_plan_apply() alone. */

/* The value of one field. An empty text is one shared constant. */
typedef union
{
  char *text;
  int number;
} GeoatValue;

/* In class_init and init of each part: @values_offset is where its array of values lies. */
void geoat_item_class_install_fields (GeoatItemClass *klass, GeoatPart part, gsize values_offset);
void geoat_item_init_values (GeoatItem *self);

void geoat_item_set_id (GeoatItem *self, const char *id);
void geoat_item_set_owner (GeoatItem *self, GeoatItem *owner);
void geoat_item_set_text (GeoatItem *self, GeoatField field, const char *text); /* NULL: "" */
void geoat_item_take_text (GeoatItem *self, GeoatField field, char *text);      /* takes it over */
void geoat_item_set_number (GeoatItem *self, GeoatField field, int number);
void geoat_item_set_date (GeoatItem *self, GeoatField field, const GDate *date); /* NULL: "" */
void geoat_item_notify_field (GeoatItem *self, GeoatField field);

/* Members of the file that this version does not know; NULL when there are none. */
JsonObject *geoat_item_get_unknown (GeoatItem *self);               /* none */
void geoat_item_set_unknown (GeoatItem *self, JsonObject *unknown); /* refs it */

/* All fields; with @whole the id and the unknown members too. */
void geoat_item_copy_to (GeoatItem *self, GeoatItem *copy, gboolean whole);

/* The place in its list as it was last known: kept by GeoatList. */
guint geoat_item_get_position (GeoatItem *self);
void geoat_item_set_position (GeoatItem *self, guint position);

G_END_DECLS
