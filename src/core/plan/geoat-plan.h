/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-entry.h"
#include "geoat-framework.h"
#include "geoat-member.h"
#include "geoat-round.h"

G_BEGIN_DECLS

typedef struct _GeoatChange GeoatChange;

/**
 * GeoatPlan:
 *
 * The document: administration, rounds, working group, entries. It belongs to the main thread.
 *
 * Signal `changed (const GeoatChange *change)`: after any change at all, once for each, see
 * geoat-change.h. Views that only care about one item watch its `notify` or its list's
 * `items-changed` instead.
 */
#define GEOAT_TYPE_PLAN (geoat_plan_get_type ())
G_DECLARE_FINAL_TYPE (GeoatPlan, geoat_plan, GEOAT, PLAN, GeoatItem)

/* A new plan with one open round and no entry. @language is a BCP 47 tag. */
GeoatPlan *geoat_plan_new (GeoatFramework *framework,
                           const char *language,
                           const char *administration,
                           const char *title,
                           const char *round_title,
                           const GDate *today);

GeoatFramework *geoat_plan_get_framework (GeoatPlan *self); /* none */
const char *geoat_plan_get_language (GeoatPlan *self);
const char *geoat_plan_get_title (GeoatPlan *self);
const char *geoat_plan_get_administration (GeoatPlan *self);

GListModel *
geoat_plan_get_entries (GeoatPlan *self); /* of GeoatEntry, retired ones included; none */
GListModel *geoat_plan_get_rounds (GeoatPlan *self);        /* of GeoatRound; none */
GListModel *geoat_plan_get_working_group (GeoatPlan *self); /* of GeoatMember; none */

guint geoat_plan_get_n_entries (GeoatPlan *self);
GeoatEntry *geoat_plan_get_entry (GeoatPlan *self, guint position);  /* none */
GeoatEntry *geoat_plan_find_entry (GeoatPlan *self, const char *id); /* none; NULL: none has it */
gboolean geoat_plan_get_entry_position (GeoatPlan *self, GeoatEntry *entry, guint *position);

guint geoat_plan_get_n_rounds (GeoatPlan *self);
GeoatRound *geoat_plan_get_round (GeoatPlan *self, guint position); /* none; NULL past the end */
GeoatRound *geoat_plan_get_last_round (GeoatPlan *self); /* none; never NULL in a valid plan */
GeoatRound *geoat_plan_find_round (GeoatPlan *self, const char *id); /* none; by id only */

/* By id, or by number as text, "1" for the first; NULL or "" is the last. NOT_FOUND otherwise. */
GeoatRound *geoat_plan_lookup_round (GeoatPlan *self, const char *id_or_number, GError **error);

/* The last round is open: ratings can be changed. */
gboolean geoat_plan_can_rate (GeoatPlan *self);

/* Target level of a principle (0-based position), or GEOAT_LEVEL_NOT_ASSESSED. */
GeoatLevel geoat_plan_get_principle_target (GeoatPlan *self, guint principle);

/* What a shared copy does not contain; NULL-terminated, none; NULL when nothing was left out. */
const char *const *geoat_plan_get_left_out (GeoatPlan *self);

/* A deep copy: its own objects with the same ids, unknown members included; gives the same file. */
GeoatPlan *geoat_plan_copy (GeoatPlan *self);

G_END_DECLS
