/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-action.h"
#include "geoat-rating.h"
#include "geoat-round.h"

G_BEGIN_DECLS

/**
 * GeoatEntry:
 *
 * One row of the template: an indicator, its ratings, and any number of actions.
 * Signal `rating-changed (GeoatRound *round)`.
 */
#define GEOAT_TYPE_ENTRY (geoat_entry_get_type ())
G_DECLARE_FINAL_TYPE (GeoatEntry, geoat_entry, GEOAT, ENTRY, GeoatItem)

GeoatEntry *geoat_entry_new (const char *key_element, const char *source, const char *indicator);
GeoatEntry *geoat_entry_duplicate (GeoatEntry *self); /* a new id, its actions too; no ratings,
                                                         since, retired; no unknown members */

const char *geoat_entry_get_key_element (GeoatEntry *self); /* "2B" */
const char *geoat_entry_get_indicator (GeoatEntry *self);
GListModel *geoat_entry_get_actions (GeoatEntry *self); /* of GeoatAction; none */
guint geoat_entry_get_n_actions (GeoatEntry *self);
GeoatAction *geoat_entry_get_action (GeoatEntry *self,
                                     guint position); /* none; NULL past the end */

/* The rating in @round, or NULL: not yet assessed. */
const GeoatRating *geoat_entry_get_rating (GeoatEntry *self, GeoatRound *round);
GeoatLevel geoat_entry_get_level (GeoatEntry *self, GeoatRound *round);

/* The wording of a field in @round: what the round has kept, else the present text. */
const char *geoat_entry_get_wording (GeoatEntry *self, GeoatRound *round, GeoatField field);
/* Whether that is what the round has kept; it is then read-only. */
gboolean geoat_entry_keeps_wording (GeoatEntry *self, GeoatRound *round, GeoatField field);

/* Whether it counts in @round: added by then, and not retired by then. */
gboolean geoat_entry_is_in_round (GeoatEntry *self, GeoatRound *round);

/* Its own target level, else its principle's, else GEOAT_LEVEL_NOT_ASSESSED. */
GeoatLevel geoat_entry_get_effective_target (GeoatEntry *self);

G_END_DECLS
