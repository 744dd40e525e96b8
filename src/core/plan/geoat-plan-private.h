/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "geoat-item-private.h"
#include "geoat-plan.h"

G_BEGIN_DECLS

/* For the reader, the writer, the history and the parts of a plan only. */

/* The objects inside a plan in which a file can hold members that this version does not know. Those
 * of the plan itself are geoat_item_get_unknown(). */
typedef enum
{
  GEOAT_PLACE_ADMINISTRATION,
  GEOAT_PLACE_TARGET_LEVELS,
  GEOAT_N_PLACES
} GeoatPlace;

struct _GeoatPlan
{
  GeoatItem parent_instance;

  GeoatValue values[GEOAT_COUNT_FIELDS (PLAN)];
  GeoatFramework *framework;
  GeoatList *lists[GEOAT_COUNT_LISTS (PLAN)]; /* all there from the start */
  GHashTable *by_id[GEOAT_N_PARTS];           /* by part: id → item; the id is the item's */
  gint8 *principle_targets;                   /* one for each principle of the framework */
  guint *ends; /* by key element: the place behind its last entry, 0: it has none; NULL: unknown */
  GStrv left_out;
  JsonObject *unknown[GEOAT_N_PLACES];
};

static inline GeoatList *
geoat_plan_get_list (const GeoatPlan *self, GeoatListKind kind)
{
  return self->lists[kind - GEOAT_BEFORE_PLAN_LISTS - 1];
}

/* Building a plan: no signals. A plan in use needs at least one round. */
GeoatPlan *geoat_plan_new_empty (GeoatFramework *framework); /* full */

/* With geoat_item_append(). Rounds come before the entries that refer to them. An entry's ratings
 * may be put in before or after. */
void geoat_plan_set_principle_target (GeoatPlan *self, guint principle, GeoatLevel level);
void geoat_plan_set_left_out (GeoatPlan *self, const char *const *left_out); /* NULL: nothing */
JsonObject *geoat_plan_get_unknown (GeoatPlan *self, GeoatPlace place);      /* none; NULL: none */
void geoat_plan_set_unknown (GeoatPlan *self, GeoatPlace place, JsonObject *unknown); /* refs */

/* The ids: an item with all that is in it. FALSE, and nothing done, when there is a clash. */
gboolean geoat_plan_register (GeoatPlan *self, GeoatItem *item);
void geoat_plan_unregister (GeoatPlan *self, GeoatItem *item);
gboolean geoat_plan_has_any (GeoatPlan *self, GeoatItem *item); /* an id that would clash */
gpointer geoat_plan_find (GeoatPlan *self, GeoatPart part, const char *id); /* none */

/* The place of a new entry: after the last of its key element, else where the order of the
 * framework wants it. */
guint geoat_plan_find_entry_place (GeoatPlan *self, int key_element);

/* The position of a round; @otherwise when the id is empty or none has it. */
guint geoat_plan_get_round_index (GeoatPlan *self, const char *id, guint otherwise);

/* The door: every change of a plan in use goes through here. The change must fit the plan as it is.
 * First the model is brought up to date, then come the signals of the item or list, then the plan's
 * `changed`. */
void geoat_plan_apply (GeoatPlan *self, const GeoatChange *change);
void geoat_plan_emit_changed (GeoatPlan *self, const GeoatChange *change);

G_END_DECLS
