/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "geoat-item.h"
#include "geoat-list.h"

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

/* The same of each part that has lists, after its fields: @lists_offset is where its array of them
 * lies. */
void geoat_item_class_install_lists (GeoatItemClass *klass, gsize lists_offset);

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

/* What it is in, in the end: a plan, or something that is in none. */
GeoatItem *geoat_item_get_root (GeoatItem *self); /* none */

/* A list of it. Most are empty: they are made when somebody asks for the list itself. */
GeoatList *geoat_item_get_list (GeoatItem *self, GeoatListKind kind); /* none */

/* While it is being built: puts an item that is in none at the end of its list of such. FALSE, and
 * nothing done, when the plan that it is in has an item with that id. No signals. */
gboolean geoat_item_append (GeoatItem *self, GeoatItem *item);

/* Copies of what is in its lists, for a duplicate: with ids of their own. */
void geoat_item_duplicate_lists (GeoatItem *self, GeoatItem *copy);

/* The place in its list as it was last known: kept by GeoatList. */
guint geoat_item_get_position (GeoatItem *self);
void geoat_item_set_position (GeoatItem *self, guint position);

G_END_DECLS
