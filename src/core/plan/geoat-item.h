/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-list-kind.h"

G_BEGIN_DECLS

/**
 * GeoatItem:
 *
 * What the parts of a plan have in common: an id, fields, an owner, and the members of the file
 * that this version does not know and keeps. Each field is a read-only property as well
 * (`current-activities`), so that a view can bind to it or watch `notify`. Nothing outside the
 * library can write one: a plan is only changed through #GeoatHistory.
 */
#define GEOAT_TYPE_ITEM (geoat_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (GeoatItem, geoat_item, GEOAT, ITEM, GObject)

struct _GeoatItemClass
{
  GObjectClass parent_class;

  /*< private >*/
  GeoatPart part;
  GeoatField first_field;
  GeoatField last_field;
  gsize values_offset;
  int first_list;
  int n_lists;
  gsize lists_offset;
};

const char *geoat_item_get_id (GeoatItem *self);
GeoatPart geoat_item_get_part (GeoatItem *self);
GeoatItem *geoat_item_get_owner (GeoatItem *self); /* none; NULL while it is in no plan */

/* A text field, never NULL: "" when there is none. Fields of other kinds must not be asked here. */
const char *geoat_item_get_text (GeoatItem *self, GeoatField field);

/* A field of kind LEVEL, MONTH or STATUS. */
int geoat_item_get_number (GeoatItem *self, GeoatField field);

/* What is in a list of it. */
guint geoat_item_get_n_items (GeoatItem *self, GeoatListKind kind);
gpointer geoat_item_get_item (GeoatItem *self, GeoatListKind kind, guint position); /* none */

/* Whether a field of any kind holds something. */
gboolean geoat_item_has_value (GeoatItem *self, GeoatField field);

/* A field of kind DATE; FALSE and a cleared date when it is empty. */
gboolean geoat_item_get_date (GeoatItem *self, GeoatField field, GDate *date);

G_END_DECLS
