/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "geoat-change.h"

G_BEGIN_DECLS

/* For the history: changes that hold references to what they speak of. Each takes the item as it is
 * now as its old state. */
GeoatChange *
geoat_change_new_text (GeoatItem *item, GeoatField field, const char *text); /* NULL: no change */
GeoatChange *geoat_change_new_number (GeoatItem *item, GeoatField field, int number);
GeoatChange *geoat_change_new_rating (GeoatEntry *entry, GeoatRound *round, GeoatRating *rating);
GeoatChange *geoat_change_new_principle_target (GeoatPlan *plan, guint principle, int level);
GeoatChange *geoat_change_new_insert (GeoatItem *item, GeoatItem *owner, guint position);
GeoatChange *geoat_change_new_remove (GeoatItem *item, GeoatItem *owner, guint position);
GeoatChange *
geoat_change_new_unknown (GeoatItem *item, guint place, JsonObject *unknown); /* refs it */
void geoat_change_free (GeoatChange *self);

/* The opposite of @self, which it borrows everything from. */
void geoat_change_invert (const GeoatChange *self, GeoatChange *inverse);

/* What the field of a TEXT change held before it, given what it holds now. */
char *geoat_change_get_old_text (const GeoatChange *self, const char *text); /* full */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatChange, geoat_change_free)

G_END_DECLS
